using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>Fonts that name a character for each code, but the wrong one.</summary>
public class TextTrustTests
{
    private const string Chinese = "一般公共预算财政拨款支出决算表反映单位本年度一般公共预算财政拨款支出情况";

    private static PdfReading Read(PdfDraft draft) => PdfPigPageReader.Read(draft.ToBytes(), null, CancellationToken.None);

    private static string Lines(string show, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"BT {show.Replace("@", (740 - (i * 20)).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)} Tj ET\n"));

    private static string ChineseLines(string text, int count) => Lines($"/F2 9 Tf 40 @ Td {PdfDraft.Chinese(text)}", count);

    private static string LatinLines(string text, int count) => Lines($"/F1 9 Tf 40 @ Td ({text})", count);

    [Fact]
    public void A_page_of_characters_that_make_no_text_is_lost_and_none_of_them_is_trusted()
    {
        var reading = Read(new PdfDraft().Page(ChineseLines(Chinese, 10)).Page(ChineseLines("頚㬊表䅄頉颭算魮鎱鋑䠫㨊韑", 10)).Page(ChineseLines(Chinese, 10)));

        Assert.Equal([0, 1, 0], reading.Pages.Select(p => p.Anomalies.Count(a => a.Code == AnomalyCodes.UntrustedText)));
        Assert.All(reading.Pages[1].Glyphs, g => Assert.True(g.Flags.HasFlag(GlyphFlags.Untrusted)));
        Assert.All(reading.Pages[0].Glyphs, g => Assert.False(g.Flags.HasFlag(GlyphFlags.Untrusted)));
    }

    [Fact]
    public void Pages_too_short_to_tell_are_judged_by_the_document()
    {
        var draft = new PdfDraft();
        for (var i = 0; i < 12; i++)
        {
            draft.Page(LatinLines("ABCDEFGHIJKLM", 1));
        }

        Assert.All(Read(draft).Pages, p => Assert.Equal(AnomalyCodes.UntrustedText, Assert.Single(p.Anomalies).Code));
    }

    /// <summary>A font of which a part of the codes has a wrong meaning: ÿ and û among ideographs. A few are names.</summary>
    [Theory]
    [InlineData(8, true)]
    [InlineData(1, false)]
    public void Accented_letters_among_ideographs_show_that_a_part_of_the_codes_is_wrong(int lines, bool isTold)
    {
        var reading = Read(new PdfDraft().Page(ChineseLines(Chinese, 10) + LatinLines("\\377\\373", lines)));

        Assert.Equal(isTold, reading.Pages[0].Anomalies.Any(static a => a.Code == AnomalyCodes.UntrustedText));
    }

    [Fact]
    public void Texts_of_other_languages_and_pages_of_figures_are_believed()
    {
        var reading = Read(new PdfDraft().Page(LatinLines("Total expenditure of local governments by function", 10)).Page(LatinLines("1,234.56 7,890.12 PKRPSK", 30)).Page(ChineseLines(Chinese, 4)));

        Assert.All(reading.Pages, p => Assert.Empty(p.Anomalies));
        Assert.All(reading.Pages, p => Assert.All(p.Glyphs, g => Assert.Equal(GlyphFlags.None, g.Flags & GlyphFlags.Untrusted)));
    }
}
