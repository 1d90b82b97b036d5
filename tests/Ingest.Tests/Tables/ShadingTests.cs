using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Cells that only their fills show.</summary>
public sealed class ShadingTests
{
    private const float Light = 0.9f, Grey = 0.8f, Dark = 0.3f;

    /// <summary>Rows and names of several lines, which text alone leaves open; lines 12 pt apart, places 6 pt wide.</summary>
    private const string Wrapped = """
        科目编码   科目名称        基本支出     项目支出
        201        一般公共        1,234.50         6.00
                   服务
        20103      政府办公           34.50         6.00
                   厅
        2010301    行政运行           34.50
        2010302    管理                             5.00
        """;

    private static readonly double[] Xs = [56, 122, 218, 296, 372];

    private const string Read = """
        科目编码 | 科目名称 | 基本支出 | 项目支出
        201 | 一般公共服务 | 1,234.50 | 6.00
        20103 | 政府办公厅 | 34.50 | 6.00
        2010301 | 行政运行 | 34.50 |
        2010302 | 管理 |  | 5.00
        """;

    private static double Y(double line) => 59 + 12 * line;

    private static IEnumerable<Shade> Cells(double from, double to, float luminance, double apart = 0) =>
        Enumerable.Range(0, Xs.Length - 1).Select(c => new Shade(new Box(Xs[c] + apart / 2, Y(from) + apart / 2, Xs[c + 1] - apart / 2, Y(to) - apart / 2), luminance));

    private static PageContent With(string drawing, params IEnumerable<Shade>[] shades) => AsciiPage.Draw(drawing) with { Shades = [.. shades.SelectMany(static s => s)] };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Cells_filled_one_by_one_are_cells(double apart) =>
        Assert.Equal(Read, Shown.Of(With(Wrapped, Cells(0, 1, Dark, apart), Cells(1, 3, Light, apart), Cells(3, 5, Grey, apart), Cells(5, 6, Light, apart), Cells(6, 7, Grey, apart))));

    [Fact]
    public void Rows_without_a_fill_stand_between_those_that_have_one() =>
        Assert.Equal(Read, Shown.Of(With(Wrapped, Cells(0, 1, Dark), Cells(3, 5, Grey), Cells(6, 7, Grey))));

    [Fact]
    public void The_first_and_the_last_row_may_have_no_fill() =>
        Assert.Equal(Read, Shown.Of(With(Wrapped, Cells(0, 1, Dark), Cells(1, 3, Grey), Cells(5, 6, Grey))));

    [Fact]
    public void A_header_without_a_fill_stands_above_rows_that_fills_show() =>
        Assert.Equal(Read, Shown.Of(With(Wrapped, Cells(1, 3, Grey), Cells(5, 6, Grey))));

    /// <summary>Texts fill cells of the header from side to side: these are no marks behind words where a cell beside them is as high.</summary>
    [Theory]
    [InlineData(0, "科目编码号 | 科目名称类 | 合计\n201 | 教育 | 9.00")]
    [InlineData(3, "科目编码号201 | 科目名称类教育 | 合计9.00")]
    public void A_text_may_fill_its_cell(double lower, string expected)
    {
        var page = AsciiPage.Draw("""
            +----------+----------+----------+
            |科目编码号|科目名称类|   合计   |
            |  201     | 教育     |     9.00 |
            +----------+----------+----------+
            |  202     | 卫生     |     8.00 |
            +----------+----------+----------+
            """);
        var xs = page.Rulings.Where(static r => r.Direction == RulingDirection.Vertical).Select(static r => r.Position).Distinct().Order().ToList();
        var fills = Enumerable.Range(0, 3).Select(c => new Shade(new Box(xs[c] + 2.4, Y(0) + 7 + (c == 2 ? lower : 0), xs[c + 1] - 2.4, Y(2)), Dark));
        Assert.StartsWith(expected, Shown.Of(page with { Shades = [.. fills] }), StringComparison.Ordinal);
    }

    /// <summary>Between the ruling at the head of the page and the filled header stands the number of the table, no row.</summary>
    [Fact]
    public void A_number_between_words_above_the_fills_is_no_row()
    {
        var page = With("""
            ----------------------------------------------------

                                                    公开 01 表
            科目编码   科目名称        基本支出     项目支出
            201        一般公共        1,234.50         6.00
            20103      政府办公           34.50         6.00
            2010301    行政运行           34.50         7.00
            """, Cells(3, 4, Dark), Cells(5, 6, Grey));
        Assert.StartsWith("科目编码 | 科目名称 | 基本支出 | 项目支出\n201", Shown.Of(page), StringComparison.Ordinal);
    }

