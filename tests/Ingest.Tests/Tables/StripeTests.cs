using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Tables of which fills show some rows, and what stands between those.</summary>
public sealed class StripeTests
{
    private const float Light = 0.9f, Grey = 0.8f, Dark = 0.3f;

    private static double Y(double line) => 59 + 12 * line;

    private static IEnumerable<Shade> Row(double[] xs, double from, double to, float luminance) =>
        xs[..^1].Zip(xs[1..], (l, r) => new Shade(new Box(l, Y(from), r, Y(to)), luminance));

    private static PageContent With(string drawing, params IEnumerable<Shade>[] shades) => AsciiPage.Draw(drawing) with { Shades = [.. shades.SelectMany(static s => s)] };

    /// <summary>The names have one dark ground, cell by cell; every other row beside them is filled.</summary>
    [Fact]
    public void Names_on_one_ground_are_parted_where_the_rows_beside_them_are()
    {
        double[] names = [56, 122], figures = [122, 198, 272];
        var page = With(
            """
            名称         基本支出    项目支出
            政府性基金   1,234.50        6.00
            预算收入
            国有资本        34.50        6.00
            经营收入
            财政专户        34.50        7.00
            """,
            Row([56, 122, 198, 272], 0, 1, Grey), Row(names, 1, 3, Dark), Row(figures, 1, 3, Light), Row(names, 3, 5, Dark), Row(names, 5, 6, Dark), Row(figures, 5, 6, Light));
        Assert.Equal("""
            名称 | 基本支出 | 项目支出
            政府性基金预算收入 | 1,234.50 | 6.00
            国有资本经营收入 | 34.50 | 6.00
            财政专户 | 34.50 | 7.00
            """, Shown.Of(page));
    }

    /// <summary>Totals alone are filled: however many rows stand between, the table is one, as long as something stands there.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Many_rows_without_a_fill_stand_between_two_filled_ones(int between)
    {
        double[] xs = [56, 122, 218, 290, 362];
        var rows = string.Join("\n", Enumerable.Range(1, between).Select(static i => $"2010{i}      事务{i}             {i}4.50        1.00"));
        var page = With(
            $"""
            编码       名称           基本支出    项目支出
            201        一般公共服务   1,234.50        6.00
            {rows}
            205        教育              34.50        7.00
            """,
            Row(xs, 0, 1, Dark), Row(xs, 1, 2, Grey), Row(xs, between + 2, between + 3, Grey));
        var table = Assert.Single(TableFinder.Find([page]).Tables);
        Assert.Equal((between + 3, 4), (table.Rows, table.Columns));
        Assert.Equal("20101 | 事务1 | 14.50 | 1.00", Shown.Row(table, 2));
    }

    /// <summary>A unit, larger type and blank room between filled rows end the table above.</summary>
    [Theory]
    [InlineData("                            单位：元")]
    [InlineData("\n\n\n\n")]
    public void What_stands_between_two_tables_is_no_row_without_a_fill(string between)
    {
        double[] xs = [56, 122, 218, 296, 372];
        var lines = between.Split('\n').Length;
        var page = With(
            $"""
            编码       名称           基本支出    项目支出
            201        一般公共       1,234.50        6.00
            20103      政府办公          34.50        6.00
            {between}
            编码       名称           基本支出    项目支出
            205        教育           2,234.50        7.00
            20503      职业教育          74.50        7.00
            """,
            Row(xs, 0, 1, Dark), Row(xs, 1, 2, Light), Row(xs, 2, 3, Grey), Row(xs, lines + 3, lines + 4, Dark), Row(xs, lines + 4, lines + 5, Light), Row(xs, lines + 5, lines + 6, Grey));
        Assert.Equal([3, 3], TableFinder.Find([page]).Tables.Select(static t => t.Rows));
    }

    /// <summary>So does a title in the middle of one wide column, whose type is larger than that of the rows.</summary>
    [Theory]
    [InlineData(1.3, 2)]
    [InlineData(1.1, 1)]
    public void Larger_type_between_two_tables_is_no_row_without_a_fill(double larger, int tables)
    {
        double[] xs = [56, 92, 268, 340, 412];
        var page = With(
            """
            编码  名称                         基本支出    项目支出
            201   一般公共                     1,234.50        6.00
            203   政府办公                        34.50        6.00
                         收支预算表
            编码  名称                         基本支出    项目支出
            205   教育                         2,234.50        7.00
            206   职业教育                        74.50        7.00
            """,
            Row(xs, 0, 1, Dark), Row(xs, 1, 2, Light), Row(xs, 2, 3, Grey), Row(xs, 4, 5, Dark), Row(xs, 5, 6, Light), Row(xs, 6, 7, Grey));
        page = page with { Glyphs = [.. page.Glyphs.Select(g => g.Baseline > Y(3) && g.Baseline < Y(4) ? g with { PointSize = (float)(g.PointSize * larger) } : g)] };
        Assert.Equal(tables, TableFinder.Find([page]).Tables.Count());
    }

