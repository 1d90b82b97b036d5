using System.Collections.Frozen;
using System.Collections.Immutable;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>A stored document and what else its pages of the report tell.</summary>
/// <param name="Document">With its checks and all its anomalies, as they were stored.</param>
/// <param name="Name">The name that exports give it.</param>
/// <param name="Files">Where its bytes were seen, and the addresses they were fetched from.</param>
/// <param name="ParserVersion">Of the program that parsed it.</param>
/// <param name="Pages">Read again from the PDF: those that <see cref="PagesToDraw"/> names, as far as the PDF is still there.</param>
/// <param name="ShowPersonal">Whether names and telephone numbers of persons may be shown.</param>
public sealed record SiteDocument(
    ParsedDocument Document,
    string Name,
    ImmutableArray<string> Files,
    int ParserVersion,
    ImmutableDictionary<int, PageContent> Pages,
    bool ShowPersonal)
{
    /// <summary>The body whose page it leads to; null where it tells none.</summary>
    public long? Body { get; init; }

    /// <summary>Addresses that served these bytes, each with the time.</summary>
    public ImmutableArray<string> Fetches { get; init; } = [];

    /// <summary>Of pages that are pictures, the strips that are shown as they are printed.</summary>
    public ImmutableDictionary<int, ImmutableArray<PagePicture>> Pictures { get; init; } = ImmutableDictionary<int, ImmutableArray<PagePicture>>.Empty;

    /// <summary>Pages that were read when the document was loaded and cannot be read now, and what was said of each.</summary>
    public ImmutableDictionary<int, Anomaly> Unread { get; init; } = ImmutableDictionary<int, Anomaly>.Empty;

    private FrozenSet<(int, int, int)>? _personal;
    private FrozenDictionary<(int, int, int), Fact>? _facts;
    private FrozenDictionary<(int, int, int), RawCell>? _cells;

    /// <summary>The first digits of the hash: names the document's folder and its facts.</summary>
    public string Key => KeyOf(Document.Source.Sha256);

    public static string KeyOf(string sha256) => sha256[..Math.Min(16, sha256.Length)];

    /// <summary>How a fact is named: <c>sha256-prefix:table:row:column</c>.</summary>
    public string FactId(CellRef where) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Key}:{where.Table}:{where.Row}:{where.Column}");

    /// <summary>The pages on which an anomaly stands, or a cell of an identity that fails through it.</summary>
    public static ImmutableSortedSet<int> PagesToDraw(ParsedDocument document)
    {
        var areas = document.Tables
            .SelectMany(t => t.Source.Cells.Select(c => (t.Ordinal, c)))
            .ToDictionary(c => (c.Ordinal, c.c.Row, c.c.Column), c => c.c.Area.Page);
        var doubted = document.Anomalies.Where(a => a.Where.Area.Page > 0 && a.Where.Area.Box != default).ToList();
        var cells = doubted.Select(a => (a.Where.Table, a.Where.Row, a.Where.Column)).ToHashSet();
        return
        [
            .. doubted.Select(a => a.Where.Area.Page),
            .. document.Checks
                .Where(c => c.Result == CheckResult.Fail && c.Cells.Any(w => cells.Contains((w.Table, w.Row, w.Column))))
                .SelectMany(c => c.Cells).Select(w => areas.GetValueOrDefault((w.Table, w.Row, w.Column))).Where(p => p > 0),
        ];
    }

    /// <summary>The cells that anomalies name, and those of the identities that fail through them.</summary>
    public static ImmutableArray<CellRef> CellsToDraw(ParsedDocument document) =>
        WithFailed(document, [.. document.Anomalies.Select(static a => a.Where).Where(static w => w is { Table: > 0, Row: >= 0, Column: >= 0 })]);

    /// <summary>Cells, and those of the identities that fail through them.</summary>
    public static ImmutableArray<CellRef> WithFailed(ParsedDocument document, ImmutableArray<CellRef> cells)
    {
        var own = cells.Select(static c => (c.Table, c.Row, c.Column)).ToHashSet();
        return [.. cells, .. document.Checks.Where(c => c.Result == CheckResult.Fail && c.Cells.Any(w => own.Contains((w.Table, w.Row, w.Column)))).SelectMany(static c => c.Cells)];
    }

    /// <summary>The name of the file that holds a strip of a page, beside the document's own; strips count from 1.</summary>
    internal static string PictureFile(int page, int strip) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page-{page}-{strip}.png");

    internal Fact? FactAt(CellRef where) => FactAt(where.Table, where.Row, where.Column);

    internal Fact? FactAt(int table, int row, int column) =>
        (_facts ??= Document.Facts.ToFrozenDictionary(f => (f.Where.Table, f.Where.Row, f.Where.Column))).GetValueOrDefault((table, row, column));

    internal RawCell? CellAt(CellRef where) =>
        (_cells ??= Document.Tables.SelectMany(t => t.Source.Cells.Select(c => (t.Ordinal, Cell: c)))
            .ToFrozenDictionary(c => (c.Ordinal, c.Cell.Row, c.Cell.Column), c => c.Cell)).GetValueOrDefault((where.Table, where.Row, where.Column));

    internal BudgetTable? Table(int ordinal) => Document.Tables.FirstOrDefault(t => t.Ordinal == ordinal);

    /// <summary>Whether a cell must not be shown.</summary>
    internal bool Hides(int table, int row, int column) => table > 0 && !ShowPersonal
        && (_personal ??= Document.Personal.Select(c => (c.Table, c.Row, c.Column)).ToFrozenSet()).Contains((table, row, column));

    /// <summary>Whether a line of text must not be shown.</summary>
    internal bool Hides(string line) => !ShowPersonal && PersonalCells.Answer(line);

    /// <summary>A page without what must not be shown.</summary>
    internal PageContent? PageToDraw(int number)
    {
        var page = Pages.GetValueOrDefault(number);
        return page is null || ShowPersonal ? page : PersonalGlyphs.Without(page, Document);
    }
}
