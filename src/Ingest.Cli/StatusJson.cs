using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Cli;

/// <summary>Counts as JSON.</summary>
internal static class StatusJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>An object whose members <paramref name="members"/> writes.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> members)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static void WriteSummary(Utf8JsonWriter json, Summary summary)
    {
        var counts = summary.Counts;
        json.WriteNumber("documents"u8, summary.Documents);
        json.WriteNumber("failed"u8, summary.Failed);
        json.WriteNumber("lossy"u8, summary.Lossy);
        json.WriteNumber("stale"u8, summary.Stale);
        json.WriteNumber("files"u8, summary.Files);
        json.WriteNumber("unreadable_files"u8, summary.Unreadable);
        json.WriteNumber("pages"u8, counts.Pages);
        json.WriteNumber("tables"u8, counts.Tables);
        json.WriteNumber("typed_tables"u8, counts.TypedTables);
        json.WriteNumber("facts"u8, counts.Facts);
        json.WriteNumber("amounts"u8, counts.Amounts);
        json.WriteNumber("verified"u8, counts.Verified);
        json.WriteNumber("doubtful"u8, counts.Doubtful);
        WriteChecks(json, counts);
        json.WriteStartObject("anomalies"u8);
        json.WriteNumber("lost"u8, counts.Lost);
        json.WriteNumber("doubt"u8, counts.Doubts);
        json.WriteNumber("note"u8, counts.Notes);
        json.WriteEndObject();
        json.WriteStartObject("tables_by_kind"u8);
        foreach (var (kind, tables) in summary.Kinds)
        {
            json.WriteNumber(kind, tables);
        }

        json.WriteEndObject();
    }

    public static void WriteChecks(Utf8JsonWriter json, DocumentCounts counts)
    {
        json.WriteStartObject("identities"u8);
        json.WriteNumber("pass"u8, counts.Passed);
        json.WriteNumber("fail"u8, counts.NotPassed);
        json.WriteNumber("unverifiable"u8, counts.Unverifiable);
        json.WriteEndObject();
    }

    public static void WriteRuns(Utf8JsonWriter json, IReadOnlyList<Run> runs)
    {
        json.WriteStartArray("runs"u8);
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, run.Id);
            json.WriteString("command"u8, run.Command);
            json.WriteString("arguments"u8, run.Arguments);
            json.WriteString("state"u8, run.State);
            json.WriteString("started_at"u8, run.StartedAt);
            json.WriteString("ended_at"u8, run.EndedAt);
            json.WriteNumber("added"u8, run.Added);
            json.WriteNumber("unchanged"u8, run.Unchanged);
            json.WriteNumber("failed"u8, run.Failed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