    /// <summary>One cell below the filled header has a fill too, and a white one at that: it parts its row no more than the rows below.</summary>
    [Fact]
    public void A_fill_alone_in_its_row_parts_no_columns()
    {
        var page = With("""
            科目编码   科目名称        基本支出     项目支出
            201        一般公共        1,234.50         6.00
            20103      政府办公           34.50         6.00
            2010301    行政运行           34.50
            2010302    管理                             5.00
            """, Cells(0, 1, Grey), Cells(1, 2, 1).Take(1));
        var rows = Enumerable.Range(0, 6).Select(i => new Ruling(RulingDirection.Horizontal, Y(i), Xs[0], Xs[^1], 0.5f));
        Assert.Equal("""
            科目编码 | 科目名称 | 基本支出 | 项目支出
            201 | 一般公共 | 1,234.50 | 6.00
            20103 | 政府办公 | 34.50 | 6.00
            2010301 | 行政运行 | 34.50 |
            2010302 | 管理 |  | 5.00
            """, Shown.Of(page with { Rulings = [.. rows] }));
    }

    [Fact]
    public void A_fill_over_several_columns_is_a_group_of_the_header()
    {
        var page = With(
            """
                  收入                      支出
            项目       预算数      项目        预算数
            一、拨款   1,234.50    一、公共    1,230.50
            二、其他       6.00    二、教育       10.00
            """,
            [new Shade(new Box(56, Y(0), 192, Y(1)), Dark), new Shade(new Box(192, Y(0), 350, Y(1)), Dark)],
            [.. new[] { 56, 120, 192, 262 }.Zip([120, 192, 262, 350], (l, r) => new Shade(new Box(l, Y(1), r, Y(2)), Dark))],
            [.. new[] { 56, 120, 192, 262 }.Zip([120, 192, 262, 350], (l, r) => new Shade(new Box(l, Y(2), r, Y(3)), Light))],
            [.. new[] { 56, 120, 192, 262 }.Zip([120, 192, 262, 350], (l, r) => new Shade(new Box(l, Y(3), r, Y(4)), Grey))]);
        Assert.Equal("""
            收入 1x2 | 支出 1x2
            项目 | 预算数 | 项目 | 预算数
            一、拨款 | 1,234.50 | 一、公共 | 1,230.50
            二、其他 | 6.00 | 二、教育 | 10.00
            """, Shown.Of(page));
    }

    /// <summary>Between two tables stands a title, across the columns; it is no row without a fill.</summary>
    [Fact]
    public void What_runs_across_the_columns_is_no_row_between_fills()
    {
        var page = With(
            """
            编码       名称            基本支出     项目支出
            201        一般公共        1,234.50         6.00
            20103      政府办公           34.50         6.00
                        二〇二四年项目支出预算表
            编码       名称            基本支出     项目支出
            205        教育            2,234.50         7.00
            20503      职业教育           74.50         7.00
            """,
            Cells(0, 1, Dark), Cells(1, 2, Light), Cells(2, 3, Grey), Cells(4, 5, Dark), Cells(5, 6, Light), Cells(6, 7, Grey));
        var tables = TableFinder.Find([page]).Tables;
        Assert.Equal([3, 3], tables.Select(static t => t.Rows));
    }

    /// <summary>Of columns in turn light and dark only some are filled: names beside them belong to the table too.</summary>
    [Fact]
    public void Filled_columns_are_not_the_whole_table()
    {
        var rows = Enumerable.Range(0, 5);
        var page = With(
            """
            编码       名称            基本支出     项目支出
            201        一般公共        1,234.50         6.00
            20103      政府办公           34.50         6.00
            2010301    行政运行           34.50         7.00
            2010302    管理               14.50         5.00
            """,
            rows.SelectMany(static r => new[] { new Shade(new Box(Xs[1], Y(r), Xs[2], Y(r + 1)), Light) }));
        var table = Assert.Single(TableFinder.Find([page]).Tables);
        Assert.Equal((5, 4), (table.Rows, table.Columns));
    }

    /// <summary>Stripes run through merged cells; where rulings show the cells, these count.</summary>
    [Fact]
    public void Stripes_below_rulings_part_no_merged_cell()
    {
        const string ruled = """
            +--------+--------+--------+
            | 项目   | 名称   | 金额   |
            +--------+--------+--------+
            |        | 拨款   | 1.50   |
            | 收入   +--------+--------+
            |        | 其他   | 2.50   |
            +--------+--------+--------+
            """;
        var plain = Shown.Of(AsciiPage.Draw(ruled));
        var page = AsciiPage.Draw(ruled);
        var (left, right) = (page.Rulings.Min(static r => r.Start), page.Rulings.Where(static r => r.Direction == RulingDirection.Horizontal).Max(static r => r.End));
        Assert.Equal(plain, Shown.Of(page with { Shades = [new Shade(new Box(left, 66, right, 90), Dark), new Shade(new Box(left, 114, right, 138), Light)] }));
    }

