using System.Globalization;
using System.Text.Json;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Cli;

/// <summary>One side of a value that differs.</summary>
/// <param name="Amount">In 元, exact; null where it is no money.</param>
/// <param name="State">Null, like the page, where only the shown text is remembered.</param>
internal sealed record DifferentValue(string? Amount, string Shown, string? State, int? Page)
{
    public static DifferentValue? Of(Fact? fact) => fact is null
        ? null
        : new DifferentValue(fact.Amount?.ToYuan(), fact.State == ValueState.Blank ? "blank" : fact.Shown, Words.Of(fact.State), fact.Where.Area.Page);

    public static DifferentValue? Of(string? shown, long? fen) =>
        shown is null ? null : new DifferentValue(fen is { } amount ? new Amount(amount, 1).ToYuan() : null, shown.Length == 0 ? "blank" : shown, null, null);

    public override string ToString() => Amount ?? Shown;
}

/// <summary>A value that differs; null on the side that does not have it.</summary>
internal sealed record DifferentFact(string TableKind, string Code, string Label, string ColumnPath, DifferentValue? Before, DifferentValue? After)
{
    public static DifferentFact Of(FactChange change) =>
        new(change.TableKind, change.Code, change.Label, change.ColumnPath, DifferentValue.Of(change.Old), DifferentValue.Of(change.New));

    public static DifferentFact Of(RestatedFigure figure) => new(
        figure.TableKind, figure.Code, figure.Label, figure.ColumnPath, DifferentValue.Of(figure.Old, figure.OldFen), DifferentValue.Of(figure.New, figure.NewFen));

    public string Change => Before is null ? "added" : After is null ? "gone" : "changed";
}

/// <summary>A document that differs.</summary>
/// <param name="Before">Its hash then; null where only the other side has the document.</param>
/// <param name="Facts">Empty where only one side has it.</param>
internal sealed record Difference(string Name, string? Before, string? After, IReadOnlyList<DifferentFact> Facts)
{
    public static void WriteText(TextWriter output, IEnumerable<Difference> differences)
    {
        int documents = 0, added = 0, gone = 0, changed = 0;
        foreach (var difference in differences)
        {
            documents++;
            if (difference.Before is null || difference.After is null)
            {
                output.WriteLine($"{(difference.Before is null ? "+ " : "- ")}{difference.Name}");
                continue;
            }

            if (difference.Facts.Count > 0)
            {
                output.WriteLine($"  {difference.Name}");
            }

            foreach (var fact in difference.Facts)
            {
                var what = string.Join(" · ", new[] { fact.TableKind, fact.Code, fact.Label, fact.ColumnPath }.Where(p => p.Length > 0));
                (added, gone, changed) = fact.Change switch { "added" => (added + 1, gone, changed), "gone" => (added, gone + 1, changed), _ => (added, gone, changed + 1) };
                output.WriteLine(fact.Change switch
                {
                    "added" => $"    + {what}: {fact.After}",
                    "gone" => $"    - {what}: {fact.Before}",
                    _ => $"    ~ {what}: {fact.Before} → {fact.After}",
                });
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Plural.Of(documents, "document")} compared: {Plural.Of(added, "value")} added, {gone:N0} gone, {changed:N0} changed"));
    }

    public static void WriteJson(Utf8JsonWriter json, IEnumerable<Difference> differences)
    {
        json.WriteStartArray("documents"u8);
        foreach (var difference in differences.Where(d => d.Facts.Count > 0 || d.Before is null || d.After is null))
        {
            json.WriteStartObject();
            json.WriteString("document"u8, difference.Name);
            json.WriteString("before"u8, difference.Before);
            json.WriteString("after"u8, difference.After);
            json.WriteStartArray("changes"u8);
            foreach (var fact in difference.Facts)
            {
                json.WriteStartObject();
                json.WriteString("change"u8, fact.Change);
                json.WriteString("table_kind"u8, fact.TableKind);
                json.WriteString("code"u8, fact.Code);
                json.WriteString("label"u8, fact.Label);
                json.WriteString("column_path"u8, fact.ColumnPath);
                WriteValue(json, "before", fact.Before);
                WriteValue(json, "after", fact.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, DifferentValue? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("amount_yuan"u8, value.Amount);
        json.WriteString("shown"u8, value.Shown);
        json.WriteString("value_state"u8, value.State);
        if (value.Page is { } page)
        {
            json.WriteNumber("page"u8, page);
        }
        else
        {
            json.WriteNull("page"u8);
        }

        json.WriteEndObject();
    }
}
