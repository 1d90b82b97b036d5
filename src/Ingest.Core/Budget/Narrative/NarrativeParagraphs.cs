using System.Collections.Immutable;
using System.Text;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Narrative;

/// <summary>A paragraph of running text without white space, that remembers which line each of its characters comes from.</summary>
internal sealed class NarrativeParagraph
{
    private readonly List<(int Start, PageBox Area)> _lines = [];
    private readonly StringBuilder _text = new();

    public string Text { get; private set; } = "";

    public void Add(TextLine line)
    {
        _lines.Add((_text.Length, line.Area));
        foreach (var c in line.Text)
        {
            if (c != ' ')
            {
                _text.Append(c);
            }
        }
    }

    public void Close() => Text = _text.ToString();

    /// <summary>The line that holds a character.</summary>
    public PageBox AreaAt(int index)
    {
        var area = _lines[0].Area;
        foreach (var line in _lines)
        {
            if (line.Start > index)
            {
                break;
            }

            area = line.Area;
        }

        return area;
    }
}

/// <summary>
/// Rebuilds paragraphs from the lines outside tables. A line goes on with the one before it when that one was full, also
/// over a page break; page numbers, and heads and feet that pages repeat, are left out.
/// </summary>
internal static class NarrativeParagraphs
{
    /// <summary>A line whose end is nearer to the right margin than this many characters is full.</summary>
    private const double Slack = 2.0;

    /// <summary>A line may fall short by a number that did not fit any more.</summary>
    private const double NumberSlack = 7.0;

    /// <summary>So many lines of a page set in, and as many that are not, tell that first lines are.</summary>
    private const int FewestSetIn = 3;

    public static List<NarrativeParagraph> Of(ImmutableArray<TextLine> lines)
    {
        var paragraphs = new List<NarrativeParagraph>();
        var running = RunningLines(lines);
        var margins = Margins(lines);
        NarrativeParagraph? open = null;
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            if (running[i] || lines[i].Text.Length == 0)
            {
                continue;
            }

            if (open is null || !Continues(lines[last], lines[i], last == first, margins))
            {
                open?.Close();
                open = new NarrativeParagraph();
                paragraphs.Add(open);
                first = i;
            }

            open.Add(lines[i]);
            last = i;
        }

        open?.Close();
        return paragraphs;
    }

    private static bool Continues(TextLine before, TextLine line, bool first, Dictionary<int, Margin> margins)
    {
        var size = line.PointSize;
        if (Math.Abs(before.PointSize - size) > 0.2 * Math.Max(before.PointSize, size)
            || line.Area.Page > before.Area.Page + 1
            || line.Area.Page == before.Area.Page && line.Area.Box.Top - before.Area.Box.Bottom > 2.5 * size)
        {
            return false;
        }

        var missing = margins[before.Area.Page].Right - before.Area.Box.Right;
        var indent = line.Area.Box.Left - margins[line.Area.Page].Left;
        var flush = indent < 1.2 * size;
        var ordinal = NarrativeOutline.OrdinalOf(line.Text, out _) > 0;
        if (before.Text[^1] is '。' or ';' or ':' or '!')
        {
            return missing < Slack * size && flush && !ordinal;
        }

        if (missing < Slack * size)
        {
            // Where first lines are indented, an indented line begins a paragraph, unless the sentence before it plainly goes on.
            return flush ? !(ordinal && first && IsHeading(before.Text)) : indent < 3.5 * size && !ordinal && !(first && IsHeading(before.Text));
        }

        // A number that did not fit stands on the next line; where first lines are set in, a line that is not goes on.
        return missing < NumberSlack * size && flush && !ordinal && (char.IsAsciiDigit(line.Text[0]) || margins[line.Area.Page].SetsIn) && !(first && IsHeading(before.Text));
    }

    private static bool IsHeading(string text) =>
        text.Length <= 45 && NarrativeOutline.OrdinalOf(text, out _) is > 0 and < 4 && text.AsSpan().IndexOfAny(',', '。', ';') < 0;

    /// <summary>
    /// Left and right margin of the running text of each page, from the lines of its commonest size. A page with few lines
    /// takes the margins of the page before it, if its own text fits between them.
    /// </summary>
    private static Dictionary<int, Margin> Margins(ImmutableArray<TextLine> lines)
    {
        var margins = new Dictionary<int, Margin>();
        var before = default(Margin);
        for (var start = 0; start < lines.Length;)
        {
            var end = start;
            while (end < lines.Length && lines[end].Area.Page == lines[start].Area.Page)
            {
                end++;
            }

            var margin = MarginOf(lines.AsSpan()[start..end]);
            if (margin.Lines < 4 && before.Lines > 0 && margin.Size == before.Size
                && margin.Left > before.Left - 2 && margin.Right < before.Right + 2)
            {
                margin = before;
            }

            margins[lines[start].Area.Page] = margin;
            before = margin;
            start = end;
        }

        return margins;
    }

    private static Margin MarginOf(ReadOnlySpan<TextLine> page)
    {
        var sizes = new Dictionary<int, int>();
        foreach (var line in page)
        {
            var key = (int)Math.Round(2 * line.PointSize);
            sizes[key] = sizes.GetValueOrDefault(key) + line.Text.Length;
        }

        var size = sizes.MaxBy(s => s.Value).Key;
        var margin = new Margin(double.MaxValue, double.MinValue, 0, size);
        foreach (var line in page)
        {
            if ((int)Math.Round(2 * line.PointSize) == size)
            {
                var box = line.Area.Box;
                margin = new Margin(Math.Min(margin.Left, box.Left), Math.Max(margin.Right, box.Right), margin.Lines + 1, size);
            }
        }

        var setIn = 0;
        foreach (var line in page)
        {
            var indent = line.Area.Box.Left - margin.Left;
            setIn += (int)Math.Round(2 * line.PointSize) == size && indent > 1.2 * line.PointSize && indent < 3.5 * line.PointSize ? 1 : 0;
        }

        return margin with { SetsIn = setIn >= FewestSetIn && margin.Lines - setIn >= FewestSetIn };
    }

    /// <param name="SetsIn">The first lines of paragraphs are set in.</param>
    private readonly record struct Margin(double Left, double Right, int Lines, int Size, bool SetsIn = false);

    /// <summary>Page numbers, and lines that stand (but for digits) at the head or foot of three pages or more.</summary>
    private static bool[] RunningLines(ImmutableArray<TextLine> lines)
    {
        var running = new bool[lines.Length];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var edges = new List<(int Line, string Key)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsAtEdge(lines, i) || lines[i].Text.Length > 60)
            {
                continue;
            }

            if (PageNumbers.Is(lines[i].Text))
            {
                running[i] = true;
                continue;
            }

            var key = string.Concat(lines[i].Text.Where(c => !char.IsAsciiDigit(c) && c != ' '));
            counts[key] = counts.GetValueOrDefault(key) + 1;
            edges.Add((i, key));
        }

        foreach (var (line, key) in edges)
        {
            running[line] = counts[key] >= 3 && key.Length > 3 && key[^1] is not ('。' or ';' or ',');
        }

        return running;
    }

    /// <summary>One of the first two or last two lines of its page.</summary>
    private static bool IsAtEdge(ImmutableArray<TextLine> lines, int i)
    {
        var page = lines[i].Area.Page;
        return i < 2 || i >= lines.Length - 2 || lines[i - 2].Area.Page != page || lines[i + 2].Area.Page != page;
    }
}
