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

    /// <summary>The tables whose grid is wrong, and in what.</summary>
    public required IReadOnlyList<(DraftTable Table, string Difference)> Differences { get; init; }

    public bool IsPerfect => Grids == Tables.Count && Facts.Kept == Facts.Facts && Facts.Changed == 0;

    /// <param name="rows">The page of each row of each table.</param>
    public static FuzzOutcome Of(IReadOnlyList<DraftTable> tables, IReadOnlyList<int[]> rows, ImmutableArray<PageContent> pages, ParsedDocument parsed)
    {
        var wanted = tables.SelectMany((t, i) => t.Facts.Select(f => (f.Saying, rows[i][f.Row], false))).ToList();
        var found = parsed.Tables.Select(p => p.Source).ToList();
        var right = tables.Where(t => parsed.Tables.Any(p => GridDifference.IsSame(t, p.Source))).Select(t => t.Kind).ToHashSet(StringComparer.Ordinal);
        return new FuzzOutcome(tables, pages, parsed, right.Count, FactComparison.Of(wanted, [], parsed))
        {
            Differences = [.. tables.Select(t => (t, right.Contains(t.Kind) ? "" : GridDifference.Of(t, found))).Where(d => !right.Contains(d.t.Kind))],
            InRightGrids = FactComparison.Of(
                wanted.FindAll(w => right.Contains(w.Saying.Kind)), [], parsed with { Facts = [.. parsed.Facts.Where(f => right.Contains(f.Kind))] }),
        };
    }
}
