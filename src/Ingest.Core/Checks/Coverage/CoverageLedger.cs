using System.Collections.Immutable;

namespace Ingest.Core.Checks.Coverage;

/// <summary>
/// What should have come, against what came. A document is expected because the portal's file says so, or because its body
/// published the same for the year before; it is missing once its season has ended. What the file says of a body (its kinds,
/// its last year) goes before what earlier years suggest.
/// </summary>
public static class CoverageLedger
{
    /// <param name="documents">Every document of the database that knows its entity, year and phase.</param>
    /// <param name="today">On the calendar of the portals.</param>
    /// <returns>By source as given, body, phase and year.</returns>
    public static ImmutableArray<CoverageRow> Of(IReadOnlyList<CoverageSource> sources, IEnumerable<HeldDocument> documents, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var all = new CoverageBodies(documents);
        var rows = ImmutableArray.CreateBuilder<CoverageRow>();
        foreach (var source in sources)
        {
            var bodies = all.Of(source);
            var titles = new CoverageTitles(source, bodies.SelectMany(b => b.Names).ToHashSet(StringComparer.Ordinal));
            foreach (var body in bodies)
            {
                List<CoverageTrace>? traces = null;
                rows.AddRange(source.Seasons.SelectMany(s => Slots(source, body, s, today))
                    .Select(r => r.State == CoverageState.Hole ? Explain(r, source, traces ??= titles.Naming(body.Name, body.Names)) : r));
            }
        }

        return rows.ToImmutable();
    }

    private static IEnumerable<CoverageRow> Slots(CoverageSource source, CoverageBody body, DocumentSeason season, DateOnly today)
    {
        var held = body.Documents.Where(d => d.Phase == season.Phase).ToLookup(d => d.Year);
        var begun = season.LastBegun(today);
        var expected = new SortedDictionary<int, ExpectedBy>();
        foreach (var year in held.Select(h => h.Key))
        {
            expected.TryAdd(year, ExpectedBy.Nobody);
        }

        if (body.Expected is { } file)
        {
            for (var year = file.Since; file.Phases.Contains(season.Phase) && year <= Math.Min(begun, file.Until ?? begun); year++)
            {
                expected[year] = ExpectedBy.PortalFile;
            }
        }
        else
        {
            foreach (var year in held.Where(h => h.Any(d => d.Sources.Contains(source.Name)) && h.Key < begun).Select(h => h.Key + 1))
            {
                expected[year] = ExpectedBy.EarlierYear;
            }
        }

        return expected.Select(e =>
        {
            var documents = held[e.Key].OrderBy(d => d.Sha256, StringComparer.Ordinal).ToList();
            var due = season.Due(e.Key);
            var state = documents.Count > 0 ? CoverageState.Got : today > due ? CoverageState.Hole : CoverageState.Open;
            return new CoverageRow(
                source.Name, body.Name, body.RegionCode, e.Key, season.Phase, e.Value, due, state, documents.Count, HoleReason.None, "", "",
                documents.Count > 0 ? documents[0].Sha256 : "");
        });
    }

    private static CoverageRow Explain(CoverageRow hole, CoverageSource source, List<CoverageTrace> traces) =>
        CoverageTitles.Nearest(traces, hole.Year, hole.Phase) is { } trace
            ? hole with { Reason = trace.Reason, Message = trace.Message, Url = trace.Url, Sha256 = trace.Sha256 }
            : source.Unseen == HoleReason.None
                ? hole with { Reason = HoleReason.NotPublished, Message = "the whole listing was seen, and nothing in it names this document" }
                : hole with { Reason = source.Unseen, Message = source.UnseenMessage };
}
