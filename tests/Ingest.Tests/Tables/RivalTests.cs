using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Tests.Tables;

/// <summary>What could have been read otherwise is known, and what could not has no rival.</summary>
public class RivalTests
{
    private const double Size = 9;

    private static Segment Text(double left, double right, double baseline, bool figure = false, bool numbered = false) =>
        new(left, right, baseline - Size, baseline, baseline, Size, figure, Open: false, figure ? '.' : ' ', figure ? 2 : 0, figure ? 2 : 0, numbered);

    private static Grid Grid(double[] xs, double[] ys) =>
        new(xs, ys, [.. from r in Enumerable.Range(0, ys.Length - 1) from c in Enumerable.Range(0, xs.Length - 1) select new GridCell(r, c, 1, 1)]);

    private static readonly List<Segment> Texts =
        [.. new double[] { 10, 22, 34 }.SelectMany(y => new[] { Text(2, 30, y), Text(50, 70, y, figure: true), Text(90, 110, y, figure: true) })];

    private static IEnumerable<int> Differing(double[] xs, double[] ys) =>
        Rivals.Of(Grid([0, 40, 80, 120], [0, 13, 25, 37]), Texts, c => c == Choice.TextsAcross ? Grid(xs, ys) : null).SelectMany(static r => r.Differing);

    [Theory]
    [InlineData(new double[] { 0, 40, 80, 120 }, new double[] { 0, 13, 25, 37 }, new int[] { })]
    [InlineData(new double[] { 0, 44, 84, 130 }, new double[] { -9, 14, 26, 40 }, new int[] { })]
    // a blank column or row more moves nothing
    [InlineData(new double[] { 0, 35, 45, 80, 120 }, new double[] { -30, -9, 13, 25, 37 }, new int[] { })]
    // two columns in one, two rows in one
    [InlineData(new double[] { 0, 40, 120 }, new double[] { 0, 13, 25, 37 }, new[] { 1, 2, 4, 5, 7, 8 })]
    [InlineData(new double[] { 0, 40, 80, 120 }, new double[] { 0, 25, 37 }, new[] { 0, 1, 2, 3, 4, 5 })]
    public void A_text_differs_that_leaves_its_row_or_column_or_shares_it(double[] xs, double[] ys, int[] cells) => Assert.Equal(cells, Differing(xs, ys));

    [Fact]
    public void Columns_that_rulings_or_headers_part_and_gaps_do_not_are_no_doubt()
    {
        IEnumerable<Choice> With(double[] xs) => Rivals.Of(Grid([0, 40, 80, 120], [0, 13, 25, 37]), Texts, c => c is Choice.ColumnsByGaps or Choice.BodyUnruled ? Grid(xs, [0, 13, 25, 37]) : null)
            .Select(static r => r.Otherwise);
        Assert.Empty(With([0, 40, 120]));
        Assert.Equal([Choice.ColumnsByGaps, Choice.BodyUnruled], With([0, 40, 55, 60, 120]));
    }

    /// <summary>Labels of two lines, the second without figures; the first leaves so much room.</summary>
    private static bool HasRival(double room, bool numbered = false) => BodyRows.Of(
        [
            .. new double[] { 10, 60 }.SelectMany(y => new[] { Text(2, 90, y), Text(121, 160, y, figure: true) }),
            Text(2, 90 - room, 22), Text(121, 160, 22, figure: true), Text(2, 40, 34, numbered: numbered), Text(2, 90, 46), Text(121, 160, 46, figure: true),
        ],
        double.MinValue, [0, 110, 170], [false, false], [0, 70]).Rival is not null;

    [Fact]
    public void Whether_a_line_without_figures_goes_on_with_the_one_above_is_in_doubt_only_where_room_was_short()
    {
        Assert.True(HasRival(room: 13));
        Assert.False(HasRival(room: 40));
        Assert.False(HasRival(room: 13, numbered: true));
    }

    [Theory]
    [InlineData("十四、其他支出", true)]
    [InlineData("(十四)其他支出", true)]
    [InlineData("（2）其他支出", true)]
    [InlineData("3.其他支出", true)]
    [InlineData("3.50", false)]
    [InlineData("(十四、其他支出", false)]
    [InlineData("十四其他支出", false)]
    [InlineData("一二三四、支出", false)]
    [InlineData("其他支出", false)]
    [InlineData("一、", false)]
    [InlineData("[20101]人大事务", true)]
    [InlineData("[201]公共服务", true)]
    [InlineData("[2010]公共服务", false)]
    [InlineData("【2010101】行政运行", true)]
    [InlineData("[20101人大事务", false)]
    [InlineData("201-公共服务", true)]
    [InlineData("201-202", false)]
    [InlineData("30101基本工资", true)]
    [InlineData("301工资福利支出", false)]
    [InlineData("12345热线", false)]
    [InlineData("2010101", false)]
    [InlineData("2025年工资", false)]
    public void Tells_the_number_that_an_item_begins_with(string text, bool numbered)
    {
        var glyphs = AsciiPage.Draw(text).Glyphs.ToArray();
        Assert.Equal(numbered, ItemNumbers.Begin(glyphs, [.. Enumerable.Range(0, glyphs.Length)], 0, glyphs.Length));
    }

