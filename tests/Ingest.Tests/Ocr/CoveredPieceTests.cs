using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

/// <summary>What stands below a coloured stamp, and right beside one.</summary>
public class CoveredPieceTests
{
    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void What_a_stamp_lies_on_is_read_and_not_believed(int pixels, bool isDoubted)
    {
        var drawing = new Drawing(300, 400).Figure("1234", 40, 40, 2).Figure("5678", 200, 40, 2);
        var pieces = LaidPage.Of(drawing.Picture, new Drawing(300, 400).Fill(44, 44, pixels, 1).Picture, 2).Pieces;

        Assert.Equal([isDoubted, false], pieces.OrderBy(p => p.Box.Left).Select(p => p.IsBesideFaint));
    }

    [Theory]
    [InlineData(123, 4, true)]
    [InlineData(124, 4, false)]
    [InlineData(76, 4, true)]
    [InlineData(75, 4, false)]
    [InlineData(123, 18, false)]
    public void What_a_stamp_took_right_beside_a_piece_may_be_the_rest_of_it(int at, int below, bool isDoubted)
    {
        var piece = new TextPiece(new PixelBox(100, 100, 120, 114), [], 20);
        var aside = new Drawing(300, 300).Fill(at < 100 ? at : at + 18, 100 + below, 3, 2).Picture;

        Assert.Equal(isDoubted, CoveredPieces.Doubted([piece], aside, [])[0].IsBesideFaint);
    }

    [Theory]
    [InlineData(130, 90, false)]
    [InlineData(130, 108, true)]
    [InlineData(160, 90, true)]
    public void A_ruling_parts_it_from_what_stands_beside(int at, int from, bool isDoubted)
    {
        var piece = new TextPiece(new PixelBox(100, 100, 120, 114), [], 20);
        var aside = new Drawing(300, 300).Fill(134, 104, 6, 6).Picture;

        Assert.Equal(isDoubted, CoveredPieces.Doubted([piece], aside, [new PixelRuling(false, at, from, 200, 2)])[0].IsBesideFaint);
        Assert.Equal(isDoubted, CoveredPieces.Doubted([piece with { Box = new PixelBox(154, 100, 174, 114) }], aside, [new PixelRuling(false, at == 160 ? 120 : 145, from, 200, 2)])[0].IsBesideFaint);
    }
}
