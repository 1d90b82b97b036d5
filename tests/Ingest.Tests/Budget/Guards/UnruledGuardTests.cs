using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Tables of governments whose groups, headers and names no ruling shows.</summary>
public class UnruledGuardTests
{
    /// <summary>What 其中 opens are parts of the total before it: the next total stands beside them.</summary>
    [Theory]
    [InlineData("其中{1,1} | 其中{1,3}\n新增债券 | 专项债券合计 | 新增债券 | 再融资债券", false, true)]
    [InlineData("其中{1,1} | 其中{1,3}\n新增债券 | 专项债券合计 | 新增债券 | 再融资债券", true, false)]
    [InlineData("其中{1,2} | 其他{1,2}\n新增债券 | 再融资债券 | 专项债券合计 | 新增债券", false, false)]
    public void Doubts_a_total_below_the_parts_of_another_one(string header, bool ruled, bool doubted) =>
        Assert.Equal(doubted, IsUnsure($"地区{{2,1}} | 一般债券合计{{2,1}} | {header}\n哈尔滨市 | 9.00 | 6.00 | 5.00 | 3.00 | 2.00\n鸡西市 | 9.00 | 6.00 | 5.00 | 3.00 | 2.00", "2025年全省地方政府债券发行情况表", ruled));

    /// <summary>A table may have no column of money.</summary>
    [Fact]
    public void A_table_without_figures_has_no_groups() => Assert.False(IsUnsure("项目 | 说明\n增值税 | 如上", "2026年全市一般公共预算收入表\n单位:万元", ruled: false));

    /// <summary>Words side by side on each line are of two columns; characters set apart, and one line of several words, are not.</summary>
    [Theory]
    [InlineData("医疗保险统 保险个人账\n筹基金  户基金", true)]
    [InlineData("医疗保险统筹\n基金 账户", false)]
    [InlineData("预 算\n执 行", false)]
    public void Doubts_a_header_of_two_columns_in_one(string raw, bool doubted) =>
        Assert.Equal(doubted, IsUnsure("项目 | 上年执行数 | 预算数\n增值税 | 9.00 | 6.00\n契税 | 1.00 | 2.00", "2026年全市一般公共预算收入表\n单位:万元", ruled: false, raw));

