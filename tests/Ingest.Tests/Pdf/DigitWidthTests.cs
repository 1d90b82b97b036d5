using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>Digits that a font calls as wide as ideographs, set half as far apart.</summary>
public class DigitWidthTests
{
    [Fact]
    public void Digits_end_where_the_next_one_begins()
    {
        var glyphs = Line("168,441.81合", 4.6, 9.2);
        DigitWidths.Mend(glyphs);
        Assert.All(glyphs.SkipLast(1), g => Assert.Equal(4.6, g.Box.Width, 6));
        Assert.Equal(9.2, glyphs[^1].Box.Width, 6);
        Assert.Equal(Line("168,441.81合", 4.6, 9.2).Select(static g => g.Box.Left), glyphs.Select(static g => g.Box.Left));
    }

    /// <summary>Steps of a digit's own width, digits that are not wide, and three steps alone change nothing; nor do figures of one digit, wherever the next one stands.</summary>
    [Theory]
    [InlineData("168441", 9.2, 9.2)]
    [InlineData("168441", 8.1, 9.2)]
    [InlineData("168441", 4.6, 7.9)]
    [InlineData("1684", 4.6, 9.2)]
    [InlineData("168441", 12.1, 9.2)]
    [InlineData("168441", 1.9, 9.2)]
    [InlineData("年度预算支出", 4.6, 9.2)]
    public void Others_stay_as_they_are(string text, double step, double width)
    {
        var glyphs = Line(text, step, width);
        DigitWidths.Mend(glyphs);
        Assert.Equal(Line(text, step, width), glyphs);
    }

    [Theory]
    [InlineData("16844", 4.6, 9.2)]
    [InlineData("168441", 7.9, 9.2)]
    [InlineData("168441", 4.6, 8.1)]
    [InlineData("168441", 2.1, 9.2)]
    public void From_here_on_they_do_not(string text, double step, double width)
    {
        var glyphs = Line(text, step, width);
        DigitWidths.Mend(glyphs);
        Assert.All(glyphs, g => Assert.Equal(step, g.Box.Width, 6));
    }

    /// <summary>10 pt type on one line.</summary>
    private static List<Glyph> Line(string text, double step, double width) =>
        [.. text.Select((c, i) => new Glyph(c.ToString(), new Box(50 + (step * i), 90, 50 + (step * i) + width, 100), 100, 10, TextRotation.Upright, GlyphFlags.None, i))];
}