    /// <summary>The header has no fill, its texts begin at the left of their columns where the figures end at the right.</summary>
    [Fact]
    public void A_header_at_the_other_side_of_its_columns_stands_above_filled_rows()
    {
        double[] xs = [56, 122, 218, 338, 458];
        var page = With(
            """
            编码       名称            基本支出            项目支出
            201        一般公共                 1,234.50                6.00
            20103      政府办公                    34.50                6.00
            2010301    行政运行                    34.50                7.00
            2010302    管理                        14.50                5.00
            """,
            Row(xs, 1, 2, Light), Row(xs, 2, 3, Grey), Row(xs, 3, 4, Light), Row(xs, 4, 5, Grey));
        var table = Assert.Single(TableFinder.Find([page]).Tables);
        Assert.Equal("编码 | 名称 | 基本支出 | 项目支出", Shown.Row(table, 0));
        Assert.Equal("201 | 一般公共 | 1,234.50 | 6.00", Shown.Row(table, 1));
    }

    private static Ruling[] Line(double[] xs, double line, bool inPieces) =>
        inPieces ? [.. xs[..^1].Zip(xs[1..], (l, r) => new Ruling(RulingDirection.Horizontal, Y(line), l, r, 0.75f))] : [new(RulingDirection.Horizontal, Y(line), xs[0], xs[^1], 0.75f)];

    /// <summary>The header stands between two rulings, and the first row has no fill: it begins at the lower ruling, in whatever pieces that is drawn.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_header_between_two_rulings_stands_above_rows_that_fills_show(bool inPieces)
    {
        double[] xs = [56, 114, 198, 270, 330, 372];
        var page = With(
            """
                     科目                 本年支出        占比
            编码       名称         基本支出    项目支出

            合计                     1,303.50      19.00    100

            201        一般公共      1,234.50       6.00     90

            20103      政府办公         34.50       6.00      5

            2010301    行政运行         34.50       7.00      5
            """,
            Row(xs, 4.5, 6.5, Light), Row(xs, 8.5, 10, Light));
        page = page with { Rulings = [.. Line(xs, -0.5, inPieces), .. Line(xs, 2.4, inPieces), .. Line(xs, 10, inPieces)] };
        var table = Assert.Single(TableFinder.Find([page]).Tables);
        Assert.Equal("科目 1x2 | 本年支出 1x2 | 占比 2x1", Shown.Row(table, 0));
        Assert.Equal("编码 | 名称 | 基本支出 | 项目支出", Shown.Row(table, 1));
        Assert.Equal(6, table.Rows);
    }

    /// <summary>The last row has no fill: below the code stands its name, below a figure its rest. A second figure, and words below one, are others.</summary>
    [Theory]
    [InlineData("2010302-   4,113,638.          5.00", "行政运行          24", "2010302-行政运行 | 4,113,638.24 | 5.00")]
    [InlineData("2010302-       13.20           5.00", "行政运行       24.50", "2010302- | 13.20 | 5.00")]
    public void The_last_row_without_a_fill_has_the_lines_that_go_on_with_it(string first, string second, string row)
    {
        double[] xs = [56, 122, 200, 284];
        var page = With(
            $"""
            名称           基本支出    项目支出
            201-公共       1,234.50        6.00
            20103-政府        34.50        6.00
            20104-行政        34.50        7.00
            {first}
            {second}
            """,
            Row(xs, 0, 1, Dark), Row(xs, 1, 2, Grey), Row(xs, 3, 4, Grey));
        var table = Assert.Single(TableFinder.Find([page]).Tables);
        Assert.Equal(row, Shown.Row(table, 4));
    }

    /// <summary>Groups without a fill above filled headers and rows.</summary>
    private static RawTable Grouped(string groups, string leaves)
    {
        double[] xs = [56, 134, 212, 290, 368];
        return Assert.Single(TableFinder.Find([With(
            $"""
            {groups}
            {leaves}
            一、拨款       1,234.50   一、公共       1,230.50
            二、其他           6.00   二、教育          10.00
            三、上年           1.00   三、结余           1.00
            """,
            Row(xs, 1, 2, Grey), Row(xs, 2, 3, Light), Row(xs, 3, 4, Grey), Row(xs, 4, 5, Light))]).Tables);
    }

    /// <summary>The row of the leaves is filled, the groups above it are not, and stand at the left of their columns; the name of a body there is none of them.</summary>
    [Theory]
    [InlineData("收入                      支出", "收入 1x2 | 支出 1x2")]
    [InlineData("编制单位：某局", "项目 | 金额 | 项目 | 金额")]
    [InlineData("                                       单位：元", "项目 | 金额 | 项目 | 金额")]
    public void Groups_that_begin_where_the_headers_below_them_do_belong_to_the_header(string groups, string header) =>
        Assert.Equal(header, Shown.Row(Grouped(groups, "项目         金额         项目         金额"), 0));

