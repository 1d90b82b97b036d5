namespace Ingest.Tests.Checks;

/// <summary>Rows that were printed on another level than they are of, beside lists that do not close.</summary>
public class MisplacedListTests
{
    private const string Drawing = """
        Carry-over behind the first number of a list is its last part where it lacks it
        gov_general_public_local_expenditure
        label|total
        >(一)其他方面支出|13.00
        >>上解中央支出|3.00
        >>安排预算稳定调节基金|5.00
        >>结转下年支出|5.00
        >(二)债务还本支出|7.00
        支出总计|20.00
        = 5 0* 0* 0* 5* -1
        = G.sum 13.00 = 13.00, G.sum 20.00 = 20.00

        A row set in for no reason is a line of the list where all columns close so
        gov_general_public_transfers
        label|total|unknown|unknown
        支出合计|100.00|50.00|20.00
        甲|60.00|30.00|10.00
        >乙|10.00||
        丙|30.00|20.00|10.00
        = -1 0* 0* 0*
        = G.sum 100.00 = 100.00, G.sum 50.00 = 50.00, G.sum 20.00 = 20.00

        Rows by the dozen that were not set in are of the class before, though another class has a slip
        gov_general_public_expenditure
        label|total
        支出合计|91.37
        >教育支出|30.13
        >>普通教育|20.00
        >>职业教育|11.13
        >农林水支出|41.11
        >>农业|20.01
        >水利|7.02
        >林业|6.03
        >扶贫|4.01
        >开发|3.02
        >普惠|1.02
        >交通支出|20.13
        = -1 0 1* 1* 0 4* 4* 4* 4* 4* 4* 0*
        = G.sum 91.37 = 91.37, G.sum 30.13 = 31.13 Fail, G.sum 41.11 = 41.11
        = column-sum: 教育支出
        = 教育支出 30.13, 普通教育 20.00, 职业教育 11.13

        Rows that were not set in, some with rows below them that are set in for no reason
        gov_general_public_expenditure
        label|total
        支出合计|91.37
        >教育支出|30.13
        >>普通教育|20.00
        >>职业教育|11.13
        >农林水支出|41.11
        >>农业|20.01
        >水利|7.02
        >>林业|6.03
        >扶贫|4.01
        >>开发|3.02
        >普惠|1.02
        >交通支出|20.13
        = -1 0 1* 1* 0 4* 4* 4* 4* 4* 4* 0*
        = G.sum 91.37 = 91.37, G.sum 30.13 = 31.13 Fail, G.sum 41.11 = 41.11
        = column-sum: 教育支出
        = 教育支出 30.13, 普通教育 20.00, 职业教育 11.13

        Last rows without indents that a list closes without are of the list around it
        gov_general_public_expenditure
        label|total
        一、教育|10.00
        普通|6.00
        职业|4.00
        成人|5.00
        二、科技|3.00
        合计|20.00
        = 5 0* 0* 5* 5* -1
        = G.sum 10.00 = 10.00, G.sum 20.00 = 18.00 Fail
        = column-sum: 合计
        = 成人 5.00, 二、科技 3.00, 合计 20.00

        Rows with lists of their own that were not set in are of the class before
        gov_general_public_expenditure
        label|total
        支出合计|91.37
        >教育支出|30.13
        >>普通教育|20.00
        >>职业教育|11.13
        >农林水支出|41.11
        >>农业|20.01
        >水利|7.02
        >>移民|3.01
        >>工程|4.01
        >林业|6.03
        >扶贫|4.01
        >开发|3.02
        >普惠|1.02
        >交通支出|20.13
        = -1 0 1* 1* 0 4* 4 6* 6* 4* 4* 4* 4* 0*
        = G.sum 91.37 = 91.37, G.sum 30.13 = 31.13 Fail, G.sum 41.11 = 41.11, G.sum 7.02 = 7.02
        = column-sum: 教育支出
        = 教育支出 30.13, 普通教育 20.00, 职业教育 11.13

        One row too many beside a class is told
        gov_general_public_expenditure
        label|prior|total
        科学技术支出|61.00|75.00
        >管理事务|20.00|25.00
        >基础研究|30.00|32.00
        >机构运行|5.00|6.00
        >应用研究|11.00|18.00
        = -1 0* 0* 0* 0*
        = G.sum 61.00 = 66.00 Fail, G.sum 75.00 = 81.00 Fail
        = column-sum: 科学技术支出
        = 科学技术支出 61.00, 科学技术支出 75.00, 管理事务 20.00, 管理事务 25.00, 基础研究 30.00, 基础研究 32.00, 机构运行 5.00, 机构运行 6.00, 应用研究 11.00, 应用研究 18.00

        Rows too many beside a class whose list is complete are told
        gov_general_public_expenditure
        label|prior|total
        科学技术支出|61.00|75.00
        >管理事务|20.00|25.00
        >基础研究|30.00|32.00
        >>自然科学|18.00|21.00
        >>社会科学|12.00|11.00
        >机构运行|5.00|6.00
        >其他|4.00|6.00
        >应用研究|11.00|18.00
        = -1 0* 0 2* 2* 0* 0* 0*
        = G.sum 61.00 = 70.00 Fail, G.sum 75.00 = 87.00 Fail, G.sum 30.00 = 30.00, G.sum 32.00 = 32.00
        = column-sum: 科学技术支出
        = 科学技术支出 61.00, 科学技术支出 75.00, 管理事务 20.00, 管理事务 25.00, 机构运行 5.00, 机构运行 6.00, 其他 4.00, 其他 6.00, 应用研究 11.00, 应用研究 18.00

        What is printed where the row above says 0 is no part of it
        gov_general_public_transfers
        code|label|total|unknown|unknown
        |合计|5500.00|4600.00|900.00
        208|社会保障和就业|5500.00|4600.00|900.00
        20807|就业补助|4600.00|4600.00|0.00
        2080701|就业服务补贴|800.00|0.00|800.00
        2081107|残疾人补贴|100.00|0.00|100.00
        = -1 0 1* 1* 1*
        = S3.tree 5500.00 = 5500.00, S3.tree 4600.00 = 4600.00, S3.tree 900.00 = 900.00, S3.tree 5500.00 = 5500.00, S3.tree 4600.00 = 4600.00, S3.tree 900.00 = 900.00

        What makes the last row of a list that closes before is part of that row
        project_expenditure
        label|total|current.general_public
        合计|100.00|50.00
        基本支出|60.00|20.00
        项目支出|40.00|30.00
        路灯维护|25.00|20.00
        绿化养护|15.00|10.00
        = -1 0* 0 2* 2*
        = S9.tree 100.00 = 100.00, S9.tree 50.00 = 50.00, S9.tree 40.00 = 40.00, S9.tree 30.00 = 30.00

        What makes the last row of a list on two levels is part of that row
        project_expenditure
        label|total
        合计|100.00
        基本支出|60.00
        项目支出|40.00
        某中心|40.00
        路灯维护|25.00
        绿化养护|15.00
        = -1 0* 0 2 3* 3*
        = S9.tree 100.00 = 100.00, S9.tree 40.00 = 40.00, S9.tree 40.00 = 40.00

        What does not make the last row of a list that closes before is no part of it
        project_expenditure
        label|total
        合计|100.00
        基本支出|60.00
        项目支出|40.00
        路灯维护|25.00
        绿化养护|16.00
        = -1 0* 0* -1* -1*
        = S9.tree 100.00 = 100.00

        What makes the last row of a list before another list is part of that row
        gov_general_public_balance
        label|total
        收入合计|100.00
        本级收入|60.00
        上级补助|40.00
        一般补助|25.00
        专项补助|15.00
        支出合计|90.00
        教育支出|50.00
        科技支出|40.00
        = -1 0* 0 2* 2* -1 5* 5*
        = G.sum 100.00 = 100.00, G.sum 40.00 = 40.00, G.sum 90.00 = 90.00

        Carry-over behind the only part of a number is the last part of that where it lacks it
        gov_general_public_local_expenditure
        label|total
        一、本级支出|20.00
        >教育支出|12.00
        >科技支出|8.00
        二、转移性支出|13.00
        (一)其他方面支出|13.00
        >>上解中央支出|3.00
        >>安排预算稳定调节基金|5.00
        >>结转下年支出|5.00
        三、债务还本支出|7.00
        支出总计|40.00
        = 9 0* 0* 9 3 4* 4* 4* 9* -1
        = G.sum 20.00 = 20.00, G.sum 13.00 = 13.00, G.sum 13.00 = 13.00, G.sum 40.00 = 40.00

        What the year leaves over is part of what all years do
        gov_social_insurance_expenditure
        label|total
        一、待遇支出|50.00
        二、其他支出|10.00
        三、本年支出合计|60.00
        四、本年收支结余|-1.00
        五、年末滚存结余|105.00
        总计|165.00
        = 2* 2* 5 4 5* -1
        = G.sum 60.00 = 60.00, G.sum 165.00 = 165.00

        A list may go on behind the first number of a table
        gov_general_public_balance
        label|total
        二、转移性收入|10.00
        返还性收入|1.00
        上年结转收入|9.00
        三、债务收入|5.00
        = -1 0* 0* -1*
        = G.sum 10.00 = 10.00

        Four rows that a list closes without are of the list around it
        gov_general_public_expenditure
        label|total
        一、教育|10.00
        普通|6.00
        职业|4.00
        成人|5.00
        特殊|6.00
        进修|7.00
        其他|8.00
        二、科技|3.00
        合计|40.00
        = 8 0* 0* 8* 8* 8* 8* 8* -1
        = G.sum 10.00 = 10.00, G.sum 40.00 = 39.00 Fail
        = column-sum: 合计
        = 成人 5.00, 特殊 6.00, 进修 7.00, 其他 8.00, 二、科技 3.00, 合计 40.00

        A list around rows of two levels is told by amounts, though a total stands within it
        gov_general_public_transfers
        label|total
        支出合计|100.00
        教育|60.00
        普通教育|35.00
        职业教育|25.00
        科技小计|40.00
        基础研究|22.00
        应用研究|18.00
        = -1 0 1* 1* 0 4* 4*
        = G.sum 100.00 = 100.00, G.sum 60.00 = 60.00, G.sum 40.00 = 40.00

        Of a wrong total, the rows before it are its own where totals stand below
        gov_general_public_balance
        label|total
        甲|10.00
        乙|5.00
        收入小计|15.00
        丙|8.00
        丁|4.00
        支出小计|13.00
        备用|2.00
        = 2* 2* -1 5* 5* -1 -1*
        = G.sum 15.00 = 15.00, G.sum 13.00 = 12.00 Fail
        = column-sum: 支出小计
        = 丙 8.00, 丁 4.00, 支出小计 13.00

        Of a wrong total alone, the rows before it are its own
        gov_general_public_balance
        label|total
        丙|8.00
        丁|4.00
        支出小计|13.00
        备用|2.00
        = 2* 2* -1 -1*
        = G.sum 13.00 = 12.00 Fail
        = column-sum: 支出小计
        = 丙 8.00, 丁 4.00, 支出小计 13.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Amounts_tell_where_rows_belong(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets, cells: true));
    }
}
