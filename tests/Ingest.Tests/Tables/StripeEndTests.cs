using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Where tables end of which fills show some rows.</summary>
public sealed class StripeEndTests
{
    private static readonly double[] Xs = [56, 122, 218, 290, 362];

    private static double Y(double line) => 59 + 12 * line;

    private static IEnumerable<Shade> Row(double from, float luminance, double[]? xs = null) =>
        (xs ?? Xs)[..^1].Zip((xs ?? Xs)[1..], (l, r) => new Shade(new Box(l, Y(from), r, Y(from + 1)), luminance));

    private static PageContent With(string drawing, double[] rulings, params IEnumerable<Shade>[] shades) => AsciiPage.Draw(drawing) with
    {
        Shades = [.. shades.SelectMany(static s => s)],
        Rulings = [.. rulings.Select(static line => new Ruling(RulingDirection.Horizontal, Y(line), Xs[0], Xs[^1], 0.5f))],
    };

    /// <summary>One filled row below the header does not show that every other row is: a ruling closes the row below it.</summary>
    [Fact]
    public void The_last_of_two_rows_may_have_no_fill() => Assert.Equal(["3 4: 205 | 教育 | 34.50 | 7.00"], Last(With(
        """
        编码       名称           基本支出    项目支出
        201        一般公共服务   1,234.50        6.00
        205        教育              34.50        7.00
        """, [3], Row(0, 0.3f), Row(1, 0.9f))));

    /// <summary>The name of a total stands across columns, and its amount below the others; a sentence is no row, nor is what no ruling closes.</summary>
    [Theory]
    [InlineData("     一般公共服务合计     1,234.50        6.00", 4, "3 4: 一般公共服务合计 1x2 | 1,234.50 | 6.00")]
    [InlineData("     一般公共服务合计     1,234.50        6.00", 9, "2 4: 201 | 一般公共服务 | 1,234.50 | 6.00")]
    [InlineData("     一般公共服务说明      见下表", 4, "2 4: 201 | 一般公共服务 | 1,234.50 | 6.00")]
    public void The_last_row_may_have_a_name_across_columns(string line, double ruling, string last) => Assert.Equal(last, Last(With(
        $"""
        编码       名称           基本支出    项目支出
        201        一般公共服务   1,234.50        6.00
        {line}
        """, [ruling - 1], Row(0, 0.3f), Row(1, 0.9f))).First());

    /// <summary>Where all rows are ruled, that below the fill of the numbers of columns is not the last.</summary>
    [Fact]
    public void Below_a_filled_header_ruled_rows_are_those_of_one_table() => Assert.Equal(["5 4: 206 | 文化 | 14.50 | 6.00"], Last(With(
        """
        编码       名称           基本支出    项目支出
        栏次                             1           2
        201        一般公共服务   1,234.50        6.00
        205        教育              34.50        7.00
        206        文化              14.50        6.00
        """, [0, 1, 2, 3, 4, 5], Row(0, 0.9f), Row(1, 0.9f))));

    private static IEnumerable<string> Last(PageContent page) => TableFinder.Find([page]).Tables.Select(static t => $"{t.Rows} {t.Columns}: {Shown.Row(t, t.Rows - 1)}");

    /// <summary>What a page ends with is its number where it stands alone on its line.</summary>
    [Theory]
    [InlineData("教育              34.50        7.00", 5)]
    [InlineData("                   5", 4)]
    public void A_figure_alone_below_the_last_fill_is_no_row(string line, int rows) => Assert.Equal(rows, Assert.Single(TableFinder.Find([With(
        $"""
        编码       名称           基本支出    项目支出
        201        一般公共服务   1,234.50        6.00
        20101      事务              34.50        1.00
        205        外交              34.50        7.00
                   {line}
        """, [], Row(0, 0.3f), Row(1, 0.8f), Row(3, 0.8f))]).Tables).Rows);

    /// <summary>Names of two columns stand closer than words do: the fills above and below tell where the one ends.</summary>
    [Fact]
    public void Between_fills_columns_go_on_through_a_narrow_gap()
    {
        double[] xs = [56, 130, 192, 290, 362];
        var page = With(
            """
            单位         品目           基本支出    项目支出
            某某局某某处 复印纸         1,234.50        6.00
            某某局某某司 办公桌            34.50        1.00
            某某局某某科 打印机            34.50        7.00
            某某局某某室 计算机            14.50        2.00
            """, [], Row(0, 0.3f, xs), Row(1, 0.8f, xs), Row(3, 0.8f, xs));
        // half of the gap between the names
        page = page with { Glyphs = [.. page.Glyphs.Select(static g => g.Box.Left < 129 && g.Baseline > Y(1) ? g with { Box = g.Box with { Left = g.Box.Left + 3.5, Right = g.Box.Right + 3.5 } } : g)] };
        Assert.Equal(["5 4: 某某局某某室 | 计算机 | 14.50 | 2.00"], Last(page));
    }
}
