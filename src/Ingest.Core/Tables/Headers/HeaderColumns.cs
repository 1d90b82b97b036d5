using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>
/// Brings the columns that the body shows together with the header texts above them. Both stand in the same order; a
/// header without a column of text below it is a blank column. The cheapest alignment decides, as for two sequences.
/// </summary>
internal static class HeaderColumns
{
    /// <summary>Left sides nearer than this are one, in points.</summary>
    private const double Same = 1;

    /// <summary>So many labels below a header, and so many headers with such, show that columns begin where headers do.</summary>
    private const int FewestBelow = 2, FewestAlike = 2;

    /// <summary>Among so many lines one may have text across a border, no further off the middle of its two columns than this share of their distance.</summary>
    private const int FewestAround = 4;

    private const double Middle = 0.25;

    /// <summary>A text narrower than this is one character, in ems.</summary>
    private const double Character = 1.2;

    /// <summary>One row of so many that holds two texts between two borders shows two columns: codes of functions stand in parts, of which most rows lack the last.</summary>
    private const int OneOfTwo = 4;

    private const double NoBody = 24;
    private const double NoHeader = 120;
    private const double Far = 60;

    /// <summary>
    /// Columns as the header texts divide the width: each border lies in the gap between two of them, where the
    /// fewest lines of the body have text across.
    /// </summary>
    /// <param name="lines">The body, line by line, each from left to right.</param>
    /// <param name="cross">How many texts of the body cover each point from <paramref name="origin"/> on.</param>
    /// <returns>Null when the body does not agree: text across borders, or several figures in one column of a line.</returns>
    public static List<Span>? Divide(List<Span> headers, List<List<Segment>> lines, int[] cross, double origin)
    {
        if (headers.Count < 2)
            return null;
        var borders = new double[headers.Count + 1];
        borders[0] = Math.Min(headers[0].Left, origin);
        borders[^1] = Math.Max(headers[^1].Right, origin + cross.Length);
        var begin = Begin(headers, lines);
        var isRight = FiguresStandRight(headers, lines);
        for (var i = 1; i < headers.Count; i++)
        {
            if (begin)
                borders[i] = headers[i].Left - Same;
            else if (Border(borders[i - 1], headers[i - 1], headers[i], cross, origin, lines, isRight) is { } border)
                borders[i] = border;
            else
                return null;
        }
        int shared = 0, single = 0;
        foreach (var line in lines)
        {
            var last = -1;
            Segment before = default;
            foreach (var s in line)
            {
                var column = Placement.Find(borders, s.Center);
                if (column == last && s.Figure && !before.Open && s.Left - before.Right > s.Size)
                    shared++;
                else
                    single++;
                (last, before) = (column, s);
            }
        }
        if (shared * 10 > single)
            return null;
        return [.. headers.Select((_, i) => new Span(borders[i], borders[i + 1]))];
    }

    /// <summary>
    /// Whether columns begin where their headers do: labels of several columns begin right below them, and no other text stands
    /// across the beginning of a header. A figure at the right side of its column may stand nearer to the next header.
    /// </summary>
    private static bool Begin(List<Span> headers, List<List<Segment>> lines)
    {
        var alike = 0;
        foreach (var header in headers)
        {
            var below = new List<Segment>();
            foreach (var s in lines.SelectMany(static l => l))
            {
                // a name that begins with its own header may be longer than its column is wide
                if (s.Left < header.Left - Same && s.Right > header.Left + Same && (s.Figure || !headers.Exists(h => Math.Abs(h.Left - s.Left) < Same)))
                    return false;
                if (Math.Abs(s.Left - header.Left) < Same)
                    below.Add(s);
            }
            // figures of several widths that begin alike are codes
            if (below.TrueForAll(static s => s.Figure) && below.Count > 0 && below.Max(static s => s.Width) - below.Min(static s => s.Width) < Same)
                continue;
            alike += below.Count >= FewestBelow ? 1 : 0;
        }
        return alike >= FewestAlike;
    }

    /// <summary>Whether figures reach beyond the right side alone of the headers that they stand below, as below headers at the left of their columns.</summary>
    private static bool FiguresStandRight(List<Span> headers, List<List<Segment>> lines)
    {
        var isRight = false;
        foreach (var header in headers)
        {
            var below = lines.SelectMany(static l => l).Where(s => s.Figure && s.Left < header.Right - Same && s.Right > header.Left + Same).ToList();
            if (below.Count < FewestBelow)
                continue;
            double over = below.Max(static s => s.Right) - header.Right, under = header.Left - below.Min(static s => s.Left), size = below[0].Size;
            if (under > size && over < -size)
                return false;
            isRight |= over > size && under < -size;
        }
        return isRight;
    }

