using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

public class TextPieceTests
{
    private const double Em = 20;
    private const int Character = 18;

    private static List<TextPiece> Of(Drawing drawing, params PixelRuling[] rulings) => TextPieces.Of(Components.Of(drawing.Ink), rulings, Em, drawing.Picture);

    private static Drawing Characters(Drawing drawing, int left, int top, int count, int pitch = 20)
    {
        for (var i = 0; i < count; i++)
        {
            drawing.Fill(left + i * pitch, top, Character, 2).Fill(left + i * pitch, top, 2, Character).Fill(left + i * pitch, top + Character - 2, Character, 2);
        }

        return drawing;
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(24, 2)]
    public void A_wide_gap_parts_pieces(int gap, int pieces)
    {
        var drawing = Characters(Characters(new Drawing(300, 80), 20, 30, 3), 20 + 40 + Character + gap, 30, 2);

        Assert.Equal(pieces, Of(drawing).Count);
    }

    [Fact]
    public void Nothing_is_gathered_over_a_ruling()
    {
        var drawing = Characters(Characters(new Drawing(300, 80), 20, 30, 2), 66, 30, 2);

        Assert.Single(Of(drawing));
        Assert.Equal(2, Of(drawing, new PixelRuling(Horizontal: false, 62, 10, 70, 1)).Count);
        Assert.Single(Of(drawing, new PixelRuling(Horizontal: false, 62, 60, 70, 1)));
    }

    [Fact]
    public void Points_belong_to_the_line_they_stand_in_and_stray_marks_to_none()
    {
        var drawing = new Drawing(300, 100).Figure("12.50", 20, 30, 2).Fill(200, 60, 3, 3);

        var piece = Assert.Single(Of(drawing));
        Assert.Equal(5, piece.Parts.Count);
        Assert.Equal(5, piece.Stretches().Count);
        Assert.False(piece.IsDash);
    }

    [Fact]
    public void A_stroke_across_that_stands_alone_is_a_dash()
    {
        Assert.True(Assert.Single(Of(new Drawing(100, 60).Fill(20, 30, 16, 3))).IsDash);
        Assert.Empty(Of(new Drawing(100, 60).Fill(20, 30, 5, 2)));
    }

    [Fact]
    public void Lines_set_close_are_parted()
    {
        var drawing = Characters(Characters(new Drawing(300, 80), 20, 20, 8), 20, 20 + Character + 2, 8);
        drawing.Fill(38, 30, 2, 24);

        Assert.Equal(2, Of(drawing).Count);
    }

    [Fact]
    public void Strokes_above_one_another_are_one_character()
    {
        var piece = Assert.Single(Of(new Drawing(100, 80).Fill(24, 32, 12, 2).Fill(21, 46, 18, 2)));

        Assert.Equal(new PixelBox(21, 32, 39, 48), piece.Box);
    }

    [Fact]
    public void Small_parts_of_large_characters_belong_to_their_line()
    {
        var drawing = new Drawing(300, 100);
        for (var i = 0; i < 3; i++)
        {
            drawing.Fill(20 + i * 44, 30, 40, 3).Fill(20 + i * 44, 30, 3, 40);
        }

        drawing.Fill(156, 32, 14, 12).Fill(156, 52, 14, 14);
        Assert.Equal(new PixelBox(20, 30, 170, 70), Assert.Single(Of(drawing)).Box);
    }

    [Fact]
    public void A_piece_is_cut_at_columns()
    {
        var piece = Assert.Single(Of(new Drawing(300, 80).Figure("1234", 20, 30, 2)));
        var parts = piece.CutAt([44]).ToList();

        Assert.Equal([2, 2], parts.Select(p => p.Parts.Count));
        Assert.True(parts[0].Box.Right <= 44 && parts[1].Box.Left >= 44);
    }

    [Fact]
    public void A_crop_holds_the_piece_and_nothing_of_its_neighbours()
    {
        var drawing = new Drawing(200, 80).Figure("12", 20, 30, 2).Fill(20, 46, 24, 2);
        var piece = TextPieces.Of([.. Components.Of(drawing.Ink).Where(c => c.Box.Bottom <= 46)], [], Em, drawing.Picture).Single();
        var (crop, area) = new Crops(drawing.Picture, Components.Of(drawing.Ink)).Of(piece, Crops.Margin);

        Assert.True(area.Top < piece.Box.Top && area.Left < piece.Box.Left);
        Assert.Equal(0, crop[24 - area.Left, 43 - area.Top]);
        Assert.Equal(Raster.Paper, crop[22 - area.Left, 46 - area.Top]);
    }

    [Theory]
    [InlineData(true, Raster.Paper)]
    [InlineData(false, 225)]
    public void What_is_too_light_for_ink_comes_along_where_it_is_no_edge_of_other_ink(bool isOfOther, int seen)
    {
        var drawing = new Drawing(200, 80).Figure("12", 20, 30, 2).Fill(45, 32, 1, 8, 225);
        var components = Components.Of(drawing.Ink);
        var piece = TextPieces.Of(components, [], Em, drawing.Picture).Single();
        if (isOfOther)
        {
            components.Add(new Component(new PixelBox(45, 31, 50, 41), 20));
        }

        var (crop, area) = new Crops(drawing.Picture, components).Of(piece, Crops.Margin);

        Assert.Equal(seen, crop[45 - area.Left, 35 - area.Top]);
    }

    [Theory]
    [InlineData(215, 1, true)]
    [InlineData(235, 1, false)]
    [InlineData(215, 9, false)]
    public void A_point_too_light_for_ink_is_seen_at_the_feet_of_digits_only(int grey, int above, bool isPoint)
    {
        // ink is darker than 209
        var drawing = new Drawing(200, 80).Figure("123", 20, 30, 2).Figure("50", 78, 30, 2).Fill(60, 30 + 14 - 3 - above, 3, 3, (byte)grey);
        var pieces = Of(drawing);

        Assert.Equal(isPoint ? 1 : 2, pieces.Count);
        Assert.Equal(isPoint, pieces.Exists(p => p.Parts.Exists(c => c.Box.Left is >= 59 and <= 62)));
    }

    [Fact]
    public void Strokes_of_two_rows_make_no_sign()
    {
        static Drawing Rows(int pitch)
        {
            var drawing = new Drawing(200, 120);
            for (var row = 0; row < 3; row++)
            {
                drawing.Fill(30, 20 + row * pitch, 14, 2).Fill(28, 20 + row * pitch + 9, 18, 2);
            }

            return drawing;
        }

        // where no ruling tells, the nearer strokes are of one sign
        Assert.Equal([20, 46, 72], Of(Rows(26)).Select(p => p.Box.Top));
        Assert.Equal([20, 40, 60], Of(Rows(20), new PixelRuling(Horizontal: true, 35, 0, 200, 1), new PixelRuling(Horizontal: true, 55, 0, 200, 1)).Select(p => p.Box.Top));
    }

    [Fact]
    public void A_stroke_before_a_mark_is_the_numeral_of_an_item() =>
        Assert.Single(Of(Characters(new Drawing(300, 80), 66, 30, 4).Fill(21, 38, 18, 2).Fill(50, 42, 4, 5)));

    [Theory]
    [InlineData(26, 2)]
    [InlineData(30, 1)]
    public void A_dash_before_words_is_the_zero_of_the_column_beside(int left, int pieces)
    {
        // 一般 has its strokes close together, a dash of the next column stands off
        var drawing = Characters(new Drawing(300, 80), 46, 30, 4).Fill(left - 5, 38, 18, 2);

        Assert.Equal(pieces, Of(drawing).Count);
    }
}
