using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>A table whose figures are all those of its siblings times a power of ten: its unit is doubted, and no figure is accused.</summary>
public class UnitClashTests
{
    private static Unit UnitOf(string label) => new[] { Unit.Yuan, Unit.Thousand, Unit.TenThousand, Unit.Million, Unit.HundredMillion }.Single(u => u.Label == label);

    private static Sheet Summary(string total, string unit, string item = "教育支出") =>
        new("revenue_expenditure_summary", "label|income.total|/label|expenditure.total", $"一、拨款收入|{total}|一、{item}|{total}", $"本年收入合计|{total}|本年支出合计|{total}") { Unit = UnitOf(unit) };

    private static Sheet Expenditure(string total, string unit, UnitSource source = UnitSource.Own) =>
        new("expenditure_summary", "code|label|total|quantity", $"|合计|{total}|7", $"205|教育支出|{total}|7", "208|社会保障支出|0.00|0") { Unit = UnitOf(unit), UnitSource = source };

    /// <summary>A table further on of which the expenditure has a figure.</summary>
    private static Sheet Projects(string total, string unit) => new("project_expenditure", "label|total", $"合计|{total}") { Unit = UnitOf(unit) };

    private static FactStatus[] Doubted(CheckOutcome outcome, int table) => [.. outcome.Facts.Where(f => f.Where.Table == table).Select(f => f.Status).Distinct()];

    [Theory]
    [InlineData("100.00", "元", "100.00", "万元", "万元", "元", "10000")]
    [InlineData("100.00", "万元", "100.00", "元", "元", "万元", "10000")]
    [InlineData("100.00", "元", "100.00", "千元", "千元", "元", "1000")]
    [InlineData("100.00", "元", "100.00", "亿元", "亿元", "元", "100000000")]
    [InlineData("100.00", "百万元", "100000.00", "百万元", "百万元", "千元", "1000")]
    [InlineData("100.00", "亿元", "100.00", "元", "元", "亿元", "100000000")]
    [InlineData("100.00", "万元", "100000.00", "万元", "万元", "", "1000")] // nothing is printed in tens of 元
    public void It_is_told_once_in_both_languages_with_the_unit_that_would_fit(string total, string unit, string other, string otherUnit, string found, string expected, string factor)
    {
        var outcome = Sheet.Check(Summary(total, unit), Expenditure(other, otherUnit, UnitSource.Magnitude));
        var told = Assert.Single(outcome.Anomalies);
        Assert.Equal(("unit-contradiction", "expenditure_summary", found, expected, Origin.Unknown), (told.Code.Id, told.TableKind, told.Found, told.Expected, told.Origin));
        Assert.Equal((2, -1, -1, "total"), (told.Where.Table, told.Where.Row, told.Where.Column, told.ColumnPath));
        Assert.All((string[])[told.Message, told.Chinese], m => Assert.True(m.Contains(found, StringComparison.Ordinal) && m.Contains(factor, StringComparison.Ordinal), m));
        Assert.NotEqual(told.Message, told.Chinese);
    }

    [Fact]
    public void Every_amount_of_the_table_is_in_doubt_but_no_zero_no_number_of_things_and_no_other_table()
    {
        var outcome = Sheet.Check(Summary("100.00", "元"), Expenditure("100.00", "万元", UnitSource.Magnitude));
        Assert.DoesNotContain(FactStatus.Doubtful, Doubted(outcome, 1));
        Assert.All(outcome.Facts.Where(f => f.Where.Table == 2), f => Assert.Equal(f.Shown == "100.00", f.Status == FactStatus.Doubtful));
    }

    [Theory]
    [InlineData(UnitSource.Own, 1)]
    [InlineData(UnitSource.Header, 2)]
    [InlineData(UnitSource.Siblings, 2)]
    [InlineData(UnitSource.Magnitude, 2)]
    public void Of_two_tables_the_one_whose_unit_is_less_founded_is_doubted(UnitSource source, int table) =>
        Assert.Equal(table, Assert.Single(Sheet.Check(Summary("100.00", "元"), Expenditure("100.00", "万元", source)).Anomalies).Where.Table);

