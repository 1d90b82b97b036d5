using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Tables whose rulings show only a part of their rows and columns.</summary>
public class PartRuledTests
{
    private static string Row(RawTable table, int row) =>
        string.Join(" | ", table.Cells.Where(c => c.Row == row).Select(c => c.RowSpan > 1 ? $"{c.Text} (down {c.RowSpan})" : c.Text));

    /// <summary>A drawing in which a line of text takes two lines, so that texts can stand half a line higher or lower.</summary>
    private static PageContent HalfLines(string drawing)
    {
        var page = AsciiPage.Draw(drawing, top: 0);
        return page with
        {
            Glyphs = [.. page.Glyphs.Select(g => g with
            {
                Baseline = g.Baseline / 2, Box = new Box(g.Box.Left, g.Baseline / 2 - 9.5, g.Box.Right, g.Baseline / 2 + 1.2),
            })],
            Rulings = [.. page.Rulings.Select(r => r.Direction == RulingDirection.Horizontal ? r with { Position = r.Position / 2 } : r with { Start = r.Start / 2, End = r.End / 2 })],
        };
    }

    [Fact]
    public void Figures_below_each_other_in_ruled_columns_are_rows()
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw("""
            +-------------+------------+------------+
            | Country     | Cohesion   | ERDF       |
            +-------------+------------+------------+
            | Bulgaria    |       2.3  |      3.2   |
            | Cyprus      |       0.21 |      0     |
            | Estonia     |       1.1  |      1.9   |
            | Assistance  |            |      0.87  |
            +-------------+------------+------------+
            | TOTAL       |      58.99 |     86.70  |
            +-------------+------------+------------+
            """)]).Tables);
        Assert.Equal((6, 3, 1), (table.Rows, table.Columns, table.HeaderRows));
        Assert.Equal("Cyprus | 0.21 | 0", Row(table, 2));
        Assert.Equal("Assistance |  | 0.87", Row(table, 4));
        Assert.Equal("TOTAL | 58.99 | 86.70", Row(table, 5));
    }

    /// <summary>Two rows that no ruling parts in a table of one column of figures: each figure has a name beside it.</summary>
    [Theory]
    [InlineData("本年债务限额", "年末债务余额", "本年债务限额 | 917.68\n年末债务余额 | 873.05")]
    [InlineData("本年债务限额", "            ", "本年债务限额 | 917.68 873.05")]
    public void Two_figures_with_a_name_each_in_one_ruled_row_are_rows(string first, string second, string rows) => Assert.Equal("项目 | 金额\n" + rows, Shown.Of(AsciiPage.Draw($"""
        +-----------------+-----------------+
        | 项目            |            金额 |
        +-----------------+-----------------+
        | {first}    |          917.68 |
        | {second}    |          873.05 |
        +-----------------+-----------------+
        """)));

    [Fact]
    public void A_number_broken_over_the_lines_of_a_narrow_cell_makes_no_rows()
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw("""
            +------+-----+-----+
            | 单位 | 收入| 支出|
            +------+-----+-----+
            | 农业 |12345|12345|
            | 农村 |67890|67890|
            | 局   |.12  |.12  |
            +------+-----+-----+
            """)]).Tables);
        Assert.Equal((2, 3), (table.Rows, table.Columns));
        Assert.Equal("1234567890.12", table.Cells.Single(c => c.Row == 1 && c.Column == 1).Text);
    }

    /// <summary>Without the corner and the crossings of the columns that a page break has cut above and below.</summary>
    [Fact]
    public void Columns_whose_one_cell_runs_over_the_whole_page_belong_to_the_table()
    {
        var page = AsciiPage.Draw("""
            +------+------+------+-----+
            |      |      | 指标1| 90% |
            |      |      +------+-----+
            | 产出 | 质量 | 指标2| 95% |
            |      |      +------+-----+
            |      |      | 指标3| 98% |
            +------+------+------+-----+
            """);
        var columns = page.Rulings.Where(r => r.Direction == RulingDirection.Vertical).Select(r => r.Position).Distinct().Order().ToArray();
        var cut = page with
        {
            Rulings = [.. page.Rulings.Select(r => r.Direction == RulingDirection.Horizontal ? r with { Start = Math.Max(r.Start, columns[2]) } : r).Where(r => r.End > r.Start)],
        };

        var table = Assert.Single(TableFinder.Find([cut]).Tables);

        Assert.Equal((3, 4), (table.Rows, table.Columns));
        Assert.Equal("产出 (down 3) | 质量 (down 3) | 指标1 | 90%", Row(table, 0));
    }

    [Fact]
    public void Columns_missing_beside_the_one_ruling_come_from_the_text()
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw("""
            +-----------+--------------------------
            | answers   |  Freq.   Percent   Cum.
            +-----------+--------------------------
            | 0         |  138     6.9       6.9
            | 1         |  178     8.8      15.7
            | 2         |  626    31.1      46.8
            +-----------+--------------------------
            """)]).Tables);
        Assert.Equal((4, 4), (table.Rows, table.Columns));
        Assert.Equal("2 | 626 | 31.1 | 46.8", Row(table, 3));
    }

    [Fact]
    public void Middles_of_wrapped_texts_tell_the_rows_where_the_gaps_between_lines_do_not()
    {
        var table = Assert.Single(TableFinder.Find([HalfLines("""
            ==========================================================

             编码        名称          单位         合计      基本

            ==========================================================

             4406T       乡村产业
                                                   8.00      1.00
             000117      发展奖补

                                       佛山市
             4406T       农田建设
                                       禅城区      9.00      2.00
             000118      区级配套
                                       农业局

             4406T       人居环境
                                                   7.00      3.00
             000119      综合整治

            ==========================================================
            """)]).Tables);
        Assert.Equal((4, 5), (table.Rows, table.Columns));
        Assert.Equal("4406T000117 | 乡村产业发展奖补 |  | 8.00 | 1.00", Row(table, 1));
        Assert.Equal("4406T000118 | 农田建设区级配套 | 佛山市禅城区农业局 | 9.00 | 2.00", Row(table, 2));
        Assert.Equal("4406T000119 | 人居环境综合整治 |  | 7.00 | 3.00", Row(table, 3));
    }

    /// <summary>A short part on the next page shows neither how far apart its rows stand nor how wide its columns are; the part before does.</summary>
    [Theory]
    [InlineData("""
        +------------------+----------+
        | 项目             | 预算数   |
        +------------------+----------+
        | 一、教育支出     |     5.00 |
        | 二、科技支出     |     8.00 |
        | 三、文化支出     |     2.00 |
        | 四、卫生支出     |     1.00 |
        | 五、其他支出     |          |
        +------------------+----------+
        """, "六、年终结转 |\n支出总计 | 16.00")]
    [InlineData("""
        +------------------+----------+
        | 项目             | 预算数   |
        +------------------+----------+
        | 一、教育支出     |     5.00 |
        +------------------+----------+
        | 二、科技支出     |     8.00 |
        +------------------+----------+
        | 三、文化支出     |     2.00 |
        +------------------+----------+
        | 四、卫生支出     |     1.00 |
        +------------------+----------+
        """, "六、年终结转支出总计 | 16.00")]
    public void A_part_on_the_next_page_has_rows_as_the_part_before(string first, string rows)
    {
        var second = AsciiPage.Draw("""
            +------------------+----------+
            | 项目             | 预算数   |
            +------------------+----------+
            | 六、年终结转     |          |
            | 支出总计         |    16.00 |
            +------------------+----------+
            """, number: 2);
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw(first, top: 600), second]).Tables);
        Assert.EndsWith(rows, Shown.Of(table), StringComparison.Ordinal);
    }

    /// <summary>Verticals in the header alone: the last label goes on down to the ruling below it; what reaches over columns is a note.</summary>
    [Theory]
    [InlineData("教育 | 中等职业学校经费 | 16.00 | 2.00", """
                     学校
                     经费
        """)]
    [InlineData("教育 | 中等职业 | 16.00 | 2.00", """
            注：本表金额转换时可能有误差
        """)]
    public void The_rest_of_the_last_label_stands_above_the_ruling_that_closes_the_table(string last, string below)
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw("""
            +----------+----------+----------+----------+
            | 科目     | 项目     | 预算数   | 结转     |
            +----------+----------+----------+----------+
              科技       中学         5.00      1.00
            +-------------------------------------------+
                         中等
              教育       职业        16.00      2.00
            """ + "\n" + below + "\n+-------------------------------------------+")]).Tables);
        Assert.EndsWith(last, Shown.Of(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_rulings_stands_above_rows_that_have_them() =>
        Assert.Equal("""
            编码 | 名称 | 基本支出 | 项目支出
            201 | 公共 | 1,234.50 | 6.00
            20103 | 政府 | 34.50 | 6.00
            """, Shown.Of(AsciiPage.Draw("""
              编码    名称    基本支出     项目支出
            +-------+-------+------------+----------+
            | 201   | 公共  |  1,234.50  |    6.00  |
            +-------+-------+------------+----------+
            | 20103 | 政府  |     34.50  |    6.00  |
            +-------+-------+------------+----------+
            """)));

    /// <summary>A year in brackets between the title and the table is no header.</summary>
    [Fact]
    public void A_line_of_one_text_above_a_ruled_table_is_none_of_its_rows() =>
        Assert.Equal(2, Assert.Single(TableFinder.Find([AsciiPage.Draw("""
                         (二〇二六年度)
            +-------+-------+------------+----------+
            | 201   | 公共  |  1,234.50  |    6.00  |
            +-------+-------+------------+----------+
            | 20103 | 政府  |     34.50  |    6.00  |
            +-------+-------+------------+----------+
            """)]).Tables).Rows);

    /// <summary>Figures stand in three of six rows only: too few lines with texts side by side, but all rows are one cell below a header of three.</summary>
    [Fact]
    public void Rows_of_one_cell_each_below_a_header_have_its_columns()
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw("""
            +------------+-----------+-----------+
            | 项目       |   合计    |  拨款     |
            +------------+-----------+-----------+
            | 粮油物资                           |
            +------------------------------------+
            | 灾害防治        16.50              |
            +------------------------------------+
            | 其他支出                           |
            +------------------------------------+
            | 债务支出                           |
            +------------------------------------+
            | 结转结余                           |
            +------------------------------------+
            | 支出总计     2,532.45    2,515.95  |
            +------------------------------------+
            """)]).Tables);
        Assert.Equal((7, 3), (table.Rows, table.Columns));
        Assert.Equal("支出总计 | 2,532.45 | 2,515.95", Row(table, 6));
    }

    /// <summary>The group of two lines stands in the row of the other group: what stands in the middle beside them is below none.</summary>
    [Fact]
    public void A_group_of_two_lines_makes_no_second_row_of_groups() => Assert.Equal("""
        预算科目 2x1 | 预算安排 1x2 | 本年快报数 2x1 | 上年决算数 2x1 | 快报数比决算数 1x2
        年初预算 | 调整预算 | 增减额 | 增减%
        合计 | 7.00 | 9.00 | 7.00 | 7.00 | 3.00 | 4.60
        教育 | 4.00 | 7.00 | 6.00 | 6.00 | 6.00 | 1.10
        """, Shown.Of(HalfLines("""
                                                                      快报数
                             预算安排
                                                                     比决算数
                                                 本年      上年
             预算科目
                                                快报数    决算数
                         年初预算   调整预算                      增减额    增减%

                                                             
             合计            7.00       9.00      7.00      7.00      3.00     4.60

             教育            4.00       7.00      6.00      6.00      6.00     1.10
        """)));

    /// <summary>Three headers stand one below the other in the middle column: two of them are groups, as wide as what stands lower beside them; with nothing lower beside it all is one text.</summary>
    [Theory]
    [InlineData("小计", "公用经费", "科目 3x1 | 本年一般公共支出 1x5\n合计 2x1 | 基本支出 1x3 | 项目支出 2x1\n小计 | 人员经费 | 公用经费\n")]
    [InlineData("    ", "        ", "科目 | 合计 |")]
    public void Groups_of_groups_may_stand_over_the_middle_column_alone(string low, string last, string header) => Assert.StartsWith(header, Shown.Of(HalfLines($"""
                                                 本年一般公共支出

            科目                                     基本支出
                          合计                                                        项目支出
                                       {low}         人员经费          {last}

            教育        444.00       300.00         200.00            100.00        144.00


            科学        244.00       200.00         150.00             50.00         44.00


            文化        200.00       100.00          50.00             50.00        100.00
            """)), StringComparison.Ordinal);
}
