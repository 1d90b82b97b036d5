using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>How near, and how, texts stand above the first ruling of a table when they belong to its header.</summary>
public class GroupsAboveTests
{
    private const string Below = """
        ---------------+---------------------------------------
          项目         | 预算数      项目            预算数
        ---------------+---------------------------------------
        一、本年收入   | 533.00      一、本年支出    533.00
        ---------------+---------------------------------------
        二、其他收入   | 433.00      二、公共服务    465.00
        ---------------+---------------------------------------
        收入总计       | 533.00      支出总计        533.00
        ---------------+---------------------------------------
        """;

    private const string Groups = "          收入                          支出\n";

    private static string First(string drawing, double up = 0)
    {
        var page = AsciiPage.Draw(drawing, top: 120);
        var line = page.Glyphs.Min(static g => g.Baseline);
        return Shown.Of(page with { Glyphs = [.. page.Glyphs.Select(g => g.Baseline > line ? g : g with { Baseline = g.Baseline - (float)up, Box = new Box(g.Box.Left, g.Box.Top - up, g.Box.Right, g.Box.Bottom - up) })] }).Split('\n')[0];
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(15, true)]
    [InlineData(22, false)]
    public void Groups_stand_closely_above_the_ruling(double up, bool isHeader) =>
        Assert.Equal(isHeader ? "收入 1x2 | 支出 1x2" : "项目 | 预算数 | 项目 | 预算数", First(Groups + Below, up));

    /// <summary>A text at the left side is the body's name, one at the right side the unit, two close together a title, one alone no row of groups, and a figure none.</summary>
    [Theory]
    [InlineData(" 收入                                   支出", "项目 | 预算数 | 项目 | 预算数")]
    [InlineData("          收入                                     支出", "项目 | 预算数 | 项目 | 预算数")]
    [InlineData("                  收入   支出", "项目 | 预算数 | 项目 | 预算数")]
    [InlineData("                        收入", "项目 | 预算数 | 项目 | 预算数")]
    [InlineData("          2024                          2025", "项目 | 预算数 | 项目 | 预算数")]
    [InlineData("    收入情况收入情况收入情况            支出", "项目 | 预算数 | 项目 | 预算数")]
    [InlineData("          收入                          支出", "收入 1x2 | 支出 1x2")]
    [InlineData("          收入情况                      支出情况", "收入情况 1x2 | 支出情况 1x2")]
    public void What_names_the_body_or_the_table_is_no_row_of_groups(string line, string first) => Assert.Equal(first, First(line + "\n" + Below));

    /// <summary>Texts that begin where headers below them do are a row of the header, not where only the first does, and not beside the unit.</summary>
    [Theory]
    [InlineData("                 批复", true)]
    [InlineData("                 批复        科目", true)]
    [InlineData("                 批复          科目", false)]
    [InlineData("                   批复", false)]
    [InlineData("          科目", false)]
    [InlineData("                 单位：元", false)]
    [InlineData("                 2024", false)]
    public void Texts_in_line_with_the_headers_below_them_are_of_the_header(string line, bool isHeader) =>
        Assert.Equal(!isHeader, First(line + "\n" + Below).StartsWith("项目 | 预算数", StringComparison.Ordinal));

    /// <summary>Groups at the left of their columns, where the middle of the first column and of the last five would do as well: the names below begin again.</summary>
    [Fact]
    public void Same_names_below_groups_begin_where_the_groups_do_behind_a_column_without_one() => Assert.Equal("Year 2x1 | Exports 1x3 | Imports 1x3", First("""
        Year  Exports                Imports
              Gds     Svc     Total  Gds     Svc     Total
        2001  74,582  14,730  84,216 82,851  74,273   37,127
        2002   9,493  82,495  12,352  9,420  20,020   38,437
        2003  99,425  16,045  78,629 98,046  49,735   76,338
        2004  71,902  36,517  31,036 40,007  10,110   77,548
        """));

    /// <summary>Where only fills or rulings below the rows are drawn, all of the header stands above the first of them.</summary>
    [Theory]
    [InlineData("  项目           预算数      执行数", "项目 | 预算数 | 执行数")]
    [InlineData("  单位：万元", "公共服务 | 533.00 | 433.00")]
    public void A_header_above_rows_that_rulings_close_below_is_theirs(string header, string first) => Assert.Equal(first, First(header + "\n" + """
        +--------------+-----------+-----------+
        | 公共服务     |    533.00 |    433.00 |
        +--------------+-----------+-----------+
        | 社会保障     |    433.00 |    333.00 |
        +--------------+-----------+-----------+
        | 农林水       |    233.00 |    133.00 |
        +--------------+-----------+-----------+
        """));

