using System.CommandLine;
using System.Globalization;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The values that differ between two databases, or between two documents or runs of one.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var before = new Argument<string>("A") { Description = "What was before: a database, a document of --db (file name, path, first digits of the SHA-256, or a body and a year), or a run of --db by its number." };
        var after = new Argument<string>("B") { Description = "What is now, likewise." };
        var db = DatabaseFile.Option();
        var json = new Option<bool>("--json") { Description = "The same as JSON." };
        var command = new ExampleCommand(
            "diff", "Values added, gone and changed between two databases, two documents, or two runs of a database. Rows are matched by what they say, not by their place.",
            "ingest diff yesterday.sqlite today.sqlite\ningest diff 01f3a2b4 9c8d7e6f --db out/ingest.sqlite --json\ningest diff 3 7 --db out/ingest.sqlite")
        { before, after, db, json };
        command.SetAction(parsed =>
        {
            var (a, b) = (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            return IsDatabase(a) != IsDatabase(b)
                ? throw new UsageException($"{a} and {b} are not alike: name two databases, two documents or two runs.")
                : IsDatabase(a)
                    ? DatabaseFile.Read(a, old => DatabaseFile.Read(b, now => Write(terminal, Databases(old, now, terminal.Cancel), parsed.GetValue(json))))
                    : DatabaseFile.Read(parsed.GetRequiredValue(db), database => Write(
                        terminal, IsRun(a, out var first) && IsRun(b, out var last) ? OfRuns(database, first, last) : [Documents(database, a, b)], parsed.GetValue(json)));
        });
        return command;
    }

    /// <summary>The number of a run is shorter than the digits of a hash that name a document.</summary>
    private static bool IsRun(string text, out long run) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out run) && text.Length < 8;

    private static bool IsDatabase(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        Span<byte> head = stackalloc byte[15];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3"u8);
    }

    private static Difference Documents(Database database, string a, string b)
    {
        using var reader = new DocumentReader(database);
        var (before, after) = (reader.Read(ExplainCommand.One(database, a).Id), reader.Read(ExplainCommand.One(database, b).Id));
        return new Difference(after.Source.Name, before.Source.Sha256, after.Source.Sha256, Facts(before, after));
    }

    private static List<DifferentFact> Facts(ParsedDocument before, ParsedDocument after) => [.. FactChanges.Between(before, after).Select(DifferentFact.Of)];

    /// <summary>What came behind the first run, up to and with the second.</summary>
    private static IEnumerable<Difference> OfRuns(Database database, long a, long b)
    {
        foreach (var run in (long[])[a, b])
        {
            if (!RunChanges.Has(database, run))
            {
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"There is no run {run} in {database.Path}; `ingest status` lists the last ones."));
            }
        }

        return RunChanges.Between(database, a, b).Select(d => new Difference(d.Name, d.Before, d.After, [.. d.Figures.Select(DifferentFact.Of)]));
    }

    /// <summary>The same bytes parsed twice, else the same file name; what is left was added or is gone.</summary>
    private static IEnumerable<Difference> Databases(Database old, Database now, CancellationToken cancel)
    {
        using var earlier = new DocumentReader(old);
        using var later = new DocumentReader(now);
        var before = Index(old);
        var after = Index(now);
        var byHash = before.ToDictionary(d => d.Sha256, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var known = after.Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var document in after)
        {
            cancel.ThrowIfCancellationRequested();
            var partner = byHash.TryGetValue(document.Sha256, out var same)
                ? same
                : before.FirstOrDefault(d => d.Name == document.Name && !known.Contains(d.Sha256) && !taken.Contains(d.Sha256));
            if (partner.Sha256 is null)
            {
                yield return new Difference(document.Name, null, document.Sha256, []);
                continue;
            }

            taken.Add(partner.Sha256);
            yield return new Difference(document.Name, partner.Sha256, document.Sha256, Facts(earlier.Read(partner.Id), later.Read(document.Id)));
        }

        foreach (var gone in before.Where(d => !taken.Contains(d.Sha256)))
        {
            yield return new Difference(gone.Name, gone.Sha256, null, []);
        }
    }

    private static List<(long Id, string Name, string Sha256)> Index(Database database) =>
        [.. DocumentList.Read(database).Select(d => (d.Id, d.Name, DocumentLookup.Sha256Of(database, d.Id)))];

    private static int Write(Terminal terminal, IEnumerable<Difference> differences, bool json)
    {
        if (json)
        {
            terminal.Write(null, output => StatusJson.Write(output, members => Difference.WriteJson(members, differences)));
        }
        else
        {
            terminal.WriteText(null, output => Difference.WriteText(output, differences));
        }

        return ExitCodes.Clean;
    }
}
