using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Io.Pdf;

/// <summary>
/// Pages whose characters can be no text, though their fonts name a character for each code: all of them are marked as
/// untrusted, and the page says so. A document is judged as a whole first, because a page may hold too little to tell.
/// </summary>
internal static class TextTrust
{
    private const GlyphFlags Uncounted = GlyphFlags.Invisible | GlyphFlags.Untrusted;

    public static void Judge(ImmutableArray<PageContent>.Builder pages)
    {
        var ofPages = new Legibility[pages.Count];
        var ofAll = default(Legibility);
        for (var i = 0; i < ofPages.Length; i++)
        {
            ofAll += ofPages[i] = Count(pages[i]);
        }

        for (var i = 0; i < ofPages.Length; i++)
        {
            if (!ofPages[i].IsEmpty && (ofAll.IsNoText || ofPages[i].IsNoText))
            {
                pages[i] = Distrust(pages[i]);
            }
        }
    }

    private static Legibility Count(PageContent page)
    {
        var count = default(Legibility);
        foreach (ref readonly var glyph in page.Glyphs.AsSpan())
        {
            if ((glyph.Flags & Uncounted) == 0)
            {
                count = count.With(glyph.Text[0]);
            }
        }

        return count;
    }

    private static PageContent Distrust(PageContent page)
    {
        var glyphs = ImmutableArray.CreateBuilder<Glyph>(page.Glyphs.Length);
        foreach (var glyph in page.Glyphs)
        {
            glyphs.Add(glyph with { Flags = glyph.Flags | GlyphFlags.Untrusted });
        }

        var isSaid = page.Anomalies.Any(a => a.Code == AnomalyCodes.UntrustedText);
        return page with
        {
            Glyphs = glyphs.MoveToImmutable(),
            Anomalies = isSaid ? page.Anomalies : page.Anomalies.Add(PageComposer.OfPage(
                AnomalyCodes.UntrustedText, page.Number, page.Width, page.Height,
                "the fonts map their codes to characters that make no text", "字体将代码映射为不成文的字符")),
        };
    }
}
