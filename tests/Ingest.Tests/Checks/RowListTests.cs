namespace Ingest.Tests.Checks;

/// <summary>Which row of a list is part of which, and what its sums are then.</summary>
public class RowListTests
{
    private const string Drawing = """
        Units without codes stand above the codes of their own
        expenditure_summary
        code|label|total
        |合计|30.00
        |教育局|20.00
        20501|教育管理|12.00
        20502|普通教育|8.00
        |科技局|10.00
        20601|科技管理|6.00
        20602|基础研究|4.00
        = -1 0 1* 1* 0 4* 4*
        = S3.tree 30.00 = 30.00, S3.tree 20.00 = 20.00, S3.tree 10.00 = 10.00

        Items of the three public expenses are known by their names, and cars by what is said of them
        three_public_expenses
        label|total
        合计|10.00
        因公出国(境)费用|2.00
        公务用车购置及运行维护费|5.00
        其中:公务用车购置费|3.00
        公务用车运行维护费|2.00
        公务接待费|3.00
        = -1 0* 0 2* 2* 0*
        = S7.sum 10.00 = 10.00, S7.car 5.00 = 5.00

        Neither the items nor what goes for cars makes its whole
        three_public_expenses
        label|total
        “三公”经费|11.00
        因公出国(境)费用|2.00
        公务用车费|5.00
        公务用车购置费|3.00
        公务用车运行费|2.50
        公务接待费|3.00
        = -1 0* 0 2* 2* 0*
        = S7.sum 11.00 = 10.00 Fail, S7.car 5.00 = 5.50 Fail
        = leaves-total: “三公”经费, row-sum: “三公”经费, row-sum: 公务用车费

        What 其中 opens goes on as far as it is set in, and is no part of the next row of the list
        gov_fund_balance
        label|total
        收入合计|100.00
        >税收收入|60.00
        >>其中:增值税|30.00
        >>契税|10.00
        >非税收入|40.00
        支出合计|90.00
        = 5 0* 1 1 0* -1
        = G.sum 100.00 = 100.00, G.sum 90.00 = 100.00 Fail
        = column-sum: 支出合计

        What 其中 opens below a total goes on with the rows that are set in like it
        gov_fund_balance
        label|total
        收入合计|100.00
        >其中:税收收入|60.00
        >非税收入|30.00
        支出合计|90.00
        甲|50.00
        乙|40.00
        = -1 0 0 -1 3* 3*
        = G.sum 90.00 = 90.00

        What 其中 opens below a total is the whole list if it closes
        gov_fund_balance
        label|total
        收入合计|100.00
        >>其中:税收收入|60.00
        >>非税收入|30.00
        >其他|10.00
        支出合计|90.00
        = 4 0* 0* 0* -1
        = G.sum 100.00 = 100.00, G.sum 90.00 = 100.00 Fail
        = column-sum: 支出合计

        What 其中 opens below a total of numbered rows ends with the next number
        gov_fund_balance
        label|total
        一、税收收入|60.00
        二、非税收入|40.00
        收入合计|100.00
        其中:增值税|30.00
        契税|10.00
        三、上年结转|5.00
        收入总计|105.00
        = 2* 2* 6 2 2 6* -1
        = G.sum 100.00 = 100.00, G.sum 105.00 = 105.00

        Levels without a sign are told by amounts, one step of rounding off
        gov_general_public_expenditure 万元
        label|total
        合计|100.00
        教育支出|60.01
        普通教育|30.00
        职业教育|30.00
        科技支出|39.99
        基础研究|20.00
        应用研究|19.99
        = -1 0 1* 1* 0 4* 4*
        = G.sum 1000000.00 = 1000000.00, G.sum 600100.00 = 600000.00, G.sum 399900.00 = 399900.00

        Two steps are more than the rounding of two amounts
        gov_general_public_expenditure 万元
        label|total
        合计|100.00
        教育支出|60.02
        普通教育|30.00
        职业教育|30.00
        科技支出|39.98
        基础研究|20.00
        应用研究|19.98
        = -1 0* 0* 0* 0* 0* 0*
        = G.sum 1000000.00 = 1999800.00 NotApplicable
        = leaves-total: 合计

        A negative row is part of what it lessens
        gov_general_public_expenditure
        label|total
        合计|100.00
        教育支出|60.00
        普通教育|70.00
        退款|-10.00
        科技支出|40.00
        基础研究|25.00
        应用研究|15.00
        = -1 0 1* 1* 0 4* 4*
        = G.sum 100.00 = 100.00, G.sum 60.00 = 60.00, G.sum 40.00 = 40.00

        A row of the same amounts right below is part of the row above
        gov_general_public_expenditure
        label|total|unknown
        合计|100.00|50.00
        教育支出|60.00|30.00
        普通教育|60.00|30.00
        科技支出|40.00|20.00
        基础研究|25.00|15.00
        应用研究|15.00|5.00
        = -1 0 1* 0 3* 3*
        = G.sum 100.00 = 100.00, G.sum 50.00 = 50.00, G.sum 60.00 = 60.00, G.sum 30.00 = 30.00, G.sum 40.00 = 40.00, G.sum 20.00 = 20.00

        Rows that a list closes without are of the list around it
        gov_general_public_expenditure
        label|total
        一、教育|10.00
        >普通|6.00
        >职业|4.00
        >成人|5.00
        二、科技|3.00
        合计|18.00
        = 5 0* 0* 5* 5* -1
        = G.sum 10.00 = 10.00, G.sum 18.00 = 18.00

        A total that is printed again on the next page cuts nothing
        gov_general_public_expenditure
        label|total
        合计|18.00
        甲|10.00
        乙|5.00
        合计|18.00
        丙|3.00
        = -1 0* 0* -1 0*
        = G.sum 18.00 = 18.00

        The first row once more at the end says nothing new
        gov_general_public_expenditure
        label|total
        甲县|18.00
        乙|10.00
        丙|5.00
        丁|3.00
        甲县|18.00
        = -1 0* 0* 0* -1
        = G.sum 18.00 = 18.00

        A total of another amount is another total
        gov_general_public_expenditure
        label|total
        合计|18.00
        甲|18.00
        合计|20.00
        丙|20.00
        = -1 0* -1 2*
        = G.sum 18.00 = 18.00, G.sum 20.00 = 20.00

        Codes below a row that has nothing in their column are its own where all columns close so
        gov_general_public_transfers
        code|label|total|unknown|unknown
        |合计|20.00|12.00|8.00
        208|社保|20.00|12.00|8.00
        20807|就业补助|12.00|12.00|
        2080701|服务|8.00||8.00
        = -1 0 1* 1*
        = S3.tree 20.00 = 20.00, S3.tree 12.00 = 12.00, S3.tree 8.00 = 8.00, S3.tree 20.00 = 20.00, S3.tree 12.00 = 12.00, S3.tree 8.00 = 8.00

        Codes of all levels are lines of their own where all together make the total
        gov_fund_transfers
        code|label|total
        |合计|31.00
        20707|电影|5.00
        22960|彩票|20.00
        2296003|体育|2.00
        2296004|教育|4.00
        = -1 0* 0* 0* 0*
        = S3.tree 31.00 = 31.00

        Two digits below a class are a part of it
        gov_general_public_expenditure
        code|label|total
        |合计|30.00
        201|一般公共服务支出|20.00
        01|人大事务|12.00
        10|人力资源事务|8.00
        205|教育支出|10.00
        02|普通教育|10.00
        = -1 0 1* 1* 0 4*
        = S3.tree 30.00 = 30.00, S3.tree 20.00 = 20.00, S3.tree 10.00 = 10.00

        Numbers of three ranks nest, and a total closes those of the first
        gov_general_public_revenue
        label|total
        一、税收收入|60.00
        (一)增值税|40.00
        1.国内增值税|30.00
        2.进口增值税|10.00
        (二)契税|20.00
        二、非税收入|40.00
        (一)罚没收入|40.00
        收入合计|100.00
        三、上年结转|5.00
        收入总计|105.00
        = 7 0 1* 1* 0* 7 5* 9 9* -1
        = G.sum 60.00 = 60.00, G.sum 40.00 = 40.00, G.sum 40.00 = 40.00, G.sum 100.00 = 100.00, G.sum 105.00 = 105.00

        Numbers that begin anew below the year are its parts
        gov_state_capital_expenditure
        label|total
        一、本年支出|60.00
        一、教育支出|40.00
        二、科技支出|20.00
        二、结转下年|10.00
        支出总计|70.00
        = 4 0* 0* 4* -1
        = G.sum 60.00 = 60.00, G.sum 70.00 = 70.00

        Income and expenditure side by side are two lists
        revenue_expenditure_summary
        label|income.total|/label|expenditure.total
        一、一般公共预算拨款收入|60.00|一、一般公共服务支出|50.00
        二、事业收入|30.00|二、教育支出|40.00
        本年收入合计|90.00|本年支出合计|90.00
        上年结转|10.00|结转下年|10.00
        收入总计|100.00|支出总计|100.00
        = 4* 5* 4* 5* 8 9 8* 9* -1 -1
        = S1.income_sum 90.00 = 90.00, S1.exp_sum 90.00 = 90.00, S1.income_total 100.00 = 100.00, S1.exp_total 100.00 = 100.00, S1.balance 100.00 = 100.00

        A list goes on in the next block where one total covers both
        gov_general_public_expenditure
        label|total|/label|total
        甲|10.00|丁|6.00
        乙|5.00|戊|4.00
        丙|3.00|己|2.00
        合计|~|合计|30.00
        = 7* 7* 7* 7* 7* 7* -1
        = G.sum 30.00 = 30.00

        Codes below a name are its own though nothing sums up, where every name has some
        gov_debt project
        code|label|unknown
        |甲县|
        P21-01|公路|3.00
        P21-02|学校|4.00
        |乙县|
        P21-03|医院|5.00
        = -1 0* 0* -1 3*

        A name without codes stands alone, and a code is held by the name right above it
        gov_debt project
        code|label|unknown
        |甲县|
        P21-01|公路|3.00
        |乙县|4.00
        |丙县|5.00
        P21-03|医院|5.00
        = -1 0* -1* -1 3*
        = S9.tree 5.00 = 5.00

        A total above names with codes is no name itself
        expenditure_summary
        code|label|total
        |合计|
        |教育局|
        20501|教育管理|12.00
        |科技局|
        20601|科技管理|6.00
        20602|基础研究|4.00
        = -1 0 1* 0 3* 3*
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Rows_are_part_of_what_signs_and_amounts_tell(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets));
    }
}
