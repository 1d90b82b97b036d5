using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>What the heights of header texts, narrow gaps and the beginnings of rulings tell, and tables of one row.</summary>
public class HeaderLevelTests
{
    [Fact]
    public void A_header_in_the_middle_of_the_whole_height_stands_beside_a_group_and_one_at_the_foot_below_it() => Assert.Equal("""
        项目名称 2x1 | 单位 2x1 | 合计 2x1 | 本年拨款 1x3 | 其他资金 2x1
        一般预算 | 基金预算 | 国资预算
        统计普查 | 统计局 | 30.00 | 10.00 | 12.00 | 8.00 | 0.00
        网络运行 | 统计局 | 20.00 | 10.00 | 10.00 | 0.00 | 0.00
        办公用房 | 统计局 | 10.00 | 0.00 | 2.00 | 8.00 | 0.00
        """, Shown.Of(AsciiPage.Draw("""
                                                           本年拨款
        项目名称                  单位      合计                                     其他资金
                                                    一般预算   基金预算   国资预算

        统计普查                  统计局     30.00     10.00      12.00       8.00      0.00

        网络运行                  统计局     20.00     10.00      10.00       0.00      0.00

        办公用房                  统计局     10.00      0.00       2.00       8.00      0.00
        """)));

    /// <summary>The group reaches over its middle column alone, and figures at the right of their columns stand below it: 项目, half way, tells that what stands lower has a group.</summary>
    [Fact]
    public void A_group_that_stands_over_the_middle_one_of_its_columns_is_that_of_all() => Assert.Equal("""
        项目 2x1 | 本年政府性基金支出 1x3
        合计 | 基本支出 | 项目支出
        城乡社区支出 | 2,349,839 |  | 2,349,839
        农村建设支出 | 1,349,839 |  | 1,349,839
        土地安排支出 | 1,000,000 |  | 1,000,000
        """, Shown.Of(AsciiPage.Draw("""
                                               本年政府性基金支出
                    项目
                                  合计               基本支出           项目支出

            城乡社区支出              2,349,839                             2,349,839

            农村建设支出              1,349,839                             1,349,839

            土地安排支出              1,000,000                             1,000,000
            """)));

    /// <summary>Names of two and of four characters by turns are those of two groups of three; what stands half way beside them is of no group.</summary>
    [Theory]
    [InlineData("          ", "备注", "部门支出经济分类 1x2 | 本年一般基本支出 1x3 | 备注 2x1")]
    [InlineData("备注", "          ", "部门支出经济分类 1x3 | 本年一般基本支出 1x3")]
    public void A_header_half_way_is_none_of_the_same_names_below_groups(string low, string half, string first) => Assert.Equal(first, Shown.Of(AsciiPage.Draw($"""
             部门支出经济分类           本年一般基本支出
                                                                         {half}
        科目编码       科目名称         合计    人员经费   公用经费      {low}

          301       工资福利支出       444.00    300.00     144.00

          30101     伙食补助费         244.00    200.00      44.00

          30102     绩效工资           200.00    100.00     100.00
        """)).Split('\n')[0]);

    /// <summary>The last columns have no lower header beside them, so that their texts of two lines are wrapped, and the one beside the total is as they are. Alone it is a group and a header.</summary>
    [Theory]
    [InlineData("政府性基金预", "国有资本经营", "支出 1x5\n行次 | 小计 | 一般公共预算款 | 政府性基金预款 | 国有资本经营款\n")]
    [InlineData("            ", "            ", "行次 3x1 | 支出 1x4\n一般公共预算 1x3 | 款 2x1\n小计 | 款 | 款\n")]
    public void A_text_of_two_lines_beside_one_that_must_be_wrapped_is_wrapped(string next, string last, string header) => Assert.StartsWith(header, Shown.Of(AsciiPage.Draw($"""
                                                    支出
                                    一般公共预算            {next}            {last}
        行次          小计               款                      款                      款

         33         1,539.00          1,539.00                  1.00                   1.00

         34           190.00            190.00                  1.00                   0.00

         35           372.00            372.00                  0.00                   0.00
        """)), StringComparison.Ordinal);

    /// <summary>Groups end where the last of their columns does. Heights tell which columns are below one; where all headers stand as low nothing tells where they begin.</summary>
    [Theory]
    [InlineData("合计", "    ", "功能分类科目 1x2 | 合计 2x1 | 本年收入 1x3 | 备注 2x1")]
    [InlineData("    ", "合计", "功能分类科目 1x2 | 本年收入 1x4 | 备注 2x1")]
    public void Groups_at_the_right_side_of_their_columns(string half, string low, string first) => Assert.Equal(first, Shown.Of(AsciiPage.Draw($"""
                     功能分类科目                                             本年收入
                                              {half}                                            备注
                 编码        名称             {low}        小计      财政拨款      事业收入

                  216      市场监管局       444.00        300.00        144.00          0.00    按规定

               216001      局本级           244.00        200.00         44.00          0.00    按规定

               216002      信息中心         200.00        100.00        100.00          0.00    按规定
        """)).Split('\n')[0]);

