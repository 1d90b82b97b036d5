using System.Text.Json;
using Ingest.Core.Model;
using Ingest.Io.Sqlite;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Cli;

public sealed class DiffCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_databases_differ_by_documents_and_by_values()
    {
        var before = Make("a.sqlite", Samples.Document(), Samples.Document(new string('a', 64), "gone.pdf"));
        var after = Make("b.sqlite", Changed(Samples.Document()), Samples.Document(new string('b', 64), "new.pdf"));
        var run = CommandLine.Run("diff", before, after);

        Assert.Equal(0, run.Code);
        Assert.Contains("1234.56 → 1234.57", run.Output, StringComparison.Ordinal);
        Assert.Contains("+ new.pdf", run.Output, StringComparison.Ordinal);
        Assert.Contains("- gone.pdf", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 documents compared: 0 values added, 0 gone, 1 changed", run.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(CommandLine.Run("diff", before, after, "--json").Output);
        var change = json.RootElement.GetProperty("documents").EnumerateArray().SelectMany(d => d.GetProperty("changes").EnumerateArray()).Single();
        Assert.Equal(("changed", "1234.57"), (change.GetProperty("change").GetString(), change.GetProperty("after").GetProperty("amount_yuan").GetString()));
    }

    [Fact]
    public void Two_documents_of_a_database_are_compared_by_hash()
    {
        var db = Make("a.sqlite", Samples.Document(), Changed(Samples.Document(new string('b', 64))));

        Assert.Contains("1 changed", CommandLine.Run("diff", Samples.Sha[..12], "bbbbbbbb", "--db", db).Output, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run("diff", "nothing.pdf", "bbbbbbbb", "--db", db).Code);
        Assert.Equal(2, CommandLine.Run("diff", db, "bbbbbbbb", "--db", db).Code);
    }

    private static ParsedDocument Changed(ParsedDocument document) => document with
    {
        Facts = document.Facts.SetItem(0, document.Facts[0] with { Shown = "1,234.57", Amount = new Amount(123457, 1), Number = new PrintedNumber(123457, 2) }),
    };

    private string Make(string name, params ParsedDocument[] documents)
    {
        var path = _folder.File(name);
        using var database = Database.Open(path);
        using var writer = new DocumentWriter(database);
        foreach (var document in documents)
        {
            writer.Replace(document, Core.DocumentParser.Version, null);
        }

        return path;
    }
}
