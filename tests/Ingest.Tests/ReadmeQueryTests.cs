using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Tests;

/// <summary>Every query of README and REFERENCE gives, over the bundled documents, the table that is printed beneath it.</summary>
public partial class ReadmeQueryTests(FixtureDatabase fixtures)
{
    private const int QuestionsOfTheCookbook = 10;

    [Theory]
    [InlineData("README.md", 2)]
    [InlineData("src/REFERENCE.md", QuestionsOfTheCookbook)]
    public void Every_query_gives_the_table_beneath_it(string document, int least)
    {
        var path = Path.Combine(Repository.Root, document);
        var text = File.ReadAllText(path);
        using var database = fixtures.Open();
        var actual = Query().Replace(text, m => "```sql\n" + m.Groups["sql"].Value + "\n```\n\n" + Table(database, m.Groups["sql"].Value) + "\n");
        if (Repository.UpdateGolden)
        {
            File.WriteAllText(path, actual);
            text = actual;
        }

        Assert.Equal(text, actual);
        Assert.True(Query().Count(text) >= least);
        Assert.Equal(Regex.Count(text, "^```sql$", RegexOptions.Multiline), Query().Count(text));
    }

    [Fact]
    public void Every_view_is_named()
    {
        var readme = File.ReadAllText(Repository.Reference);
        var views = fixtures.Rows("SELECT name FROM sqlite_schema WHERE type = 'view'");
        Assert.All(views, view => Assert.Contains("`" + view[0] + "`", readme, StringComparison.Ordinal));
    }

    private static string Table(Ingest.Io.Sqlite.Database database, string sql)
    {
        var rows = FixtureDatabase.Rows(database, sql, out var header);
        var text = new StringBuilder();
        Row(header);
        Row(header.Select(_ => "---"));
        rows.ForEach(Row);
        return text.ToString();

        void Row(IEnumerable<string> values) => text.Append("| ").AppendJoin(" | ", values).Append(" |\n");
    }

    /// <summary>A query, and the table beneath it if there is one yet.</summary>
    [GeneratedRegex("^```sql\n(?<sql>.*?)\n```\n\n(?<table>(\\|[^\n]*\n)*)\n?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Query();
}