    /// <summary>The header alone is ruled, the units begin left of theirs.</summary>
    [Theory]
    [InlineData(20, false)]
    [InlineData(14, true)]
    public void Texts_that_stand_side_by_side_below_one_ruled_header_are_in_doubt(int at, bool uncertain)
    {
        var rows = string.Concat(Enumerable.Range(1, 4).Select(i => "\n" + $"  甲乙丙".PadRight(at - 3) + $"统计局".PadRight(31 - at) + $"{i}1.20     {i}3.40"));
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw($"""
            +------------------+-----------+----------+----------+
            | 名称             | 单位      | 预算数   | 决算数   |
            +------------------+-----------+----------+----------+
            """ + rows + """

            +----------------------------------------------------+
            """)]).Tables);
        Assert.Equal(uncertain, !table.Rivals.IsEmpty);
    }

    [Fact]
    public void A_table_whose_rulings_part_everything_has_no_rival() => Assert.Empty(Assert.Single(TableFinder.Find([AsciiPage.Draw("""
        +--------+----------+----------+
        | 项目   | 预算数   | 决算数   |
        +--------+----------+----------+
        | 办公费 |   123.50 |   3.00   |
        +--------+----------+----------+
        """)]).Tables).Rivals);

    /// <summary>The numbers of columns stand where their names do, left of the figures at the right sides: no columns of their own. Figures do.</summary>
    [Theory]
    [InlineData("**                    1                   2", false)]
    [InlineData("合计                  9.5                 2", true)]
    public void Numbers_of_columns_show_no_other_columns(string first, bool uncertain) => Assert.Equal(uncertain, !Assert.Single(TableFinder.Find([AsciiPage.Draw($"""
        名称              基本支出            项目支出

        {first}

        工资                    7,571.66               26.67

        补贴                    1,678.19              166.75

        奖金                    1,153.00

        医疗                    1,796.52               15.65
        """)]).Tables).Rivals.IsEmpty);

    /// <summary>The total stands lower than the name, so it lies below something; but the group stands in the middle of the columns behind it: above the total the cell may be blank.</summary>
    [Theory]
    [InlineData("                                       2026年预算", "", "")]
    [InlineData("                                               2026年预算", "", "总计")]
    [InlineData("                                               2026年预算", "              ============================================================", "总计")]
    [InlineData("                                       2026年预算", "              ============================================================", "")]
    public void A_column_is_in_doubt_that_a_group_seems_to_leave_out(string group, string ruling, string doubted)
    {
        var rival = Assert.Single(TableFinder.Find([AsciiPage.Draw(ruling.Length > 0 ? $"""
            ==========================================================================
            {group}
            {ruling}
            名称              总计           财政拨款          事业收入          其他收入
            ==========================================================================
            办公费            14.50             12.50              2.00              0.00
            印刷费            13.50             12.50              1.00              0.00
            差旅费            12.50             12.50              0.00              0.00
            ==========================================================================
            """ : $"""
            {group}

            名称
                              总计           财政拨款          事业收入          其他收入

            办公费            14.50             12.50              2.00              0.00
            印刷费            13.50             12.50              1.00              0.00
            差旅费            12.50             12.50              0.00              0.00
            """)]).Tables).Rivals.SingleOrDefault(static r => r.Otherwise.StartsWith("narrower", StringComparison.Ordinal));
        Assert.Equal(doubted, rival is null ? "" : string.Join('|', rival.Differing.Select(static p => p.Column == 1 ? "总计" : p.Column.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>With all headers on one line, a group in the middle of five columns, or of four, may leave the outer ones out; of three it would be left with one. Where the name is higher, the headers lie below the group.</summary>
    [Theory]
    [InlineData("                                           本年拨款", "名称", "合计          一般预算      基金预算      国资预算      专户资金", true)]
    [InlineData("                                     本年拨款", "名称", "合计          一般预算      基金预算      专户资金", true)]
    [InlineData("                             本年拨款", "名称", "合计          一般预算      专户资金", false)]
    [InlineData("                                           本年拨款\n名称", "    ", "合计          一般预算      基金预算      国资预算      专户资金", false)]
    public void A_group_in_the_middle_of_headers_on_one_line_may_leave_the_outer_ones_out(string group, string name, string headers, bool isDoubted)
    {
        var row = string.Concat(Enumerable.Range(1, headers.Split("  ", StringSplitOptions.RemoveEmptyEntries).Length).Select(static i => $"          {i}.00"));
        Assert.Equal(isDoubted, Assert.Single(TableFinder.Find([AsciiPage.Draw($"{group}\n\n{name}          {headers}\n\n办公费    {row}\n印刷费    {row}\n差旅费    {row}")]).Tables)
            .Rivals.Any(static r => r.Otherwise.StartsWith("narrower", StringComparison.Ordinal) && r.Differing.Any(static p => p.Column == 1)));
    }
}
