using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core;

/// <summary>
/// Pages whose text is turned by a matrix, as a reader holds them: with the sheet turned. Every stage sees these, so that "above"
/// and "left of" mean for all of them what they mean for him; what the stages say of places is turned back at the end.
/// </summary>
internal sealed class TurnedSheets
{
    private readonly Dictionary<int, (PageContent Page, TextRotation Turned)> _turned = [];

    public TurnedSheets(IReadOnlyList<PageContent> pages)
    {
        foreach (var page in pages)
        {
            if (Turning.Of(page) is not TextRotation.Upright and var turned)
            {
                _turned.Add(page.Number, (page, turned));
            }
        }

        Upright = _turned.Count == 0 ? pages : [.. pages.Select(p => _turned.TryGetValue(p.Number, out var at) ? Turning.Upright(p, at.Turned) : p)];
    }

    public IReadOnlyList<PageContent> Upright { get; }

    /// <param name="own">How many of its anomalies, the first ones, come from the reading of the file and tell of pages as displayed.</param>
    public ParsedDocument Back(ParsedDocument document, int own) => _turned.Count == 0 ? document : document with
    {
        Tables = [.. document.Tables.Select(t => t with { Source = Back(t.Source) })],
        Facts = [.. document.Facts.Select(f => f with { Where = Back(f.Where) })],
        Narrative = [.. document.Narrative.Select(n => n with { Where = Back(n.Where) })],
        Checks = [.. document.Checks.Select(c => c with { Cells = [.. c.Cells.Select(Back)] })],
        Anomalies = [.. document.Anomalies.Select((a, i) => i < own ? a : a with { Where = Back(a.Where) })],
        Indicators = [.. document.Indicators.Select(i => i with { Where = Back(i.Where) })],
        Personal = [.. document.Personal.Select(Back)],
    };

    private RawTable Back(RawTable table) => table with
    {
        Caption = Back(table.Caption),
        Notes = Back(table.Notes),
        Cells = [.. table.Cells.Select(c => c with { Area = Back(c.Area) })],
    };

    private ImmutableArray<TextLine> Back(ImmutableArray<TextLine> lines) => [.. lines.Select(l => l with { Area = Back(l.Area) })];

    private CellRef Back(CellRef where) => where with { Area = Back(where.Area) };

    private PageBox Back(PageBox area) => _turned.TryGetValue(area.Page, out var at) ? area with { Box = Turning.Back(area.Box, at.Turned, at.Page) } : area;
}
