namespace Ingest.Tests.Checks;

/// <summary>Goods with their prices and projects, and rows that stand twice.</summary>
public class GoodsListTests
{
    private const string Drawing = """
        A row that stands twice is one too many where the total holds without it
        expenditure_summary
        code|label|total|basic|project
        |合计|100.00|70.00|30.00
        205|教育支出|60.00|40.00|20.00
        205|教育支出|60.00|40.00|20.00
        206|科技支出|40.00|30.00|10.00
        = -1 0* 0* 0*
        = S3.row 100.00 = 100.00, S3.row 60.00 = 60.00, S3.row 60.00 = 60.00, S3.row 40.00 = 40.00, S3.tree 100.00 = 160.00 Fail, S3.tree 70.00 = 110.00 Fail, S3.tree 30.00 = 50.00 Fail
        = duplicated-row: 205-教育支出
        = 教育支出 60.00, 教育支出 40.00, 教育支出 20.00

        Two rows alike and one total of one of them
        expenditure_summary
        code|label|total
        |合计|60.00
        205|教育支出|60.00
        205|教育支出|60.00
        = -1 0* 0*
        = S3.tree 60.00 = 120.00 Fail
        = duplicated-row: 205-教育支出
        = 教育支出 60.00

        Rows of the same figure and other names are not the same row
        expenditure_summary
        code|label|total
        |合计|100.00
        205|教育支出|60.00
        207|文化支出|60.00
        206|科技支出|40.00
        = -1 0* 0* 0*
        = S3.tree 100.00 = 160.00 Fail
        = column-sum: 合计
        = 合计 100.00, 教育支出 60.00, 文化支出 60.00, 科技支出 40.00

        Quantity before price before amount, whatever comes first
        government_procurement
        quantity|unit_price|amount|label
        3|20.00|60.00|打印机
        2|45.00|100.00|电脑
        = -1* -1*
        = S10.qxp 60.00 = 60.00, S10.qxp 100.00 = 90.00 Fail
        = quantity-times-price: 电脑
        = 电脑 100.00

        Numbers of unlike things need no total
        government_procurement procurement
        code|label|quantity|total
        |合计||160.00
        A02010105|打印机|3|60.00
        A02010106|电脑|2|100.00
        = -1 0* 0*
        = S10.tree 160.00 = 160.00

        A total of numbers that is printed must close
        government_procurement procurement
        code|label|quantity|total
        |合计|4|160.00
        A02010105|打印机|3|60.00
        A02010106|电脑|2|100.00
        = -1 0* 0*
        = S10.tree 4.00 = 5.00 Fail, S10.tree 160.00 = 160.00
        = column-sum: 合计
        = 合计 4, 打印机 3, 电脑 2

        Price before quantity, and one in the total
        government_procurement
        unit_price|quantity|amount|label
        65.00|5|160.00|合计
        20.00|3|60.00|打印机
        50.00|2|100.00|电脑
        = -1 0* 0*
        = S10.tree 5.00 = 5.00, S10.tree 160.00 = 160.00, S10.qxp 60.00 = 60.00, S10.qxp 100.00 = 100.00
        = meaningless-total: 合计
        = 合计 65.00

        Amount first
        government_procurement
        amount|unit_price|quantity|label
        61.00|20.00|3|打印机
        100.00|50.00|2|电脑
        = -1* -1*
        = S10.qxp 61.00 = 60.00 Fail, S10.qxp 100.00 = 100.00
        = quantity-times-price: 打印机
        = 打印机 61.00

        A kind of goods above its parts has a price of its own
        government_procurement procurement
        code|label|quantity|unit_price|amount
        |合计|3||150.00
        A02|电脑|3|50.00|150.00
        A0201|笔记本|1|50.00|50.00
        A0202|台式机|2|50.00|100.00
        = -1 0 1* 1*
        = S10.tree 3.00 = 3.00, S10.tree 150.00 = 150.00, S10.tree 3.00 = 3.00, S10.tree 150.00 = 150.00, S10.qxp 50.00 = 50.00, S10.qxp 100.00 = 100.00

        A kind of goods above its parts has no sum of their prices
        government_procurement procurement
        code|label|quantity|unit_price|amount
        |合计|3||140.00
        A02|电脑|3|90.00|140.00
        A0201|笔记本|1|40.00|40.00
        A0202|台式机|2|50.00|100.00
        = -1 0 1* 1*
        = S10.tree 3.00 = 3.00, S10.tree 140.00 = 140.00, S10.tree 3.00 = 3.00, S10.tree 140.00 = 140.00, S10.qxp 40.00 = 40.00, S10.qxp 100.00 = 100.00
        = meaningless-total: A02-电脑
        = 电脑 90.00

        Goods without number, price or amount multiply to nothing
        government_procurement
        label|quantity|unit_price|amount
        打印机|~|20.00|60.00
        复印纸|0|20.00|60.00
        电脑|2|~|100.00
        硒鼓|2||100.00
        桌子|2|50.00|
        椅子|2|50.00|101.00
        = -1* -1* -1* -1* -1* -1*
        = S10.qxp 101.00 = 100.00 Fail
        = quantity-times-price: 椅子
        = 椅子 101.00

        A quantity may have decimals
        purchased_services
        label|quantity|unit_price|amount
        保洁|1.5|20.00|30.00
        绿化|2.25|20.00|46.00
        = -1* -1*
        = S10.qxp 30.00 = 30.00, S10.qxp 46.00 = 45.00 Fail
        = quantity-times-price: 绿化
        = 绿化 46.00

        A price that was rounded is so for each piece
        government_procurement 万元
        label|quantity|unit_price|amount
        打印机|30|0.33|10.05
        电脑|30|0.33|10.06
        = -1* -1*
        = S10.qxp 100500.00 = 99000.00, S10.qxp 100600.00 = 99000.00 Fail
        = quantity-times-price: 电脑
        = 电脑 10.06

        A part is no larger than its whole by more than both were rounded
        government_procurement 万元
        sme|amount|label
        60.01|60.00|打印机
        70.02|70.00|电脑
        |30.00|复印纸
        0.00|0.00|桌子
        = -1* -1* -1* -1*
        = S10.sub 600100.00 = 600000.00, S10.sub 700200.00 = 700000.00 Fail
        = part-exceeds-whole: 电脑
        = 电脑 70.02

        For very small enterprises alone is part of the amount
        government_procurement
        label|amount|micro
        打印机|60.00|61.00
        = -1*
        = S10.sub 61.00 = 60.00 Fail
        = part-exceeds-whole: 打印机
        = 打印机 61.00

        Numbers of pieces are no money
        project_expenditure
        label|quantity|total
        合计|3|30.00
        甲|1|10.00
        乙|1|20.00
        = -1 0* 0*
        = S9.tree 30.00 = 30.00

        Travel, guests and cars alone in another table
        general_public_budget_expenditure_economic
        label|total
        合计|20.00
        因公出国(境)费用|5.00
        公务接待费|5.00
        公务用车运行维护费|10.00
        = -1 0* 0* 0*
        = S3.tree 20.00 = 20.00

        A row that stands twice at the head of its table
        expenditure_summary
        code|label|total
        205|教育支出|60.00
        205|教育支出|60.00
        206|科技支出|40.00
        |合计|100.00
        = -1* 3* 3* -1
        = S3.tree 100.00 = 100.00

        Services are bought by the piece as goods are
        purchased_services
        label|quantity|unit_price|amount
        合计|5||110.00
        保洁|3|20.00|60.00
        绿化|2|25.00|50.00
        = -1 0* 0*
        = S10.tree 5.00 = 5.00, S10.tree 110.00 = 110.00, S10.qxp 60.00 = 60.00, S10.qxp 50.00 = 50.00

        A line names its project by code, whatever its name there
        project_expenditure project
        code|label|total
        |合计|100.00
        42010722121T000000100|政务网运行|60.00
        42010722121T000000101|办公设备|40.00
        &
        government_procurement
        text:项目|label|amount
        42010722121T000000100-政务网|打印机|30.00
        42010722121T000000101|电脑|50.00
        = -1 0* 0* -1* -1*
        = S9.tree 100.00 = 100.00, X9 60.00 = 30.00, X9 40.00 = 50.00 Fail
        = part-exceeds-whole: 42010722121T000000101-办公设备

        A line of a total is no line of its project
        project_expenditure
        label|total
        合计|100.00
        政务网运行|60.00
        办公设备|40.00
        &
        government_procurement
        text:项目|label|amount
        办公设备|电脑|30.00
        办公设备|合计|30.00
        政务网运行|打印机|61.00
        = -1 0* 0* 1* -1 -1*
        = S9.tree 100.00 = 100.00, S10.tree 30.00 = 30.00, X9 40.00 = 30.00, X9 60.00 = 61.00 Fail
        = part-exceeds-whole: 政务网运行

        A price is wrong where the amounts add up
        government_procurement
        label|quantity|unit_price|amount
        合计|3.5||60.00
        打印机|1.5|25.00|30.00
        电脑|2|15.00|30.00
        = -1 0* 0*
        = S10.tree 3.50 = 3.50, S10.tree 60.00 = 60.00, S10.qxp 30.00 = 37.50 Fail, S10.qxp 30.00 = 30.00
        = quantity-times-price: 打印机
        = 打印机 25.00, 打印机 30.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Lines_make_what_they_say(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
