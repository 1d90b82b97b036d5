using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Texts that do not stand in the cells of what they belong to: spread over two, run into the next, drawn over another.</summary>
public class RunTogetherTests
{
    /// <summary>收 入 over two columns is one header; 类 | 款 are two, and so are words that make none together.</summary>
    [Theory]
    [InlineData("收 | 入 | 支出{1,2}", "收入/项目 收入/金额 支出/项目 支出/金额")]
    [InlineData("收入{1,2} | 支 | 出", "收入/项目 收入/金额 支出/项目 支出/金额")]
    [InlineData("甲 | 乙 | 支出{1,2}", "甲/项目 乙/金额 支出/项目 支出/金额")]
    public void A_header_spread_over_its_columns_is_one(string header, string paths)
    {
        var drawn = DrawnTable.Of($"""
            {header}
            项目 | 金额 | 项目 | 金额
            一、本年收入 | 9.00 | 一、本年支出 | 9.00
            收入总计 | 9.00 | 支出总计 | 9.00
            """, "财政拨款收支总表\n单位:万元") with { HeaderRows = 2 };
        Assert.Equal(paths, string.Join(' ', Assert.Single(DrawnTable.Type(drawn).Value).Columns.Select(c => c.Path)));
    }

    /// <summary>Two known headers over two columns are one each; a group, one header, and what no two make stay.</summary>
    [Theory]
    [InlineData("科目编码科目名称", "科目编码 科目名称 合计")]
    [InlineData("科目编码名目", "科目编码名目 科目编码名目 合计")]
    [InlineData("本年收入合计", "本年收入合计 本年收入合计 合计")]
    public void Two_headers_in_one_cell_over_two_columns_are_parted(string header, string paths)
    {
        var drawn = DrawnTable.Of($"{header}{{1,2}} | 合计\n20101 | 人大事务 | 9.00\n20102 | 政协事务 | 6.00", "支出总表\n单位:元") with { HeaderRows = 1 };
        Assert.Equal(paths, string.Join(' ', Assert.Single(DrawnTable.Type(drawn).Value).Columns.Select(static c => c.Path)));
    }

    /// <summary>科 目 代码 over the columns of codes, beside 名称; 项 | 目 behind 类 | 款 are levels.</summary>
    [Theory]
    [InlineData("科 | 目 | 代码 | 名称", "201 | 04 | 01 | 行政运行", "科目代码 科目代码 科目代码 名称 合计")]
    [InlineData("科 | 目代码 | 编码 | 名称", "201 | 04 | 01 | 行政运行", "科目代码 科目代码 编码 名称 合计")]
    [InlineData("类 | 款 | 项 | 目", "103 | 06 | 01 | 02", "类 款 项 目 合计")]
    public void Pieces_of_a_header_of_codes_are_joined_where_none_is_left_over(string header, string row, string paths)
    {
        var drawn = DrawnTable.Of($"{header} | 合计\n{row} | 9.00\n{row} | 6.00", "支出总表\n单位:元") with { HeaderRows = 1 };
        Assert.Equal(paths, string.Join(' ', Assert.Single(DrawnTable.Type(drawn).Value).Columns.Select(static c => c.Path)));
    }

    /// <summary>Two lines over one column are one header where only both together are known; a group over one column is whole by itself.</summary>
    [Theory]
    [InlineData("上缴上级", "支出", "上缴上级支出")]
    [InlineData("事业单位经营", "支出(元)", "事业单位经营支出(元)")]
    [InlineData("项目支出", "专项", "项目支出/专项")]
    [InlineData("财政拨款", "支出", "财政拨款/支出")]
    public void Lines_of_one_header_in_two_cells_are_one(string upper, string lower, string path) => Assert.Equal(path, DrawnTable.One($"""
        科目编码{"{2,1}"} | 科目名称{"{2,1}"} | 合计{"{2,1}"} | {upper}
        {lower}
        205 | 教育支出 | 9.00 | 6.00
        206 | 科学技术支出 | 3.00 | 1.00
        """, "支出总表\n单位:元").Columns[^1].Path);

