using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Names whose lines went to other rows, and columns whose figures went to names, where no ruling tells whose they are.</summary>
public class SharedNameTests
{
    private static Placing Of(string drawing, string title, string label, bool ruled = false, TextLine[]? notes = null)
    {
        var raw = DrawnTable.Of(drawing, title + "\n单位:元");
        raw = raw with { Ruled = ruled, Notes = [.. notes ?? []] };
        return FactMaker.Make(DrawnTable.Type(raw).Value).Value.First(f => f.Amount is { Fen: not 0 } && f.Line.Label == label).Placing;
    }

    /// <summary>Names of one project in each row, of which a line was counted to the row beside it.</summary>
    [Theory]
    [InlineData("系统运维项目预警发布系统运维项目", "设备购置", Placing.Unsure)]
    [InlineData("预警发布系统运维项目预警发布", "设备购置", Placing.Unsure)]
    [InlineData("维项目预警发布系统运维项目", "设备购置", Placing.Sure)]
    [InlineData("系统升级项目预警发布系统运维项目", "设备购置", Placing.Sure)]
    [InlineData("一般收入其中:专项资金", "设备购置", Placing.Unsure)]
    [InlineData("一般收入(其中:专项资金)", "设备购置", Placing.Sure)]
    [InlineData("其中:专项资金", "设备购置", Placing.Sure)]
    public void A_name_of_two_rows_leaves_the_rows_beside_it_in_doubt(string name, string beside, Placing placing)
    {
        var drawing = $"""
            项目名称 | 合计
            预警发布系统运维项目 | 3.00
            档案数字化 | 2.00
            {name} | 5.00
            {beside} | 6.00
            馆藏整理 | 7.00
            """;
        Assert.Equal(placing, Of(drawing, "项目支出表", name));
        Assert.Equal(placing, Of(drawing, "项目支出表", beside));
        Assert.Equal(Placing.Sure, Of(drawing, "项目支出表", "馆藏整理"));
        Assert.Equal(Placing.Sure, Of(drawing, "项目支出表", beside, ruled: true));
    }

    /// <summary>What is bought has a code and no name: its lines are those of other rows of the table.</summary>
    [Theory]
    [InlineData(" ", false, Placing.Unsure)]
    [InlineData(" ", true, Placing.Sure)]
    [InlineData("网络运行", false, Placing.Sure)]
    public void A_row_without_the_name_of_its_project_leaves_all_names_in_doubt(string name, bool ruled, Placing placing) => Assert.Equal(placing, Of($"""
        科目编码 | 采购项目 | 采购目录 | 预算金额
         | 合计 |  | 14.00
        2010301 | 设备购置 | 台式计算机 | 5.00
        2010301 | {name} | 打印设备 | 6.00
        2010301 | 馆藏整理 | 印刷服务 | 3.00
        """, "政府采购预算表", "馆藏整理", ruled));

    [Theory]
    [InlineData("四、公共安全支出16,593.12", Placing.Unsure)]
    [InlineData("四、公共安全支出", Placing.Sure)]
    public void A_figure_in_a_name_without_others_beside_it_leaves_its_side_in_doubt(string name, Placing placing)
    {
        var drawing = $"""
            收入{"{1,2}"} | 支出{"{1,2}"}
            项目 | 金额 | 项目 | 金额
            一、财政拨款收入 | 5.00 | 一、教育支出 | 4.00
            二、事业收入 | 1.00 | {name} | 
            """;
        Assert.Equal(placing, Of(drawing, "收支预算总表", "一、教育支出"));
        Assert.Equal(Placing.Sure, Of(drawing, "收支预算总表", "一、财政拨款收入"));
    }

    /// <summary>The name of a group stands in the middle of its rows: the row beside it is not the only one of it.</summary>
    [Theory]
    [InlineData("小计", false, Placing.Unsure)]
    [InlineData("小计", true, Placing.Sure)]
    [InlineData("事业收入", false, Placing.Sure)]
    public void A_second_name_beside_the_first_is_doubted_among_subtotals(string other, bool ruled, Placing placing) => Assert.Equal(placing, Of($"""
        项目名称{"{1,2}"} | 金额
        收入总计 |  | 12.00
         | {other} | 5.00
        一般公共预算资金 | 财政拨款资金 | 5.00
         | 专项收入 | 2.00
        """, "收入预算总表", "一般公共预算资金", ruled));

