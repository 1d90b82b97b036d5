using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

public class LossGuardTests
{
    [Theory]
    [InlineData("21,302,188.00一、本年支出21,302,188.00", 2)]
    [InlineData("301-工资福利支出807.3017 302-商品和服务支出86.0357", 2)]
    [InlineData("64787935. 00", 1)]
    [InlineData("安排资金123.45万元,增长8.25%", 0)]
    [InlineData("2010301 2026.3 1.5", 0)]
    public void Counts_the_amounts_of_a_text(string text, int amounts) => Assert.Equal(amounts, PrintedAmounts.In(text));

    [Theory]
    [InlineData("512 400 112", true)]
    [InlineData("13,214,710.41", false)]
    [InlineData("1,234.56", false)]
    [InlineData("增长 8", false)]
    public void Tells_a_cell_of_several_figures_from_one_number(string text, bool several) => Assert.Equal(several, LossGuards.HoldsFigures(text));

    private static IEnumerable<string> Codes(string drawing, string caption, string text = "") =>
        DrawnTable.Type(text, DrawnTable.Of(drawing, caption)).Anomalies.Select(a => a.Code.Id);

    [Theory]
    [InlineData("财政拨款6818.58 100.00% 6334.68", true)]
    [InlineData("财政拨款6818.58 100.00%", false)]
    [InlineData("财政拨款 100% 1214 1037.6", true)]
    [InlineData("其他资金0 0 0 0", false)]
    [InlineData("完成投资 6818.58 万元 其中 100.5 万元", false)]
    [InlineData("2021年 2020年", false)]
    public void Tells_figures_side_by_side_in_a_cell_of_a_form(string text, bool holds) => Assert.Equal(holds, LossGuards.HoldsRun(text));

    [Fact]
    public void Reports_rows_that_fell_into_one_cell() => Assert.Contains("collapsed-cells", Codes(
        """
        功能科目 | 合计 | 基本支出
        一般公共服务支出 教育支出 | 512 400 112 | 80 60 20
        """, "支出总表\n单位:元"));

    [Theory]
    [InlineData("807.30 教育支出 86.05", true)]
    [InlineData("807.30 比上年减少 86.05，主要是人员减少。", false)]
    [InlineData("1.61、2.34", false)]
    [InlineData("一、1.61 二、2.34", true)]
    public void A_sentence_and_a_list_of_figures_are_one_text(string text, bool reported) => Assert.Equal(reported, Codes(
        $"""
        功能科目 | 合计 | 备注
        一般公共服务支出 | 512.00 | {text}
        """, "支出总表\n单位:元").Contains("collapsed-cells"));

    [Theory]
    [InlineData("部门资金收入构成 | 财政拨款 | 20.00", true)]
    [InlineData("资金情况(万元) | 年度资金总额 | 20.00\n其他资金 | 财政拨款 | 5.00", true)]
    [InlineData("资金情况(万元) | 年度资金总额 | 20.00", false)]
    [InlineData("人才项目 | 培训 | 20.00", true)]
    [InlineData("人才项目 | 培训 | 20.00\n评价 | 得分 | 3.00", false)]
    [InlineData("人才项目 | 培训 | 20", false)]
    [InlineData("一级指标 | 指标名称 | 指标值\n质量指标 | 资金使用合规率 | 20.00", false)]
    [InlineData("一级指标 | 指标名称 | 指标值\n质量指标 | 贷款金额(万元) | 20.00", false)]
    [InlineData("一级指标 | 指标名称 | 指标值\n项目名称 | 培训 | \n资金情况 | 年度资金总额 | 20.00", true)]
    public void Reports_a_form_whose_money_gave_no_fact(string row, bool reported) => Assert.Equal(reported, Codes(
        $"""
        部门名称 | 某局 | 某局
        {row}
        """, "部门整体支出绩效目标表").Contains("unread-table"));

