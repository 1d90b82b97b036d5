using Ingest.Core.Budget.Documents;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Whose budget, of which year and phase: documents of whole governments, which seldom say so in one place.</summary>
public class GovernmentReaderTests
{
    private static DocumentIdentity Read(string lines, params RawTable[] tables)
    {
        var text = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((l, i) =>
            new TextLine(new PageBox(1, new Box(0, i * 10, 100, (i * 10) + 10)), l.Split(' ', 2)[1], float.Parse(l.Split(' ', 2)[0], System.Globalization.CultureInfo.InvariantCulture)));
        return IdentityReader.Read(new SourceDocument("", "x.pdf", 0), new FoundTables([.. tables], [.. text]));
    }

    private static RawTable Debt(string caption) => DrawnTable.Of("项目 | 预算数 | 执行数\n一、2020年末地方政府一般债务余额实际数 |  | 5,595.12", caption + "\n单位:亿元");

    [Theory]
    [InlineData("36 2024年度全区及区本级财政决算报表\n20 宁夏回族自治区财政厅\n16 2025年8月19日\n16 目录", "宁夏回族自治区", "640000", 2024, "final")]
    [InlineData("36 2026年省本级预算公开表\n20 黑龙江省财政厅编制\n20 2026年1月\n16 目录", "黑龙江省", "230000", 2026, "budget")]
    [InlineData("36 2026年昆明市本级政府预算公开\n16 目录", "昆明市", "530100", 2026, "budget")]
    [InlineData("36 2022年浙江省和省本级财政决算\n36 2023年9月\n16 目录", "浙江省", "330000", 2022, "final")]
    [InlineData("36 四川省2023年决算情况表\n16 四川省财政厅", "四川省", "510000", 2023, "final")]
    [InlineData("36 钦州市全市与市本级\n36 2025年预算执行情况和2026年预算(草案)\n16 目录", "钦州市", "450700", 2026, "budget")]
    [InlineData("20 沧州市十五届人大七次会议文件(11)\n22 关于沧州市2025年预算执行情况\n22 和2026年预算草案的报告(书面)\n18 ———2026年2月5日在沧州市第十五届人民代表大会第七次会议上\n18 沧州市财政局局长\n16 各位代表:", "沧州市", "130900", 2026, "budget")]
    [InlineData("36 关于湖北省2023年财政决算和2024年上半年预算执行情况的报告", "湖北省", "420000", 2023, "final")]
    [InlineData("36 延边州2024年财政总决算", "延边朝鲜族自治州", "222400", 2024, "final")]
    [InlineData("36 呼和浩特市赛罕区2024年政府决算公开", "呼和浩特市赛罕区", "150105", 2024, "final")]
    [InlineData("36 重庆市两江新区2025年预算执行情况和2026年预算草案", "重庆市两江新区", "500000", 2026, "budget")]
    [InlineData("36 苏州工业园区2025年财政预算", "苏州工业园区", "320500", 2025, "budget")]
    [InlineData("36 朝阳区2024年财政决算", "朝阳区", "", 2024, "final")]
    public void A_title_page_or_the_office_below_it_names_the_government(string lines, string entity, string region, int year, string phase)
    {
        var identity = Read(lines);
        Assert.Equal((entity, region, year, phase, "government"), (identity.Entity, identity.RegionCode, identity.FiscalYear, identity.Phase, identity.Scope));
    }

    [Theory]
    [InlineData("表1-1\n内蒙古自治区2021年地方政府一般债务余额情况表", "内蒙古自治区", "150000")]
    [InlineData("51四川省2021年地方政府一般债务余额情况表", "四川省", "510000")]
    [InlineData("甘肃省全辖2021年地方政府一般债务余额情况表", "甘肃省", "620000")]
    [InlineData("2021年大理白族自治州地方政府一般债务余额情况表", "大理白族自治州", "532900")]
    public void A_statement_of_debt_names_the_government_in_its_title_and_is_a_budget_by_its_columns(string caption, string entity, string region)
    {
        var identity = Read("", Debt(caption));
        Assert.Equal((entity, region, 2021, "budget", "government"), (identity.Entity, identity.RegionCode, identity.FiscalYear, identity.Phase, identity.Scope));
    }

