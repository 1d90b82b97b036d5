using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Io.Pictures;

/// <summary>
/// Compares the figures that were read with those of the invisible layer that another reader left on the page: the same
/// digits at the same place second what was read, other digits put it in doubt.
/// </summary>
internal static class LayerAgreement
{
    /// <param name="read">Glyphs of one word have one number of sequence.</param>
    /// <param name="layer">What the file itself holds.</param>
    public static ImmutableArray<Glyph> Mark(ImmutableArray<Glyph> read, ImmutableArray<Glyph> layer)
    {
        if (layer.IsEmpty)
        {
            return read;
        }

        var marked = read.ToBuilder();
        for (int start = 0, end; start < read.Length; start = end)
        {
            var box = read[start].Box;
            for (end = start; end < read.Length && read[end].Sequence == read[start].Sequence; end++)
            {
                box = box.Union(read[end].Box);
            }

            var digits = Digits(read.AsSpan()[start..end]);
            if (digits.Length == 0)
            {
                continue;
            }

            var other = Digits([.. layer.Where(g => box.Contains(g.Box.CenterX, g.Box.CenterY)).OrderBy(g => g.Box.CenterX)]);
            var flag = string.Equals(digits, other, StringComparison.Ordinal) ? GlyphFlags.Seconded : other.Length > 0 ? GlyphFlags.Unsure : GlyphFlags.None;
            for (var i = start; i < end; i++)
            {
                marked[i] = read[i] with { Flags = read[i].Flags | flag };
            }
        }

        return marked.ToImmutable();
    }

    private static string Digits(ReadOnlySpan<Glyph> glyphs)
    {
        var digits = new System.Text.StringBuilder();
        foreach (var glyph in glyphs)
        {
            foreach (var c in Folding.Fold(glyph.Text))
            {
                if (char.IsAsciiDigit(c))
                {
                    digits.Append(c);
                }
            }
        }

        return digits.ToString();
    }
}
