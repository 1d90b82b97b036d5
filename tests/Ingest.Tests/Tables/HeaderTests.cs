using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;

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

    /// <summary>A ruling below 收入 and 支出 that ends before 备注 shows that 备注 reaches over both lines; without one all have a line below where a ruling between columns begins.</summary>
    [Theory]
    [InlineData(240, true, 2)]
    [InlineData(240, false, 1)]
    [InlineData(0, true, 1)]
    public void A_column_with_a_text_that_a_ruling_does_not_reach_is_under_no_group(double end, bool hasText, int height)
    {
        double[] xs = [0, 60, 120, 180, 240, 300];
        List<Segment> texts = [Text(60, 15), Text(180, 15), Text(270, 24), Text(30, 33), Text(90, 33), Text(150, 33), Text(210, 33)];
        texts.RemoveAll(s => s.Center > 240 && !hasText);
        var (ys, cells) = HeaderCells.Of(xs, 0, 40, texts, end > 0 ? [new Edge(20, [(0, end)])] : [], [new Edge(60, [(20, 40)])]);
        Assert.Equal(height, cells.Single(c => c.Column == 4 && c.Row + c.RowSpan == ys.Length - 1).RowSpan);

        static Segment Text(double center, double baseline) =>
            new(center - 10, center + 10, baseline - 8.6, baseline + 1.2, baseline, 10, Figure: false, Open: false, ' ', 0, 0);
    }

    /// <summary>The middle of a group may be that of one of its columns: what reaches over others beside it is a group all the same; the line of a wrapped header is none.</summary>
    [Theory]
    [InlineData("""
        ==============================================================
                              本年一般公共预算支出
         项目       合计            基本支出       项目支出    备注
        ==============================================================
         教育     2,470,700.00  2,470,700.00    0
         科技     2,505,200.00  2,473,700.00    31,500.00
         卫生     2,470,700.00  2,470,700.00    0
         合计     7,446,600.00  7,415,100.00    31,500.00
        ==============================================================
        """, "教育 | 2,470,700.00 | 2,470,700.00 | 0 |")]
    [InlineData("""
        ==================================================
                           本年预算数
         项目      合计      (基本)      项目      备注
        ==================================================
         教育     19.20       18.20        1.00
         科技     28.50       20.50        8.00
        ==================================================
        """, "项目 | 合计 | 本年预算数(基本) | 项目 | 备注")]
    public void A_text_over_columns_side_by_side_is_a_group(string drawing, string row) =>
        Assert.Contains(row, Shown.Of(Single(drawing)).Split('\n'));

    /// <summary>支 出 stands between the headers of its two columns, and figures at the right side of the first end below it: they are no column of their own. Where three figures stand side by side they are.</summary>
    [Theory]
    [InlineData("          ", "公共服务 | 1,200.00 | 1,900.00")]
    [InlineData("1.00      ", "公共服务 | 1.00 | 1,200.00 | 1,900.00")]
    public void A_group_between_the_headers_of_its_columns(string own, string row)
    {
        var table = Single($"""
                                      支  出
              项目        2021年预算          2022年预算
            公共服务      {own}1,200.00          1,900.00
            国防支出      {own}    5.00             10.00
            公共安全      {own}7,270.50          7,890.10
            教育支出      {own}    3.60             50.00
            """);
        Assert.Contains(row, Shown.Of(table).Split('\n'));
    }

    /// <summary>The upper side of a table is often left out, and the first ruling stands below a group or below the whole header.</summary>
    [Theory]
    [InlineData("""
                      收入                                 支出
         =========================================================================
         项目       2023年预算   2024年预算   项目       2023年预算   2024年预算
         =========================================================================
         拨款收入        12.50        13.60   教育支出         8.50         9.10
         =========================================================================
         基金收入         4.00         5.00   卫生支出         8.00         9.50
         =========================================================================
        """, "收入 1x3 | 支出 1x3")]
    [InlineData("""
           功能科目                    2024年预算数        比上年增减
         ==================  合计   ====================  ===============
         编码      名称              基本支出   项目支出   增减额    增减率
         ================================================================
         201       一般公共    9.50      4.50       5.00     1.00     11.76
         20103     政府办公    9.50      4.50       5.00     1.00     11.76
         20805     养老支出    1.50      1.50       0.00     0.20      7.10
         ================================================================
        """, "功能科目 1x2 | 合计 2x1 | 2024年预算数 1x2 | 比上年增减 1x2")]
    [InlineData("""
         编码        名称            合计      基本支出      项目支出
         201         一般公共        9.50          4.50          5.00
         ============================================================
         20103       政府办公        9.50          4.50          5.00
         ============================================================
         20805       养老支出        1.50          1.50          0.00
         ============================================================
        """, "编码 | 名称 | 合计 | 基本支出 | 项目支出")]
    [InlineData("""
         编码        名称            合计      基本支出      项目支出
         ============================================================
         栏次                           1             2             3
         ============================================================
         20103       政府办公        9.50          4.50          5.00
         20106       财政事务        8.50          4.50          4.00
         20805       养老支出        1.50          1.50          0.00
         ============================================================
        """, "编码 | 名称 | 合计 | 基本支出 | 项目支出")]
    public void A_header_above_the_first_ruling(string drawing, string row)
    {
        var titled = "                       支出总表\n                                                  单位：万元\n" + drawing;
        Assert.Equal(row, Shown.Of(AsciiPage.Draw(titled)).Split('\n')[0]);
    }

    /// <summary>What stands above a table that has its upper side and its header is none of it.</summary>
    [Fact]
    public void A_line_above_a_header_that_is_whole() => Assert.Equal("编码 | 名称 | 合计 | 基本支出", Shown.Of(AsciiPage.Draw("""
         部门：某某局            编制日期：三月             单位：万元
         ============================================================
         编码             名称                合计           基本支出
         ============================================================
         201              一般公共            9.50               4.50
         20103            政府办公            9.50               4.50
         20805            养老支出            1.50               1.50
         ============================================================
        """)).Split('\n')[0]);

    /// <summary>The first line of a broken figure stands above the first row, below the header of its column, and is none itself; a year may be one.</summary>
    [Theory]
    [InlineData(9, 0, false)]
    [InlineData(1, 1, false)]
    [InlineData(4, 0, true)]
    public void A_figure_among_the_texts_of_a_header(int digits, int decimals, bool isLeaf)
    {
        var words = Text(390, 427, 129, figure: false);
        var figure = Text(370, 447, 167, figure: true) with { Digits = decimals > 0 ? decimals : digits, Separator = decimals > 0 ? '.' : ' ' };
        Assert.Equal(isLeaf, Header.Leaves([words, figure], [], 180, []).Contains(figure));
        Assert.NotEqual(isLeaf, Header.Leaves([words, figure], [], 180, []).Contains(words));

        static Segment Text(double left, double right, double baseline, bool figure) => new(left, right, baseline - 8, baseline + 1, baseline, 9, figure, false);
    }

    /// <summary>Two characters at the sides of a wide column are its name where all text below begins before the first; where some begins below the second, they are two.</summary>
    [Theory]
    [InlineData("二、外交和国防支出        ", "201 | 一、一般公共服务支出 | 12.50 | 11.50")]
    [InlineData("二、外交       国防        ", "201 | 一、一般 | 服务 | 12.50 | 11.50")]
    public void Characters_far_apart_are_the_name_of_the_column_below_both(string label, string row)
    {
        var first = label.Contains("外交和", StringComparison.Ordinal) ? "一、一般公共服务支出      " : "一、一般       服务        ";
        Assert.Contains("\n" + row + "\n", Shown.Of(AsciiPage.Draw($"""
            编码      项         目           预算数    执行数
            201  {first}     12.50     11.50
            202  {label}     11.50     10.50
            203  {first}      1.00      1.00
            204  {label}     10.00      9.00
            """)), StringComparison.Ordinal);
    }

    /// <summary>30.49 is less than 6.49 + 24, and yet 30.49 − 6.49 is 24: there the width has ended.</summary>
    [Fact]
    public void A_border_is_sought_to_the_end_of_the_width_and_no_further() =>
        Assert.Equal(2, HeaderColumns.Divide([new Span(10, 28.49), new Span(34, 40)], [], new int[24], 6.49)!.Count);
}
