namespace Ingest.Tests.Budget;

/// <summary>What stands in header cells beside their words: formulas, years above their columns.</summary>
public class HeaderFormulaTests
{
    private static string[] Paths(string header, string row = "某市 | 9.00 | 6.00 | 3.00") =>
        [.. DrawnTable.One($"{header}\n{row}", "地方政府债务限额情况表\n单位:亿元").Columns.Skip(1).Select(static c => c.Path)];

    [Theory]
    [InlineData("A=B+C", "一般债务B", "专项债务C")]
    [InlineData("合计", "一般债务", "专项债务")]
    public void Letters_of_a_formula_are_no_part_of_a_header(string total, string general, string special) => Assert.Equal(
        [total == "合计" ? "2024年债务限额/合计" : "2024年债务限额", "2024年债务限额/一般债务", "2024年债务限额/专项债务"],
        Paths($"地区{"{2,1}"} | 2024年债务限额{"{1,3}"}\n{total} | {general} | {special}"));

    [Fact]
    public void Letters_without_a_formula_stay() => Assert.Equal(["债务限额/合计", "债务限额/方案A", "债务限额/方案B"], Paths("地区{2,1} | 债务限额{1,3}\n合计 | 方案A | 方案B"));

    /// <summary>A year above one column is the first line of its header; above several it is their group.</summary>
    [Theory]
    [InlineData("地区{2,1} | 2024年 | 2025年 | 2026年\n决算数 | 执行数 | 预算数", "2024年决算数 2025年执行数 2026年预算数")]
    [InlineData("地区{2,1} | 2024年 | 2025年{1,2}\n决算数 | 执行数 | 预算数", "2024年决算数 2025年/执行数 2025年/预算数")]
    [InlineData("地区{2,1} | 2024年 | 2025年 | 2026年\n限额 | 余额 | 限额", "2024年/限额 2025年/余额 2026年/限额")]
    public void A_year_above_one_column_is_of_its_header(string header, string paths) => Assert.Equal(paths, string.Join(' ', Paths(header)));
}
