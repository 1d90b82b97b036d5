using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Layouts met in real documents, each as a picture.</summary>
public class LayoutTests
{
    [Fact]
    public void Takes_depth_from_indents_where_rows_have_no_codes()
    {
        var raw = DrawnTable.Of(
            """
            收入{1,2} | 支出{1,2}
            项目 | 预算数 | 项目 | 预算数
            一、财政拨款收入 | 6.00 | 一、一般公共服务支出 | 5.00
            二、事业收入 | 0.00 | 统计信息事务 | 5.00
            三、其他收入 | 0.00 | 行政运行 | 3.00
            四、上级补助收入 | 0.00 | 专项普查活动 | 2.00
             |  | 二、教育支出 | 1.00
            收入总计 | 6.00 | 支出总计 | 6.00
            """, "收支总表\n单位:万元");
        float Indent(RawCell c) => c.Column != 2 ? 0.5f : c.Text switch { "统计信息事务" => 1.5f, "行政运行" or "专项普查活动" => 2.5f, "支出总计" => 4, _ => 0.5f };
        var table = Assert.Single(DrawnTable.Type(raw with { Cells = [.. raw.Cells.Select(c => c with { Indent = Indent(c) })] }).Value);
        var right = table.Rows.Where(r => r.Block == 1).ToList();
        Assert.Equal([1, 2, 3, 3, 1, 0], right.Select(r => r.Depth));
        Assert.Equal([false, false, true, true, true, false], right.Select(r => r.IsLeaf));
    }

    [Fact]
    public void Completes_a_group_code_that_is_printed_with_its_own_digits_only()
    {
        var table = DrawnTable.One(
            """
            功能科目编码 | 功能科目名称 | 合计 | 人员经费支出 | 公用经费支出 | 专项业务经费支出
            ** | ** | 1 | 2 | 3 | 4
            125001 | 某局 | 113.28 | 81.23 | 32.05 |
            208 | 社会保障和就业支出 | 113.28 | 81.23 | 32.05 |
            05 | 行政事业单位离退休 | 113.28 | 81.23 | 32.05 |
            2080505 | 机关事业单位基本养老保险缴费支出 | 113.28 | 81.23 | 32.05 |
            """, "一般公共预算支出明细表(按支出功能分类科目)\n单位:万元");
        Assert.Equal(["125001", "208", "20805", "2080505"], table.Rows.Select(r => r.Code));
        Assert.Equal(["unit", "functional", "functional", "functional"], table.Rows.Select(r => r.CodeScheme));
        Assert.Equal([2, 3, 4, 5], table.Rows.Select(r => r.Depth));
        Assert.Equal("project", table.Columns[5].Key);
    }

    [Fact]
    public void Keeps_the_sum_of_the_three_apart_from_sums_that_cover_more()
    {
        var table = DrawnTable.One(
            """
            合计{3,1} | “三公”经费{1,5} | 会议费{3,1} | 培训费{3,1}
            小计{2,1} | 因公出国(境)费{2,1} | 公务用车购置及运行维护费{1,2} | 公务接待费{2,1}
            公务用车购置费 | 公务用车运行维护费
            2,600.71 | 767.60 | 199.25 |  | 183.60 | 384.75 | 1,469.73 | 363.38
            """, "“三公”经费、会议费、培训费支出预算表\n单位:万元");
        Assert.Equal(["overall", "total", "abroad", "car.purchase", "car.operation", "reception", "meeting", "training"], table.Columns.Select(c => c.Key ?? ""));
        Assert.Equal("合计", Assert.Single(table.Rows).Label);
    }

    [Fact]
    public void Keys_years_side_by_side_by_the_year_of_the_document()
    {
        var typed = DrawnTable.Type("某局2023年部门预算", DrawnTable.Of(
            """
            科目编码{2,1} | 科目名称{2,1} | 2022年执行数{2,1} | 2023年预算数{1,3} | 预算数比上年执行数增减{1,2}
            小计 | 基本支出 | 项目支出 | 增减额 | 增减%
            201 | 一般公共服务支出 | 4.00 | 5.00 | 3.00 | 2.00 | 1.00 | 25.00
            """, "一般公共预算支出表\n单位:万元"));
        Assert.Equal(["prior.total", "total", "basic", "project", "change.amount", "change.rate"], typed.Value[0].Columns.Skip(2).Select(c => c.Key ?? ""));
        Assert.Equal(ColumnRole.Percent, typed.Value[0].Columns[^1].Role);
    }

