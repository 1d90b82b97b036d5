using System.Collections.Immutable;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Documents of one entity against each other.</summary>
public class CrossDocumentTests
{
    private const string Expenditure = "expenditure_summary";

    [Fact]
    public void Last_years_column_is_compared_with_last_years_document_by_code()
    {
        var before = Of("a", 2023, "budget", [Row("2010301", "行政运行", "total", 100), Row("2010302", "一般行政管理事务", "total", 50), Row("", "合计", "total", 150)]);
        var now = Of("b", 2024, "budget", [
            Row("2010301", "行政运行", "prior.total", 100), Row("2010302", "一般行政管理事务", "prior.total", 55), Row("", "合计", "prior.total", 155),
            Row("2010399", "其他", "prior.total", 9)]);

        var (checks, anomalies) = CrossDocuments.Compare([before, now]);

        Assert.Equal(["Y1 100.00 100.00 Pass", "Y1 55.00 50.00 Fail", "Y1 155.00 150.00 Fail"], checks.Select(Line));
        Assert.All(checks, c => Assert.Equal(("b", "a"), (c.Sha256, c.Other)));
        var anomaly = Assert.Single(anomalies).Anomaly;
        Assert.Equal(("cross-year", "2010302-一般行政管理事务", "55.00", "50.00"), (anomaly.Code.Id, anomaly.Label, anomaly.Found, anomaly.Expected));
        Assert.EndsWith("so do 1 further rows of the column", anomaly.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("上年执行数", "final")]
    [InlineData("2023年决算数", "final")]
    [InlineData("2023年预算数", "budget")]
    [InlineData("上年", "budget")]
    public void What_was_spent_is_compared_with_the_final_accounts_and_what_was_planned_with_the_budget(string header, string phase)
    {
        var budget = Of("budget", 2023, "budget", [Row("2010301", "行政运行", "total", 100)]);
        var final = Of("final", 2023, "final", [Row("2010301", "行政运行", "total", 90, kind: "final_expenditure")]);
        var now = Of("b", 2024, "budget", [Row("2010301", "行政运行", "prior.total", 95, path: header)]);

        Assert.Equal(phase, Assert.Single(CrossDocuments.Compare([budget, final, now]).Checks).Other);
    }

    [Theory]
    [InlineData("2023年预算数(不含提前告知转移支付)", 0)]
    [InlineData("2023年同口径预算数", 0)]
    [InlineData("2023年预算数", 1)]
    public void Last_years_figures_that_were_made_comparable_are_no_copy_of_last_years_document(string header, int compared)
    {
        var before = Of("a", 2023, "budget", [Row("2010301", "行政运行", "total", 100)]);
        var now = Of("b", 2024, "budget", [Row("2010301", "行政运行", "prior.total", 95, path: header)]);

        Assert.Equal(compared, CrossDocuments.Compare([before, now]).Checks.Length);
    }

    [Fact]
    public void Other_scopes_other_years_and_doubtful_figures_are_never_compared()
    {
        var unit = Of("unit", 2023, "budget", [Row("2010301", "行政运行", "total", 1)], "unit");
        var older = Of("older", 2022, "budget", [Row("2010301", "行政运行", "total", 2)]);
        var now = Of("b", 2024, "budget", [Row("2010301", "行政运行", "prior.total", 95)]);
        Assert.Empty(CrossDocuments.Compare([unit, older, now]).Checks);

        var doubtful = Of("a", 2023, "budget", [Row("2010301", "行政运行", "total", 1) with { Trusted = false }]);
        var (checks, anomalies) = CrossDocuments.Compare([doubtful, now]);
        Assert.Equal(CheckResult.Unverifiable, Assert.Single(checks).Check.Result);
        Assert.Empty(anomalies);
    }

    [Theory]
    [InlineData(0, 12, 0)]
    [InlineData(9, 0, 3)]
    public void A_column_of_which_hardly_a_figure_agrees_is_of_another_basis_and_is_told_once(int agreeing, int notApplicable, int failed)
    {
        static string Code(int i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"20{i + 101}01");
        var budget = Of("a", 2023, "budget", [.. Enumerable.Range(0, 12).Select(i => Row(Code(i), "甲", "total", 10 + i))]);
        var final = Of("b", 2023, "final", [.. Enumerable.Range(0, 12).Select(i => Row(Code(i), "甲", "budget.total", i < agreeing ? 10 + i : 50 + i, path: "预算数"))]);
        var (checks, anomalies) = CrossDocuments.Compare([budget, final]);
        Assert.Equal((notApplicable, failed), (checks.Count(c => c.Check.Result == CheckResult.NotApplicable), checks.Count(c => c.Check.Result == CheckResult.Fail)));
        Assert.NotEmpty(anomalies);
    }

    [Theory]
    [InlineData("own", "own", 1)]
    [InlineData("own", "whole", 0)]
    public void Tables_of_a_government_are_compared_with_those_of_their_own_level(string now, string before, int compared)
    {
        const string Kind = "gov_general_public_revenue";
        var last = Of("a", 2023, "budget", [Row("", "增值税", "total", 10, Kind) with { Level = before }]);
        var next = Of("b", 2024, "budget", [Row("", "增值税", "prior.total", 10, Kind, "上年预算数") with { Level = now }]);
        Assert.Equal(compared, CrossDocuments.Compare([last, next]).Checks.Length);
    }

    [Fact]
    public void A_code_that_comes_twice_is_compared_with_neither()
    {
        var before = Of("a", 2023, "budget", [Row("2010301", "行政运行", "total", 1), Row("2010301", "行政运行", "total", 2)]);
        Assert.Empty(CrossDocuments.Compare([before, Of("b", 2024, "budget", [Row("2010301", "行政运行", "prior.total", 3)])]).Checks);
    }

    [Fact]
    public void The_budget_column_of_final_accounts_is_the_budget()
    {
        var budget = Of("a", 2023, "budget", [Row("", "合计", "car.operation", 20, kind: "three_public_expenses")]);
        var final = Of("b", 2023, "final", [
            Row("", "合计", "budget.car.operation", 21, kind: "final_three_public_expenses"), Row("", "合计", "final.car.operation", 18, kind: "final_three_public_expenses")]);

        Assert.Equal(["Y1.budget 21.00 20.00 Fail"], CrossDocuments.Compare([budget, final]).Checks.Select(Line));
    }

    /// <summary>A budget tells how the year before went in tables of their own: no budget of its year.</summary>
    [Theory]
    [InlineData("2022年完成数", 0)]
    [InlineData("2023年完成数", 1)]
    [InlineData("2022年预算数", 1)]
    public void What_was_spent_in_the_year_before_is_no_budget(string header, int compared)
    {
        var budget = Of("a", 2023, "budget", [Row("", "合计", "total", 20, path: header)]);
        var final = Of("b", 2023, "final", [Row("", "合计", "budget.total", 21, kind: "final_expenditure")]);
        Assert.Equal(compared, CrossDocuments.Compare([budget, final]).Checks.Length);
    }

    [Theory]
    [InlineData(38_00, CheckResult.Pass)]
    [InlineData(39_00, CheckResult.Fail)]
    public void What_a_sentence_says_the_year_grew_from_is_a_total_of_last_year(long change, CheckResult result)
    {
        var before = Of("a", 2023, "budget", [Row("", "合计", "total", 495)]);
        var now = Of("b", 2024, "budget", []) with
        {
            Narrative = [Said("amount", "示范局2024年度收入、支出预算总计", 533_00), Said("change_amount", "示范局2024年度收入、支出预算总计", change)],
        };

        var (checks, anomalies) = CrossDocuments.Compare([before, now]);
        Assert.Equal(("N4", result), (Assert.Single(checks).Check.Identity, checks[0].Check.Result));
        Assert.Equal(result == CheckResult.Fail ? 1 : 0, anomalies.Length);
    }

    [Theory]
    [InlineData(99, CheckResult.Pass)]
    [InlineData(100, CheckResult.Pass)]
    [InlineData(101, CheckResult.Fail)]
    public void A_unit_is_no_more_than_the_department_of_the_same_name(int amount, CheckResult result)
    {
        var department = Of("d", 2024, "budget", [Row("", "合计", "total", 100)]);
        var unit = Of("u", 2024, "budget", [Row("", "合计", "total", amount)], "unit");
        Assert.Equal(("Y2.sub", result), (Assert.Single(CrossDocuments.Compare([department, unit]).Checks).Check.Identity, CrossDocuments.Compare([department, unit]).Checks[0].Check.Result));
    }

    [Fact]
    public void The_row_of_a_unit_is_the_total_of_its_own_document()
    {
        var row = Row("121001", "青山区大数据中心本级", "total", 100);
        var (checks, anomalies) = CrossDocuments.CompareUnitRows(Of("d", 2024, "budget", [row]), [row], Of("u", 2024, "budget", [Row("", "合计", "total", 90)], "unit"));
        Assert.Equal(["Y2 100.00 90.00 Fail"], checks.Select(Line));
        Assert.Equal("cross-document", Assert.Single(anomalies).Anomaly.Code.Id);
    }

    [Fact]
    public void Sentences_in_one_file_are_checked_against_the_tables_of_another()
    {
        var whole = ParsedFixtures.Parse("seed-chromium");
        var explanations = whole with { Source = whole.Source with { Sha256 = "text" }, Tables = [], Facts = [] };
        var tables = whole with { Source = whole.Source with { Sha256 = "tables" }, Narrative = [] };

        var (checks, anomalies) = Siblings.Compare(explanations, tables);

        Assert.Equal(whole.Checks.Where(c => c.Identity is "N1" or "X10").Select(c => c.Result), checks.Select(c => c.Check.Result));
        var anomaly = Assert.Single(anomalies);
        Assert.Equal(("text", "tables", "88.08万元", "888.08万元"), (anomaly.Sha256, anomaly.Other, anomaly.Anomaly.Found, anomaly.Anomaly.Expected));
    }

    private static string Line(CrossCheck check) => $"{check.Check.Identity} {check.Check.Left} {check.Check.Right} {check.Check.Result}";

    private static DocumentFigures Of(string sha, int year, string phase, ImmutableArray<TableFigure> figures, string scope = "department") => new(
        sha, sha + ".pdf", new DocumentIdentity("示范局", "420107", year, phase, scope, []),
        [.. figures.Select((f, i) => f with { Where = f.Where with { Row = i } })], [], HasTables: true);

    private static TableFigure Row(string code, string label, string key, int yuan, string kind = Expenditure, string path = "合计") => new(
        new CellRef(new PageBox(1, default), 3, 0, 2), kind, new BudgetColumn(2, 0, path, key, ColumnRole.Money),
        new BudgetRow(0, 0, code.Length == 0 ? "" : code.Length == 6 ? "unit" : "functional", code, label, 0, label == "合计", label != "合计"),
        $"{yuan}.00", Unit.Yuan, new Amount(yuan * 100L, 1), Trusted: true);

    private static NarrativeFact Said(string metric, string subject, long fen) => new(
        new CellRef(new PageBox(1, default)), metric, subject, subject, $"{fen / 100}元", Unit.Yuan, new Amount(fen, 1), new PrintedNumber(fen, 2), 1);
}
