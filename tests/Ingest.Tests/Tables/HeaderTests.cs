using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Header trees, headers that run down, and rows of column numbers.</summary>
public class HeaderTests
{
    private static RawTable Single(string drawing) => Assert.Single(TableFinder.Find([AsciiPage.Draw(drawing)]).Tables);

    [Fact]
    public void A_ruled_header_of_four_levels()
    {
        var table = Single("""
            +------+-----------------------------------------+
            | 项目 | 本年支出                                |
            |      +----------------------------+------------+
            |      | 财政拨款                   | 其他资金   |
            |      +---------------+------------+            |
            |      | 基本支出      | 项目支出   |            |
            |      +-------+-------+            |            |
            |      | 人员  | 公用  |            |            |
            +------+-------+-------+------------+------------+
            | 合计 |  1.00 |  2.00 |       3.00 |       4.00 |
            +------+-------+-------+------------+------------+
            """);
        Assert.Equal(4, table.HeaderRows);
        Assert.Equal("""
            项目 4x1 | 本年支出 1x4
            财政拨款 1x3 | 其他资金 3x1
            基本支出 1x2 | 项目支出 2x1
            人员 | 公用
            合计 | 1.00 | 2.00 | 3.00 | 4.00
            """, Shown.Of(table));
    }

    [Fact]
    public void A_header_of_four_levels_with_lines_below_its_groups()
    {
        var table = Single("""
            =========================================================
                                    本年支出
                       ==============================================
                                财政拨款               其他资金
              项目     ============================
                          基本支出       项目支出
                       =================
                        人员      公用
            =========================================================
              合计      1.00      2.00       3.00        14.00
              教育      0.40      0.50       0.60         0.70
              科技      0.60      1.50       2.40        13.30
            =========================================================
            """);
        Assert.Equal(4, table.HeaderRows);
        Assert.Equal("""
            项目 4x1 | 本年支出 1x4
            财政拨款 1x3 | 其他资金 3x1
            基本支出 1x2 | 项目支出 2x1
            人员 | 公用
            合计 | 1.00 | 2.00 | 3.00 | 14.00
            教育 | 0.40 | 0.50 | 0.60 | 0.70
            科技 | 0.60 | 1.50 | 2.40 | 13.30
            """, Shown.Of(table));
    }

    [Fact]
    public void Headers_of_one_character_a_line_in_ruled_columns()
    {
        Assert.Equal("项目 | 合计 | 基本支出 | 项目支出\n教育 | 12 | 5 | 7", Shown.Of(Single("""
            +------+----+----+----+
            | 项目 | 合 | 基 | 项 |
            |      | 计 | 本 | 目 |
            |      |    | 支 | 支 |
            |      |    | 出 | 出 |
            +------+----+----+----+
            | 教育 | 12 |  5 |  7 |
            +------+----+----+----+
            """)));
    }

    [Theory]
    [InlineData("""
        +------+-------+-------+-------+
        | 项目 | 合计  | 基本  | 项目  |
        +------+-------+-------+-------+
        | 栏次 |   1   |   2   |   3   |
        +------+-------+-------+-------+
        | 教育 | 12.00 |  5.00 |  7.00 |
        +------+-------+-------+-------+
        """)]
    [InlineData("""
        ================================
          项目   合计    基本    项目
        ================================
          栏次    1       2       3
        ================================
          教育   12.00    5.00    7.00
        ================================
        """)]
    public void A_row_of_column_numbers_belongs_to_the_header(string drawing)
    {
        var table = Single(drawing);
        Assert.Equal(2, table.HeaderRows);
        Assert.Equal("项目 | 合计 | 基本 | 项目\n栏次 | 1 | 2 | 3\n教育 | 12.00 | 5.00 | 7.00", Shown.Of(table));
    }

    [Fact]
    public void A_first_row_of_figures_that_do_not_count_is_no_header()
    {
        Assert.Equal(1, Single("""
            +------+-------+-------+
            | 项目 | 人数  | 户数  |
            +------+-------+-------+
            | 教育 |   2   |   1   |
            +------+-------+-------+
            """).HeaderRows);
    }
}