    [Fact]
    public void Folds_personnel_beside_operating_costs_by_their_codes()
    {
        var table = DrawnTable.One(
            """
            经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数
            301 | 工资福利支出 | 4816.14 | 302 | 商品和服务支出 | 440.90
            30101 | 基本工资 | 537.64 | 30201 | 办公费 | 84.62
            人员经费合计{1,2} | 4816.14 | 公用经费合计{1,2} | 440.90
            """, "一般公共预算财政拨款基本支出决算表\n单位:万元");
        Assert.Equal("final_general_public_budget_basic_expenditure", table.Kind);
        Assert.Equal(["personnel.total", "operating.total"], table.Columns.Select(c => c.Key).OfType<string>());
        Assert.Equal(2, table.Rows.Count(r => r.IsTotal));
    }

    [Fact]
    public void Splits_a_fund_table_with_income_and_three_views_of_expenditure()
    {
        var table = DrawnTable.One(
            """
            收入{1,2} | 支出{1,4}
            项目 | 预算数 | 支出功能分类科目(按大类) | 预算数 | 部门预算支出经济分类科目(按大类) | 预算数
            一、政府性基金拨款 | 5.00 | 一、科学技术支出 | 5.00 | 一、人员经费和公用经费支出 | 5.00
            """, "部门综合预算政府性基金收支表\n单位:元");
        Assert.Equal(("government_fund_expenditure", 3), (table.Kind, table.Rows.Length));
        Assert.Equal(["income.total", "expenditure.total", "expenditure.total"], table.Columns.Select(c => c.Key).OfType<string>());
    }

    [Theory]
    [InlineData("本年支出合计", "total")]
    [InlineData("本年收入合计", "income.total")]
    public void Columns_of_a_list_that_holds_both_sides_are_of_neither(string second, string key)
    {
        var table = DrawnTable.One(
            $"""
            项目 | 预算数
            财政拨款收入 | 9.00
            其他收入 | 1.00
            {second} | 10.00
            """, "部门收支预算总表\n单位:万元");
        Assert.Equal(("revenue_expenditure_summary", key), (table.Kind, Assert.Single(table.Columns.Select(c => c.Key).OfType<string>())));
    }

    [Fact]
    public void Names_the_parts_of_a_group_that_spans_their_rows()
    {
        var table = DrawnTable.One(
            """
            项目名称{1,2} | 金额
            收入总计{1,2} | 24169.74
            一般公共预算资金{2,1} | 小计 | 24169.74
            专项收入 |
            """, "收入预算总表\n单位:万元");
        Assert.Equal(["收入总计", "一般公共预算资金/小计", "一般公共预算资金/专项收入"], table.Rows.Select(r => r.Label));
    }

    /// <summary>一般债券 over its rows, whose own names stand under another header: a total among them tells that they are names.</summary>
    [Theory]
    [InlineData("合计", "一般债券/合计 一般债券/新增债券 专项债券/小计 专项债券/新增债券")]
    [InlineData("广州市", "一般债券 一般债券 专项债券/小计 专项债券/新增债券")]
    public void Names_the_rows_of_a_group_by_what_stands_beside_it(string first, string labels)
    {
        var table = DrawnTable.One(
            $"""
            债券类型 | 地区 | 2026年 | 2027年
            一般债券{"{2,1}"} | {first} | 581945.00 | 169980.00
            新增债券 | 28881.00 | 0.00
            专项债券{"{2,1}"} | 小计 | 2578445.00 | 3533761.00
            新增债券 | 1163685.00 | 2618991.00
            """, "全市地方政府债券分年度偿还计划情况表\n单位:万元");
        Assert.Equal(labels, string.Join(' ', table.Rows.Select(r => r.Label)));
    }

