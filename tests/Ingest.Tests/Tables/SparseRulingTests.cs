namespace Ingest.Tests.Tables;

/// <summary>Tables that rulings of one direction show, or a few: how far they reach, and what is no part of them.</summary>
public class SparseRulingTests
{
    [Fact]
    public void A_table_reaches_as_far_as_the_rulings_between_its_columns() => Assert.Equal("""
        项目 | 合计 | 拨款 | 目标
        合计 | 30.00 | 30.00 |
        统计 | 3.00 | 3.00 | 按时完成统计
        信息系统运行维护 | 12.00 | 12.00 | 保障各系统正常运行并按时完成更新
        人口抽样调查 | 15.00 | 15.00 | 查清人口数量和结构为规划提供依据
        """, Shown.Of(AsciiPage.Draw("""
        |            |         |         |                    |
        | 项目       | 合计    | 拨款    |  目标              |
        |            |         |         |                    |
        | 合计       |   30.00 |   30.00 |                    |
        |            |         |         |                    |
        | 统计       |    3.00 |    3.00 |  按时完成统计      |
        |            |         |         |                    |
        | 信息系统   |         |         |  保障各系统正常    |
        |            |   12.00 |   12.00 |  运行并按时        |
        | 运行维护   |         |         |  完成更新          |
        |            |         |         |                    |
        | 人口抽样   |         |         |  查清人口数量      |
        |            |   15.00 |   15.00 |和结构为规划        |
        | 调查       |         |         |  提供依据          |
        """)));

    [Fact]
    public void One_line_of_figures_is_a_table_where_rulings_part_them() => Assert.Equal("""
        合计 | 出国费 | 购车费 | 接待费
        46.29 | 0.00 | 38.08 | 8.21
        """, Shown.Of(AsciiPage.Draw("""
        |         |         |         |         |
        | 合计    | 出国费  | 购车费  | 接待费  |
        |         |         |         |         |
        |   46.29 |    0.00 |   38.08 |    8.21 |
        |         |         |         |         |
        """)));

    [Theory]
    [InlineData("                    ", "单位：万元")]
    [InlineData("", "")]
    public void A_ruling_below_the_head_of_a_page_is_no_part_of_the_table(string title, string unit) => Assert.Equal("""
        编码 | 名称 | 合计
        201 | 公共服务 | 12.50
        205 | 教育 | 11.50
        """, Shown.Of(AsciiPage.Draw($"""
        某某市统计局部门预算
        -----------------------------
        {title}{unit}
        ------------------------------
        编码    名称            合计
        ------------------------------
        201     公共服务       12.50
        ------------------------------
        205     教育           11.50
        ------------------------------
        """)));

    [Fact]
    public void What_holds_one_figure_a_column_between_rulings_is_one_row() => Assert.Equal("""
        单位 | 合计 | 支出
        统计局 | 12.50 | 12.50
        普查中心(本级) | 11.50 | 11.50
        调查队 | 10.50 | 10.50
        农业局 | 9.50 | 9.50
        教育局机关服务 | 8.50 | 8.50
        """, Shown.Of(AsciiPage.Draw("""
        ------------------------------------
        单位            合计        支出
        ------------------------------------
        统计局         12.50       12.50
        ------------------------------------
        普查中心       11.50       11.50
        (本级)
        ------------------------------------
        调查队         10.50       10.50
        ------------------------------------
        农业局          9.50        9.50
        ------------------------------------
        教育局机关      8.50        8.50
        服务
        ------------------------------------
        """)));

    [Fact]
    public void Columns_begin_where_their_headers_do_when_codes_and_names_do() => Assert.Equal("""
        编码 | 名称 | 收入合计 | 财政拨款 | 其他收入
        201 | 公共服务 | 444.00 | 444.00 |
        20103 | 政府办公及相关事务 | 312.00 | 312.00 |
        2010301 | 行政运行 | 132.00 | 132.00 |
        """, Shown.Of(AsciiPage.Draw("""
        编码       名称         收入合计         财政拨款         其他收入

        201        公共服务             444.00           444.00

        20103      政府办公及相关事务   312.00           312.00

        2010301    行政运行             132.00           132.00
        """)));
}
