using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>
/// Columns of a region without vertical rulings, by a vote of its lines: a border lies where many lines have a gap
/// between two texts and hardly any line has text across it. What stands wholly inside such a corridor, in however
/// few lines, is a column of its own; a column that is blank in every row is known by its header.
/// </summary>
internal static class OpenColumns
{
    /// <summary>In a body of fewer lines than this one line shows a border, in a longer one two.</summary>
    private const int FewLines = 8;

    /// <summary>So many lines with a figure below one of two characters of the header, and as many below the other, show two columns.</summary>
    private const int FewestEach = 2;

    /// <summary>So many lines with several texts tell the borders without the others.</summary>
    private const int FewestLines = 3;

    /// <summary>What overlaps by less than this does hardly, in ems.</summary>
    private const double Slight = 0.4;

    /// <summary>Characters spread over a cell of the header (项 目) stand no further apart than this, in ems.</summary>
    private const double SpreadGap = 2.2;

    /// <param name="body">Segments of the body.</param>
    /// <param name="header">Segments of the header that stand right above one column, no group headers.</param>
    /// <param name="otherwise">A choice that is made otherwise, to get a rival.</param>
    /// <returns>Column borders, the region's own sides included; fewer than 3 when there are no columns.</returns>
    public static double[] Of(List<Segment> body, List<Segment> header, double left, double right, Choice otherwise = Choice.None)
    {
        var columns = ByVote(body, header, otherwise);
        if (columns.Count == 0)
            return [left, right];
        var borders = new double[columns.Count + 1];
        borders[0] = Math.Min(left, columns[0].Left);
        borders[^1] = Math.Max(right, columns[^1].Right);
        for (var i = 1; i < columns.Count; i++)
            borders[i] = (columns[i - 1].Right + columns[i].Left) / 2;
        return borders;
    }

    private static List<Span> ByVote(List<Segment> body, List<Segment> header, Choice otherwise)
    {
        var lines = Lines(body);
        var blocks = Blocks(header, lines);
        if (body.Count == 0)
            return blocks;
        var several = lines.FindAll(static l => l.Count > 1);
        if (lines.RemoveAll(l => l.Count == 1 && IsHeading(l[0], several)) > 0)
            body = [.. lines.SelectMany(static l => l)];
        var votes = Votes.Of(body, lines);
        var divided = otherwise == Choice.ColumnsByGaps ? null : HeaderColumns.Divide(blocks, lines, votes.Cross, votes.Origin);
        return divided ?? HeaderColumns.Align(Between(body, votes.Corridors(otherwise == Choice.TextsAcross)), blocks);
    }

    /// <summary>Whether a text that stands alone on its line runs over several texts of most others, one of them a figure, or has the middle of all of them: a heading of rows, or a note among them.</summary>
    public static bool IsHeading(Segment text, List<List<Segment>> several)
    {
        if (several.Count < FewestLines)
            return false;
        if (!text.Figure && Math.Abs(text.Center - (several.Min(static l => l[0].Left) + several.Max(static l => l[^1].Right)) / 2) < Slight * text.Size && text.Left > several.Min(static l => l[0].Right))
            return true;
        var over = several.Count(line => line.FindAll(s => Math.Min(s.Right, text.Right) - Math.Max(s.Left, text.Left) > Slight * s.Size) is { Count: > 1 } below
            && below.Exists(static s => s.Figure) && Enumerable.Range(1, below.Count - 1).All(i => below[i].Left - below[i - 1].Right > (below[i].Figure != below[i - 1].Figure ? TextRuns.MixedGap : TextRuns.WordGap) * text.Size));
        return over * 2 > several.Count;
    }

    /// <summary>Text that lies in corridors makes narrow columns; all other text is divided by them.</summary>
    internal static List<Span> Between(List<Segment> body, List<Span> corridors)
    {
        var own = new List<Span>();
        var core = new Span[corridors.Count + 1];
        Array.Fill(core, new Span(double.MaxValue, double.MinValue));
        foreach (var s in body)
        {
            if (corridors.Exists(c => s.Left >= c.Left - 1 && s.Right <= c.Right + 1))
            {
                own.Add(new Span(s.Left, s.Right));
                continue;
            }
            for (var i = 0; i < core.Length; i++)
            {
                double from = i == 0 ? double.MinValue : corridors[i - 1].Right, to = i == corridors.Count ? double.MaxValue : corridors[i].Left;
                if (s.Right <= from || s.Left >= to)
                    continue;
                core[i] = new Span(Math.Min(core[i].Left, Math.Max(s.Left, from)), Math.Max(core[i].Right, Math.Min(s.Right, to)));
            }
        }
        var columns = core.Where(c => c.Left < c.Right).ToList();
        foreach (var span in own.OrderBy(o => o.Left).ThenBy(o => o.Right))
        {
            var at = columns.FindIndex(c => c.Left < span.Right && c.Right > span.Left);
            if (at >= 0)
                columns[at] = columns[at].Union(span);
            else
                columns.Add(span);
        }
        columns.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        return columns;
    }

    /// <summary>The header with characters spread over a cell (收 入) as one text, where the body has no columns below them.</summary>
    public static List<Segment> Spread(List<Segment> header, List<List<Segment>> body) => Spread(header, (a, b) => IsGroup(a, b, header) || !IsParted(a, b, body));

    /// <param name="xs">The columns of the body.</param>
    public static List<Segment> Spread(List<Segment> header, double[] xs) => Spread(header, (a, b) => IsGroup(a, b, header) || Placement.Find(xs, a.Center) == Placement.Find(xs, b.Center));

