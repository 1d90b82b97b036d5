using Ingest.Core.Budget.Codes;

namespace Ingest.Tests.Budget;

public class CodeCatalogTests
{
    [Theory]
    [InlineData("functional", "207", 2018, "文化体育与传媒支出")]
    [InlineData("functional", "207", 2019, "文化旅游体育与传媒支出")]
    [InlineData("functional", "210", 2010, "医疗卫生支出")]
    [InlineData("functional", "210", 2016, "医疗卫生与计划生育支出")]
    [InlineData("functional", "20805", 2019, "行政事业单位离退休")]
    [InlineData("functional", "20805", 2020, "行政事业单位养老支出")]
    [InlineData("functional", "224", 2018, "")]
    [InlineData("department_economic", "30311", 2017, "住房公积金")]
    [InlineData("department_economic", "30311", 2022, "代缴社会保险费")]
    [InlineData("department_economic", "30113", 2017, "")]
    [InlineData("government_economic", "50101", 2017, "")]
    [InlineData("government_economic", "50101", 2018, "工资奖金津补贴")]
    public void A_code_has_one_name_in_a_year(string scheme, string code, int year, string name) =>
        Assert.Equal(name, string.Join('|', CodeCatalog.All()
            .Where(c => c.Scheme == scheme && c.Code == code && year >= (c.ValidFrom ?? 0) && year <= (c.ValidTo ?? 9999)).Select(c => c.Name)));

    [Fact]
    public void No_code_has_two_names_in_one_year()
    {
        var clashes = CodeCatalog.All().GroupBy(c => (c.Scheme, c.Code))
            .SelectMany(g => g.Zip(g.Skip(1)), (g, pair) => (g.Key, pair.First, pair.Second))
            .Where(p => p.First.Name != p.Second.Name && !(p.First.ValidTo < p.Second.ValidFrom));
        Assert.Empty(clashes);
    }

    [Fact]
    public void The_parent_of_a_code_is_the_code_above_it()
    {
        var names = CodeCatalog.All().ToLookup(c => c.Code);
        Assert.Equal(("20103", "201", ""), (names["2010399"].First().Parent, names["20103"].First().Parent, names["201"].First().Parent));
    }

    [Fact]
    public void Names_of_other_years_are_known_names_still()
    {
        Assert.Equal(["文化体育与传媒支出", "文化旅游体育与传媒支出"], CodeCatalog.Names("functional", "207"));
        Assert.True(CodeCatalog.IsName("department_economic", "提租补贴"));
    }

    [Fact]
    public void A_tree_of_names_without_codes_leads_to_the_codes()
    {
        var table = DrawnTable.One(
            """
            项目 | 合计 | 基本支出 | 项目支出
            统计局 | 9.00 | 5.00 | 4.00
            一般公共服务支出 | 7.00 | 5.00 | 2.00
            统计信息事务 | 7.00 | 5.00 | 2.00
            行政运行 | 7.00 | 5.00 | 2.00
            自造的一项 | 2.00 | 0.00 | 2.00
            行政运行 | 2.00 | 0.00 | 2.00
            """, "支出总表\n单位:元");
        int[] depths = [1, 1, 2, 3, 2, 3];
        table = table with { Kind = "expenditure_summary", Rows = [.. table.Rows.Select((r, i) => r with { Depth = depths[i], Code = "", CodeScheme = "" })] };
        Assert.Equal(["", "201", "20105", "2010501", "", ""], CodesByName.Of(table));
    }

    [Fact]
    public void A_table_that_prints_codes_is_left_alone()
    {
        var table = DrawnTable.One("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 5.00 | 1.00 | 4.00\n | 国防支出 | 1.00 | 1.00 | ", "支出总表\n单位:元");
        Assert.Empty(CodesByName.Of(table));
    }
}
