namespace Ingest.Tests.Tables;

/// <summary>Two lines of a header one above the other, and two lines of a name: one text, or a group and its part.</summary>
public class GroupLineTests
{
    /// <summary>As high and as wide as the group beside it and that one's first part: a group too. Other words, and the same headers in two lines, are one text.</summary>
    [Theory]
    [InlineData("2025年预算数", "    金额    ", "项目 2x1 | 2025年预算数 | 2026年预算数 1x2")]
    [InlineData("2025年预算数", "   总金额   ", "项目 2x1 | 2025年预算数总金额 2x1 | 2026年预算数 1x2")]
    [InlineData("  2025年度  ", "    金额    ", "项目 2x1 | 2025年度金额 2x1 | 2026年预算数 1x2")]
    public void A_line_above_one_header_is_a_group_where_the_group_beside_it_is_like_it(string upper, string lower, string first) => Assert.Equal(first, Shown.Of(AsciiPage.Draw($"""
                               {upper}             2026年预算数
              项目
                               {lower}          金额         可比增长率

        一般公共服务支出         493989          480146         112.80

        国防支出                  13278           14208         107.00

        公共安全支出             508042          527989         103.93
        """, size: 16)).Split('\n')[0]);

    /// <summary>The unit in brackets below a header is no part of it, though the header beside it looks like a group over its unit and more.</summary>
    [Fact]
    public void A_unit_in_brackets_is_no_part_of_a_group() => Assert.StartsWith("项目 | 本年收入合计(万元) |", Shown.Of(AsciiPage.Draw("""
                               本年收入合计              财政拨款收入
              项目
                                 （万元）             （万元）      （万元）

        一般公共服务支出         493989          480146         112.80

        国防支出                  13278           14208         107.00

        公共安全支出             508042          527989         103.93
        """, size: 16)).Replace(" 2x1", "", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>What begins with a bracket goes on with the group above it, though it is wider.</summary>
    [Theory]
    [InlineData("（含再融资债券和置换债券）发行总额", "地区 3x1 | 2024年政府债券（含再融资债券和置换债券）发行总额 1x4")]
    [InlineData("再融资债券和置换债券的全部发行总额", "地区 4x1 | 2024年政府债券 1x4")]
    public void A_second_line_in_brackets_is_of_the_group_above_it(string second, string first) => Assert.Equal(first, Shown.Of(AsciiPage.Draw($"""
                                  2024年政府债券
                        {second}
          地区
                                合计
                                                           新增债券
                       总计    一般债券   专项债券

         市本级      136558      59405      77153            81711

         北票市      215976      50466     165510           165510

         凌源市       49216       7650      41566            39766
        """)).Split('\n')[0].Replace("(", "（", StringComparison.Ordinal).Replace(")", "）", StringComparison.Ordinal));

    /// <summary>The characters of 项 目 stand as far apart as two headers, and names below begin at the second one.</summary>
    [Fact]
    public void Two_lines_of_a_name_between_rulings_are_one_cell_though_the_second_is_set_in() => Assert.Contains("一、电影事业发展专项资金收入 1x2 | 7500 | 3224", Shown.Of(AsciiPage.Draw("""
        ---------------------------------------------
           项      目         预算数      决算数
        ---------------------------------------------
        一、电影事业发展专
                               7500        3224
                项资金收入
        ---------------------------------------------
        二、出让收入         654600      352267
        ---------------------------------------------
                地方收入      18650       30810
        ---------------------------------------------
                补助收入        373         404
        ---------------------------------------------
                上解收入         32          38
        ---------------------------------------------
                结转收入         12          12
        ---------------------------------------------
        """)), StringComparison.Ordinal);
}
