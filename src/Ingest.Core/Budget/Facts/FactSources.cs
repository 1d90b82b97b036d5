using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Facts;

/// <summary>Tells of each fact whether its characters are text of the document or were recognised on a picture.</summary>
internal static class FactSources
{
    /// <returns>The facts; of a figure on a picture none of whose signs stand in its cell, the column is not sure.</returns>
    public static ImmutableArray<Fact> Mark(ImmutableArray<Fact> facts, IReadOnlyList<PageContent> pages)
    {
        var pictured = pages.Where(static p => !p.Glyphs.IsEmpty && p.Glyphs.Any(IsPictured)).ToDictionary(static p => p.Number, static p => p.Glyphs.ToArray());
        if (pictured.Count == 0)
            return facts;
        var marked = facts.ToBuilder();
        for (var f = 0; f < marked.Count; f++)
        {
            if (pictured.TryGetValue(marked[f].Where.Area.Page, out var glyphs) && Of(marked[f], glyphs) is var source and not FactSource.Text)
            {
                var fact = marked[f] with { Source = source };
                marked[f] = fact with { Status = fact.AsRead };
            }
        }
        return marked.ToImmutable();
    }

    private static bool IsPictured(Glyph glyph) => glyph.Flags.HasFlag(GlyphFlags.Pictured);

    /// <summary>What the least sure digit in the cell says; of a dash nobody but the picture does.</summary>
    private static FactSource Of(Fact fact, Glyph[] glyphs)
    {
        FactSource signs = FactSource.Text, digits = FactSource.Text;
        var isEmpty = true;
        var ofPictures = 0;
        foreach (ref readonly var glyph in glyphs.AsSpan())
        {
            ofPictures += IsPictured(glyph) ? 1 : -1;
            if (!fact.Where.Area.Box.Contains(glyph.Box.CenterX, glyph.Box.CenterY))
                continue;
            isEmpty = false;
            if (!IsPictured(glyph))
                continue;
            signs = FactSource.Picture;
            var here = glyph.Flags.HasFlag(GlyphFlags.Unsure) ? FactSource.Unsure : glyph.Flags.HasFlag(GlyphFlags.Seconded) ? FactSource.Layer : FactSource.Picture;
            if (char.IsAsciiDigit(glyph.Text[0]) && here > digits)
                digits = here;
        }
        // where a stamp broke the ruling between, a figure may be given to the empty cell beside its own; a page number may be text
        if (isEmpty && ofPictures > 0 && fact.Shown.Length > 0)
            return FactSource.Unsure;
        return digits == FactSource.Text ? signs : digits;
    }
}
