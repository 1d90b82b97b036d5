using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Names whose beginning or end stands in another cell or row.</summary>
public class TornRowTests
{
    [Theory]
    [InlineData("203 | 国防 | 支出195.37 | 6.00 | 3.00", Placing.Unknown)]
    [InlineData("203 | 国防支出 | 195.37 | 6.00 | 3.00", Placing.Sure)]
    public void Doubts_a_name_whose_end_stands_before_the_figure_beside_it(string row, Placing placing) =>
        Assert.Equal(placing, Make(row, ruled: true).Single(f => f.Where.Row == 5 && f.Column.Path == "项目支出").Placing);

    [Theory]
    [InlineData(" | 老旧小区配套 |  |  | \n42010724 | 设施改造工程(二期) | 9.00 | 6.00 | 3.00", false, Placing.Unsure)]
    [InlineData(" | 老旧小区配套 |  |  | \n42010724 | 设施改造工程(二期) | 9.00 | 6.00 | 3.00", true, Placing.Sure)]
    [InlineData("205 | 教育支出 |  |  | \n42010724 | 设施改造工程(二期) | 9.00 | 6.00 | 3.00", false, Placing.Sure)]
    public void Doubts_a_name_below_words_without_a_code_where_no_ruling_parts_them(string rows, bool ruled, Placing placing) =>
        Assert.Equal(placing, Make(rows, ruled)[^1].Placing);

    /// <summary>Below a row with a code, where all have theirs, and everywhere where a code stands beside the row of its figures.</summary>
    [Theory]
    [InlineData("42010724 | 老旧小区配套 | 9.00 | 6.00 | 3.00\n | 设施改造工程 |  |  | ", "老旧小区配套", Placing.Unsure)]
    [InlineData("42010724 | 老旧小区配套 | 9.00 | 6.00 | 3.00\n | 一、设施改造工程 |  |  | ", "老旧小区配套", Placing.Sure)]
    [InlineData("42010724 | 老旧小区配套 | 9.00 | 6.00 | 3.00\n | 维修改造 | 9.00 | 6.00 | 3.00\n | 设施改造工程 |  |  | ", "老旧小区配套", Placing.Sure)]
    [InlineData(" | 老旧小区配套 | 9.00 | 6.00 | 3.00\n42010724 | 设施改造 |  |  | ", "教育支出", Placing.Unsure)]
    [InlineData("42010724 | 老旧小区配套 | 9.00 | 6.00 | 3.00\n42010725 | 设施改造 |  |  | ", "教育支出", Placing.Sure)]
    public void Doubts_names_beside_words_and_codes_without_figures(string rows, string label, Placing placing) =>
        Assert.Equal(placing, Make(rows, ruled: false).First(f => f.Line.Label == label).Placing);

