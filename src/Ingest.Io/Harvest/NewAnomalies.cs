using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>A document that was parsed since the last night, with its anomalies by severity.</summary>
public sealed record NewDocument(string Name, string Sha256, int Lost, int Doubts, int Notes);

/// <summary>
/// What looks wrong in the documents that are new since the last night that came to its end: also those that a killed night,
/// or a load by hand, has parsed in between.
/// </summary>
/// <param name="Documents">The worst first.</param>
/// <param name="Codes">Anomalies by code, the most frequent first.</param>
public sealed record NewAnomalies(ImmutableArray<NewDocument> Documents, ImmutableArray<(string Code, string Severity, int Count)> Codes)
{
    private const int Shown = 10;

    /// <summary>The load of the last night that was reported: the first one behind its harvest, which is the run that stages belong to.</summary>
    private const string Since = """
        (SELECT coalesce(min(id), 0) FROM runs WHERE command = 'load' AND id > (SELECT max(run_id) FROM run_stages WHERE stage = 'load'))
        """;

    private IEnumerable<NewDocument> Wrong => Documents.Where(d => d.Lost + d.Doubts > 0);

    /// <summary>How many of them have a loss or a doubt.</summary>
    public int WrongOnes => Wrong.Count();

    public static NewAnomalies Read(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var row = new Statement(database.Connection, $"""
            SELECT coalesce((SELECT f.name FROM files f WHERE f.sha256 = d.sha256 ORDER BY f.path LIMIT 1), d.name), d.sha256, d.lost, d.doubts, d.notes
            FROM documents d WHERE d.run_id > {Since} ORDER BY d.lost DESC, d.doubts DESC, 1, 2
            """);
        var documents = ImmutableArray.CreateBuilder<NewDocument>();
        while (row.Step())
        {
            documents.Add(new NewDocument(row.Text(0), row.Text(1), row.Int(2), row.Int(3), row.Int(4)));
        }

        using var code = new Statement(database.Connection, $"""
            SELECT a.code, a.severity, count(*) FROM documents d JOIN anomalies a ON a.document_id = d.id
            WHERE d.run_id > {Since} GROUP BY a.code, a.severity ORDER BY count(*) DESC, a.code
            """);
        var codes = ImmutableArray.CreateBuilder<(string, string, int)>();
        while (code.Step())
        {
            codes.Add((code.Text(0), code.Text(1), code.Int(2)));
        }

        return new NewAnomalies(documents.ToImmutable(), codes.ToImmutable());
    }

    public void WriteText(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Documents.IsEmpty)
        {
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture,
            $"new documents: {Documents.Length:N0}; {Wrong.Count():N0} look wrong: {Plural.Of(Documents.Sum(d => d.Lost), "loss")}, {Plural.Of(Documents.Sum(d => d.Doubts), "doubt")}");
        foreach (var document in Wrong.Take(Shown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {document.Name}: {document.Lost:N0} lost, {document.Doubts:N0} in doubt");
        }

        if (Wrong.Count() > Shown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {Wrong.Count() - Shown:N0} more, in the run report");
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("new_documents"u8);
        json.WriteNumber("count"u8, Documents.Length);
        json.WriteStartArray("codes"u8);
        foreach (var (code, severity, count) in Codes)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, code);
            json.WriteString("severity"u8, severity);
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("wrong"u8);
        foreach (var document in Wrong)
        {
            json.WriteStartObject();
            json.WriteString("document"u8, document.Name);
            json.WriteString("sha256"u8, document.Sha256);
            json.WriteNumber("lost"u8, document.Lost);
            json.WriteNumber("doubt"u8, document.Doubts);
            json.WriteNumber("note"u8, document.Notes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
