namespace Ingest.Tests.Checks;

/// <summary>Codes, numbers, indents and words say which row is part of which, also where a sum does not hold.</summary>
public class SignListTests
{
    private const string Drawing = """
        A region whose parts do not make it is said to fall short, and the next region is none of its parts
        gov_debt
        label|debt_limit
        某省|31.00
        省本级|3.00
        甲市|17.00
        市本级|9.00
        东区|5.00
        西区|2.00
        乙市|11.00
        市本级|7.00
        南区|4.00
        = -1 0* 0 2* 2* 2* 0 6* 6*
        = G.sum 31.00 = 31.00, G.sum 17.00 = 16.00 Fail, G.sum 11.00 = 11.00
        = column-sum: 甲市
        = 甲市 17.00, 市本级 9.00, 东区 5.00, 西区 2.00

        Numbers within a number claim all of it, however much they lack
        gov_fund_balance
        label|total
        一、税收收入|100.00
        (一)增值税|20.00
        (二)契税|10.00
        二、非税收入|40.00
        收入合计|140.00
        = 4 0* 0* 4* -1
        = G.sum 100.00 = 30.00 Fail, G.sum 140.00 = 140.00
        = column-sum: 一、税收收入
        = 一、税收收入 100.00, (一)增值税 20.00, (二)契税 10.00

        Names within a number that lack most of it claim nothing
        gov_fund_balance
        label|total
        一、税收收入|100.00
        >增值税|20.00
        >契税|10.00
        二、非税收入|40.00
        收入合计|140.00
        = 4* 0 0 4* -1
        = G.sum 140.00 = 140.00

        Names below a code that lack most of it claim nothing
        expenditure_summary
        code|label|total
        |合计|140.00
        205|教育支出|100.00
        |办公费|20.00
        |印刷费|10.00
        206|科技支出|40.00
        = -1 0* 1 1 0*
        = S3.tree 140.00 = 140.00

        Codes below a code claim all of it, however much they lack
        expenditure_summary
        code|label|total
        |合计|140.00
        205|教育支出|100.00
        20501|教育管理|20.00
        20502|普通教育|10.00
        206|科技支出|40.00
        = -1 0 1* 1* 0*
        = S3.tree 140.00 = 140.00, S3.tree 100.00 = 30.00 Fail
        = column-sum: 205-教育支出
        = 教育支出 100.00, 教育管理 20.00, 普通教育 10.00

        Indents outweigh ordinals where only so the sums close
        gov_general_public_balance
        label|total
        合计|130.00
        >1.甲|100.00
        >>一、乙|60.00
        >>二、丙|40.00
        >2.丁|30.00
        = -1 0 1* 1* 0*
        = G.sum 130.00 = 130.00, G.sum 100.00 = 100.00

        Money of other years stands beside a number, and a total that is wrong is told
        gov_general_public_balance
        label|total
        一、本年收入|50.00
        上年结转收入|5.00
        二、其他收入|10.00
        收入总计|66.00
        = 3* 3* 3* -1
        = G.sum 66.00 = 65.00 Fail
        = column-sum: 收入总计
        = 一、本年收入 50.00, 上年结转收入 5.00, 二、其他收入 10.00, 收入总计 66.00

        Carry-over that is set in below a name is a part of it
        gov_general_public_balance
        label|total
        转移性支出|15.00
        >上解支出|10.00
        >结转下年|4.00
        本级支出|30.00
        >教育支出|30.00
        支出总计|45.00
        = 5 0* 0* 5 3* -1
        = G.sum 15.00 = 14.00 Fail, G.sum 30.00 = 30.00, G.sum 45.00 = 45.00
        = column-sum: 转移性支出
        = 转移性支出 15.00, 上解支出 10.00, 结转下年 4.00

        Names below a number are its parts, though they fall short
        gov_general_public_balance
        label|total
        一、教育支出|10.00
        普通教育|6.00
        职业教育|3.00
        二、科技支出|3.00
        支出合计|13.00
        = 4 0* 0* 4* -1
        = G.sum 10.00 = 9.00 Fail, G.sum 13.00 = 13.00
        = column-sum: 一、教育支出
        = 一、教育支出 10.00, 普通教育 6.00, 职业教育 3.00

        Numbers that begin below a name are its parts, though they fall short
        gov_general_public_balance
        label|total
        教育支出|10.00
        1.普通教育|6.00
        2.职业教育|3.00
        支出合计|10.00
        = 3 0* 0* -1
        = G.sum 10.00 = 9.00 Fail, G.sum 10.00 = 10.00
        = column-sum: 教育支出
        = 教育支出 10.00, 1.普通教育 6.00, 2.职业教育 3.00

        Numbers that go on below a name are none of its parts
        gov_general_public_balance
        label|total
        某局|5.00
        10.甲|3.00
        11.乙|4.00
        合计|13.00
        = 3* 3* 3* -1
        = G.sum 13.00 = 12.00 Fail
        = column-sum: 合计
        = 某局 5.00, 10.甲 3.00, 11.乙 4.00, 合计 13.00

        Names behind a total are none of the numbers behind it
        gov_general_public_balance
        label|total
        一、甲|60.00
        二、乙|40.00
        本年收入合计|100.00
        三、上级补助|5.00
        调入资金|3.00
        收入总计|109.00
        = 2* 2* 5 5* 5* -1
        = G.sum 100.00 = 100.00, G.sum 109.00 = 108.00 Fail
        = column-sum: 收入总计
        = 三、上级补助 5.00, 调入资金 3.00, 收入总计 109.00

        A region whose parts are set in is part of the province
        gov_debt
        label|debt_limit
        某省|30.00
        >省本级|3.00
        >甲市|17.00
        >>市本级|9.00
        >>东区|8.00
        >乙市|11.00
        >>市本级|7.00
        >>西区|4.00
        = -1 0* 0 2* 2* 0 5* 5*
        = G.sum 30.00 = 31.00 Fail, G.sum 17.00 = 17.00, G.sum 11.00 = 11.00
        = column-sum: 某省
        = 某省 30.00, 省本级 3.00

        One own level after the other opens no region
        gov_debt
        label|debt_limit
        合计|30.00
        甲市本级|9.00
        乙市本级|8.00
        丙县|13.00
        = -1 0* 0* 0*
        = G.sum 30.00 = 30.00

        A name above one of the same amount is no total
        gov_general_public_expenditure
        label|total
        某局|5.00
        甲|5.00
        = -1* -1*

        Numbers that begin anew below the year are its parts, though they fall short
        gov_state_capital_expenditure
        label|total
        一、本年支出|61.00
        一、教育支出|40.00
        普通教育|39.00
        二、科技支出|20.00
        二、结转下年|10.00
        支出总计|71.00
        = 5 0 1* 0* 5* -1
        = G.sum 61.00 = 60.00 Fail, G.sum 40.00 = 39.00 Fail, G.sum 71.00 = 71.00
        = column-sum: 一、教育支出
        = 一、本年支出 61.00, 一、教育支出 40.00, 普通教育 39.00, 二、科技支出 20.00

        Numbers that begin anew below another number are none of its parts
        gov_state_capital_expenditure
        label|total
        一、甲|30.00
        一、乙|40.00
        二、丙|20.00
        合计|91.00
        = 3* 3* 3* -1
        = G.sum 91.00 = 90.00 Fail
        = column-sum: 合计
        = 一、甲 30.00, 一、乙 40.00, 二、丙 20.00, 合计 91.00

        A name that begins with 一 is no number
        gov_general_public_expenditure
        label|total
        一、本年支出|61.00
        一般公共服务支出|40.00
        国防支出|20.00
        二、调出资金|5.00
        支出总计|66.00
        = 4 0* 0* 4* -1
        = G.sum 61.00 = 60.00 Fail, G.sum 66.00 = 66.00
        = column-sum: 一、本年支出
        = 一、本年支出 61.00, 一般公共服务支出 40.00, 国防支出 20.00

        Names that print 0 below a number claim that it is nothing
        gov_general_public_expenditure
        label|total
        一、甲|100.00
        >乙|0.00
        >丙|0.00
        二、丁|20.00
        合计|120.00
        = 4 0* 0* 4* -1
        = G.sum 100.00 = 0.00 Fail, G.sum 120.00 = 120.00
        = column-sum: 一、甲
        = 一、甲 100.00, 乙 0.00, 丙 0.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Signs_tell_what_is_part_of_what(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
