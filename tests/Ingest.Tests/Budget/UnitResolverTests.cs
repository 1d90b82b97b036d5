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
        var facts = Ingest.Core.Budget.FactMaker.Make(typed.Value).Value;
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
        Assert.All(Ingest.Core.Budget.FactMaker.Make(typed.Value).Value, f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Fact]
    public void Says_so_when_nothing_tells_the_unit()
    {
        var typed = DrawnTable.Type(OneTotal("524,338.97"));
        Assert.Null(typed.Value[0].Unit);
        Assert.Equal(AnomalyCodes.UnitMissing, Assert.Single(typed.Anomalies).Code);
        Assert.All(Ingest.Core.Budget.FactMaker.Make(typed.Value).Value, f => Assert.Null(f.Amount));
    }
}
