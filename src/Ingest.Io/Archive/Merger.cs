using Ingest.Core;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Archive;

/// <param name="Bundles">That were brought in, or were in already.</param>
/// <param name="Added">Documents new to the database.</param>
/// <param name="Known">Documents that it had.</param>
/// <param name="Refused">Files that are no bundles for it, with the reason.</param>
public sealed record MergeOutcome(int Bundles, int Added, int Known, IReadOnlyList<(string File, string Why)> Refused);

/// <summary>
/// Brings bundles into the database; afterwards it says what a plain load of the same files would say. Does nothing twice,
/// deletes no bundle, and may run while others still work: what is not there yet comes with the next merge.
/// </summary>
public sealed class Merger(Database database)
{
    public MergeOutcome Run(string folder, CancellationToken cancel)
    {
        var run = Runs.Start(database, "merge", [folder], DocumentParser.Version, DateTimeOffset.UtcNow);
        var (bundles, added, known, state) = (0, 0, 0, "failed");
        var refused = new List<(string, string)>();
        try
        {
            using (var store = new BundleStore(database, run))
            {
                foreach (var file in Directory.GetFiles(folder, Bundles.Pattern).Order(StringComparer.Ordinal))
                {
                    if (Merge(store, file, refused, cancel) is { } outcome)
                    {
                        (bundles, added, known) = (bundles + 1, added + outcome.Added, known + outcome.Known);
                    }
                }
            }

            using var across = new CrossChecker(database);
            across.Run(cancel);
            state = "finished";
            return new MergeOutcome(bundles, added, known, refused);
        }
        catch (OperationCanceledException)
        {
            state = "cancelled";
            throw;
        }
        finally
        {
            Runs.End(database, run, state, added, known, refused.Count, DateTimeOffset.UtcNow);
        }
    }

    private static BundleOutcome? Merge(BundleStore store, string file, List<(string, string)> refused, CancellationToken cancel)
    {
        try
        {
            if (Bundles.Problem(file, DocumentParser.Version) is not { } problem)
            {
                return store.Merge(file, cancel);
            }

            refused.Add((file, problem));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DatabaseException
            || e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_CANTOPEN })
        {
            refused.Add((file, e.Message));
        }

        return null;
    }
}
