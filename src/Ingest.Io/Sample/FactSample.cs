using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Core.Reports.Sample;
using Ingest.Io.Export;
using Ingest.Io.Report;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Sample;

/// <summary>
/// Draws facts with an amount at random. Which ones follows from the seed and from the bytes of the documents, not from the order in
/// which these were loaded: the same sample can be drawn again.
/// </summary>
public static class FactSample
{
    /// <returns>The facts in a random order, and of how many they were drawn.</returns>
    public static (IReadOnlyList<SampleItem> Items, long Of) Draw(Database database, ExportFilter filter, int count, int seed, CancellationToken cancel)
    {
        var (drawn, total) = Choose(database, filter, count, seed, cancel);
        var items = new SampleItem?[drawn.Count];
        using var documents = new StoredDocuments(database);
        foreach (var group in drawn.Select((d, at) => (d, at)).GroupBy(d => (d.d.Document, d.d.Name)))
        {
            cancel.ThrowIfCancellationRequested();
            var stored = documents.Read(group.Key.Document, group.Key.Name);
            var site = DocumentSite.Of(stored, personal: false, [.. group.Select(static d => new CellRef(new PageBox(d.d.Page, default), d.d.Table, d.d.Row, d.d.Column))], cancel);
            foreach (var (place, at) in group)
            {
                items[at] = Explanation.Of(site, stored.Run, place.Table, place.Row, place.Column) is { } explanation ? SampleItem.Of(explanation) : null;
            }
        }

        return ([.. items.OfType<SampleItem>()], total);
    }

    private static (List<Place> Drawn, long Of) Choose(Database database, ExportFilter filter, int count, int seed, CancellationToken cancel)
    {
        var kinds = System.Text.Json.JsonSerializer.Serialize(filter.Kinds);
        using var row = new Statement(database.Connection, """
            SELECT d.sha256, t.ordinal, f.row, f.col, f.page FROM documents d JOIN tables t ON t.document_id = d.id JOIN facts f ON f.table_id = t.id
            WHERE d.id = ?1 AND f.amount_fen IS NOT NULL AND (?2 = '[]' OR t.kind IN (SELECT value FROM json_each(?2))) AND (?3 = 0 OR f.status = 'verified')
            """);
        var nearest = new PriorityQueue<Place, ulong>(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
        long total = 0;
        foreach (var (id, name) in DocumentList.Read(database, filter))
        {
            cancel.ThrowIfCancellationRequested();
            row.Add(id).Add(kinds).Add(filter.VerifiedOnly);
            while (row.Step())
            {
                total++;
                var place = new Place(id, name, row.Int(1), row.Int(2), row.Int(3), row.Int(4), Lot(seed, row.Text(0), row.Int(1), row.Int(2), row.Int(3)));
                if (nearest.Count < count)
                {
                    nearest.Enqueue(place, place.Lot);
                }
                else
                {
                    nearest.EnqueueDequeue(place, place.Lot);
                }
            }
        }

        return ([.. nearest.UnorderedItems.Select(i => i.Element).OrderBy(p => p.Lot)], total);
    }

    private static ulong Lot(int seed, string sha256, int table, int row, int column)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}:{sha256}:{table}:{row}:{column}")), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private sealed record Place(long Document, string Name, int Table, int Row, int Column, int Page, ulong Lot);
}
