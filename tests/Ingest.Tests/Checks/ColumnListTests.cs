namespace Ingest.Tests.Checks;

/// <summary>Sums across the columns of a row, and rows that are the first of them over and over.</summary>
public class ColumnListTests
{
    private const string Drawing = """
        Rows that are nearly the first of them three times
        gov_general_public_transfers
        label|total
        某县|50.00
        甲|45.00
        乙|55.00
        丙|0.01
        丁|
        = -1* -1* -1* -1* -1*

        Accounts of a fund by 支出 are told by their parts as budgets are
        final_general_public_budget_expenditure
        label|total|basic|project
        甲|100.00|60.00|40.00
        乙|90.00|50.00|30.00
        = -1* -1*
        = S5.row 100.00 = 100.00, S5.row 90.00 = 80.00 Fail
        = row-sum: 乙
        = 乙 90.00, 乙 50.00, 乙 30.00

        A part that has no cell leaves its row unjudged
        general_public_budget_expenditure
        label|total|basic|project
        甲|100.00|60.00|~
        乙|90.00|50.00|30.00
        = -1* -1*
        = S5.row 90.00 = 80.00 Fail
        = row-sum: 乙
        = 乙 90.00, 乙 50.00, 乙 30.00

        Parts may stand before their total
        general_public_budget_expenditure
        basic|project|total|label
        60.00|40.00|100.00|甲
        50.00|30.00|90.00|乙
        = -1* -1*
        = S5.row 100.00 = 100.00, S5.row 90.00 = 80.00 Fail
        = row-sum: 乙
        = 乙 50.00, 乙 30.00, 乙 90.00

        What is blank stands for its parts, first column or last
        general_public_budget_expenditure
        basic.personnel|basic.operating|basic|project|total|label
        40.00|20.00||40.00|100.00|甲
        30.00|20.00||20.00|80.00|乙
        = -1* -1*
        = S5.row 100.00 = 100.00, S5.row 80.00 = 70.00 Fail
        = row-sum: 乙
        = 乙 30.00, 乙 20.00, 乙 20.00, 乙 80.00

        The change from the budget is what is more than it
        final_expenditure
        label|total|budget.total|change.budget.total
        甲|100.00|90.00|10.00
        乙|80.00|90.00|-11.00
        = -1* -1*
        = R.change 10.00 = 10.00, R.change -11.00 = -10.00 Fail
        = row-sum: 乙
        = 乙 80.00, 乙 90.00, 乙 -11.00

        The change from the year before is what is more than that
        final_expenditure
        label|total|prior.total|change.total
        甲|100.00|90.00|10.00
        乙|80.00|90.00|-11.00
        = -1* -1*
        = R.change 10.00 = 10.00, R.change -11.00 = -10.00 Fail
        = row-sum: 乙
        = 乙 80.00, 乙 90.00, 乙 -11.00

        An amount of change alone is that of the total
        final_expenditure
        label|total|prior.total|change.amount
        甲|100.00|90.00|10.00
        乙|80.00|90.00|-11.00
        = -1* -1*
        = R.change 10.00 = 10.00, R.change -11.00 = -10.00 Fail
        = row-sum: 乙
        = 乙 80.00, 乙 90.00, 乙 -11.00

        A change from a year that is not printed is not judged
        final_expenditure
        label|total|change.total
        甲|100.00|10.00
        乙|80.00|-11.00
        = -1* -1*

        Funds are inside of 财政拨款 where it has a column
        revenue_summary
        label|total|current.subtotal|current.fiscal_appropriation|current.general_public|current.government_fund|current.undertaking
        甲|100.00|100.00|90.00|60.00|30.00|10.00
        乙|100.00|100.00|80.00|60.00|20.00|10.00
        = -1* -1*
        = S2.sub 100.00 = 100.00, S2.sub 100.00 = 90.00 Fail, S2.sub 90.00 = 90.00, S2.sub 80.00 = 80.00
        = row-sum: 乙
        = 乙 100.00, 乙 10.00

        Sources of this year and those carried over make the revenue
        revenue_summary
        label|total|current.general_public|current.undertaking|carryover.subtotal|carryover.general_public
        甲|100.00|60.00|20.00|20.00|20.00
        乙|100.00|60.00|20.00|10.00|10.00
        = -1* -1*
        = S2.row 100.00 = 100.00, S2.row 100.00 = 90.00 Fail, S2.sub 20.00 = 20.00, S2.sub 10.00 = 10.00
        = row-sum: 乙
        = 乙 100.00, 乙 60.00, 乙 20.00, 乙 10.00

        Two columns that fall short lack rows
        gov_general_public_expenditure
        label|budget.total|total
        合计|30.00|40.00
        >教育|20.00|21.00
        >>普通教育|8.00|9.00
        >>职业教育|10.00|11.00
        >科技|10.00|19.00
        = -1 0 1* 1* 0*
        = G.sum 30.00 = 30.00, G.sum 40.00 = 40.00, G.sum 20.00 = 18.00 Unverifiable, G.sum 21.00 = 20.00 Unverifiable
        = column-sum: 教育

        One column alone that falls short is a wrong figure
        gov_general_public_expenditure
        label|total
        合计|40.00
        >教育|21.00
        >>普通教育|9.00
        >>职业教育|11.00
        >科技|19.00
        = -1 0 1* 1* 0*
        = G.sum 40.00 = 40.00, G.sum 21.00 = 20.00 Fail
        = column-sum: 教育
        = 教育 21.00, 普通教育 9.00, 职业教育 11.00

        Sides are known by their columns, whichever comes first
        revenue_expenditure_summary
        label|expenditure.total|/label|income.total
        一、教育|60.00|一、拨款|70.00
        二、科技|40.00|二、其他|30.00
        支出总计|100.00|收入总计|101.00
        = 4* 5* 4* 5* -1 -1
        = S1.exp_total 100.00 = 100.00, S1.income_total 101.00 = 100.00 Fail, S1.balance 100.00 = 101.00 Fail
        = column-sum: 收入总计
        = 收入总计 101.00

        Accounts balance as one identity
        final_revenue_expenditure_summary
        label|income.total|/label|expenditure.total
        一、拨款|60.00|一、教育|70.00
        二、其他|40.00|二、科技|30.00
        本年收入合计|100.00|本年支出合计|100.00
        总计|100.00|总计|101.00
        = 4* 5* 4* 5* 6 7 -1 -1
        = S1.income_sum 100.00 = 100.00, S1.exp_sum 100.00 = 100.00, F1 100.00 = 100.00, F1 101.00 = 100.00 Fail, S1.balance 100.00 = 101.00 Fail
        = column-sum: 总计
        = 总计 101.00

        Sides of appropriations are known by their columns too
        fiscal_appropriation_summary
        label|expenditure.total|/label|income.total
        一、教育|60.00|一、拨款|70.00
        二、科技|40.00|二、其他|30.00
        支出总计|100.00|收入总计|101.00
        = 4* 5* 4* 5* -1 -1
        = S4.exp 100.00 = 100.00, S4.inc 101.00 = 100.00 Fail, S1.balance 100.00 = 101.00 Fail
        = column-sum: 收入总计
        = 收入总计 101.00

        Rows that are the first of them six times
        gov_general_public_transfers
        label|total
        某县|50.00
        甲|45.00
        乙|55.00
        丙|41.00
        丁|59.00
        戊|50.00
        = -1* -1* -1* -1* -1* -1*
        = leaves-total: 某县
        = 某县 50.00, 甲 45.00, 乙 55.00, 丙 41.00, 丁 59.00, 戊 50.00

        Rows that are the first of them seven times
        gov_general_public_transfers
        label|total
        某县|50.00
        甲|45.00
        乙|55.00
        丙|41.00
        丁|59.00
        戊|51.00
        己|49.00
        = -1* -1* -1* -1* -1* -1* -1*

        Three rows that are the first of them three times
        gov_general_public_transfers
        label|total
        某县|50.00
        甲|60.00
        乙|40.00
        = -1* -1* -1*
        = leaves-total: 某县
        = 某县 50.00, 甲 60.00, 乙 40.00

        Numbered names make their total as items
        general_public_budget_expenditure
        label|total
        合计|100.00
        一、甲|60.00
        二、乙|40.00
        = -1 0* 0*
        = S7.items 100.00 = 100.00

        Funds of goods are inside of 财政拨款 where it has a column
        government_procurement
        label|amount|fiscal_appropriation|general_public|government_fund|other
        打印机|100.00|80.00|60.00|20.00|20.00
        电脑|100.00|80.00|60.00|20.00|10.00
        = -1* -1*
        = S2.sub 80.00 = 80.00, S2.sub 80.00 = 80.00, S10.row 100.00 = 100.00, S10.row 100.00 = 90.00 Fail
        = row-sum: 电脑
        = 电脑 100.00, 电脑 10.00

        Funds of goods count one by one where 财政拨款 has no column
        government_procurement
        label|amount|general_public|government_fund|other
        打印机|100.00|60.00|20.00|20.00
        电脑|100.00|60.00|20.00|10.00
        = -1* -1*
        = S10.row 100.00 = 100.00, S10.row 100.00 = 90.00 Fail
        = row-sum: 电脑
        = 电脑 100.00, 电脑 60.00, 电脑 20.00, 电脑 10.00

        Sources of this year make its subtotal
        revenue_summary
        label|total|current.subtotal|current.general_public|current.government_fund|current.undertaking
        甲|100.00|100.00|60.00|30.00|10.00
        乙|100.00|100.00|60.00|20.00|10.00
        = -1* -1*
        = S2.sub 100.00 = 100.00, S2.sub 100.00 = 90.00 Fail
        = row-sum: 乙
        = 乙 100.00, 乙 60.00, 乙 20.00, 乙 10.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Columns_make_their_total(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