    /// <summary>Where the columns of 款 and 项 were taken for that of the names, the names of the codes tell how the digits go on.</summary>
    [Theory]
    [InlineData("229 | 60彩票公益金安排的支出", "22960", "彩票公益金安排的支出")]
    [InlineData("229 | 6002用于社会福利的彩票公益金支出", "2296002", "用于社会福利的彩票公益金支出")]
    [InlineData("22960 | 02用于社会福利的彩票公益金支出", "2296002", "用于社会福利的彩票公益金支出")]
    [InlineData("229 | 60周年庆祝活动", "229", "60周年庆祝活动")]
    [InlineData("229 | 02用于社会福利的彩票公益金支出", "229", "02用于社会福利的彩票公益金支出")]
    public void The_rest_of_a_code_in_front_of_its_name_is_part_of_the_code(string row, string code, string label)
    {
        var table = DrawnTable.One($"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
             | 合计 | 9.00 | 6.00 | 3.00
            {row} | 9.00 | 6.00 | 3.00
            """, "政府性基金预算支出表\n单位:元");
        Assert.Equal((code, label), (table.Rows[^1].Code, table.Rows[^1].Label));
    }

    [Theory]
    [InlineData(true, Placing.Unknown)]
    [InlineData(false, Placing.Sure)]
    public void Figures_of_a_name_whose_characters_are_not_certain_are_doubted(bool untrusted, Placing placing)
    {
        var drawn = DrawnTable.Of("""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            204 | 公共安全支出 | 6.00 | 4.00 | 2.00
            """, "支出总表\n单位:元");
        var typed = DrawnTable.Type(drawn with { Cells = [.. drawn.Cells.Select(c => c.Text == "公共安全支出" ? c with { Untrusted = untrusted } : c)] });
        var facts = FactMaker.Make(typed.Value).Value;
        Assert.All(facts.Where(f => f.Line.Code == "204"), f => Assert.Equal(placing, f.Placing));
        Assert.All(facts.Where(f => f.Line.Code == "201"), f => Assert.Equal(Placing.Sure, f.Placing));
    }

    /// <summary>Where the border before the names is missing, the cell of one begins in the column before.</summary>
    [Theory]
    [InlineData("卫生健康支出", Placing.Unknown)]
    [InlineData("教育支出", Placing.Sure)]
    public void A_name_that_covers_the_column_before_is_looked_at_as_well(string uncertain, Placing placing)
    {
        var drawn = DrawnTable.Of("""
            收入{1,2} | 支出{1,3}
            项目 | 预算数 | 项目 | 合计 | 一般公共预算
            一、一般公共预算拨款 | 9.00 | 一、教育支出 | 6.00 | 6.00
             | 二、卫生健康支出{1,2} | 3.00 | 3.00
            """, "财政拨款收支总表\n单位:元");
        var typed = DrawnTable.Type(drawn with { Cells = [.. drawn.Cells.Select(c => c.Text.EndsWith(uncertain, StringComparison.Ordinal) ? c with { Untrusted = true } : c)] });
        var facts = FactMaker.Make(typed.Value).Value;

        Assert.NotEmpty(facts.Where(f => f.Shown == "3.00"));
        Assert.All(facts.Where(f => f.Shown == "3.00"), f => Assert.Equal(placing, f.Placing));
    }

    /// <summary>The unit of the other rows stands behind the name of one: where the column beside says it again and again, they are parted.</summary>
    [Theory]
    [InlineData("办公设备购置及日常维修改造项目青山县统计局{1,2}", "青山县统计局", "办公设备购置及日常维修改造项目")]
    [InlineData("办公设备购置及日常维修改造项目青山县统计局 | ", "青山县统计局", "办公设备购置及日常维修改造项目")]
    [InlineData("白水市青山县统计局{1,2}", "青山县统计局", "白水市青山县统计局")]
    [InlineData("办公设备购置及日常维修改造项目青山县统计局{1,2}", "白水县统计局", "办公设备购置及日常维修改造项目青山县统计局")]
    [InlineData("青山县统计局{1,2}", "青山县统计局", "青山县统计局")]
    public void A_name_that_runs_into_what_stands_beside_is_parted_from_it(string row, string unit, string label)
    {
        var drawn = DrawnTable.Of($"""
            项目名称 | 项目单位 | 合计 | 财政拨款
            信息系统运行维护费 | {unit} | 4.00 | 4.00
            第五次全国经济普查专项经费 | {unit} | 3.00 | 3.00
            {row} | 2.00 | 2.00
            """, "项目支出表\n单位:元") with { HeaderRows = 1 };
        Assert.Equal(label, Assert.Single(DrawnTable.Type(drawn).Value).Rows[^1].Label);
    }

    /// <summary>Between rulings publishers shorten names; at the end of a page, or in the last cell, if it fills that, a name may have been cut.</summary>
    [Theory]
    [InlineData(false, 2, "\n222 | 粮油物资储备支出 | 6.00 | 4.00 | 2.00", Placing.Unsure)]
    [InlineData(true, 1, "\n222 | 粮油物资储备支出 | 6.00 | 4.00 | 2.00", Placing.Sure)]
    [InlineData(true, 1, "", Placing.Unsure)]
    [InlineData(false, 1, "", Placing.Sure)]
    public void A_name_that_the_end_of_a_page_cuts_is_doubted(bool full, int page, string below, Placing placing)
    {
        var drawn = DrawnTable.Of($"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            204 | 公共安全支出 | 6.00 | 4.00 | 2.00
            205 | 教育支出 | 6.00 | 4.00 | 2.00
            206 | 科学技术支出 | 6.00 | 4.00 | 2.00
            2209999 | 其他自然资源 | 6.00 | 4.00 | 2.00{below}
            """, "支出总表\n单位:元");
        var typed = DrawnTable.Type(drawn with { Cells = [.. drawn.Cells.Select(c => c with { Full = full, Area = c.Area with { Page = c.Row > 5 ? page : 1 } })] });
        Assert.All(FactMaker.Make(typed.Value).Value.Where(f => f.Line.Code == "2209999"), f => Assert.Equal(placing, f.Placing));
    }

