using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Bodies;

/// <summary>One row of a body that no ruling parts.</summary>
/// <param name="HasFigure">A figure stands on one of its lines.</param>
internal readonly record struct RowBand(double Top, double Bottom, bool HasFigure);

/// <summary>What the lines of a body tell about it, by column. A part of the table on the next page has the same.</summary>
/// <param name="Widths">Of the widest text, in points.</param>
/// <param name="Rights">Where the text furthest to the right ends, in points.</param>
/// <param name="Wraps">Up to which distance two lines may be one wrapped text, in ems; the largest number where that is not told.</param>
internal sealed record BodyMeasure(double[] Widths, double[] Rights, double[] Wraps);

/// <summary>
/// Rows of a body from its lines. A row is a stretch of lines around one line of figures: two lines that fill the same
/// columns are two rows, and the lines of a wrapped label stand above, around or below the figures, in a whole table
/// alike. The cheapest division of all lines decides (<see cref="Split"/>), with the weights of <see cref="Weights"/>.
/// </summary>
internal sealed partial class BodyRows
{
    private enum Set { Top, Middle, Bottom }

    /// <summary>So many rows that rulings draw show that most rows are drawn.</summary>
    private const int FewestBands = 4;

    /// <summary>Most lines of one row.</summary>
    private const int MostLines = 26;

    /// <summary>Two lines of words that fill so many columns, and all, are two rows.</summary>
    private const int FewestAlike = 3;

    /// <summary>Share of at least so many lines with figures on which a column of names or codes holds something.</summary>
    private const double MostlyFilled = 0.85;

    private const int FewestFilled = 5;

    private readonly double[] _xs;
    private readonly bool[] _figures;
    private readonly bool[] _pure;
    private readonly bool[] _codes;
    private readonly int[] _decimals;
    private readonly bool _labels;
    private readonly double[] _width;
    private readonly double[] _right;
    private readonly bool[] _closed;
    private readonly double[] _wrap;
    private readonly double _padding;
    private readonly List<int> _filled;
    private readonly bool _ruled;
    private bool _inDoubt;
    private readonly bool _words;

    private sealed record Line(double Baseline, double Size, List<(Segment Text, int Column)> Texts);

    private BodyRows(List<Segment> body, List<Segment> sure, double[] xs, bool[] closed, int bands, BodyMeasure? before)
    {
        _ruled = bands >= FewestBands;
        _xs = xs;
        _closed = closed;
        _figures = ColumnTraits.Figures(sure, xs, 0.6);
        _decimals = ColumnTraits.Decimals(sure, xs);
        _pure = ColumnTraits.Figures(sure, xs, 0.9);
        // codes and numbers of rows at the left are no figures of the row
        var words = ColumnTraits.Words(sure, xs);
        var label = Array.IndexOf(words, true);
        _codes = Codes(body, label);
        for (var c = 0; c < label && Array.LastIndexOf(_figures, true) > label; c++)
            _figures[c] = _pure[c] = false;
        _labels = body.Exists(s => !s.Figure && !_figures[Placement.Find(xs, s.Center)]);
        _words = !_figures.Contains(true);
        _width = new double[xs.Length - 1];
        _right = new double[xs.Length - 1];
        foreach (var s in body)
        {
            var c = Placement.Find(xs, s.Center);
            _right[c] = closed[c] ? xs[c + 1] : Math.Max(_right[c], s.Right);
            _width[c] = closed[c] ? xs[c + 1] - xs[c] : Math.Max(_width[c], s.Width);
        }
        _filled = Filled(body);
        _padding = Padding.Of(xs, body.Where(s => closed[Placement.Find(xs, s.Center)]).Select(static s => (s.Left, s.Right)));
        _wrap = Wrap(body);
        for (var c = 0; c < _wrap.Length && before is not null; c++)
        {
            _right[c] = Math.Max(_right[c], before.Rights[c]);
            _width[c] = Math.Max(_width[c], before.Widths[c]);
            _wrap[c] = Math.Min(_wrap[c], before.Wraps[c]);
        }
    }

