using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

public class HeaderGuardTests
{
    [Theory]
    [InlineData("款收入", HeaderFault.Piece)]
    [InlineData("管理资金收入", HeaderFault.Piece)]
    [InlineData("国有资本", HeaderFault.Piece)]
    [InlineData("基本支出人员经费", HeaderFault.RunTogether)]
    [InlineData("本年一般公共预算基本支出合计人员经费", HeaderFault.RunTogether)]
    [InlineData("人员经费科目名称", HeaderFault.RunTogether)]
    [InlineData("项目支出(元)经营支", HeaderFault.RunTogether)]
    [InlineData("项目一、一般公共服务支出", HeaderFault.RunTogether)]
    [InlineData("序号项目编码项目名称项目单位", HeaderFault.RunTogether)]
    [InlineData("政府性一般公共预基算金预算", HeaderFault.Mixed)]
    [InlineData("政府国有一般性基资本公共金预经营预算算预算", HeaderFault.Mixed)]
    [InlineData("务转贷、其中:对", HeaderFault.Mixed)]
    [InlineData("事业收入4", HeaderFault.Strange)]
    [InlineData("附属单位上缴收入用", HeaderFault.Strange)]
    [InlineData("金额单位:元预算数", HeaderFault.Strange)]
    [InlineData("注:本表金额单位为万元。", HeaderFault.Strange)]
    [InlineData("部门(单位):卫生健康局收入", HeaderFault.Strange)]
    [InlineData("1,576.05专", HeaderFault.Strange)]
    [InlineData("合计153--02620", HeaderFault.Strange)]
    [InlineData("本年支出020202222", HeaderFault.Strange)]
    [InlineData("2024年预算数务务", HeaderFault.Strange)]
    [InlineData("计人员经费", HeaderFault.Strange)]
    [InlineData("支出内部资料", HeaderFault.Strange)]
    [InlineData("一般公共预算1财政拨款收入", HeaderFault.Strange)]
    public void Tells_a_header_that_was_not_read_whole(string part, object fault) => Assert.Equal((HeaderFault)fault, HeaderLexicon.FaultOf(part));

    [Theory]
    [InlineData("一般公共预算拨款收入")]
    [InlineData("2026年预算数")]
    [InlineData("2024年度决算数")]
    [InlineData("本年收入合计")]
    [InlineData("其中:基本支出")]
    [InlineData("债务限额(其中:专项债务)")]
    [InlineData("“三公”经费预算数")]
    [InlineData("采购金额(合计)")]
    [InlineData("预算数(单位:万元)")]
    [InlineData("土地出让价款收入安排的支出")]
    [InlineData("街道本级资金")]
    [InlineData("总收入")]
    [InlineData("收入项目")]
    [InlineData("支出科目")]
    [InlineData("支出(按功能分类)")]
    [InlineData("支出按经济分类")]
    [InlineData("2024年预算数为2023年执行数的比例")]
    [InlineData("企业1改革成本")]
    public void Has_nothing_against_known_and_new_headers(string part) => Assert.Null(HeaderLexicon.FaultOf(part));

    [Theory]
    [InlineData("事业单位对附属单项目支出上缴上级经营支出位补助支", false)]
    [InlineData("对附属单项目支出上缴上级经营支出位补助支出", true)]
    [InlineData("经营支出支出出", true)]
    [InlineData("基本支出(元)项目支出(元)", true)]
    [InlineData("对附属单位补助支出(元)", false)]
    [InlineData("政府性基金预算拨款收入安排的支出", false)]
    [InlineData("公务用车公务用车", true)]
    [InlineData("类类", false)]
    public void Tells_lines_of_several_headers_in_one(string part, bool woven) => Assert.Equal(woven, HeaderGuards.IsInterwoven(part));

    private const string Row = "201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00";

    [Theory]
    [InlineData("科目编码{2,1} | 科目名称{2,1} | 本年支出{1,3}\n合计 | 基本支出 | 项目支出", Placing.Sure)]
    [InlineData("科目编码{2,1} | 科目名称{2,1} | 本年支出{1,2} | 项目支出{2,1}\n合计 | 基本支出", Placing.Unsure)]
    [InlineData("科目编码{2,1} | 科目名称{2,1} | 合计{2,1} | 本年支出{1,2}\n基本支出 | 项目支出", Placing.Unsure)]
    [InlineData("科目编码{2,1} | 科目名称{2,1} | 合计{2,1} | 其中:{1,2}\n基本支出 | 项目支出", Placing.Sure)]
    [InlineData("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", Placing.Sure)]
    public void Parts_of_one_sum_stand_under_one_group_with_their_total(string header, Placing placing)
    {
        var table = DrawnTable.Of(header + "\n" + Row, "一般公共预算支出表\n单位:元") with { Ruled = false };
        Assert.All(FactMaker.Make(DrawnTable.Type(table).Value).Value, f => Assert.Equal(placing, f.Placing));
        Assert.All(FactMaker.Make(DrawnTable.Type(table with { Ruled = true }).Value).Value, static f => Assert.Equal(Placing.Sure, f.Placing));
    }