    /// <summary>With two names whole for one that is cut, the table may print short names; but below its last row the rest may stand.</summary>
    [Theory]
    [InlineData("204 | 公共安全支出", "2320399 | 地方政府其他一般债务付息", false, Placing.Unsure)]
    [InlineData("204 | 公共安全支出", "2320399 | 地方政府其他一般债务付息", true, Placing.Sure)]
    [InlineData("204 | 公共安全", "2320399 | 地方政府其他一般债务付息", false, Placing.Sure)]
    [InlineData("204 | 公共安全支出", "2320399 | 地方政府其他一般债务付息支出", false, Placing.Sure)]
    public void Doubts_the_last_name_of_a_few_that_is_cut_where_no_ruling_closes_the_table(string first, string last, bool ruled, Placing placing)
    {
        var table = DrawnTable.Of($"科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n{first} | 6.00 | 4.00 | 2.00\n205 | 教育支出 | 6.00 | 4.00 | 2.00\n{last} | 3.00 | 2.00 | 1.00", "一般公共预算支出表\n单位:元") with { Ruled = ruled };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value[^1].Placing);
    }

    /// <summary>All names end with the unit, or have it in their middle, and the column of units is blank.</summary>
    [Theory]
    [InlineData("档案数字化江州市司法局", "公共设施养江州市司法局护", "", Placing.Unsure)]
    [InlineData("档案数字化江州市司法局", "公共设施养护", "", Placing.Sure)]
    [InlineData("档案数字化专项经费", "公共设施养护专项经费", "", Placing.Sure)]
    [InlineData("江州市司法局档案数字化", "江州市司法局公共设施养护", "江州市司法局", Placing.Sure)]
    public void Doubts_names_that_hold_their_unit(string first, string second, string unit, Placing placing)
    {
        var table = DrawnTable.Of($"项目名称 | 项目单位 | 合计 | 一般公共预算 | 政府性基金预算\n{first} | {unit} | 6.00 | 4.00 | 2.00\n{second} | {unit} | 3.00 | 2.00 | 1.00", "项目支出表\n单位:元");
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value[0].Placing);
    }

    /// <summary>What was cut off stands in some cell: where none begins with it, the table prints a short name. Below its last row it may be lost.</summary>
    [Theory]
    [InlineData("207 | 文化旅游体育\n与传媒支出 | ", "210 | 卫生健康支出", false, Placing.Unsure)]
    [InlineData("207 | 文化旅游体育", "与传媒支出210 | 卫生健康支出", false, Placing.Unsure)]
    [InlineData("207 | 文化旅游体育", "210 | 卫生健康支出", false, Placing.Sure)]
    [InlineData("210 | 卫生健康支出", "207 | 文化旅游体育", false, Placing.Unsure)]
    public void Doubts_a_cut_name_where_its_rest_may_stand(string first, string second, bool ruled, Placing placing)
    {
        var rows = string.Join('\n', (first + '\n' + second).Split('\n').Select(static r => r.EndsWith(' ') ? r + "|  |  | " : r + " | 9.00 | 6.00 | 3.00"));
        Assert.Equal(placing, Make(rows, ruled).First(f => f.Line.Code == "207").Placing);
    }

    [Theory]
    [InlineData("20799 | 与传媒支出", false, Placing.Unsure)]
    [InlineData("20799 | 与传媒支出", true, Placing.Sure)]
    [InlineData("20799 | 其他文化旅游体育与传媒支出", false, Placing.Sure)]
    public void Doubts_the_end_of_the_name_of_a_code_where_its_beginning_may_stand_above(string row, bool ruled, Placing placing) =>
        Assert.Equal(placing, Make(row + " | 9.00 | 6.00 | 3.00\n210 | 卫生健康支出 | 9.00 | 6.00 | 3.00", ruled).First(f => f.Line.Code == "20799").Placing);

    [Theory]
    [InlineData("小计", false, Placing.Unsure)]
    [InlineData("小计", true, Placing.Sure)]
    [InlineData("上年结转", false, Placing.Sure)]
    public void Doubts_subtotals_where_the_cell_beside_them_may_reach_over_their_rows(string first, bool ruled, Placing placing)
    {
        var drawn = DrawnTable.Of($"部门名称 | 合计 | 一般公共预算拨款\n合计 | 9.00 | 9.00\n{first} | 4.00 | 4.00\n某局 | 4.00 | 4.00\n某中心 | 5.00 | 5.00", "部门收入总表\n单位:元") with { Ruled = ruled };
        Assert.Equal(placing, FactMaker.Make([Assert.Single(DrawnTable.Type(drawn).Value)]).Value.First(f => f.Line.Label.EndsWith(first, StringComparison.Ordinal)).Placing);
    }

    private static System.Collections.Immutable.ImmutableArray<Fact> Make(string rows, bool ruled) => FactMaker.Make(DrawnTable.Type(DrawnTable.Of(
        $"""
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
        204 | 公共安全支出 | 6.00 | 4.00 | 2.00
        205 | 教育支出 | 6.00 | 4.00 | 2.00
        208 | 社会保障和就业支出 | 6.00 | 4.00 | 2.00
        {rows}
        """, "一般公共预算支出表\n单位:元") with { Ruled = ruled }).Value).Value;

    /// <summary>Rows that come from the text: names and figures beside each other may have been torn.</summary>
    [Theory]
    [InlineData("合计 | 9.00 | 9.00\n合计 | 4.00 | 4.00", "合计", Placing.Unsure)]
    [InlineData("合计 | 9.00 | 9.00\n小计 | 4.00 | 4.00", "合计", Placing.Sure)]
    [InlineData("合计 | 9.00 | 9.00\n | 1840.80 | 1840.80\n某局本级 | 494 | 494\n某中心 | 5.00 | 5.00", "某局本级", Placing.Unsure)]
    [InlineData("合计 | 9.00 | 9.00\n | 1840.80 | 1840.80\n某局本级 | 494 | 494\n某中心 | 5.00 | 5.00", "某中心", Placing.Sure)]
    [InlineData("合计 | 9.00 | 9.00\n某局 | 4.00 | 4.00\n(本级) |  | ", "某局", Placing.Unsure)]
    [InlineData("合计 | 9.00 | 9.00\n某局 | 4.00 | 4.00\n(一)本级 | 4.00 | 4.00", "某局", Placing.Sure)]
    [InlineData("合计 | 9.00 | 9.00\n某局 | 4.00 | 4.00\n(一)本级 |  | ", "某局", Placing.Sure)]
    [InlineData("合计 | 9.00 | 9.00\n其他地方自行试点项目收 | 4.00 | 4.00\n益专项债券收入安排的支出 |  | ", "其他地方自行试点项目收", Placing.Unsure)]
    [InlineData("合计 | 9.00 | 9.00\n其他地方自行试点项目收 | 4.00 | 4.00\n益民工程 |  | ", "其他地方自行试点项目收", Placing.Sure)]
    public void Doubts_rows_beside_figures_or_words_that_lost_the_other(string rows, string label, Placing placing)
    {
        var drawn = DrawnTable.Of($"部门名称 | 合计 | 一般公共预算拨款\n{rows}", "部门收入总表\n单位:元") with { Ruled = false };
        var made = FactMaker.Make([Assert.Single(DrawnTable.Type(drawn).Value)]);
        Assert.Equal(placing, made.Value.First(f => f.Line.Label == label).Placing);
    }

    /// <summary>An amount that ends with a separator, or in a group of thousands cut short, goes on below: what stands there as an amount of the next rows may be its rest.</summary>
    [Theory]
    [InlineData("1,723,", 1, Placing.Unknown)]
    [InlineData("1,723,", 2, Placing.Unknown)]
    [InlineData("1,723,", 3, Placing.Sure)]
    [InlineData("1,723", 1, Placing.Sure)]
    [InlineData("16 950 32", 1, Placing.Unknown)]
    [InlineData("16 950 325", 1, Placing.Sure)]
    [InlineData("16 95 32", 1, Placing.Sure)]
    [InlineData("1695 032 32", 1, Placing.Sure)]
    [InlineData("950 32", 1, Placing.Sure)]
    public void Doubts_the_rows_below_the_beginning_of_an_amount(string beginning, int below, Placing placing)
    {
        var rest = string.Join('\n', new[] { "207 | 文化支出", "210 | 卫生健康支出", "213 | 农林水支出" }.Take(below).Select(static r => r + " | 9.00 | 6.00 | 3.00"));
        Assert.Equal(placing, Make($"206 | 科学技术支出 | {beginning} | 6.00 | 3.00\n{rest}", ruled: true)[^1].Placing);
    }

    [Theory]
    [InlineData("务2010303-机关服务", true)]
    [InlineData("费支出[210]卫生健康支出", true)]
    [InlineData("险缴费支出2080506-机关事业单位职业年金缴", true)]
    [InlineData("污染防治[2110301]非道路移动机械检测", true)]
    [InlineData("污染防治[211]非道路移动机械检测", false)]
    [InlineData("污染防治2110301非道路移动机械检测", false)]
    [InlineData("2010303-机关服务", false)]
    [InlineData("国道210卫", false)]
    [InlineData("国道210改造工程", false)]
    [InlineData("第201号专项", false)]
    public void Tells_a_name_that_the_code_and_name_of_another_row_ran_into(string label, bool holds) => Assert.Equal(holds, TornNames.HoldsCodedName(label));

    /// <summary>Where columns go on on another page without the names, the numbers of the columns go on too, and are no amounts.</summary>
    [Theory]
    [InlineData("3 | 4 | 5", Placing.Unknown)]
    [InlineData("3 | 5 | 4", Placing.Sure)]
    [InlineData("3.00 | 4.00 | 5.00", Placing.Sure)]
    public void Doubts_numbers_of_columns_in_a_first_row_without_a_name(string first, Placing placing)
    {
        var drawn = DrawnTable.Of($"科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n |  | {first}\n201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00\n205 | 教育支出 | 6.00 | 4.00 | 2.00", "一般公共预算支出表\n单位:元");
        Assert.Equal(placing, FactMaker.Make([Assert.Single(DrawnTable.Type(drawn).Value)]).Value.First(static f => f.Where.Row == 1).Placing);
    }

    /// <summary>10 211 over 664: the lines of all figures of a total make another sum that holds. Rulings part other rows from such figures.</summary>
    [Theory]
    [InlineData("合计", "6.00 | 2.00 | 4.00", true, Placing.Unsure)]
    [InlineData("教育支出", "6.00 | 2.00 | 4.00", true, Placing.Sure)]
    [InlineData("教育支出", "6.00 | 2 | 4", true, Placing.Sure)]
    [InlineData("教育支出", "76 | 32 | 44", true, Placing.Unsure)]
    [InlineData("教育支出", "6.00 | 2.00 | 4.00", false, Placing.Unsure)]
    public void Doubts_a_total_or_bare_digits_beside_figures_without_a_name(string label, string figures, bool ruled, Placing placing)
    {
        var table = DrawnTable.Of($"科目名称 | 合计 | 基本支出 | 项目支出\n公共安全支出 | 10.00 | 8.00 | 2.00\n | 10.00 | 8.00 | 1.00\n{label} | {figures}", "一般公共预算支出表\n单位:元") with { Ruled = ruled };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value[^1].Placing);
    }
}
