using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>Where the header of an area ends, and which of its texts stand right above a column.</summary>
internal static class Header
{
    /// <summary>A year is no wider than this, in ems.</summary>
    private const double Year = 2.7;

    /// <summary>Base lines nearer than this are one, in ems.</summary>
    private const double OnLine = 0.2;

    /// <summary>Numbers of columns on one line; lines that show a column below a text.</summary>
    private const int FewestNumbers = 2, FewestOwn = 2;

    /// <summary>Texts whose middles differ by less stand on one line, in ems.</summary>
    private const double LineHeight = 0.6;

    /// <returns>y of the middle of the first figure below the header; the largest number when there is none.</returns>
    public static double FirstFigure(Area area)
    {
        var full = area.Horizontal.FindAll(e => e.Coverage(area.Box.Left, area.Box.Right) > 0.9).ConvertAll(static e => e.Position);
        // the upper side may be drawn over the columns behind the first alone
        if (full.Count > 0 && full[0] > area.Box.Top + Edges.Snap)
            full.Insert(0, area.Box.Top);
        double first = double.MaxValue, from = Math.Max(area.From, InHeader(area.Texts, full));
        foreach (var s in area.Texts)
            first = s.Figure && s.MiddleY > from ? Math.Min(first, s.MiddleY) : first;
        return first;
    }

    /// <summary>
    /// Down to where the figures belong to the header: those between the first full lines that have any between them may be years or the like, no
    /// wider than four figures, on one line, above three lines of text or more without lines between; or the numbers of the columns, below words
    /// and above other figures.
    /// </summary>
    private static double InHeader(List<Segment> texts, List<double> full)
    {
        var band = Enumerable.Range(0, Math.Max(0, full.Count - 1)).FirstOrDefault(i => texts.Exists(s => s.Figure && Between(s, i)), -1);
        if (band < 0)
            return double.MinValue;
        var figures = texts.FindAll(s => s.Figure && Between(s, band));
        if (figures.Count < FewestNumbers || figures.Exists(f => Math.Abs(f.Baseline - figures[0].Baseline) >= 0.3 * f.Size))
            return double.MinValue;
        var areYears = band == 0 && figures.TrueForAll(static f => f.Width < Year * f.Size) && FormColumns.Lines(texts.FindAll(s => Between(s, 1))).Count >= 3;
        var areNumbers = figures.TrueForAll(IsNumber) && texts.Exists(s => s.Baseline < figures[0].Top) && texts.Exists(s => s.Figure && s.MiddleY > full[band + 1]);
        return areYears || areNumbers ? full[band + 1] : double.MinValue;

        bool Between(Segment s, int i) => s.MiddleY > full[i] && s.MiddleY < (i + 1 < full.Count ? full[i + 1] : double.MaxValue);
    }

    /// <summary>Whether a figure may be the number of a column.</summary>
    public static bool IsNumber(Segment s) => s is { Figure: true, Digits: 1 or 2, Decimals: 0, Separator: ' ', Nought: false };

    /// <summary>Whether a figure may be a year that heads a column.</summary>
    public static bool IsYear(Segment s) => s is { Figure: true, Digits: 4, Decimals: 0, Separator: ' ', Nought: false } && s.Width < Year * s.Size;

    /// <summary>The border below the header: the last full ruling above the first figure, or above an empty body; the top of the area where no ruling tells.</summary>
    public static double End(Area area, List<double> lines, double first)
    {
        if (first < double.MaxValue)
        {
            var above = lines.FindAll(y => y > area.Box.Top + Edges.Snap && y < first);
            // a text alone between the last two lines is the heading of the rows below
            if (above.Count > 1 && area.Texts.Count(s => s.MiddleY > above[^2] && s.MiddleY < above[^1]) == 1)
                above.RemoveAt(above.Count - 1);
            return above.Count > 0 && !IsBelowGroups(area, above[^1], first) ? above[^1] : area.Box.Top;
        }
        if (area.From > area.Box.Top)
            return area.From;
        var text = area.Texts.Count == 0 ? area.Box.Top : area.Texts.Max(static s => s.MiddleY);
        var inner = lines.FindAll(y => y > area.Box.Top + Edges.Snap && y < area.Box.Bottom - Edges.Snap);
        return inner.Count == 0 ? area.Box.Bottom : inner[^1] > text ? inner[^1] : inner[0];
    }

