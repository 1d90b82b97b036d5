using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>
/// Digits whose font says that they are as wide as an ideograph, while each begins before the one ahead of it ends: the file places them
/// one by one at half that width, and their boxes reach over what follows. They get the width of their steps.
/// </summary>
internal static class DigitWidths
{
    /// <summary>No digit is as wide as this, in ems.</summary>
    private const double Wide = 0.8;

    /// <summary>Steps of digits that are set one behind the other, in ems.</summary>
    private const double ShortestStep = 0.2, LongestStep = 1.2;

    /// <summary>So many steps tell their width.</summary>
    private const int FewestSteps = 4;

    /// <param name="glyphs">Of one page, in the order of painting.</param>
    public static void Mend(List<Glyph> glyphs)
    {
        var steps = new List<double>();
        for (var i = 1; i < glyphs.Count; i++)
        {
            Glyph a = glyphs[i - 1], b = glyphs[i];
            if (IsWide(a) && IsWide(b) && char.IsAsciiDigit(a.Text[0]) && char.IsAsciiDigit(b.Text[0]) && Math.Abs(b.Baseline - a.Baseline) < 0.1 * a.PointSize
                && b.PointSize == a.PointSize && (b.Box.Left - a.Box.Left) / a.PointSize is > ShortestStep and < LongestStep and var step)
            {
                steps.Add(step);
            }
        }

        if (steps.Count < FewestSteps)
        {
            return;
        }

        steps.Sort();
        var width = steps[steps.Count / 2];
        if (width >= Wide)
        {
            return;
        }

        for (var i = 0; i < glyphs.Count; i++)
        {
            if (IsWide(glyphs[i]))
            {
                var box = glyphs[i].Box;
                glyphs[i] = glyphs[i] with { Box = box with { Right = box.Left + (width * glyphs[i].PointSize) } };
            }
        }
    }

    private static bool IsWide(in Glyph glyph) =>
        glyph.Text is [< '\u0080'] && glyph.Rotation == TextRotation.Upright && glyph.Box.Width > Wide * glyph.PointSize && glyph.Text[0] is (>= '0' and <= '9') or ',' or '.';
}
