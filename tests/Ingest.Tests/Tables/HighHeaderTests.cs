using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Headers in cells much higher than their type, so that they stand far above the first row.</summary>
public class HighHeaderTests
{
    private const string Rows = """
        全市合计        9,375.00    3,000.00    5,575.00      800.00
        市本级          8,375.00    3,000.00    4,875.00      500.00
        东山区          1,000.00                  700.00      300.00
        """;

    /// <summary>Seven lines of the drawing are 7.6 ems, eight are 8.7.</summary>
    [Theory]
    [InlineData(4, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Names_over_a_column_each_are_a_header_though_they_stand_far_above(int between, bool isHeader) => Assert.Equal(
        isHeader ? "地区 | 合计 | 城市管网 | 农村改革 | 金融发展" : "全市合计 | 9,375.00 | 3,000.00 | 5,575.00 | 800.00",
        First("地区                合计    城市管网    农村改革    金融发展", between));

    [Theory]
    [InlineData("编制人：王一                            审核人：李二")]
    [InlineData("地区      合计    城市管网及农村改革        金融发展和其他")]
    [InlineData("关于东山区预算的说明  见本报告第五章  以及其后各页")]
    public void What_stands_far_above_and_over_no_column_of_its_own_is_none(string line) =>
        Assert.Equal("全市合计 | 9,375.00 | 3,000.00 | 5,575.00 | 800.00", First(line, 4));

    [Theory]
    [InlineData("                                         其中：", "地区 2x1 | 合计 2x1 | 其中: 1x3")]
    [InlineData("                                                        其中：", "地区 | 合计 | 城市管网 | 农村改革 | 金融发展")]
    [InlineData("                           其中：", "地区 | 合计 | 城市管网 | 农村改革 | 金融发展")]
    public void A_text_far_above_the_names_is_their_group_where_it_stands_in_the_middle_of_those_behind_the_first(string group, string expected) => Assert.Equal(
        expected, First(group + "\n\n\n\n" + "地区                合计    城市管网    农村改革    金融发展", 4));

    private static string First(string header, int between) => Shown.Of(AsciiPage.Draw(header + new string('\n', between + 1) + Rows)).Split('\n')[0].TrimEnd('\r');

    /// <summary>Names in a narrow column break, and their lines stand two lines of the drawing apart, wide of the codes below: 2 ems of 12 pt type, 2.4 of 10 pt.</summary>
    [Theory]
    [InlineData(12, "序号 | 部门经济科目编码 | 名称 | 合计\n")]
    [InlineData(10, "序 | 部门经济科目编 | 名称 2x1 | 合计 2x1\n号 | 码\n")]
    public void A_broken_name_reaches_beyond_the_codes_of_its_column(double size, string header) => Assert.StartsWith(header, Shown.Of(AsciiPage.Draw("""
        =======================================================
        序  部门经济科目编
                                 名称            合计
        号       码
        =======================================================
        1   301                  工资福利        9,234.50
        =======================================================
        2   30101                基本工资        1,234.50
        =======================================================
        3   30102                津贴补贴        8,000.00
        =======================================================
        """, size: size)), StringComparison.Ordinal);

    /// <summary>Lines 2.2 ems apart: names of one, two and three lines in the middle of one height have no groups.</summary>
    [Fact]
    public void Names_in_the_middle_of_one_height_are_of_one_level() => Assert.StartsWith("单位名称 | 一般公共预算 | 国资预算经营收入其他 | 事业收入 | 合计\n", Shown.Of(AsciiPage.Draw("""
        ============================================================
                                  国资预算
                    一般公共                     事业
        单位名称                  经营收入                 合计
                      预算                       收入
                                    其他
        ============================================================
        市局              12.00      11.00      10.00      33.00
        ============================================================
        中心              12.00      10.00      11.00      33.00
        ============================================================
        """)), StringComparison.Ordinal);

    /// <summary>The middle of the second name is higher than that of the others: its upper line may be that of a group.</summary>
    [Fact]
    public void Names_at_other_heights_may_be_groups() => Assert.DoesNotContain("一般公共预算", Shown.Of(AsciiPage.Draw("""
        ============================================================
                    一般公共      国资预算
                                                 事业
        单位名称      预算        经营收入                 合计
                                                 收入
                                    其他
        ============================================================
        市局              12.00      11.00      10.00      33.00
        ============================================================
        中心              12.00      10.00      11.00      33.00
        ============================================================
        """)), StringComparison.Ordinal);

    /// <summary>Names without room between them are wider than most of the columns with figures, but not than most of the header, where that goes on behind them.</summary>
    [Theory]
    [InlineData("                事业收入    其他收入", true)]
    [InlineData("", false)]
    public void How_wide_a_line_of_a_header_may_be_its_widest_line_tells(string behind, bool isWhole) => Assert.Equal(isWhole, Shown.Of(AsciiPage.Draw($"""
        名称                            财政拨款
                      一般公共预算收政府性基金预算国有资本经营预
        编码       合计       入            收入        算收入{behind}
        201    1,234.50     1,234.50
        202      234.50       234.50
        203      134.50       134.50
        """)).Contains("名称", StringComparison.Ordinal));

    /// <summary>The first column is blank on this page, where its unit goes on from the one before.</summary>
    [Theory]
    [InlineData("预算单位        科目编码      科目名称      合计", "预算单位 | 科目编码 | 科目名称 | 合计")]
    [InlineData("预算单位：公安局及其下属单位", "30202 | 印刷费 | 43.60")]
    public void A_header_of_names_begins_left_of_all_rows_where_its_first_column_is_blank(string header, string first) => Assert.Equal(first, Shown.Of(AsciiPage.Draw(header + """


                        30202         印刷费        43.60

                        30204         手续费     1,586.08

                        30205         电费         336.00
        """)).Split('\n')[0].Trim('|', ' ', '\r'));

    /// <summary>The name of the first row takes three lines, so that its amount stands alone on its own.</summary>
    [Theory]
    [InlineData("12.50", "单位编码 | 名称及项目 | 项目金额 | 项目简介")]
    [InlineData("2025", "单位编码 2x1 | 名称及项目 | 项目金额 | 项目简介 2x1")]
    public void An_amount_alone_on_its_line_is_of_the_first_row(string figure, string first) => Assert.Equal(first, Shown.Of(AsciiPage.Draw($"""
        单位编码        名称及项目           项目金额           项目简介

                      审计、绩效评价
                                                {figure}
                      及项目验收

                      办公费                     7.50

        153001        印刷费                     8.50

                      差旅费                     3.50
        """)).Split('\n')[0]);

    /// <summary>The figures of the last row stand between the lines of its name; below a name on their own line stands a note.</summary>
    [Theory]
    [InlineData("  信息化产业", "", "发展经费", "信息化产业发展经费 | 10.00 | 4.00")]
    [InlineData("", "  信息化产业", "注：本表没有其他数", "信息化产业 | 10.00 | 4.00")]
    public void The_rest_of_the_last_name_begins_at_the_left_side(string above, string beside, string below, string last) => Assert.Equal(last, Shown.Of(AsciiPage.Draw($"""
        名称                合计       其中

        某某中心           84.66       7.00

          办公费           80.00       9.00

          差旅费           74.66       3.00

        {above}
        {beside,-14}       10.00       4.00
        {below}
        """.Replace("  信息化产业    ", "  信息化产业", StringComparison.Ordinal))).Split('\n')[^1]);

    /// <summary>
    /// The ruling between the columns of the next group begins between two texts: the upper one heads a group of one column, unless it leaves
    /// no room for another word, or the ruling begins above both.
    /// </summary>
    [Theory]
    [InlineData("|   上年执行   |      本年预算       |", "项目 2x1 | 上年执行 | 本年预算 1x2\n金额 | 金额 | 增长")]
    [InlineData("| 上年执行数   |      本年预算       |", "项目 2x1 | 上年执行数 | 本年预算 1x2\n金额 | 金额 | 增长")]
    [InlineData("|上年执行数额  |      本年预算       |", "项目 2x1 | 上年执行数额金额 2x1 | 本年预算 1x2\n金额 | 增长")]
    [InlineData("|   上年执行   | 本年预算 | 本年执行 |", "项目 | 上年执行金额 | 本年预算金额 | 本年执行增长")]
    public void A_group_of_one_column_stands_above_the_beginning_of_the_rulings_beside_it(string line, string header) => Assert.StartsWith(header, Shown.Of(AsciiPage.Draw($"""
        +------------+--------------+----------{(line.Contains("本年执行", StringComparison.Ordinal) ? '+' : '-')}----------+
        |            {line}
        |  项目      |              |          |          |
        |            |   金额       |   金额   |   增长   |
        | 一、税收   |       100.00 |   120.00 |    20.00 |
        | 二、非税   |        50.00 |    60.00 |    20.00 |
        | 三、转移   |        30.00 |    33.00 |    10.00 |
        +------------+--------------+----------+----------+
        """)), StringComparison.Ordinal);

    /// <summary>Five lines of the drawing are 5.5 ems, seven 7.6, eight 8.7: rows that far apart are one table where they are all as far apart and their texts stand over each other.</summary>
    [Theory]
    [InlineData(5, 5, "302             商品支出 ", 4)]
    [InlineData(7, 7, "302             商品支出 ", 4)]
    [InlineData(8, 8, "302             商品支出 ", 0)]
    [InlineData(5, 7, "302             商品支出 ", 0)]
    [InlineData(5, 5, "关于本表各项支出的说明   ", 0)]
    public void Rows_much_higher_than_their_type_stand_in_even_steps(int step, int last, string second, int rows)
    {
        string High(int lines) => new('\n', lines);
        var drawing = $"科目编码        科目名称          金额{High(step)}301             工资支出         1,234.00{High(step)}{second}        2,345.00{High(last)}303             补助支出         3,456.00";
        Assert.Equal(rows, TableFinder.Find([AsciiPage.Draw(drawing)]).Tables.Sum(static t => t.Rows));
    }

    /// <summary>All headers begin at the top, and the lines of the wrapped one stand far apart. A line with room for another word is a group.</summary>
    [Theory]
    [InlineData("附属单位上缴收", "入", "附属单位上缴收入 | 其他收入\n")]
    [InlineData("   附属单位   ", "上缴收入", "附属单位 | 其他收入 2x1\n")]
    public void A_wrapped_header_beside_those_that_begin_as_high_is_one_text(string first, string second, string ends) => Assert.Contains(ends, Shown.Of(AsciiPage.Draw($"""
        科目名称      本年收入合计    {first}    其他收入

                                          {second}

        一般公共服务     1,490.81          1,438.84           51.97

        公共安全           592.90            592.90            0.00

        教育               138.69            138.69            0.00
        """)), StringComparison.Ordinal);

    /// <summary>All headers end at the foot: the lines of the highest are as far apart as those beside it, and none of them is a group.</summary>
    [Fact]
    public void A_header_of_many_lines_at_the_foot_is_one_text() => Assert.StartsWith("编码 1x2 | 合计 2x1 | 事业单位经营支出 2x1 | 上缴上级支出 2x1 | 项目支出 2x1\n类 | 款\n", Shown.Of(AsciiPage.Draw("""
        +--------------------------------------------------+
        |     编码                事业                     |
        |                         单位    上缴             |
        |                         经营    上级       项目  |
        |   类     款      合计   支出    支出       支出  |
        +--------------------------------------------------+
        |   201            9.00   0.00    0.00       9.00  |
        |          03      8.00   0.00    0.00       8.00  |
        |          04      1.00   0.00    0.00       1.00  |
        +--------------------------------------------------+
        """)), StringComparison.Ordinal);

    /// <summary>
    /// Rows 6.5 ems apart, six lines of the drawing; a line of the label stands above the figures. Steps that differ, or lines of labels far from
    /// them, are of other tables where two figures a row show the columns; three that stand over each other are rows in any step.
    /// </summary>
    [Theory]
    [InlineData("", "", " 5,575.00", "单位 | 合计 | 城市管网 | 农村改革\n全市合计 | 9,375.00 | 3,000.00 | 5,575.00\n东山区某某局 | 1,000.00 | 2,000.00 | 5,575.00\n西山区某某局 | 1,000.00 | 2,000.00 | 5,575.00")]
    [InlineData("\n", "", " 5,575.00", "单位 | 合计 | 城市管网 | 农村改革\n全市合计 | 9,375.00 | 3,000.00 | 5,575.00\n东山区某某局 | 1,000.00 | 2,000.00 | 5,575.00\n西山区某某局 | 1,000.00 | 2,000.00 | 5,575.00")]
    [InlineData("\n", "", " 无增减", "")]
    [InlineData("", "\n\n", " 5,575.00", "单位 | 合计 | 城市管网 | 农村改革\n全市合计 | 9,375.00 | 3,000.00 | 5,575.00")]
    public void Rows_far_apart_are_in_step(string between, string within, string third, string expected) => Assert.Equal(expected, Shown.Of(AsciiPage.Draw($"""
        单位                合计    城市管网    农村改革

        全市合计        9,375.00    3,000.00   {third}




        东山区
        {within}                1,000.00    2,000.00   {third}
        某某局
        {between}


        西山区
        {within}                1,000.00    2,000.00   {third}
        某某局
        """)));

    /// <summary>Rows 8 ems high: names of two columns alone stand over their figures, far above them, below the group that they are of. Where one stands over the first column they are no header.</summary>
    [Theory]
    [InlineData("                                     增减额    增减率", "项目 2x1 | 上年决算 2x1 | 今年快报 2x1 | 比上年 1x2\n增减额 | 增减率\n合计 | 65929 | 74817 | 8888 | 13.5\n养老保险 | 65929 | 74817 | 8888 | 13.5")]
    [InlineData("某某局                                         增减率", "")]
    public void Names_of_two_columns_stand_far_above_two_high_rows(string names, string expected) => Assert.Equal(expected, Shown.Of(AsciiPage.Draw($"""
                                              比上年
        项目       上年决算   今年快报
        {names}




        合计          65929      74817          8888      13.5





        养老保险      65929      74817          8888      13.5
        """)));

    /// <summary>Rows without figures between the header and the first one with any: with rulings between the columns, and none between the rows.</summary>
    [Fact]
    public void Rows_without_figures_below_a_header_are_rows() => Assert.Equal("项目 | 执行数 | 预算数\n一、利润收入\n运输企业利润收入\n金融企业利润收入\n二、股息红利收入\n三、上级补助收入 | 1 | 2\n收入总计 | 1 | 2", Shown.Of(AsciiPage.Draw("""
        +--------------------+----------+----------+
        |       项目         |  执行数  |  预算数  |
        |                    |          |          |
        |一、利润收入        |          |          |
        |                    |          |          |
        |  运输企业利润收入  |          |          |
        |                    |          |          |
        |  金融企业利润收入  |          |          |
        |                    |          |          |
        |二、股息红利收入    |          |          |
        |                    |          |          |
        |三、上级补助收入    |        1 |        2 |
        |                    |          |          |
        |收入总计            |        1 |        2 |
        +--------------------+----------+----------+
        """)).Replace(" |  |", "", StringComparison.Ordinal));
}