    /// <summary>Whether more words stand side by side below a ruling, before any figure, than on any line above it: it parts groups from the headers of their columns.</summary>
    private static bool IsBelowGroups(Area area, double ruling, double first)
    {
        var lines = FormColumns.Lines(OpenColumns.Spread(area.Texts.FindAll(s => s.MiddleY < first - LineHeight * s.Size), static (_, _) => true));
        var most = lines.Where(l => l[0].MiddleY < ruling).Select(static l => l.Count).DefaultIfEmpty(int.MaxValue).Max();
        return lines.FindAll(l => l[0].MiddleY > ruling).TakeWhile(static l => !l.Exists(static s => s.Figure)).Any(l => l.Count > most);
    }

    /// <summary>The top of the line that numbers the columns at the foot of a header (栏次 1 2 3); the end of the header where it has none.</summary>
    public static double Numbers(List<Segment> header, double end)
    {
        var lines = FormColumns.Lines(header);
        if (lines.Count < 2)
            return end;
        var last = lines[^1];
        var numbers = last.Count(IsNumber);
        if (numbers < FewestNumbers || last.Count - numbers > numbers)
            return end;
        return (lines[^2].Max(static s => s.MiddleY) + last.Min(static s => s.MiddleY)) / 2;
    }

    /// <summary>y above which no text shows the columns of a body that no ruling parts from its header: below the first figures where they number the columns, else right above them.</summary>
    /// <param name="first">y from which on there is no header.</param>
    public static double BelowNumbers(List<Segment> texts, double first)
    {
        var above = texts.FindAll(s => s.MiddleY < first + LineHeight * s.Size);
        return Numbers(above, double.MaxValue) < double.MaxValue ? above.Max(static s => s.MiddleY) : Math.BitDecrement(first);
    }

    /// <summary>The texts right above the columns: no ruling is drawn and no other text stands between them and the body.</summary>
    /// <param name="body">Its lines.</param>
    public static List<Segment> Leaves(List<Segment> header, List<Edge> edges, double bottom, List<List<Segment>> body)
    {
        var leaves = new List<Segment>();
        foreach (var s in OpenColumns.Spread(header, body).OrderByDescending(static s => s.Baseline))
        {
            // the first line of a broken figure may stand above the first row, and a heading of rows
            if (s.IsAmount || HeadsRows(s, header, body) || edges.Exists(e => e.Position > s.MiddleY && e.Position < bottom - Edges.Snap && e.Start < s.Center && e.End > s.Center
                && header.Exists(o => o.MiddleY > e.Position && o.Center > e.Start && o.Center < e.End)))
            {
                continue;
            }
            var below = leaves.FindAll(l => l.Left < s.Right - 1 && l.Right > s.Left + 1);
            // what stands over two texts that stand beside each other is the header of a group
            if (below.Exists(a => below.Exists(b => b.Left > a.Right + 0.3 * s.Size)))
                continue;
            // so is what stands askew above one, or reaches over columns beside it: the lines of a wrapped text have a side or their middles in common
            if (below.Count > 0 && (!below.Exists(l => InLine(l, s) && l.Baseline - s.Baseline < Weights.FarthestWrap * s.Size) || IsOverColumns(s, body) || (below.Count == 1 && IsOverThree(s, below[0], header))))
                continue;
            leaves.Add(s);
        }
        // the lower first: a group of groups has none below it any more
        foreach (var s in leaves.ToArray())
        {
            if (IsNarrowGroup(s, leaves, body))
                leaves.Remove(s);
        }
        return leaves;
    }