    /// <summary>A column that was taken for one of words, because the rest of the page fell into it, gives no fact.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("一、机关运行 | 其他说明 | 车辆情况 | 目标\n二、国有资产 | 其他情况 | 购置说明 | 目标\n三、其他 | 名词 | 解释 | 目标\n四、附件 | 名词 | 见附表 | 目标", true)]
    public void Reports_a_list_of_projects_whose_column_of_money_was_taken_for_words(string rest, bool reported) => Assert.Equal(reported, Codes(
        $"""
        预算单位名称 | 一级项目名称 | 预算数(万元) | 绩效目标
        某局 | 管养维护项目 | 2,573.40 | 保持收费站联网
        {rest}
        """.TrimEnd('\n'), "").Contains("unread-table"));

    /// <summary>Each page on which rows of the other table stand is named.</summary>
    [Theory]
    [InlineData("科目编码 | 科目名称 | 金额", 2)]
    [InlineData("30199 | 其他 | 金额", 0)]
    public void A_second_header_in_the_body_is_that_of_another_table(string header, int pages)
    {
        var raw = DrawnTable.Of($"""
            功能科目代码 | 功能科目名称 | 预算数
            204 | 公共安全支出 | 9.00
            20404 | 检察 | 9.00
            {header}
            301 | 工资福利支出 | 5.00
            """, "一般公共预算支出预算表\n单位:元");
        raw = raw with { Pages = [1, 2], Cells = [.. raw.Cells.Select(static c => c.Row < 4 ? c : c with { Area = c.Area with { Page = 2 } })] };
        Assert.Equal(Enumerable.Range(1, pages), DrawnTable.Type("", raw).Anomalies.Where(static a => a.Code == AnomalyCodes.TableInTable).Select(static a => a.Where.Area.Page));
    }

    [Theory]
    [InlineData(10, "unread-table")]
    [InlineData(9, "untyped-table")]
    public void Calls_a_table_of_unknown_kind_lost_from_ten_amounts_on(int amounts, string code)
    {
        var rows = string.Join('\n', Enumerable.Range(1, amounts).Select(i => $"街道{i} | {i}.00"));
        Assert.Contains(code, Codes($"名称 | 数\n{rows}", "某街道一览"));
    }

    /// <summary>Whole 万元 have neither point nor groups; points given, persons, years and one column of numbers, as codes are, stay what they were.</summary>
    [Theory]
    [InlineData("512 | 400", 5, true)]
    [InlineData("512 | 400", 4, false)]
    [InlineData("12 | 40", 9, false)]
    [InlineData("2024 | 2025", 9, false)]
    [InlineData("512 | 否", 12, false)]
    [InlineData("512", 12, false)]
    public void Calls_a_table_of_unknown_kind_lost_for_whole_numbers_side_by_side(string numbers, int rows, bool isLost) =>
        Assert.Equal(isLost, Codes(string.Join('\n', Enumerable.Range(1, rows).Select(i => $"街道{i} | {numbers}")), "某街道一览").Contains("unread-table"));

    [Theory]
    [InlineData("2023年预算", 10, true)]
    [InlineData("2023年预算", 9, false)]
    [InlineData("电话", 10, false)]
    public void Calls_a_table_of_unknown_kind_lost_for_whole_numbers_below_a_header_of_money(string header, int rows, bool isLost) =>
        Assert.Equal(isLost, Codes($"名称 | {header}\n" + string.Join('\n', Enumerable.Range(1, rows).Select(i => $"街道{i} | 512")), "某街道一览").Contains("unread-table"));

