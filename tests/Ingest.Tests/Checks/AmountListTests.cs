namespace Ingest.Tests.Checks;

/// <summary>Where signs say too little, amounts tell what a list holds, and a slip is told where it is.</summary>
public class AmountListTests
{
    private const string Drawing = """
        Items that are costs of travel, of guests and of cars stand in other tables beside other costs
        general_public_budget_expenditure_economic
        label|total
        合计|30.00
        办公费|10.00
        因公出国(境)费用|5.00
        公务接待费|5.00
        公务用车运行维护费|10.00
        = -1 0* 0* 0* 0*
        = S3.tree 30.00 = 30.00

        Items of two years below each other are two lists
        three_public_expenses
        label|total
        2022年合计|10.00
        因公出国(境)费用|2.00
        公务用车费|5.00
        公务接待费|3.00
        2023年合计|9.00
        因公出国(境)费用|2.00
        公务用车费|4.00
        公务接待费|3.00
        = -1 0* 0* 0* -1 4* 4* 4*
        = S7.sum 10.00 = 10.00, S7.sum 9.00 = 9.00

        A row without a name or code is the total where rows have codes
        expenditure_summary
        code|label|total
        ||18.00
        205|教育支出|10.00
        206|科技支出|8.00
        = -1 0* 0*
        = S3.tree 18.00 = 18.00

        Two rows alike of three are two rows
        gov_general_public_expenditure
        label|total
        教育|10.00
        教育|10.00
        科技|5.00
        = -1* -1* -1*

        A total printed once more right below says nothing new
        gov_general_public_expenditure
        label|total|unknown
        合计|18.00|9.00
        合计|18.00|9.00
        甲|10.00|5.00
        乙|8.00|4.00
        = -1 -1 0* 0*
        = G.sum 18.00 = 18.00, G.sum 9.00 = 9.00

        A total printed once more on the next page, in two columns
        gov_general_public_expenditure
        label|total|unknown
        合计|18.00|9.00
        甲|10.00|5.00
        乙|5.00|3.00
        合计|18.00|9.00
        丙|3.00|1.00
        = -1 0* 0* -1 0*
        = G.sum 18.00 = 18.00, G.sum 9.00 = 9.00

        Codes of nothing that stand for all levels are not part of each other
        gov_general_public_local_expenditure
        code|label|total
        |合计|5.00
        201|一般公共服务支出|5.00
        20101|人大事务|5.00
        2010101|行政运行|5.00
        227|预备费|0.00
        227|预备费|0.00
        227|预备费|0.00
        = -1 0 1 2* 0* 0* 0*
        = S3.tree 5.00 = 5.00, S3.tree 5.00 = 5.00, S3.tree 5.00 = 5.00

        A city that opens a list itself is no part of the city before, though it would fit
        gov_fund_transfers
        label|total
        合计|17.00
        甲市|11.00
        其中:市本级|5.00
        乙市|6.00
        其中:市本级|4.00
        = -1 0* 1 0* 3
        = G.sum 17.00 = 17.00

        Four rows of carry-over may be part of the number before
        gov_general_public_balance
        label|total
        一、本级收入|70.00
        二、转移性收入|10.00
        返还性收入|1.00
        上年结转收入|2.00
        上年结余收入|3.00
        专项结转收入|2.00
        其他结转收入|2.00
        三、债务收入|5.00
        = -1* -1 1* 1* 1* 1* 1* -1*
        = G.sum 10.00 = 10.00

        A total above its rows ends where they make it, though one is blank in a column
        gov_general_public_expenditure
        label|total|unknown
        教育合计|15.00|5.00
        甲|10.00|5.00
        乙|5.00|
        另|7.00|7.00
        = -1 0* 0* -1*
        = G.sum 15.00 = 15.00, G.sum 5.00 = 5.00

        Names that make a fifth too much are wrong
        gov_general_public_expenditure
        label|total
        一、甲|100.00
        >乙|70.00
        >丙|50.00
        二、丁|20.00
        合计|120.00
        = 4 0* 0* 4* -1
        = G.sum 100.00 = 120.00 Fail, G.sum 120.00 = 120.00
        = column-sum: 一、甲
        = 一、甲 100.00, 乙 70.00, 丙 50.00

        Names that make more than a fifth too much are no list
        gov_general_public_expenditure
        label|total
        一、甲|100.00
        >乙|70.00
        >丙|50.01
        二、丁|20.00
        合计|120.00
        = 4* 0 0 4* -1
        = G.sum 120.00 = 120.00

        Names that lack a sixth are wrong
        gov_general_public_expenditure
        label|total
        一、甲|120.00
        >乙|70.00
        >丙|30.00
        二、丁|25.00
        合计|145.00
        = 4 0* 0* 4* -1
        = G.sum 120.00 = 100.00 Fail, G.sum 145.00 = 145.00
        = column-sum: 一、甲
        = 一、甲 120.00, 乙 70.00, 丙 30.00

        Names that lack more than a sixth are some of the parts
        gov_general_public_expenditure
        label|total
        一、甲|120.00
        >乙|70.00
        >丙|29.99
        二、丁|25.00
        合计|145.00
        = 4* 0 0 4* -1
        = G.sum 145.00 = 145.00

        A slip in one city below the total of all
        gov_general_public_transfers
        label|total
        市县合计|20.00
        甲市合计|10.00
        市本级|6.00
        东县|3.00
        乙市合计|10.00
        市本级|5.00
        西县|5.00
        = -1 0 1* 1* 0 4* 4*
        = G.sum 20.00 = 20.00, G.sum 10.00 = 9.00 Fail, G.sum 10.00 = 10.00
        = column-sum: 甲市合计
        = 甲市合计 10.00, 市本级 6.00, 东县 3.00

        A total above its rows that falls short in one column
        gov_general_public_transfers
        label|total|unknown
        合计|21.00|11.00
        甲|10.00|5.00
        乙|10.00|6.00
        = -1 0* 0*
        = G.sum 21.00 = 20.00 Fail, G.sum 11.00 = 11.00
        = column-sum: 合计
        = 合计 21.00, 甲 10.00, 乙 10.00

        A slip in a total above its rows behind a list that closes
        gov_general_public_balance
        label|total
        收入合计|20.00
        甲|10.00
        乙|10.00
        支出合计|18.00
        丙|15.00
        丁|4.00
        = -1 0* 0* -1 3* 3*
        = G.sum 20.00 = 20.00, G.sum 18.00 = 19.00 Fail
        = column-sum: 支出合计
        = 支出合计 18.00, 丙 15.00, 丁 4.00

        A slip in a total below its rows, before a list that closes
        gov_general_public_balance
        label|total
        甲|10.00
        乙|10.00
        收入合计|21.00
        丙|15.00
        丁|4.00
        支出合计|19.00
        = 2* 2* -1 5* 5* -1
        = G.sum 21.00 = 20.00 Fail, G.sum 19.00 = 19.00
        = column-sum: 收入合计
        = 甲 10.00, 乙 10.00, 收入合计 21.00

        A slip in the total of all cities is told
        gov_general_public_transfers
        label|total
        市县合计|21.00
        甲市合计|12.00
        市本级|7.00
        东县|5.00
        乙市合计|8.00
        市本级|5.00
        西县|3.00
        = -1 0 1* 1* 0 4* 4*
        = G.sum 21.00 = 20.00 Fail, G.sum 12.00 = 12.00, G.sum 8.00 = 8.00
        = column-sum: 市县合计
        = 市县合计 21.00

        Slips in the total of all cities and in a city are told
        gov_general_public_transfers
        label|total
        市县合计|21.00
        甲市合计|12.00
        市本级|6.50
        东县|5.00
        乙市合计|8.00
        市本级|5.00
        西县|3.00
        = -1 0 1* 1* 0 4* 4*
        = G.sum 21.00 = 20.00 Fail, G.sum 12.00 = 11.50 Fail, G.sum 8.00 = 8.00
        = column-sum: 市县合计, column-sum: 甲市合计
        = 市县合计 21.00, 甲市合计 12.00, 市本级 6.50, 东县 5.00

        A total of other money above totals is none of them
        gov_general_public_transfers
        label|total
        上年结转合计|5.00
        甲市合计|12.00
        市本级|7.00
        东县|5.00
        乙市合计|8.00
        市本级|5.00
        西县|3.00
        = -1 -1 1* 1* -1 4* 4*
        = G.sum 12.00 = 12.00, G.sum 8.00 = 8.00

        A total of a fifth more money above totals is none of them
        gov_general_public_transfers
        label|total
        上年结转合计|25.00
        甲市合计|12.00
        市本级|7.00
        东县|5.00
        乙市合计|8.00
        市本级|5.00
        西县|3.00
        = -1 -1 1* 1* -1 4* 4*
        = G.sum 12.00 = 12.00, G.sum 8.00 = 8.00

        What is appended to a list divides the whole once more
        gov_general_public_revenue
        label|total
        合计|90.00
        一、税收收入|57.00
        二、非税收入|33.00
        附:税务征收|60.00
        财政征收|30.00
        = -1 0* 0* 0 0
        = G.sum 90.00 = 90.00

        The first figure of a table is a part like the others
        gov_general_public_expenditure
        label|total
        甲|11.00
        >甲一|6.00
        >甲二|4.00
        乙|5.00
        合计|16.00
        = 4 0* 0* 4* -1
        = G.sum 11.00 = 10.00 Fail, G.sum 16.00 = 16.00
        = column-sum: 甲
        = 甲 11.00, 甲一 6.00, 甲二 4.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Amounts_tell_what_signs_do_not(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
