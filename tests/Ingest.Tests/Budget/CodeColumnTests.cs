namespace Ingest.Tests.Budget;

/// <summary>Which columns hold the codes of the rows, and what a row's code is where pages or rows show them at several places.</summary>
public class CodeColumnTests
{
    private const string Title = "一般公共预算支出表\n单位:万元";

    private static string[] Codes(string drawing) => [.. DrawnTable.One(drawing, Title).Rows.Select(static r => r.Code)];

    /// <summary>The second page shows the codes one column further right, below their header.</summary>
    [Fact]
    public void Codes_that_take_turns_in_two_columns_are_one_column() => Assert.Equal(["", "208", "20805", "2080505", "210", "21011", "2101101"], Codes("""
        预算单位 | 科目编码 | 科目名称 | 支出总计
        某局(本级) |  |  | 9.00
        208 |  | 社会保障和就业支出 | 5.00
        20805 |  | 行政事业单位养老支出 | 5.00
        2080505 |  | 机关事业单位基本养老保险缴费支出 | 5.00
         | 210 | 卫生健康支出 | 4.00
         | 21011 | 行政事业单位医疗 | 4.00
         | 2101101 | 行政单位医疗 | 4.00
        """));

    /// <summary>Of codes side by side in one row the first names it.</summary>
    [Fact]
    public void Codes_beside_each_other_are_not_one() => Assert.Equal(["301", "30101", "30102"], Codes("""
        部门经济科目编码 | 政府经济科目编码 | 科目名称 | 支出总计
        301 | 501 | 工资福利支出 | 5.00
        30101 | 50101 | 基本工资 | 3.00
        30102 | 50101 | 津贴补贴 | 2.00
        """));

    [Theory]
    [InlineData("部门经济", "30101")]
    [InlineData("金额", "")]
    public void Codes_before_names_are_codes_below_a_piece_of_a_header(string header, string code) => Assert.Equal(code, Codes($"""
        {header} | 科目名称 | 支出总计
        301 | 工资福利支出 | 5.00
        30101 | 基本工资 | 3.00
        30102 | 津贴补贴 | 2.00
        """)[1]);

    [Fact]
    public void The_header_of_classes_may_have_run_into_its_group() => Assert.Equal(["", "2080501", "2080502"], Codes("""
        科目类 | 款 | 项 | 科目名称 | 支出总计
         |  |  | 合计 | 5.00
        208 | 05 | 01 | 行政单位离退休 | 3.00
        208 | 05 | 02 | 事业单位离退休 | 2.00
        """));

    /// <summary>Figures that stand before the names of the right half are none.</summary>
    [Fact]
    public void Figures_before_names_are_no_codes() => Assert.Equal(["600.00", "500.00", "300.00"], DrawnTable.Facts("""
        项目 | 执行情况 | 项目 | 预算数
        收入 | 600 | 支出 | 500
        税收 | 300 | 教育 | 300
        其他 | 300 | 卫生 | 200
        """, "收支总表\n单位:元").Where(static f => f.Amount is not null).Select(static f => f.Amount!.Value.ToYuan()).Take(3));

    [Fact]
    public void A_header_beside_the_first_total_names_no_row() => Assert.Equal(["合计", "工资福利支出", "基本工资"], DrawnTable.One("""
        科目编码{2,1} | 科目名称{2,1} | 政府经济科目名称 | 支出总计
        合计 | 5.00
        301 | 工资福利支出 |  | 5.00
        30101 | 基本工资 | 工资奖金津补贴 | 5.00
        """, Title).Rows.Select(static r => r.Label));
}