    [Theory]
    [InlineData(" | 基本支出 | 项目支出", Placing.Sure)]
    [InlineData("基本支出 |  | 项目支出", Placing.Unsure)]
    public void Doubts_a_group_alone_behind_the_name_of_a_column(string names, Placing placing) => Assert.All(
        FactMaker.Make(DrawnTable.Type(DrawnTable.Of($"科目编码{{2,1}} | 科目名称{{2,1}} | 本年支出{{1,3}}\n{names}\n{Row}", "一般公共预算支出表\n单位:元")).Value).Value, f => Assert.Equal(placing, f.Placing));

    [Theory]
    [InlineData("2021决算数", 2021)]
    [InlineData("2021年决算数", 2021)]
    [InlineData("2021", 2021)]
    [InlineData("2021001项目", 0)]
    [InlineData("20210102", 0)]
    [InlineData("决算数", 0)]
    public void A_year_stands_before_its_column_with_or_without_its_word(string header, int year) => Assert.Equal(year, Words.YearIn(header));

    [Theory]
    [InlineData("科目编码", true)]
    [InlineData("科目名称", true)]
    [InlineData("财政拨款收支总表", true)]
    [InlineData("2022年度支出决算表", true)]
    [InlineData("财政拨款支出", false)]
    [InlineData("总计", false)]
    public void Tells_headers_that_no_figures_stand_under(string part, bool isNone) => Assert.Equal(isNone, HeaderGuards.IsNoMeasure(part));

    [Theory]
    [InlineData("基本支出/项目支出", true)]
    [InlineData("本年支出/本年收入", true)]
    [InlineData("本年支出/基本支出", false)]
    [InlineData("公务用车购置及运行费/公务接待费", true)]
    [InlineData("财政拨款结转结余/财政专户管理资金", true)]
    [InlineData("上年结转结余/财政专户管理资金", false)]
    [InlineData("功能分类科目/基本支出", true)]
    [InlineData("功能分类科目/科目编码", false)]
    [InlineData("基本支出/人员经费", false)]
    [InlineData("基本支出和项目支出/项目支出", false)]
    [InlineData("上年结转结余/一般公共预算", false)]
    public void Tells_a_part_that_does_not_belong_to_its_group(string path, bool contradict) => Assert.Equal(contradict, HeaderLexicon.Contradict(path.Split('/')));

    private const string Rows = """
        201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
        20103 | 政府办公厅(室)及相关机构事务 | 9.00 | 6.00 | 3.00
        """;

    [Theory]
    [InlineData("内部资料支出", true)]
    [InlineData("支出", false)]
    [InlineData("本年支出", false)]
    [InlineData("财政拨款收入", false)]
    [InlineData("项目支出", false)]
    public void A_side_behind_other_words_is_none(string group, bool isStrange) => Assert.Equal(isStrange, HeaderLexicon.IsSideAfterMore(group));

    /// <summary>地区 over the names and the first column of figures: its own header was missed. A group over both has headers below it.</summary>
    [Theory]
    [InlineData("地区{2,2} | 债务限额{1,2}\n一般债务 | 专项债务", Placing.Unsure)]
    [InlineData("债务限额{1,4}\n地区 | 合计 | 一般债务 | 专项债务", Placing.Sure)]
    public void The_header_of_names_is_none_of_figures(string header, Placing placing) =>
        Assert.All(FactMaker.Make([DrawnTable.One($"{header}\n某市 | 9.00 | 6.00 | 3.00", "地方政府债务限额情况表\n单位:亿元")]).Value, f => Assert.Equal(placing, f.Placing));

    /// <summary>A group drawn too wide takes the figures of the other side, and the names of an empty half may be the header of the full one.</summary>
    [Theory]
    [InlineData("收入{1,2} | 支出{1,2}\n项目 | 预算数 | 项目 | 预算数", "税收 | 6.00 | 教育支出 | 6.00", Placing.Sure)]
    [InlineData("收入 | 支出{1,3}\n项目 | 预算数 | 项目 | 预算数", "税收 | 6.00 | 教育支出 | 6.00", Placing.Unsure)]
    [InlineData("项目 | 预算数项目 | 预算数", " | 教育支出 | 6.00\n | 卫生健康支出 | 1.00", Placing.Unsure)]
    [InlineData("项目 | 项目说明 | 预算数", " | 教育支出 | 6.00\n | 卫生健康支出 | 1.00", Placing.Sure)]
    public void Figures_stand_beside_names_of_their_side(string header, string rows, Placing placing) =>
        Assert.All(FactMaker.Make([DrawnTable.One($"{header}\n{rows}", "收支总表\n单位:元")]).Value, f => Assert.Equal(placing, f.Placing));

