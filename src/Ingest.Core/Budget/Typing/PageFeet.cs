using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Typing;

/// <summary>The lines below the last table of each page: a title may stand at the foot of the page before its table.</summary>
internal sealed class PageFeet(FoundTables found)
{
    private const int LinesOfFoot = 4;

    private Dictionary<int, (double Bottom, int FirstOrdinal)>? _pages;

    /// <summary>Titles at the foot of the page before, the lowest first; none if another table stands above this one on its page.</summary>
    public List<TitleText> TitlesFor(RawTable table)
    {
        var titles = new List<TitleText>();
        if (table.Pages.IsEmpty || table.Pages[0] < 2)
            return titles;
        var pages = _pages ??= Survey();
        var page = table.Pages[0];
        if (pages.TryGetValue(page, out var here) && here.FirstOrdinal < table.Ordinal)
            return titles;
        var bottom = pages.TryGetValue(page - 1, out var before) ? before.Bottom : 0;
        var left = LinesOfFoot;
        for (var i = found.Lines.Length - 1; i >= 0 && left > 0; i--)
        {
            var line = found.Lines[i];
            if (line.Area.Page != page - 1 || line.Area.Box.Top < bottom - 2)
                continue;
            left--;
            if (line.Text.Contains('表', StringComparison.Ordinal) && TitleText.Read(Folding.Label(line.Text)) is { } title && KindMatcher.ByTitle(title) is not null)
                titles.Add(title);
        }
        return titles;
    }

    /// <summary>Of each page the lowest edge of its tables and the ordinal of the first.</summary>
    private Dictionary<int, (double Bottom, int FirstOrdinal)> Survey()
    {
        var pages = new Dictionary<int, (double Bottom, int FirstOrdinal)>();
        foreach (var table in found.Tables)
        {
            foreach (var cell in table.Cells)
            {
                var seen = pages.GetValueOrDefault(cell.Area.Page, (0, table.Ordinal));
                pages[cell.Area.Page] = (Math.Max(seen.Item1, cell.Area.Box.Bottom), seen.Item2);
            }
        }
        return pages;
    }
}