    /// <param name="body">Texts below the header, or all where no ruling parts it from them.</param>
    /// <param name="first">y from which on there is no header.</param>
    /// <param name="closed">By column: rulings are drawn on both of its sides, so that a full line can be told.</param>
    /// <param name="bands">Borders that rulings draw, from top to bottom, top and bottom of the body included.</param>
    /// <param name="before">What the part of the table on the page before tells.</param>
    /// <returns>The rows of each band, from top to bottom, without gaps between them; and the same with texts that go on below lines that were not full, where that gives other rows.</returns>
    public static (List<RowBand>[] Rows, List<RowBand>[]? Rival, BodyMeasure Measure) Of(List<Segment> body, double first, double[] xs, bool[] closed, double[] bands, BodyMeasure? before = null)
    {
        body = [.. FormColumns.Lines([.. body.OrderBy(static s => s.Baseline).ThenBy(static s => s.Left)], join: false).SelectMany(static l => l)];
        var rows = new BodyRows(body, body.FindAll(s => s.MiddleY >= first), xs, closed, bands.Length - 1, before);
        var between = rows.Between(rows.Lines(body));
        var lines = new List<Line>[bands.Length - 1];
        for (var b = 0; b < lines.Length; b++)
            lines[b] = rows.Lines(body.FindAll(s => s.MiddleY > bands[b] && s.MiddleY <= bands[b + 1] && !between.Contains(s)));
        // where rulings part the rows, hardly anything parts them further, and nothing what holds one figure a column
        var cut = Array.ConvertAll(lines, l => rows.HoldsRows(l) ? Weights.CutBand : Weights.CutRow);
        if (!rows._ruled || cut.Count(static c => c == Weights.CutBand) * 3 > lines.Length)
            Array.Clear(cut);
        // the texts of one table stand in their cells alike
        Set[] sets = [Set.Middle, Set.Top, Set.Bottom];
        var divided = Array.ConvertAll(sets, Divide);
        var least = divided.Min(static d => d.Cost);
        var best = Array.Find(divided, d => d.Cost < least + 1e-6).Cuts;
        rows._inDoubt = true;
        var rival = sets.Where((_, i) => divided[i].Cost < least + 1e-6).Select(Divide).MinBy(static d => d.Cost).Cuts;
        return (Bands(best), rival.Zip(best).All(static p => p.First.SequenceEqual(p.Second)) ? null : Bands(rival), new BodyMeasure(rows._width, rows._right, rows._wrap));

        (double Cost, List<int>[] Cuts) Divide(Set set)
        {
            var cuts = new List<int>[lines.Length];
            double total = 0;
            for (var b = 0; b < lines.Length; b++)
            {
                var (here, at) = (lines[b], cut[b]);
                (var cost, cuts[b]) = Split.Stretches(here.Count, MostLines, (from, to) => rows.Cost(here, from, to, set) + rows.Parting(here, from) + (from > 0 ? at : 0));
                total += cost;
            }
            return (total, cuts);
        }

        List<RowBand>[] Bands(List<int>[] cuts) => [.. Enumerable.Range(0, lines.Length).Select(b => rows.Bands(lines[b], cuts[b], bands[b], bands[b + 1]))];
    }

    /// <summary>By column: left of the words of a row stands its code or number, and no words.</summary>
    private bool[] Codes(List<Segment> body, int label)
    {
        var rows = FormColumns.Lines(body).FindAll(l => l.Exists(s => s.Figure && Placement.Find(_xs, s.Center) is var c && c > label && _figures[c])).SelectMany(static l => l).ToList();
        return [.. ColumnTraits.Figures(rows, _xs, MostlyFilled).Select((f, c) => f && c < label && rows.Count(s => Placement.Find(_xs, s.Center) == c) >= FewestFilled)];
    }

    /// <summary>Columns of words or codes before the figures that hold something on all but a few of the lines with figures, beside another one: a row without figures has it too.</summary>
    private List<int> Filled(List<Segment> body)
    {
        var rows = FormColumns.Lines(body).FindAll(l => l.Exists(s => _figures[Placement.Find(_xs, s.Center)] && s.Figure));
        var filled = Enumerable.Range(0, Math.Max(0, Array.IndexOf(_figures, true))).Where(c => rows.Count(l => l.Exists(s => Placement.Find(_xs, s.Center) == c)) > MostlyFilled * rows.Count).ToList();
        return filled.Count > 1 && rows.Count >= FewestFilled ? filled : [];
    }

