using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Bodies;

/// <summary>What speaks against taking some lines for one row, and against a border between two rows.</summary>
internal sealed partial class BodyRows
{
    private double Cost(List<Line> lines, int from, int to, Set set)
    {
        double cost = 0, rest = 0;
        var first = new Segment?[_figures.Length];
        var last = new Segment?[_figures.Length];
        for (var i = from; i < to; i++)
        {
            int shared = 0, wrapped = 0;
            foreach (var (s, c) in lines[i].Texts)
            {
                if (last[c] is { } above && s.Baseline - above.Baseline > 0.5 * s.Size)
                {
                    shared++;
                    if (s.Figure && above.Figure && IsRest(above, s, c))
                    {
                        // of one row all wrapped figures speak once
                        rest = Weights.RestOfFigure;
                        wrapped++;
                    }
                    else
                    {
                        var below = Below(above, s, c);
                        cost += below;
                        wrapped += below < Weights.NotFull ? 1 : 0;
                    }
                }
                first[c] ??= s;
                last[c] = s;
            }
            // short words are as wide as their columns; where each column goes on they are two rows
            if (shared - wrapped >= 2 || (_words && shared >= FewestAlike && shared == _figures.Length))
                cost += Weights.SameColumns;
        }
        return cost + rest + Astray(first, last, set);
    }

    /// <summary>Whether figures of one column stand one below the other, and not because they did not fit.</summary>
    private bool HoldsRows(List<Line> lines)
    {
        var last = new Segment?[_figures.Length];
        foreach (var (s, c) in lines.SelectMany(static l => l.Texts))
        {
            if (!s.Figure || !_figures[c])
                continue;
            if (last[c] is { } above && s.Baseline - above.Baseline > 0.5 * s.Size && !IsRest(above, s, c))
                return true;
            last[c] = s;
        }
        return false;
    }

    /// <summary>What speaks against two texts of a column, one below the other, in one row.</summary>
    private double Below(Segment above, Segment s, int column)
    {
        if (s.Figure && above.Figure && _figures[column])
            return Weights.TwoFigures;
        return ((_pure[column] && (s.Figure || above.Figure)) || (_codes[column] && (s.Figure ? IsWords(above) : above.Figure && IsWords(s))) ? Weights.WordsInFigures : 0)
            + (s.Numbered ? Weights.Numbered : 0)
            + (IsFull(above, column, s) ? 0 : Weight(Weights.NotFull, 0.75))
            + ((s.Baseline - above.Baseline) / s.Size > _wrap[column] ? Weight(Weights.WideWrap, 0.75) : 0);
    }

    /// <summary>A code may hold letters, and be broken behind them.</summary>
    private static bool IsWords(Segment s) => !s.Figure && s.Lead + s.Digits == 0;

    /// <summary>How far the texts of a row stand from where its figures say.</summary>
    private double Astray(Segment?[] first, Segment?[] last, Set set)
    {
        double anchor = 0, cost = _labels ? Weights.NoLabel : 0;
        var anchors = 0;
        for (var c = 0; c < first.Length; c++)
        {
            if (_figures[c] && first[c] is { Figure: true })
                (anchor, anchors) = (anchor + At(c), anchors + 1);
            else if (first[c] is { Figure: false })
                cost = 0;
        }
        if (anchors == 0)
            return Weights.NoFigure + (_words && first[0] is null || _filled.Any(c => first[c] is null) ? Weights.NoLabel : 0);
        anchor /= anchors;
        var apart = 0.0;
        for (var c = 0; c < first.Length; c++)
        {
            if (first[c] is not { } top)
                continue;
            var off = Math.Max(0, Math.Abs(At(c) - anchor) / top.Size - 0.12);
            if (_figures[c])
                apart = Math.Max(apart, Weights.Apart * off);
            else
                cost += Weights.Astray * Math.Min(2, off);
        }
        return cost + apart;

        double At(int c) => set switch { Set.Top => first[c]!.Value.Baseline, Set.Bottom => last[c]!.Value.Baseline, _ => (first[c]!.Value.Baseline + last[c]!.Value.Baseline) / 2 };
    }

    /// <summary>What speaks against a border above a line: a full line right above it in the same column.</summary>
    private double Parting(List<Line> lines, int at)
    {
        double cost = 0;
        var bare = _figures.All(static f => f);
        // without labels nothing tells that a line goes on
        foreach (var (s, c) in at > 0 && !bare ? lines[at].Texts : [])
        {
            for (var i = at - 1; i >= 0 && s.Baseline - lines[i].Baseline <= FarthestRest * s.Size; i--)
            {
                var above = lines[i].Texts.FindIndex(t => t.Column == c);
                if (above < 0)
                    continue;
                if (!s.Figure && !s.Numbered && s.Baseline - lines[i].Baseline <= _wrap[c] * s.Size && !lines[i].Texts[above].Text.Figure && IsFull(lines[i].Texts[above].Text, c, s))
                    cost = Math.Max(cost, Weights.Parted);
                if (s.Figure && _figures[c] && IsTorso(lines[i].Texts[above].Text, c) && IsRest(lines[i].Texts[above].Text, s, c))
                    cost = Weights.PartedFigure;
                break;
            }
        }
        return cost;
    }
}
