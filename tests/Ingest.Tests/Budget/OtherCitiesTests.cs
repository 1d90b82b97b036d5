using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Ways to print a table that the cities at hand do not use, but others may.</summary>
public class OtherCitiesTests
{
    private const string Rows = """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
        20101 | 人大事务 | 5.00 | 3.00 | 2.00
        """;

    [Theory]
    [InlineData("单位:元", "5.00")]
    [InlineData("单位:千元", "5000.00")]
    [InlineData("单位:万元", "50000.00")]
    [InlineData("单位:百万元", "5000000.00")]
    [InlineData("单位:亿元", "500000000.00")]
    [InlineData("金额单位:人民币万元", "50000.00")]
    [InlineData("计量单位:万元", "50000.00")]
    [InlineData("(单位:万元)", "50000.00")]
    [InlineData("编制单位:某县教育局 金额单位:万元", "50000.00")]
    [InlineData("金额:万元", "50000.00")]
    public void Units_as_they_are_printed(string unit, string amount) =>
        Assert.Equal(amount, DrawnTable.Facts(Rows, "支出总表\n" + unit).Amount("201", "合计"));

    [Theory]
    [InlineData("2025年一般公共预算支出情况", Rows, "general_public_budget_expenditure")]
    [InlineData("五、一般公共预算支出情况", Rows, "general_public_budget_expenditure")]
    [InlineData("政府性基金预算支出", Rows, "government_fund_expenditure")]
    [InlineData("支出总体情况", Rows, "expenditure_summary")]
    [InlineData("表六 一般公共预算基本支出", "科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费\n301 | 工资福利支出 | 3.00 | 3.00 | 0.00", "general_public_budget_basic_expenditure")]
    [InlineData("“三公”经费支出", "合计 | 因公出国(境)费 | 公务用车购置费 | 公务用车运行费 | 公务接待费\n6.00 | 1.00 | 0.00 | 2.00 | 3.00", "three_public_expenses")]
    [InlineData("政府采购预算", "采购项目 | 采购品目 | 数量 | 预算金额\n电脑 | A02010105台式计算机 | 2 | 1.00", "government_procurement")]
    public void A_title_need_not_end_in_the_word_for_table(string title, string drawing, string kind) =>
        Assert.Equal(kind, DrawnTable.One(drawing, title + "\n单位:万元").Kind);

    /// <summary>基本支出预算 beside a total is a part of it; alone it is the figure that the table is about.</summary>
    [Theory]
    [InlineData("科目编码 | 科目名称 | 总计 | 基本支出预算 | 项目支出预算\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00", "total basic project")]
    [InlineData("科目编码{2,1} | 科目名称{2,1} | 本年一般公共预算支出{1,3}\n合计 | 基本支出预算 | 项目支出预算\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00", "total basic project")]
    [InlineData("科目编码 | 科目名称 | 基本支出预算 | 备注\n201 | 一般公共服务支出 | 3.00 | ", "total")]
    public void Basic_expenditure_called_a_budget(string drawing, string keys) =>
        Assert.Equal(keys, string.Join(' ', DrawnTable.One(drawing, "一般公共预算支出表\n单位:万元").Columns.Where(c => c.Role == ColumnRole.Money).Select(c => c.Key)));

    [Theory]
    [InlineData("三、支出预算情况说明")]
    [InlineData("2025年本部门支出总体情况如下:")]
    [InlineData("主要是项目支出增加。")]
    public void Sentences_above_a_table_are_no_titles(string line) =>
        Assert.Null(DrawnTable.One("年度 | 总额 | 说明\n2024年 | 5.00 | 增加", line + "\n单位:万元").Kind);

    [Theory]
    [InlineData("(1,234.56)", "-1234.56")]
    [InlineData("-1,234.56", "-1234.56")]
    [InlineData("△1,234.56", "-1234.56")]
    public void Figures_as_they_are_printed(string shown, string amount) =>
        Assert.Equal(amount, DrawnTable.Facts($"科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | {shown} | 3.00 | 2.00", "支出总表\n单位:元").Amount("201", "合计"));

    [Theory]
    [InlineData("合 计")]
    [InlineData("合　　计")]
    [InlineData("总 计")]
    [InlineData("合计：")]
    [InlineData("合计（万元）")]
    [InlineData("支出合计")]
    public void Totals_as_they_are_printed(string name) =>
        Assert.True(DrawnTable.One($"{Rows}\n | {name} | 5.00 | 3.00 | 2.00", "支出总表\n单位:万元").Rows[^1].IsTotal);

