using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Knows page numbers, and heads and feet that many pages repeat.</summary>
internal sealed class RunningLines
{
    /// <summary>The part of the page at its top and at its bottom where heads and feet stand.</summary>
    private const double Margin = 0.11;

    /// <summary>A head that nothing stands above may stand as far down as this.</summary>
    private const double Head = 0.2;

    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (double Height, double First)> _pages = [];

    public static RunningLines Of(IReadOnlyList<PageFinds> pages)
    {
        var running = new RunningLines();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            running._pages[page.Page] = (page.Height, page.Lines.Select(static l => l.Area.Box.CenterY).Append(page.Height).Min());
            foreach (var line in page.Lines)
            {
                if (running.InMargin(line) || running.IsFirst(line))
                    counts[Key(line)] = counts.GetValueOrDefault(Key(line)) + 1;
            }
        }
        foreach (var (key, count) in counts)
        {
            // a document of three pages has them on all but its cover
            if ((count >= 3 && count * 3 >= pages.Count) || (count == 2 && pages.Count == 3))
                running._repeated.Add(key);
        }
        return running;
    }

    public bool IsRunning(TextLine line) => IsPageNumber(line) || ((InMargin(line) || IsFirst(line)) && _repeated.Contains(Key(line)));

    public bool IsPageNumber(TextLine line) => InMargin(line) && PageNumbers.Is(line.Text);

    private bool InMargin(TextLine line) => _pages.GetValueOrDefault(line.Area.Page).Height is var height && (line.Area.Box.CenterY < Margin * height || line.Area.Box.CenterY > (1 - Margin) * height);

    private bool IsFirst(TextLine line) => _pages.GetValueOrDefault(line.Area.Page) is var page && line.Area.Box.CenterY <= page.First && page.First < Head * page.Height;

    /// <summary>The text without its digits, and where it stands roughly.</summary>
    private static string Key(TextLine line)
    {
        var text = string.Concat(line.Text.Where(static c => !char.IsAsciiDigit(c) && c != ' '));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)(line.Area.Box.Top / 8)}|{text}");
    }
}
