using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ingest.Core.Checks;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The values that differ between two databases, or between two documents of one.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var before = new Argument<string>("A") { Description = "What was before: a database, or a document of --db (file name, path, or first digits of the SHA-256)." };
        var after = new Argument<string>("B") { Description = "What is now, likewise." };
        var db = DatabaseFile.Option();
        var json = new Option<bool>("--json") { Description = "The same as JSON." };
        var command = new ExampleCommand(
            "diff", "Values added, gone and changed between two databases, or between two documents. Rows are matched by what they say, not by their place.",
            "ingest diff yesterday.sqlite today.sqlite\ningest diff 01f3a2b4 9c8d7e6f --db out/ingest.sqlite --json")
        { before, after, db, json };
        command.SetAction(parsed =>
        {
            var (a, b) = (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            return IsDatabase(a) != IsDatabase(b)
                ? throw new UsageException($"{a} and {b} are not alike: name two databases or two documents.")
                : IsDatabase(a)
                    ? DatabaseFile.Read(a, old => DatabaseFile.Read(b, now => Write(terminal, Databases(old, now, terminal.Cancel), parsed.GetValue(json))))
                    : DatabaseFile.Read(parsed.GetRequiredValue(db), database => Write(terminal, [Documents(database, a, b)], parsed.GetValue(json)));
        });
        return command;
    }

    /// <param name="Changed">Null where only one side has the document.</param>
    private sealed record Difference(string Name, string? Before, string? After, IReadOnlyList<FactChange> Changed);

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
        return new Difference(after.Source.Name, before.Source.Sha256, after.Source.Sha256, FactChanges.Between(before, after));
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
            yield return new Difference(document.Name, partner.Sha256, document.Sha256, FactChanges.Between(earlier.Read(partner.Id), later.Read(document.Id)));
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
            terminal.Write(null, output => StatusJson.Write(output, members => WriteJson(members, differences)));
        }
        else
        {
            terminal.WriteText(null, output => WriteText(output, differences));
        }

        return ExitCodes.Clean;
    }

    private static void WriteText(TextWriter output, IEnumerable<Difference> differences)
    {
        int documents = 0, added = 0, gone = 0, restated = 0;
        foreach (var difference in differences)
        {
            documents++;
            if (difference.Before is null || difference.After is null)
            {
                output.WriteLine($"{(difference.Before is null ? "+ " : "- ")}{difference.Name}");
                continue;
            }

            if (difference.Changed.Count > 0)
            {
                output.WriteLine($"  {difference.Name}");
            }

            foreach (var change in difference.Changed)
            {
                _ = change.Kind switch { FactChangeKind.Added => added++, FactChangeKind.Removed => gone++, _ => restated++ };
                var what = string.Join(" · ", new[] { change.TableKind, change.Code, change.Label, change.ColumnPath }.Where(p => p.Length > 0));
                output.WriteLine(change.Kind switch
                {
                    FactChangeKind.Added => $"    + {what}: {FactChanges.Show(change.New)}",
                    FactChangeKind.Removed => $"    - {what}: {FactChanges.Show(change.Old)}",
                    _ => $"    ~ {what}: {FactChanges.Show(change.Old)} → {FactChanges.Show(change.New)}",
                });
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} documents compared: {added:N0} values added, {gone:N0} gone, {restated:N0} changed"));
    }

    private static void WriteJson(Utf8JsonWriter json, IEnumerable<Difference> differences)
    {
        json.WriteStartArray("documents"u8);
        foreach (var difference in differences.Where(d => d.Changed.Count > 0 || d.Before is null || d.After is null))
        {
            json.WriteStartObject();
            json.WriteString("document"u8, difference.Name);
            json.WriteString("before"u8, difference.Before);
            json.WriteString("after"u8, difference.After);
            json.WriteStartArray("changes"u8);
            foreach (var change in difference.Changed)
            {
                json.WriteStartObject();
                json.WriteString("change"u8, change.Kind switch { FactChangeKind.Added => "added", FactChangeKind.Removed => "gone", _ => "changed" });
                json.WriteString("table_kind"u8, change.TableKind);
                json.WriteString("code"u8, change.Code);
                json.WriteString("label"u8, change.Label);
                json.WriteString("column_path"u8, change.ColumnPath);
                Fact(json, "before", change.Old);
                Fact(json, "after", change.New);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Fact(Utf8JsonWriter json, string name, Fact? fact)
    {
        if (fact is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("amount_yuan"u8, fact.Amount?.ToYuan());
        json.WriteString("shown"u8, fact.Shown);
        json.WriteString("value_state"u8, Words.Of(fact.State));
        json.WriteNumber("page"u8, fact.Where.Area.Page);
        json.WriteEndObject();
    }
}