    [Fact]
    public void Codes_with_blanks_and_names_behind_codes()
    {
        var table = DrawnTable.One(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
            201 01 | 人大事务 | 5.00 | 3.00 | 2.00
            201 01 01 | 行政运行 | 5.00 | 3.00 | 2.00
            """, "支出总表\n单位:万元");
        Assert.Equal(["201", "20101", "2010101"], table.Rows.Select(r => r.Code));
    }

    [Fact]
    public void Last_year_this_year_and_their_difference_in_amount_and_per_cent()
    {
        var typed = DrawnTable.Type("某县教育局2025年部门预算", DrawnTable.Of(
            """
            科目编码 | 科目名称 | 上年预算数 | 本年预算数 | 比上年增减额 | 比上年增减%
            201 | 一般公共服务支出 | 4.00 | 5.00 | 1.00 | 25.00
            """, "一般公共预算支出表\n单位:万元"));
        Assert.Equal(["prior.total", "total", "change.amount", "change.rate"], typed.Value[0].Columns.Select(c => c.Key).OfType<string>());
    }

    [Fact]
    public void A_form_that_names_its_money_in_one_row_of_boxes()
    {
        var facts = DrawnTable.Facts(
            """
            项目名称 | 校舍维修{1,5}
            预算金额(万元) | 总额 | 120.00 | 财政拨款 | 100.00 | 其他资金 20.00
            绩效指标{2,1} | 一级指标 | 二级指标 | 三级指标 | 指标值{1,2}
            产出指标 | 数量指标 | 维修面积 | ≥500平方米{1,2}
            """, "项目支出绩效目标申报表");
        Assert.Contains(facts, f => f.Amount?.ToYuan() == "1200000.00");
    }

    /// <summary>Ratios are no money: 完成预算 and 占调整预算 say so, and so does a last line of the header that was read as a cell.</summary>
    [Theory]
    [InlineData("完成预算", "106.5", ColumnRole.Percent)]
    [InlineData("占调整预算", "104.2", ColumnRole.Percent)]
    [InlineData("比上年同", "口径增长%", ColumnRole.Percent)]
    [InlineData("完成预算数", "106.5", ColumnRole.Money)]
    public void Columns_of_ratios(string header, string first, ColumnRole role) => Assert.Equal(role, DrawnTable.One(
        $"项目 | 决算数 | {header}\n一、税收收入 | 80.00 | {first}\n增值税 | 50.00 | 112.0\n企业所得税 | 30.00 | 106.7\n一般公共预算收入合计 | 100.00 | 110.0", "2024年一般公共预算收入决算表\n单位:万元").Columns[^1].Role);

    /// <summary>Classes of the two economic classifications stand beside each other, whatever column they are in.</summary>
    [Theory]
    [InlineData("512 | 债务还本支出", "36.00", "-1 0 0")]
    [InlineData("39999 | 其他支出", "35.00", "-1 0 1")]
    public void Classes_of_two_classifications_hold_no_other(string row, string total, string parents)
    {
        var typed = DrawnTable.Type(DrawnTable.Of($"科目编码 | 科目名称 | 合计\n | 合计 | {total}\n399 | 其他支出 | 35.00\n{row} | 1.00", "一般公共预算支出表（经济分类）\n单位:万元"));
        var (tables, _) = Ingest.Core.Checks.Rows.Hierarchy.Place(typed.Value, FactMaker.Make(typed.Value).Value);
        Assert.Equal(parents, string.Join(' ', tables[0].Rows.Select(r => r.Parent)));
    }

    /// <summary>What of the expenditure is procured stands beside its division into basic and project expenditure.</summary>
    [Fact]
    public void Procured_parts_of_an_expenditure() => Assert.Equal(
        ["total", "basic", "project", "procurement.amount", "procurement.sme", "procurement.micro"],
        DrawnTable.One("科目编码{2,1} | 科目名称{2,1} | 合计{2,1} | 基本支出{2,1} | 项目支出{2,1} | 2026年政府采购项目{1,3}\n小计 | 其中:预留给中小企业的项目资金规模 | 其中:预留给小型、微型企业的项目资金规模\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00 | 1.00 | 1.00 | 0.00", "支出总表\n单位:万元")
            .Columns.Where(c => c.Role == ColumnRole.Money).Select(c => c.Key));

    /// <summary>Expenditure by functions and, beside it, by what it is for: rows of their own. What money is used for is a remark.</summary>
    [Theory]
    [InlineData("按支出用途", "基本支出")]
    [InlineData("支出性质", "基本支出")]
    [InlineData("用途说明", "一、教育支出")]
    public void Expenditure_stands_in_two_halves_by_functions_and_by_purposes(string header, string row) => Assert.Equal(row, Assert.Single(DrawnTable.Facts(
        $"""
        收入{"{1,2}"} | 支出{"{1,4}"}
        项目 | 金额 | 按功能分类 | 金额 | {header} | 金额
        一、财政拨款收入 | 6.00 | 一、教育支出 | 5.00 | 基本支出 | 3.70
        二、其他收入 | 0.00 | 二、农林水支出 | 1.00 | 项目支出 | 2.30
        收入总计 | 6.00 | 支出总计 | 6.00 | 支出总计 | 6.00
        """, "收支总表\n单位:元"), static f => f.Amount?.Fen == 370).Line.Label);
}
