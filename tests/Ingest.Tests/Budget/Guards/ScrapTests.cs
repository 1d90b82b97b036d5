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

    /// <summary>The first line of a known name above its second, or words above a name where both are unknown in a list of known ones.</summary>
    [Theory]
    [InlineData("机关事业单位基本养老", "保险缴费支出", false, Placing.Unsure)]
    [InlineData("机关事业单位基本养老", "保险缴费支出", true, Placing.Sure)]
    [InlineData("解决企业遗留问题及", "改革成本", false, Placing.Unsure)]
    [InlineData("住房保障支出", "改革成本", false, Placing.Sure)]
    [InlineData("解决企业遗留问题及", "住房公积金", false, Placing.Sure)]
    public void The_first_line_of_a_name_without_figures_doubts_the_second(string first, string second, bool ruled, Placing placing) => Assert.Equal(placing, Placings($"""
        项目 | 合计 | 基本支出 | 项目支出
        社会保障和就业支出 | 3.00 | 2.00 | 1.00
        行政事业单位养老支出 | 3.00 | 2.00 | 1.00
        行政单位离退休 | 3.00 | 2.00 | 1.00
        {first} |  |  | 
        {second} | 6.00 | 4.00 | 2.00
        提租补贴 | 3.00 | 2.00 | 1.00
        """, ruled, "支出总表")[second]);

    /// <summary>国有资源有偿使用收⏎入: what no list of names knows is torn where one character stands alone below it; a total is whole.</summary>
    [Theory]
    [InlineData("国有资源有偿使用收", "入", false, Placing.Unsure)]
    [InlineData("国有资源有偿使用收", "入", true, Placing.Sure)]
    [InlineData("国有资源有偿使用收", "收入", false, Placing.Sure)]
    [InlineData("国有资源有偿使用收", "无", false, Placing.Sure)]
    [InlineData("收入合计", "入", false, Placing.Sure)]
    public void A_character_alone_is_no_name(string name, string rest, bool ruled, Placing placing) => Assert.Equal(placing, Placings($"""
        项目 | 合计 | 基本支出 | 项目支出
        罚没收入 | 3.00 | 2.00 | 1.00
        {name} | 6.00 | 4.00 | 2.00
        {rest} |  |  | 
        其他收入 | 3.00 | 2.00 | 1.00
        """, ruled, "支出总表")[name]);

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

    /// <summary>Type of 10 pt: seven points below are the next line of the name, and a point beside its column is in it.</summary>
    [Theory]
    [InlineData("及其他", 11.9, 51, 99, false, Placing.Unsure)]
    [InlineData("及其他", 12.1, 51, 99, false, Placing.Sure)]
    [InlineData("及其他", 1, 49.1, 100.9, false, Placing.Unsure)]
    [InlineData("及其他", 1, 48.9, 99, false, Placing.Sure)]
    [InlineData("及其他", 1, 51, 101.1, false, Placing.Sure)]
    [InlineData("及其他", 1, 51, 99, true, Placing.Sure)]
    [InlineData("注:无", 1, 51, 99, false, Placing.Sure)]
    public void Words_right_below_the_last_name_within_its_column_may_be_its_end(string words, double below, double left, double right, bool ruled, Placing placing)
    {
        var raw = DrawnTable.Of("""
            科目编码 | 科目名称 | 合计
            205 | 教育支出 | 5.00
            206 | 科学技术支出 | 3.00
            """, Functions + "\n单位:元");
        raw = raw with { Ruled = ruled, Notes = [new TextLine(new PageBox(1, new Box(left, 60 + below, right, 70 + below)), words, 10)] };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(raw).Value).Value[^1].Placing);
    }

    /// <summary>So it is at the foot of a page where the table goes on on the next.</summary>
    [Theory]
    [InlineData(1, Placing.Unsure)]
    [InlineData(2, Placing.Sure)]
    public void So_they_may_be_at_the_foot_of_a_page(int page, Placing placing)
    {
        var raw = DrawnTable.Of("""
            科目编码 | 科目名称 | 合计
            205 | 教育支出 | 5.00
            206 | 科学技术支出 | 3.00
            """, Functions + "\n单位:元");
        raw = raw with
        {
            Ruled = false, Pages = [1, 2], Cells = [.. raw.Cells.Select(static c => c.Row < 2 ? c : c with { Area = c.Area with { Page = 2 } })],
            Notes = [new TextLine(new PageBox(page, new Box(51, 41, 99, 51)), "及其他", 10)],
        };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(raw).Value).Value[0].Placing);
    }

    /// <summary>Among fewer than four rows with figures, or where other rows have none either, the lack of figures tells nothing.</summary>
    [Theory]
    [InlineData("教育培训 | 4.00\n设备购置 | 5.00\n", "", false, Placing.Unsure)]
    [InlineData("教育培训 | 4.00\n设备购置 | 5.00\n", "", true, Placing.Sure)]
    [InlineData("教育培训 | 4.00\n", "", false, Placing.Sure)]
    [InlineData("教育培训 | 4.00\n设备购置 | 5.00\n", "其他事项 | \n", false, Placing.Sure)]
    public void The_only_row_without_figures_at_the_head_of_a_page_may_end_the_name_before_it(string rows, string bare, bool ruled, Placing placing)
    {
        var raw = DrawnTable.Of($"项目名称 | 合计\n{bare}{rows}档案数字化 | 6.00\n馆藏整理 | \n网络运行 | 7.00", "项目支出表\n单位:元");
        var head = raw.Cells.First(static c => c.Text == "馆藏整理").Row;
        raw = raw with { Ruled = ruled, Pages = [1, 2], Cells = [.. raw.Cells.Select(c => c.Row < head ? c : c with { Area = c.Area with { Page = 2 } })] };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(raw).Value).Value.First(static f => f.Amount is { } a && a.ToYuan() == "6.00").Placing);
    }
}
