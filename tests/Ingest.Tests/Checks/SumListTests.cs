namespace Ingest.Tests.Checks;

/// <summary>What the sums of a list, and those across its columns, say of it.</summary>
public class SumListTests
{
    private const string Drawing = """
        Rows are missing where only the year before falls short
        gov_general_public_expenditure
        label|prior.total|total
        合计|30.00|40.00
        >教育|20.00|20.00
        >>普通教育|8.00|9.00
        >>职业教育|10.00|11.00
        >科技|10.00|20.00
        = -1 0 1* 1* 0*
        = G.sum 30.00 = 30.00, G.sum 40.00 = 40.00, G.sum 20.00 = 18.00 Unverifiable, G.sum 20.00 = 20.00
        = column-sum: 教育

        A wrong figure is in one column, and it is this year's
        gov_general_public_expenditure
        label|prior.total|total
        合计|30.00|40.00
        >教育|18.00|25.00
        >>普通教育|8.00|9.00
        >>职业教育|10.00|11.00
        >科技|12.00|15.00
        = -1 0 1* 1* 0*
        = G.sum 30.00 = 30.00, G.sum 40.00 = 40.00, G.sum 18.00 = 18.00, G.sum 25.00 = 20.00 Fail
        = column-sum: 教育

        Two of three columns that fall short are no missing rows
        gov_general_public_expenditure
        label|prior.total|budget.total|total
        合计|30.00|35.00|40.00
        >教育|20.00|21.00|20.00
        >>普通教育|8.00|9.00|9.00
        >>职业教育|10.00|11.00|11.00
        >科技|10.00|14.00|20.00
        = -1 0 1* 1* 0*
        = G.sum 30.00 = 30.00, G.sum 35.00 = 35.00, G.sum 40.00 = 40.00, G.sum 20.00 = 18.00 Fail, G.sum 21.00 = 20.00 Fail, G.sum 20.00 = 20.00
        = column-sum: 教育

        What is printed below a blank part stands for it
        general_public_budget_expenditure
        label|total|basic|basic.personnel|basic.operating|project
        甲|100.00||40.00|20.00|40.00
        乙|90.00|55.00|35.00|20.00|35.00
        丙|80.00||30.00|20.00|20.00
        = -1* -1* -1*
        = S5.row 100.00 = 100.00, S5.row 90.00 = 90.00, S5.row 80.00 = 70.00 Fail, S5.basic 55.00 = 55.00
        = row-sum: 丙

        A blank part without parts of its own is nothing
        general_public_budget_expenditure
        label|total|basic|project
        甲|100.00||100.00
        乙|90.00|50.00|30.00
        = -1* -1*
        = S5.row 100.00 = 100.00, S5.row 90.00 = 80.00 Fail
        = row-sum: 乙

        A column of unknown meaning leaves its rows unjudged where it holds a figure
        general_public_budget_expenditure
        label|total|basic|project|unknown
        甲|100.00|60.00|40.00|
        乙|90.00|50.00|30.00|10.00
        丙|80.00|50.00|20.00|
        = -1* -1* -1*
        = S5.row 100.00 = 100.00, S5.row 80.00 = 70.00 Fail
        = row-sum: 丙

        Only columns of its own side make a row
        revenue_expenditure_summary
        label|income.total|/label|expenditure.total|expenditure.general_public|expenditure.government_fund
        一、财政拨款|90.00|一、教育|60.00|50.00|10.00
        二、其他|10.00|二、科技|40.00|30.00|11.00
        收入总计|100.00|支出总计|100.00|80.00|21.00
        = 4* 5* 4* 5* -1 -1
        = S4.row 60.00 = 60.00, S4.row 40.00 = 41.00 Fail, S4.row 100.00 = 101.00 Fail, S1.income_total 100.00 = 100.00, S1.exp_total 100.00 = 100.00, S1.exp_total 80.00 = 80.00, S1.exp_total 21.00 = 21.00, S1.balance 100.00 = 100.00
        = row-sum: 二、科技

        A total that its rows do not reach
        gov_general_public_expenditure
        label|total
        合计|100.00
        教育|60.00
        >普通|30.00
        >职业|30.00
        科技|30.00
        = -1 0 1* 1* 0*
        = G.sum 100.00 = 90.00 Fail, G.sum 60.00 = 60.00
        = column-sum: 合计

        A row once more behind those that make the total is none of them
        general_public_budget_expenditure
        code|label|total
        |合计|100.00
        205|教育支出|60.00
        206|科技支出|40.00
        206|科技支出|40.00
        = -1 0* 0* -1*
        = S3.tree 100.00 = 100.00

        Number times price is the amount
        government_procurement
        label|quantity|unit_price|amount
        合计|||160.00
        打印机|3|20.00|60.00
        电脑|2|50.00|100.00
        = -1 0* 0*
        = S10.tree 160.00 = 160.00, S10.qxp 60.00 = 60.00, S10.qxp 100.00 = 100.00

        Number times price is another amount
        government_procurement
        label|quantity|unit_price|amount
        合计|||160.00
        打印机|3|20.00|60.00
        电脑|2|45.00|100.00
        = -1 0* 0*
        = S10.tree 160.00 = 160.00, S10.qxp 60.00 = 60.00, S10.qxp 100.00 = 90.00 Fail
        = quantity-times-price: 电脑

        Rows without codes in a table of units are units
        revenue_summary unit
        label|total
        合计|100.00
        甲局本级|60.00
        乙学校|40.00
        = -1 0* 0*
        = S2.tree 100.00 = 100.00

        Numbered rows are items
        revenue_summary
        label|total
        合计|100.00
        一、拨款|60.00
        二、事业|40.00
        = -1 0* 0*
        = S7.items 100.00 = 100.00

        Rows with codes are functions, whatever the table
        revenue_summary
        code|label|total
        |合计|100.00
        205|教育|60.00
        20502|普通|60.00
        206|科技|40.00
        = -1 0 1* 0*
        = S3.tree 100.00 = 100.00, S3.tree 60.00 = 60.00

        Rows of the three public expenses are units
        general_public_three_public_expenses
        label|total
        甲局|100.00
        甲一|60.00
        甲二|40.00
        = -1 0* 0*
        = S2.tree 100.00 = 100.00

        Revenue and expenditure balance column by column
        gov_general_public_revenue
        label|budget.total|total
        收入总计|100.00|90.00
        &
        gov_general_public_expenditure
        label|budget.total|total
        支出总计|100.00|95.00
        = -1 -1
        = G.balance 100.00 = 100.00, G.balance 90.00 = 95.00 Fail
        = balance: 收入总计

        What is not printed on one side is not compared
        gov_fund_revenue
        label|budget.total|total
        收入总计||90.00
        &
        gov_fund_expenditure
        label|budget.total|total
        支出总计|100.00|90.00
        = -1 -1
        = G.balance 90.00 = 90.00

        Both sides of one table balance
        gov_general_public_balance
        label|budget.total|total|/label|budget.total|total
        一、本级收入|60.00|50.00|一、本级支出|70.00|60.00
        二、上级补助|40.00|40.00|二、上解|30.00|30.00
        收入总计|100.00|90.00|支出总计|100.00|91.00
        = 4* 5* 4* 5* -1 -1
        = G.sum 100.00 = 100.00, G.sum 90.00 = 90.00, G.sum 100.00 = 100.00, G.sum 91.00 = 90.00 Fail, G.balance 100.00 = 100.00, G.balance 90.00 = 91.00 Fail
        = column-sum: 支出总计

        Goods of a project cost no more than it has, known by its name where no code is printed
        project_expenditure project
        code|label|total
        |合计|100.00
        42010722121T000000100|政务网运行|60.00
        42010722121T000000101|办公设备|40.00
        &
        government_procurement
        text:项目|label|amount
        政务网运行|打印机|30.00
        办公设备|电脑|50.00
        = -1 0* 0* -1* -1*
        = S9.tree 100.00 = 100.00, X9 60.00 = 30.00, X9 40.00 = 50.00 Fail
        = part-exceeds-whole: 42010722121T000000101-办公设备

        A name that two projects have tells neither
        project_expenditure
        label|total
        合计|100.00
        政务网运行|60.00
        政务网运行|40.00
        &
        government_procurement
        text:项目|label|amount
        政务网运行|打印机|70.00
        = -1 0* 0* -1*
        = S9.tree 100.00 = 100.00

        Codes that fall short in one column and make too much in the other are wrong
        gov_general_public_expenditure
        code|label|prior.total|total
        |合计|30.00|40.00
        205|教育|20.00|15.00
        20502|普通|8.00|9.00
        20503|职业|10.00|11.00
        206|科技|10.00|25.00
        = -1 0 1* 1* 0*
        = S3.tree 30.00 = 30.00, S3.tree 40.00 = 40.00, S3.tree 20.00 = 18.00 Fail, S3.tree 15.00 = 20.00 Fail
        = column-sum: 205-教育

        As many columns short as the year before has, but not those
        gov_general_public_expenditure
        code|label|prior.total|prior.budget.total|budget.total|total
        |合计|30.00|30.00|40.00|40.00
        205|教育|20.00|18.00|20.00|25.00
        20502|普通|8.00|8.00|9.00|9.00
        20503|职业|10.00|10.00|11.00|11.00
        206|科技|10.00|12.00|20.00|15.00
        = -1 0 1* 1* 0*
        = S3.tree 30.00 = 30.00, S3.tree 30.00 = 30.00, S3.tree 40.00 = 40.00, S3.tree 40.00 = 40.00, S3.tree 20.00 = 18.00 Fail, S3.tree 18.00 = 18.00, S3.tree 20.00 = 20.00, S3.tree 25.00 = 20.00 Fail
        = column-sum: 205-教育

        What is set aside for small enterprises is part of the amount
        government_procurement
        label|amount|sme|micro
        打印机|60.00|50.00|20.00
        复印纸|60.00|70.00|20.00
        电脑|60.00|50.00|55.00
        = -1 0 1*
        = S10.tree 60.00 = 60.00, S10.tree 50.00 = 70.00 Fail, S10.tree 20.00 = 20.00, S10.tree 60.00 = 60.00, S10.tree 70.00 = 50.00 Fail, S10.tree 20.00 = 55.00 Fail, S10.sub 50.00 = 60.00, S10.sub 20.00 = 50.00, S10.sub 70.00 = 60.00 Fail, S10.sub 20.00 = 70.00, S10.sub 50.00 = 60.00, S10.sub 55.00 = 50.00 Fail
        = column-sum: 复印纸, column-sum: 电脑

        Columns of goods are known by their headers where several are alike
        asset_allocation
        label|money:家具/数量|money:家具/单价|money:家具/金额|money:设备/数量|money:设备/单价|money:设备/金额
        合计|4|30.00|70.00|6|55.00|121.00
        办公室|3|20.00|60.00|2|50.00|100.00
        档案室|1|10.00|10.00|4|5.00|21.00
        = -1 0* 0*
        = S10.tree 4.00 = 4.00, S10.tree 70.00 = 70.00, S10.tree 6.00 = 6.00, S10.tree 121.00 = 121.00, S10.qxp 60.00 = 60.00, S10.qxp 100.00 = 100.00, S10.qxp 10.00 = 10.00, S10.qxp 21.00 = 20.00 Fail
        = quantity-times-price: 档案室, meaningless-total: 合计, meaningless-total: 合计

        Columns of goods under one header are of one list
        asset_allocation
        label|money:数量|money:采购/单价|money:采购/金额
        打印机|3|20.00|61.00
        = -1*

        Averages and terms have no sum
        gov_debt
        label|total|money:平均利率|money:债券期限
        合计|100.00|3.50|5.00
        甲县|60.00|3.00|3.00
        乙县|40.00|4.00|7.00
        = -1 0* 0*
        = G.sum 100.00 = 100.00

        A debt is within its limit, and a kind of it within its own
        gov_debt
        label|debt_limit|debt_balance|debt_limit.general|debt_balance.general
        甲县|100.00|90.00|60.00|61.00
        乙县|100.00|110.00|60.00|70.00
        丙县||90.00|60.00|
        = -1* -1* -1*
        = G.limit 61.00 = 60.00 Fail, G.limit 70.00 = 60.00 Fail, G.limit 90.00 = 100.00, G.limit 110.00 = 100.00 Fail
        = part-exceeds-whole: 甲县, part-exceeds-whole: 乙县
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Sums_tell_what_holds_and_what_does_not(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets));
    }
}
