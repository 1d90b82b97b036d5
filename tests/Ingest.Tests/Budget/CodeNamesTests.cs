using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class CodeNamesTests
{
    private static IEnumerable<string> Mismatches(string row, string title = "支出总表") =>
        FactMaker.Make(DrawnTable.Type(DrawnTable.Of($"科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n{row} | 5.00 | 3.00 | 2.00", title + "\n单位:万元")).Value)
            .Anomalies.Where(a => a.Code == AnomalyCodes.CodeNameMismatch).Select(a => $"{a.Label}:{a.Found}≠{a.Expected}");

    [Theory]
    [InlineData("2080505 | 行政单位医疗", "2080505:行政单位医疗≠机关事业单位基本养老保险缴费支出")]
    [InlineData("2101103 | 安全监管", "2101103:安全监管≠公务员医疗补助")]
    public void Reports_a_name_that_belongs_to_another_code(string row, string expected) =>
        Assert.Equal(expected, Assert.Single(Mismatches(row)));

    [Theory]
    [InlineData("2080505 | 机关事业单位基本养老保险缴费支出")]
    [InlineData("2080505 | 基本养老保险缴费支出")]
    [InlineData("207 | 文化体育与传媒支出")]
    [InlineData("207 | 文化旅游体育与传媒支出")]
    [InlineData("2019898 | 行政单位医疗")]
    [InlineData("2080505 | 本地自拟的名称")]
    public void Says_nothing_of_variants_older_names_and_unknown_codes(string row) => Assert.Empty(Mismatches(row));

    [Fact]
    public void Knows_codes_with_their_names_over_time()
    {
        Assert.Equal(["医疗卫生支出", "医疗卫生与计划生育支出", "卫生健康支出"], CodeCatalog.Names("functional", "210"));
        Assert.Equal(["政府办公厅(室)及相关机构事务"], CodeCatalog.Names("functional", "20103"));
        Assert.Equal(["行政运行"], CodeCatalog.Names("functional", "2010301"));
        Assert.Equal(["办公费"], CodeCatalog.Names("department_economic", "30201"));
        Assert.Equal(["工资奖金津补贴"], CodeCatalog.Names("government_economic", "50101"));
        Assert.Empty(CodeCatalog.Names("functional", "2999999"));
        Assert.Empty(CodeCatalog.Names("unit", "201"));
    }

    [Fact]
    public void Names_the_code_of_a_row_whose_class_is_misprinted()
    {
        var typed = DrawnTable.Type(DrawnTable.Of(
            """
            类 | 款 | 项 | 科目名称 | 合计 | 基本支出 | 项目支出
            210 |  |  | 卫生健康支出 | 5.00 | 5.00 | 0.00
            210 | 11 |  | 行政事业单位医疗 | 5.00 | 5.00 | 0.00
            7 | 11 | 02 | 事业单位医疗 | 5.00 | 5.00 | 0.00
            221 |  |  | 住房保障支出 | 3.00 | 3.00 | 0.00
             |  |  | 合计 | 8.00 | 8.00 | 0.00
            """, "支出总表\n单位:元"));
        var made = FactMaker.Make(typed.Value);
        var mismatch = Assert.Single(made.Anomalies, a => a.Code == AnomalyCodes.CodeNameMismatch);
        Assert.Equal(("71102", "2101102"), (mismatch.Found, mismatch.Expected));
        var checks = Ingest.Core.Checks.Checker.Check(DocumentIdentity.Unknown, typed.Value, made.Value, [], []);
        Assert.DoesNotContain(checks.Anomalies, a => a.Code.Severity != Severity.Note);
    }

    [Fact]
    public void Reports_a_table_after_another_list_of_codes_once()
    {
        var typed = DrawnTable.Type(DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
            30202 | 咨询费 | 1.00 | 0.00 | 1.00
            30203 | 水费 | 1.00 | 0.00 | 1.00
            30204 | 电费 | 1.00 | 0.00 | 1.00
            30205 | 邮电费 | 1.00 | 0.00 | 1.00
            """, "一般公共预算基本支出表\n单位:元"));
        var made = FactMaker.Make(typed.Value);
        var mismatch = Assert.Single(made.Anomalies, a => a.Code == AnomalyCodes.CodeNameMismatch);
        Assert.Contains("3 further", mismatch.Message, StringComparison.Ordinal);
        Assert.Equal(Origin.Extraction, mismatch.Origin);
        Assert.All(made.Value, f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Theory]
    [InlineData("50401 | 房屋建筑物购建", 0)]
    [InlineData("50401 | 设备购置", 1)]
    public void The_governments_own_codes_have_their_names(string row, int told) =>
        Assert.Equal(told, Mismatches(row).Count());
}
