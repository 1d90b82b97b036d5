namespace Ingest.Tests.Tables;

/// <summary>Headers of tables without rulings between the columns: names spread over several columns, and names whose lines stand wide apart.</summary>
public class SpreadGroupTests
{
    private const string TwoSided = """
        项目                预算数  项目                      预算数
        一、财政拨款      9,375.00  一、教育支出            3,000.00
        二、事业收入      1,000.00  二、社会保障和就业支出  5,575.00
        三、其他收入        500.00  三、卫生健康支出        2,300.00
        """;

    /// <summary>12 places within a name: 15 between two are 1.24 times as many, 16 are 1.33 times.</summary>
    [Theory]
    [InlineData("        收      入                    支      出", true)]
    [InlineData("  收            入                支            出", true)]
    [InlineData("  收            入               支            出", false)]
    public void Single_characters_clearly_nearer_to_each_other_than_to_the_next_are_the_name_of_a_group(string groups, bool areNames) =>
        Assert.Equal(areNames, Row(groups + "\n" + TwoSided, 0) == "收入 1x2 | 支出 1x2");

    [Fact]
    public void Single_characters_without_headers_below_them_head_a_column_each() => Assert.Equal("甲 | 乙 | 丙 | 丁", Row(
        """
          甲        乙              丙        丁
           9.00     3.00            8.00      2.00
           1.00     5.00            6.00      3.00
           4.00     7.00            5.00      4.00
        """, 0));

    [Fact]
    public void A_figure_far_right_of_its_header_stays_in_its_column_where_a_label_of_the_next_one_begins_behind_it() => Assert.Equal(
        "一、财政拨款 | 9,375.00 | 一、教育支出 | 3,000.00", Row(
        """
             项目            预算数                           项目                     预算数
        一、财政拨款                       9,375.00 一、教育支出                                  3,000.00
        二、事业收入                       1,000.00 二、社会保障和就业支出                        5,575.00
        三、其他收入                         500.00 三、卫生健康支出                              2,300.00
        """, 1));

    [Theory]
    [InlineData("    05", true)]
    [InlineData("      ", false)]
    public void Codes_of_which_each_row_shows_one_stand_in_columns_of_their_own(string third, bool areColumns)
    {
        var found = Shown.Of(AsciiPage.Draw(
            $"""
            类  款  项  科目名称            合计
            205         教育支出        3,000.00
                08      进修及培训      3,000.00
                    03  培训支出        3,000.00
            208         社会保障        5,575.00
            {third}      养老支出        5,575.00
                    01  离退休          5,575.00
            """));
        Assert.StartsWith(areColumns ? "类 | 款 | 项 | 科目名称 | 合计" : "类款项 | 科目名称 | 合计", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("事业单位", "事业单位经营支出")]
    [InlineData("        ", "经营支出")]
    public void Lines_of_one_name_may_stand_wider_apart_than_those_of_another(string above, string expected)
    {
        var text = $"""
                                                    {above}
            科目名称          合计      基本支出            上缴上级支出
                                                    经营支出
            教育支出      3,000.00      3,000.00        0.00        0.00
            社会保障      5,575.00      5,575.00        0.00        0.00
            """;
        Assert.Contains(expected, Row(text, 0) + " | " + Row(text, 1), StringComparison.Ordinal);
    }

    private static string Row(string drawing, int row) => Shown.Of(AsciiPage.Draw(drawing)).Split('\n')[row].TrimEnd('\r');

    /// <summary>The group of the first half stands over its label alone, as far as distances tell.</summary>
    [Theory]
    [InlineData("预算数", "预算数", "收入 1x2 | 支出 1x2")]
    [InlineData("预算数", "本年预算数", "收入 | 支出 1x3")]
    public void The_same_names_again_begin_the_next_group(string first, string second, string groups) => Assert.StartsWith(groups + "\n", Shown.Of(AsciiPage.Draw($"""
            收入                             支出
            项目               {first}         项目           {second}
        一般公共预算           123.45     一般公共服务        123.45
        政府性基金              23.45     国防                 23.45
        国有资本经营             3.45     公共安全              3.45
        收入总计               150.35     支出总计            150.35
        """)), StringComparison.Ordinal);

    [Fact]
    public void The_same_names_again_begin_the_next_group_below_a_line_too() => Assert.StartsWith("收入 1x2 | 支出 1x2\n项目 | 预算数 | 项目 | 预算数\n", Shown.Of(AsciiPage.Draw("""
        ==================================================================
                收入                             支出
        ==================================================================
                项目               预算数         项目           预算数
        ==================================================================
        一般公共预算           123.45     一般公共服务        123.45
        ==================================================================
        政府性基金              23.45     国防                 23.45
        ==================================================================
        """)), StringComparison.Ordinal);
}