    /// <summary>All stand half way: what is above and below is one text.</summary>
    [Fact]
    public void Two_lines_in_the_middle_of_a_header_are_one_text() => Assert.StartsWith("项目 | 合计 | 本年基金预算基本支出 | 项目支出", Shown.Of(AsciiPage.Draw("""
                                                 本年基金预算
                    项目          合计                                  项目支出
                                                   基本支出

            城乡社区支出              2,349,839                             2,349,839

            农村建设支出              1,349,839                             1,349,839

            土地安排支出              1,000,000                             1,000,000
            """)), StringComparison.Ordinal);

    /// <summary>Codes have a group as high as the first lines of wrapped headers; no column is left that those could be groups of.</summary>
    [Fact]
    public void A_wrapped_header_is_no_group_where_the_columns_beside_it_have_texts_of_their_own() => Assert.Equal("""
        科目编码 1x3 | 科目名称 2x1 | 本年收入合计 2x1 | 事业收入 2x1 | 附属单位上缴收入 2x1 | 其他收入 2x1
        类 | 款 | 项
        201 |  |  | 公共服务 | 30.00 | 10.00 | 12.00 | 8.00
        205 |  |  | 教育支出 | 20.00 | 10.00 | 10.00 | 0.00
        205 | 02 |  | 普通教育 | 10.00 | 0.00 | 2.00 | 8.00
        205 | 02 | 01 | 学前教育 | 10.00 | 0.00 | 2.00 | 8.00
        """, Shown.Of(AsciiPage.Draw("""
           科目编码                  本年收入               附属单位
                        科目名称                 事业收入               其他收入
        类     款   项                 合计                 上缴收入
        201             公共服务        30.00       10.00       12.00       8.00
        205             教育支出        20.00       10.00       10.00       0.00
        205    02       普通教育        10.00        0.00        2.00       8.00
        205    02   01  学前教育        10.00        0.00        2.00       8.00
        """)));

    /// <summary>合计, as high as the group and the header below it together, is the text of one line that they must not be.</summary>
    [Fact]
    public void Groups_within_a_group_are_not_one_text_with_the_header_below_them() => Assert.Equal("""
        功能分类科目 1x2 | 2024年预算数 1x5
        编码 3x1 | 名称 3x1 | 本年一般公共预算支出 1x5
        合计 2x1 | 基本支出 1x3 | 项目支出 2x1
        小计 | 人员经费 | 公用经费
        213 | 农林水 | 30.00 | 20.00 | 12.00 | 8.00 | 10.00
        216 | 商业 | 40.00 | 30.00 | 20.00 | 10.00 | 10.00
        """, Shown.Of(AsciiPage.Draw("""
         功能分类科目                        2024年预算数

                                        本年一般公共预算支出

        编码      名称                        基本支出
                             合计                                 项目支出
                                     小计     人员经费   公用经费

        213     农林水      30.00   20.00      12.00       8.00      10.00

        216     商业        40.00   30.00      20.00      10.00      10.00
        """)));

    [Fact]
    public void Texts_between_the_levels_of_a_header_make_no_form_of_a_table() => Assert.Equal("""
        项目编码 2x1 | 项目名称 2x1 | 单位 2x1 | 合计 2x1 | 本年拨款 1x3 | 其他资金 2x1
        一般预算 | 基金预算 | 国资预算
        | 合计 |  | 20.00 | 20.00 |  |  |
        42010724 | 统计普查 | 统计局 | 10.00 | 10.00 |  |  |
        42010725 | 网络运行 | 统计局 | 10.00 | 10.00 |  |  |
        """, Shown.Of(AsciiPage.Draw("""
                                                               本年拨款
        项目编码        项目名称      单位         合计                                     其他资金
                                                         一般预算   基金预算   国资预算

                          合计                      20.00      20.00

        42010724        统计普查      统计局        10.00      10.00

        42010725        网络运行      统计局        10.00      10.00
        """)));

