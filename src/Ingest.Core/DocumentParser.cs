using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Narrative;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rows;
using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Core;

/// <summary>The whole parse of one document, from pages to checked facts. Pure: the same pages give the same records.</summary>
public static class DocumentParser
{
    /// <summary>Part of every stage key: raise it when a stage's output changes, so that stored work is done again.</summary>
    public const int Version = 24;

    /// <param name="source">Identity of the bytes; only the name and hash are used.</param>
    /// <param name="pages">In page order.</param>
    /// <param name="documentAnomalies">What reading the file itself brought up.</param>
    public static ParsedDocument Parse(SourceDocument source, IReadOnlyList<PageContent> pages, ImmutableArray<Anomaly> documentAnomalies)
    {
        var sheets = new TurnedSheets(pages);
        var found = TableFinder.Find(sheets.Upright);
        var identity = IdentityReader.Read(source, found);
        var typed = TableTyper.Type(found, identity);
        var facts = FactMaker.Make(typed.Value);
        var (tables, placed) = Hierarchy.Place(typed.Value, FactSources.Mark(facts.Value, sheets.Upright));
        var narrative = NarrativeReader.Read(found);
        var indicators = IndicatorReader.Read(tables, identity);
        ImmutableArray<Anomaly> reading =
            [.. documentAnomalies, .. pages.SelectMany(p => p.Anomalies), .. IdentityReader.Doubts(source, found, identity, !facts.Value.IsEmpty), .. typed.Anomalies, .. facts.Anomalies, .. indicators.Anomalies];
        var outcome = Checker.Check(identity, tables, FactMaker.DoubtIfChanged(placed, documentAnomalies), narrative, reading);

        var summaries = pages.Select(p => new PageSummary(
            p.Number, p.Width, p.Height, p.Glyphs.Length, p.Rulings.Length, p.Images.Length,
            p.Anomalies.IsEmpty)).ToImmutableArray();
        var document = new ParsedDocument(
            source, identity, summaries, tables, outcome.Facts, narrative, outcome.Checks,
            [.. reading, .. outcome.Anomalies],
            outcome.Anomalies.Length)
        {
            Forms = indicators.Forms,
            Indicators = indicators.Indicators,
            Personal = PersonalCells.Find(tables),
        };
        return sheets.Back(document, documentAnomalies.Length + pages.Sum(p => p.Anomalies.Length));
    }
}
