using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>Where the headers of tables that no ruling frames begin: above the first line of figures, up to a title, a unit or a gap.</summary>
internal static class OpenHeaders
{
    /// <summary>So many names side by side are a line of a header.</summary>
    private const int FewestNames = 3;

    /// <summary>A header begins below a gap between two lines of more than this many ems.</summary>
    private const double HeaderApart = 3.4;

    /// <summary>Names of columns stand no further above the first row than this, in ems, nor rows below each other.</summary>
    public const double NamesApart = 8;

    /// <summary>A group stands no further off the middle of its columns than this, in ems.</summary>
    private const double OffMiddle = 0.5;

    /// <summary>A title stands further above the header than this, in ems.</summary>
    private const double TitleApart = 1.9;

    /// <summary>Type larger than that of the table by this factor is a title.</summary>
    public const double Larger = 1.18;

    /// <summary>The same where it is alone on its line above names and over no group of them.</summary>
    private const double SomewhatLarger = 1.05;

    /// <summary>The first line of the header above the first line with figures.</summary>
    /// <param name="left">Of all lines of the table: codes may stand above or below the line of their figures.</param>
    public static int First(List<RunLine> lines, int floor, int first, double left, List<RunLine> rows)
    {
        double right = rows.Max(static r => r.Right);
        var from = first;
        while (from > floor)
        {
            var line = lines[from - 1];
            if (line.IsAbove || IsApart(lines, from - 1, first, rows) || IsLarger(lines, from, first, rows[0]))
                break;
            // a header reaches beyond the figures where the first or last columns are blank, and where it is wider than those of the first
            var isBeside = line.Left < left - 3 * line.Size && !(line.Runs.Count > 1 && line.Runs[0].Right > left);
            if ((isBeside && !(line.Runs.Count >= FewestNames && AreNames(line, rows))) || line.Runs.Exists(r => r.Width > 0.6 * (right - left)))
                break;
            left = isBeside ? line.Left : left;
            from--;
            right = Math.Max(right, line.Right);
        }
        while (from < first && lines[from].Runs.Count == 1 && lines[from + 1].Baseline - lines[from].Baseline > lines[from].Size && (IsMiddle(lines[from], left, right, rows[0]) || IsLeft(lines[from], left, rows)))
            from++;
        for (var k = from; k < first && lines[k].Runs.Count == 1; k++)
            from = IsTitle(lines[k], lines[k + 1], rows) || (k + 1 < first && StandsOff(lines[k], lines.GetRange(k + 1, first - k - 1))) ? k + 1 : from;
        return from;
    }

    /// <summary>Where the header of a table stands that begins with its first row.</summary>
    /// <param name="lines">Those of the page outside other tables.</param>
    /// <returns>Null where there is none.</returns>
    public static Box? Header(Box table, List<RunLine> lines)
    {
        var rows = lines.FindAll(l => l.IsTabular && l.Baseline > table.Top && l.Baseline < table.Bottom && l.Left < table.Right && l.Right > table.Left);
        if (rows.Count == 0)
            return null;
        int first = lines.IndexOf(rows[0]), from = First(lines, 0, first, rows.Min(static l => l.Left), rows);
        var head = lines.GetRange(from, first - from).FindAll(l => l.Baseline < table.Top);
        return head.Count == 0 ? null : new Box(head.Min(static l => l.Left), head[0].Runs.Min(static r => r.Top), head.Max(static l => l.Right), head[^1].Runs.Max(static r => r.Bottom));
    }

    /// <summary>The lines right above one, of which a header may be made.</summary>
    public static List<RunLine> Above(List<RunLine> lines, int floor, int at, List<RunLine> rows)
    {
        var from = at;
        while (from > floor && !lines[from - 1].IsAbove && !IsApart(lines, from - 1, at, rows) && !IsLarger(lines, from, at, lines[at]))
            from--;
        return lines.GetRange(from, at - from);
    }

