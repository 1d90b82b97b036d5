using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Areas;

/// <summary>The columns that a table had on the page before, where the text of this page keeps to them too.</summary>
internal static class PageBefore
{
    /// <summary>How far a side of the table may be off, in points.</summary>
    private const double Off = 8;

    /// <summary>One text of so many may stand across a border.</summary>
    private const int MostAcross = 25;

    /// <returns>Null where the text does not keep to them.</returns>
    public static double[]? Columns(PageTable? before, Area area, List<Segment> body)
    {
        if (before is null || body.Count == 0)
            return null;
        var xs = before.Ruled || area.Vertical.Count > 0 ? before.Grid.Xs : Moved(before.Grid.Xs, body, area.Texts);
        if (area.Box.Left < xs[0] - Off || area.Box.Right > xs[^1] + Off || area.Vertical.Exists(e => !Array.Exists(xs, x => Math.Abs(x - e.Position) <= Edges.Snap)))
            return null;
        var words = new int[xs.Length - 1];
        // codes are written with spaces (201 03 01), and thousands
        var parted = new bool[xs.Length - 1];
        foreach (var cell in before.Cells)
        {
            if (cell.Place.ColumnSpan > 1 || cell.Text.Length == 0)
                continue;
            words[cell.Place.Column] += cell.Place.Row < before.Rows - 20 ? 0 : IsWords(cell.Text) ? 1 : -1;
            parted[cell.Place.Column] |= char.IsAsciiDigit(cell.Text[0]) && cell.Raw.Contains(' ', StringComparison.Ordinal);
        }
        int across = 0, other = 0;
        foreach (var line in FormColumns.Lines([.. body.OrderBy(static s => s.Baseline).ThenBy(static s => s.Left)], join: false))
        {
            var used = new HashSet<int>();
            foreach (var s in line)
            {
                var column = Placement.Find(xs, s.Left + 0.6);
                if (column != Placement.Find(xs, s.Right - 0.6))
                    across++;
                else if (s.Figure && !s.Open && !used.Add(column) && !parted[column])
                    return null;
                other += s.Figure && s.Width > s.Size && words[column] > 0 ? 1 : 0;
            }
        }
        return across * MostAcross <= body.Count && other * 10 <= body.Count ? xs : null;
    }

    /// <summary>Codes before names are figures where the name stands on another line, and a column of dashes is one of figures.</summary>
    private static bool IsWords(string text) => !char.IsAsciiDigit(text[0]) && text.Any(char.IsLetter);

    /// <summary>Borders that text tells lie anywhere between the texts on both sides: here these may be wider. They cut no header where there is room beside it.</summary>
    private static double[] Moved(double[] xs, List<Segment> body, List<Segment> texts)
    {
        var moved = (double[])xs.Clone();
        for (var i = 1; i + 1 < xs.Length; i++)
        {
            double right = double.MinValue, left = double.MaxValue;
            foreach (var s in body)
            {
                if (s.Center < xs[i])
                    right = Math.Max(right, s.Right);
                else
                    left = Math.Min(left, s.Left);
            }
            if (right < left && (right > xs[i] || left < xs[i]) && left < xs[i + 1] && right > xs[i - 1])
            {
                var x = (right + left) / 2;
                var cut = texts.Find(s => s.Left < x && s.Right > x);
                var beside = cut.Center > x ? cut.Left : cut.Right;
                moved[i] = beside > right && beside < left ? beside : x;
            }
        }
        return moved;
    }
}
