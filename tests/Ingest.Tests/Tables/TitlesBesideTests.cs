using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Two tables side by side, and what stands above them.</summary>
public class TitlesBesideTests
{
    private const string Tables = """
        +------+----------+----------+        +------+----------+----------+
        | 地区 | 一般限额 | 一般余额 |        | 地区 | 专项限额 | 专项余额 |
        +------+----------+----------+        +------+----------+----------+
        | 甲县 |    12.00 |    10.00 |        | 甲县 |    22.00 |    20.00 |
        +------+----------+----------+        +------+----------+----------+
        | 乙县 |    13.00 |    11.00 |        | 乙县 |    23.00 |    21.00 |
        +------+----------+----------+        +------+----------+----------+
        """;

    private static IEnumerable<string> Captions(string above) => TableFinder.Find([AsciiPage.Draw(above + "\n" + Tables)]).Tables.Select(static t => string.Join('|', t.Caption.Select(static l => l.Text)));

    /// <summary>A title in the middle of each, off it by no more than two ems: every line above is parted.</summary>
    [Theory]
    [InlineData("         一般债务情况                          专项债务情况")]
    [InlineData("      一般债务情况                          专项债务情况")]
    public void Each_has_its_own_title_and_unit(string titles) => Assert.Equal(
        ["某市|一般债务情况|表一 单位:万元", "某县|专项债务情况|表二 单位:元"],
        Captions($"某市                                  某县\n{titles}\n表一               单位:万元          表二                 单位:元"));

    /// <summary>What stands over both, or at the outer sides of both, is of both.</summary>
    [Theory]
    [InlineData("                         地方政府债务情况", "地方政府债务情况|某市财政局 单位:万元")]
    [InlineData("  一般债务情况                                        专项债务情况", "一般债务情况 专项债务情况|某市财政局 单位:万元")]
    public void Both_have_one_title_and_unit(string title, string captions) => Assert.Equal(
        [captions, captions],
        Captions($"{title}\n某市财政局                                             单位:万元"));
}
