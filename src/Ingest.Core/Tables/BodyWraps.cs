namespace Ingest.Core.Tables;

/// <summary>How far apart the lines of one wrapped text stand in a body.</summary>
internal sealed partial class BodyRows
{
    /// <summary>So many distances in a column tell its own wraps.</summary>
    private const int FewestDistances = 6;

    /// <summary>
    /// By column, the distance in ems up to which two lines may be one wrapped text: where the distances jump, in the column
    /// (types of several sizes have wraps of their own) or in the whole table, and below that of two figures.
    /// </summary>
    private double[] Wrap(List<Segment> body)
    {
        var last = new Segment?[_xs.Length - 1];
        var own = Array.ConvertAll(last, static _ => new List<double>());
        List<double> words = [], figures = [];
        foreach (var s in body)
        {
            var c = Placement.Find(_xs, s.Center);
            if (last[c] is { } above && s.Baseline - above.Baseline > 0.5 * s.Size)
            {
                var distance = (s.Baseline - above.Baseline) / s.Size;
                if (distance < 3)
                    (_figures[c] && s.Figure && above.Figure && !IsRest(above, s, c) ? figures : words).Add(distance);
                if (distance < 3)
                    own[c].Add(distance);
            }
            last[c] = s;
        }
        words.AddRange(figures);
        figures.Sort();
        var most = figures.Count > 0 ? figures[figures.Count / 10] - 0.06 : double.MaxValue;
        var all = Jump(words);
        return [.. own.Select((distances, c) => Math.Min(most, !_figures[c] && distances.Count >= FewestDistances && Jump(distances) is var limit && limit < double.MaxValue ? limit : all))];
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
