using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>A list that goes on beside itself: 公用经费 of the accounts in two halves, with 款 of 302 in both.</summary>
public class HalvesTests
{
    private const string Personnel = "code|label|personnel.total|/code|label|";

    private static Sheet Accounts(string halves, string total, string remark = "") => new(
        "final_general_public_budget_basic_expenditure", Personnel + halves,
        "301|工资福利支出|9.00|302|商品和服务支出|7.00|30214|租赁费|1.00" + remark,
        "30101|基本工资|9.00|30201|办公费|4.00|310|资本性支出|3.00" + remark,
        $"|人员经费合计|9.00|30213|维修费|2.00||公用经费合计|{total}{remark}")
    {
        Scheme = "department_economic",
    };

    [Theory]
    [InlineData("10.00", CheckResult.Pass)]
    [InlineData("9.00", CheckResult.Fail)]
    public void Its_sums_run_over_both_halves(string total, CheckResult result)
    {
        var outcome = Sheet.Check(Accounts("operating.total|/code|label|operating.total", total));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Left == total && c.Right == "10.00").Result);
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Left == "7.00").Result);
    }

    [Fact]
    public void Remarks_behind_the_last_half_do_not_part_them() =>
        Assert.DoesNotContain(Sheet.Check(Accounts("operating.total|/code|label|operating.total|text:备注", "10.00", "|")).Checks, c => c.Result == CheckResult.Fail);

    /// <summary>支出 by function and, beside it, by use are two lists, though one might close over both.</summary>
    [Fact]
    public void Halves_with_other_headers_are_lists_of_their_own() =>
        Assert.Contains(Sheet.Check(Accounts("money:按功能|/code|label|money:按用途", "10.00")).Checks, c => c is { Left: "7.00", Result: CheckResult.Fail });

    /// <summary>Each half has a total of its own: that of the first does not close by rows of the second.</summary>
    [Fact]
    public void A_half_with_a_total_of_its_own_is_a_list_of_its_own()
    {
        var outcome = Sheet.Check(new Sheet("general_public_budget_basic_expenditure", "label|total|/label|total", "工资|3.00|会议|1.00", "津贴|2.00|印刷|4.00", "合计|6.00|合计|4.00"));
        Assert.Equal(["合计 6.00"], outcome.Facts.Where(f => f.Status == FactStatus.Doubtful && f.Line.IsTotal).Select(f => $"{f.Line.Label} {f.Shown}"));
    }

    /// <summary>The total above the first half and the one below the second are of all rows.</summary>
    [Fact]
    public void Totals_above_and_below_do_not_part_them() =>
        Assert.DoesNotContain(Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total|/label|total", "本年支出合计|9.00|三、国防支出|4.00", "一、教育支出|3.00|结转下年|1.00", "二、科技支出|2.00|支出总计|10.00")).Checks, static c => c.Result == CheckResult.Fail);
}
