using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Tests.Tables;

/// <summary>Figures on several lines of a narrow cell: one figure where the table prints such ones, rows that lack their rulings where it does not.</summary>
public sealed class BrokenFigureTests
{
    private static PageCell Cell(int row, string raw, string text) =>
        new(new GridCell(row, 1, 1, 1), new Box(0, row * 30, 25, row * 30 + 30), text, raw, Untrusted: false);

    private static List<string> Joined(params string[] raws)
    {
        var cells = raws.Select((raw, i) => Cell(i, raw, raw.Replace('\n', ' '))).ToList();
        BrokenFigures.Join(cells, [.. Enumerable.Range(0, raws.Length).Where(i => raws[i].Contains('\n', StringComparison.Ordinal))]);
        return cells.ConvertAll(static c => c.Text);
    }

    [Fact]
    public void The_decimals_of_the_table_tell_a_whole_figure_from_a_torso() =>
        Assert.Equal(["3095.1100", "37.1700", "452.8300", "5,237.3755", "0"], Joined("309\n5.1\n100", "37.\n170\n0", "452.8300", "5,237.37\n55", "0"));

    /// <summary>Two decimals are what the table prints: what stands below is another figure.</summary>
    [Fact]
    public void Figures_that_together_have_other_decimals_stay_apart() =>
        Assert.Equal(["5,237.37 55", "12.50", "13.25", "7.00"], Joined("5,237.37\n55", "12.50", "13.25", "7.00"));

    [Fact]
    public void Two_points_are_two_figures() => Assert.Equal(["12.34 56.78", "1.20", "1.30", "1.40"], Joined("12.34\n56.78", "1.20", "1.30", "1.40"));

    [Fact]
    public void Whole_numbers_one_below_the_other_stay_apart() => Assert.Equal(["309 100", "12.50", "13.25", "7.00"], Joined("309\n100", "12.50", "13.25", "7.00"));

    /// <summary>Two figures with a point tell nothing about what the table prints; three do.</summary>
    [Fact]
    public void Few_figures_show_no_print_form()
    {
        Assert.Equal(["309.1 100", "2.5000"], Joined("309.1\n100", "2.5000"));
        Assert.Equal(["309.1100", "2.5000", "3.5000"], Joined("309.1\n100", "2.5000", "3.5000"));
    }

    /// <summary>One in ten may have other decimals, not one in five.</summary>
    [Fact]
    public void Nearly_all_figures_have_as_many_decimals()
    {
        string[] alike = ["1.5000", "2.5000", "3.5000", "4.5000", "5.5000", "6.5000", "7.5000", "8.5000"];
        Assert.Equal("309.1100", Joined(["309.1\n100", .. alike, "9.5"])[0]);
        Assert.Equal("309.1 100", Joined(["309.1\n100", .. alike[..3], "9.5"])[0]);
    }

    /// <summary>A code that is broken too says nothing about the figures beside it.</summary>
    [Fact]
    public void A_row_with_broken_figures_is_one_row_though_its_code_is_broken_too()
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw("""
            +-----+------+-----+-----+
            |编码 |名称  |合计 |拨款 |
            +-----+------+-----+-----+
            |445  |本级  |3095 |3057 |
            |001  |      |.110 |.940 |
            |     |      |0    |0    |
            +-----+------+-----+-----+
            |445  |中心  |452. |452. |
            |002  |      |8300 |8300 |
            +-----+------+-----+-----+
            |445  |学校  |8.50 |8.50 |
            |003  |      |00   |00   |
            +-----+------+-----+-----+
            """, size: 11)]).Tables);
        Assert.Equal("3095.1100 | 3057.9400", string.Join(" | ", table.Cells.Where(static c => c is { Row: 1, Column: > 1 }).Select(static c => c.Text)));
        Assert.Equal(4, table.Rows);
    }

    /// <summary>Between rulings of rows alone a column is as wide as its widest text: a line as wide as that was broken, a narrower one was not.</summary>
    [Theory]
    [InlineData("201942", "20194225.00 | 155443.25", 5)]
    [InlineData("  1942", "1942 | 155443", 6)]
    public void A_figure_is_broken_where_its_line_is_as_wide_as_any_of_a_column_that_no_ruling_shows(string first, string expected, int rows)
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw($"""
            --------------------------------
             项目            合计      拨款
            --------------------------------
             本年收入      {first}    155443
                            25.00       .25
            --------------------------------
             上年结转      464990      9.00
                             0.00
            --------------------------------
             下年结转      161181      8.00
                             4.00
            --------------------------------
             其他收入        9.25      7.00
            --------------------------------
            """)]).Tables);
        Assert.Equal(expected, string.Join(" | ", table.Cells.Where(static c => c is { Row: 1, Column: > 0 }).Select(static c => c.Text)));
        Assert.Equal(rows, table.Rows);
    }

    /// <summary>All figures of a column lack the digit below them, that those of another column have; what stands below one of them alone is a row, and so is a 0.</summary>
    [Theory]
    [InlineData("2", "16.2892", 4)]
    [InlineData(" ", "16.289", 6)]
    [InlineData("0", "16.289", 7)]
    public void A_column_of_torsos_has_the_decimals_of_the_table(string last, string expected, int rows)
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw($"""
             单位              合计      事业收入
            ------------------------------------
             县残疾人联合会    750.2829   12.906
             本级                              4
            ------------------------------------
             市政服务中心     3989.6428   13.383
                                               8
            ------------------------------------
             合计             4739.9257   16.289
                                               {last}
            ------------------------------------
            """)]).Tables);
        Assert.Equal(rows, table.Rows);
        Assert.Equal(expected, table.Cells.Last(static c => c is { Column: 2, Text.Length: > 2 }).Text);
    }

    /// <summary>Eighteen points are left of the column: no room for a digit of full width beside the padding, but for one of half of it.</summary>
    [Fact]
    public void A_figure_in_full_width_is_broken_where_there_is_no_room_for_a_digit_of_that_width() => Assert.Equal("""
        项目 | 合计 | 拨款
        公共安全 | 37.7039 | 35.2733
        司法 | 44.0163 | 41.3519
        法院 | 16.6149 | 14.6955
        """, Shown.Of(AsciiPage.Draw("""
        +----------+------------+------------+
        | 项目     |    合计    |    拨款    |
        +----------+------------+------------+
        | 公共安全 |  ３７．７０|  ３５．２７|
        |          |        ３９|        ３３|
        |          |            |            |
        | 司法     |  ４４．０１|  ４１．３５|
        |          |        ６３|        １９|
        |          |            |            |
        | 法院     |  １６．６１|  １４．６９|
        |          |        ４９|        ５５|
        +----------+------------+------------+
        """)));

    /// <summary>Where rulings part the rows, the lines of a broken figure stand as far apart as those of names; where none do, they are two rows.</summary>
    [Theory]
    [InlineData("=====================================", "公共服务 | 1,030.476991 | 0.000000")]
    [InlineData("", "公共服务 | 91 | 0.000000")]
    public void Figures_broken_in_drawn_rows_may_stand_far_apart(string ruling, string row) => Assert.Contains(row, Shown.Of(AsciiPage.Draw($"""
        {ruling}
        名称              预算数      执行数
        {ruling}
                      1,030.4769

        公共服务              91    0.000000
        {ruling}
        教育          282.431752    0.000000
        {ruling}
        科学           58.125708    0.000000
        {ruling}
        文化           58.125708    0.000000
        {ruling}
        """, size: 13)).Split('\n'));
}
