using Ingest.Core.Tables;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Prose in columns of a page, and tables beside it.</summary>
public class PagePartTests
{
    private const string Prose = """
        The county reported more visits
        of patients than in any of the
        years before, as the hospital of
        the region was opened to farmers
        and their families, and to those
        who came by rail from the south.
        Other counties expect visits of
        their own patients later on too.
        """;

    [Fact]
    public void A_table_in_one_column_of_the_page_ends_at_the_prose_of_the_other()
    {
        Assert.Equal("""
            State | 2006 | 2007
            Alabama | 1,234 | 987
            Alaska | 12 | 15
            Arizona | 340 | 312
            Arkansas | 210 | 199
            """, Shown.Of(AsciiPage.Draw(Beside(Prose, """

            State         2006     2007
            Alabama      1,234      987
            Alaska          12       15
            Arizona        340      312
            Arkansas       210      199
            """))));
    }

    /// <summary>Names of rows, each as wide as the other, are no paragraph where each begins with its number.</summary>
    [Theory]
    [InlineData("一、", "二、", "三、", "四、", 4)]
    [InlineData("本级", "其他", "专项", "地方", 3)]
    public void Numbered_names_are_no_prose(string first, string second, string third, string fourth, int columns) => Assert.Equal(columns, TableFinder.Find([AsciiPage.Draw($"""
        收入                                预算数    支出                    预算数
        {first}一般公共预算财政拨款收入          9.00    公共服务支出              4.00
        {second}政府性基金预算拨款收入                    国防支出
        {third}国有资本经营预算拨款收                    公共安全支出
        {fourth}财政专户管理资金及利息                    教育支出
        事业收入                                      科学技术支出              5.00
        总计                                  9.00    总计                      9.00
        """)]).Tables[^1].Columns);

    [Fact]
    public void Labels_that_wrap_beside_their_figures_are_no_prose()
    {
        Assert.Equal("""
            Programs and their purposes | 2006 | 2007
            Visits of patients to hospitals in the county of the south | 1,234 | 987
            Rail and road to the farms in the north and to the river | 12 | 15
            Schools and offices of every county of the region itself | 340 | 312
            """, Shown.Of(AsciiPage.Draw("""
            Programs and their purposes        2006     2007

            Visits of patients to hospitals   1,234      987
            in the county of the south

            Rail and road to the farms in        12       15
            the north and to the river

            Schools and offices of every        340      312
            county of the region itself
            """)));
    }

    [Fact]
    public void Prose_over_the_whole_width_parts_two_tables_between_rulings_of_one_width()
    {
        var table = """
            ----------------------------------
            State            2006         2007
            ----------------------------------
            Alabama         1,234          987
            Alaska             12           15
            ----------------------------------
            """;
        Assert.Equal(2, TableFinder.Find([AsciiPage.Draw(table + "\n" + Prose + "\n" + table)]).Tables.Length);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Two_tables_ruled_side_by_side_have_rulings_at_heights_of_their_own(bool lower, int pairs)
    {
        var table = """
            --------------------------
            State       2006      2007
            --------------------------
            Alabama    1,234       987
            Alaska        12        15
            --------------------------
            """;
        Assert.Equal(pairs, RuledPairs.Of(Edges.Horizontal(AsciiPage.Draw(Beside(table, lower ? "\n" + table : table)).Rulings.AsSpan())).Count);
    }

    /// <summary>Labels as wide as a column of prose, with other words before their figures: four lines with figures of five are a table, three are not.</summary>
    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void A_block_with_nearly_as_many_lines_of_figures_beside_it_is_a_column_of_their_table(int figures, bool isTable)
    {
        var rows = Enumerable.Range(0, 5).Select(i => $"用于其他环境保护管理事务的支出        用于商品和服务的支出{(i < figures ? "        17.80" : "")}");
        Assert.Equal(isTable, Shown.Of(AsciiPage.Draw(string.Join('\n', rows))).StartsWith("用于其他环境保护管理事务的支出 | 用于商品和服务的支出 | 17.80", StringComparison.Ordinal));
    }

    [Fact]
    public void A_block_between_rulings_that_begin_and_end_alike_is_a_column_of_their_table()
    {
        var lines = Prose.Split('\n').Select((line, i) => $"|{line,-36}|{(i == 4 ? "  1,234" : ""),-10}|{(i == 4 ? "   987" : ""),-10}|");
        Assert.Contains(Assert.Single(TableFinder.Find([AsciiPage.Draw(string.Join('\n', lines))]).Tables).Cells, static c => c.Text.StartsWith("The county", StringComparison.Ordinal));
    }

    /// <summary>Two drawings side by side, with the gutter of a page between.</summary>
    private static string Beside(string left, string right)
    {
        var (a, b) = (left.Split('\n'), right.Split('\n'));
        return string.Join('\n', Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => $"{(i < a.Length ? a[i] : ""),-36}{(i < b.Length ? b[i] : "")}"));
    }

    /// <summary>Figures at the left of their columns begin and end alike where they are of one length.</summary>
    [Fact]
    public void Figures_with_little_room_between_them_are_no_prose() => Assert.Equal("""
        科目名称 | 合计 | 人员经费 | 备注
        合计 | 18,599,910.65 | 18,599,910.65 | 0.00
        工资福利支出 | 11,371,411.43 | 11,371,411.43 | 0.00
        奖金 | 12,343,097.71 | 12,343,097.71 | 0.00
        津贴补贴 | 13,298,307.49 | 13,298,307.49 | 0.00
        绩效工资 | 14,336,328.77 | 14,336,328.77 | 0.00
        基本工资 | 15,977,527.92 | 15,977,527.92 | 0.00
        """, Shown.Of(AsciiPage.Draw("""
        科目名称      合计          人员经费      备注

        合计          18,599,910.65 18,599,910.65 0.00
        工资福利支出  11,371,411.43 11,371,411.43 0.00
        奖金          12,343,097.71 12,343,097.71 0.00
        津贴补贴      13,298,307.49 13,298,307.49 0.00
        绩效工资      14,336,328.77 14,336,328.77 0.00
        基本工资      15,977,527.92 15,977,527.92 0.00
        """)));
}
