using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Export;

/// <summary>A data package keeps what its own schema says.</summary>
public sealed class DataPackageTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly JsonDocument _descriptor;

    public DataPackageTests(FixtureDatabase fixtures)
    {
        var run = CommandLine.Run("export", "facts", "cells", "anomalies", "checks", "coverage", "narrative", "indicators", "tables", "--format", "datapackage", "--out", _folder.Path, "--db", fixtures.Path);
        Assert.Equal((0, ""), (run.Code, run.Output));
        _descriptor = JsonDocument.Parse(File.ReadAllText(_folder.File("datapackage.json")));
    }

    private IEnumerable<JsonElement> Resources => _descriptor.RootElement.GetProperty("resources").EnumerateArray();

    public void Dispose()
    {
        _descriptor.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_value_is_of_the_type_that_its_column_has()
    {
        Assert.Equal(8, Resources.Count());
        foreach (var resource in Resources)
        {
            var lines = CsvLines.Of(File.ReadAllText(_folder.File(resource.GetProperty("path").GetString()!)));
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToArray();
            Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), lines[0]);
            Assert.Equal(resource.GetProperty("rows").GetInt64(), lines.Count - 1);
            for (var c = 0; c < fields.Length; c++)
            {
                var wrong = lines.Skip(1).Select(l => l[c]).Where(v => v.Length > 0 && !IsOf(fields[c], v)).Take(3).ToList();
                Assert.True(wrong.Count == 0, $"{resource.GetProperty("name")}.{fields[c].GetProperty("name")}: {string.Join(", ", wrong)}");
            }
        }
    }

    [Fact]
    public void Primary_keys_are_unique()
    {
        var keyed = 0;
        foreach (var resource in Resources)
        {
            if (!resource.GetProperty("schema").TryGetProperty("primaryKey", out var key))
            {
                continue;
            }

            var lines = CsvLines.Of(File.ReadAllText(_folder.File(resource.GetProperty("path").GetString()!)));
            var columns = key.EnumerateArray().Select(k => Array.IndexOf(lines[0], k.GetString())).ToArray();
            Assert.DoesNotContain(-1, columns);
            Assert.Equal(lines.Count, lines.Select(l => string.Join('\u001f', columns.Select(c => l[c]))).Distinct(StringComparer.Ordinal).Count());
            keyed++;
        }

        Assert.Equal(3, keyed);
    }

    [Fact]
    public void Hashes_and_sizes_are_those_of_the_files()
    {
        foreach (var resource in Resources)
        {
            var bytes = File.ReadAllBytes(_folder.File(resource.GetProperty("path").GetString()!));
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), resource.GetProperty("hash").GetString());
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
        }
    }

    [Fact]
    public void Sources_are_the_documents_and_every_column_names_meaning_source_and_terms()
    {
        var sources = _descriptor.RootElement.GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("title").GetString()!, s => s.GetProperty("sha256").GetString());
        foreach (var file in Directory.GetFiles(Repository.Fixture("documents"), "*.pdf"))
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), sources[Path.GetFileName(file)]);
        }

        Assert.NotEmpty(_descriptor.RootElement.GetProperty("licenses").EnumerateArray());
        Assert.All(Resources.SelectMany(r => r.GetProperty("schema").GetProperty("fields").EnumerateArray()), f =>
            Assert.All((string[])["description", "source", "license"], p => Assert.NotEqual("", f.GetProperty(p).GetString())));
        var amount = Resources.First().GetProperty("schema").GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "amount_yuan");
        Assert.Equal("元", amount.GetProperty("unit").GetString());
    }

    [Fact]
    public void A_document_that_was_fetched_names_its_address_and_time()
    {
        var db = _folder.File("x.sqlite");
        using (var database = Database.Open(db))
        {
            using var writer = new DocumentWriter(database);
            writer.Replace(Samples.Document(), 1, null);
            database.Execute($"""
                INSERT INTO sources (name, title, region_code, verify_tls) VALUES ('p', 'P', '420107', 1);
                INSERT INTO contents (sha256, bytes, kind, format, name, stored_at) VALUES ('{Samples.Sha}', 1, 'pdf', 'PDF', 'x.pdf', '2026-02-01T00:00:00Z');
                INSERT INTO fetches (source, url, final_url, outcome, message, sha256, at, confirmed_at, times)
                VALUES ('p', 'https://example.test/x.pdf', 'https://example.test/x.pdf', 'stored', '', '{Samples.Sha}', '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z', 1);
                """);
        }

        Assert.Equal(0, CommandLine.Run("export", "facts", "--format", "datapackage", "--out", _folder.File("fetched"), "--db", db).Code);
        using var descriptor = JsonDocument.Parse(File.ReadAllText(_folder.File("fetched/datapackage.json")));
        var source = descriptor.RootElement.GetProperty("sources")[0];
        Assert.Equal(("https://example.test/x.pdf", "2026-02-01T00:00:00Z"), (source.GetProperty("path").GetString(), source.GetProperty("fetched_at").GetString()));
    }

    private static bool IsOf(JsonElement field, string value)
    {
        if (field.TryGetProperty("constraints", out var constraints) && !constraints.GetProperty("enum").EnumerateArray().Any(e => e.GetString() == value))
        {
            return false;
        }

        return field.GetProperty("type").GetString() switch
        {
            "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
            "boolean" => value is "0" or "1",
            _ => true,
        };
    }
}