    /// <param name="areOne">Whether two characters may be of one text.</param>
    public static List<Segment> Spread(List<Segment> header, Func<Segment, Segment, bool> areOne)
    {
        var texts = new List<Segment>();
        Segment last = default;
        var ordered = header.OrderBy(static s => s.Baseline).ThenBy(static s => s.Left).ToList();
        var baselines = ordered.ConvertAll(static s => s.Baseline);
        var far = SpreadGroups.Of(ordered, baselines);
        foreach (var s in ordered)
        {
            if (texts.Count > 0 && Math.Abs(last.Baseline - s.Baseline) < 0.2 * s.Size && s.Left >= last.Right && (far.Contains(s) || s.Left - last.Right < SpreadGap * s.Size
                && HeaderTexts.IsSpread(s, ordered, baselines) && HeaderTexts.IsSpread(last, ordered, baselines) && areOne(last, s)))
            {
                texts[^1] = texts[^1] with { Right = s.Right };
            }
            else
            {
                texts.Add(s);
            }
            last = s;
        }
        return texts;
    }

    /// <summary>Whether other texts of the header stand lower on both sides of two characters: they are the header of a group, wherever columns are.</summary>
    private static bool IsGroup(Segment a, Segment b, List<Segment> header) =>
        header.Exists(o => o.Baseline > a.Baseline + 0.5 * a.Size && o.Center < a.Left) && header.Exists(o => o.Baseline > a.Baseline + 0.5 * a.Size && o.Center > b.Right);

    /// <summary>Header texts as columns of lines: what overlaps in x is one.</summary>
    private static List<Span> Blocks(List<Segment> header, List<List<Segment>> body)
    {
        var blocks = new List<Span>();
        var lone = false;
        Segment before = default;
        foreach (var s in header.OrderBy(s => s.Left).ThenBy(s => s.Right))
        {
            // characters spread over a cell (项 目) are one text
            var isLone = HeaderTexts.IsSpread(s, header);
            if (blocks.Count > 0 && (s.Left < blocks[^1].Right || (s.Left - blocks[^1].Right < (lone && isLone ? SpreadGap : before.Figure != s.Figure ? TextRuns.WordGap : 0) * s.Size && !IsParted(before, s, body)) || (lone && isLone && AreOverOne(before, s, body))))
                blocks[^1] = blocks[^1].Union(new Span(s.Left, s.Right));
            else
                blocks.Add(new Span(s.Left, s.Right));
            lone = isLone;
            before = s;
        }
        return blocks;
    }

    /// <summary>Whether all that stands below two characters of the header, however far apart, begins before the first, and some of it reaches the second: they are the name of one column.</summary>
    private static bool AreOverOne(Segment a, Segment b, List<List<Segment>> body)
    {
        if (Math.Abs(a.Baseline - b.Baseline) > 0.2 * b.Size)
            return false;
        var reaches = false;
        foreach (var line in body)
        {
            foreach (var s in line)
            {
                if (s.Left >= b.Right || s.Right <= a.Left)
                    continue;
                if (s.Left >= a.Left || s.Figure)
                    return false;
                reaches |= s.Right > b.Left;
            }
        }
        return reaches;
    }

    /// <summary>
    /// Whether texts of the body stand side by side below two texts of the header, as codes do below 类 and 款: one of them a
    /// figure, or further apart than those of the header; or each line has one figure alone, below the one or below the other.
    /// </summary>
    private static bool IsParted(Segment a, Segment b, List<List<Segment>> body)
    {
        int parted = 0, whole = 0, first = 0, second = 0;
        double border = (a.Right + b.Left) / 2, gap = b.Left - a.Right;
        foreach (var line in body)
        {
            whole += line.Exists(s => s.Left < a.Right && s.Right > b.Left) ? 1 : 0;
            var right = line.FindIndex(s => s.Center > border);
            if (right > 0 && line[right - 1] is var before && line[right] is var after && before.Center > a.Left - a.Size && after.Center < b.Right + b.Size
                && (before.Figure || after.Figure || after.Left - before.Right > 1.5 * gap))
            {
                parted++;
            }
            first += line.Exists(s => s.Figure && s.Center > a.Left - a.Size && s.Center < border && s.Right < b.Left) ? 1 : 0;
            second += line.Exists(s => s.Figure && s.Center > border && s.Left > a.Right && s.Center < b.Right + b.Size) ? 1 : 0;
        }
        if (whole == 0 && first >= FewestEach && (second >= FewestEach || parted > 0))
            return true;
        return parted >= (body.Count < FewLines ? 1 : 2) && parted > whole;
    }

    /// <summary>Segments by line, each from left to right.</summary>
    private static List<List<Segment>> Lines(List<Segment> segments)
    {
        var lines = new List<List<Segment>>();
        foreach (var s in segments.OrderBy(s => s.Baseline).ThenBy(s => s.Left))
        {
            if (lines.Count > 0 && s.Baseline - lines[^1][0].Baseline <= 0.4 * s.Size)
                lines[^1].Add(s);
            else
                lines.Add([s]);
        }
        foreach (var line in lines)
            line.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }
}

/// <summary>A stretch in x, in points.</summary>
internal readonly record struct Span(double Left, double Right)
{
    public Span Union(Span other) => new(Math.Min(Left, other.Left), Math.Max(Right, other.Right));

    /// <summary>How far two spans are apart; 0 when they overlap.</summary>
    public double Distance(Span other) => Math.Max(0, Math.Max(other.Left - Right, Left - other.Right));
}
