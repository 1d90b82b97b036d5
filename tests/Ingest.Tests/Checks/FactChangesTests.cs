using Ingest.Core.Checks.Across;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class FactChangesTests
{
    private const string Columns = "code|label|total|basic";

    private static Sheet Expenditure(params string[] rows) => new("expenditure_summary", Columns, rows);

    private static string[] Compare(Sheet earlier, Sheet later) =>
        [.. FactChanges.Between(Sheet.Document(earlier), Sheet.Document(later)).Select(c =>
            $"{c.Kind} {c.Code}{c.Label} {c.ColumnPath} {FactChanges.Show(c.Old)} -> {FactChanges.Show(c.New)}")];

    [Fact]
    public void The_same_figures_at_other_places_are_no_change()
    {
        var earlier = Expenditure("|合计|30.00|10.00", "201|一般公共服务|10.00|", "205|教育|20.00|10.00");
        var later = Expenditure("|合计|30|10", "205|教育|20.00|10.00", "201|一般公共服务|10.00|");
        Assert.Empty(Compare(earlier, later));
    }

    [Fact]
    public void A_restated_amount_names_its_row_and_column_with_both_values() => Assert.Equal(
        ["Restated 205教育 total 20.00 -> 25.00"],
        Compare(Expenditure("201|一般公共服务|10.00|", "205|教育|20.00|10.00"), Expenditure("201|一般公共服务|10.00|", "205|教育|25.00|10.00")));

    [Fact]
    public void A_blank_that_becomes_zero_or_a_dash_is_a_change() => Assert.Equal(
        ["Restated 201一般 total blank -> 0.00", "Restated 201一般 basic blank -> -"],
        Compare(Expenditure("201|一般||"), Expenditure("201|一般|0.00|-")));

    [Fact]
    public void Rows_that_come_and_go_are_told_unless_they_are_blank() => Assert.Equal(
        ["Added 206科技 total  -> 5.00", "Removed 205教育 total 20.00 -> "],
        Compare(Expenditure("205|教育|20.00|", "207|文化||"), Expenditure("206|科技|5.00|")));

    [Fact]
    public void A_coarser_print_of_the_same_amount_is_no_change_and_another_amount_is()
    {
        var exact = Expenditure("205|教育|13214.41|");
        var rounded = new Sheet("expenditure_summary", Columns, "205|教育|1.32|") { Unit = Unit.TenThousand };
        var other = new Sheet("expenditure_summary", Columns, "205|教育|1.33|") { Unit = Unit.TenThousand };
        Assert.Empty(Compare(exact, rounded));
        Assert.Equal(["Restated 205教育 total 13214.41 -> 13300.00"], Compare(exact, other));
    }

    [Fact]
    public void Rows_of_the_same_name_are_told_by_their_order() => Assert.Equal(
        ["Restated 小计 total 2.00 -> 3.00"],
        Compare(Expenditure("|小计|1.00|", "|小计|2.00|"), Expenditure("|小计|1.00|", "|小计|3.00|")));
}