    /// <summary>The same at the right of their columns. A text alone that ends where a header does is the unit.</summary>
    [Theory]
    [InlineData("                   收入                       支出", "收入 1x2 | 支出 1x2")]
    [InlineData("                                        某某市公开", "项目 | 金额 | 项目 | 金额")]
    [InlineData("                  收入                        支出", "项目 | 金额 | 项目 | 金额")]
    public void Groups_that_end_where_the_headers_below_them_do_belong_to_the_header(string groups, string header) =>
        Assert.Equal(header, Shown.Row(Grouped(groups, "     项目          金额         项目          金额"), 0));

    /// <summary>A row without a fill beside a merged cell that has one: rulings show its cells, and no side of the fills below runs up into the merged one.</summary>
    [Fact]
    public void Sides_of_fills_do_not_go_on_through_a_row_whose_cells_rulings_show()
    {
        var page = AsciiPage.Draw("""
            +-------------+--------+--------+
            |             | 合计   | 基本   |
            |  资金情况   +--------+--------+
            |             |   3.00 |   4.00 |
            +------+------+--------+--------+
            | 目标 | 说明 | 产出   | 优     |
            +------+------+--------+--------+
            """);
        double[] xs = [63, 105, 147, 201, 255];
        var filled = page with { Shades = [new Shade(new Box(63, 66, 147, 114), Light), .. Row([147, 201, 255], 0.6, 2.6, Light), .. Row(xs, 4.6, 6.6, Light)] };
        Assert.Equal(Shown.Of(page), Shown.Of(filled));
    }

    /// <summary>The first row has no fill; between it and the ruling above stands the header, closely.</summary>
    [Fact]
    public void A_first_row_without_a_fill_ends_below_the_header()
    {
        double[] xs = [56, 122, 218, 290];
        var page = With(
            """
            =======================================
            名称           基本支出    项目支出
            公共服务         144.50        1.00
            社会保障         244.50        2.00
            住房保障         344.50        3.00
            城乡社区         444.50        4.00
            """,
            Row(xs, 3, 4, Light), Row(xs, 5, 6, Light));
        Assert.Equal("""
            名称 | 基本支出 | 项目支出
            公共服务 | 144.50 | 1.00
            社会保障 | 244.50 | 2.00
            住房保障 | 344.50 | 3.00
            城乡社区 | 444.50 | 4.00
            """, Shown.Of(page));
    }

    /// <summary>What follows closely below the last row is the rest of its name where that fills its line, and the next caption where there was room.</summary>
    [Theory]
    [InlineData("城乡社区和住房", "城乡社区和住房支出")]
    [InlineData("合计", "合计")]
    public void A_last_row_without_a_fill_ends_above_a_caption(string name, string expected)
    {
        double[] xs = [56, 152, 218, 290];
        var page = With(
            $"""
            名称           基本支出    项目支出
            公共服务         144.50        1.00
            社会保障         244.50        2.00
            {name}{new string(' ', 17 - 2 * name.Length)}344.50        3.00
            支出
            """,
            Row(xs, 0, 1, Grey), Row(xs, 2, 3, Light));
        Assert.Equal($"{expected} | 344.50 | 3.00", Shown.Of(page).TrimEnd().Split('\n')[^1]);
    }

    /// <summary>The number of the page stands close below the last row, which has no fill: of two pages nothing tells it.</summary>
    [Theory]
    [InlineData(3, "205 | 教育 | 1.00")]
    [InlineData(2, "205—1— | 教育 | 1.00")]
    public void The_number_of_the_page_is_no_part_of_the_last_row(int pages, string last)
    {
        double[] xs = [56, 122, 218, 290];
        var fills = Row(xs, 0, 1, Dark).Concat(Row(xs, 2, 3, Light)).Concat(Row(xs, 4, 5, Light)).Select(static s => s with { Box = s.Box with { Top = s.Box.Top + 660, Bottom = s.Box.Bottom + 660 } });
        var drawn = Enumerable.Range(1, pages).Select(number => AsciiPage.Draw($"""
            编码       名称             预算数
            201        公共             6.00
            202        外交             5.00
            203        国防             3.00
            204        公安             2.00
            205        教育             1.00
            —{number}—
            """, number, top: 720) with { Shades = [.. fills] });
        Assert.Contains(last, Shown.Of([.. drawn]).Split('\n'));
    }

    /// <summary>The last row has no fill; what stands far below it is another text.</summary>
    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 4)]
    public void A_line_far_below_the_last_fill_is_no_row(int blank, int rows)
    {
        double[] xs = [56, 122, 218, 290, 362];
        var page = With(
            $"""
            编码       名称           基本支出    项目支出
            201        一般公共服务   1,234.50        6.00
            20101      事务              34.50        1.00
            205        教育              34.50        7.00
            {string.Concat(Enumerable.Repeat("\n", blank))}20199      其他              14.50        1.00
            """,
            Row(xs, 0, 1, Dark), Row(xs, 1, 2, Grey), Row(xs, 3, 4, Grey));
        Assert.Equal(rows, Assert.Single(TableFinder.Find([page]).Tables).Rows);
    }
}
