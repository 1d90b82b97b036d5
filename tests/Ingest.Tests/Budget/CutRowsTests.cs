using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Tests.Tables;

namespace Ingest.Tests.Budget;

/// <summary>Rows that the end of a page cuts in two.</summary>
public class CutRowsTests
{
    private const string TwoSided = """
                       收支预算总表
        +------------+----------+----------------+----------+
        | 收入       |     金额 | 支出           |     金额 |
        +------------+----------+----------------+----------+
        | 一、财政   |     8.00 | 一、国防支出   |          |
        +------------+----------+----------------+----------+
        |            |          | 八、社会保障和 |     8.00 |
        +------------+----------+----------------+----------+
        """;

    private const string EveryRowHasFigures = """
                  政府采购支出表
        +------------------+----------+
        | 项目             |     金额 |
        +------------------+----------+
        | 合计             |    15.00 |
        +------------------+----------+
        | 电脑             |     1.00 |
        +------------------+----------+
        | 打印机           |     2.00 |
        +------------------+----------+
        | 空调             |     4.00 |
        +------------------+----------+
        | 公务用车加油、添 |     8.00 |
        +------------------+----------+
        """;

    private static BudgetTable Table(params string[] pages)
    {
        var found = TableFinder.Find([.. pages.Select((p, i) => AsciiPage.Draw(p, i + 1))]);
        return Assert.Single(TableTyper.Type(found, IdentityReader.Read(new SourceDocument("", "x.pdf", 0), found)).Value);
    }

    private static string[] Rows(BudgetTable table) =>
        [.. Enumerable.Range(0, table.Source.Rows).Select(r => string.Join(" | ", table.Source.Cells.Where(c => c.Row == r).Select(c => c.Text)))];

    [Fact]
    public void Two_pieces_of_a_known_name_are_one_row()
    {
        var table = Table(TwoSided, """
            +------------+----------+----------------+----------+
            |            |          | 就业支出       |          |
            +------------+----------+----------------+----------+
            |            |          | 九、卫生健康   |          |
            +------------+----------+----------------+----------+
            """);
        Assert.Equal(" |  | 八、社会保障和就业支出 | 8.00", Rows(table)[2]);
        Assert.Equal(" |  | 九、卫生健康 | ", Rows(table)[3]);
        var joined = table.Source.Cells.Single(c => c.Text == "八、社会保障和就业支出");
        Assert.Equal("八、社会保障和\n就业支出", joined.Raw);
        Assert.Equal(1, joined.Area.Page);
    }

    [Fact]
    public void A_figure_printed_in_the_second_piece_comes_along_with_its_own_box()
    {
        var table = Table(TwoSided.Replace("八、社会保障和 |     8.00", "八、社会保障和 |         ", StringComparison.Ordinal), """
            +------------+----------+----------------+----------+
            |            |          | 就业支出       |     8.00 |
            +------------+----------+----------------+----------+
            """);
        Assert.Equal(" |  | 八、社会保障和就业支出 | 8.00", Rows(table)[2]);
        Assert.Equal(2, table.Source.Cells.Single(c => c.Row == 2 && c.Column == 3).Area.Page);
    }

    [Fact]
    public void A_word_for_a_sum_alone_ends_the_name_above()
    {
        var table = Table(TwoSided.Replace("|            |          | 八、社会保障和 |     8.00 |", "| 当年总收入 |     8.00 | 八、外交支出   |          |", StringComparison.Ordinal), """
            +------------+----------+----------------+----------+
            | 合计       |          |                |          |
            +------------+----------+----------------+----------+
            | 上年结转   |     1.00 | 结转下年       |     1.00 |
            +------------+----------+----------------+----------+
            """);
        Assert.Equal("当年总收入合计 | 8.00 | 八、外交支出 | ", Rows(table)[2]);
    }

    [Theory]
    [InlineData("九、卫生健康  ")] // begins with a number of its own
    [InlineData("外交支出      ")] // a name, and the two together are none
    [InlineData("公用经费      ")]
    public void A_name_of_its_own_stays_a_row(string label)
    {
        var table = Table(TwoSided, $"""
            +------------+----------+----------------+----------+
            |            |          | {label} |          |
            +------------+----------+----------------+----------+
            |            |          | 二十、其他支出 |          |
            +------------+----------+----------------+----------+
            """);
        Assert.Equal(" |  | 八、社会保障和 | 8.00", Rows(table)[2]);
        Assert.Equal($" |  | {label.Trim()} | ", Rows(table)[3]);
    }

    [Fact]
    public void A_short_line_above_was_not_broken()
    {
        var table = Table(TwoSided.Replace("| 八、社会保障和 |", "| 八、社会       |", StringComparison.Ordinal), """
            +------------+----------+----------------+----------+
            |            |          | 保障和就业支出 |          |
            +------------+----------+----------------+----------+
            |            |          | 九、卫生健康   |          |
            +------------+----------+----------------+----------+
            """);
        Assert.Equal(" |  | 保障和就业支出 | ", Rows(table)[3]);
    }

