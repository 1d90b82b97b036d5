using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class TableTyperTests
{
    private const string General = """
        科目编码{2,1} | 科目名称{2,1} | 合计{2,1} | 基本支出{1,3} | 项目支出{2,1}
        小计 | 人员经费 | 公用经费
         | 合计 | 13,214,710.41 | 4,333,910.41 | 4,029,350.41 | 304,560.00 | 8,880,800.00
        201 | 一般公共服务支出 | 12,145,480.25 | 3,264,680.25 | 2,960,120.25 | 304,560.00 | 8,880,800.00
        20103 | 政府办公厅(室)及相关机构事务 | 12,037,480.25 | 3,156,680.25 | 2,960,120.25 | 196,560.00 | 8,880,800.00
        2010350 | 事业运行 | 3,156,680.25 | 3,156,680.25 | 2,960,120.25 | 196,560.00 | 0.00
        """;

    [Fact]
    public void Types_a_table_by_title_headers_and_codes_and_keys_its_columns()
    {
        var table = DrawnTable.One(General, "表5.青山区大数据中心2023年一般公共预算支出表\n单位:元");
        Assert.Equal("general_public_budget_expenditure", table.Kind);
        Assert.Equal(2, table.HeaderRows);
        Assert.Equal((Unit.Yuan, UnitSource.Own), (table.Unit, table.UnitSource));
        Assert.Equal(["", "", "total", "basic", "basic.personnel", "basic.operating", "project"], table.Columns.Select(c => c.Key ?? ""));
        Assert.Equal("基本支出/人员经费", table.Columns[4].Path);
        Assert.Equal([(0, true, false), (1, false, false), (2, false, false), (3, false, true)], table.Rows.Select(r => (r.Depth, r.IsTotal, r.IsLeaf)));
        Assert.All(table.Rows.Skip(1), r => Assert.Equal("functional", r.CodeScheme));
        Assert.NotEmpty(table.Reasons);
    }

    [Theory]
    [InlineData("201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00", "general_public_budget_expenditure")]
    [InlineData("301 | 工资福利支出 | 5.00 | 3.00 | 2.00", "general_public_budget_expenditure_economic")]
    [InlineData("50101 | 工资奖金津补贴 | 5.00 | 3.00 | 2.00", "general_public_budget_expenditure_economic")]
    public void Decides_by_the_codes_where_one_title_is_used_by_function_and_by_economy(string row, string kind)
    {
        var table = DrawnTable.One("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n" + row, "一般公共预算支出明细表\n单位:万元");
        Assert.Equal(kind, table.Kind);
    }

    [Theory]
    [InlineData("收入支出决算总表", "", "final_revenue_expenditure_summary")]
    [InlineData("2026年部门综合预算收支总表", "", "revenue_expenditure_summary")]
    [InlineData("财务收支预算总表", "", "revenue_expenditure_summary")]
    [InlineData("收支总表", "某县司法局2025年度部门决算", "final_revenue_expenditure_summary")]
    public void Takes_the_phase_from_the_title_or_else_from_the_document(string title, string heading, string kind)
    {
        var table = DrawnTable.Of(
            """
            收入{1,2} | 支出{1,2}
            项目 | 金额 | 项目 | 金额
            一、一般公共预算拨款收入 | 10.00 | 一、一般公共服务支出 | 9.00
            二、事业收入 | 2.00 | 二、教育支出 | 3.00
            三、其他收入 | 0.00 | 三、住房保障支出 | 0.00
            本年收入合计 | 12.00 | 本年支出合计 | 12.00
            """, title + "\n单位:万元");
        Assert.Equal(kind, Assert.Single(DrawnTable.Type(heading, table).Value).Kind);
    }

    [Fact]
    public void Splits_a_two_sided_table_into_halves_with_names_of_their_own()
    {
        var table = DrawnTable.One(
            """
            收入{1,2} | 支出{1,4}
            项目{2,1} | 预算数{2,1} | 项目{2,1} | 预算数{1,3}
            合计 | 一般公共预算 | 政府性基金预算
            一、一般公共预算收入 | 41,966.15 | 一、一般公共服务支出 |  |  |
            二、政府性基金预算收入 | 3,806.19 | 二、教育支出 | 19,804.44 | 19,804.44 |
             |  | 三、城乡社区支出 | 25,967.90 | 22,161.71 | 3,806.19
            收入总计 | 45,772.34 | 支出总计 | 45,772.34 | 41,966.15 | 3,806.19
            """, "财政拨款收支总体情况表\n单位:万元");
        Assert.Equal("fiscal_appropriation_summary", table.Kind);
        Assert.Equal(["", "income.total", "", "expenditure.total", "expenditure.general_public", "expenditure.government_fund"], table.Columns.Select(c => c.Key ?? ""));
        Assert.Equal(["一、一般公共预算收入", "二、政府性基金预算收入", "收入总计"], table.Rows.Where(r => r.Block == 0).Select(r => r.Label));
        Assert.Equal("三、城乡社区支出", Assert.Single(table.Rows, r => r.Row == 5).Label);
    }

    [Fact]
    public void Joins_a_code_split_over_columns_and_carries_the_upper_parts_down()
    {
        var table = DrawnTable.One(
            """
            科目编码{1,3} | 科目名称{2,1} | 合计{2,1} | 基本支出{2,1} | 项目支出{2,1}
            类 | 款 | 项
            212 |  |  | 城乡社区支出 | 12,654.97 | 1.00 | 2.00
             | 01 |  | 城乡社区管理事务 | 7,788.78 | 1.00 | 2.00
             |  | 06 | 工程建设管理 | 4,398.38 | 1.00 | 2.00
            213 | 02 | 99 | 其他林业和草原支出 | 5.00 | 1.00 | 2.00
            合计{1,4} | 12,659.97 | 1.00 | 2.00
            """, "支出总体情况表\n单位:万元");
        Assert.Equal(["212", "21201", "2120106", "2130299", ""], table.Rows.Select(r => r.Code));
        Assert.True(table.Rows[^1].IsTotal);
    }

    [Fact]
    public void Takes_the_code_out_of_a_cell_that_holds_code_and_name()
    {
        var table = DrawnTable.One(
            """
            功能分类科目 | 合计 | 基本支出 | 项目支出
            208-社会保障和就业支出 | 5.00 | 5.00 | 0.00
            [20805]行政事业单位养老支出 | 5.00 | 5.00 | 0.00
            2080501行政单位离退休 | 5.00 | 5.00 | 0.00
            """, "支出总表\n单位:万元");
        Assert.Equal([("208", "社会保障和就业支出"), ("20805", "行政事业单位养老支出"), ("2080501", "行政单位离退休")], table.Rows.Select(r => (r.Code, r.Label)));
    }

    [Fact]
    public void Reads_three_digits_as_unit_or_class_by_what_stands_with_them()
    {
        var table = DrawnTable.One(
            """
            单位代码 | 单位名称 | 合计 | 一般公共预算 | 事业收入 | 上级补助收入
             | 合计 | 9.00 | 9.00 | 0.00 | 0.00
            208 | 某市民政局 | 9.00 | 9.00 | 0.00 | 0.00
            208001 | 某市民政局本级 | 9.00 | 9.00 | 0.00 | 0.00
            """, "收入总表\n单位:万元");
        Assert.Equal(["", "unit", "unit"], table.Rows.Select(r => r.CodeScheme));
    }

    [Fact]
    public void Drops_numbering_rows_from_header_paths()
    {
        var table = DrawnTable.One(
            """
            项目{1,2} | 本年支出合计{2,1} | 基本支出{2,1} | 项目支出{2,1}
            功能分类科目编码 | 科目名称
            栏次{1,2} | 1 | 2 | 3
            合计{1,2} |  |  |
             |  |  |  |
            """, "公开09表\n国有资本经营预算支出预算表\n单位:万元");
        Assert.Equal("state_capital_expenditure", table.Kind);
        Assert.Equal(3, table.HeaderRows);
        Assert.Equal("本年支出合计", table.Columns[2].Path);
        Assert.True(table.DeclaredEmpty);
    }

    [Fact]
    public void Finds_title_and_unit_inside_the_ruled_grid()
    {
        var table = DrawnTable.One(
            """
            公开03表{1,4}
            支出总表{1,4}
            部门:某市水利局{1,2} | 单位:万元{1,2}
            科目编码 | 科目名称 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 1.00 | 2.00
            """, "");
        Assert.Equal(("expenditure_summary", 4, Unit.TenThousand), (table.Kind, table.HeaderRows, table.Unit));
    }

    [Fact]
    public void Names_each_line_of_a_unit_that_stands_only_in_the_first()
    {
        var table = DrawnTable.One(
            """
            预算单位{2,1} | 年度{2,1} | 总计{2,1} | 因公出国(境)费{2,1} | 公务接待费{2,1} | 公务用车购置及运行维护费{1,2}
            公务用车购置费 | 公务用车运行维护费
            某市民政局(本级) | 2025年 | 33.00 | 0.00 | 15.00 | 12.00 | 6.00
             | 2026年 | 66.00 | 46.80 | 15.00 | 0.00 | 4.20
             | 增减变化金额 | 33.00 | 46.80 | 0.00 | -12.00 | -1.80
            """, "财政拨款“三公”经费支出表\n单位:万元");
        Assert.Equal(["某市民政局(本级)/2025年", "某市民政局(本级)/2026年", "某市民政局(本级)/增减变化金额"], table.Rows.Select(r => r.Label));
        Assert.Equal(["", "", "total", "abroad", "reception", "car.purchase", "car.operation"], table.Columns.Select(c => c.Key ?? ""));
    }

    /// <summary>A title that is too long for its width goes on in type of its size, over three lines at most; what ends with 表 is a title of its own.</summary>
    [Theory]
    [InlineData("公开06表一般公共预\n算基本支出经济分类情\n况表", "公开06表一般公共预算基本支出经济分类情况表")]
    [InlineData("一般公共预算\n基本支出表", "一般公共预算基本支出表")]
    [InlineData("部门支出总表\n一般公共预算\n基本支出表", "一般公共预算基本支出表")]
    public void A_title_may_run_over_lines(string caption, string title)
    {
        var table = DrawnTable.One("科目编码 | 科目名称 | 合计\n301 | 工资福利支出 | 9.00\n30101 | 基本工资 | 9.00", caption + "\n单位:万元");
        Assert.Equal(("general_public_budget_basic_expenditure", title), (table.Kind, table.Title));
    }

    [Fact]
    public void Types_a_table_without_title_by_what_it_shows()
    {
        var table = DrawnTable.One(
            """
            科目编码 | 科目名称 | 总计 | 事业收入 | 上级补助收入 | 附属单位上缴收入 | 其他收入
            208 | 社会保障和就业支出 | 1,043.69 | 27.48 |  |  |
            """, "");
        Assert.Equal("revenue_summary", table.Kind);
        Assert.Null(table.Title);
    }

    [Fact]
    public void Leaves_a_small_comparison_table_untyped_and_says_so()
    {
        var typed = DrawnTable.Type(DrawnTable.Of(
            """
            年度 | 总收入支出 | 专项业务费 | 基本支出
            2021 | 1493.51 | 1290.47 | 203.04
            2022 | 1899.9 | 1535.82 | 183.93
            """));
        Assert.Null(Assert.Single(typed.Value).Kind);
        Assert.Equal(AnomalyCodes.UntypedTable, Assert.Single(typed.Anomalies).Code);
    }

    [Fact]
    public void Reads_the_money_box_of_a_performance_form()
    {
        var facts = DrawnTable.Facts(
            """
            项目名称{1,2} | 政务网平台运行项目{1,3}
            项目资金情况(万元){3,1} | 项目总投入{1,2} | 435{1,2}
            资金构成{2,1} | 中央财政 | 0{1,2}
            区级财政 | 435{1,2}
            年度绩效指标{2,1} | 一级指标 | 二级指标 | 指标名称 | 指标值
            产出指标 | 数量指标 | 机房巡查次数 | 240次
            """, "项目支出绩效目标申报表");
        Assert.Equal("4350000.00", facts.Amount("项目总投入", "项目资金情况"));
        Assert.Equal("4350000.00", facts.Amount("资金构成/区级财政", "项目资金情况"));
        Assert.Equal(3, facts.Length);
    }

    [Fact]
    public void Takes_no_row_from_below_a_header_that_is_printed_again()
    {
        var table = DrawnTable.One(
            """
            单位代码 | 单位名称 | 项目 | 采购金额
            300001 | 区农业农村局 | 检测 | 9.00
            单位代码{2,1} | 单位名称{2,1} | 项目 | 采购金额{2,1}
            政府
            300001 | 区农业农村局 | 检测 | 4.00
            """, "政府采购预算表\n单位:元");
        Assert.Equal(["区农业农村局", "区农业农村局"], table.Rows.Select(r => r.Label));
    }

    /// <summary>The unit broken over two lines, the second of which stands in the header: 单位:万, 元 above the amounts.</summary>
    [Theory]
    [InlineData("单位:万", "1921300.00")]
    [InlineData("单位:万元", "192.13")]
    [InlineData("单位:元", "192.13")]
    public void A_unit_may_go_on_in_the_header(string caption, string amount) => Assert.Equal(amount, DrawnTable.Facts("""
        采购项目{2,1} | 数量{2,1} | 元
        预算金额
        合计 | 86 | 192.13
        """, "政府采购预算表\n" + caption).Single(static f => f.Amount is not null).Amount!.Value.ToYuan());
}