    /// <summary>Whether each text of a line stands over one of each row at most, and the other way round.</summary>
    public static bool AreNames(RunLine line, List<RunLine> rows) => rows.TrueForAll(row => line.Runs.TrueForAll(r => row.Runs.Count(o => o.IsOver(r)) <= 1) && row.Runs.TrueForAll(o => line.Runs.Count(r => o.IsOver(r)) <= 1));

    /// <summary>
    /// Whether a line stands too far above the next one to be of the same header. Names in the middle of high cells stand far above
    /// the first row, but each over a column of its own; a group above them stands in the middle of the columns behind the first.
    /// </summary>
    private static bool IsApart(List<RunLine> lines, int above, int first, List<RunLine> rows)
    {
        var (line, next) = (lines[above], lines[above + 1]);
        var gap = next.Baseline - line.Baseline;
        return gap > HeaderApart * Math.Max(line.Size, next.Size) && (gap > NamesApart * line.Size || line.Runs.Exists(static r => r.Figure) || !(line.Runs.Count > 1 ? (line.Runs.Count >= FewestNames || line.Left > rows.Max(static r => r.Runs[0].Right)) && AreNames(line, rows) : IsGroup(line, lines.GetRange(above + 1, first - above - 1))));
    }

    /// <summary>In the middle of the columns from one of the names to the last, or to any other, but not from the first.</summary>
    private static bool IsGroup(RunLine line, List<RunLine> names, bool toLast = true)
    {
        var texts = names.SelectMany(static l => l.Runs).ToList();
        if (texts.Count == 0)
            return false;
        double left = texts.Min(static r => r.Left), right = texts.Max(static r => r.Right);
        return texts.Exists(to => to.Right >= (toLast ? right : line.Right) && !IsMid(left, to.Right) && texts.Exists(r => r.Left > left + r.Size && r.Left < line.Left && IsMid(r.Left, to.Right)));

        bool IsMid(double from, double to) => Math.Abs(line.Runs[0].Center - (from + to) / 2) < OffMiddle * line.Size;
    }

    /// <summary>Whether the line above a header, of which the lines from a place on are known, is in larger type, as titles are. Names side by side are none: their type alone may be larger than that of the rows.</summary>
    private static bool IsLarger(List<RunLine> lines, int from, int first, RunLine row) =>
        lines[from - 1].Size > Larger * (from < first ? Math.Max(row.Size, lines[from].Size) : row.Size) && (from < first || lines[from - 1].Runs.Count == 1);

    /// <summary>Or it reaches over several columns and stands further above the header than rows stand apart.</summary>
    private static bool IsTitle(RunLine line, RunLine next, List<RunLine> rows) => next.Baseline - line.Baseline is var gap && gap > TitleApart * line.Size && (rows.Count == 1 || gap > 1.4 * (rows[1].Baseline - rows[0].Baseline))
        && rows.FindAll(r => r.Runs.Count(o => o.Left < line.Right && o.Right > line.Left) > 1).Count * 2 > rows.Count;

    /// <summary>Or it is in somewhat larger type than all names below it, and over no group of them. The line below may be of other columns, whose names are in smaller type.</summary>
    private static bool StandsOff(RunLine line, List<RunLine> names) => line.Size > SomewhatLarger * names.Max(static l => l.Size) && !IsGroup(line, names, toLast: false);

    /// <summary>A title stands in the middle of the whole, not over the columns behind the first.</summary>
    private static bool IsMiddle(RunLine line, double left, double right, RunLine row) =>
        Math.Abs(line.Runs[0].Center - (left + right) / 2) < line.Size && Math.Abs(line.Runs[0].Center - ((row.Runs[0].Right + row.Runs[1].Left) / 2 + right) / 2) > line.Size;

    /// <summary>Or it begins at the left side and reaches over the second column.</summary>
    private static bool IsLeft(RunLine line, double left, List<RunLine> rows) =>
        line.Left < left + 0.5 * line.Size && rows.FindAll(r => r.Runs[1].Left < line.Right - line.Size).Count * 2 > rows.Count;
}