    /// <summary>One figure may be wrong by itself, unless its other place is borne out by a third table.</summary>
    [Theory]
    [InlineData("教育支出", "", true)]
    [InlineData("其他支出", "", false)]
    [InlineData("其他支出", "60.00", true)]
    [InlineData("其他支出", "61.00", false)]
    public void Two_tables_that_differ_in_one_figure_do_not_tell_which_unit_is_wrong(string item, string projects, bool told)
    {
        var expenditure = new Sheet("expenditure_summary", "code|label|total|project", "|合计|100.00|60.00", "205|教育支出|100.00|60.00");
        Sheet[] third = projects.Length == 0 ? [] : [Projects(projects, "元")];
        var outcome = Sheet.Check([Summary("100.00", "万元", item), expenditure, .. third]);
        Assert.Equal(told, outcome.Anomalies.Any(a => a.Code == AnomalyCodes.UnitContradiction && a.Where.Table == 1));
        Assert.Equal(!told, outcome.Anomalies.Any(a => a.Code == AnomalyCodes.CrossTable && a.Found == "100.00"));
    }

    /// <summary>A table that is in doubt for its unit already is not told of again.</summary>
    [Fact]
    public void A_unit_that_was_doubted_before_is_told_no_second_time()
    {
        var document = Sheet.Document(Summary("100.00", "元"), Expenditure("100.00", "万元", UnitSource.Magnitude));
        var outcome = Checker.Check(DocumentIdentity.Unknown, [document.Tables[0], document.Tables[1] with { UnitDoubtful = true }], document.Facts, [], []);
        Assert.Empty(outcome.Anomalies);
        Assert.Contains(FactStatus.Doubtful, Doubted(outcome, 2));
    }

    /// <summary>In 万元, though the table says 元, a sum may be off by what rounding leaves.</summary>
    [Theory]
    [InlineData("60.01", 1)]
    [InlineData("60.04", 2)]
    public void What_a_sum_of_the_table_is_off_by_rounding_has_its_explanation(string part, int told)
    {
        var expenditure = new Sheet("expenditure_summary", "code|label|total", "|合计|100.00", "205|教育支出|100.00", $"20501|教育管理事务|{part}", "20502|普通教育|40.00") { UnitSource = UnitSource.Magnitude };
        Assert.Equal(told, Sheet.Check(Summary("100.00", "万元"), expenditure).Anomalies.Length);
    }

    /// <summary>The figures of all tables differ, but by no power of ten.</summary>
    [Fact]
    public void Figures_that_differ_by_another_factor_are_no_matter_of_units() =>
        Assert.DoesNotContain(Sheet.Check(Summary("100.00", "元"), Expenditure("500000.00", "元")).Anomalies, a => a.Code == AnomalyCodes.UnitContradiction);

    /// <summary>Two tables contradict the first and not each other: that the unit of one of them was guessed counts for less.</summary>
    [Fact]
    public void A_table_that_several_others_contradict_is_doubted_first()
    {
        var revenue = new Sheet("revenue_summary", "label|total", "合计|100.00");
        Assert.Equal(1, Assert.Single(Sheet.Check(Summary("100.00", "万元"), revenue, Expenditure("100.00", "元", UnitSource.Magnitude)).Anomalies).Where.Table);
    }

    /// <summary>A sum that is off by a thousand is a slip; and nothing is a thousandth of any figure.</summary>
    [Fact]
    public void What_fails_within_a_table_or_against_nothing_is_no_matter_of_units()
    {
        var row = new Sheet("expenditure_summary", "code|label|total|basic|project", "|合计|60000.00|40.00|20.00", "205|教育支出|60000.00|40.00|20.00");
        Assert.DoesNotContain(Sheet.Check(row).Anomalies, a => a.Code == AnomalyCodes.UnitContradiction);
        Assert.DoesNotContain(Sheet.Check(Summary("0.00", "元"), Expenditure("60.00", "元")).Anomalies, a => a.Code == AnomalyCodes.UnitContradiction);
        Assert.DoesNotContain(Sheet.Check(Summary("60.00", "元"), Expenditure("0.00", "元")).Anomalies, a => a.Code == AnomalyCodes.UnitContradiction);
    }

    /// <summary>What the text says is not held against figures whose unit is in doubt.</summary>
    [Theory]
    [InlineData("万元", 0)]
    [InlineData("元", 1)]
    public void A_sentence_is_not_compared_with_the_table(string unit, int told)
    {
        var expenditure = new Sheet("expenditure_summary", "code|label|total|project", "|合计|100.00|60.00", "205|教育支出|100.00|60.00") { Unit = UnitOf(unit), UnitSource = UnitSource.Magnitude };
        var sentence = new NarrativeFact(new CellRef(default), "amount", "项目支出", "", "70万元", Unit.TenThousand, new Amount(70_000_000, 1_000_000), new PrintedNumber(70, 0), 1);
        Assert.Equal(told, Sheet.Check([Summary("100.00", "元"), expenditure], sentence).Anomalies.Count(a => a.Code == AnomalyCodes.NarrativeMismatch));
    }
}
