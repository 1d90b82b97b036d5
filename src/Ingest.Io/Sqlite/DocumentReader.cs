using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Io.Sqlite;

/// <summary>
/// Reads a stored document back into records: the same as were stored, but for boxes (to 1/100 point) and the
/// captions and notes of tables, whose lines come without place and size, and checks, which are to be made anew.
/// </summary>
public sealed class DocumentReader : IDisposable
{
    private readonly TableReader _tables;
    private readonly IndicatorStore _indicators;
    private readonly Statement _document, _pages, _narrative, _anomalies;

    public DocumentReader(Database database)
    {
        var connection = database.Connection;
        _tables = new TableReader(connection);
        _indicators = new IndicatorStore(connection);
        _document = new Statement(connection, """
            SELECT sha256, name, bytes, entity, region_code, fiscal_year, phase, scope, reasons, creator, producer FROM documents WHERE id = ?
            """);
        _pages = new Statement(connection, """
            SELECT number, width, height, glyphs, rulings, images, trusted FROM pages WHERE document_id = ? ORDER BY number
            """);
        _narrative = new Statement(connection, NarrativeRows.Select);
        _anomalies = new Statement(connection, AnomalyRows.Select + " WHERE a.document_id = ? AND a.stage = 'read' ORDER BY a.id");
    }

    public ParsedDocument Read(long id)
    {
        if (!_document.Add(id).Step())
        {
            throw new InvalidOperationException($"There is no document {id}.");
        }

        var source = new SourceDocument(_document.Text(0), _document.Text(1), _document.Long(2), null, _document.Text(9), _document.Text(10));
        var identity = new DocumentIdentity(
            _document.Text(3), _document.Text(4), _document.IsNull(5) ? null : _document.Int(5), _document.Text(6), _document.Text(7),
            Lines(_document.Text(8)));
        _document.Reset();
        var (tables, facts, personal) = _tables.Read(id);
        return _indicators.Read(id, new ParsedDocument(source, identity, Pages(id), tables, facts, NarrativeRows.Read(_narrative.Add(id)), [], Anomalies(id)) { Personal = personal });
    }

    internal static ImmutableArray<string> Lines(string text) => text.Length == 0 ? [] : [.. text.Split('\n')];

    private ImmutableArray<PageSummary> Pages(long id)
    {
        var pages = ImmutableArray.CreateBuilder<PageSummary>();
        _pages.Add(id);
        while (_pages.Step())
        {
            pages.Add(new PageSummary(
                _pages.Int(0), _pages.Long(1) / 100.0, _pages.Long(2) / 100.0, _pages.Int(3), _pages.Int(4), _pages.Int(5), _pages.Int(6) == 1));
        }

        return pages.ToImmutable();
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

    public void Dispose()
    {
        foreach (var statement in (IDisposable[])[_tables, _indicators, _document, _pages, _narrative, _anomalies])
        {
            statement.Dispose();
        }
    }
}
