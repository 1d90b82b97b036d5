using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>Typesetters leave a quarter of an em between ideographs and Latin words or figures, though columns may stand as near.</summary>
public class ScriptGapTests
{
    private const string Bilingual = """
        科目编码Code      经济分类科目          执行数
        501               机关工资福利支出       17.00
        50101             工资奖金津补贴         12.00
        50102             社会保障缴费            5.00
        502               机关商品和服务支出     27.00
        """;

    private const string Years = """
        项目                2022年执行数   2023年预算数   2023年预算数比2022年执行数
                                                            增减额        增减率
        本年收入合计           47,845.00      46,058.00   -1,786.00        -3.73
        一、土地出让收入       38,584.00      35,901.00   -2,683.00        -6.95
        二、彩票公益金收入      1,706.00       1,456.00     -250.00       -14.63
        三、污水处理费收入        971.00       1,101.00      130.00        13.38
        """;

    /// <summary>The page with some gaps of its first line as wide as they are told, in ems.</summary>
    private static PageContent Draw(string drawing, params (int Before, double Gap)[] gaps)
    {
        var page = AsciiPage.Draw(drawing);
        var glyphs = page.Glyphs.ToArray();
        var line = Enumerable.Range(0, glyphs.Length).Where(i => glyphs[i].Baseline == glyphs[0].Baseline).OrderBy(i => glyphs[i].Box.Left).ToList();
        foreach (var (before, gap) in gaps)
        {
            var by = gap * glyphs[line[before]].PointSize - (glyphs[line[before]].Box.Left - glyphs[line[before - 1]].Box.Right);
            foreach (var i in line.Skip(before))
                glyphs[i] = glyphs[i] with { Box = glyphs[i].Box with { Left = glyphs[i].Box.Left + by, Right = glyphs[i].Box.Right + by } };
        }
        return page with { Glyphs = [.. glyphs] };
    }

    [Theory]
    [InlineData(0.34, "科目编码Code | 经济分类科目 | 执行数\n501 | 机关工资福利支出 | 17.00\n")]
    [InlineData(0.37, "科目编码 | Code | 经济分类科目 | 执行数\n501 |  | 机关工资福利支出 | 17.00\n")]
    public void A_Latin_word_behind_its_header_heads_no_column(double gap, string shown) => Assert.StartsWith(shown, Shown.Of(Draw(Bilingual, (4, gap))), StringComparison.Ordinal);

    /// <summary>A single letter may be a code, or the class of a thing.</summary>
    [Fact]
    public void A_letter_may_head_one() => Assert.StartsWith("科目编码 | C", Shown.Of(Draw(Bilingual.Replace("Code", "C   ", StringComparison.Ordinal), (4, 0.34))), StringComparison.Ordinal);

    /// <summary>The gaps at both sides of the second year of a group are alike; where the one before it is wider by more than 0.07 em, it parts two texts.</summary>
    [Theory]
    [InlineData(0.27, 0.27, true)]
    [InlineData(0.33, 0.27, true)]
    [InlineData(0.34, 0.26, false)]
    [InlineData(0.37, 0.37, false)]
    public void A_year_within_a_header_parts_none(double before, double behind, bool isOne) =>
        Assert.Equal(isOne, Shown.Of(Draw(Years, (27, before), (31, behind))).Contains("| 2023年预算数比2022年执行数 1x2\n", StringComparison.Ordinal));
}