    /// <summary>类 and 款 mostly head codes; where names stand below them, they head names.</summary>
    [Theory]
    [InlineData("机关商品和服务支出", "办公经费", "机关资本性支出", "机关商品和服务支出/小计 机关商品和服务支出/办公经费 机关资本性支出/小计 机关资本性支出/办公经费")]
    [InlineData("502", "50201", "503", "")]
    public void Names_below_the_heads_of_codes_are_names(string group, string part, string second, string labels)
    {
        var table = DrawnTable.One($"""
            政府预算支出经济分类科目{"{1,2}"} | 合计{"{2,1}"}
            类 | 款
            合计{"{1,2}"} | 16.00
            {group}{"{2,1}"} | 小计 | 9.00
            {part} | 9.00
            {second}{"{2,1}"} | 小计 | 7.00
            {part} | 7.00
            """, "2026年自治区本级政府预算支出经济分类预算表\n单位:万元");
        Assert.Equal(labels, string.Join(' ', table.Rows.Where(r => r.Label.Contains('/', StringComparison.Ordinal)).Select(r => r.Label)));
    }

    [Theory]
    [InlineData("2[20306]国防动员", "20306", "国防动员")]
    [InlineData("2024[20306]国防动员", "", "2024[20306]国防动员")]
    [InlineData("2[二期]国防动员", "", "2[二期]国防动员")]
    public void The_number_of_a_row_in_front_of_its_bracketed_code_is_none_of_its_code(string text, string code, string name) => Assert.Equal((code, name), CodeText.Split(text));

