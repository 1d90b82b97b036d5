using Ingest.Core.Tables;
using Ingest.Core.Tables.Sheets;
using Ingest.Tests.Metamorphic;

namespace Ingest.Tests.Tables;

/// <summary>Tables that no ruling frames, and headers and figures that no ruling parts.</summary>
public class OpenAreaTests
{
    private const string Split = """
                       某某局 2026 年支出表

                                               单位：万元
           科目编码     科目名称          本年支出
        类   款   项                    合计    基本支出

        201             公共服务    1,234.50    1,000.00

        201  03         政府办公      234.50      100.00

        201  03   01    行政运行      134.50      100.00

        201  03   99    其他政府      100.00        0.00
                        办公支出
        """;

    [Fact]
    public void Characters_above_columns_of_codes_are_headers_of_their_own_and_labels_wrap_beside_their_figures() => Assert.Equal("""
        科目编码 1x3 | 科目名称 2x1 | 本年支出 1x2
        类 | 款 | 项 | 合计 | 基本支出
        201 |  |  | 公共服务 | 1,234.50 | 1,000.00
        201 | 03 |  | 政府办公 | 234.50 | 100.00
        201 | 03 | 01 | 行政运行 | 134.50 | 100.00
        201 | 03 | 99 | 其他政府办公支出 | 100.00 | 0.00
        """, Shown.Of(AsciiPage.Draw(Split)));

    [Fact]
    public void A_character_spread_over_a_cell_stays_one_header() => Assert.Equal("""
        项目 | 金额
        一、收入 | 12.50
        二、支出 | 11.50
        三、结余 | 1.00
        """, Shown.Of(AsciiPage.Draw("""
        项   目        金   额
        一、收入         12.50
        二、支出         11.50
        三、结余          1.00
        """)));

