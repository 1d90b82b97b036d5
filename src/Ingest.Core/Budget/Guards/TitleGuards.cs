using System.Collections.Immutable;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Guards;

/// <summary>
/// A printed title of a known kind promises a table. Where no table of the kind was read in the whole document, or none at all on the
/// page of the title though lines below it end in figures, it is lost, and said so at its title, whatever became of its cells.
/// </summary>
internal static class TitleGuards
{
    /// <summary>So many titles on a page without tables are a list of contents.</summary>
    private const int Contents = 4;

    /// <summary>So many lines that end in a figure set apart are rows.</summary>
    private const int FewestRows = 2;

    /// <summary>Characters of a number that is none of a page.</summary>
    private const int ShortestAmount = 4;

    /// <param name="kinds">Ids of the kinds that were read, and of those that share their titles.</param>
    public static void Check(IReadOnlyList<BudgetTable> tables, ImmutableArray<TextLine> lines, IReadOnlySet<string> kinds, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var titles = new List<(TextLine Line, TitleText Title, string Kind)>();
        foreach (var line in lines.Concat(tables.Where(static t => t.Kind is null).SelectMany(static t => t.Source.Caption)))
        {
            if (TitleText.Read(Folding.Label(line.Text)) is { } title && !EndsLikeContents(line.Text) && KindMatcher.ByTitle(title) is { } kind)
                titles.Add((line, title, kind.Id));
        }
        var pages = tables.SelectMany(static t => t.Source.Pages).ToHashSet();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in titles.GroupBy(static t => t.Line.Area.Page))
        {
            if (page.Select(static t => t.Kind).Distinct(StringComparer.Ordinal).Count() >= Contents && !pages.Contains(page.Key))
                continue;
            foreach (var (line, title, kind) in page)
            {
                var isRead = kinds.Contains(kind);
                var holds = isRead ? HasRows(lines, line, KindCatalog.Find(kind) is { Layout: TableLayout.Form }) : HasFigures(tables, lines, line, page.Select(static t => t.Line));
                if (!holds || (isRead && pages.Contains(page.Key)) || SaysEmpty(lines, line) || !said.Add(isRead ? $"{kind} {page.Key}" : kind))
                    continue;
                anomalies.Add(new Anomaly(AnomalyCodes.TitleWithoutTable, new CellRef(line.Area), kind, title.Core, "", title.Shown, "",
                    $"{title.Shown} is printed, but no table of its kind was read there.", Origin.Extraction)
                {
                    Chinese = $"印有“{title.Shown}”，但该处未读出此类表格。",
                });
            }
        }
    }

    /// <summary>Whether figures stand below the title, in a table or not; a header with nothing below it is an empty table, which loses nothing.</summary>
    private static bool HasFigures(IReadOnlyList<BudgetTable> tables, ImmutableArray<TextLine> lines, TextLine title, IEnumerable<TextLine> titles)
    {
        var top = title.Area.Box.Bottom;
        var end = titles.Select(static t => t.Area.Box.Top).Where(t => t > top).DefaultIfEmpty(double.MaxValue).Min();
        bool IsBelow(PageBox area) => area.Page == title.Area.Page && area.Box.Top >= top - 1 && area.Box.Top < end;
        var foot = true;
        foreach (var line in lines.Where(l => IsBelow(l.Area)))
        {
            foot = false;
            if (HoldsFigure(line.Text))
                return true;
        }
        foreach (var table in tables.Where(static t => t.Kind is null))
        {
            var here = table.Source.Cells.Where(c => IsBelow(c.Area)).ToList();
            foot &= here.Count == 0;
            if (here.Exists(static c => HoldsFigure(c.Text)))
                return true;
        }
        // the title stands at the foot of a page, its table on the next
        return foot && end == double.MaxValue && tables.Any(t => t.Kind is null && t.Source.Pages is [var page, ..] && page == title.Area.Page + 1);
    }

    /// <summary>Whether lines below a title are rows of names and figures.</summary>
    private static bool HasRows(ImmutableArray<TextLine> lines, TextLine title, bool isForm) =>
        lines.Count(l => l.Area.Page == title.Area.Page && l.Area.Box.Top > title.Area.Box.Top && IsRow(l.Text, isForm)) >= FewestRows;

    /// <summary>A number of a page stands alone behind its title: rows have several figures, or one that no page has. Names in forms may end in a colon.</summary>
    private static bool IsRow(string text, bool isForm) => !EndsLikeContents(text) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, .., var figure] pieces
        && Shapes.Of(name) == CellShape.Text && Shapes.Of(figure) == CellShape.Number && !text.AsSpan().ContainsAny(isForm ? "。；;" : "。；;：:")
        && (figure.Length >= ShortestAmount || (pieces.Length > 2 && Shapes.Of(pieces[^2]) == CellShape.Number));

    private static bool HoldsFigure(string text) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(static p => Shapes.Of(Folding.Label(p)) == CellShape.Number && p.Length > 2) || PrintedAmounts.In(text) > 0;

    /// <summary>Leaders and a number of a page: 收支总表……5.</summary>
    private static bool EndsLikeContents(string line) =>
        line.Length > 0 && char.IsAsciiDigit(line[^1]) && line.TrimEnd("0123456789 ".ToCharArray()) is { Length: > 0 } rest && (rest[^1] is '…' or '·' or '⋯' or '表' || rest.EndsWith("..", StringComparison.Ordinal));

    /// <summary>The line below says that there is nothing to print.</summary>
    private static bool SaysEmpty(ImmutableArray<TextLine> lines, TextLine title)
    {
        var at = lines.IndexOf(title);
        for (var i = Math.Max(at, 0); at >= 0 && i < Math.Min(lines.Length, at + 4); i++)
        {
            if (lines[i].Area.Page == title.Area.Page && (lines[i].Text.Contains('无', StringComparison.Ordinal) || lines[i].Text.Contains("没有", StringComparison.Ordinal) || lines[i].Text.Contains("空表", StringComparison.Ordinal) || lines[i].Text.Contains("不涉及", StringComparison.Ordinal)))
                return true;
        }
        return false;
    }
}
