using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Boxes of money in performance forms, and figures there that are no money.</summary>
public class FormBoxTests
{
    private static Dictionary<string, string> Amounts(string drawing) =>
        DrawnTable.Facts(drawing, "项目支出绩效目标表\n单位:万元").Where(static f => f.Amount is not null).ToDictionary(static f => f.Line.Label, static f => f.Amount!.Value.ToYuan());

    [Fact]
    public void Names_with_their_units_stand_before_their_figures() => Assert.Equal(new() { ["总金额"] = "7173776400.00", ["当年度金额(万元)"] = "1419396300.00" }, Amounts("""
        项目名称 | 某专项资金{1,4}
        资金需求 | 总金额(万元) | 717,377.64 | 当年度金额(万元) | 141,939.63
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        """));

    /// <summary>A figure over all rows of a box is that of the box.</summary>
    [Theory]
    [InlineData("12,700.00{2,1}", "当年预算", "127000000.00")]
    [InlineData("12,700.00", "市级支出", "20000.00")]
    public void One_figure_over_all_rows_of_a_box_has_its_name(string figure, string label, string amount) => Assert.Equal(amount, Amounts($"""
        项目名称 | 水库移民{"{1,3}"}
        当年预算{"{2,1}"} | {figure} | 市级支出 | 2.00
        {(figure.EndsWith('}') ? "" : "5.00 | ")}补助区县 | 12,698.00
        绩效指标 | 指标名称 | 指标值 | 计量单位
        """)[label]);

    [Theory]
    [InlineData("绩效指标 | 指标名称 | 指标值", 0)]
    [InlineData("资金情况 | 来源 | 数额", 1)]
    public void What_shall_be_reached_is_no_money(string header, int facts) => Assert.Equal(facts, DrawnTable.Facts($"""
        项目名称 | 科技金融 | 某局
        {header}
        贷款金额(万元) | 累计 | 3,000.00
        """, "项目支出绩效目标表").Count(static f => f.Amount is not null));

    /// <summary>Behind the indicators of one project another one may begin.</summary>
    [Fact]
    public void The_name_of_the_next_project_ends_the_indicators() => Assert.Equal(["10000.00", "20000.00"], DrawnTable.Facts("""
        项目名称 | 甲 | 某局
        项目金额(万元) | 总额 | 1.00
        绩效指标 | 指标名称 | 指标值
        质量指标 | 验收率 | 90
        项目名称 | 乙 | 某局
        项目金额(万元) | 总额 | 2.00
        """, "项目支出绩效目标表").Where(static f => f.Amount is not null).Select(static f => f.Amount!.Value.ToYuan()));

    /// <summary>A name of several rows has them all: what reaches over its column is beside it. In one of three rows it stands in the middle of them.</summary>
    [Theory]
    [InlineData("资金构成{2,1} | 中央财政 | 2.00\n市级财政 | 4.00\n到期完成各项工作{1,3}", "项目总投入{1,2}", "项目总投入")]
    [InlineData("资金构成 | 中央财政 | 2.00\n | 市级财政 | 4.00", " | 项目总投入", "资金构成/项目总投入")]
    public void A_total_over_the_column_of_a_group_is_none_of_its_parts(string rows, string total, string label) => Assert.Contains(label, Amounts($"""
        项目名称 | 某专项资金{"{1,3}"}
        项目资金情况(万元){"{" + (rows.Split('\n').Length + 1) + ",1}"} | {total} | 6.00
        {rows}
        绩效指标 | 一级指标 | 二级指标 | 指标值
        """).Keys);

    /// <summary>Where the name of a box is not ruled over all of its rows, blanks beside rows with a name and a figure are of it; so are marks of none above the first figure.</summary>
    [Theory]
    [InlineData(" | 市级财政 | 4.00\n项目资金情况(万元) | 区级财政 | 5.00\n | 自筹 | 6.00", "市级财政=40000.00 区级财政=50000.00 自筹=60000.00")]
    [InlineData("项目资金情况(万元){3,1} | 市级财政 | 无\n区级财政 | -\n自筹 | 6.00", "市级财政= 区级财政= 自筹=60000.00")]
    [InlineData("项目概况 | 市级财政 | 4.00\n项目资金情况(万元){1,1} | 区级财政 | 5.00\n | 到期完成 | 各项工作", "区级财政=50000.00")]
    public void A_box_has_the_rows_beside_the_blanks_around_its_name(string rows, string read) => Assert.Equal(read, string.Join(' ', DrawnTable.Facts($"""
        项目名称 | 某专项资金{"{1,2}"}
        {rows}
        绩效指标 | 指标名称 | 指标值
        """, "项目支出绩效目标表").Where(static f => f.Column.Path == "项目资金情况").Select(static f => $"{f.Line.Label}={f.Amount?.ToYuan()}")));

    [Theory]
    [InlineData("中央财政", "资金构成市级财政", Placing.Unsure)]
    [InlineData("中央财政", "市级财政", Placing.Sure)]
    [InlineData("资金构成", "市级财政", Placing.Sure)]
    public void The_name_of_a_group_in_that_of_a_row_doubts_the_others(string first, string second, Placing placing) => Assert.All(DrawnTable.Facts($"""
        项目名称 | 某专项资金{"{1,2}"}
        项目资金情况(万元){"{2,1}"} | {first} | 4.00
        {second} | 5.00
        绩效指标 | 指标名称 | 指标值
        """, "项目支出绩效目标表"), f => Assert.Equal(placing, f.Placing));

    [Theory]
    [InlineData("资金构成", Placing.Unsure)]
    [InlineData("资金情况", Placing.Sure)]
    public void A_group_without_its_box_is_doubted(string group, Placing placing) => Assert.All(DrawnTable.Facts($"""
        项目名称 | 某专项资金{"{1,3}"}
        项目总目标{"{2,1}"} | {group}{"{2,1}"} | 市级财政 | 4.00
        区级财政 | 5.00
        绩效指标 | 一级指标 | 指标名称 | 指标值
        """, "项目支出绩效目标表\n单位:万元"), f => Assert.Equal(placing, f.Placing));

    /// <summary>The name of the box runs down beside the names in it: printed into each other they name nothing.</summary>
    [Theory]
    [InlineData("专项资金情财政拨款:况", Placing.Unknown)]
    [InlineData("财政拨款:(本年)", Placing.Sure)]
    [InlineData("其中:财政拨款:", Placing.Sure)]
    public void A_name_among_the_characters_of_another_is_doubted(string name, Placing placing) => Assert.Equal(placing, DrawnTable.Facts($"""
        项目名称 | 反诈中心建设{"{1,2}"}
        专项资金情况(万元){"{2,1}"} | 资金总额: | 47.50
        {name} | 47.50
        绩效指标 | 指标名称 | 指标值
        """, "项目支出绩效目标表").Where(static f => f.Amount is not null).Last().Placing);
}