    [Fact]
    public void A_unit_and_a_word_that_the_table_goes_on_are_no_header()
    {
        var tables = TableFinder.Find([AsciiPage.Draw(Split), AsciiPage.Draw("""
                                               （续表）
           科目编码     科目名称          本年支出
        类   款   项                    合计    基本支出

        210             卫生健康       50.00       20.00
        210  11         行政医疗       40.00       20.00
        210  11   01    事业医疗       10.00        0.00
        """, number: 2)]).Tables;
        Assert.Equal([1, 2], Assert.Single(tables).Pages);
        Assert.DoesNotContain(tables[0].Cells, static c => c.Text.Contains("单位", StringComparison.Ordinal) || c.Text.Contains('续', StringComparison.Ordinal));
        Assert.Equal(9, tables[0].Rows);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void A_head_that_the_pages_repeat_is_no_row_of_a_header(int pages, bool isTaken)
    {
        var found = TableFinder.Find([.. Enumerable.Range(1, pages).Select(n => AsciiPage.Draw("""
                      某某市民政局

        科目编码    科目名称        合计        基本支出
        201         一般公共    1,234.50    1,000.00
        20103       政府办公      234.50      100.00
        2010301     行政运行      134.50      100.00
        """, n, top: 20))]);
        Assert.Equal(isTaken, found.Tables[0].Cells.Any(static c => c.Text == "某某市民政局"));
    }

    /// <summary>A foot as far from the lower edge on sheets of another height, or in smaller type of a smaller sheet, is the same foot.</summary>
    [Theory]
    [InlineData(595, 1)]
    [InlineData(842, 0.5)]
    public void A_foot_is_known_by_its_distance_from_the_edge(double height, double scale)
    {
        var pages = Enumerable.Range(1, 4).Select(n => n % 2 == 0
            ? (AsciiPage.Draw("第1页", n, top: height - 60) with { Height = height }).Scaled(scale) : AsciiPage.Draw("第1页", n, top: 842 - 60) with { Height = 842 }).ToList();
        var heads = RunningHeads.Of(pages);
        Assert.All(pages, p => Assert.Empty(heads.Without(p.Number, Sheet.Pieces([.. p.Glyphs], p.Rulings))));
    }

    [Fact]
    public void Spaces_between_thousands_are_no_columns_where_many_figures_have_them() => Assert.Equal("""
        项目 | 2024年 | 2025年
        一、收入 | 12439060.66 | 439060.66
        二、支出 | 1439060.66 | 39060.66
        三、结余 | 602897.80 | 602897.80
        """, Shown.Of(AsciiPage.Draw("""
        项目                   2024年           2025年
        一、收入        12 439 060.66       439 060.66
        二、支出         1 439 060.66        39 060.66
        三、结余           602 897.80       602 897.80
        """)));

    [Fact]
    public void A_figure_that_touches_the_next_label_is_parted_from_it() => Assert.Equal("""
        项目 | 预算数 | 项目 | 预算数
        一、本年收入 | 533.00 | 一、本年支出 | 533.00
        （一）一般公共 | 433.00 | （一）一般服务 | 465.00
        （二）基金收入 | 100.00 | （二）社会保障 | 38.00
        收入总计 | 533.00 | 支出总计 | 533.00
        """.Replace('（', '(').Replace('）', ')'), Shown.Of(AsciiPage.Draw("""
          项目          预算数  项目           预算数
        一、本年收入    533.00一、本年支出    533.00
        （一）一般公共  433.00（一）一般服务  465.00
        （二）基金收入  100.00（二）社会保障   38.00
        收入总计        533.00支出总计        533.00
        """)));

    [Fact]
    public void The_numbers_of_columns_are_a_row_below_headers_of_several_lines() => Assert.Equal("""
        项目 1x2 | 本年支出 2x1 | 对附属单位补助 2x1 | 其他支出 2x1
        科目编码 | 科目名称
        栏次 |  | 1 | 2 | 3
        | 合计 | 12.50 | 2.50 | 0.00
        201 | 公共服务 | 10.50 | 2.50 | 0.00
        208 | 社会保障 | 2.00 | 0.00 | 0.00
        """, Shown.Of(AsciiPage.Draw("""
        =======================================================
             项目                        对附属
                            本年支出     单位补     其他支出
        科目编码 科目名称                  助
          栏次                 1           2          3
        =======================================================
                   合计       12.50       2.50       0.00
        201        公共服务   10.50       2.50       0.00
        208        社会保障    2.00       0.00       0.00
        =======================================================
        """)));

    [Fact]
    public void Groups_above_the_first_ruling_belong_to_the_header_but_a_body_and_a_unit_do_not()
    {
        const string below = """
            ---------------+---------------------------------------
              项目         | 预算数      项目            预算数
            ---------------+---------------------------------------
            一、本年收入   | 533.00      一、本年支出    533.00
            ---------------+---------------------------------------
            （一）一般公共 | 433.00      （一）一般服务  465.00
            ---------------+---------------------------------------
            收入总计       | 533.00      支出总计        533.00
            ---------------+---------------------------------------
            """;
        Assert.Equal("收入 1x2 | 支出 1x2", Shown.Of(AsciiPage.Draw("          收入                          支出\n" + below)).Split('\n')[0]);
        Assert.Equal("项目 | 预算数 | 项目 | 预算数", Shown.Of(AsciiPage.Draw("部门：某某局                             单位：万元\n" + below)).Split('\n')[0]);
    }

    [Fact]
    public void Telephone_numbers_of_a_list_make_no_table_of_it_but_a_header_does()
    {
        const string list = """
            张三      教育局      局长      12345678
            李四      民政局      局长      23456789
            王五      司法局      局长      34567890
            赵六      审计局      局长      45678901
            """;
        Assert.Empty(TableFinder.Find([AsciiPage.Draw(list)]).Tables);
        Assert.Single(TableFinder.Find([AsciiPage.Draw("姓名      单位        职务      电话\n" + list)]).Tables);
    }

    [Fact]
    public void A_header_reaches_over_blank_columns_at_the_right() => Assert.Equal("""
        科目编码 | 科目名称 | 合计 | 基本支出 | 经营支出 | 上缴支出
        201 | 公共服务 | 12.50 | 2.50 |  |
        205 | 教育支出 | 10.50 | 1.50 |  |
        208 | 社会保障 | 2.00 | 1.00 |  |
        """, Shown.Of(AsciiPage.Draw("""
        科目编码    科目名称     合计    基本支出    经营支出    上缴支出
        201         公共服务    12.50        2.50
        205         教育支出    10.50        1.50
        208         社会保障     2.00        1.00
        """)));

    [Theory]
    [InlineData(34)]
    [InlineData(36)]
    public void A_group_above_its_middle_column_is_no_first_line_of_it(int at) => Assert.Equal("""
        科目编码 2x1 | 科目名称 2x1 | 本年支出 1x3
        合计 | 基本支出 | 项目支出
        201 | 公共服务 | 12.50 | 2.50 | 10.00
        205 | 教育支出 | 10.50 | 1.50 | 9.00
        208 | 社会保障 | 2.00 | 1.00 | 1.00
        """, Shown.Of(AsciiPage.Draw($"""
        {new string(' ', at)}本年支出
        科目编码    科目名称
                                 合计    基本支出    项目支出
        201         公共服务    12.50        2.50       10.00
        205         教育支出    10.50        1.50        9.00
        208         社会保障     2.00        1.00        1.00
        """)));

    [Fact]
    public void A_text_of_two_lines_stays_whole_where_all_headers_end_at_one_height() => Assert.Equal("""
        科目编码 | 科目名称 | 合计 | 本年度基本支出 | 项目支出
        201 | 公共服务 | 12.50 | 2.50 | 10.00
        205 | 教育支出 | 10.50 | 1.50 | 9.00
        208 | 社会保障 | 2.00 | 1.00 | 1.00
        """, Shown.Of(AsciiPage.Draw("""
                                       本年度基
        科目编码    科目名称     合计    本支出    项目支出
        201         公共服务    12.50        2.50       10.00
        205         教育支出    10.50        1.50        9.00
        208         社会保障     2.00        1.00        1.00
        """)));

    [Fact]
    public void Rulings_between_groups_of_rows_part_no_tables() => Assert.Equal("""
        科目编码 | 科目名称 | 合计 | 基本支出
        201 | 公共服务 | 12.50 | 2.50
        20103 | 政府办公 | 12.50 | 2.50
        205 | 教育支出 | 10.50 | 1.50
        20502 | 普通教育 | 10.50 | 1.50
        208 | 社会保障 | 2.00 | 1.00
        20805 | 养老支出 | 2.00 | 1.00
        """, Shown.Of(AsciiPage.Draw("""
        科目编码    科目名称     合计    基本支出
        201         公共服务    12.50        2.50
        20103       政府办公    12.50        2.50
        -----------------------------------------
        205         教育支出    10.50        1.50
        20502       普通教育    10.50        1.50
        -----------------------------------------
        208         社会保障     2.00        1.00
        20805       养老支出     2.00        1.00
        """)));

    [Theory]
    [InlineData("", 1)]
    [InlineData("政府性基金支出表\n\n", 2)]
    public void A_page_without_a_header_keeps_the_columns_of_the_page_before_but_a_new_title_begins_anew(string above, int count)
    {
        var tables = TableFinder.Find([AsciiPage.Draw("""
        科目编码    科目名称     合计    基本支出    经营支出    上缴支出
        201 03 01   公共服务    12.50        2.50       1.00        1.00
        205 03 01   教育支出    10.50        1.50       1.00        1.00
        208 03 01   社会保障     2.00        1.00       1.00        1.00
        """), AsciiPage.Draw(above + """
        208 05 01   公共服务    12.50        2.50
        208 05 02   教育支出    10.50        1.50
        208 05 03   社会保障     2.00        1.00
        """, number: 2)]).Tables;
        Assert.Equal(count, tables.Length);
        Assert.Equal(6, tables[0].Columns);
        Assert.Equal(count == 1, tables[0].Cells.Any(static c => c.Text is "208 05 01"));
    }

    /// <summary>A mark of zero that touches the label behind it is told by where the labels of that column begin; where nothing begins alike it belongs to the words.</summary>
    [Theory]
    [InlineData(14, true)]
    [InlineData(13, false)]
    public void A_mark_of_zero_right_before_a_label_is_a_cell_of_its_own(int spaces, bool isCell)
    {
        var drawing = $"""
              项目           金额    项目         金额
            一般收入          12.50一、公共      5.00
            基金收入{new string(' ', spaces)}/二、国防      7.00
            资本收入           1.50三、教育      1.00
            其他收入           1.00四、科技      2.00
            """;
        Assert.Equal(isCell ? "基金收入 | / | 二、国防 | 7.00" : "基金收入 |  | /二、国防 | 7.00", Shown.Of(AsciiPage.Draw(drawing)).Split('\n')[2]);
    }

    /// <summary>Codes of two lines stand above and below the line of their figures: the table begins at its left side all the same.</summary>
    [Fact]
    public void A_table_begins_at_codes_above_the_line_of_the_first_figures() => Assert.Equal("""
        项目编码 | 项目名称 | 合计 | 结转
        33030T 4211 | 行政管理 | 315.66 | 1.00
        33030T 4212 | 代表工作 | 85.62 | 2.00
        33030T 4213 | 事务补助 | 16.24 | 3.00
        """, Shown.Of(AsciiPage.Draw("""
        项目编码          项目名称      合计     结转

        33030T
                          行政管理    315.66     1.00
        4211

        33030T
                          代表工作     85.62     2.00
        4212

        33030T
                          事务补助     16.24     3.00
        4213
        """)));

    /// <summary>款 and 项 near each other are two headers where codes stand side by side below them: on one line of a short table; in a longer one another line has one too.</summary>
    [Theory]
    [InlineData(3, false, true)]
    [InlineData(9, false, false)]
    [InlineData(9, true, true)]
    public void Codes_side_by_side_part_the_headers_above_them(int rows, bool hasOther, bool parted)
    {
        var lines = Enumerable.Range(1, rows).Select(k => k == rows ? "212  08 03     城市建设    15.00     9.00" : k == 2 && hasOther ? "212  08        出让收入    15.00     9.00" : "212            城乡社区    15.00     9.00");
        var drawn = Shown.Of(AsciiPage.Draw("类   款 项     科目名称     合计     项目\n\n" + string.Join("\n\n", lines)));
        Assert.StartsWith(parted ? "类 | 款 | 项 | 科目名称" : "类 | 款项 | 科目名称", drawn, StringComparison.Ordinal);
    }
}
