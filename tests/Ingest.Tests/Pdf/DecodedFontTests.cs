using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Io.Pictures;

namespace Ingest.Tests.Pdf;

/// <summary>Fonts whose codes say nothing, read from what they draw.</summary>
public class DecodedFontTests
{
    private static Glyph Glyph(string text, int at, GlyphFlags flags) =>
        new(text, new Box(10 * at, 90, 10 * at + 9, 100), 100, 10, TextRotation.Upright, flags, at);

    /// <summary>A page of codes.</summary>
    private static PageContent Codes(string codes, int number) => new(
        number, 600, 800, [.. codes.Select((c, i) => Glyph(c.ToString(), i, GlyphFlags.Untrusted))], [], [], [],
        [new Anomaly(AnomalyCodes.UntrustedText, new CellRef(new PageBox(number, default)), "", "", "", "", "", "no meaning", Origin.Publisher)]);

    /// <summary>What is recognised on it; a space is nothing.</summary>
    private static ImmutableArray<Glyph> Seen(string signs) =>
        [.. signs.Select((c, i) => (c, i)).Where(s => s.c != ' ').Select(s => Glyph(s.c.ToString(), s.i, GlyphFlags.Pictured))];

    private static PageContent[] Decode(params (string Codes, string Seen)[] pages)
    {
        var fonts = new DecodedFonts();
        var all = ImmutableArray.CreateBuilder<PageContent>();
        foreach (var (codes, seen) in pages)
        {
            var page = Codes(codes, all.Count + 1);
            Assert.True(DecodedFonts.IsBroken(page));
            fonts.Take(all.Count, page, Seen(seen));
            all.Add(page);
        }

        return [.. fonts.Decode(all).Select(p => p.Page)];
    }

    private static string Text(PageContent page) => string.Concat(page.Glyphs.Select(g => g.Text));

    [Fact]
    public void All_places_of_a_code_vote_for_what_it_means()
    {
        var pages = Decode(("abab", "1212"), ("aabb", "1722"));

        Assert.Equal(["1212", "1122"], pages.Select(Text));
        Assert.All(pages.SelectMany(p => p.Glyphs), g => Assert.Equal(GlyphFlags.Pictured, g.Flags));
        Assert.All(pages, p => Assert.Equal(AnomalyCodes.PictureRead, Assert.Single(p.Anomalies).Code));
    }

    [Theory]
    [InlineData("11144", "11111", GlyphFlags.Pictured)]
    [InlineData("1144", "1144", GlyphFlags.Pictured | GlyphFlags.Unsure)]
    public void Where_places_disagree_each_is_read_alone_and_not_for_sure(string seen, string text, GlyphFlags flags)
    {
        var page = Assert.Single(Decode((new string('a', seen.Length), seen)));

        Assert.Equal(text, Text(page));
        Assert.All(page.Glyphs, g => Assert.Equal(flags, g.Flags));
    }

    [Fact]
    public void A_code_that_was_nowhere_recognised_stays_without_meaning()
    {
        var page = Assert.Single(Decode(("ab", "1 ")));

        Assert.Equal("1b", Text(page));
        Assert.Equal(GlyphFlags.Untrusted, page.Glyphs[1].Flags);
        Assert.Equal([AnomalyCodes.UntrustedText, AnomalyCodes.PictureRead], page.Anomalies.Select(a => a.Code));
    }

    [Fact]
    public void What_makes_no_text_when_it_is_drawn_is_left_as_it_is()
    {
        var codes = string.Concat(Enumerable.Range(0, 120).Select(i => (char)('\u4E00' + i)));
        var page = Assert.Single(Decode((codes, string.Concat(codes.Select(c => (char)(c + 0x1000))))));

        Assert.Equal(codes, Text(page));
        Assert.All(page.Glyphs, g => Assert.Equal(GlyphFlags.Untrusted, g.Flags));
        Assert.Contains("no text either", Assert.Single(page.Anomalies).Message, StringComparison.Ordinal);
    }
}
