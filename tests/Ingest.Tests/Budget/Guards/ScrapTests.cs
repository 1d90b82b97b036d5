using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Rows of a table whose rows no ruling parts, beside what may be the rest of their names, codes or figures.</summary>
public class ScrapTests
{
    private static Dictionary<string, Placing> Placings(string drawing, bool ruled, string title) =>
        FactMaker.Make(DrawnTable.Type(DrawnTable.Of(drawing, title + "\n单位:元") with { Ruled = ruled }).Value).Value
            .Where(static f => f.Amount is { Fen: not 0 }).GroupBy(static f => f.Line.Label).ToDictionary(static g => g.Key, static g => g.Max(static f => f.Placing));

    private const string Bought = "政府采购支出表", Functions = "一般公共预算支出表";

    [Theory]
    [InlineData(false, Placing.Unsure)]
    [InlineData(true, Placing.Sure)]
    public void Several_texts_without_a_figure_may_belong_to_the_row_beside_them(bool ruled, Placing placing)
    {
        var found = Placings("""
            采购项目 | 采购品目名称 | 总计
            苏州市 | 采购 | 
            便民服务中心 |  | 772.85
            设备购置 | 键盘 | 0.80
            办公购置 | 复印纸 | 0.60
            """, ruled, Bought);
        Assert.Equal(placing, found["便民服务中心"]);
        Assert.Equal(Placing.Sure, found["办公购置"]);
    }

    /// <summary>The number of a row is no text.</summary>
    [Fact]
    public void A_numbered_row_without_figures_is_no_rest() => Assert.Equal(Placing.Sure, Placings("""
        项目 | 行次 | 预算数
        一、财政拨款收入 | 1 | 5.00
        二、事业收入 | 2 | 
        三、其他收入 | 3 | 4.00
        """, ruled: false, "收入总表")["三、其他收入"]);

    /// <summary>A code whose figures stand in the next row, which has no code. A total has none.</summary>
    [Theory]
    [InlineData("2070607 | 电影 | \n | 与传媒支出 | 8.00", "与传媒支出", Placing.Unsure)]
    [InlineData("2070607 | 电影 | \n | 合计 | 8.00", "合计", Placing.Sure)]
    [InlineData("2070607 | 电影 | \n20799 | 其他文化旅游体育与传媒支出 | 8.00", "其他文化旅游体育与传媒支出", Placing.Sure)]
    public void A_code_without_figures_beside_figures_without_a_code(string rows, string label, Placing placing) => Assert.Equal(placing, Placings($"""
        科目编码 | 科目名称 | 合计
        20706 | 新闻出版电影 | 3.00
        {rows}
        """, ruled: false, Functions)[label]);

    [Theory]
    [InlineData("一、 | 12.00", "一、", Placing.Unknown)]
    [InlineData("一、教育 | 12.00", "一、教育", Placing.Sure)]
    public void An_ordinal_alone_names_no_row_with_a_code(string row, string label, Placing placing) => Assert.Equal(placing, Placings($"""
        科目编码 | 科目名称 | 合计
        205 | {row}
        """, ruled: false, Functions)[label]);

    /// <summary>Without rulings a column that holds figures of two puts those beside it in doubt.</summary>
    [Theory]
    [InlineData("14.00 15.00", false, Placing.Unsure)]
    [InlineData("14.00 15.00", true, Placing.Sure)]
    [InlineData("4 437.8700", false, Placing.Sure)]
    [InlineData("4 43.8700", false, Placing.Unsure)]
    [InlineData("4137 437.8700", false, Placing.Unsure)]
    public void Figures_of_two_columns_in_one_put_all_rows_in_doubt(string figures, bool ruled, Placing placing) => Assert.Equal(placing, Placings($"""
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        205 | 教育支出 |  | {figures} | 2.00
        206 | 科学技术支出 | 3.00 | 1.00 | 2.00
        """, ruled, Functions)["科学技术支出"]);

    /// <summary>A second total, below which all codes are of another list, begins another table; rows of both lists by turns are one.</summary>
    [Theory]
    [InlineData(" | 合计 | 5.00\n301 | 工资福利支出 | 5.00\n30101 | 基本工资 | 5.00", false, Placing.Unsure)]
    [InlineData(" | 合计 | 5.00\n301 | 工资福利支出 | 5.00\n30101 | 基本工资 | 5.00", true, Placing.Sure)]
    [InlineData("301 | 工资福利支出 | 5.00\n30101 | 基本工资 | 5.00", false, Placing.Sure)]
    [InlineData(" | 合计 | 5.00\n206 | 科学技术支出 | 5.00\n30101 | 基本工资 | 5.00", false, Placing.Sure)]
    public void A_second_total_before_codes_of_another_list_begins_another_table(string rows, bool ruled, Placing placing) => Assert.Equal(placing, Placings($"""
        科目编码 | 科目名称 | 合计
        205 | 教育支出 | 5.00
        20502 | 普通教育 | 5.00
        {rows}
        """, ruled, Functions)["基本工资"]);

    /// <summary>The name of the last row fills its column: its rest may stand below.</summary>
    [Theory]
    [InlineData(true, false, Placing.Unsure)]
    [InlineData(true, true, Placing.Sure)]
    [InlineData(false, false, Placing.Sure)]
    public void A_last_name_that_fills_its_column_may_go_on_below(bool full, bool ruled, Placing placing)
    {
        var raw = DrawnTable.Of("""
            科目编码 | 科目名称 | 合计
            205 | 教育支出 | 5.00
            206 | 科学技术支出 | 3.00
            """, Functions + "\n单位:元");
        raw = raw with { Ruled = ruled, Cells = [.. raw.Cells.Select(c => c.Text == "科学技术支出" ? c with { Full = full } : c)] };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(raw).Value).Value[^1].Placing);
    }
}