    [Theory]
    [InlineData("科目编码 | 科目名称 | 合计 | 基本支出项目支出 | 项目支出")]
    [InlineData("科目编码 | 科目名称 | 合计 | 小计 | 项目支出")]
    [InlineData("科目编码 | 科目名称 | 2025年执行数 | 基本支出 | 项目支出")]
    [InlineData("科目编码 | 科目名称 | 公开01表 | 基本支出 | 项目支出")]
    [InlineData("科目编码 | 科目名称 | 合计 | 基本支出 | 一、上级补助收入")]
    [InlineData("科目编码 | 科目名称 |  | 基本支出 | 项目支出")]
    public void Doubts_every_figure_below_a_header_that_shows_a_fault(string header)
    {
        var made = FactMaker.Make([DrawnTable.One($"{header}\n{Rows}", "一般公共预算支出表\n单位:元")]);
        Assert.All(made.Value, f => Assert.Equal(FactStatus.Doubtful, f.Status));
        Assert.Single(made.Anomalies, a => a.Code == AnomalyCodes.HeaderUnsure);
    }

    [Theory]
    [InlineData("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出")]
    [InlineData("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出")]
    [InlineData("科目编码 | 科目名称 | 2026年预算数 | 其中:基本支出 | 其中:项目支出")]
    public void Has_no_doubt_about_a_header_that_was_read_whole(string header)
    {
        var made = FactMaker.Make([DrawnTable.One($"{header}\n{Rows}", "一般公共预算支出表\n单位:元")]);
        Assert.Empty(made.Anomalies);
        Assert.All(made.Value, f => Assert.Equal(Placing.Sure, f.Placing));
    }