    /// <summary>In the middle of what it names, on each page: rows between two of one name may be of it or of the next.</summary>
    [Theory]
    [InlineData("设备购置", false, Placing.Unsure)]
    [InlineData("设备购置", true, Placing.Sure)]
    [InlineData("网络运行", false, Placing.Sure)]
    public void Rows_named_by_another_column_are_doubted_beside_a_name_that_stands_again(string second, bool ruled, Placing placing) => Assert.Equal(placing, Of($"""
        专项名称 | 采购物品名称 | 采购方式 | 总计
        合计 |  |  | 14.00
        设备购置 | 台式计算机 | 集中采购 | 5.00
         | 路由器 | 集中采购 | 2.00
        {second} | 打印设备 | 集中采购 | 6.00
        """, "政府采购预算表", "路由器", ruled));

    /// <summary>The total with all its figures once more, as it stands where a header is printed again.</summary>
    [Theory]
    [InlineData("5.00", false, Placing.Unsure)]
    [InlineData("5.00", true, Placing.Sure)]
    [InlineData("4.00", false, Placing.Sure)]
    public void A_total_that_stands_again_with_its_figures_is_doubted(string again, bool ruled, Placing placing)
    {
        var raw = DrawnTable.Of($"科目编码 | 科目名称 | 合计\n | 合计 | 5.00\n205 | 教育支出 | 3.00\n206 | 科学技术支出 | 1.00\n | 合计 | {again}\n207 | 文化旅游体育与传媒支出 | 1.00", "一般公共预算支出表\n单位:元") with { Ruled = ruled };
        var totals = FactMaker.Make(DrawnTable.Type(raw).Value).Value.Where(static f => f.Line.Label == "合计").Select(static f => f.Placing).ToList();
        Assert.Equal([Placing.Sure, placing], totals);
    }

    /// <summary>Several cells below the last name, not within its width; a note, a line of signatures, or a line further down is no rest.</summary>
    [Theory]
    [InlineData("2290402 及其他", 1, 20, 140, Placing.Unsure)]
    [InlineData("2290402 及其他", 12.1, 20, 140, Placing.Sure)]
    [InlineData("2290402 及其他", 1, 101, 140, Placing.Sure)]
    [InlineData("制表人: 复核人:", 1, 20, 140, Placing.Sure)]
    [InlineData("— 17 —", 1, 20, 140, Placing.Sure)]
    public void Texts_side_by_side_right_below_the_last_name_are_of_its_row(string words, double below, double left, double right, Placing placing) => Assert.Equal(placing, Of("""
        科目编码 | 科目名称 | 合计
        205 | 教育支出 | 5.00
        206 | 科学技术支出 | 3.00
        """, "一般公共预算支出表", "科学技术支出", notes: [new TextLine(new PageBox(1, new Box(left, 60 + below, right, 70 + below)), words, 10)]));

    /// <summary>A list of projects with their indicators: the code stands in a row further up, or not at all.</summary>
    [Theory]
    [InlineData("126001 |  |  | 成本指标 | 总成本", false, Placing.Unsure)]
    [InlineData("126001 |  |  | 成本指标 | 总成本", true, Placing.Sure)]
    [InlineData(" |  |  | 成本指标 | 总成本", false, Placing.Sure)]
    public void A_code_alone_in_its_row_leaves_names_without_a_code_in_doubt(string row, bool ruled, Placing placing) => Assert.Equal(placing, Of($"""
        单位编码 | 单位(项目)名称 | 资金总额 | 一级指标 | 三级指标
        126001 | 信访局 | 5.00 |  | 
        {row}
         |  |  | 产出指标 | 次数
         | 接待专项 | 5.00 | 效益指标 | 满意
        """, "项目支出绩效目标表", "接待专项", ruled));

    /// <summary>A figure with too few decimals over the digits that it lacks: the two rows are one, and so are their names.</summary>
    [Theory]
    [InlineData("12,437.3", "6", false, Placing.Unknown)]
    [InlineData("12,437.3", "6", true, Placing.Sure)]
    [InlineData("12,437.3", "66", false, Placing.Sure)]
    [InlineData("12,437.36", "6", false, Placing.Sure)]
    public void A_figure_that_goes_on_in_the_next_row_leaves_both_names_in_doubt(string figure, string below, bool ruled, Placing placing)
    {
        var drawing = $"""
            单位名称 | 合计 | 财政拨款收入 | 其他收入
            某市机动 | 14,549.64 | {figure} | 2,112.28
            车考试中心 | 9.00 | {below} | 
            某市博物馆 | 5.00 | 5.00 | 
            """;
        Assert.Equal(placing, Of(drawing, "收入预算总表", "某市机动", ruled));
        Assert.Equal(placing, Of(drawing, "收入预算总表", "车考试中心", ruled));
        Assert.Equal(Placing.Sure, Of(drawing, "收入预算总表", "某市博物馆", ruled));
    }
}
