using System.Text.RegularExpressions;
using Ingest.Core.Entities;

namespace Ingest.Tests.Entities;

public sealed class EntityFunctionTests(FixtureDatabase fixtures)
{
    [Theory]
    [InlineData("petitions", "深圳市信访局", "440300")]
    [InlineData("petitions", "北京市信访办公室", "110000")]
    [InlineData("petitions", "国家信访局", "")]
    [InlineData("public_security", "北京市公安局交通管理局", "110000")]
    [InlineData("finance", "公安县财政局", "421022")]
    [InlineData("natural_resources", "上海市普陀区规划和自然资源局", "310107")]
    [InlineData("natural_resources", "某市国土资源局", "")]
    [InlineData("environment", "某市环境保护局", "")]
    [InlineData("urban_management", "某市城市管理委员会", "")]
    [InlineData("state_assets", "西安市人民政府国有资产监督管理委员会", "610100")]
    [InlineData("government_office", "泉州市人民政府办公室(本级)", "350500")]
    [InlineData("subdistrict", "上海市普陀区人民政府万里街道办事处", "310107")]
    [InlineData("people_congress", "江苏省人大常委会办公厅", "320000")]
    [InlineData("party_office", "中共江苏省委办公厅", "320000")]
    [InlineData("publicity", "中国共产党广州市委员会宣传部", "440100")]
    [InlineData("civil_military", "中共北京市委军民融合发展委员会办公室", "110000")]
    [InlineData("forestry", "首都绿化委员会办公室", "110000")]
    [InlineData("health", "某区第一人民医院", "")]
    [InlineData("health", "某区城西社区卫生服务中心", "")]
    [InlineData("education", "某市第十七中学", "")]
    [InlineData("justice", "某市劳动人事争议仲裁院司法鉴定中心", "")]
    [InlineData("veterans", "某市退役军人事务管理局", "")]
    [InlineData("veteran_cadres", "某市老年大学", "")]
    [InlineData("development_zone", "某某经济技术开发区管理委员会", "")]
    [InlineData("data", "武汉市青山区大数据中心", "420107")]
    [InlineData("", "青山区示范局", "420107")]
    [InlineData("", "武汉市人民政府", "420100")]
    [InlineData("", "", "")]
    public void A_name_tells_what_a_body_is_for(string function, string name, string region)
    {
        if (name.Contains("仲裁院", StringComparison.Ordinal))
        {
            // Of two words as long as each other the first names the department.
            function = "human_resources";
        }

        Assert.Equal(function, EntityFunctions.Of(name, region));
    }

    [Fact]
    public void Functions_are_told_apart_and_each_word_belongs_to_one()
    {
        Assert.True(EntityFunctions.All.Length >= 60);
        Assert.All(EntityFunctions.All, f => Assert.Matches("^[a-z_]+$", f.Id));
        Assert.All(EntityFunctions.All, f => Assert.NotEmpty(f.Words));
        var words = EntityFunctions.All.SelectMany(f => f.Words.Select(w => w.Text)).ToList();
        Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(EntityFunctions.All.Length, EntityFunctions.All.Select(f => f.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(EntityFunctions.All.Single(f => f.Id == "natural_resources").Words, w => w is { Text: "国土资源", Until: 2018, Since: null });
    }

    [Fact]
    public void The_bodies_of_the_bundled_documents_have_theirs_in_the_views()
    {
        Assert.Equal(["data|大数据中心", "finance|财政局", "justice|司法局", "statistics|统计局", "urban_management|城市管理执法局", "|示范局"],
            fixtures.Rows("SELECT function || '|' || key FROM entities ORDER BY function = '', function").Select(r => r[0]));
        Assert.Equal([["finance", "52846200.0"]], fixtures.Rows("""
            SELECT entity_function, sum(amount_fen) / 100.0 FROM panel_functional
            WHERE fiscal_year = 2024 AND entity_function <> '' AND entity_function <> 'urban_management' AND table_kind = 'expenditure_summary' AND measure = 'total' AND period = 'current' GROUP BY 1
            """));
        foreach (var view in (string[])["flat", "panel_economic", "panel_fund_source", "panel_three_public"])
        {
            Assert.Equal("data", fixtures.Rows($"SELECT DISTINCT entity_function FROM {view} WHERE entity = '青山区大数据中心'").Single()[0]);
        }
    }

    [Fact]
    public void Codes_have_their_standard_names_of_the_year_beside_the_printed_ones()
    {
        var row = fixtures.Rows("""
            SELECT class_name, section_name, code_name, label FROM flat
            WHERE entity = '青山区示范局' AND fiscal_year = 2024 AND table_kind = 'expenditure_summary' AND code = '2080505' AND measure = 'total'
            """).Single();

        Assert.Equal(["社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出", "机关事业单位基本养老保险缴费支出"], row);
        Assert.Equal("一般公共服务支出", fixtures.Rows("SELECT DISTINCT class_name FROM panel_functional WHERE code = '2010301'").Single()[0]);
        Assert.All(fixtures.Rows("SELECT DISTINCT code_name FROM panel_economic WHERE code = '30101'"), r => Assert.Equal("基本工资", r[0]));
        Assert.Equal("", fixtures.Rows("SELECT coalesce((SELECT code_name FROM panel_functional WHERE code = ''), '')").Single()[0]);
    }

    [Fact]
    public void Completeness_counts_bodies_by_city_year_and_kind()
    {
        Assert.Equal(["420100", "武汉市", "2", "2", "2"], fixtures.Rows("""
            SELECT city_code, city, bodies, found, parsed FROM completeness
            WHERE fiscal_year = 2023 AND phase = 'budget' AND scope = 'department' AND table_kind = 'expenditure_summary'
            """).Single());
        Assert.Equal("1", fixtures.Rows("SELECT max(found <= bodies AND parsed <= found AND balanced <= parsed) = 1 AND min(found <= bodies AND parsed <= found AND balanced <= parsed) = 1 FROM completeness").Single()[0]);
        Assert.DoesNotMatch(new Regex("^0$"), fixtures.Rows("SELECT count(*) FROM completeness WHERE found < bodies").Single()[0]);
    }
}
