using System.Collections.Concurrent;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Checks;
using Ingest.Core.Model;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>
/// Runs the identities again over stored documents; what was read stays as it is. Documents are read and checked in parallel,
/// and written one after the other in their order, so that the number of threads leaves no trace.
/// </summary>
/// <param name="jobs">Documents at a time.</param>
public sealed class Rechecker(Database database, int jobs) : IDisposable
{
    private readonly DocumentWriter _writer = new(database);
    private readonly ConcurrentBag<(Database Database, DocumentReader Reader)> _readers = [];

    /// <summary>What running them again would give; nothing is written.</summary>
    public IEnumerable<DocumentCounts> Try(IEnumerable<long> documents, CancellationToken cancel) => Again(documents, cancel).Select(d => DocumentCounts.Of(d.Document));

    public IEnumerable<DocumentCounts> Check(IEnumerable<long> documents, CancellationToken cancel) => Again(documents, cancel).Select(d => _writer.ReplaceChecks(d.Id, d.Document));

    // Never more in hand than are worked on.
    private IEnumerable<(long Id, ParsedDocument Document)> Again(IEnumerable<long> documents, CancellationToken cancel)
    {
        var inHand = new Queue<Task<(long, ParsedDocument)>>();
        try
        {
            foreach (var id in documents)
            {
                cancel.ThrowIfCancellationRequested();
                inHand.Enqueue(Task.Run(() => (id, Again(id)), CancellationToken.None));
                if (inHand.Count > jobs)
                {
                    yield return inHand.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (inHand.Count > 0)
            {
                yield return inHand.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Readers are closed afterwards; what failed has been told by the first of them.
            Task.WhenAll(inHand).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private ParsedDocument Again(long id)
    {
        if (!_readers.TryTake(out var reader))
        {
            var own = Database.OpenForReading(database.Path);
            reader = (own, new DocumentReader(own));
        }

        var document = reader.Reader.Read(id);
        _readers.Add(reader);
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
        _writer.Dispose();
        foreach (var (own, reader) in _readers)
        {
            reader.Dispose();
            own.Dispose();
        }
    }
}