    /// <summary>
    /// Whether a text that stands over the middle one of three columns is the header of all of them: those beside it stand as low, with nothing
    /// above, though texts of one line stand higher, half way, in this header.
    /// </summary>
    private static bool IsOverThree(Segment s, Segment middle, List<Segment> header)
    {
        if (s.Left > middle.Left - 1 || s.Right < middle.Right + 1)
            return false;
        var low = header.FindAll(o => Math.Abs(o.Baseline - middle.Baseline) < OnLine * o.Size && IsAlone(o));
        return low.Exists(o => o.Right < middle.Left) && low.Exists(o => o.Left > middle.Right)
            && header.Exists(o => Math.Abs(o.Baseline - (s.Baseline + middle.Baseline) / 2) < OnLine * o.Size);

        bool IsAlone(Segment o) => !header.Exists(h => h != o && Overlap(h, o));
    }

    /// <summary>Whether words alone on their line, below a name, run over several columns of the rows or begin where those do that stand so among the rows: they head rows, no column.</summary>
    /// <param name="texts">What stands above the rows.</param>
    /// <param name="body">The lines of the rows.</param>
    public static bool HeadsRows(Segment s, List<Segment> texts, List<List<Segment>> body)
    {
        if (s.Figure || !HasOwnLine(s, texts) || !texts.Exists(o => o.Baseline < s.Baseline && Overlap(o, s)))
            return false;
        var several = body.FindAll(static l => l.Count > 1);
        return OpenColumns.IsHeading(s, several) || body.Exists(l => l.Count == 1 && Math.Abs(l[0].Left - s.Left) < OnLine * s.Size && OpenColumns.IsHeading(l[0], several));
    }

    private static bool HasOwnLine(Segment s, List<Segment> texts) => texts.TrueForAll(o => o == s || Math.Abs(o.Baseline - s.Baseline) > LineHeight * s.Size);

    private static bool InLine(Segment a, Segment b) =>
        Math.Min(Math.Abs(a.Center - b.Center), Math.Min(Math.Abs(a.Left - b.Left), Math.Abs(a.Right - b.Right))) < 0.2 * b.Size;

    /// <summary>Whether most lines of the body that stand below a text have several texts there, side by side.</summary>
    private static bool IsOverColumns(Segment s, List<List<Segment>> body)
    {
        int single = 0, several = 0;
        foreach (var line in body)
        {
            var below = line.Count(t => Overlap(t, s));
            single += below == 1 ? 1 : 0;
            several += below > 1 ? 1 : 0;
        }
        return several > single;
    }

    private static bool Overlap(Segment a, Segment b) => a.Left < b.Right - 1 && a.Right > b.Left + 1;

    /// <summary>
    /// Whether a text between two lower ones is the header of a group narrower than their distance: the body has no column
    /// of its own below it.
    /// </summary>
    private static bool IsNarrowGroup(Segment s, List<Segment> leaves, List<List<Segment>> body)
    {
        if (leaves.Exists(l => l.Baseline > s.Baseline && Overlap(l, s)))
            return false;
        Segment? before = null, after = null;
        foreach (var other in leaves)
        {
            if (other.Right <= s.Left + 1 && !(before?.Right > other.Right))
                before = other;
            if (other.Left >= s.Right - 1 && !(after?.Left < other.Left))
                after = other;
        }
        if (before is not { } a || after is not { } b || leaves.Exists(l => (Overlap(l, a) || Overlap(l, b)) && l.Baseline < s.Baseline + 0.5 * s.Size))
            return false;
        double left = a.Center, right = b.Center;
        var own = 0;
        double from = (left + s.Center) / 2, to = (right + s.Center) / 2;
        foreach (var line in body)
        {
            // a figure at the right side of its column may stand there too, where nothing else stands in that
            own += line.Exists(t => t.Center > from && t.Center < to && line.Exists(o => o.Center <= from && (!t.Figure || o.Right > a.Left - a.Size))) && line.Exists(t => t.Center >= to && t.Left < right) ? 1 : 0;
        }
        return own < FewestOwn;
    }
}
