using Ingest.Ocr.Pixels;

namespace Ingest.Ocr.Reading;

/// <summary>The spaces between signs of one piece: which of them part words and figures.</summary>
internal static class SignGaps
{
    /// <summary>What a digit, and a character, takes up of its line at least.</summary>
    public const double LeastAdvance = 0.46, CharacterAdvance = 0.9;

    /// <summary>In heights of type: gaps up to this are the space that type has anyway, the widest that evenly spaced figures have, and the one behind their separators.</summary>
    private const double Close = 0.3, WidestEven = 0.8, WidestBehindSeparator = 1.3;

    /// <summary>So many digits behind its separator make a figure whole.</summary>
    public const int Decimals = 2;

    /// <summary>The digits between separators.</summary>
    public const int Group = 3;

    /// <summary>A gap so much wider than the one between the decimals before it begins another figure.</summary>
    private const double MoreThanEven = 1.6;

    /// <summary>In heights of type: no word begins with a mark that stands left in its place; what comes of its ink may lie so far behind the character before it.</summary>
    private const double BeforeMark = 0.7;

    /// <summary>A gap so little wider than others of its figure parts nothing that goes on as a figure does; no amount has more digits than this.</summary>
    private const double AsWide = 1.4;

    private const int MostDigits = 14;

    /// <summary>Whether a figure has its decimals: what stands apart behind them is another one. Before, digits of unlike widths may stand apart.</summary>
    private static bool IsComplete(List<Sign> signs, int start, int end) =>
        end - start > Decimals + 1 && signs[end - Decimals - 1].Text[0] is '.' or ',' && signs.Skip(end - Decimals).Take(Decimals).All(s => Signs.IsDigit(s.Text));

    /// <summary>
    /// Whether the two digits before a place, and one behind it, make a group of three where a comma looks like a point: all from the first
    /// digit to the decimals behind is then one figure.
    /// </summary>
    private static bool IsInGroup(List<Sign> signs, PixelBox[] boxes, int start, int at, double size)
    {
        var end = at;
        while (end < signs.Count && (Signs.IsDigit(signs[end].Text) || Signs.IsSmall(signs[end].Text)))
        {
            end++;
        }

        var widest = Enumerable.Range(start + 1, end - start - 1).Where(k => k != at && Signs.IsDigit(signs[k].Text) && Signs.IsDigit(signs[k - 1].Text)).Select(k => Gap(signs, boxes, k, size)).DefaultIfEmpty().Max();
        if (Gap(signs, boxes, at, size) > AsWide * widest)
        {
            return false;
        }

        var groups = string.Concat(signs.Skip(start).Take(end - start).Select(s => Signs.IsSmall(s.Text) ? "." : s.Text)).Split('.');
        return groups.Length > 2 && groups.Sum(g => g.Length) <= MostDigits && groups[0].Length is > 0 and <= Group && groups[^1].Length == Decimals && groups[1..^1].All(g => g.Length == Group);
    }

    /// <summary>Whether a single digit stands behind the last separator, and groups before it: the second decimal may be on the next line, in a cell too narrow for it.</summary>
    private static bool IsBehindDecimal(List<Sign> signs, int start, int at) =>
        at - start > Group && Signs.IsDigit(signs[at - 1].Text) && Signs.IsDigit(signs[at].Text) && Signs.IsSmall(signs[at - 2].Text)
        && signs.Skip(start).Take(at - 2 - start).Any(s => Signs.IsSmall(s.Text));

    /// <summary>The space before a sign, beside the least width that any digit or character takes up: a 1 has little ink, and so have 目 and 一.</summary>
    private static double Gap(List<Sign> signs, PixelBox[] boxes, int at, double size)
    {
        var (before, here) = (boxes[at - 1], boxes[at]);
        double half = LeastAdvanceOf(signs[at - 1].Text) / 2 * size, halfHere = LeastAdvanceOf(signs[at].Text) / 2 * size;
        var right = Math.Max(before.Right, before.MiddleX + half);
        var left = Math.Min(here.Left, here.MiddleX - halfHere);
        // beside a character a mark is as wide as one, and its ink stands on one side of its place
        right = Signs.IsCharacter(signs[at].Text) && Signs.StandsLeft(signs[at - 1].Text) ? Math.Max(right, before.Left + CharacterAdvance * size) : right;
        left = Signs.IsCharacter(signs[at - 1].Text) && Signs.StandsRight(signs[at].Text) ? Math.Min(left, here.Right - CharacterAdvance * size) : left;
        return left - right;
    }

    private static double LeastAdvanceOf(string text) => Signs.IsDigit(text) ? LeastAdvance : Signs.IsCharacter(text) ? CharacterAdvance : 0;

    /// <summary>The widest space between two digits elsewhere in the piece.</summary>
    private static double WidestOther(List<Sign> signs, PixelBox[] boxes, int at, double size) =>
        Enumerable.Range(1, signs.Count - 1).Where(k => k != at && Signs.IsDigit(signs[k].Text) && Signs.IsDigit(signs[k - 1].Text)).Select(k => Gap(signs, boxes, k, size)).DefaultIfEmpty().Max();

    /// <summary>Which signs begin a word or figure: those behind a gap.</summary>
    public static bool[] Begins(List<Sign> signs, PixelBox[] boxes, double size)
    {
        var begins = new bool[signs.Count];
        begins[0] = true;
        var start = 0;
        for (var i = 1; i < signs.Count; i++)
        {
            var gap = Gap(signs, boxes, i, size);
            start = begins[i - 1] ? i - 1 : start;
            var figure = Signs.IsOfFigure(signs[i - 1].Text) && Signs.IsOfFigure(signs[i].Text);
            var isComplete = figure && IsComplete(signs, start, i);
            var most = !figure ? (Signs.StandsLeft(signs[i].Text) && Signs.IsCharacter(signs[i - 1].Text) ? BeforeMark : Close) * size
                : signs[i - 1].Text[0] is '.' or ',' ? WidestBehindSeparator * size
                : IsBehindDecimal(signs, start, i) ? Math.Max(Close * size, MoreThanEven * WidestOther(signs, boxes, i, size))
                : isComplete ? Math.Max(Close * size, MoreThanEven * Gap(signs, boxes, i - 1, size))
                : WidestEven * size;
            if (isComplete && gap > most && IsInGroup(signs, boxes, start, i, size))
            {
                // so wide a gap may part two figures all the same
                (most, signs[i]) = (gap, signs[i] with { Sure = 0 });
            }

            begins[i] = gap > most;
        }

        return begins;
    }
}
