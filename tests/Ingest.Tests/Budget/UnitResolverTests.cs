using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class UnitResolverTests
{
    private static RawTable Expenditure(string caption, int ordinal = 1) => DrawnTable.Of(
        """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
         | 合计 | 52,433,897.00 | 11,918,428.00 | 40,515,469.00
        204 | 公共安全支出 | 49,226,389.00 | 8,710,920.00 | 40,515,469.00
        """, caption, ordinal);

    private static RawTable Revenue(string caption, int ordinal) => DrawnTable.Of(
        """
        科目编码 | 科目名称 | 合计 | 一般公共预算 | 事业收入 | 其他收入
         | 合计 | 52,433,897.00 | 52,433,897.00 | 0.00 | 0.00
        """, caption, ordinal);

    private static RawTable General(string caption, int ordinal) => DrawnTable.Of(
        """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
         | 合计 | 52,433,897.00 | 11,918,428.00 | 40,515,469.00
        """, caption, ordinal);

    [Fact]
    public void Doubts_a_printed_unit_under_which_no_other_table_agrees()
    {
        var typed = DrawnTable.Type(Expenditure("支出总表\n单位:万元"), Revenue("收入总表\n单位:元", 2), General("一般公共预算支出表\n单位:元", 3));
        Assert.Equal([true, false, false], typed.Value.Select(t => t.UnitDoubtful));
        var anomaly = Assert.Single(typed.Anomalies);
        Assert.Equal((AnomalyCodes.UnitContradiction, "expenditure_summary", "万元", "元"), (anomaly.Code, anomaly.TableKind, anomaly.Found, anomaly.Expected));
        var facts = FactMaker.Make(typed.Value).Value;
        Assert.All(facts.Where(f => f.Kind == "expenditure_summary"), f => Assert.Equal(FactStatus.Doubtful, f.Status));
        Assert.Equal("524338970000.00", facts.First(f => f.Kind == "expenditure_summary").Amount?.ToYuan());
    }

    [Fact]
    public void Takes_a_missing_unit_from_a_table_with_the_same_figures()
    {
        var typed = DrawnTable.Type(Expenditure("支出总表"), Revenue("收入总表\n单位:元", 2));
        Assert.Equal((Unit.Yuan, UnitSource.Siblings), (typed.Value[0].Unit, typed.Value[0].UnitSource));
        Assert.Equal(AnomalyCodes.UnitInferred, Assert.Single(typed.Anomalies).Code);
    }

    [Fact]
    public void Takes_a_missing_unit_from_sentences_that_state_the_figures()
    {
        var typed = DrawnTable.Type("2025年支出总计5243.39万元,其中:基本支出1191.84万元。", Expenditure("支出总表"));
        Assert.Equal((Unit.Yuan, UnitSource.Magnitude), (typed.Value[0].Unit, typed.Value[0].UnitSource));
    }

    private static RawTable OneTotal(string total) => DrawnTable.Of(
        $"""
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
         | 合计 | {total} | {total} | 0.00
        """, "支出总表");

    [Theory]
    [InlineData("52,433,897.00", "元")]
    [InlineData("5,243.39", "万元")]
    public void Guesses_a_unit_by_size_alone_but_doubts_the_amounts(string total, string unit)
    {
        var typed = DrawnTable.Type(OneTotal(total));
        Assert.Equal((unit, UnitSource.Magnitude, true), (typed.Value[0].Unit?.Label, typed.Value[0].UnitSource, typed.Value[0].UnitDoubtful));
        Assert.All(FactMaker.Make(typed.Value).Value, f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Fact]
    public void Says_so_when_nothing_tells_the_unit()
    {
        var typed = DrawnTable.Type(OneTotal("524,338.97"));
        Assert.Null(typed.Value[0].Unit);
        Assert.Equal(AnomalyCodes.UnitMissing, Assert.Single(typed.Anomalies).Code);
        Assert.All(FactMaker.Make(typed.Value).Value, f => Assert.Null(f.Amount));
    }

    private static TextLine Line(string text, double y, int page = 1) => new(new PageBox(page, new Box(50, y, 300, y + 10)), text, 9);

    [Theory]
    [InlineData("注:本表金额单位:万元", "万元")]
    [InlineData("备注:金额单位:元", "元")]
    [InlineData("本表金额单位:元", "元")]
    [InlineData("注:1.本表反映部门收支。\n2.单位:元", "元")]
    [InlineData("单位:元", null)]
    [InlineData("三、支出决算表(单位:元)", null)]
    [InlineData("注:含购车费用1(万元)", null)]
    public void Reads_a_unit_in_the_notes_below_a_table_but_not_in_what_may_belong_to_the_next_one(string notes, string? unit)
    {
        var table = OneTotal("524,338.97") with { Notes = [.. notes.Split('\n').Select((n, i) => Line(n, 300 + (12 * i)))] };
        var typed = DrawnTable.Type(table);
        Assert.Equal((unit, unit is null ? UnitSource.Unknown : UnitSource.Own), (typed.Value[0].Unit?.Label, typed.Value[0].UnitSource));
    }

    [Fact]
    public void Reads_a_unit_in_the_head_of_the_page()
    {
        var table = OneTotal("524,338.97");
        var page = table.Pages[0];
        var identity = DocumentIdentity.Unknown;
        Unit? Of(params TextLine[] lines) => TableTyper.Type(new FoundTables([table], [.. lines]), identity).Value[0].Unit;
        Assert.Equal(Unit.Yuan, Of(Line("某市某局 金额单位:元", 20, page), Line("一、收支情况", 40, page)));
        Assert.Null(Of(Line("某市某局", 20, page), Line("一、收支情况", 40, page), Line("二、其他", 60, page), Line("单位:元", 80, page)));
        Assert.Null(Of(Line("金额单位:元", 20, page + 1)));
    }

    /// <summary>The revenue shares its total with the expenditure, whose total a sentence states; the table of procurement shares only with the revenue.</summary>
    [Fact]
    public void A_unit_that_was_inferred_tells_that_of_further_tables()
    {
        var third = DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
             | 合计 | 52,433,897.00 | 98,765.00 | 52,335,132.00
            """, "一般公共预算支出表", 2);
        var typed = DrawnTable.Type("2025年基本支出1191.84万元,项目支出4051.55万元。", Expenditure("支出总表"), third);
        Assert.Equal([(Unit.Yuan, UnitSource.Magnitude), (Unit.Yuan, UnitSource.Siblings)], typed.Value.Select(t => (t.Unit!, t.UnitSource)));
    }

    /// <summary>Two hundred times the largest amount of two others; ninety times are still believed.</summary>
    [Theory]
    [InlineData("52,433,897.00", true)]
    [InlineData("4,700,000.00", false)]
    public void Doubts_a_unit_that_makes_a_table_tower_over_all_others(string amount, bool doubted)
    {
        RawTable Small(string title, int ordinal, string total) => DrawnTable.Of(
            $"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
             | 合计 | {total} | {total} | 0.00
            """, title + "\n单位:万元", ordinal);
        var typed = DrawnTable.Type(Small("支出总表", 1, "52,433.89"), Small("一般公共预算支出表", 2, "52,100.11"), Small("政府性基金预算支出表", 3, amount));
        Assert.Equal([false, false, doubted], typed.Value.Select(t => t.UnitDoubtful));
        Assert.Equal(doubted ? 1 : 0, typed.Anomalies.Count(a => a.Code == AnomalyCodes.UnitContradiction));
    }

    /// <summary>A column without a header may hold codes: they are no amounts that tower.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("其他", true)]
    public void Figures_that_no_header_names_tell_nothing_of_the_unit(string header, bool doubted)
    {
        RawTable Small(string title, int ordinal) => DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
             | 合计 | 2,081.83 | 2,081.83 | 0.00
            """, title + "\n单位:万元", ordinal);
        var projects = DrawnTable.Of(
            $"""
            项目名称 | {header} | 合计 | 一般公共预算
            会议 | 300001 | 1,081.83 | 1,081.83
            印刷 | 300002 | 1,000.00 | 1,000.00
            """, "项目支出表\n单位:万元", 3);
        var typed = DrawnTable.Type(Small("支出总表", 1), Small("一般公共预算支出表", 2), projects);
        Assert.Equal([false, false, doubted], typed.Value.Select(t => t.UnitDoubtful));
    }

    /// <summary>1.20 is too small a figure to be compared by itself; as that of 公务接待费 it is not.</summary>
    [Theory]
    [InlineData("元", "1.20", true)]
    [InlineData("万元", "1.20", false)]
    [InlineData("元", "12,000.00", false)]
    public void Doubts_the_unit_of_small_figures_that_another_table_prints_for_the_same_name(string unit, string amount, bool doubted)
    {
        var basic = DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
             | 合计 | 52,433.89 | 40,515.46 | 11,918.43
            30217 | 公务接待费 | 1.20 |  | 1.20
            """, "一般公共预算基本支出表\n单位:万元", 1);
        var cars = DrawnTable.Of(
            $"""
            合计 | 因公出国(境)费 | 公务用车购置费 | 公务用车运行费 | 公务接待费
            {amount} | 0.00 | 0.00 | 0.00 | {amount}
            """, "一般公共预算“三公”经费支出表\n单位:" + unit, 2);
        var typed = DrawnTable.Type(basic, cars);
        Assert.Equal([false, doubted], typed.Value.Select(t => t.UnitDoubtful));
        Assert.Equal(doubted ? 1 : 0, typed.Anomalies.Count(a => a.Code == AnomalyCodes.UnitContradiction && a.Found == unit && a.Expected == "万元"));
    }

    /// <summary>0.45 is too small to tell a unit, and lost without one: that of the other tables is taken, as a guess where theirs were inferred.</summary>
    [Theory]
    [InlineData("\n单位:万元", "", false)]
    [InlineData("", "支出预算5,243.39万元。收入预算7,777.11万元。基本支出612,345.67元。", true)]
    public void Small_figures_take_the_unit_of_the_other_tables(string unit, string text, bool doubted)
    {
        RawTable Total(string title, string total, int ordinal) => DrawnTable.Of($"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
             | 合计 | {total} | {total} | 0.00
            """, title + unit, ordinal);
        var cars = DrawnTable.Of("""
            合计 | 因公出国(境)费 | 公务用车购置费 | 公务用车运行费 | 公务接待费
            0.4500 | / | / | / | 0.4500
            """, "一般公共预算“三公”经费支出表", 4);
        var typed = DrawnTable.Type(text, Total("支出总表", "5,243.39", 1), Total("财政拨款支出表", "7,777.11", 2), Total("一般公共预算支出表", "612,345.67", 3), cars);
        Assert.Equal((Unit.TenThousand, doubted), (typed.Value[3].Unit, typed.Value[3].UnitDoubtful));
    }
}