    /// <summary>A weight, or what it is where wraps are in doubt.</summary>
    private double Weight(double weight, double inDoubt) => _inDoubt ? inDoubt * weight : weight;

    private List<Line> Lines(List<Segment> texts)
    {
        var lines = new List<Line>();
        foreach (var s in texts.OrderBy(static s => s.Baseline).ThenBy(static s => s.Left))
        {
            if (lines.Count == 0 || s.Baseline - lines[^1].Baseline > 0.3 * s.Size)
                lines.Add(new Line(s.Baseline, s.Size, []));
            var column = Placement.Find(_xs, s.Center);
            // groups of thousands set apart are one figure, a code and its name one label
            if (lines[^1].Texts is [.., (var left, var at)] line && at == column && left.Figure && (s.Figure || !_figures[column]))
                line[^1] = (s.Figure ? left.With(s) : s with { Left = left.Left, FirstWord = 0 }, at);
            else
                lines[^1].Texts.Add((s, column));
        }
        return lines;
    }

    /// <summary>Where rulings part the rows, figures may stand as far apart as words.</summary>
    private double FarthestRest => _ruled ? Weights.FarthestWrap : Weights.RestBelow;

    private bool IsFull(Segment s, int column) => _right[column] - s.Right <= (_closed[column] ? Weights.RoomOfWords : Weights.RoomOpen) * Weight(s.Size, 1.3)
        || _width[column] - s.Width <= (_closed[column] ? Weights.RoomOfWords : Weights.RoomOpen) * Weight(s.Size, 1.3);

    /// <summary>Whether a line was broken for want of room: it is full, or the first word of the next one had no room behind it.</summary>
    private bool IsFull(Segment s, int column, Segment next) => IsFull(s, column)
        || (s.Width > _width[column] / 2 && next.FirstWord > 0 && _width[column] - s.Width < next.FirstWord + Weights.Space * s.Size);

    /// <summary>
    /// Whether a figure goes on with what did not fit on the line above: no wider than that, below a torso, or in a
    /// ruled column below a line that left no room.
    /// </summary>
    private bool IsRest(Segment above, Segment s, int column)
    {
        if (s.Baseline - above.Baseline > FarthestRest * s.Size || s.Width > above.Width + 0.1 || s.Digits == 0)
            return false;
        return s.Completes(above) || IsTorso(above, column) || (_closed[column] && Padding.IsFull(_width[column] - above.Width, s.Size, _padding, above.Wide));
    }

    /// <summary>Years over figures with decimals are their header.</summary>
    private bool IsTorso(Segment s, int column) => s.IsTorso || (s.Decimals >= 0 && s.Decimals < _decimals[column] && !Header.IsYear(s));

    private List<RowBand> Bands(List<Line> lines, List<int> cuts, double top, double bottom)
    {
        var bands = new List<RowBand>();
        for (var i = 0; i < cuts.Count; i++)
        {
            int from = cuts[i], to = i + 1 < cuts.Count ? cuts[i + 1] : lines.Count;
            var end = bottom;
            if (to < lines.Count)
            {
                var next = i + 2 < cuts.Count ? cuts[i + 2] : lines.Count;
                var low = lines.GetRange(from, to - from).Max(static l => l.Texts.Max(static t => t.Text.Bottom));
                end = (low + lines.GetRange(to, next - to).Min(static l => l.Texts.Min(static t => t.Text.Top))) / 2;
                // lines may stand nearer than their type is high
                end = Math.Clamp(end, lines[to - 1].Texts.Max(static t => t.Text.MiddleY) + 0.1, Math.Max(lines[to].Texts.Min(static t => t.Text.MiddleY) - 0.1, lines[to - 1].Texts.Max(static t => t.Text.MiddleY) + 0.1));
            }
            var hasFigure = lines.GetRange(from, to - from).Exists(l => l.Texts.Exists(t => t.Text.Figure && _figures[t.Column]));
            bands.Add(new RowBand(i == 0 ? top : bands[^1].Bottom, end, hasFigure));
        }
        if (bands.Count == 0)
            bands.Add(new RowBand(top, bottom, false));
        return bands;
    }
}
