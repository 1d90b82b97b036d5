using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Bodies;

/// <summary>How far apart the lines of one wrapped text stand in a body.</summary>
internal sealed partial class BodyRows
{
    /// <summary>So many distances in a column tell its own wraps.</summary>
    private const int FewestDistances = 6;

    /// <summary>So many distances show how far apart rows stand, so many times that they may be, and so far may a text be from the middle between two, in ems.</summary>
    private const int FewestRows = 2;

    /// <summary>Lines nearer than this, in ems, are printed into each other: they show no distance that texts are set at.</summary>
    private const double Nearest = 0.7;

    private const double SameApart = 1.1, HalfWay = 0.3;

    /// <summary>
    /// By column, the distance in ems up to which two lines may be one wrapped text: where the distances jump, in the column
    /// (types of several sizes have wraps of their own) or in the whole table, and below that of two figures, whatever the size of their type.
    /// </summary>
    private double[] Wrap(List<Segment> body)
    {
        var last = new Segment?[_xs.Length - 1];
        var own = Array.ConvertAll(last, static _ => new List<double>());
        List<double> distances = [], rows = [];
        var sizes = new double[last.Length];
        foreach (var s in body)
        {
            var c = Placement.Find(_xs, s.Center);
            sizes[c] = Math.Max(sizes[c], s.Size);
            if (last[c] is { } above && s.Baseline - above.Baseline > Nearest * s.Size)
            {
                var distance = (s.Baseline - above.Baseline) / s.Size;
                if (distance < 3)
                {
                    distances.Add(distance);
                    own[c].Add(distance);
                    if (_figures[c] && s.Figure && above.Figure && !IsRest(above, s, c))
                        rows.Add(s.Baseline - above.Baseline);
                }
            }
            last[c] = s;
        }
        rows.Sort();
        var all = Jump(distances);
        // rows are as far apart for labels as for figures in smaller type
        return [.. own.Select((lines, c) => Math.Min(rows.Count == 0 || sizes[c] == 0 ? Weights.FarthestWrap : Math.Min(Weights.FarthestWrap, rows[rows.Count / 10] / sizes[c] - 0.06), !_figures[c] && lines.Count >= FewestDistances && Jump(lines) is var limit && limit < double.MaxValue ? limit : all))];
    }

    /// <summary>
    /// Texts half way between two rows that stand no further apart than rows do: they are no row, but stand in the middle of a cell
    /// over several.
    /// </summary>
    private HashSet<Segment> Between(List<Line> lines)
    {
        var between = new HashSet<Segment>();
        var rows = lines.FindAll(l => l.Texts.Exists(t => t.Text.Figure && _figures[t.Column]));
        var apart = rows.Zip(rows.Skip(1), static (a, b) => b.Baseline - a.Baseline).Order().ToList();
        for (var i = 1; i + 1 < lines.Count && apart.Count >= FewestRows; i++)
        {
            var (above, line, below) = (lines[i - 1], lines[i], lines[i + 1]);
            if (line.Texts is [{ Text.Figure: false } only] && rows.Contains(above) && rows.Contains(below) && below.Baseline - above.Baseline < SameApart * apart[apart.Count / 2]
                && Math.Abs(above.Baseline + below.Baseline - 2 * line.Baseline) < HalfWay * line.Size && !above.Texts.Concat(below.Texts).Any(t => t.Column == only.Column))
            {
                between.Add(only.Text);
            }
        }
        return between;
    }

    /// <summary>The middle of the first jump among distances; the largest number where they have none.</summary>
    private static double Jump(List<double> distances)
    {
        distances.Sort();
        for (var i = 1; i < distances.Count && distances[i - 1] < 1.65; i++)
        {
            if (distances[i] - distances[i - 1] > 0.12)
                return (distances[i] + distances[i - 1]) / 2;
        }
        return double.MaxValue;
    }
}