    /// <summary>A group over the gap between two headers, and the group of all above it: neither has a column of its own.</summary>
    [Theory]
    [InlineData("收入", "支出", "收入 1x2 | 支出 1x2\n项目 2x1 | 金额 2x1 | 支出用途 1x2\n名称 | 金额")]
    [InlineData("    ", "    ", "项目 2x1 | 金额 2x1 | 支出用途 1x2\n名称 | 金额")]
    public void A_group_of_one_group_is_no_column(string revenue, string expenditure, string header) => Assert.StartsWith(header, Shown.Of(AsciiPage.Draw($"""
                 {revenue}                       {expenditure}

                                          支出用途
          项目          金额         名称            金额
        一、财政拨款    12.00      一、基本支出        9.00
        二、事业收入     3.00      二、项目支出        6.00
        三、其他收入     5.00      三、机动经费        5.00
        """)), StringComparison.Ordinal);

    /// <summary>More words stand right below the ruling than above it: it parts groups from headers. As many are the first row, which has no figures.</summary>
    [Theory]
    [InlineData("  收  入                        支  出", "收入 1x2 | 支出 1x2\n项目 | 预算数 | 项目 | 预算数\n一、本年收入 | 533.00 | 一、本年支出 | 533.00")]
    [InlineData("  项目         金额       项目          金额", "项目 | 金额 | 项目 | 金额\n项目 | 预算数 | 项目 | 预算数\n一、本年收入 | 533.00 | 一、本年支出 | 533.00")]
    public void The_header_goes_on_below_the_ruling_under_groups(string first, string rows) => Assert.StartsWith(rows, Shown.Of(AsciiPage.Draw($"""
        ========================================================
        {first}
        ========================================================
          项目         预算数     项目          预算数
        一、本年收入   533.00     一、本年支出    533.00
        二、其他收入   433.00     二、公共服务    465.00
        ========================================================
        三、上年结转   100.00     三、国防支出    68.00
        收入总计       633.00     支出总计        633.00
        ========================================================
        """)), StringComparison.Ordinal);

    /// <summary>The year between the body and the unit is no figure of a row, so their line is not the first one.</summary>
    [Theory]
    [InlineData("单位：元")]
    [InlineData("金额单位：万元")]
    public void The_line_that_says_the_unit_is_no_row(string unit) => Assert.StartsWith("收入 1x2 | 支出 1x2\n项目 | 预算数 | 项目 | 预算数\n", Shown.Of(AsciiPage.Draw($"""
        部门：统计局           2024年           {unit}
                    收入                    支出
          项目         预算数     项目          预算数
        一、本年收入     533.00   一、本年支出    533.00
        二、其他收入     433.00   二、公共服务    465.00
        三、上年结转     100.00   三、国防支出     68.00
        收入总计         633.00   支出总计        633.00
        """)), StringComparison.Ordinal);

    /// <summary>Groups end where headers of their columns do, whichever line of the header those stand on; what ends where none does is no row of the header.</summary>
    [Theory]
    [InlineData("                      收入                                                        支出", "收入 1x2 | 支出 1x4\n")]
    [InlineData("                  收入                                                            支出", "项目 | 决算数 | 项目 | 小计 | 一般公共预算 | 国有资本经营预算\n")]
    public void Groups_that_end_where_lower_headers_do_are_of_the_header(string line, string first) => Assert.StartsWith(first, Shown.Of(AsciiPage.Draw(line + "\n" + """
        ======================================================================================
                                                                        一般公共  国有资本经营
                 项目       决算数          项目                小计        预算          预算
        ======================================================================================
        财政拨款收入        907.48  一般公共服务              282.43      282.43          0.00
        ======================================================================================
        上年结转收入          1.00  社会保障支出               84.43       84.43          0.00
        ======================================================================================
        其他收入              2.00  卫生健康支出                4.43        4.43          0.00
        ======================================================================================
        """)), StringComparison.Ordinal);

    /// <summary>Names of rows leave blank room before the first column of a group, which the ruling below the group need not cover: it covers its name.</summary>
    [Theory]
    [InlineData("--------", "编码 2x1 | 名称 2x1 | 本年支出 1x3 | 备注 2x1")]
    [InlineData("        ", "编码 2x1 | 名称 2x1 | 合计 2x1 | 本年支出 1x2 | 备注 2x1")]
    public void A_ruling_below_a_group_reaches_over_the_names_of_its_columns(string ruling, string header) => Assert.StartsWith(header, Shown.Of(AsciiPage.Draw($"""
        ======================================================================
                                            本年支出
         编码   名称                                                   备注
                                    {ruling}--------------------
                                     合计     基本支出  项目支出
        ======================================================================
                总计                 9.41     0.00      9.41
         212    城乡                 9.41     0.00      9.41           据实
         213    农林                 5.91     0.00      5.91
         214    交通                 3.49     0.00      3.49
        ======================================================================
        """)), StringComparison.Ordinal);
}
