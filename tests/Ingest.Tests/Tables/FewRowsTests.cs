namespace Ingest.Tests.Tables;

/// <summary>Tables of one row or two, and what stands close to them or in them: fewer lines show the same columns.</summary>
public class FewRowsTests
{
    private const string TwoRows = """
        合计                                   12.50         12.50
        抽样检验      统计局                   12.50         12.50
        """;

    [Theory]
    [InlineData("项目名称    项目单位          合计      本年拨款      单位资金\n", 1)]
    [InlineData("各部门的项目于本年一并公开如下\n", 0)]
    [InlineData("", 0)]
    public void Two_rows_of_amounts_are_a_table_below_a_header_of_theirs_alone(string header, int count) =>
        Assert.Equal(count, Core.Tables.TableFinder.Find([AsciiPage.Draw(header + TwoRows)]).Tables.Length);

    [Fact]
    public void A_figure_alone_below_the_last_ruling_is_the_number_of_the_page() => Assert.Equal("""
        项目 | 合计 | 基本支出
        教育支出 | 12.50 | 12.50
        科技支出 | 2.50 | 2.50
        """, Shown.Of(AsciiPage.Draw("""
        +----------+--------+----------+
        |   项目   |  合计  | 基本支出 |
        +----------+--------+----------+
          教育支出    12.50      12.50
          科技支出     2.50       2.50
        --------------------------------
                      4
        """)));

    [Fact]
    public void Numbers_of_columns_below_the_words_of_their_ruled_cells_are_a_row() => Assert.Equal("""
        合计 | 基本支出 | 项目支出
        1 | 2 | 3
        12.50 | 10.00 | 2.50
        """, Shown.Of(AsciiPage.Draw("""
        +--------+----------+----------+
        |  合计  | 基本支出 | 项目支出 |
        |   1    |    2     |    3     |
        +--------+----------+----------+
        | 12.50  |  10.00   |   2.50   |
        +--------+----------+----------+
        """)));

    [Theory]
    [InlineData("", 1)]
    [InlineData("其他事项的说明\n\n", 2)]
    public void One_row_goes_on_with_the_table_of_the_page_before(string above, int rowless)
    {
        var table = Core.Tables.TableFinder.Find([AsciiPage.Draw("""
            编码    科目名称     合计    基本支出    项目支出
            201     公共服务    12.50       10.00        2.50
            205     教育支出    10.50        9.00        1.50
            208     社会保障     2.00        1.00        1.00
            """), AsciiPage.Draw(above + """
            210     卫生健康     3.00        2.00        1.00
            """, number: 2)]).Tables[0];
        Assert.Equal(rowless == 1 ? 5 : 4, table.Rows);
    }

    /// <summary>Groups whose headers begin where those of their first columns do all do so; one of them alone might stand in the middle of others.</summary>
    [Fact]
    public void Groups_begin_where_their_columns_do_in_a_whole_header_alike() => Assert.Equal("""
        名称 2x1 | 合计 2x1 | 本年收入 1x5 | 上年结转结余 1x3
        小计 | 公共预算 | 基金预算 | 资本预算 | 事业收入 | 小计 | 公共预算 | 基金预算
        统计局 | 15.50 | 13.50 | 13.50 | 0.00 | 0.00 | 0.00 | 2.00 | 2.00 | 0.00
        局本级 | 15.50 | 13.50 | 13.50 | 0.00 | 0.00 | 0.00 | 2.00 | 2.00 | 0.00
        信息中心 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00
        """, Shown.Of(AsciiPage.Draw("""
                             本年收入                                      上年结转结余
        名称       合计
                             小计     公共预算 基金预算 资本预算 事业收入  小计     公共预算 基金预算
        统计局       15.50      13.50    13.50     0.00     0.00     0.00     2.00     2.00     0.00
        局本级       15.50      13.50    13.50     0.00     0.00     0.00     2.00     2.00     0.00
        信息中心      0.00       0.00     0.00     0.00     0.00     0.00     0.00     0.00     0.00
        """)));

    /// <summary>The word of a total spread over the one cell that it has for code and name.</summary>
    [Fact]
    public void A_word_spread_over_two_columns_is_one_cell() => Assert.Equal("""
        编码 | 名称 | 合计 | 基本支出
        合计 1x2 | 22.50 | 19.50
        201 | 公共 | 12.50 | 10.50
        205 | 教育 | 8.00 | 7.00
        208 | 社保 | 2.00 | 2.00
        """, Shown.Of(AsciiPage.Draw("""
        编码  名称     合计    基本支出
          合  计      22.50       19.50
        201   公共    12.50       10.50
        205   教育     8.00        7.00
        208   社保     2.00        2.00
        """)));

    /// <summary>Rulings show the columns of the header: the figures of one row stand at the left of theirs, the headers in the middle. Without a ruling between two, the figures of a row have no column each.</summary>
    [Theory]
    [InlineData("|", 2)]
    [InlineData(" ", 0)]
    public void One_row_below_ruled_headers_may_stand_at_another_side_of_its_columns(string side, int rows)
    {
        var tables = Core.Tables.TableFinder.Find([AsciiPage.Draw($"""
            +--------------+--------------+--------------+--------------+
            |     合计     {side}     出国     {side}     购车     {side}     接待     |
            +--------------+--------------+--------------+--------------+
            3.00           0              0              3.00
            """)]).Tables;
        Assert.Equal(rows, tables.Sum(static t => t.Rows));
    }

    /// <summary>Figures at the right of their columns, headers in the middle: marks of nothing stand behind theirs. Where two stand behind one, nothing tells whose they are.</summary>
    [Theory]
    [InlineData("-        ", 3)]
    [InlineData("-   -    ", 0)]
    public void One_row_stands_at_the_right_of_its_columns_below_headers_in_their_turn(string mark, int rows)
    {
        var tables = Core.Tables.TableFinder.Find([AsciiPage.Draw($"""
                                                  公务用车购置运行费
              合计       因公出国                                                   公务接待费
                                         小计         购置费         运行费
                 24.62            {mark} 22.23            -            22.23            2.38
            """)]).Tables;
        Assert.Equal(rows, tables.Sum(static t => t.Rows));
    }
}
