using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Cells of a ruled grid that hold the texts of several columns, and columns that rulings seem to show and do not.</summary>
public class CollapsedTests
{
    /// <summary>The header is one cell; a line of the unit in its place is none, as its texts run over the borders.</summary>
    [Theory]
    [InlineData("|   项目       合计      基本      其他   |", "项目 | 合计 | 基本 | 其他\n")]
    [InlineData("| 编制单位：教育局 二〇二四年  单位：元   |", "编制单位:教育局二〇二四年单位:元 1x4\n")]
    [InlineData("|   项目       合计                       |", "项目合计 1x4\n")]
    public void Headers_in_one_cell_stand_above_the_columns_of_the_body(string header, string expected) => Assert.StartsWith(expected, Shown.Of(AsciiPage.Draw($"""
        +-----------------------------------------+
        {header}
        +----------+---------+---------+----------+
        | 教育支出 |    7.00 |    5.00 |     2.00 |
        +----------+---------+---------+----------+
        | 卫生支出 |    8.00 |    5.00 |     3.00 |
        +----------+---------+---------+----------+
        | 农林支出 |    9.00 |    5.00 |     4.00 |
        +----------+---------+---------+----------+
        """)), StringComparison.Ordinal);

    /// <summary>The right half has no ruling before its figures, which stand one below the other; a sign before a figure is of it.</summary>
    [Theory]
    [InlineData("教育支出     7.00", "卫生支出     8.00", "农林支出     9.00", "财政拨款 | 24.00 | 教育支出 | 7.00\n其他收入 | 0.00 | 卫生支出 | 8.00\n总计 | 24.00 | 农林支出 | 9.00")]
    [InlineData("        ≥  100% ", "        ≥   90% ", "        ≥   80% ", "财政拨款 | 24.00 | ≥ 100% 1x2\n其他收入 | 0.00 | ≥ 90% 1x2\n总计 | 24.00 | ≥ 80% 1x2")]
    public void Figures_one_below_the_other_in_cells_over_two_columns_are_a_column(string first, string second, string third, string expected) => Assert.EndsWith(expected, Shown.Of(AsciiPage.Draw($"""
        +----------+---------+-----------+--------+
        | 收入     |    金额 | 支出      |   金额 |
        +----------+---------+-----------+--------+
        | 财政拨款 |   24.00 | {first}  |
        +----------+---------+--------------------+
        | 其他收入 |    0.00 | {second}  |
        +----------+---------+--------------------+
        | 总计     |   24.00 | {third}  |
        +----------+---------+--------------------+
        """)), StringComparison.Ordinal);

    /// <summary>No ruling at all parts names and figures of the right half, which stand far apart and one below the other; nearer to its name a figure is of that.</summary>
    [Theory]
    [InlineData("教育支出         7.00", "卫生支出         8.00", "农林支出         9.00", "教育支出 | 7.00\n其他收入 | 0.00 | 卫生支出 | 8.00\n总计 | 24.00 | 农林支出 | 9.00")]
    [InlineData("教育支出  7.00       ", "卫生支出  8.00       ", "农林支出  9.00       ", "教育支出7.00\n其他收入 | 0.00 | 卫生支出8.00\n总计 | 24.00 | 农林支出9.00")]
    public void Figures_far_behind_names_in_one_column_are_a_column(string first, string second, string third, string expected) => Assert.EndsWith(expected, Shown.Of(AsciiPage.Draw($"""
        +----------+---------+------------------------+
        | 收入     |    金额 | 支出              金额 |
        +----------+---------+------------------------+
        | 财政拨款 |   24.00 | {first}  |
        +----------+---------+------------------------+
        | 其他收入 |    0.00 | {second}  |
        +----------+---------+------------------------+
        | 总计     |   24.00 | {third}  |
        +----------+---------+------------------------+
        """)), StringComparison.Ordinal);

    /// <summary>Lines around a header that are drawn double are one each: of single ones a header has no more than four.</summary>
    [Fact]
    public void Double_lines_around_a_header_are_its_own()
    {
        var page = AsciiPage.Draw("""
            +----------+----------+----------+
            | 科目     |     合计 |     拨款 |
            +----------+----------+----------+
            | 栏次     |        1 |        2 |
            +----------+----------+----------+
              教育支出       7.00       7.00
              卫生支出       8.00       8.00
            """);
        var across = page.Rulings.Where(static r => r.Direction == RulingDirection.Horizontal).ToList();
        Assert.EndsWith("教育支出 | 7.00 | 7.00\n卫生支出 | 8.00 | 8.00", Shown.Of(Assert.Single(TableFinder.Find([page with { Rulings = [.. page.Rulings, .. across.Select(static r => r with { Position = r.Position - 4 })] }]).Tables)), StringComparison.Ordinal);
    }