    [Theory]
    [InlineData("公共安全支出 1,234.00 1,000.00 234.00", true)]
    [InlineData("收 入 总 计 1,234.00 支 出 总 计 1,234.00", true)]
    [InlineData("359001 工作部年 0]房屋租 拨款 2 次 539340.00 1078680.00", true)]
    [InlineData("债务发行费用2330301400,634.12394,033.846,600.28", true)]
    [InlineData("县统计局240645.09240645.09", true)]
    [InlineData("县统计局2406451.0924.064509", true)]
    [InlineData("县统计局2406451.092.4064509", false)]
    [InlineData("县统计局192.168.100.100", false)]
    [InlineData("年度总预算1170.00万,其中企业发展870.00万,创新化发展70.00万", false)]
    [InlineData("合计 1,234.00 其中 本级 1,000.00", false)]
    [InlineData("1,234.00 1,000.00", false)]
    [InlineData("收入 1,234.00 万元,支出 1,000.00 万元。", false)]
    [InlineData("公共安全支出 1,234.00", false)]
    [InlineData("20131 党委办公厅（室）及相关机构事务 16,845.17", true)]
    [InlineData("2013 党委办公厅（室）及相关机构事务 16,845.17", false)]
    [InlineData("20131 党委办公厅（室）及相关机构事务 16,845.17万元", false)]
    [InlineData("党委办公厅（室）及相关机构事务 16,845.17", false)]
    public void Reports_lines_of_figures_outside_of_tables(string line, bool reported) =>
        Assert.Equal(reported, Codes("科目 | 合计\n合计 | 1.00", "支出总表\n单位:元", line).Contains("figures-outside"));

    [Theory]
    [InlineData("1,234.00 1,000.00 234.00", true)]
    [InlineData("17,913.7015,058.68263.88 0.00", true)]
    [InlineData("- 12.4 -", false)]
    public void Reports_a_bare_line_of_figures_on_the_page_of_a_table_that_has_none(string line, bool reported) =>
        Assert.Equal(reported, Codes("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n |  |  |  | ", "支出总表\n单位:元", line).Contains("figures-outside"));

    [Fact]
    public void Reports_a_title_whose_table_was_not_read() =>
        Assert.Contains("title-without-table", Codes("科目编码 | 科目名称 | 合计\n201 | 一般公共服务支出 | 1.00", "支出总表\n单位:元", "政府性基金预算支出表\n合计 1,234.00 800.00"));

    [Theory]
    [InlineData("政府性基金预算支出表\n本表无数据")]
    [InlineData("政府性基金预算支出表\n科目编码 科目名称 合计")]
    [InlineData("支出总表\n合计 1,234.00 800.00")]
    [InlineData("政府性基金预算支出表……12")]
    public void Says_nothing_of_titles_that_lose_nothing(string text) =>
        Assert.DoesNotContain("title-without-table", Codes("科目编码 | 科目名称 | 合计\n201 | 一般公共服务支出 | 1.00", "支出总表\n单位:元", text));

    /// <summary>Another table of the kind was read elsewhere; a list of contents, or one row, is no table.</summary>
    [Theory]
    [InlineData("支出总表\n合计 1,234.00\n教育支出 800.00", true)]
    [InlineData("支出总表\n上级补助收入 1 1\n收入总计 1 1", true)]
    [InlineData("支出总表\n上级补助收入 1\n收入总计 1", false)]
    [InlineData("支出总表\n合计 1,234.00", false)]
    [InlineData("支出总表\n合计 1,234.00\n其中：教育支出 800.00", false)]
    [InlineData("支出总表\n合计 123\n教育支出 800", false)]
    [InlineData("支出总表\n合计 1235\n教育支出 1230", true)]
    [InlineData("支出总表\n一、收支情况 ……71\n二、支出情况 ……72", false)]
    [InlineData("支出总表\n一、收支情况........71.25\n二、支出情况........72.25", false)]
    public void A_title_whose_page_holds_rows_and_no_table_has_lost_it(string text, bool isLost) => Assert.Equal(isLost, DrawnTable
        .Type(text, 2, DrawnTable.Of("科目编码 | 科目名称 | 合计\n201 | 一般公共服务支出 | 1.00", "支出总表\n单位:元")).Anomalies.Any(static a => a.Code == AnomalyCodes.TitleWithoutTable));

    /// <summary>A total with whole numbers behind it was lost with the end of its table; two may be one number with its thousands set apart.</summary>
    [Theory]
    [InlineData("本 年 支 出 合 计 48 838 54", true)]
    [InlineData("本年支出合计 48 838", false)]
    [InlineData("本年支出 48 838 54", false)]
    [InlineData("合计 48 个 54", false)]
    public void Tells_a_total_and_numbers(string line, bool holds) => Assert.Equal(holds, LossGuards.IsLineOfFigures(line));
}
