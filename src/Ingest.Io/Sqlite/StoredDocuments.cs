using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>A document as it is stored, whole.</summary>
/// <param name="Document">With its checks and all its anomalies.</param>
/// <param name="Name">The name that exports give it.</param>
/// <param name="Paths">Where its bytes were seen.</param>
/// <param name="Run">The run that parsed it, in words; "" if it is not known.</param>
/// <param name="Fetches">Addresses that served these bytes, each with the time.</param>
public sealed record StoredDocument(
    long Id, ParsedDocument Document, string Name, ImmutableArray<string> Paths, int ParserVersion, string Run, ImmutableArray<string> Fetches);

/// <summary>Reads stored documents whole: for reports and explanations. For one thread.</summary>
public sealed class StoredDocuments : IDisposable
{
    private readonly DocumentReader _documents;
    private readonly Statement _checks, _anomalies, _paths, _more;
    private readonly Statement? _fetches;

    public StoredDocuments(Database database)
    {
        var connection = database.Connection;
        _documents = new DocumentReader(database);
        _checks = new Statement(connection, """
            SELECT identity, table_kind, table_ordinal, row, column_path, left_side, right_side, tolerance, result, cells
            FROM checks WHERE document_id = ? ORDER BY ordinal
            """);
        _anomalies = new Statement(connection, AnomalyRows.Select + " WHERE a.document_id = ? ORDER BY a.id");
        _paths = new Statement(connection, "SELECT path FROM files WHERE sha256 = ? ORDER BY path");
        _more = new Statement(connection, """
            SELECT d.parser_version, coalesce('#' || r.id || ' ' || r.command || ' ' || r.started_at, '')
            FROM documents d LEFT JOIN runs r ON r.id = d.run_id WHERE d.id = ?
            """);
        _fetches = database.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'fetches'") == 0 ? null : new Statement(
            connection, "SELECT url || ' ' || at FROM fetches WHERE sha256 = ? ORDER BY id");
    }

    /// <param name="name">As <see cref="DocumentList"/> gives it.</param>
    public StoredDocument Read(long id, string name)
    {
        var document = _documents.Read(id);
        _more.Add(id).Step();
        var (version, run) = (_more.Int(0), _more.Text(1));
        _more.Reset();
        return new StoredDocument(id, document with { Checks = Checks(id, document), Anomalies = Anomalies(id) }, name,
            Texts(_paths, document.Source.Sha256), version, run, _fetches is null ? [] : Texts(_fetches, document.Source.Sha256));
    }

    private ImmutableArray<Check> Checks(long id, ParsedDocument document)
    {
        var areas = document.Facts.ToDictionary(f => (f.Where.Table, f.Where.Row, f.Where.Column), f => f.Where);
        var checks = ImmutableArray.CreateBuilder<Check>();
        var row = _checks.Add(id);
        while (row.Step())
        {
            checks.Add(new Check(
                row.Text(0), row.Text(1), row.Int(2), row.Int(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), Words.ToResult(row.Text(8)),
                [.. row.Text(9).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Cell(c, areas))]));
        }

        return checks.ToImmutable();
    }

    /// <summary><c>table:row:col</c>, with its place where it is a fact.</summary>
    private static CellRef Cell(string text, Dictionary<(int, int, int), CellRef> areas)
    {
        var parts = text.Split(':');
        int At(int i) => i < parts.Length && int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : -1;
        var where = (At(0), At(1), At(2));
        return areas.TryGetValue(where, out var known) ? known : new CellRef(default, where.Item1, where.Item2, where.Item3);
    }

    private ImmutableArray<Anomaly> Anomalies(long id)
    {
        var anomalies = ImmutableArray.CreateBuilder<Anomaly>();
        _anomalies.Add(id);
        while (_anomalies.Step())
        {
            anomalies.Add(AnomalyRows.Read(_anomalies));
        }

        return anomalies.ToImmutable();
    }

    private static ImmutableArray<string> Texts(Statement row, string sha256)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        row.Add(sha256);
        while (row.Step())
        {
            texts.Add(row.Text(0));
        }

        return texts.ToImmutable();
    }

    public void Dispose()
    {
        foreach (var statement in (IDisposable?[])[_documents, _checks, _anomalies, _paths, _more, _fetches])
        {
            statement?.Dispose();
        }
    }
}
