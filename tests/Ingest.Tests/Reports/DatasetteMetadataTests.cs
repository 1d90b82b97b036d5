using System.Text.Json;
using Ingest.Io.Report;

namespace Ingest.Tests.Reports;

public sealed class DatasetteMetadataTests(FixtureDatabase fixtures)
{
    [Fact]
    public void Views_columns_and_facets_are_those_of_the_database_and_its_questions_are_answered()
    {
        using var database = fixtures.Open();
        using var stream = new MemoryStream();
        DatasetteMetadata.Write(database, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var own = json.RootElement.GetProperty("databases").GetProperty(Path.GetFileNameWithoutExtension(fixtures.Path));

        Assert.True(own.GetProperty("tables").EnumerateObject().Count() > 10);
        foreach (var view in own.GetProperty("tables").EnumerateObject())
        {
            FixtureDatabase.Rows(database, $"SELECT * FROM {view.Name} LIMIT 0", out var columns);
            Assert.Empty(view.Value.GetProperty("facets").EnumerateArray().Select(f => f.GetString()).Except(columns));
            Assert.Empty(view.Value.GetProperty("columns").EnumerateObject().Select(c => c.Name).Except(columns));
            Assert.Contains("One row is ", view.Value.GetProperty("description").GetString(), StringComparison.Ordinal);
        }

        Assert.Contains("分", own.GetProperty("tables").GetProperty("panel_functional").GetProperty("columns").GetProperty("amount_fen").GetString(), StringComparison.Ordinal);
        foreach (var question in own.GetProperty("queries").EnumerateObject())
        {
            var sql = question.Value.GetProperty("sql").GetString()!
                .Replace(":entity", "'青山区示范局'", StringComparison.Ordinal).Replace(":year", "2024", StringComparison.Ordinal);
            Assert.NotEmpty(FixtureDatabase.Rows(database, sql, out _));
        }
    }
}
