using Ingest.Core.Budget.Facts;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>The tables of final accounts (公开01–09表) as the ministry prints them.</summary>
public class FinalAccountTests
{
    private static (BudgetTable Table, CheckOutcome Outcome) Of(string drawing, string caption)
    {
        var table = Assert.Single(DrawnTable.Type("某局2023年度部门决算", DrawnTable.Of(drawing, caption)).Value);
        return (table, Checker.Check(DocumentIdentity.Unknown, [table], FactMaker.Make([table]).Value, [], []));
    }

    private static string Keys(BudgetTable table) => string.Join(" ", table.Columns.Where(c => c.Role == ColumnRole.Money).Select(c => c.Key ?? "?"));

    [Fact]
    public void Reads_the_summary_of_income_and_expenditure()
    {
        var (table, outcome) = Of(
            """
            收入{1,3} | 支出{1,3}
            项目 | 行次 | 金额 | 项目 | 行次 | 金额
            栏次 |  | 1 | 栏次 |  | 2
            一、一般公共预算财政拨款收入 | 1 | 90.00 | 一、一般公共服务支出 | 32 | 80.00
            八、其他收入 | 8 | 5.00 | 八、社会保障和就业支出 | 39 | 12.00
            本年收入合计 | 27 | 95.00 | 本年支出合计 | 58 | 92.00
            使用非财政拨款结余 | 28 | 0.00 | 结余分配 | 59 | 1.00
            年初结转和结余 | 29 | 3.00 | 年末结转和结余 | 60 | 5.00
            总计 | 31 | 98.00 | 总计 | 62 | 98.00
            """, "收入支出决算总表\n公开01表\n部门:某局 金额单位:万元");
        Assert.Equal("final_revenue_expenditure_summary", table.Kind);
        Assert.Equal("income.total expenditure.total", Keys(table));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
        Assert.Equal(2, outcome.Checks.Count(c => c.Identity == "F1"));
    }

    [Fact]
    public void Reads_the_balances_of_a_fund()
    {
        var (table, outcome) = Of(
            """
            项目{1,4} | 年初结转和结余{2,1} | 本年收入{2,1} | 本年支出{1,3} | 年末结转和结余{2,1}
            功能分类科目编码{1,3} | 科目名称 | 小计 | 基本支出 | 项目支出
            类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6
             |  |  | 合计 | 1.00 | 9.00 | 8.00 | 0.00 | 8.00 | 2.00
            212 |  |  | 城乡社区支出 | 1.00 | 9.00 | 8.00 | 0.00 | 8.00 | 2.00
            212 | 08 |  | 国有土地使用权出让收入安排的支出 | 1.00 | 9.00 | 8.00 | 0.00 | 8.00 | 2.00
            """, "政府性基金预算财政拨款收入支出决算表\n公开08表\n部门:某局 金额单位:万元");
        Assert.Equal("final_government_fund", table.Kind);
        Assert.Equal("opening_balance revenue total basic project closing_balance", Keys(table));
        Assert.Equal(3, outcome.Checks.Count(c => c is { Identity: "F2", Result: CheckResult.Pass }));
        Assert.Equal(["", "212", "21208"], table.Rows.Select(r => r.Code));
        Assert.DoesNotContain(outcome.Checks, c => c.Result == CheckResult.Fail);
    }

    [Fact]
    public void Reads_budget_and_final_figures_of_the_three_public_expenses()
    {
        var (table, outcome) = Of(
            """
            预算数{1,6} | 决算数{1,6}
            合计{2,1} | 因公出国(境)费{2,1} | 公务用车购置及运行维护费{1,3} | 公务接待费{2,1} | 合计{2,1} | 因公出国(境)费{2,1} | 公务用车购置及运行维护费{1,3} | 公务接待费{2,1}
            小计 | 公务用车购置费 | 公务用车运行维护费 | 小计 | 公务用车购置费 | 公务用车运行维护费
            1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
            9.00 | 0.00 | 6.00 | 0.00 | 6.00 | 3.00 | 7.00 | 0.00 | 5.00 | 0.00 | 5.00 | 2.00
            """, "财政拨款“三公”经费支出决算表\n公开09表\n部门:某局 金额单位:万元");
        Assert.Equal("final_three_public_expenses", table.Kind);
        Assert.Equal(
            "budget.total budget.abroad budget.car budget.car.purchase budget.car.operation budget.reception final.total final.abroad final.car final.car.purchase final.car.operation final.reception",
            Keys(table));
        Assert.Equal(4, outcome.Checks.Count(c => c.Identity is "S7.sum" or "S7.car" && c.Result == CheckResult.Pass));
    }

    [Theory]
    [InlineData("收入决算表", "项目{1,2} | 本年收入合计{2,1} | 财政拨款收入{2,1} | 上级补助收入{2,1} | 事业收入{2,1} | 经营收入{2,1} | 附属单位上缴收入{2,1} | 其他收入{2,1}\n科目代码 | 科目名称",
        "final_revenue", "total current.fiscal_appropriation current.from_superior current.undertaking current.business_income current.from_affiliate current.other")]
    [InlineData("支出决算表", "项目{1,2} | 本年支出合计{2,1} | 基本支出{2,1} | 项目支出{2,1} | 上缴上级支出{2,1} | 经营支出{2,1} | 对附属单位补助支出{2,1} | 其他{2,1}\n科目代码 | 科目名称",
        "final_expenditure", "total basic project remitted_up business subsidy_down other")]
    public void Reads_the_income_and_the_expenditure_by_code(string title, string header, string kind, string keys)
    {
        var (table, _) = Of(header + "\n | 合计 | 9.00 | 9.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00\n201 | 一般公共服务支出 | 9.00 | 9.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00", title + "\n公开02表\n金额单位:万元");
        Assert.Equal((kind, keys), (table.Kind, Keys(table)));
    }
}
