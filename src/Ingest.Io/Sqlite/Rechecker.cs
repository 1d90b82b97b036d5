using Ingest.Core.Budget;
using Ingest.Core.Checks;
using Ingest.Core.Model;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>Runs the identities again over stored documents; what was read stays as it is.</summary>
public sealed class Rechecker : IDisposable
{
    private readonly DocumentReader _reader;
    private readonly DocumentWriter _writer;

    public Rechecker(Database database)
    {
        _reader = new DocumentReader(database);
        _writer = new DocumentWriter(database);
    }

    /// <summary>What running them again would give; nothing is written.</summary>
    public DocumentCounts Try(long documentId) => DocumentCounts.Of(Again(documentId));

    public DocumentCounts Check(long documentId) => _writer.ReplaceChecks(documentId, Again(documentId));

    private ParsedDocument Again(long documentId)
    {
        var document = _reader.Read(documentId);
        var facts = document.Facts
            .Select(f => f with { Status = f.AsRead });
        var outcome = Checker.Check(document.Identity, document.Tables, FactMaker.DoubtIfChanged([.. facts], document.Anomalies), document.Narrative, document.Anomalies);
        return document with
        {
            Facts = outcome.Facts,
            Checks = outcome.Checks,
            Anomalies = [.. document.Anomalies, .. outcome.Anomalies],
            CheckAnomalies = outcome.Anomalies.Length,
        };
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
    }
}
