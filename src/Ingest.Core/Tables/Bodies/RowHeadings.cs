using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Bodies;

/// <summary>Tells the heading of the first rows, and rows without figures above them, from the header of the columns.</summary>
internal static class RowHeadings
{
    /// <summary>A heading stands further below the header than the lines of a header are apart, or the labels below it begin further in than this, in ems.</summary>
    private const double HeadingApart = 1.8, Indent = 0.5;

    /// <summary>Distances of lines that differ by less are one, in ems.</summary>
    private const double Even = 0.15;

    /// <summary>
    /// Whether what stands above the first row of figures is its heading or a row without any, no part of the header: a text alone in the first
    /// column below a line of several, apart from that, with the label of the row further in, or, where another one stands between the rows, below
    /// a name of its column as far as rows are apart; or one over several columns below a name.
    /// </summary>
    public static bool IsHeading(RowBand band, RowBand row, List<Segment> body, double[] xs)
    {
        if (Label(band, body, xs) is not { } s || FormColumns.Lines(body.FindAll(o => o.MiddleY <= band.Top)).FindLast(static l => l.Count > 1) is not { } line)
            return false;
        var apart = s.Baseline - line[0].Baseline;
        return apart > HeadingApart * s.Size || HeadsRows(s, band, body)
            || body.Find(o => o.MiddleY > row.Top && o.MiddleY <= row.Bottom && !o.Figure && Placement.Find(xs, o.Center) == 0).Left > s.Left + Indent * s.Size
            || (line.Exists(o => Placement.Find(xs, o.Center) == 0) && FormColumns.Lines(body.FindAll(o => o.MiddleY > band.Top)) is var lines
                && lines[1..].Exists(l => l is [{ Figure: false } other] && Math.Abs(other.Left - s.Left) < Even * s.Size) && Math.Min(apart, lines[1][0].Baseline - s.Baseline) > Pitch(lines) - Even * s.Size);
    }

    private static bool HeadsRows(Segment s, RowBand band, List<Segment> body) =>
        Header.HeadsRows(s, body.FindAll(o => o.MiddleY <= band.Bottom), FormColumns.Lines(body.FindAll(o => o.MiddleY > band.Bottom)));

    /// <summary>How far apart the nearest lines with figures behind another text are.</summary>
    private static double Pitch(List<List<Segment>> lines)
    {
        var rows = lines.FindAll(static l => l.FindIndex(1, static s => s.Figure) > 0);
        return rows.Zip(rows.Skip(1), static (a, b) => b[0].Baseline - a[0].Baseline).DefaultIfEmpty(double.MaxValue).Min();
    }

    /// <summary>The only text of a row, where it is words in the first column or over several below a name.</summary>
    public static Segment? Label(RowBand band, List<Segment> body, double[] xs) =>
        body.FindAll(s => s.MiddleY > band.Top && s.MiddleY <= band.Bottom) is [{ Figure: false } s] && (Placement.Find(xs, s.Center) == 0 || HeadsRows(s, band, body)) ? s : null;

    /// <summary>Parts the last line above the first row of figures from the lines of the header, where it is words alone: no row without figures says that they are two.</summary>
    /// <param name="first">y from which on there is no header.</param>
    public static void Part(List<RowBand> rows, List<Segment> body, double first)
    {
        var at = rows.FindIndex(r => r.HasFigure && r.Bottom > first) - 1;
        if (at < 0 || FormColumns.Lines(body.FindAll(s => s.MiddleY > rows[at].Top && s.MiddleY <= rows[at].Bottom)) is not [.., var above, [{ Figure: false } last]])
            return;
        var border = (above.Max(static s => s.MiddleY) + last.MiddleY) / 2;
        rows.Insert(at + 1, new RowBand(border, rows[at].Bottom, false));
        rows[at] = new RowBand(rows[at].Top, border, rows[at].HasFigure);
    }
}
