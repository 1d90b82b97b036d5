using Ingest.Core.Budget.Documents;
using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Sqlite;

public sealed class EntityStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public EntityStoreTests() => _database = Database.Open(_folder.File("x.sqlite"));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("武汉市青山区大数据中心", "420107", "大数据中心")]
    [InlineData("青山区大数据中心", "420107", "大数据中心")]
    [InlineData("湖北省武汉市青山区大数据中心本级", "420107", "大数据中心")]
    [InlineData("中国共产党江苏省委员会办公厅", "320000", "中共委办公厅")]
    [InlineData("中共江苏省委办公厅", "320000", "中共委办公厅")]
    [InlineData("无锡市交通运输局(本级)", "320200", "交通运输局")]
    [InlineData("江苏省人民代表大会常务委员会办公厅", "320000", "人大常委会办公厅")]
    [InlineData("武汉市", "420100", "武汉市")]
    [InlineData("青山区大数据中心", "", "青山区大数据中心")]
    public void Names_of_one_entity_have_one_key(string name, string region, string key) => Assert.Equal(key, EntityKeys.Of(name, region));

    [Fact]
    public void The_same_documents_give_the_same_entities_in_any_order()
    {
        var documents = new[] { Of('a', "武汉市青山区大数据中心", 2022), Of('b', "青山区大数据中心", 2023), Of('c', "青山区大数据中心", 2021), Of('d', "", 2021) };
        Store(documents);
        var before = Dump();
        Store([documents[1]]);
        Store(documents.Reverse());

        Assert.Equal("大数据中心 青山区大数据中心\n武汉市青山区大数据中心 2022 2022 1\n青山区大数据中心 2021 2023 2\n", before);
        Assert.Equal(before, Dump());
    }

    [Fact]
    public void An_entity_without_documents_is_gone()
    {
        Store([Of('a', "青山区大数据中心", 2022)]);
        Store([Of('a', "青山区统计局", 2022)]);

        Assert.Equal("统计局 青山区统计局\n青山区统计局 2022 2022 1\n", Dump());
    }

    private static ParsedDocument Of(char sha, string entity, int year) => new(
        new SourceDocument(new string(sha, 64), sha + ".pdf", 1), new DocumentIdentity(entity, "420107", year, "budget", "department", []), [], [], [], [], [], []);

    private void Store(IEnumerable<ParsedDocument> documents)
    {
        using var writer = new DocumentWriter(_database);
        foreach (var document in documents)
        {
            writer.Replace(document, 1, null);
        }
    }

    private string Dump() => string.Concat(
        FixtureDatabase.Rows(_database, "SELECT key || ' ' || name FROM entities ORDER BY key", out _)
            .Concat(FixtureDatabase.Rows(_database, "SELECT n.name || ' ' || valid_from || ' ' || valid_to || ' ' || documents FROM entity_names n ORDER BY n.name", out _))
            .Select(r => r[0] + "\n"));
}