    [Theory]
    [InlineData("人员经费 公用经费", true)]
    [InlineData("本年一般公共预算基本支出", true)]
    [InlineData("某区农业农村局", false)]
    [InlineData("人员经费说明", false)]
    public void Doubts_a_table_whose_groups_stand_above_it(string line, bool doubted)
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            科目编码 | 科目名称 | 预算数 | 科目编码 | 科目名称 | 预算数
            301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 6.00
            30101 | 基本工资 | 9.00 | 30201 | 办公费 | 6.00
            """, $"一般公共预算基本支出表\n单位:元\n{line}")]);
        Assert.Equal(doubted, made.Anomalies.Any(a => a.Code == AnomalyCodes.HeaderUnsure));
    }

    [Fact]
    public void Doubts_a_half_that_does_not_say_which_side_it_is()
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            项目 | 预算数 | 项目 | 预算数
            一、一般公共预算拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00
            本年收入合计 | 9.00 | 本年支出合计 | 9.00
            """, "收支总表\n单位:元")]);
        Assert.Equal(AnomalyCodes.HeaderUnsure, Assert.Single(made.Anomalies).Code);
    }

    [Fact]
    public void Doubts_a_two_sided_table_whose_right_half_has_no_names()
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            项目 | 收入预算数 | 支出预算数
            一、一般公共预算拨款收入 | 9.00 | 9.00
            本年收入合计 | 9.00 | 9.00
            """, "收支总表\n单位:元")]);
        Assert.All(made.Value, f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Fact]
    public void Doubts_a_column_that_stands_below_nothing_beside_a_group()
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            科目编码{2,1} | 科目名称{2,1} | 本年一般公共预算支出{1,2} | 
            合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            20103 | 政府办公厅(室)及相关机构事务 | 9.00 | 6.00 | 3.00
            """, "一般公共预算支出表\n单位:元")]);
        Assert.Equal(AnomalyCodes.HeaderUnsure, Assert.Single(made.Anomalies).Code);
    }

    /// <summary>A group that took in the header of the names stands over all columns, and tells none apart. So does the name of a department.</summary>
    [Theory]
    [InlineData("本年支出\n科目名称", true)]
    [InlineData("某市教育局\n(本级)", false)]
    public void Doubts_headers_of_two_lines_over_all_columns(string raw, bool doubted)
    {
        var table = DrawnTable.Of($"上{{1,4}}\n | 小计 | 基本支出 | 项目支出\n教育支出(205) | 9.00 | 6.00 | 3.00", "一般公共预算支出表\n单位:元");
        table = table with { HeaderRows = 2, Cells = [.. table.Cells.Select(c => c.Row == 0 ? c with { Raw = raw, Text = raw.Replace("\n", "", StringComparison.Ordinal) } : c)] };
        Assert.Equal(doubted, FactMaker.Make(DrawnTable.Type(table).Value).Value.Any(f => f.Placing != Placing.Sure));
    }

    /// <summary>Without rulings between the rows the first figures may end up in the header. Years and the numbers of columns are of it.</summary>
    [Theory]
    [InlineData("2026年快报数\n74,817", true)]
    [InlineData("2026年快报数\n74.81", true)]
    [InlineData("2026年快报数\n4", true)]
    [InlineData("2026年快报数\n3", false)]
    [InlineData("快报数\n2026", false)]
    [InlineData("2026年\n12\n月快报数", false)]
    public void Doubts_a_header_that_ends_with_a_figure_of_the_first_row(string raw, bool doubted) => Assert.Equal(doubted, IsUnsure("快报数", raw));

    [Theory]
    [InlineData("地区", true)]
    [InlineData("算数", true)]
    [InlineData("预算数", false)]
    [InlineData("调整预算", false)]
    public void Doubts_figures_of_governments_under_what_heads_names_or_is_the_end_of_a_header(string header, bool doubted) => Assert.Equal(doubted, IsUnsure(header, header));

    /// <param name="raw">Lines of the second header of a government's table of three columns.</param>
    private static bool IsUnsure(string header, string raw)
    {
        var table = DrawnTable.Of($"项目 | {header} | 上年决算数\n增值税 | 9.00 | 6.00\n契税 | 1.00 | 2.00", "2026年全市一般公共预算收入表\n单位:万元");
        table = table with { Cells = [.. table.Cells.Select(c => c is { Row: 0, Column: 1 } ? c with { Raw = raw } : c)] };
        return FactMaker.Make(DrawnTable.Type(table).Value).Anomalies.Any(a => a.Code == AnomalyCodes.HeaderUnsure);
    }

    [Fact]
    public void Doubts_a_table_whose_codes_are_taken_for_figures()
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            科目编码{1,3} | 科目名称{2,1} | 合计{2,1}
            类款项{1,3}
            201 | 03 | 01 | 行政运行 | 9.00
            201 | 03 | 02 | 一般行政管理事务 | 3.00
            """, "支出总表\n单位:元")]);
        Assert.All(made.Value, f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Theory]
    [InlineData("街道本级补贴", Placing.Unsure)]
    [InlineData("项目支出", Placing.Sure)]
    public void Doubts_the_figures_of_a_column_whose_meaning_is_not_known(string header, Placing placing)
    {
        var made = FactMaker.Make([DrawnTable.One($"科目编码 | 科目名称 | 合计 | 基本支出 | {header}\n{Rows}", "一般公共预算支出表\n单位:元")]);
        Assert.All(made.Value.Where(f => f.Column.Path == header), f => Assert.Equal(placing, f.Placing));
        Assert.All(made.Value.Where(f => f.Column.Path == "合计"), f => Assert.Equal(Placing.Sure, f.Placing));
        Assert.Equal(placing == Placing.Unsure, made.Anomalies.Any(a => a.Code == AnomalyCodes.ColumnUnknown));
    }

    /// <summary>Rulings leave a blank over the total of all columns, which is in no group; over any other column a group may have been cut.</summary>
    [Theory]
    [InlineData("总计", true, 0)]
    [InlineData("总计(元)", true, 0)]
    [InlineData("总计", false, 1)]
    [InlineData("财政专户管理资金", true, 1)]
    public void A_blank_over_the_total_of_all_columns_is_no_fault_where_rulings_drew_it(string header, bool ruled, int told)
    {
        var typed = DrawnTable.Type(DrawnTable.Of($"支出项目类别{{2,1}} |  | 2026年预算{{1,2}}\n{header} | 一般公共预算拨款 | 上年结转\n某局 | 7.00 | 6.00 | 1.00", "项目支出总表\n单位:万元") with { Ruled = ruled });
        Assert.Equal(told, FactMaker.Make(typed.Value).Anomalies.Count(a => a.Code == AnomalyCodes.HeaderUnsure));
    }

    [Theory]
    [InlineData("2022年 | 2021年", Placing.Sure)]
    [InlineData("2022年{1,2}", Placing.Unknown)]
    public void Doubts_columns_of_a_form_that_share_one_header(string years, Placing placing)
    {
        var facts = DrawnTable.Facts($"""
            部门名称 | 某局{"{"}1,3{"}"}
            部门资金情况(万元){"{"}4,1{"}"} | 资金情况 | {years}
            财政拨款 | 4.00 | 3.00
            其他资金 | 2.00 | 1.00
            合计 | 6.00 | 4.00
            """, "部门整体支出绩效目标表");
        Assert.Equal(6, facts.Length);
        Assert.All(facts, f => Assert.Equal(placing, f.Placing));
    }
}