    /// <summary>Names of groups stand somewhere in the rows that they reach over: names that stand twice are of nothing that is known, nor are those between them.</summary>
    [Theory]
    [InlineData("小计", false, Placing.Unsure)]
    [InlineData("小计", true, Placing.Sure)]
    [InlineData("会议费", false, Placing.Sure)]
    public void Doubts_names_beside_those_of_groups(string second, bool ruled, Placing placing)
    {
        var table = DrawnTable.Of($"""
            类 | 款 | 合计
             | 合计 | 9.00
             | 小计 | 4.00
            商品和服务支出 | 办公经费 | 1.00
             | 培训费 | 3.00
             | {second} | 5.00
            资本性支出 | 设备购置 | 5.00
            """, "2026年市本级政府性基金预算支出表\n单位:万元") with { Ruled = ruled };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value.First(f => f.Line.Label.EndsWith("培训费", StringComparison.Ordinal)).Placing);
    }

    [Theory]
    [InlineData("一、解决历史遗留问题及改革成本支出“三供一业”移交补助支出", false, Placing.Unsure)]
    [InlineData("一、解决历史遗留问题及改革成本支出“三供一业”移交补助支出", true, Placing.Sure)]
    [InlineData("一、解决历史遗留问题及改革成本支出", false, Placing.Sure)]
    [InlineData("支出", false, Placing.Unknown)]
    [InlineData("支出", true, Placing.Sure)]
    public void Doubts_two_known_names_in_one_and_the_rest_of_a_name(string name, bool ruled, Placing placing)
    {
        var table = DrawnTable.Of($"项目 | 2025年预算数 | 2026年预算数\n国有企业资本金注入 | 6.00 | 4.00\n{name} | 3.00 | 2.00\n本年支出合计 | 9.00 | 6.00", "2026年全市国有资本经营预算支出表\n单位:万元") with { Ruled = ruled };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value.First(f => f.Where.Row == 2).Placing);
    }

    /// <summary>Words that head columns name rows too.</summary>
    [Theory]
    [InlineData("一般公共预算财政拨款政府性基金预算财政拨款", Placing.Unsure)]
    [InlineData("一般公共预算财政拨款结转和结余", Placing.Sure)]
    public void Doubts_two_names_that_head_columns_in_one(string name, Placing placing)
    {
        var table = DrawnTable.Of($"收入{{1,2}} | 支出{{1,2}}\n项目 | 决算数 | 项目 | 决算数\n{name} | 9.00 | 一、教育支出 | 9.00\n总计 | 9.00 | 总计 | 9.00", "2024年度财政拨款收入支出决算总表\n单位:万元") with { Ruled = false };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value.First(f => f.Where.Row == 2).Placing);
    }

    /// <summary>Where one name is that of two rows, so may be any of several lines.</summary>
    [Theory]
    [InlineData("彩票公益金安排的\n支出", Placing.Unsure)]
    [InlineData("彩票公益金安排的支出", Placing.Sure)]
    public void Doubts_names_of_several_lines_beside_one_of_two_rows(string raw, Placing placing)
    {
        var table = DrawnTable.Of("项目 | 2025年预算数 | 2026年预算数\n一、公共安全支出二、教育支出 | 6.00 | 4.00\n公益性设施 | 1.00 | 1.00\n彩票公益金安排的支出 | 3.00 | 2.00\n本年支出合计 | 9.00 | 6.00", "2026年全市国有资本经营预算支出表\n单位:万元");
        table = table with { Ruled = false, Cells = [.. table.Cells.Select(c => c is { Row: 3, Column: 0 } ? c with { Raw = raw } : c)] };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value.First(f => f.Where.Row == 3).Placing);
    }

    /// <param name="raw">Lines of the second header.</param>
    private static bool IsUnsure(string drawing, string caption, bool ruled, string raw = "")
    {
        var table = DrawnTable.Of(drawing, caption) with { Ruled = ruled };
        table = table with { Cells = [.. table.Cells.Select(c => c is { Row: 0, Column: 1 } && raw.Length > 0 ? c with { Raw = raw } : c)] };
        return FactMaker.Make(DrawnTable.Type(table).Value).Anomalies.Any(a => a.Code == AnomalyCodes.HeaderUnsure);
    }

    /// <summary>The first digits of a figure that spaces part may stand in the cell of a name that is too long for it.</summary>
    [Theory]
    [InlineData("某区某局(本级)4", "129 567.05", true)]
    [InlineData("某区某局(本级)4", "1 129 567.05", false)]
    [InlineData("某区某局(本级)4", "567", false)]
    [InlineData("某区某局4", "129 567.05", false)]
    public void Doubts_digits_behind_a_name_that_a_figure_lacks(string name, string figure, bool doubted)
    {
        var facts = FactMaker.Make([DrawnTable.One($"单位名称 | 合计 | 基本支出 | 项目支出\n合计 | 5 000 000.00 | 4 000 000.00 | 1 000 000.00\n{name} | {figure} | 4 000 000.00 | 1 000 000.00", "部门支出总表\n单位:元")]).Value;
        Assert.Equal(doubted, facts[^1].Placing == Placing.Unknown);
    }

    /// <summary>Names of two rows that differ by their digits alone.</summary>
    [Theory]
    [InlineData("2025年预算数2026年预算数", true)]
    [InlineData("2025年预算数2026年决算数", false)]
    [InlineData("公务公务", false)]
    public void Doubts_the_names_of_two_rows(string name, bool doubted) => Assert.Equal(doubted, FactMaker.Make([DrawnTable.One(
        $"年度 | 三公经费合计 | 公务接待费 | 因公出国(境)费\n2024年预算数 | 5.00 | 4.00 | 1.00\n{name} | 6.00 | 4.00 | 2.00", "财政拨款三公经费支出表\n单位:万元")]).Value[^1].Placing == Placing.Unknown);
}
