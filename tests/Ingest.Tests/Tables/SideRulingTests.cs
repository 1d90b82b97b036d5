using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Rulings between columns alone: they show blank columns, go far beyond text in high cells, and part what stands close to them.</summary>
public class SideRulingTests
{
    [Fact]
    public void Blank_columns_at_the_sides_are_there_where_rulings_are_alike() => Assert.Equal("""
        项目 | 合计 | 基本支出 |
        教育支出 | 10.00 | 10.00 |
        科技支出 | 20.00 | 10.00 |
        农业支出 | 30.00 | 20.00 |
        卫生支出 | 40.00 | 20.00 |
        """, Shown.Of(AsciiPage.Draw("""
        |            |         |          |         |
        |项目        |    合计 | 基本支出 |         |
        |教育支出    |   10.00 |    10.00 |         |
        |科技支出    |   20.00 |    10.00 |         |
        |农业支出    |   30.00 |    20.00 |         |
        |卫生支出    |   40.00 |    20.00 |         |
        |            |         |          |         |
        """)));

    /// <summary>Codes stand left of the middle between the two names, right of the ruling that goes on far above them.</summary>
    [Fact]
    public void Rulings_that_end_far_above_the_text_of_high_cells_part_columns() => Assert.Equal("""
        预算单位 | 科目编码 | 科目名称 | 合计
        某某局 |  |  | 60.00
        | 205 | 教育支出 | 10.00
        | 206 | 科技支出 | 20.00
        | 207 | 文化支出 | 30.00
        """, Shown.Of(AsciiPage.Draw("""
        |                    |                    |            |          |
        |                    |                    |            |          |
        |                    |                    |            |          |
        |  预算单位          |          科目编码  | 科目名称   |     合计 |
        |                    |                    |            |          |
        |某某局              |                    |            |    60.00 |
        |                    |205                 |教育支出    |    10.00 |
        |                    |206                 |科技支出    |    20.00 |
        |                    |207                 |文化支出    |    30.00 |
        """)));

    /// <summary>The ruling before the codes begins below the names and goes on far below the last row: along four of six lines, and along two.</summary>
    [Theory]
    [InlineData('|', "\n| 205 | 教育支出")]
    [InlineData(' ', "\n205 | 教育支出")]
    public void A_ruling_along_most_of_the_text_counts_wherever_it_ends(char drawn, string rows) => Assert.Contains(rows, Shown.Of(AsciiPage.Draw($"""
        |                                         |            |          |
        |  预算单位                     科目编码  | 科目名称   |     合计 |
        |                                         |            |          |
        |某某局              {drawn}                    |            |    60.00 |
        |                    {drawn}205                 |教育支出    |    10.00 |
        |                    |206                 |科技支出    |    20.00 |
        |                    |207                 |文化支出    |    30.00 |
        |                    |                    |            |          |
        |                    |                    |            |          |
        |                    |                    |            |          |
        """)), StringComparison.Ordinal);

    /// <summary>The names of the left half stand over blank cells, and the groups above them over columns beside all figures.</summary>
    [Fact]
    public void Groups_stand_above_names_that_reach_beyond_all_figures() => Assert.Equal("""
        收入 1x2 | 支出 1x2
        项目 | 预算数 | 项目 | 决算数
        |  | 行政运行 | 10.00
        |  | 机关服务 | 20.00
        |  | 事业运行 | 30.00
        |  | 其他支出 | 40.00
        """, Shown.Of(AsciiPage.Draw("""
                     收入                             支出
        |               |             |                |            |
        |   项目        |      预算数 |   项目         |     决算数 |
        |               |             |行政运行        |      10.00 |
        |               |             |机关服务        |      20.00 |
        |               |             |事业运行        |      30.00 |
        |               |             |其他支出        |      40.00 |
        |               |             |                |            |
        """)));

