using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Tells what looks like a table and is none: lists with page numbers, the figures of charts, prose.</summary>
internal static class NoTables
{
    /// <summary>Share of the texts of a column of figures that are figures.</summary>
    private const double MostlyFigures = 0.6;

    /// <summary>Whether the last figures of the lines are page numbers, which never fall, or the steps of an axis, which are all the same.</summary>
    public static bool IsList(List<RunLine> rows)
    {
        var numbers = rows.ConvertAll(static r => r.Number).FindAll(static n => n is not null);
        if (numbers.Count < 0.7 * rows.Count || numbers.Count < 3)
            return false;
        int rising = 0, even = 0;
        for (var i = 1; i < numbers.Count; i++)
        {
            rising += numbers[i] >= numbers[i - 1] ? 1 : 0;
            even += i > 1 && numbers[i] != numbers[i - 1] && numbers[i] - numbers[i - 1] == numbers[i - 1] - numbers[i - 2] ? 1 : 0;
        }
        return (rows.Count(static r => r.Runs.Count <= 3) * 5 > rows.Count * 4 && rising >= 0.9 * (numbers.Count - 1)) || (numbers.Count > 3 && even >= 0.6 * (numbers.Count - 2));
    }

    /// <summary>Whether the lines begin with figures that fall to the first step above zero, or to zero, in even steps: the axis of a chart.</summary>
    public static bool IsAxis(List<RunLine> lines)
    {
        var left = lines.Min(static l => l.Left);
        var numbers = lines.FindAll(l => l.First is not null && l.Runs[0].Left < left + 2.5 * l.Size).ConvertAll(static l => l.First!.Value);
        if (numbers.Count < 4)
            return false;
        var step = numbers[0] - numbers[1];
        if (step <= 1 || numbers[^1] > step)
            return false;
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i - 1] - numbers[i] != step)
                return false;
        }
        return true;
    }

    /// <summary>Whether figures stand scattered without any word beside them: the values of a chart and its axes.</summary>
    public static bool IsScattered(double[] xs, List<Segment> texts)
    {
        if (texts.Exists(static s => !s.Figure))
            return false;
        var lines = FormColumns.Lines(texts);
        return texts.Count * 2 < lines.Count * (xs.Length - 1);
    }

    /// <summary>Whether lines of words without a header or a ruling hold a figure here and there: telephone numbers of a list.</summary>
    public static bool IsListing(double[] xs, Area area)
    {
        if (area.Horizontal.Count + area.Vertical.Count > 0 || area.Texts.Exists(s => s.MiddleY < area.From))
            return false;
        return ColumnTraits.Figures(area.Texts, xs, MostlyFigures).Count(static f => f) * 2 < xs.Length - 2;
    }
}