    /// <summary>Figures of one side ran into the names of the other: what stands further right is not of the row's name. A remark may begin with a figure.</summary>
    [Theory]
    [InlineData("26,783,374.40一、本年支出", Placing.Unknown)]
    [InlineData("26,783,374.40元为上年结转", Placing.Sure)]
    public void Figures_behind_the_other_sides_names_are_doubted(string beside, Placing placing)
    {
        var facts = DrawnTable.Facts($"""
            项目 | 说明 | 合计 | 一般公共预算
            一、本年收入 | {beside} | 9.00 | 9.00
            (一)一般公共预算拨款 | 说明文字 | 9.00 | 9.00
            收入总计 | 说明文字 | 9.00 | 9.00
            """, "财政拨款收支总表\n单位:元");
        Assert.All(facts.Where(f => f.Line.Label == "一、本年收入"), f => Assert.Equal(placing, f.Placing));
    }

    /// <summary>The decimals stand in a row of their own: neither row is whole.</summary>
    [Theory]
    [InlineData(".97", Placing.Unsure)]
    [InlineData("0.97", Placing.Sure)]
    public void The_row_above_torn_decimals_is_doubted(string below, Placing placing)
    {
        var facts = DrawnTable.Facts($"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 9545 | 6000 | 3545
            204 | 公共安全支出 | {below} | 0.00 | {below}
            """, "支出总表\n单位:元");
        Assert.All(facts.Where(f => f.Line.Code == "201"), f => Assert.Equal(placing, f.Placing));
    }

    [Theory]
    [InlineData("", Placing.Unsure)]
    [InlineData("公共安全支出", Placing.Sure)]
    public void A_code_without_its_name_among_names_is_doubted(string label, Placing placing)
    {
        var facts = DrawnTable.Facts($"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            204 | {label} | 6.00 | 4.00 | 2.00
            205 | 教育支出 | 6.00 | 4.00 | 2.00
            """, "支出总表\n单位:元");
        Assert.All(facts.Where(f => f.Line.Code == "204"), f => Assert.Equal(placing, f.Placing));
    }

    /// <summary>A first row of figures without a name is the total, unless the rows below it have lost their names too.</summary>
    [Theory]
    [InlineData("", Placing.Unknown)]
    [InlineData("教育支出", Placing.Sure)]
    public void A_first_row_without_a_name_among_others_without_is_no_total(string below, Placing placing)
    {
        var facts = DrawnTable.Facts($"""
            科目名称 | 合计 | 基本支出 | 项目支出
             | 9.00 | 6.00 | 3.00
            {below} | 9.00 | 6.00 | 3.00
            """, "支出总表\n单位:元");
        Assert.All(facts.Where(static f => f.Line.Row == 1), f => Assert.Equal(placing, f.Placing));
    }

    /// <summary>A balance behind a total, or a total behind a balance, is the name of another row.</summary>
    [Theory]
    [InlineData("本年支出合计年末结转和结余", Placing.Unsure)]
    [InlineData("年末结转和结余总计", Placing.Unsure)]
    [InlineData("支出合计及年末结转结余", Placing.Sure)]
    [InlineData("支出合计(含结转)", Placing.Sure)]
    [InlineData("本年支出总计", Placing.Sure)]
    public void A_total_and_a_balance_are_two_rows(string label, Placing placing)
    {
        var facts = DrawnTable.Facts($"""
            收入{"{1,2}"} | 支出{"{1,2}"}
            项目 | 决算数 | 项目 | 决算数
            一、财政拨款收入 | 9.00 | 一、教育支出 | 9.00
            收入合计 | 9.00 | {label} | 9.00
            """, "收入支出决算总表\n单位:元");
        Assert.Equal(placing, Assert.Single(facts, f => f.Line.Label == label).Placing);
    }
}
