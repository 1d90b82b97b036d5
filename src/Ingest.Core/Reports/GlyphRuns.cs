using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>
/// Glyphs as SVG texts. Upright glyphs of one base line, size and kind are one text with a list of places, so that each
/// stands where the page has it, whatever font the viewer takes, and a page stays small.
/// </summary>
internal static class GlyphRuns
{
    /// <summary>Longer runs are divided, so that a viewer can leave out what is not seen.</summary>
    private const int Longest = 60;

    public static void Append(StringBuilder svg, IEnumerable<Glyph> glyphs)
    {
        var run = new List<Glyph>();
        foreach (var glyph in glyphs)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                continue;
            }

            if (run.Count > 0 && (run.Count == Longest || !Joins(run[^1], glyph)))
            {
                Flush(svg, run);
            }

            if (IsSimple(glyph))
            {
                run.Add(glyph);
            }
            else
            {
                Single(svg, glyph);
            }
        }

        Flush(svg, run);
    }

    private static bool IsSimple(Glyph glyph) => glyph.Rotation == TextRotation.Upright && glyph.Text.Length == 1 && !char.IsSurrogate(glyph.Text[0]);

    private static bool Joins(Glyph a, Glyph b) => IsSimple(b)
        && b.Box.Left - a.Box.Right < a.PointSize
        && Math.Abs(a.Baseline - b.Baseline) < 0.01 && Math.Abs(a.PointSize - b.PointSize) < 0.01 && a.Flags == b.Flags;

    private static void Flush(StringBuilder svg, List<Glyph> run)
    {
        if (run.Count == 0)
        {
            return;
        }

        svg.Append("<text x=\"");
        for (var i = 0; i < run.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : " ")}{run[i].Box.Left:0.#}");
        }

        svg.Append(CultureInfo.InvariantCulture, $"\" y=\"{run[0].Baseline:0.#}\" font-size=\"{run[0].PointSize:0.#}\"{Class(run[0].Flags)}>");
        foreach (var glyph in run)
        {
            svg.Append(Xml.Escape(glyph.Text));
        }

        svg.Append("</text>\n");
        run.Clear();
    }

    /// <summary>Turned glyphs, and those that stand for several characters: stretched to their advance.</summary>
    private static void Single(StringBuilder svg, Glyph glyph)
    {
        var box = glyph.Box;
        var (x, y, turn, advance) = glyph.Rotation switch
        {
            TextRotation.Clockwise => (glyph.Baseline, box.Top, 90, box.Height),
            TextRotation.Counterclockwise => (glyph.Baseline, box.Bottom, -90, box.Height),
            TextRotation.UpsideDown => (box.Right, glyph.Baseline, 180, box.Width),
            _ => (box.Left, (double)glyph.Baseline, 0, box.Width),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{glyph.PointSize:0.#}\"");
        if (advance > 0.01)
        {
            svg.Append(CultureInfo.InvariantCulture, $" textLength=\"{advance:0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
        }

        if (turn != 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({turn} {x:0.#} {y:0.#})\"");
        }

        svg.Append(Class(glyph.Flags)).Append('>').Append(Xml.Escape(glyph.Text)).Append("</text>\n");
    }

    private static string Class(GlyphFlags flags)
    {
        var names = ImmutableArray.CreateBuilder<string>(3);
        if (flags.HasFlag(GlyphFlags.Bold))
        {
            names.Add("bold");
        }

        if (flags.HasFlag(GlyphFlags.Invisible))
        {
            names.Add("invisible");
        }

        if (flags.HasFlag(GlyphFlags.Untrusted))
        {
            names.Add("untrusted");
        }

        return names.Count == 0 ? "" : $" class=\"{string.Join(' ', names)}\"";
    }
}
