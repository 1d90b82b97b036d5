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

    /// <summary>Lines stand at one place where they are as far from the edge of the page but for this share of an em.</summary>
    private const double OnePlace = 0.4;

    /// <summary>By text without its digits: how far it stands from the edge of each page, below zero from the lower one.</summary>
    private readonly Dictionary<string, List<double>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (double Height, double First)> _pages = [];

    public static RunningLines Of(IReadOnlyList<PageFinds> pages)
    {
        var running = new RunningLines();
        foreach (var page in pages)
        {
            running._pages[page.Page] = (page.Height, page.Lines.Select(static l => l.Area.Box.CenterY).Append(page.Height).Min());
            foreach (var line in page.Lines)
            {
                if (!running.InMargin(line) && !running.IsFirst(line))
                    continue;
                if (!running._places.TryGetValue(Words(line), out var places))
                    running._places[Words(line)] = places = [];
                places.Add(running.Place(line));
            }
        }
        return running;
    }

    public bool IsRunning(TextLine line) => IsPageNumber(line) || ((InMargin(line) || IsFirst(line)) && IsRepeated(line));

    public bool IsPageNumber(TextLine line) => InMargin(line) && PageNumbers.Is(line.Text);

    private bool InMargin(TextLine line) => _pages.GetValueOrDefault(line.Area.Page).Height is var height && (line.Area.Box.CenterY < Margin * height || line.Area.Box.CenterY > (1 - Margin) * height);

    private bool IsFirst(TextLine line) => _pages.GetValueOrDefault(line.Area.Page) is var page && line.Area.Box.CenterY < page.First + line.PointSize / 2 && page.First < Head * page.Height;

    /// <summary>On a third of the pages and three at least; a document of three pages has it on all but its cover.</summary>
    private bool IsRepeated(TextLine line) => _places.TryGetValue(Words(line), out var places) && places.Count(y => Math.Abs(y - Place(line)) < OnePlace * line.PointSize) is var count
        && ((count >= 3 && count * 3 >= _pages.Count) || (count == 2 && _pages.Count == 3));

    /// <summary>From the nearer edge, since pages on their side have their heads and feet as far from it as the others.</summary>
    private double Place(TextLine line) => _pages[line.Area.Page].Height is var height && line.Area.Box.CenterY < height / 2 ? line.Area.Box.Top : line.Area.Box.Bottom - height;

    /// <summary>The text without its digits.</summary>
    private static string Words(TextLine line) => string.Concat(line.Text.Where(static c => !char.IsAsciiDigit(c) && c != ' '));
}