    /// <summary>A second ruling 4 pt beside each side is one with it; 6 pt away it is a border.</summary>
    [Theory]
    [InlineData(4, 3)]
    [InlineData(6, 5)]
    public void Double_lines_at_the_sides_enclose_no_column(double apart, int columns)
    {
        var page = AsciiPage.Draw("""
            +----------+----------+----------+
            | 科目     |     合计 |     拨款 |
            +----------+----------+----------+
            | 教育支出 |     7.00 |     7.00 |
            +----------+----------+----------+
            """);
        var upright = page.Rulings.Where(static r => r.Direction == RulingDirection.Vertical).ToList();
        double left = upright.Min(static r => r.Position), right = upright.Max(static r => r.Position);
        var sides = upright.Where(r => r.Position == left || r.Position == right).Select(r => r with { Position = r.Position + (r.Position == left ? -apart : apart) });
        var across = page.Rulings.Where(static r => r.Direction == RulingDirection.Horizontal).Select(r => r with { Start = left - apart, End = right + apart });
        Assert.Equal(columns, Assert.Single(TableFinder.Find([page with { Rulings = [.. upright, .. sides, .. across] }]).Tables).Columns);
    }

    /// <summary>All rulings between the columns end below the header: the first row is none of it, though the next line is drawn below that row.</summary>
    [Fact]
    public void A_header_ends_where_the_rulings_between_its_columns_do() => Assert.StartsWith("科目 | 合计 | 拨款\n合计 | 9.00 | 9.00\n教育支出 | 7.00 | 7.00", Shown.Of(AsciiPage.Draw("""
        +-----------------------------------+
        |   科目     |    合计  |    拨款   |
        |    合计         9.00       9.00   |
        +-----------------------------------+
        | 教育支出        7.00       7.00   |
        +-----------------------------------+
        | 卫生支出        2.00       2.00   |
        +-----------------------------------+
        """)), StringComparison.Ordinal);

    /// <summary>Rulings part the headers alone: the rows end above the title of the next table, which stands over several columns in their pitch, above its unit.</summary>
    [Fact]
    public void Rows_end_above_the_title_of_the_next_table() => Assert.Contains("教育 | 9.00 | 9.00\n---\n科目 | 合计 | 拨款\n", Shown.Of(AsciiPage.Draw("""
        +----------+----------+----------+
        | 科目     |     合计 |     拨款 |
        +----------+----------+----------+
          合计           9.00       9.00
          教育           9.00       9.00
                  部门支出决算总表
        单位名称：教育局     单位：万元
        +----------+----------+----------+
        | 科目     |     合计 |     拨款 |
        +----------+----------+----------+
          合计           9.00       9.00
          教育           9.00       9.00
        """)), StringComparison.Ordinal);

    /// <summary>The lines of the header stand further from each other and from the first row than lines of a header do: rulings between its columns, which end above the rows, show that it is theirs.</summary>
    [Theory]
    [InlineData('|', "编码 1x2 | 合计")]
    [InlineData(' ', "201 | 01 | 9.00 | 9.00")]
    public void Rulings_that_end_above_the_rows_part_their_header(char side, string expected) => Assert.StartsWith(expected, Shown.Of(AsciiPage.Draw($"""
              编码         {side}    合计     {side}   拨款
                           {side}             {side}
                           {side}             {side}
           类   {side}    款    {side}             {side}
                {side}          {side}             {side}
                {side}          {side}             {side}

           201         01         9.00         9.00

           201         02         9.00         9.00

           201         03         9.00         9.00
        """)).Replace(" 2x1", "", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>Title and word that it goes on stand above rows without a header; the title alone begins a table.</summary>
    [Theory]
    [InlineData("支出总表（续）", 1)]
    [InlineData("支出总表续表", 1)]
    [InlineData("支出总表", 2)]
    [InlineData("支出总表附表", 2)]
    public void A_title_that_says_so_goes_on_without_its_header(string title, int tables) => Assert.Equal(tables, Find("支出总表", "| 科目     |     合计 |     拨款 |", title, "| 农林支出 |     9.00 |     9.00 |").Length);

    /// <summary>The unit stands beside the number of the table on the first page, on a line of its own on the next; another unit begins another table.</summary>
    [Theory]
    [InlineData("单位：万元", 1)]
    [InlineData("单位：元", 2)]
    public void The_unit_may_stand_on_another_line_on_the_next_page(string unit, int tables)
    {
        string Page(string above, string row) => $"{above}\n+----------+----------+----------+\n| 科目     |     合计 |     拨款 |\n+----------+----------+----------+\n{row}\n+----------+----------+----------+";
        Assert.Equal(tables, TableFinder.Find([AsciiPage.Draw(Page("表5            单位：万元", "| 教育支出 |     7.00 |     7.00 |")),
            AsciiPage.Draw(Page($"续上表\n               {unit}", "| 卫生支出 |     7.00 |     7.00 |"), 2)]).Tables.Length);
    }

    private static ImmutableArray<RawTable> Find(string title, string first, string next, string row)
    {
        const string Line = "+----------+----------+----------+";
        return TableFinder.Find([AsciiPage.Draw($"{Centred(title)}\n\n{Line}\n{first}\n{Line}\n| 教育支出 |     7.00 |     7.00 |\n{Line}"), AsciiPage.Draw($"{Centred(next)}\n\n{Line}\n{row}\n{Line}\n| 卫生支出 |     2.00 |     2.00 |\n{Line}", 2)]).Tables;

        static string Centred(string text) => new string(' ', (Line.Length / 2) - text.Length) + text;
    }
}
