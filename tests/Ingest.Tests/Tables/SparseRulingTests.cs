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

    /// <summary>Numbers of columns begin with 1: a first row of noughts is none of them, and belongs to the body, whose columns it shows.</summary>
    [Fact]
    public void A_first_row_of_noughts_does_not_number_the_columns() => Assert.Equal("""
        项目 | 本年预算 | 项目 | 合计 | 公共预算 | 基金
        |  | 国防支出 | 0 | 0 | 0
        |  | 教育支出 | 0 | 0 | 0
        收入总计 | 51.50 | 支出总计 | 51.50 | 36.50 | 15.00
        """, Shown.Of(AsciiPage.Draw("""
        -------------------------------------------------------------
        项目      本年预算     项目         合计   公共预算     基金
        -------------------------------------------------------------
                             国防支出         0         0         0
        -------------------------------------------------------------
                             教育支出         0         0         0
        -------------------------------------------------------------
        收入总计     51.50   支出总计     51.50     36.50     15.00
        -------------------------------------------------------------
        """)));

    /// <summary>The numbers of the columns stand in the middle, as the headers do, and the figures at the right: these are no columns beside each other.</summary>
    [Fact]
    public void Numbers_of_columns_stand_beside_the_figures_of_their_column() => Assert.Equal("""
        项目 1x2 | 本年支出合计 2x1 | 上级补助收入 2x1 | 经营收入 2x1
        功能分类科目编码 | 科目名称
        | 栏次 | 1 | 2 | 3
        201 | 一般公共服务 | 12.50 | 0 | 0
        205 | 教育支出 | 8.50 | 0 | 0
        210 | 卫生健康支出 | 4.00 | 0 | 0
        """, Shown.Of(AsciiPage.Draw("""
        ------------------------------------------------------------------------------------
                     项目                 本年支出合计    上级补助收入       经营收入
        ----------------------------------
         功能分类科目编码     科目名称
        ------------------------------------------------------------------------------------
                              栏次              1               2               3
        ------------------------------------------------------------------------------------
        201             一般公共服务              12.50              0               0
        ------------------------------------------------------------------------------------
        205             教育支出                   8.50              0               0
        ------------------------------------------------------------------------------------
        210             卫生健康支出               4.00              0               0
        ------------------------------------------------------------------------------------
        """)));

    /// <summary>A figure between two headers belongs to the one that it stands off in the way in which all others do.</summary>
    [Theory]
    [InlineData("合计           基本支出     项目支出", "212 | 基金支出 | 464.00 |  | 464.00")]
    [InlineData("合计           基本支出        项目支出", "212 | 基金支出 |  | 464.00 | 464.00")]
    public void A_figure_between_two_headers_stands_at_the_side_of_its_column_where_all_do(string header, string row)
    {
        var shown = Shown.Of(AsciiPage.Draw($"""
            -----------------------------------------------------------
            编码    名称          {header}
            -----------------------------------------------------------
            212     基金支出              464.00                   464.00
            -----------------------------------------------------------
            213     其他支出              464.00                   464.00
            -----------------------------------------------------------
            214     教育支出              464.00                   464.00
            -----------------------------------------------------------
            """)).Split('\n');
        Assert.Equal(row, shown[1]);
    }

    /// <summary>A title between two tables whose rows lines part, the first line of the second under a group alone. With room for rows it may stand off the middle, as titles of a page wider than the table do.</summary>
    [Theory]
    [InlineData(20, 5, 2)]
    [InlineData(26, 5, 2)]
    [InlineData(26, 2, 1)]
    [InlineData(30, 5, 1)]
    public void A_title_between_tables_of_lines_parts_them(int indent, int room, int tables)
    {
        var title = new string(' ', indent) + "支出总表";
        var page = AsciiPage.Draw($"""
            项目                            本年预算
            ------------------------------------------------
            教育支出                         74.00
            ------------------------------------------------
            卫生支出                         28.00
            ------------------------------------------------
            合计                            102.00
            ------------------------------------------------
            {title}
            {string.Join('\n', Enumerable.Repeat("", room - 1))}
            编码    名称           合计         本年支出
                                         -------------------
                                         基本       项目
            ------------------------------------------------
            205     教育支出       74.00     70.00      4.00
            ------------------------------------------------
            210     卫生支出       28.00     20.00      8.00
            ------------------------------------------------
            """);
        Assert.Equal(tables, Core.Tables.TableFinder.Find([page]).Tables.Length);
    }

    /// <summary>Rulings drawn cell by cell, of which the joints at one border alone are left: those between columns of words are told by their texts.</summary>
    [Fact]
    public void Columns_of_words_between_borders_that_rulings_show_are_told_by_their_texts() => Assert.Equal("""
        指导性目录 1x3 | 预算金额 2x1
        一级 | 二级 | 三级
        合计 |  |  | 61.00
        01公共 | 0101安全 | 风险评估服务 | 23.00
        01公共 | 0110治理 | 便民热线服务 | 27.00
        02辅助 | 0201法律 | 法律顾问服务 | 11.00
        """, Shown.Of(AsciiPage.Draw("""
        +----------------------------------------------+------------+
        |                  指导性目录                  |  预算金额  |
        +----------------------------------------------+            |
        |     一级            二级           三级      |            |
        +----------------------------------------------+------------+
        |     合计                                     |      61.00 |
        +----------------------------------------------+------------+
        | 01公共         0101安全         风险评估服务 |      23.00 |
        +----------------------------------------------+------------+
        | 01公共         0110治理         便民热线服务 |      27.00 |
        +----------------------------------------------+------------+
        | 02辅助         0201法律         法律顾问服务 |      11.00 |
        +----------------------------------------------+------------+
        """).LongerParts(0).Without(Strokes.IsVertical)));

    /// <summary>Rulings below groups of names alone make no table of the names: all of them stand in the header.</summary>
    [Fact]
    public void Rulings_below_groups_of_some_columns_make_no_table() => Assert.StartsWith("""
        项目 1x4 | 合计 3x1 | 基本支出 3x1 | 项目支出 3x1
        科目编码 1x3 | 科目名称 2x1
        类 | 款 | 项
        |  |  | 合计 | 15.00 | 12.00 | 3.00
        201 |  |  | 一般公共服务 | 9.50 | 8.00 | 1.50
        """, Shown.Of(AsciiPage.Draw("""
                    项目
        ------------------------------
         科目编码                           合计      基本支出    项目支出
        -------------     科目名称
        类   款   项

                            合计            15.00        12.00        3.00

        201            一般公共服务          9.50         8.00        1.50

        201  03          政府事务            9.50         8.00        1.50

        201  03   01     行政运行            8.00         8.00        0.00
        """)), StringComparison.Ordinal);
}
