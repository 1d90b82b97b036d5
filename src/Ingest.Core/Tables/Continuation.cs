using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables;

/// <summary>Joins the parts of a table that runs over pages, and numbers the tables of the document.</summary>
internal static class Continuation
{
    /// <summary>Share of its width by which a column lies below its like.</summary>
    private const double Overlap = 0.5;

    /// <summary>Lines of a title with its unit, and how far apart these stand, in ems.</summary>
    private const int MostOfTitle = 3;
    private const double TitleApart = 1.5;

    /// <summary>So many equal figures make a row the same as another one.</summary>
    private const int FewestFigures = 2;

    public static ImmutableArray<RawTable> Join(IReadOnlyList<PageFinds> pages)
    {
        var running = RunningLines.Of(pages);
        var tables = ImmutableArray.CreateBuilder<RawTable>();
        TableParts? open = null;
        PageFinds? last = null;
        foreach (var page in pages)
        {
            var foot = last is not null && last.Page == page.Page - 1 && page.Tables.Count > 0 ? Foot(last, page.Tables[0], running) : [];
            last = page;
            for (var t = 0; t < page.Tables.Count; t++)
            {
                var table = page.Tables[t];
                table.Caption.RemoveAll(running.IsPageNumber);
                table.Notes.RemoveAll(running.IsRunning);
                if (t == 0 && foot.Count > 0 && table.Caption.TrueForAll(running.IsRunning))
                {
                    // its title and unit were left at the foot of the page before
                    table.Caption.AddRange(foot);
                    open?.Last.Notes.RemoveAll(foot.Contains);
                }
                else if (open is not null && open.LastPage == page.Page - 1)
                {
                    if (open.AddBeside(table))
                        continue;
                    var whole = open.Last == open.First && CutHeaders.Of(open.First, table) is { } header ? new TableParts(header, header.Rows + HeaderRows.Count(table)) : open;
                    var part = MergedColumns.Refine(whole.First, table) ?? table;
                    if (Repeated(whole, part, running) is { } repeated)
                    {
                        whole.Add(part, repeated);
                        open = whole;
                        continue;
                    }
                }
                if (open is not null)
                    tables.Add(open.ToRaw(tables.Count + 1));
                open = new TableParts(table, HeaderRows.Count(table));
            }
        }
        if (open is not null)
            tables.Add(open.ToRaw(tables.Count + 1));
        return tables.ToImmutable();
    }

    /// <summary>
    /// The title and the unit of a table that a page ends with: what stands closely above a unit, on its last line or above a header that the next page repeats.
    /// Nobody prints a unit of money below its table with a title above it.
    /// </summary>
    private static List<TextLine> Foot(PageFinds page, PageTable next, RunningLines running)
    {
        var top = page.Tables.Count > 0 ? page.Tables.Max(static t => t.Box.Bottom) : 0;
        var lines = page.Lines.FindAll(l => l.Area.Box.Top > top - 1 && l.Text.Length > 0 && !running.IsRunning(l));
        if (!lines.Exists(IsUnit))
            return [];
        var rows = HeaderRows.Count(next);
        var header = next.Cells.FindAll(c => c.Place.Row < rows);
        while (lines.Count > 0 && lines[^1].Text.Split(' ').All(word => header.Exists(c => c.Text.Contains(word, StringComparison.Ordinal))))
            lines.RemoveAt(lines.Count - 1);
        if (lines.Count < 2 || !IsUnit(lines[^1]))
            return [];
        var from = lines.Count - 1;
        while (from > 0 && lines.Count - from < MostOfTitle && lines[from].Area.Box.Top - lines[from - 1].Area.Box.Bottom < TitleApart * lines[from].PointSize)
            from--;
        return lines.GetRange(from, lines.Count - from);
    }

    private static bool IsUnit(TextLine line) => line.Text[^1] == '元' && line.Text.Contains("单位:", StringComparison.Ordinal);

    /// <returns>How many rows of the header are printed again when the table goes on here; null when it does not.</returns>
    private static int? Repeated(TableParts open, PageTable next, RunningLines running)
    {
        var same = EqualRows(open.First, next);
        // under the same header columns may be of other widths
        if (!SameColumns(open.First, next) && !SameRoles(open.First, next) && !(open.First.Columns == next.Columns && same > 0 && same >= HeaderRows.Count(next)))
            return null;
        var caption = next.Caption.FindAll(line => !running.IsRunning(line) && !LineWords.SaysContinued(line.Text));
        if (caption.Count == 0)
            return open.Last.Notes.Count == 0 || same > 0 ? same : null;
        var above = open.First.Caption.FindAll(line => !running.IsRunning(line));
        return (same > 0 || caption.Exists(line => above.Exists(title => IsContinued(line.Text, title.Text)))) && SameCaption(above, caption) ? same : null;
    }

    /// <summary>收入总表（续）: a title with the word that it goes on.</summary>
    private static bool IsContinued(string line, string title) => line.Length > title.Length && line.StartsWith(title, StringComparison.Ordinal) && LineWords.SaysContinued(line.AsSpan(title.Length).Trim());

