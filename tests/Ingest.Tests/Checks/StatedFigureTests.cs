using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Which figures of the tables a sentence is compared with.</summary>
public class StatedFigureTests
{
    private static CheckOutcome Check(string text, string phase, params Sheet[] sheets)
    {
        var document = Sheet.Document(sheets);
        return Checker.Check(new DocumentIdentity("某局", "420107", 2024, phase, "department", []), document.Tables, document.Facts, [.. Said.Of(text)], []);
    }

    private static CheckResult? Result(CheckOutcome outcome, string identity) => outcome.Checks.Where(c => c.Identity == identity).Select(c => (CheckResult?)c.Result).SingleOrDefault();

    private static Sheet Spending(string total = "1100000.00") => new("expenditure_summary", "code|label|total|basic|project|prior.total|prior.basic", $"|合计|{total}|700000.00|400000.00|1000000.00|600000.00", "205|教育支出|1100000.00|700000.00|400000.00|1000000.00|600000.00");

    /// <summary>Of this year; and in final accounts not what was budgeted at first.</summary>
    [Theory]
    [InlineData("2024年支出总计 99.00", "budget", CheckResult.Fail)]
    [InlineData("2023年支出总计 99.00", "budget", null)]
    [InlineData("上年支出总计 99.00", "budget", null)]
    [InlineData("年初预算支出总计 99.00", "budget", CheckResult.Fail)]
    [InlineData("年初预算支出总计 99.00", "final", null)]
    public void A_sentence_is_compared_where_it_speaks_of_what_the_tables_print(string text, string phase, CheckResult? result) =>
        Assert.Equal(result, Result(Check(text, phase, Spending()), "N1"));

    /// <summary>The name of a row with its level, its ordinal or quotation marks is that of the row; a name of two signs says too little.</summary>
    [Theory]
    [InlineData("205|教育支出", "教育支出(类) 99.00", CheckResult.Fail)]
    [InlineData("205|一、教育支出", "教育支出(款)科目 99.00", CheckResult.Fail)]
    [InlineData("205|“教育”支出", "教育支出 99.00", CheckResult.Fail)]
    [InlineData("205|\"教育\"支出", "“教育”支出(项) 99.00", CheckResult.Fail)]
    [InlineData("205|教育", "教育 99.00", null)]
    public void A_row_is_known_by_its_bare_name(string row, string text, CheckResult? result) =>
        Assert.Equal(result, Result(Check(text, "budget", new Sheet("expenditure_summary", "code|label|total", "|合计|1100000.00", row + "|1100000.00")), "N1"));

    /// <summary>By the letter of the article's code, in brackets or not; a letter alone is no code.</summary>
    [Theory]
    [InlineData("A02010105|B0301|C1602", "政府采购货物支出 10.00", CheckResult.Pass)]
    [InlineData("[A02010105]电脑|B0301|C1602", "政府采购货物支出 10.00", CheckResult.Pass)]
    [InlineData("A02010105|B0301-工程|C1602", "政府采购工程支出 20.00", CheckResult.Pass)]
    [InlineData("A02010105|B0301|C1602", "政府采购服务支出 40.00", CheckResult.Pass)]
    [InlineData("A02010105|B0301|C1602", "政府采购服务支出 20.00", CheckResult.Fail)]
    [InlineData("A02010105|A0301|C1602", "政府采购货物支出 30.00", CheckResult.Pass)]
    [InlineData("甲|B类|C座", "政府采购货物支出 10.00", null)]
    public void Goods_works_and_services_are_told_by_their_codes(string codes, string text, CheckResult? result)
    {
        var article = codes.Split('|');
        var goods = new Sheet("government_procurement", "text:品目|label|amount", $"{article[0]}|甲|100000.00", $"{article[1]}|乙|200000.00", $"{article[2]}|丙|400000.00");
        Assert.Equal(result, Result(Check(text, "budget", goods), "X10"));
    }

    /// <summary>Where last year's figure is printed beside this year's, the change leads to it; another one may be of what was carried out.</summary>
    [Theory]
    [InlineData("支出总计 110.00;支出总计 Δ10.00", CheckResult.Pass)]
    [InlineData("支出总计 110.00;支出总计 Δ11.00", CheckResult.NotApplicable)]
    [InlineData("基本支出 70.00;基本支出 Δ10.00", CheckResult.Pass)]
    [InlineData("项目支出 40.00;项目支出 Δ10.00", null)]
    [InlineData("2023年支出总计 110.00;2023年支出总计 Δ10.00", null)]
    public void A_change_leads_to_the_figure_of_the_year_before(string text, CheckResult? result) =>
        Assert.Equal(result, Result(Check(text, "budget", Spending()), "N4.table"));

    /// <summary>Nothing was spent: the table leaves the cell blank beside what was budgeted, the text says 0. No other sentence is wrong by a blank cell.</summary>
    [Theory]
    [InlineData("公务接待费 0.00", "", CheckResult.Pass)]
    [InlineData("公务接待费 0.00", "0.60", CheckResult.Fail)]
    [InlineData("公务接待费 0.50", "", CheckResult.Pass)]
    [InlineData("公务接待费 0.70", "", CheckResult.Fail)]
    public void A_sentence_of_nothing_agrees_with_a_blank_cell(string text, string final, CheckResult result) =>
        Assert.Equal(result, Result(Check(text, "final", new Sheet("final_three_public_expenses", "budget.reception|final.reception|budget.abroad", $"0.50|{final}|1.00") { Unit = Unit.TenThousand }), "N1"));

    /// <summary>A form has a column of the year before too, by its header, and rows for the parts.</summary>
    [Theory]
    [InlineData("money:2023年", "支出总计 110.00;支出总计 Δ10.00", CheckResult.Pass)]
    [InlineData("money:2022年", "支出总计 110.00;支出总计 Δ10.00", null)]
    [InlineData("money:2023年", "基本支出 70.00;基本支出 Δ10.00", CheckResult.Pass)]
    [InlineData("money:2023年", "项目支出 40.00;项目支出 Δ0.00", CheckResult.Pass)]
    [InlineData("money:2023年", "财政拨款 95.00;财政拨款 Δ15.00", null)] // may be any grant
    [InlineData("money:2023年", "财政拨款支出 95.00;财政拨款支出 Δ15.00", CheckResult.Pass)]
    public void A_change_leads_to_the_figure_of_a_form(string column, string text, CheckResult? result)
    {
        var form = new Sheet("department_performance", "label|money:2024年|" + column, "收入构成/财政拨款|95.00|80.00", "收入构成/其他资金|15.00|20.00", "收入构成/合计|110.00|100.00", "支出构成/基本支出|70.00|60.00", "支出构成/项目支出|40.00|40.00", "支出构成/合计|110.00|100.00") { Unit = Unit.TenThousand };
        Assert.Equal(result, Result(Check(text, "budget", form), "N4.table"));
    }

    /// <summary>The sums say that 合计 is wrong, and the sentence what would close them: it is the cell that is wrong, and that is told once.</summary>
    [Theory]
    [InlineData("支出总计 110.00", 1)]
    [InlineData("支出总计 115.00", 2)]
    public void A_sentence_that_says_what_would_close_the_sums_is_right(string text, int told)
    {
        var outcome = Check(text, "budget", Spending("1010000.00"));
        Assert.Equal(told, outcome.Anomalies.Length);
        Assert.Equal(("1010000.00", "1100000.00"), (outcome.Anomalies.Single(a => a.Where.Table == 1).Found, outcome.Anomalies.Single(a => a.Where.Table == 1).Expected));
    }
}
