using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Tests.Metamorphic;

namespace Ingest.Tests.Fuzz;

/// <summary>What the parse made of a document of known tables.</summary>
/// <param name="Grids">How many tables have the very grid that was meant.</param>
internal sealed record FuzzOutcome(
    IReadOnlyList<DraftTable> Tables, ImmutableArray<PageContent> Pages, ParsedDocument Parsed, int Grids, FactComparison Facts)
{
    /// <summary>The same of the tables whose grid is right alone: what is wrong there, typing, facts or checks did.</summary>
    public required FactComparison InRightGrids { get; init; }

    public bool IsPerfect => Grids == Tables.Count && Facts.Kept == Facts.Facts && Facts.Changed == 0;

    /// <param name="rows">The page of each row of each table.</param>
    public static FuzzOutcome Of(IReadOnlyList<DraftTable> tables, IReadOnlyList<int[]> rows, ImmutableArray<PageContent> pages, ParsedDocument parsed)
    {
        var wanted = tables.SelectMany((t, i) => t.Facts.Select(f => (f.Saying, rows[i][f.Row], false))).ToList();
        var right = tables.Where(t => parsed.Tables.Any(p => IsSame(t, p.Source))).Select(t => t.Kind).ToHashSet(StringComparer.Ordinal);
        return new FuzzOutcome(tables, pages, parsed, right.Count, FactComparison.Of(wanted, [], parsed))
        {
            InRightGrids = FactComparison.Of(
                wanted.FindAll(w => right.Contains(w.Saying.Kind)), [], parsed with { Facts = [.. parsed.Facts.Where(f => right.Contains(f.Kind))] }),
        };
    }

    /// <summary>
    /// As many rows and columns, each text in one cell that lies where it should, and each header over its very columns. How far
    /// other cells reach over blank neighbours cannot be seen where no rulings are.
    /// </summary>
    private static bool IsSame(DraftTable draft, RawTable found)
    {
        var texts = draft.Cells.Where(c => c.Text.Length > 0).ToList();
        var cells = found.Cells.Where(c => c.Text.Length > 0).GroupBy(c => DraftTable.Plain(c.Text)).ToDictionary(g => g.Key, g => g.ToList());
        return found.Rows == draft.Rows && found.Columns == draft.Columns && texts.Count == cells.Sum(c => c.Value.Count)
            && texts.TrueForAll(t => cells.TryGetValue(DraftTable.Plain(t.Text), out var same) && same.Exists(c => Overlaps(t, c)));
    }

    private static bool Overlaps(DraftCell draft, RawCell found) =>
        (draft.Role != Role.Head || (draft.Column == found.Column && draft.ColumnSpan == found.ColumnSpan))
        && draft.Row < found.Row + found.RowSpan && found.Row < draft.Row + draft.RowSpan
        && draft.Column < found.Column + found.ColumnSpan && found.Column < draft.Column + draft.ColumnSpan;
}