    /// <param name="last">Where the column on the left begins.</param>
    private static double? Border(double last, Span before, Span after, int[] cross, double origin, List<List<Segment>> lines, bool isRight)
    {
        double from = before.Right, to = after.Left;
        // the place is asked for, not the sum: that may be rounded to the other side
        int At(double x) => x - origin is >= 0 and var place && place < cross.Length ? cross[(int)place] : 0;
        double start = from, end = from, width = -1;
        int least = int.MaxValue, best = int.MaxValue, shared = int.MaxValue;
        isRight &= !lines.Exists(l => l.Exists(s => !s.Figure && s.Left > from && s.Right < to));
        // where enough rows hold two texts, the first may end before its header does, and a line speaks against a border that leaves the two together as it does against one that a text stands across
        var rows = lines.Count(static l => l.Exists(static s => s.Figure)) is > 0 and var count ? count : lines.Count;
        var isTwo = lines.Count(l => l.Count(s => s.Center > last && s.Center < after.Right) > 1) * OneOfTwo > rows;
        var begin = isTwo ? last : before.Left;
        for (var x = from; x <= to; x += 0.5)
        {
            // of those that the fewest texts cross the one that leaves texts of a line the least together; then the last, where figures stand right of their headers, else the widest
            var crossing = At(x);
            var until = x;
            while (until + 0.5 <= to && At(until + 0.5) == crossing)
                until += 0.5;
            var together = lines.Sum(l => Together(l, (x + until) / 2));
            var against = isTwo ? crossing + together : crossing;
            if (against < least || (against == least && (together < shared || (together == shared && (isRight || until - x > width)))))
                (least, best, shared, start, end, width) = (against, crossing, together, x, until, until - x);
            x = until;
        }
        var x0 = (start + end) / 2;
        return best * 10 <= lines.Count || (best == 1 && lines.Count >= FewestAround && lines.Exists(l => l.Exists(s => s.Left < x0 && s.Right > x0 && IsOverBoth(s, before, after)))) ? x0 : null;

        // how many texts of a line are more than one on their side of a border; characters that stand alone are spread (合 计)
        int Together(List<Segment> line, double x)
        {
            int left = 0, right = 0;
            foreach (var s in line)
                _ = s.Center <= begin || s.Center >= after.Right || (!s.Figure && s.Width < Character * s.Size) ? 0 : s.Center < x ? left++ : right++;
            return Math.Max(0, left - 1) + Math.Max(0, right - 1);
        }
    }

    /// <summary>Whether a text stands in the middle of two columns, as that of a total does in one cell for code and name; what begins where its header does runs over.</summary>
    private static bool IsOverBoth(Segment s, Span before, Span after)
    {
        double left = (before.Left + before.Right) / 2, right = (after.Left + after.Right) / 2;
        return !s.Figure && s.Left > before.Left + (s.Size / 2) && s.Right < after.Right - (s.Size / 2) && Math.Abs(s.Center - ((left + right) / 2)) < Middle * (right - left);
    }

    public static List<Span> Align(List<Span> columns, List<Span> headers)
    {
        int rows = columns.Count, texts = headers.Count;
        var cost = new double[rows + 1, texts + 1];
        var step = new byte[rows + 1, texts + 1];
        for (var i = 0; i <= rows; i++)
        {
            for (var j = 0; j <= texts; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                cost[i, j] = double.MaxValue;
                if (i > 0 && j > 0)
                    Try(cost[i - 1, j - 1] + Match(columns[i - 1], headers[j - 1]), 1, i, j);
                if (i > 0)
                    Try(cost[i - 1, j] + NoHeader, 2, i, j);
                if (j > 0)
                    Try(cost[i, j - 1] + NoBody + Overlap(columns, headers[j - 1]), 3, i, j);
            }
        }
        var aligned = new List<Span>();
        for (int i = rows, j = texts; i > 0 || j > 0;)
        {
            switch (step[i, j])
            {
                case 1:
                    aligned.Add(columns[--i].Union(headers[--j]));
                    break;
                case 2:
                    aligned.Add(columns[--i]);
                    break;
                default:
                    aligned.Add(headers[--j]);
                    break;
            }
        }
        aligned.Reverse();
        return Apart(aligned);

        void Try(double total, byte how, int i, int j)
        {
            if (total < cost[i, j])
                (cost[i, j], step[i, j]) = (total, how);
        }
    }

    private static double Match(Span column, Span header)
    {
        var distance = column.Distance(header);
        return distance > Far ? 10 * Far : distance;
    }

    /// <summary>A header that stands over text of the body is hardly that of a blank column.</summary>
    private static double Overlap(List<Span> columns, Span header)
    {
        double overlap = 0;
        foreach (var column in columns)
            overlap = Math.Max(overlap, Math.Min(column.Right, header.Right) - Math.Max(column.Left, header.Left));
        return Math.Max(0, overlap);
    }

    /// <summary>Where a header reaches over its neighbour's text, both give way to the middle.</summary>
    private static List<Span> Apart(List<Span> columns)
    {
        var apart = new List<Span>();
        foreach (var column in columns)
        {
            if (apart.Count > 0 && apart[^1].Right > column.Left)
            {
                var middle = (apart[^1].Right + column.Left) / 2;
                apart[^1] = new Span(Math.Min(apart[^1].Left, middle), middle);
                apart.Add(new Span(middle, Math.Max(middle, column.Right)));
            }
            else
            {
                apart.Add(column);
            }
        }
        return apart;
    }
}
