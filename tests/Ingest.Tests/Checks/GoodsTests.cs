using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class GoodsTests
{
    private const string Columns = "code|label|quantity|unit_price|amount|sme|micro";

    private static Core.Checks.CheckOutcome Check(params string[] rows) => Sheet.Check(new Sheet("government_procurement", Columns, rows) { Scheme = "unit" });

    [Fact]
    public void Lines_multiply_and_totals_have_no_price()
    {
        var outcome = Check("|合计|3||50.00|50.00|0.00", "121001|本级|2|10.00|20.00|20.00|0.00", "121001|本级|1|30.00|30.00|30.00|0.00");
        Assert.Equal(2, outcome.Checks.Count(c => c.Identity == "S10.qxp" && c.Result == CheckResult.Pass));
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void A_wrong_price_is_named_where_the_amounts_add_up()
    {
        var anomaly = Assert.Single(Check("|合计|3||50.00|50.00|0.00", "121001|本级|2|100.00|20.00|20.00|0.00", "121001|本级|1|30.00|30.00|30.00|0.00").Anomalies);
        Assert.Equal(("quantity-times-price", "unit_price", "100.00", "10.00"), (anomaly.Code.Id, anomaly.ColumnPath, anomaly.Found, anomaly.Expected));
    }

    [Fact]
    public void A_sum_of_prices_is_meaningless()
    {
        var anomaly = Assert.Single(Check("|合计|3|40.00|50.00|50.00|0.00", "121001|本级|2|10.00|20.00|20.00|0.00", "121001|本级|1|30.00|30.00|30.00|0.00").Anomalies);
        Assert.Equal(("meaningless-total", "合计", "40.00"), (anomaly.Code.Id, anomaly.Label, anomaly.Found));
    }

    [Fact]
    public void A_part_is_not_larger_than_its_whole()
    {
        var anomaly = Assert.Single(Check("121001|本级|1|30.00|30.00|0.00|5.00").Anomalies);
        Assert.Equal(("part-exceeds-whole", "micro", "5.00"), (anomaly.Code.Id, anomaly.ColumnPath, anomaly.Found));
    }
}