    /// <summary>Terms in words name no rows of a second half, and terms in figures are no money; several columns under one such header are the amounts of each term.</summary>
    [Theory]
    [InlineData("期限", "7年、15年", "发行利率", 1, "Text")]
    [InlineData("期限(年)", "15", "发行利率", 1, "Quantity")]
    [InlineData("期限", "15", "期限", 1, "Money")]
    public void Terms_are_neither_names_nor_money(string header, string term, string beside, int blocks, string role)
    {
        var table = DrawnTable.One(
            $"""
            项目名称 | 专项债券合计 | {header} | {beside} | 年度付息金额
            综合交通枢纽建设工程 | 30,106.00 | {term} | 1.61 | 529.28
            污水处理厂扩建工程 | 4,000.00 | {term} | 2.32 | 88.70
            """, "2025年广州市新增专项债券项目明细情况表\n单位:万元");
        Assert.Equal((blocks, role), (table.Columns.Max(c => c.Block) + 1, table.Columns[2].Role.ToString()));
        Assert.All(table.Rows, r => Assert.EndsWith("工程", r.Label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("项目名称", "高标准农田建设 排水系统改造")]
    [InlineData("债券类型", "省本级 省本级")]
    public void Rows_of_projects_are_named_by_them_and_not_by_their_region(string header, string labels)
    {
        var table = DrawnTable.One(
            $"""
            序号 | 地区 | {header} | 安排金额
            1 | 省本级 | 高标准农田建设 | 7.10
            2 | 省本级 | 排水系统改造 | 0.81
            """, "2024年省本级使用一般债券资金安排重大项目情况表\n单位:亿元");
        Assert.Equal(labels, string.Join(' ', table.Rows.Select(r => r.Label)));
    }

    [Fact]
    public void Reads_boxes_of_a_form_where_names_and_figures_alternate()
    {
        var facts = DrawnTable.Facts(
            """
            项目名称{1,2} | 道路养护{1,2} | 项目类别
            资金金额(万元){2,1} | 实施期资金总额 | 28,921.00 | 年度资金总额 | 8,921.00
            其中:财政拨款 | 20,000.00 | 其中:财政拨款 | 8,921.00
            绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
            """, "项目支出绩效目标表");
        Assert.Equal("289210000.00", facts.Amount("实施期资金总额", "资金金额"));
        Assert.Equal("89210000.00", facts.Amount("年度资金总额", "资金金额"));
    }

    [Fact]
    public void Amounts_of_tasks_stand_below_the_name_of_their_box_and_end_where_words_do()
    {
        var facts = DrawnTable.Facts("""
            部门名称{1,2} | 某局{1,4}
            年度主要任务{5,1} | 任务名称{2,1} | 主要内容{2,1} | 预算金额(万元){1,3}
            总额 | 财政拨款 | 其他资金
            基本履职 | 保障运转 | 12.50 | 12.50 | 
            统计 | 普查 | 3.00{2,1} | 3.00{2,1} | {2,1}
            调查 | 抽样
            年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值 | 权重
            年度绩效指标 | 产出指标 | 数量指标 | 册数 | 100 | 10
            """, "部门整体支出绩效目标表");
        Assert.Equal("125000.00", facts.Amount("基本履职", "预算金额(万元)/总额"));
        Assert.Equal("30000.00", facts.Amount("统计调查", "预算金额(万元)/财政拨款"));
        Assert.Equal(4, facts.Count(f => f.Amount is not null));
    }

    [Fact]
    public void Gives_no_facts_of_a_second_table_in_the_same_grid()
    {
        var typed = DrawnTable.Type(DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
            国有资本经营预算支出表{1,5}
            编码 | 名称 | 人数 | 面积 | 台数
            1 | 车库 | 7 | 8 | 9
            """, "支出总表\n单位:万元"));
        Assert.Single(typed.Value[0].Rows);
        Assert.Equal(AnomalyCodes.TableInTable, Assert.Single(typed.Anomalies).Code);
    }

    [Fact]
    public void Doubts_figures_of_columns_that_share_one_header()
    {
        var facts = FactMaker.Make([DrawnTable.One(
            """
            科目编码 | 科目名称 | 合计 | 基本支出{1,2}
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
            """, "支出总表\n单位:万元")]);
        Assert.Equal([FactStatus.Unverified, FactStatus.Doubtful, FactStatus.Doubtful], facts.Value.Select(f => f.Status));
        Assert.Equal(AnomalyCodes.AmbiguousColumns, Assert.Single(facts.Anomalies).Code);
    }

    [Fact]
    public void Goes_on_with_the_table_before_when_the_columns_stand_below_its_columns()
    {
        var first = DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
            """, "支出总表\n单位:万元");
        var second = DrawnTable.Of("205 | 教育支出 | 7.00 | 7.00 | 0.00\n20502 | 普通教育 | 7.00 | 7.00 | 0.00", "", 2) with { Pages = [2] };
        var typed = DrawnTable.Type(first, second);
        Assert.Equal("expenditure_summary", typed.Value[1].Kind);
        Assert.Equal(Unit.TenThousand, typed.Value[1].Unit);
        Assert.Equal("70000.00", FactMaker.Make([typed.Value[1]]).Value.Amount("205", "基本支出"));
    }

    [Fact]
    public void Joins_a_number_broken_behind_its_point_when_all_others_print_as_many_decimals()
    {
        var raw = DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 1840.8 494 | 230.8294 | 1610.0200
            205 | 教育支出 | 1.0704 | 1.0704 | 0.0000
            """, "支出总表\n单位:万元");
        raw = raw with { Cells = [.. raw.Cells.Select(c => c.Text == "1840.8 494" ? c with { Raw = "1840.8\n494" } : c)] };
        var made = FactMaker.Make(DrawnTable.Type(raw).Value);
        Assert.Empty(made.Anomalies);
        Assert.Equal("18408494.00", made.Value.Amount("201", "合计"));
    }

    [Fact]
    public void Finds_the_title_at_the_foot_of_the_page_before()
    {
        var table = DrawnTable.Of("科目编码 | 科目名称 | 金额\n301 | 工资福利支出 | 5.00", "部门:某局单位:万元") with { Pages = [2] };
        var line = new TextLine(new PageBox(1, new Box(0, 700, 200, 710)), "六、财政拨款基本支出预算表", 10);
        var typed = TableTyper.Type(new FoundTables([table], [line]), DocumentIdentity.Unknown);
        Assert.Equal("fiscal_appropriation_basic_expenditure", typed.Value[0].Kind);
    }

    [Fact]
    public void A_name_above_a_table_says_more_than_a_title_at_the_foot_of_the_page_before()
    {
        // the contents end so on the page before; the name of the table itself lacks the word 表
        var table = DrawnTable.Of("项目 | 2025年执行数 | 2026年预算数\n一、税收收入 | 5 | 6\n增值税 | 5 | 6", "全市一般公共预算收入2025年预算执行情况和2026年预算(草案)\n单位:万元") with { Pages = [2] };
        var line = new TextLine(new PageBox(1, new Box(0, 700, 200, 710)), "五、政府债务情况表", 10);
        var typed = TableTyper.Type(new FoundTables([table], [line]), DocumentIdentity.Unknown);
        Assert.Equal("gov_general_public_revenue", typed.Value[0].Kind);
    }

    [Fact]
    public void Takes_no_item_from_words_that_ran_into_the_header_of_the_group()
    {
        var table = DrawnTable.One(
            """
            单位名称{4,1} | 2021年{1,9}
            合计{3,1} | 购置一般公共预算拨款安排的“三公”经费预算费{1,6} | 会议费{3,1} | 培训费{3,1}
            小计{2,1} | 因公出国(境)费用{2,1} | 公务接待费{2,1} | 公务用车购置及运行维护费{1,3}
            小计 | 公务用车购置费 | 公务用车运行费
            合计 | 38000.00 | 10000.00 | 0.00 | 10000.00 | 0.00 | 0.00 | 0.00 | 28000.00 | 0.00
            """, "2021年部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表\n单位:元");
        Assert.Equal(["overall", "total", "abroad", "reception", "car", "car.purchase", "car.operation", "meeting", "training"], table.Columns.Where(c => c.Role == ColumnRole.Money).Select(c => c.Key ?? ""));
    }

    [Fact]
    public void Joins_a_title_whose_first_line_ends_in_brackets()
    {
        var table = DrawnTable.One(
            """
            单位编码 | 采购项目 | 采购目录 | 数量 | 预算金额
             | 合计 |  | 3 | 12.00
            222001 | 网络机房改造 | C0201软件开发服务 | 3 | 12.00
            """, "2022年部门综合预算政府采购(资产配置、购买服务)\n预算表(不含上年结转)\n金额单位:万元");
        Assert.Equal("government_procurement", table.Kind);
    }
}
