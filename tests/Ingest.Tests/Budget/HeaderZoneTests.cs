namespace Ingest.Tests.Budget;

/// <summary>Rows inside a grid that stand above its header.</summary>
public class HeaderZoneTests
{
    private const string Header = """
        项目名称 | 预算金额 | 其中:财政资金
        合计 | 5.00 | 4.00
        办公设备 | 5.00 | 4.00
        """;

    private static string[] Paths(string first, string header = Header) => [.. DrawnTable.One(first + "\n" + header, "政府采购预算表\n单位:万元").Columns.Select(static c => c.Path)];

    [Theory]
    [InlineData("常委会办公厅{1,3}")]
    [InlineData("金位:元{1,3}")]
    [InlineData("507-某市某局 | 万元{1,2}")]
    [InlineData("部门:某局{1,2} | 单位:万元")]
    [InlineData("部门:某局 | 2024年 | 单位:万元")]
    [InlineData("某局政府采购预算表部门(单位):某局{1,2} | 公开01表")]
    public void What_stands_over_all_columns_or_beside_a_unit_is_no_header(string first) => Assert.Equal(["项目名称", "预算金额", "其中:财政资金"], Paths(first));

    [Theory]
    [InlineData("采购金额{1,3}", "采购金额/预算金额")]
    [InlineData("采购计划{1,2} | 某基金", "采购计划/预算金额")]
    [InlineData("采购计划 | 2024年{1,2}", "2024年/预算金额")]
    public void Headers_are_no_titles(string first, string path) => Assert.Equal(path, Paths(first)[1]);

    /// <summary>The line of the department beside a group is no group.</summary>
    [Fact]
    public void The_line_of_a_department_is_no_header_of_columns() => Assert.Equal(["项目名称", "预算金额", "上年结转/其中:财政资金"], Paths("部门:某局{1,2} | 上年结转"));

    /// <summary>The numbers of columns stand on the next page too; without their name they may be figures.</summary>
    [Theory]
    [InlineData("栏次 | 1 | 2", 2)]
    [InlineData("栏次 | 1 | 9", 3)]
    [InlineData("其他 | 1 | 2", 3)]
    public void Numbers_of_columns_are_no_row_of_figures(string row, int rows) => Assert.Equal(rows, DrawnTable.One($"""
        {Header}
        {row}
        """, "政府采购预算表\n单位:万元").Rows.Length);

    /// <summary>What stands right over the body is its header, whatever it says.</summary>
    [Fact]
    public void A_text_over_all_columns_right_above_the_body_stays() => Assert.All(Paths("常委会办公厅{1,3}", """
        合计 | 5.00 | 4.00
        办公设备 | 5.00 | 4.00
        """), static p => Assert.Equal("常委会办公厅", p));

    [Fact]
    public void Marks_of_notes_are_no_part_of_a_header() => Assert.Equal(["项目名称", "预算金额"], Paths("项目名称** | 预算金额**", """
        合计 | 5.00
        办公设备 | 5.00
        """));

    /// <summary>What stands in brackets below a header of one column is its end; below a group it is none.</summary>
    [Theory]
    [InlineData("项目名称 | 预算金额 | 其中\n | (元) | (元)", "预算金额(元)")]
    [InlineData("项目名称{2,1} | 预算金额{1,2}\n(一般) | (其他)", "预算金额/(一般)")]
    public void Brackets_below_a_header_are_its_end(string header, string path) => Assert.Equal(path, Paths(header, """
        合计 | 5.00 | 4.00
        办公设备 | 5.00 | 4.00
        """)[1]);
}
