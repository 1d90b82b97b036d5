namespace Ingest.Tests.Checks;

/// <summary>What 其中 opens: which rows go on with it, and whether it names all parts.</summary>
public class OpenedListTests
{
    private const string Drawing = """
        What 其中 opens below a number within a number is of that
        gov_fund_balance
        label|total
        一、税收收入|60.00
        (一)增值税|45.00
        其中:国内增值税|20.00
        (二)契税|15.00
        二、非税收入|40.00
        收入合计|100.00
        = 5 0* 1 0* 5* -1
        = G.sum 60.00 = 60.00, G.sum 100.00 = 100.00

        A code below a name that 其中 opens is of its class
        expenditure_summary
        code|label|total
        |合计|20.00
        205|教育支出|20.00
        |其中:人员经费|9.00
        20501|教育管理|12.00
        20502|普通教育|8.00
        = -1 0 1 1* 1*
        = S3.tree 20.00 = 20.00, S3.tree 20.00 = 20.00

        Rows set in less than 其中 below a total are the list that it names some of
        gov_fund_balance
        label|total
        收入合计|100.00
        >>其中:增值税|20.00
        >税收收入|70.00
        >非税收入|30.00
        = -1 0 0* 0*
        = G.sum 100.00 = 100.00

        Below a number, what stands beside 其中 is of its list
        gov_fund_balance
        label|total
        一、税收收入|60.00
        >增值税|60.00
        二、非税收入|40.00
        其中:罚没收入|30.00
        专项收入|5.00
        收入合计|100.00
        = 5 0* 5* 2 2 -1
        = G.sum 60.00 = 60.00, G.sum 100.00 = 100.00

        What stands beside 其中 below a name is no part of that
        gov_fund_balance
        label|total
        税收收入|60.00
        >增值税|60.00
        非税收入|40.00
        其中:罚没收入|30.00
        专项收入|5.00
        收入合计|105.00
        = 5 0* 5* 2 5* -1
        = G.sum 60.00 = 60.00, G.sum 105.00 = 105.00

        Carry-over beside 其中 is of no list that it opens
        gov_fund_balance
        label|total
        一、本年支出|60.00
        其中:基本支出|50.00
        结转下年|5.00
        支出总计|65.00
        = 3* 0 3* -1
        = G.sum 65.00 = 65.00

        What is set in further than 其中 goes on with its list
        gov_fund_balance
        label|total
        一、税收收入|60.00
        其中:增值税|30.00
        >国内增值税|20.00
        二、非税收入|40.00
        收入合计|100.00
        = 4* 0 0 4* -1
        = G.sum 100.00 = 100.00

        All that is set in further than the row above 其中 is of its list
        gov_fund_balance
        label|total
        收入合计|100.00
        >税收收入|60.00
        >>>其中:增值税|30.00
        >>契税|10.00
        >非税收入|40.00
        = -1 0* 1 1 0*
        = G.sum 100.00 = 100.00

        Beside 其中 below a name stand rows of the list, also where others are numbered
        gov_general_public_revenue
        label|total
        一、税收收入|60.00
        二、非税收入|40.00
        本级收入合计|100.00
        转移支付收入|20.00
        其中:专项转移支付|10.00
        返还性收入|5.00
        收入总计|125.00
        = 2* 2* 6 6* 3 6* -1
        = G.sum 100.00 = 100.00, G.sum 125.00 = 125.00

        What 其中 opens is the first of all parts where the others do not close without it
        gov_general_public_transfers
        label|unknown|unknown|unknown
        教育|9.00|8.00|7.00
        科学技术|434.00|82.00|757.00
        其中:科技创新专项|0.00|0.00|500.00
        知识产权资金|334.00|62.00|157.00
        产业工作经费|100.00|20.00|100.00
        合计|443.00|90.00|764.00
        = 5* 5 1* 1* 1* -1
        = G.sum 434.00 = 434.00, G.sum 82.00 = 82.00, G.sum 757.00 = 757.00, G.sum 443.00 = 443.00, G.sum 90.00 = 90.00, G.sum 764.00 = 764.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Rows_go_on_with_what_is_opened(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