    [Theory]
    [InlineData(1.5, true)]
    [InlineData(0.3, false)]
    public void A_gap_narrower_than_a_space_parts_columns_where_lines_have_it_one_below_the_other(double gap, bool parts)
    {
        var page = AsciiPage.Draw("""
            项目        单位        一般公共政府性基      备注
                                      预算   金预算

            统计        统计局         12.50   11.50

            普查        统计局         10.00   11.00

            调查        统计局          2.50    0.50
            """, size: 12);
        var border = page.Glyphs.Single(g => g.Text == "政").Box.Left;

        Assert.Equal(parts, Shown.Of(page with
        {
            Glyphs = [.. page.Glyphs.Select(g => g.Box.Left < border ? g : g with { Box = new Box(g.Box.Left + gap, g.Box.Top, g.Box.Right + gap, g.Box.Bottom) })],
        }).StartsWith("项目 | 单位 | 一般公共预算 | 政府性基金预算 | 备注\n统计 | 统计局 | 12.50 | 11.50", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_stands_above_the_beginnings_of_rulings_though_none_is_drawn_below_it() => Assert.Equal("""
        合计 2x1 | 公务用车 1x2 | 接待费 2x1
        购置 | 运行
        9.00 | 2.00 | 3.00 | 4.00
        """, Shown.Of(AsciiPage.Draw("""
        +------+-------------+--------+
        |      |   公务用车  |        |
        | 合计 |      |      | 接待费 |
        |      | 购置 | 运行 |        |
        +------+------+------+--------+
        | 9.00 | 2.00 | 3.00 |   4.00 |
        +------+------+------+--------+
        """)));

    [Fact]
    public void One_line_of_figures_below_a_header_for_each_is_a_table() => Assert.Equal("""
        合计 2x1 | 出国费 2x1 | 公务用车 1x2 | 接待费 2x1 | 租车费 2x1 | 其他 2x1
        购置 | 运行
        9.00 | 0.00 | 2.00 | 3.00 | 4.00 | 0.00 | 0.00
        """, Shown.Of(AsciiPage.Draw("""
                  一般公共预算“三公”经费支出表

                                                  单位：万元
                            公务用车
        合计    出国费                    接待费    租车费    其他
                          购置    运行

        9.00    0.00      2.00    3.00    4.00      0.00      0.00
        """)));

    [Fact]
    public void A_title_over_several_columns_of_one_row_is_no_header() => Assert.Equal("""
        合计 | 出国费 | 接待费 | 租车费 | 其他
        9.00 | 0.00 | 2.00 | 3.00 | 4.00
        """, Shown.Of(AsciiPage.Draw("""
                  一般公共预算三公经费支出

        合计      出国费    接待费    租车费    其他
        9.00      0.00      2.00      3.00      4.00
        """)));

    [Fact]
    public void Figures_that_fill_their_column_are_rows_where_the_decimals_of_each_are_there() => Assert.Equal("""
        项目 | 金额
        统计 | 12.50
        普查 | 10.00
        调查 | 12.75
        """, Shown.Of(AsciiPage.Draw("""
        +------+------+
        | 项目 | 金额 |
        +------+------+
        | 统计 | 12.50|
        |      |      |
        | 普查 | 10.00|
        |      |      |
        | 调查 | 12.75|
        +------+------+
        """)));

    [Fact]
    public void Words_half_way_between_two_rows_stand_in_a_cell_over_both() => Assert.Equal("""
        项目 | 单位 | 合计
        统计普查 | 统计局 2x1 | 30.00
        网络运行 | 20.00
        办公用房 | 教育局 2x1 | 10.00
        校舍维修 | 40.00
        """, Shown.Of(AsciiPage.Draw("""
        项目          单位          合计

        统计普查                   30.00
                      统计局
        网络运行                   20.00

        办公用房                   10.00
                      教育局
        校舍维修                   40.00
        """)));

    [Theory]
    [InlineData("""
        各单位的收入与支出如下，其中本年的数字由财政部门审核，上年的数字由审计部门审核

            9.00      0.00    2.00     3.00       4.00
        """)]
    [InlineData("""
            合计     出国费

            9.00      0.00    2.00     3.00       4.00
        """)]
    public void One_line_of_figures_without_headers_of_their_own_is_none(string drawing) => Assert.Empty(TableFinder.Find([AsciiPage.Draw(drawing)]).Tables);

    /// <summary>Below each of two years the same names: those that stand half way are beside the group of vehicles, and not below it. All on the lower line are below it.</summary>
    [Theory]
    [InlineData("合计      接待费                            ", "                    小计      购置费    运行费", "合计 2x1 | 接待费 2x1 | 车辆购置及运行 1x3 | 合计 2x1 | 接待费 2x1 | 车辆购置及运行 1x3\n小计 | 购置费 | 运行费 | 小计 | 购置费 | 运行费\n")]
    [InlineData("                                            ", "合计      接待费    小计      购置费    运行费", "车辆购置及运行 1x5 | 车辆购置及运行 1x5\n合计 | 接待费 | 小计 | 购置费 | 运行费 | 合计 | 接待费 | 小计 | 购置费 | 运行费\n")]
    public void Names_repeated_below_two_years_are_below_a_group_where_they_stand_lower(string middle, string low, string header) => Assert.StartsWith("上年预算数 1x5 | 本年预算数 1x5\n" + header, Shown.Of(AsciiPage.Draw($"""
        ====================================================================================================
                          上年预算数                                        本年预算数
        ====================================================================================================
                              车辆购置及运行                                    车辆购置及运行
         {middle}      {middle}
         {low}      {low}
        ====================================================================================================
         9.00      0.00      9.00      8.00      1.00      9.00      0.00      9.00      8.00      1.00
        ====================================================================================================
        """)), StringComparison.Ordinal);
}
