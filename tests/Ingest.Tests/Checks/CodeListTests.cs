namespace Ingest.Tests.Checks;

/// <summary>Lists of offices, projects and goods, and what is told where no levels can be.</summary>
public class CodeListTests
{
    private const string Drawing = """
        Offices with codes of one digit stand above departments
        expenditure_summary unit
        code|label|total
        |合计|30.00
        1|行政科|20.00
        101|甲局|12.00
        101001|甲局本级|12.00
        102|乙局|8.00
        2|教科科|10.00
        201|丙局|10.00
        = -1 0 1 2* 1* 0 5*
        = S2.tree 30.00 = 30.00, S2.tree 20.00 = 20.00, S2.tree 12.00 = 12.00, S2.tree 10.00 = 10.00

        Projects stand below their category and hold no other
        project_expenditure project
        code|label|total
        |合计|30.00
        11|人员类|20.00
        1101|甲|12.00
        1102|乙|8.00
        22|运转类|10.00
        2201|丙|10.00
        = -1 0 1* 1* 0 4*
        = S9.tree 30.00 = 30.00, S9.tree 20.00 = 20.00, S9.tree 10.00 = 10.00

        Rows that are the first of them over and over stand on several levels
        gov_general_public_transfers
        label|total
        某县|50.00
        甲|30.00
        乙|12.00
        丙|8.00
        丁|28.00
        戊|22.00
        = -1* -1* -1* -1* -1* -1*
        = leaves-total: 某县

        One kind of goods above its parts is a line, not a sum of prices
        government_procurement
        label|quantity|unit_price|amount
        合计|5||150.00
        电脑|3|50.00|150.00
        笔记本|1|50.00|50.00
        台式机|2|50.00|100.00
        = -1 0* 0* 0*
        = S10.tree 5.00 = 6.00 NotApplicable, S10.tree 150.00 = 300.00 NotApplicable, S10.qxp 150.00 = 150.00, S10.qxp 50.00 = 50.00, S10.qxp 100.00 = 100.00
        = leaves-total: 合计

        Classes of two economic classifications stand beside each other
        general_public_budget_expenditure_economic own
        code|label|total
        |合计|50.00
        301|工资福利支出|30.00
        30101|基本工资|20.00
        30102|津贴补贴|10.00
        505|对事业单位经常性补助|20.00
        50501|工资福利支出|12.00
        50502|商品和服务支出|8.00
        = -1 0 1* 1* 0 4* 4*
        = S6.tree 50.00 = 50.00, S6.tree 30.00 = 30.00, S6.tree 20.00 = 20.00

        An economic code below a function is what it is spent on
        expenditure_summary own
        code|label|total
        |合计|50.00
        2050201|学前教育|30.00
        30101|基本工资|20.00
        30201|办公费|10.00
        2050202|小学教育|20.00
        30101|基本工资|15.00
        30201|办公费|5.00
        = -1 0 1* 1* 0 4* 4*
        = S3.tree 50.00 = 50.00, S6.tree 30.00 = 30.00, S6.tree 20.00 = 20.00

        Offices with codes of two digits stand above departments
        expenditure_summary unit
        code|label|total
        |合计|31.00
        03|行政文教科|20.00
        101|甲局|12.00
        102|乙局|8.00
        12|农业科|11.00
        201|丙局|11.00
        = -1 0 1* 1* 0 4*
        = S2.tree 31.00 = 31.00, S2.tree 20.00 = 20.00, S2.tree 11.00 = 11.00

        A body above its codes and what they are spent on is their total
        expenditure_summary
        code|label|total
        |某局|9.00
        201|一般公共服务支出|5.00
        |办公费|3.00
        |印刷费|2.00
        208|社会保障支出|4.00
        = -1 0 1* 1* 0*
        = S3.tree 9.00 = 9.00, S3.tree 5.00 = 5.00

        A body above its one code is its total
        expenditure_summary
        code|label|total
        |某局|5.00
        201|一般公共服务支出|5.00
        |办公费|3.00
        |印刷费|2.00
        = -1 0 1* 1*
        = S3.tree 5.00 = 5.00, S3.tree 5.00 = 5.00

        A body above codes that do not make it is no total
        expenditure_summary
        code|label|total
        |某局|10.00
        201|一般公共服务支出|5.00
        |办公费|3.00
        |印刷费|2.00
        208|社会保障支出|4.00
        = -1* -1 1* 1* -1*
        = S3.tree 5.00 = 5.00

        An economic class below a class of functions is what it is spent on
        expenditure_summary own
        code|label|total
        |合计|50.00
        205|教育支出|30.00
        301|工资福利支出|20.00
        302|商品和服务支出|10.00
        206|科技支出|20.00
        301|工资福利支出|15.00
        302|商品和服务支出|5.00
        = -1 0 1* 1* 0 4* 4*
        = S3.tree 50.00 = 50.00, S6.tree 30.00 = 30.00, S6.tree 20.00 = 20.00
        """;

    public static TheoryData<string> Lists => [.. DrawnLists.Of(Drawing).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Rows_are_part_of_what_their_codes_and_kinds_tell(string list)
    {
        var (_, sheets, told) = DrawnLists.Of(Drawing).Single(l => l.Name == list);
        Assert.Equal(told, DrawnLists.Tell(sheets));
    }
}
