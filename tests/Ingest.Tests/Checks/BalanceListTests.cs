namespace Ingest.Tests.Checks;

/// <summary>The sides of a budget, debts, forms, and cells that hold nothing.</summary>
public class BalanceListTests
{
    private const string Drawing = """
        Revenue of the whole city and expenditure of its own level do not balance
        gov_fund_revenue
        label|total
        收入总计|100.00
        &
        gov_fund_local_expenditure
        label|total
        支出总计|90.00
        = -1 -1

        Only totals balance, not their parts by fund
        gov_general_public_revenue
        label|total|general_public
        收入总计|100.00|60.00
        &
        gov_general_public_expenditure
        label|total|general_public
        支出总计|100.00|70.00
        = -1 -1
        = G.balance 100.00 = 100.00

        What is printed of revenue alone is not compared
        gov_fund_revenue
        label|budget.total|total
        收入总计|100.00|90.00
        &
        gov_fund_expenditure
        label|budget.total|total
        支出总计||90.00
        = -1 -1
        = G.balance 90.00 = 90.00

        What is left over within the total is not counted once more
        gov_fund_revenue
        label|total
        收入总计|100.00
        &
        gov_fund_expenditure
        label|total
        支出总计|100.00
        教育支出|70.00
        年终结余|30.00
        = -1 -1 0* 0*
        = G.sum 100.00 = 100.00, G.balance 100.00 = 100.00

        What is left over behind the total of expenditure balances revenue
        gov_fund_revenue
        label|total
        收入总计|100.00
        &
        gov_fund_expenditure
        label|total
        教育支出|40.00
        科技支出|30.00
        支出总计|70.00
        年终结余|30.00
        = -1 2* 2* -1 -1*
        = G.sum 70.00 = 70.00, G.balance 100.00 = 100.00

        A debt beyond its limit, limits first
        gov_debt
        debt_limit|debt_balance|label
        50.00|60.00|甲县
        50.00||乙县
        ~|60.00|丙县
        50.00|40.00|丁县
        = -1* -1* -1* -1*
        = G.limit 60.00 = 50.00 Fail, G.limit 40.00 = 50.00
        = part-exceeds-whole: 甲县

        A blank total of names claims nothing
        gov_general_public_expenditure
        label|total|prior.total
        合计|30.00|
        甲|20.00|5.00
        乙|10.00|3.00
        = -1 0* 0*
        = G.sum 30.00 = 30.00

        A row that was not read below a blank one leaves the sum open
        gov_general_public_expenditure
        label|total|unknown
        合计|30.00|10.00
        >甲|20.00|
        >>甲一|12.00|?
        >>甲二|8.00|4.00
        >乙|10.00|6.00
        = -1 0 1* 1* 0*
        = G.sum 30.00 = 30.00, G.sum 10.00 = 10.00 Unverifiable, G.sum 20.00 = 20.00, G.sum 0.00 = 4.00 Unverifiable

        A cell that is not there leaves no sum
        gov_general_public_expenditure
        label|total|unknown
        合计|30.00|10.00
        甲|20.00|4.00
        乙|10.00|~
        = -1 0* 0*
        = G.sum 30.00 = 30.00
        = leaves-total: 合计

        A blank total above codes is wrong where they print something
        gov_general_public_expenditure
        code|label|total|prior.total
        |合计|30.00|
        201|甲|20.00|5.00
        205|乙|10.00|3.00
        = -1 0* 0*
        = S3.tree 30.00 = 30.00, S3.tree 0.00 = 8.00 Fail
        = column-sum: 合计
        = 合计 , 甲 5.00, 乙 3.00

        A column that the other side lacks balances with nothing
        gov_fund_revenue
        label|budget.total|total
        收入总计|100.00|90.00
        &
        gov_fund_expenditure
        label|total
        支出总计|91.00
        = -1 -1
        = G.balance 90.00 = 91.00 Fail
        = balance: 收入总计
        = 收入总计 90.00, 支出总计 91.00

        A total without a cell balances with nothing
        gov_fund_revenue
        label|budget.total|total
        收入总计|100.00|~
        &
        gov_fund_expenditure
        label|budget.total|total
        支出总计|~|90.00
        = -1 -1

        Last year's sides are of another set of books in accounts, and of the same in budgets
        revenue_expenditure_summary
        label|income.prior.total|income.total
        一、拨款|50.00|60.00
        二、其他|30.00|40.00
        收入总计|81.00|100.00
        &
        final_revenue_expenditure_summary
        label|income.prior.total|income.total
        一、拨款|50.00|60.00
        二、其他|30.00|40.00
        总计|81.00|100.00
        = 2* 2* -1 2* 2* -1
        = S1.income_total 81.00 = 80.00 Fail, S1.income_total 100.00 = 100.00, F1 100.00 = 100.00
        = column-sum: 收入总计
        = 收入总计 81.00

        A form of a project is of the money that the list of projects has for it
        project_expenditure
        label|total
        合计|100.00
        政务网运行|60.00
        办公设备|40.00
        &
        project_performance
        label|text:内容|unknown
        项目名称|政务网运行|
        年度资金总额:||60.00
        其中:财政拨款||50.00
        其他资金||10.00
        &
        project_performance
        label|text:内容|unknown
        项目名称|办公设备|
        实施期资金总额||90.00
        年度资金总额||45.00
        = -1 0* 0* -1* -1* -1* -1* -1* -1* -1*
        = S9.tree 100.00 = 100.00, X11.sum 60.00 = 60.00, X11 60.00 = 60.00, X11 45.00 = 40.00 Fail
        = cross-table: 年度资金总额
        = 年度资金总额 45.00

        Rows of a form that are of no group make no sum
        project_performance
        label|text:内容|unknown
        项目名称|政务网运行|
        年度资金总额||90.00
        财政拨款||50.00
        事业收入||30.00
        其他资金||5.00
        &
        project_performance
        label|unknown
        项目名称|
        绩效目标|
        = -1* -1* -1* -1* -1* -1* -1*

        Forms name their project in several ways
        project_expenditure
        label|total
        合计|100.00
        政务网运行|60.00
        办公设备|40.00
        &
        project_performance
        label|text:内容|unknown
        项目(政策)名称|政务网运行|
        年度资金总额||61.00
        其中:财政拨款||51.00
        其他资金||10.00
        = -1 0* 0* -1* -1* -1* -1*
        = S9.tree 100.00 = 100.00, X11.sum 61.00 = 61.00, X11 61.00 = 60.00 Fail
        = cross-table: 年度资金总额
        = 年度资金总额 61.00

        Forms of policies name their project too
        project_expenditure
        label|total
        合计|100.00
        政务网运行|60.00
        办公设备|40.00
        &
        project_performance
        label|text:内容|unknown
        政策和项目名称|办公设备|
        年度资金总额||42.00
        = -1 0* 0* -1* -1*
        = S9.tree 100.00 = 100.00, X11 42.00 = 40.00 Fail
        = cross-table: 年度资金总额
        = 年度资金总额 42.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Sides_and_blanks_are_told(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