    [Fact]
    public void A_statement_of_debt_with_settled_figures_is_of_the_final_accounts()
    {
        var table = DrawnTable.Of("地区 | 2019年债务限额 | 2019年债务余额(决算数)\n湖南省 | 10,228.96 | 10,174.56", "43湖南省2019年地方政府债务限额及余额情况表");
        Assert.Equal(("湖南省", "final"), (Read("", table).Entity, Read("", table).Phase));
        Assert.Equal("final", Read("", DrawnTable.Of("项目名称 | 债券规模\n学校建设 | 1.00", "2020年湖北省地方政府债券使用情况表")).Phase);
    }

    private static RawTable Places(string places, string caption) =>
        DrawnTable.Of("地区 | 决算数\n" + string.Join('\n', places.Split(' ').Select(p => p + " | 1.00")), caption);

    [Theory]
    [InlineData("银川市 石嘴山市 吴忠市 固原市", "2020年全区一般公共预算收入决算表", "2020年自治区对市县税收返还和转移支付决算表", "宁夏回族自治区", "640000")]
    [InlineData("芙蓉区 天心区 岳麓区 开福区 宁乡市", "2020年全市一般公共预算收入决算表", "2020年市级一般公共预算支出决算表", "长沙市", "430100")]
    [InlineData("芙蓉区 天心区 衡阳市 株洲市 宁乡市", "2020年全省一般公共预算收入决算表", "2020年省对市县转移支付决算表", "湖南省", "430000")]
    [InlineData("普陀区 徐汇区 长宁区 静安区", "2020年全市一般公共预算收入决算表", "2020年市级一般公共预算支出决算表", "上海市", "310000")]
    // too few, or of several provinces
    [InlineData("银川市 石嘴山市", "2020年全区一般公共预算收入决算表", "2020年自治区对市县税收返还和转移支付决算表", "", "")]
    [InlineData("银川市 长沙市 衡阳市 广州市 武汉市", "2020年全省一般公共预算收入决算表", "2020年省级转移支付决算表", "", "")]
    public void The_places_in_its_tables_tell_the_government_that_no_title_names(string places, string caption, string other, string entity, string region)
    {
        var identity = Read("", Places(places, caption), Places(places, other));
        Assert.Equal((entity, region, "government"), (identity.Entity, identity.RegionCode, identity.Scope));
    }

    [Fact]
    public void A_department_whose_tables_are_called_like_those_of_a_government_stays_a_department()
    {
        var tables = new[] { "政府性基金收入表", "国有资本经营预算收入表", "社会保险基金收入表" }
            .Select((t, i) => DrawnTable.Of("项目 | 预算数\n本年收入 | 1.00", t + "\n编制单位:荆州市教育局", i + 1)).ToArray();
        Assert.Equal(("荆州市教育局", "department"), (Read("", tables).Entity, Read("", tables).Scope));
        Assert.Equal("荆州市", Read("36 关于荆州市2024年预算执行情况和2025年预算草案的报告", tables).Entity);
    }

    [Fact]
    public void What_was_carried_out_and_what_is_planned_next_is_a_document_of_the_next_year()
    {
        string[] past = ["2024年全省一般公共预算收入完成情况表", "2024年全省一般公共预算支出完成情况表", "2024年全省政府性基金收入执行情况表"];
        string[] coming = ["2025年全省一般公共预算收入预算表", "2025年全省政府性基金收入预算表"];
        static RawTable[] Tables(string[] titles) => [.. titles.Select((t, i) => DrawnTable.Of("项目 | 金额\n税收收入 | 1.00", t, i + 1))];
        Assert.Equal((2025, "budget"), (Read("", Tables([.. past, .. coming])).FiscalYear, Read("", Tables([.. past, .. coming])).Phase));
        Assert.Equal(2024, Read("", Tables(past)).FiscalYear);
        Assert.Equal(2024, Read("", Tables(["2024年全省一般公共预算收入决算表", "2024年全省政府性基金收入决算表", "2025年全省政府专项债务限额表"])).FiscalYear);
    }

    [Theory]
    [InlineData("项目 | 预算数 | 调整预算数 | 决算数", "final")]
    [InlineData("项目 | 2022年决算数 | 2023年预算数", "budget")]
    [InlineData("项目 | 上年决算数 | 预算数", "budget")]
    public void Where_titles_name_only_the_budget_itself_the_columns_tell_the_phase(string header, string phase)
    {
        var row = "税收收入" + string.Concat(Enumerable.Repeat(" | 1.00", header.Count(c => c == '|')));
        var tables = new[] { "2023年全市一般公共预算收入表", "2023年全市政府性基金收入表" }.Select((t, i) => DrawnTable.Of(header + "\n" + row, t, i + 1)).ToArray();
        Assert.Equal(phase, Read("", tables).Phase);
    }
}
