using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Halves that do not say their side, and groups of figures over names.</summary>
public class SideGuardTests
{
    /// <summary>One half alone, without rulings, has to say its side; a table of both sides one below the other need not, nor need one that rulings show whole.</summary>
    [Theory]
    [InlineData("合计", "支出总计", false, true)]
    [InlineData("合计", "收入总计", false, false)]
    [InlineData("合计", "支出总计", true, false)]
    public void Doubts_a_half_alone_that_does_not_say_its_side(string header, string last, bool ruled, bool doubted) => Assert.Equal(doubted, IsUnsure(
        $"项目 | {header} | 一般公共预算\n一、本年支出 | 9.00 | 9.00\n一般公共服务支出 | 9.00 | 9.00\n{last} | 9.00 | 9.00", "财政拨款收支总表\n单位:万元", ruled));

    /// <summary>What the group of the figures stands over before them are names; a blank column among the figures is of them.</summary>
    [Theory]
    [InlineData("项目编码{2,1} | 项目名称{2,1} | 本年拨款{1,3}\n项目单位 | 小计 | 一般公共预算\n216001 | 物资储备 | 教育局 | 9.00 | 9.00\n216002 | 设备购置 | 教育局 | 8.00 | 8.00", true)]
    [InlineData("项目编码{2,1} | 项目名称{2,1} | 项目单位{2,1} | 本年拨款{1,2}\n小计 | 一般公共预算\n216001 | 物资储备 | 教育局 | 9.00 | 9.00\n216002 | 设备购置 | 教育局 | 8.00 | 8.00", false)]
    public void Doubts_a_group_of_figures_over_names(string drawing, bool doubted) => Assert.Equal(doubted, IsUnsure(drawing, "部门项目支出总表\n单位:万元", ruled: true));

    private static bool IsUnsure(string drawing, string caption, bool ruled) =>
        FactMaker.Make(DrawnTable.Type(DrawnTable.Of(drawing, caption) with { Ruled = ruled }).Value).Anomalies.Any(static a => a.Code == AnomalyCodes.HeaderUnsure);

    /// <summary>The last digit of a code stands before the name: it goes back where the code has that name, and is doubted where no list tells.</summary>
    [Theory]
    [InlineData("208210 | 2农村特困人员救助供养支出", "2082102", Placing.Sure)]
    [InlineData("208210 | 2本地自设科目", "208210", Placing.Unsure)]
    [InlineData("2082102 | 农村特困人员救助供养支出", "2082102", Placing.Sure)]
    public void A_code_that_a_border_cuts_is_made_whole_or_doubted(string names, string code, Placing placing)
    {
        var fact = FactMaker.Make([DrawnTable.One($"科目编码 | 科目名称 | 合计 | 基本支出\n208 | 社会保障和就业支出 | 9.00 | 9.00\n{names} | 9.00 | 9.00", "支出总表\n单位:万元")]).Value.First(static f => f.Where.Row == 2);
        Assert.Equal((code, placing), (fact.Line.Code, fact.Placing));
    }
}
