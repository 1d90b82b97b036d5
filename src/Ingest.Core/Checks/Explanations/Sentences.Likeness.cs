using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <content>Which figure of the tables a sentence means.</content>
internal sealed partial class Sentences
{
    /// <summary>So alike that the sentence means this very figure, whatever other tables may hold.</summary>
    private static bool IsSlip(Amount stated, Figure figure)
    {
        var step = Math.Max(1, stated.StepFen);
        var rounded = ((figure.Fen * 2) + step) / (2 * step);
        return Slip.IsTelling(stated.Fen / step, rounded) || Slip.IsOneDigit(stated.Fen / step, rounded);
    }

    /// <summary>A figure whose digits behind the stated ones were dropped: 1,256万元 for 1,256.58万元.</summary>
    private static Figure? IsCutOff(Amount stated, IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var dropped = (figure.Fen - stated.Fen) * Int128.Sign(figure.Fen);
            if (stated.Fen != 0 && dropped > 0 && dropped < stated.StepFen + (figure.Slack / 2))
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>The figure that a slip of the pen leads to, else the one that comes most often.</summary>
    private static Figure Nearest(Amount stated, IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            if (figure.Fen != 0 && Slip.Of(stated.Fen / Math.Max(1, stated.StepFen), figure.Fen / Math.Max(1, stated.StepFen)) is not null)
            {
                return figure;
            }
        }

        return figures.GroupBy(f => f.Fen).OrderByDescending(g => g.Count()).First().First();
    }
}