    private static bool SameColumns(PageTable a, PageTable b)
    {
        if (a.Columns != b.Columns)
            return false;
        double scale = (b.Box.Right - b.Box.Left) / (a.Box.Right - a.Box.Left);
        if (scale is < 0.6 or > 1.7)
            return false;
        // columns that come from the text alone move with it
        var tolerance = (a.Ruled && b.Ruled ? 0.02 : 0.06) * (b.Box.Right - b.Box.Left) + 1;
        for (var i = 0; i <= a.Columns; i++)
        {
            if (Math.Abs((a.Grid.Xs[i] - a.Grid.Xs[0]) * scale - (b.Grid.Xs[i] - b.Grid.Xs[0])) > tolerance)
                return false;
        }
        return true;
    }

    /// <summary>
    /// Columns that come from the text move with it: they are those of the table when there are as many, each lies below its
    /// like, and each holds figures or words as that does.
    /// </summary>
    private static bool SameRoles(PageTable a, PageTable b)
    {
        if (a.Columns != b.Columns || a.Columns < 3 || (a.Ruled && b.Ruled))
            return false;
        var (figuresA, figuresB) = (Figures(a), Figures(b));
        for (var c = 0; c < a.Columns; c++)
        {
            var overlap = Math.Min(a.Grid.Xs[c + 1], b.Grid.Xs[c + 1]) - Math.Max(a.Grid.Xs[c], b.Grid.Xs[c]);
            if (overlap < Overlap * Math.Min(a.Grid.Xs[c + 1] - a.Grid.Xs[c], b.Grid.Xs[c + 1] - b.Grid.Xs[c]) || figuresA[c] * figuresB[c] < 0)
                return false;
        }
        return true;
    }

    /// <summary>By column: more figures than words below the header, or fewer.</summary>
    private static int[] Figures(PageTable table)
    {
        var figures = new int[table.Columns];
        var header = HeaderRows.Count(table);
        foreach (var cell in table.Cells)
        {
            if (cell.Place.Row >= header && cell.Place.ColumnSpan == 1 && cell.Text.Length > 0)
                figures[cell.Place.Column] += HeaderRows.IsFigure(cell.Text) ? 1 : -1;
        }
        return figures;
    }

    /// <summary>The title is printed again, perhaps with 续 or a page count behind it; its unit may have stood beside the number of the table.</summary>
    private static bool SameCaption(List<TextLine> first, List<TextLine> next)
    {
        foreach (var line in next)
        {
            if (!first.Exists(f => line.Text.StartsWith(f.Text, StringComparison.Ordinal) || f.Text.Contains(line.Text, StringComparison.Ordinal)))
                return false;
        }
        return true;
    }

    /// <summary>How many leading rows hold the same text; rows with figures other than column numbers are no header.</summary>
    private static int EqualRows(PageTable a, PageTable b)
    {
        var rowsA = HeaderRows.Rows(a);
        var rowsB = HeaderRows.Rows(b);
        var header = HeaderRows.Count(a);
        // 项目 beside a row that numbers the columns reaches down to its end
        var limit = Math.Min(rowsA.Take(header).SelectMany(static row => row).Select(static c => c.Place.Row + c.Place.RowSpan).Append(header).Max(), Math.Min(rowsA.Length, rowsB.Length));
        var same = 0;
        while (same < limit && EqualRow(rowsA[same], rowsB[same]))
            same++;
        // a header is repeated whole: up to the row where its cells end
        while (rowsB[..same].Any(row => row.Exists(c => c.Place.Row + c.Place.RowSpan > same)))
            same--;
        // the total may be printed again with the header
        return same > 0 && same < Math.Min(rowsA.Length, rowsB.Length) && IsSameFigures(rowsA[same], rowsB[same]) ? same + 1 : same;
    }

    private static bool IsSameFigures(List<PageCell> a, List<PageCell> b)
    {
        if (a.Count != b.Count)
            return false;
        var figures = 0;
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i].Place.Column != b[i].Place.Column || a[i].Text != b[i].Text || a[i].Place.RowSpan > 1)
                return false;
            figures += HeaderRows.IsFigure(a[i].Text) && a[i].Text.AsSpan().ContainsAnyInRange('1', '9') ? 1 : 0;
        }
        return figures >= FewestFigures;
    }

    /// <summary>The same texts in the same columns; a few may be cut short where the repeated row is lower (the rest is clipped there).</summary>
    private static bool EqualRow(List<PageCell> a, List<PageCell> b)
    {
        if (a.Count != b.Count)
            return false;
        int equal = 0, cut = 0;
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i].Place.Column != b[i].Place.Column)
                return false;
            if (a[i].Text.Length == 0 && b[i].Text.Length == 0)
                continue;
            if (a[i].Text == b[i].Text)
            {
                equal++;
            }
            else if (a[i].Text.Length > 0 && b[i].Text.Length > 0
                && (a[i].Text.StartsWith(b[i].Text, StringComparison.Ordinal) || b[i].Text.StartsWith(a[i].Text, StringComparison.Ordinal)))
            {
                cut++;
            }
            else
            {
                return false;
            }
        }
        return equal > 0 && cut <= equal;
    }
}