    /// <summary>Marked words of a sentence, the ground of a box of text and a page in colour show no cells.</summary>
    [Fact]
    public void Marks_behind_words_and_single_grounds_are_no_cells()
    {
        var page = AsciiPage.Draw("""
            本部门共有下属单位十二个，其中行政单位三个
            事业单位九个，年末在职人员三百四十人，本年
            预算比上年有所增加，主要原因是人员有所增加
            """);
        var marked = page with { Shades = [new Shade(new Box(120, Y(0), 180, Y(1)), Light), new Shade(new Box(120, Y(1), 180, Y(2)), Light)] };
        Assert.Empty(TableFinder.Find([marked]).Tables);
        Assert.Empty(TableFinder.Find([page with { Shades = [new Shade(new Box(50, 50, 330, 100), Light)] }]).Tables);
        Assert.Empty(TableFinder.Find([page with { Shades = [new Shade(new Box(0, 0, page.Width, page.Height), Light)] }]).Tables);
    }

    /// <summary>The rows of a header in one colour show no line between them.</summary>
    [Fact]
    public void Rows_of_one_colour_that_touch_are_one_fill()
    {
        Shade Row(double from, double to, float luminance) => new(new Box(Xs[0], Y(from), Xs[^1], Y(to)), luminance);
        const string drawing = """
                                  本年支出
            编码       名称   基本支出     项目支出
            201        公共   1,234.50         6.00
            20103      政府      34.50         6.00
            2010301    行政      34.50         7.00
            """;
        var one = Shown.Of(With(drawing, [Row(0, 2, Grey), Row(3, 4, Grey)]));
        Assert.Equal(one, Shown.Of(With(drawing, [Row(0, 1, Grey), Row(1, 2, Grey), Row(3, 4, Grey)])));
        Assert.NotEqual(one, Shown.Of(With(drawing, [Row(0, 1, Dark), Row(1, 2, Grey), Row(3, 4, Grey)])));
    }

    /// <summary>Fills as wide as the table show rows alone; the last row has none, and goes on below with its name.</summary>
    [Fact]
    public void The_last_row_below_wide_fills_belongs_to_them()
    {
        Shade Row(double from, double to) => new(new Box(Xs[0], Y(from), Xs[^1], Y(to)), Grey);
        const string drawing = """
            编码       名称   基本支出     项目支出
            201        公共   1,234.50         6.00
            20103      政府      34.50         6.00
            2010301    行政      34.50         7.00
            2010302    管理      34.50         7.00
            2010303    机关      34.50         7.00
                       服务

            注：本表由财政局编制
            """;
        var table = Assert.Single(TableFinder.Find([With(drawing, [Row(0, 1), Row(2, 3), Row(4, 5)])]).Tables);
        Assert.Equal("2010303 | 机关服务 | 34.50 | 7.00", Shown.Row(table, table.Rows - 1));
        Assert.Equal(6, table.Rows);
    }

    /// <summary>Of the second line of the header only the parts of its group are filled, and the first row has no fill.</summary>
    [Fact]
    public void A_header_may_be_filled_in_some_columns_only()
    {
        const string drawing = """
            编码       名称                 本年支出
                               基本支出     项目支出
            201        公共    1,234.50         6.00
            20103      政府       34.50         6.00
            2010301    行政       34.50         7.00
            2010302    管理       34.50         7.00
            """;
        double[] xs = [56, 122, 170, 236, 314];
        IEnumerable<Shade> Row(double from, double to, int column) => xs[column..^1].Zip(xs[(column + 1)..], (l, r) => new Shade(new Box(l, Y(from), r, Y(to)), Grey));
        var page = With(drawing, Row(1, 2, 2), Row(3, 4, 0), Row(5, 6, 0));
        Assert.Equal("""
            编码 2x1 | 名称 2x1 | 本年支出 1x2
            基本支出 | 项目支出
            201 | 公共 | 1,234.50 | 6.00
            20103 | 政府 | 34.50 | 6.00
            2010301 | 行政 | 34.50 | 7.00
            2010302 | 管理 | 34.50 | 7.00
            """, Shown.Of(page));
    }

    /// <summary>With few rows no row without a fill need stand between two filled ones; a note with a figure is no row.</summary>
    [Theory]
    [InlineData("合计      34.50         6.00", 3)]
    [InlineData("34.50    系本年预算安排的资金", 2)]
    public void A_line_below_the_last_fill_is_a_row_where_it_holds_as_many_figures(string line, int rows)
    {
        Shade Row(double from, double to, float luminance) => new(new Box(Xs[0], Y(from), Xs[^1], Y(to)), luminance);
        var drawing = $"""
            编码       名称   基本支出     项目支出
            20103      政府      34.50         6.00
                       {line}
            """;
        var table = Assert.Single(TableFinder.Find([With(drawing, [Row(0, 1, Dark), Row(1, 2, Grey)])]).Tables);
        Assert.Equal(rows, table.Rows);
    }
}