    /// <summary>A gap of 0.36 ems before a label, as prose has too; the ruling stands on the line, above it, or beside the gap.</summary>
    [Theory]
    [InlineData(102, 0, 200, 4)]
    [InlineData(102, 0, 50, 3)]
    [InlineData(107, 0, 200, 3)]
    public void A_ruling_in_a_gap_parts_a_figure_from_a_label(double x, double from, double to, int runs)
    {
        var glyphs = new List<Glyph>();
        foreach (var (text, left) in new[] { ("收入", 20.0), ("185.20", 64.0), ("支出", 104.0), ("3.10", 180.0) })
        {
            glyphs.AddRange(text.Select((c, i) => c < 128 ? (c, left + (6 * i), 6.0) : (c, left + (11 * i), 11.0))
                .Select(g => new Glyph(g.c.ToString(), new Box(g.Item2, 89, g.Item2 + g.Item3, 100), 100, 11, TextRotation.Upright, GlyphFlags.None, glyphs.Count)));
        }

        Glyph[] line = [.. glyphs];
        Assert.Equal(runs, Assert.Single(TextRuns.Lines(line, Sheet.Pieces(line, []), [new Ruling(RulingDirection.Vertical, x, from, to, 0.5f)])).Runs.Count);
    }

    /// <summary>Full lines part the levels of a header, the last of which is high: no title, for figures begin right below it.</summary>
    [Fact]
    public void Names_in_a_high_row_above_the_first_figures_are_no_title() => Assert.StartsWith("编码 | 名称 | 部门预算 1x3\n", Shown.Of(AsciiPage.Draw("""
        ==========================================================
        编码    名称                        部门预算
        ==========================================================
                            合计      一般公共预算拨款
        ==========================================================


                                   小计        其中:专项

        ==========================================================
        **      **                1           2           3
        ==========================================================
        201     教育          50.00       30.00       10.00
        ==========================================================
        202     科技          30.00       20.00       10.00
        ==========================================================
        203     农业          20.00       10.00       10.00
        ==========================================================
        """)), StringComparison.Ordinal);

    /// <summary>Rows whose columns no ruling parts stand beside one of which some are parted: the ruling that is left out there joins its cells.</summary>
    [Fact]
    public void Rows_without_rulings_between_their_columns_have_those_of_the_header() => Assert.Equal("""
        Country 2x1 | Unit 2x1 | Size 2x1 | 2007 1x2 | 2006 1x2
        n | Pos | n | Pos
        Austria | One | 25g | 109 | 0.9 | 93 | 1.1
        Germany | One | 25g | 123 | 0.8 | 290 | 0.7
        Spain | One | 25g | 36 | 0.4 | 107 | 0.2
        Total (4 of them) 1x3 | 537 | 0.9 | 820 | 0.5
        """, Shown.Of(AsciiPage.Draw("""
        +---------+------+------+-----------+-----------+
        | Country | Unit | Size |   2007    |   2006    |
        |         |      |      +-----+-----+-----+-----+
        |         |      |      |  n  | Pos |  n  | Pos |
        +---------+------+------+-----+-----+-----+-----+
        | Austria   One    25g  | 109   0.9 |  93   1.1 |
        +-----------------------+-----------+-----------+
        | Germany   One    25g  | 123   0.8 | 290   0.7 |
        +-----------------------+-----------+-----------+
        | Spain     One    25g  |  36   0.4 | 107   0.2 |
        +-----------------------+-----+-----+-----+-----+
        | Total (4 of them)     | 537 | 0.9 | 820 | 0.5 |
        +-----------------------+-----+-----+-----+-----+
        """)));

    /// <summary>The unit stands above the lower table, lower than the upper one, which is not over it.</summary>
    [Fact]
    public void A_table_further_to_the_left_takes_no_unit_away()
    {
        var tables = TableFinder.Find([AsciiPage.Draw("""
            +------+------+
            | 名称 | 金额 |
            +------+------+
            | 教育 | 1.00 |        单位：元
            +------+------+      +------+------+
            | 卫生 | 2.00 |      | 名称 | 金额 |
            +------+------+      +------+------+
            | 农业 | 3.00 |      | 教育 | 1.00 |
            +------+------+      +------+------+
            """)]).Tables;
        Assert.Equal(["", "单位:元"], tables.Select(static t => string.Concat(t.Caption.Select(static c => c.Text))));
    }
}
