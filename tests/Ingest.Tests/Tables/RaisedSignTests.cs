using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Marks of footnotes and signs of currency stand beside a figure and are no text of their own.</summary>
public class RaisedSignTests
{
    private const string Drawing = """
        State          2006      2007
        Alabama       1,234       987
        Alaska           12        15
        Arizona         340       312
        """;

    [Fact]
    public void A_raised_mark_behind_a_figure_makes_no_row()
    {
        var page = AsciiPage.Draw(Drawing);
        var last = page.Glyphs.Last(static g => g.Text == "0");
        var mark = new Glyph("a", new Box(last.Box.Right, last.Baseline - 8, last.Box.Right + 3, last.Baseline - 3), last.Baseline - 3.5f, 6, TextRotation.Upright, GlyphFlags.None, 9000);
        Assert.Equal("""
            State | 2006 | 2007
            Alabama | 1,234 | 987
            Alaska | 12 | 15
            Arizona | 340a | 312
            """, Shown.Of(page with { Glyphs = page.Glyphs.Insert(page.Glyphs.IndexOf(last) + 1, mark) }));
    }

    [Theory]
    [InlineData(3, 3.5f, 6, 0)]
    [InlineData(4, 3.5f, 6, 1)]
    [InlineData(3, 0.5f, 6, 1)]
    [InlineData(3, 3.5f, 9.2f, 0)] // five sixths, as browsers set them
    [InlineData(3, 3.5f, 9.5f, 1)]
    public void What_is_longer_or_larger_or_hardly_raised_is_a_text(int signs, float raised, float size, int left)
    {
        var text = new Piece(0, 5, new Box(100, 90, 130, 101), 100, 11, TextRotation.Upright);
        var small = new Piece(5, signs, new Box(131, 88, 140, 97), 100 - raised, size, TextRotation.Upright);
        Assert.Equal(1 + left, Scripts.Without([text, small]).Count);
    }

    [Fact]
    public void A_sign_of_currency_stands_however_far_before_its_figure()
    {
        Assert.Equal("""
            Fund | Outlays | Receipts
            Roads | $ 1,234 | $ 987
            Rail | 12 | 15
            Ports | $ 340 | $ 312
            """, Shown.Of(AsciiPage.Draw("""
            Fund                        Outlays             Receipts
            Roads         $               1,234  $               987
            Rail                             12                   15
            Ports         $                 340  $               312
            """)));
    }
}