    [Fact]
    public void The_only_row_without_figures_is_the_rest_of_the_one_above()
    {
        var table = Table(EveryRowHasFigures, """
            +------------------+----------+
            | 加燃料服务       |          |
            +------------------+----------+
            | 电梯             |     0.00 |
            +------------------+----------+
            """);
        Assert.Equal("公务用车加油、添加燃料服务 | 8.00", Rows(table)[5]);
        Assert.Equal("电梯 | 0.00", Rows(table)[6]);
    }

    /// <summary>The column has room for more; where its other texts go on tells how much of it is used.</summary>
    [Theory]
    [InlineData("办公电脑和打印设", "公务用车加油、添加燃料服务")]
    [InlineData("办公电脑和打印设备", "公务用车加油、添")]
    public void A_line_is_broken_where_others_of_its_column_are(string first, string label)
    {
        var pad = new string(' ', 25 - (2 * first.Length));
        var table = Table($"""
                      政府采购支出表
            +--------------------------+----------+
            | 项目                     |     金额 |
            +--------------------------+----------+
            | 合计                     |    15.00 |
            +--------------------------+----------+
            | {first}{pad}|     1.00 |
            | 及配件                   |          |
            +--------------------------+----------+
            | 打印机                   |     2.00 |
            +--------------------------+----------+
            | 空调                     |     4.00 |
            +--------------------------+----------+
            | 公务用车加油、添         |     8.00 |
            +--------------------------+----------+
            """, """
            +--------------------------+----------+
            | 加燃料服务               |          |
            +--------------------------+----------+
            | 电梯                     |     0.00 |
            +--------------------------+----------+
            """);
        Assert.Equal($"{label} | 8.00", Rows(table)[5]);
        Assert.StartsWith(label.EndsWith("服务", StringComparison.Ordinal) ? "电梯" : "加燃料服务", Rows(table)[6], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_other_rows_lack_figures_too_a_row_is_a_row()
    {
        var table = Table(EveryRowHasFigures, """
            +------------------+----------+
            | 加燃料服务       |          |
            +------------------+----------+
            | 电梯             |          |
            +------------------+----------+
            """);
        Assert.Equal("加燃料服务 | ", Rows(table)[6]);
    }

    /// <summary>The column is as wide as the figure; a point with one digit behind it says that one is missing.</summary>
    [Theory]
    [InlineData("12,437.3", "6", "12,437.36")]
    [InlineData("12,437", "1,206", null)]
    [InlineData("12437.36", "1206", null)]
    public void A_number_is_cut_with_its_row_and_two_numbers_speak_against_a_cut(string above, string below, string? whole)
    {
        var table = Table(TwoSided.Replace("八、社会保障和 |     8.00 |", $"八、社会保障和 | {above,8} |", StringComparison.Ordinal), $"""
            +------------+----------+----------------+----------+
            |            |          | 就业支出       | {below,-8} |
            +------------+----------+----------------+----------+
            |            |          | 九、卫生健康   |          |
            +------------+----------+----------------+----------+
            """);
        Assert.Equal(whole is null ? $" |  | 八、社会保障和 | {above}" : $" |  | 八、社会保障和就业支出 | {whole}", Rows(table)[2]);
        Assert.Equal(whole is null ? $" |  | 就业支出 | {below}" : " |  | 九、卫生健康 | ", Rows(table)[3]);
    }

    /// <summary>Neither 债务利息及费用支 nor 出 is a name; one character is left of a line that was not quite full.</summary>
    [Theory]
    [InlineData("出", "六、债务利息及费用支出")]
    [InlineData("出差补助", "六、债务利息及费用支")]
    public void A_last_character_makes_the_name_of_the_row_above(string rest, string label)
    {
        var table = Table("""
                           收支预算总表
            +------------+----------+---------------------+----------+
            | 收入       |     金额 | 支出                |     金额 |
            +------------+----------+---------------------+----------+
            | 一、财政   |     8.00 | 一、国防支出        |          |
            +------------+----------+---------------------+----------+
            |            |          | 六、债务利息及费用支|     8.00 |
            +------------+----------+---------------------+----------+
            """, $"""
            +------------+----------+---------------------+----------+
            |            |          | {rest + new string(' ', 20 - (2 * rest.Length))}|          |
            +------------+----------+---------------------+----------+
            |            |          | 九、卫生健康        |          |
            +------------+----------+---------------------+----------+
            """);
        Assert.Contains(table.Rows, r => r.Label == label);
    }

    /// <summary>Without rulings nobody can tell whether a line is full: the name that both make does.</summary>
    [Theory]
    [InlineData("施建设", "服务业基础设施建设")]
    [InlineData("其他事项", "服务业基础设")]
    public void Where_no_ruling_shows_the_column_a_known_name_tells_that_it_was_cut(string rest, string label)
    {
        var table = Table("""
                         部门支出总表
                                                      单位：元
            科目名称                合计     基本支出      项目支出

            教育支出                9.00         6.00          3.00
            国防支出                5.00         4.00          1.00
            公共安全支出            8.00         7.00          1.00
            服务业基础设            4.00         2.00          2.00
            """, $"""
            {rest}
            农林水支出              3.00         2.00          1.00
            交通运输支出            6.00         4.00          2.00
            住房保障支出            7.00         5.00          2.00
            """);
        Assert.Contains(table.Rows, r => r.Label == label);
    }
}
