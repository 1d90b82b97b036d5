using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class IdentityReaderTests
{
    private static DocumentIdentity Read(string lines, params RawTable[] tables)
    {
        var text = lines.Split('\n').Select((l, i) =>
        {
            var size = float.Parse(l.Split(' ', 2)[0], System.Globalization.CultureInfo.InvariantCulture);
            return new TextLine(new PageBox(1, new Box(0, i * 10, 100, (i * 10) + 10)), l.Split(' ', 2)[1], size);
        });
        return IdentityReader.Read(new SourceDocument("", "x.pdf", 0), new FoundTables([.. tables], [.. text]));
    }

    [Theory]
    [InlineData("36 上海市2026年市级单位预算\n18 预算单位:上海市海洋监测预报中心\n20 目 录", "上海市海洋监测预报中心", 2026, "budget", "unit")]
    [InlineData("36 上海市普陀区2025年区级部门预算\n18 预算主管部门:上海市普陀区财政局\n14 目 录", "上海市普陀区财政局", 2025, "budget", "department")]
    [InlineData("26 2026年\n26 广州市信访局部门预算\n22 目 录", "广州市信访局", 2026, "budget", "department")]
    [InlineData("36 中共上海市普陀区委\n36 社会工作部2024年度\n36 部门决算\n16 目 录", "中共上海市普陀区委社会工作部", 2024, "final", "department")]
    [InlineData("22 2026年深圳市统计局(本级)部门预\n22 算\n16 目 录", "深圳市统计局(本级)", 2026, "budget", "unit")]
    [InlineData("26 2026年度\n26 无锡市交通运输局(本级)\n26 单位预算公开\n22 目 录", "无锡市交通运输局(本级)", 2026, "budget", "unit")]
    [InlineData("22 西安市人民政府办公厅(汇总)\n22 2026年部门预算公开说明\n18 目 录", "西安市人民政府办公厅", 2026, "budget", "department")]
    [InlineData("22 重庆市水利局2026年部门预算情况说明\n16 一、单位基本情况", "重庆市水利局", 2026, "budget", "department")]
    [InlineData("9 附件2\n26 2019年部门综合预算公开报表\n20 部门名称:西安市安全生产监督管理局\n22 目录", "西安市安全生产监督管理局", 2019, "budget", "department")]
    [InlineData("36 国家信访局\n36 部门预算\n36 二〇二六年三月\n22 2026年收支总表", "国家信访局", null, "budget", "department")]
    [InlineData("36 临沧市2025年地方财政预算执行情况和\n36 2026年地方财政预算草案\n22 目 录", "临沧市", 2026, "budget", "government")]
    [InlineData("36 1月23日星期四5关于呼和浩特市2024年\n36 预算执行情况和2025年预算草案的报告", "呼和浩特市", 2025, "budget", "government")]
    public void Reads_the_title_page(string lines, string entity, int? year, string phase, string scope)
    {
        var identity = Read(lines);
        Assert.Equal((entity, year, phase, scope), (identity.Entity, identity.FiscalYear, identity.Phase, identity.Scope));
    }

    [Theory]
    [InlineData("表5.青山区大数据中心2023年一般公共预算支出表\n单位:元", "青山区大数据中心")]
    [InlineData("附件2:某市统计局(本级)2023年度部门预算\n收支总表", "某市统计局(本级)")]
    [InlineData("2023年部门收支总表", "")]
    [InlineData("本部门2023年收支总表", "")]
    [InlineData("财政拨款收支2023年预算总表", "")]
    public void Names_the_entity_by_the_titles_of_its_tables_where_nothing_else_does(string caption, string entity)
    {
        var table = DrawnTable.Of("项目 | 预算数\n一、本年收入 | 1.00", caption);
        Assert.Equal(entity, IdentityReader.Read(new SourceDocument("", "x.pdf", 0), new FoundTables([table], [])).Entity);
    }

    [Fact]
    public void Falls_back_to_the_lines_above_the_tables()
    {
        var table = DrawnTable.Of("项目 | 预算数\n一、本年收入 | 1.00", "收支预算总表\n公开表一\n部门:江苏省人大常委会办公厅单位:万元");
        var other = DrawnTable.Of("项目 | 2019年预算数\n一、本年收入 | 1.00", "2019年收入预算总表", 2);
        var identity = IdentityReader.Read(new SourceDocument("", "2026年.pdf", 0), new FoundTables([table, other], []));
        Assert.Equal(("江苏省人大常委会办公厅", 2019, "budget"), (identity.Entity, identity.FiscalYear, identity.Phase));
        Assert.Contains(identity.Reasons, r => r.Contains("2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_nothing_of_a_document_without_such_words()
    {
        var identity = IdentityReader.Read(new SourceDocument("", "2026年某局部门预算.pdf", 0), new FoundTables([], ImmutableArray<TextLine>.Empty));
        Assert.Equal(("", null, ""), (identity.Entity, identity.FiscalYear, identity.Phase));
    }

    [Theory]
    [InlineData("沂水县司法局", "", "371323")]
    [InlineData("上海市普陀区司法局", "", "310107")]
    [InlineData("深圳市统计局(本级)", "", "440300")]
    [InlineData("江苏省人民检察院", "", "320000")]
    [InlineData("青山区大数据中心", "武汉市青山区大数据中心本级", "420107")]
    [InlineData("青山区大数据中心", "", "")]
    [InlineData("首都绿化委员会办公室", "", "")]
    [InlineData("杭州市临平区教育局", "", "330113")]
    [InlineData("济南市莱芜区财政局", "", "370116")]
    [InlineData("延边州教育局", "", "222400")]
    [InlineData("宁夏农业学校", "", "640000")]
    [InlineData("上海市西藏北路街道办事处", "", "310000")]
    public void Finds_the_division_where_the_text_names_it(string entity, string elsewhere, string code) =>
        Assert.Equal(code, Ingest.Core.Budget.Codes.Divisions.CodeIn(entity, () => [elsewhere]));

    [Theory]
    [InlineData("部门:上海交通职业技术学院\n上海市2026年市级单位预算", "", "310000", null)]
    [InlineData("部门:首都绿化委员会办公室", "11000025T000003353562-鲜花", "110000", "region by the codes of projects")]
    [InlineData("部门:首都绿化委员会办公室", "99000025T000003353562-鲜花", "", null)]
    [InlineData("部门:青山区大数据中心", "42010722121T000000100", "420107", null)]
    [InlineData("部门:青山区大数据中心", "政务网", "", "several divisions are called 青山区")]
    public void Finds_the_division_also_by_title_and_project_codes(string caption, string project, string code, string? reason)
    {
        var parts = caption.Split('\n');
        var table = DrawnTable.Of($"项目 | 预算数\n{project} | 1.00", "项目支出表\n" + parts[0]);
        var title = parts.Length > 1 ? new TextLine(new PageBox(1, new Box(0, 0, 100, 10)), parts[1], 36) : default;
        var identity = IdentityReader.Read(new SourceDocument("", "x.pdf", 0), new FoundTables([table], title.Text is null ? [] : [title]));
        Assert.Equal(code, identity.RegionCode);
        if (reason is not null)
            Assert.Contains(reason, identity.Reasons);
    }

    private static AnomalyCode[] Doubts(string file, string entity, string region, int? year, string phase, string line = "目录", bool holdsFacts = true) =>
        [.. IdentityReader.Doubts(
            new SourceDocument("", file, 0), new FoundTables([], [new TextLine(new PageBox(2, new Box(0, 0, 100, 10)), line, 12)]),
            new DocumentIdentity(entity, region, year, phase, "", []), holdsFacts).Select(a => a.Code)];

    [Theory]
    [InlineData("某市某局", "", null, "", true)]
    [InlineData("", "420100", 2026, "budget", true)]
    [InlineData("某市某局", "420100", null, "budget", true)]
    [InlineData("某市某局", "", 2026, "budget", true)]
    [InlineData("国家信访局", "", 2026, "budget", false)]
    [InlineData("交通运输部", "", 2026, "budget", false)]
    [InlineData("某市某局", "420100", 2026, "budget", false)]
    public void A_missing_body_region_year_or_phase_is_a_doubt_where_there_are_facts(string entity, string region, int? year, string phase, bool doubted)
    {
        Assert.Equal(doubted ? [AnomalyCodes.IdentityUnknown] : [], Doubts("x.pdf", entity, region, year, phase));
        Assert.Equal(Severity.Doubt, AnomalyCodes.IdentityUnknown.Severity);
        Assert.Empty(Doubts("x.pdf", entity, region, year, phase, holdsFacts: false));
    }

    [Fact]
    public void Says_where_the_file_name_names_another_year()
    {
        var table = DrawnTable.Of("项目 | 预算数\n一、本年收入 | 1.00", "2019年收入预算总表\n部门:某局");
        var source = new SourceDocument("", "2026年.pdf", 0);
        var found = new FoundTables([table], []);
        var doubt = Assert.Single(IdentityReader.Doubts(source, found, IdentityReader.Read(source, found), true), a => a.Code == AnomalyCodes.YearContradiction);
        Assert.Equal(("2026", "2019"), (doubt.Found, doubt.Expected));
    }

    [Theory]
    [InlineData("2026年曲靖市信访局部门预算.pdf", "国家信访局", "", "budget")]
    [InlineData("佛山市交通运输局部门预算.pdf", "佛山市轨道交通局", "440600", "final")]
    [InlineData("财政局_2026年部门预算.pdf", "珠海市代建项目管理中心", "440400", "budget")]
    [InlineData("2026年烟台市司法局部门预算.pdf", "威海市司法局", "371000", "budget")]
    public void A_file_name_of_another_body_or_phase_is_a_doubt(string file, string entity, string region, string phase) =>
        Assert.Equal([AnomalyCodes.OtherDocument], Doubts(file, entity, region, 2026, phase));

    [Theory]
    [InlineData("公安局_2026年部门预算.pdf", "福州市公安局治安管理支队", "350100", "budget")]
    [InlineData("财政局_2026年部门预算.pdf", "珠海市代建项目管理中心", "440400", "budget", "主管部门:珠海市财政局")]
    [InlineData("2026年深圳市发改委部门预算.pdf", "深圳市发展和改革委员会(汇总)", "440300", "budget")]
    [InlineData("科技创新局_2026年部门预算.pdf", "西安市科学技术局", "610100", "budget")]
    [InlineData("政务服务和数据管理局_2026年部门预算.pdf", "苏州市数据局", "320500", "budget")]
    [InlineData("宣传部_2026年部门预算.pdf", "中国共产党西安市委员会宣传部", "610100", "budget")]
    [InlineData("规划和自然资源局_2026年深圳市规划和自然资源局盐田管理局部门预算.pdf.pdf", "深圳市规划和自然资源局盐田管理局", "440308", "budget")]
    [InlineData("unit_budget.pdf", "上海市普陀区司法局", "310107", "final")]
    [InlineData("1769321433314-附件2.部门预算公开表.pdf", "某市统计局", "420100", "budget")]
    [InlineData("2025年预决算公开.pdf", "某市统计局", "420100", "final")]
    [InlineData("烟台市信访局2024年度部门决算.pdf", "烟台市信访局", "370600", "final")]
    public void Subordinates_short_forms_and_names_without_a_body_say_nothing(string file, string entity, string region, string phase, string line = "目录") =>
        Assert.DoesNotContain(AnomalyCodes.OtherDocument, Doubts(file, entity, region, 2026, phase, line));

    [Theory]
    [InlineData("长沙职业教育基地建设管理中心", "430100")]
    [InlineData("上海市某局、上海市统计和大数据研究院", "310000")]
    [InlineData("吉林职业教育中心", "")]
    public void A_name_may_begin_with_its_city_without_the_word(string entity, string region) =>
        Assert.Equal(region, Ingest.Core.Budget.Codes.Divisions.CodeIn(entity, static () => []));
}
