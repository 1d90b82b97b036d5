using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Codes that lost a digit, or were lost, beside those of a list.</summary>
public class OddCodeTests
{
    private static Placing PlacingOf(string code, string label, int rows = 5, int others = 0)
    {
        string[] listed = ["20801 | 人力资源和社会保障管理事务", "20802 | 民政管理事务", "20805 | 行政事业单位养老支出", "20807 | 就业补助", "20808 | 抚恤"];
        var lines = listed.Take(rows).Concat(Enumerable.Range(1, others).Select(i => $" | 另一项目{(char)('甲' + i)}支出")).Append($"{code} | {label}");
        var made = FactMaker.Make([DrawnTable.One(
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n" + string.Join('\n', lines.Select((l, i) => $"{l} | {3 + i}.00 | 2.00 | {1 + i}.00")), "一般公共预算支出表\n单位:元")]);
        return made.Value[^1].Placing;
    }

    [Theory]
    [InlineData("60110", "残疾人事业")]
    [InlineData("2081", "残疾人事业")]
    [InlineData("11", "残疾人事业")]
    [InlineData("", "残疾人事业")]
    [InlineData("208011", "残疾人事业")]
    public void A_code_that_no_list_has_beside_codes_of_one_is_doubted(string code, string label) => Assert.NotEqual(Placing.Sure, PlacingOf(code, label));

    [Theory]
    [InlineData("20811", "残疾人事业")]
    [InlineData("495", "某区残疾人联合会")]
    [InlineData("495001", "某区残疾人联合会本级")]
    [InlineData("", "某区残疾人联合会")]
    public void Codes_of_lists_and_of_units_are_none_such(string code, string label) => Assert.Equal(Placing.Sure, PlacingOf(code, label));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 2)]
    public void Few_codes_show_nothing(int rows, int others) => Assert.Equal(Placing.Sure, PlacingOf("2081", "残疾人事业", rows, others));

    /// <summary>The codes of several rows in one, also where many rows lost theirs; the longest that a body has is nine digits.</summary>
    [Theory]
    [InlineData("20802020303040507", 5, 0, false)]
    [InlineData("20802020303040507", 5, 2, false)]
    [InlineData("2080202030", 5, 2, false)]
    [InlineData("495001001", 5, 2, true)]
    [InlineData("20802020303040507", 4, 0, true)]
    public void Codes_of_several_rows_in_one_are_doubted(string code, int rows, int others, bool isSure) => Assert.Equal(isSure, PlacingOf(code, "某区残疾人联合会本级", rows, others) == Placing.Sure);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Names_without_codes_are_no_loss_where_several_stand_so(int bare, bool isSure)
    {
        string[] names = ["教育支出", "科学技术支出", "住房保障支出"];
        var lines = Enumerable.Range(1, 12).Select(i => $"208{i:00} | 人力资源和社会保障管理事务{i}").Concat(names.Take(bare).Select(static n => $" | {n}"));
        var made = FactMaker.Make([DrawnTable.One(
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n" + string.Join('\n', lines.Select((l, i) => $"{l} | {3 + i}.00 | 2.00 | {1 + i}.00")), "一般公共预算支出表\n单位:元")]);

        Assert.Equal(isSure, !made.Anomalies.Any(a => a.Code == AnomalyCodes.CodeUnsure));
    }
}
