using Ingest.Core.Model;
using Ingest.Io.Entities;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Entities;

/// <summary>What a person says of bodies, kept beside the database and applied at each load.</summary>
public sealed class EntityFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public EntityFileTests() => Store(
        Of('a', "某市信息中心", "420100", 2021), Of('b', "某市大数据中心", "420100", 2023), Of('c', "某市信访局", "420100", 2023), Of('d', "某局", "420100", 2023), Of('e', "某局", "420200", 2023));

    private string Db => _folder.File("x.sqlite");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bodies_are_merged_renamed_and_classified_and_what_is_taken_out_is_undone()
    {
        Say("- entity: 某市大数据中心\n  with: [某市信息中心]\n  name: 某市数据局\n  function: 数据\n- { entity: 某局, region: \"420200\", function: audit }\n");
        var run = CommandLine.Run("entities", "--apply", "--db", Db);

        Assert.Equal(0, run.Code);
        Assert.Contains("2 bodies spoken of, 1 name moved", run.Error, StringComparison.Ordinal);
        Assert.Equal(["某局  1", "某局 audit 1", "某市信访局 petitions 1", "某市数据局 data 2"], Bodies());

        // What came later goes to the same body at once, without another word.
        Store(Of('f', "某市信息中心", "420100", 2020));
        Assert.Contains("某市数据局 data 3", Bodies());

        Say("");
        Assert.Equal(0, CommandLine.Run("entities", "--apply", "--db", Db).Code);
        Assert.Equal(["某局  1", "某局  1", "某市信息中心 data 2", "某市信访局 petitions 1", "某市大数据中心 data 1"], Bodies());
    }

    [Fact]
    public void A_load_applies_the_file_and_a_mistake_in_it_is_told_before_anything_is_read()
    {
        Say("- { entity: 某市信访局, name: 某市人民来访接待中心 }\n");
        var pdf = _folder.Write("a.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", "7"]])));
        Assert.Equal(0, CommandLine.Run("load", pdf, "--db", Db).Code);
        Assert.Contains("某市人民来访接待中心 petitions 1", Bodies());

        Say("- { entty: x }\n");
        var run = CommandLine.Run("load", pdf, "--db", Db);
        Assert.Equal(2, run.Code);
        Assert.Contains("is entity meant?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- { entity: 某局, function: 信仿 }", ":1: function: '信仿' is not known; is 信访 meant?")]
    [InlineData("- { entity: 某局, region: 武汉 }", ":1: region: '武汉' must be six digits")]
    [InlineData("- { name: 某局 }", ":1: 'entity' is missing")]
    [InlineData("a: b", ":1: the file is a list of bodies")]
    [InlineData("- entity: [", "is no YAML")]
    [InlineData("- { entity: 某局, name: [[[[[[[[[[x]]]]]]]]]] }", "nested too deep")]
    public void What_cannot_be_is_refused_with_its_line(string yaml, string said) =>
        Assert.Contains(said, Assert.Throws<EntityFileException>(() => EntityFile.Parse("x.yaml", yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("- { entity: 某局, function: audit }", "stands in several divisions (420100, 420200)")]
    [InlineData("- { entity: 某市信访局, with: [某市信息中心] }\n- { entity: 某市大数据中心, with: [某市信息中心] }", ":2: 某市信息中心 is spoken of twice")]
    public void What_is_not_clear_is_asked_back(string yaml, string said)
    {
        Say(yaml);
        var run = CommandLine.Run("entities", "--apply", "--db", Db);

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal(5, Bodies().Length);
    }

    [Fact]
    public void A_name_that_no_document_prints_is_told_and_no_mistake()
    {
        Say("- { entity: 某市未来局, function: data }\n");
        var run = CommandLine.Run("entities", "--apply", "--db", Db);

        Assert.Equal(0, run.Code);
        Assert.Contains("not in the database: 某市未来局", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_can_be_filtered_and_the_mapping_written()
    {
        Assert.Contains("420100  某市信访局", Run("--function", "信访").Output, StringComparison.Ordinal);
        Assert.Single(Run("--function", "petitions").Output.TrimEnd().Split('\n'));
        Assert.Equal(2, Run("--function", "none").Output.TrimEnd().Split('\n').Length);
        Assert.Equal(2, Run("--function", "petition").Code);
        Assert.Contains("\"function\":\"petitions\"", Run("--json").Output.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Equal(0, Run("--mapping", _folder.File("m.csv")).Code);
        var lines = File.ReadAllLines(_folder.File("m.csv"));
        Assert.Equal(6, lines.Length);
        Assert.EndsWith("某市信访局,420100,petitions", lines.Single(l => l.Contains("c.pdf", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_is_a_file_that_says_nothing_yet()
    {
        var text = Run("--template").Output;

        Assert.Contains("entity: 某市信访局, region: \"420100\", function: petitions", text, StringComparison.Ordinal);
        Assert.Empty(EntityFile.Parse("x.yaml", text));
        var spoken = text.Replace("# - { entity", "- { entity", StringComparison.Ordinal).Replace("function: ?", "function: audit", StringComparison.Ordinal);
        Assert.Equal(5, EntityFile.Parse("x.yaml", spoken).Length);
    }

    [Fact]
    public void Bodies_that_may_be_one_are_suggested_as_lines_of_the_file_and_no_others()
    {
        Store(Of('g', "国家信访局", "", 2025), Of('h', "国家信访局部门预算二〇二六年三月", "", 2026), Of('i', "某市信访局", "", 2024), Of('j', "某市信访局宣传教育中心", "420100", 2026));
        var lines = Run("--similar").Output.TrimEnd().Split('\n');

        Assert.Equal(
            [
                "- { entity: 国家信访局, with: [国家信访局部门预算二〇二六年三月], name: 国家信访局 }  # the rest of the name is a title",
                "- { entity: 某市信访局, region: \"420100\", with: [某市信访局 none] }  # the same name, and no division known",
                "- { entity: 某市大数据中心, region: \"420100\", with: [某市信息中心] }  # data: 2021, then 2023",
                "- { entity: 某市信访局宣传教育中心, region: \"420100\", with: [某市信访局] }  # petitions: 2023, then 2026",
            ], lines.Order(StringComparer.Ordinal).OrderBy(l => l.Contains("then 2026", StringComparison.Ordinal)));

        // What it suggests can be said as it stands.
        Say(string.Join('\n', lines.Where(l => !l.Contains("then 2026", StringComparison.Ordinal))));
        var run = Run("--apply");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("某市大数据中心 data 2", Bodies());
        Assert.Contains("某市信访局 petitions 2", Bodies());
        Assert.Contains("国家信访局 petitions 2", Bodies());
    }

    private void Say(string yaml) => File.WriteAllText(_folder.File("x.entities.yaml"), yaml);

    private CommandLine.Outcome Run(params string[] args) => CommandLine.Run(["entities", .. args, "--db", Db]);

    private string[] Bodies()
    {
        using var database = Database.OpenForReading(Db);
        return [.. FixtureDatabase.Rows(database, "SELECT e.name || ' ' || e.function || ' ' || (SELECT count(*) FROM documents d WHERE d.entity_id = e.id) FROM entities e ORDER BY e.name, e.function", out _)
            .Select(r => r[0]).Order(StringComparer.Ordinal)];
    }

    private void Store(params ParsedDocument[] documents)
    {
        using var database = Database.Open(Db);
        using var writer = new DocumentWriter(database);
        foreach (var document in documents)
        {
            writer.Replace(document, 1, null);
        }
    }

    private static ParsedDocument Of(char sha, string entity, string region, int year) => new(
        new SourceDocument(new string(sha, 64), sha + ".pdf", 1), new DocumentIdentity(entity, region, year, "budget", "department", []), [], [], [], [], [], []);
}
