using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

public class LineRunsTests
{
    private const double Em = 20;

    private static (List<PixelRuling> Rulings, Ink Ink, Raster Picture) Take(Drawing drawing)
    {
        var ink = drawing.Ink;
        return (LineRuns.Take(ink, drawing.Picture, Em), ink, drawing.Picture);
    }

    [Fact]
    public void A_grid_gives_its_rulings_and_leaves_no_ink()
    {
        var (rulings, ink, picture) = Take(new Drawing(400, 200).Grid(20, 30, 3, 4, 110, 30));

        Assert.Equal([31, 61, 91, 121, 151], rulings.Where(r => r.Horizontal).Select(r => r.Position).Order());
        Assert.Equal([21, 131, 241, 351], rulings.Where(r => !r.Horizontal).Select(r => r.Position).Order());
        Assert.All(rulings.Where(r => r.Horizontal), r => Assert.Equal((20, 352), (r.Start, r.End)));
        Assert.All(rulings, r => Assert.InRange(r.Thickness, 1.9, 2.1));
        Assert.Empty(Components.Of(ink));
        Assert.Equal(Raster.Paper, picture[100, 30]);
    }

    [Fact]
    public void A_ruling_that_climbs_from_row_to_row_is_one()
    {
        var (rulings, _, _) = Take(new Drawing(500, 100).Slanted(20, 50, 400, 0.008));

        var ruling = Assert.Single(rulings);
        Assert.Equal((20, 420), (ruling.Start, ruling.End));
        Assert.InRange(ruling.Position, 51, 54);
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(101, 1)]
    public void A_stroke_alone_is_a_ruling_from_five_heights_of_writing(int length, int rulings)
    {
        Assert.Equal(rulings, Take(new Drawing(300, 100).Fill(20, 50, length, 2)).Rulings.Count);
    }

    [Theory]
    [InlineData(28, 3)]
    [InlineData(20, 2)]
    public void A_short_stroke_is_a_ruling_where_others_hold_both_of_its_ends(int height, int rulings)
    {
        var drawing = new Drawing(300, 100).Fill(20, 30, 200, 2).Fill(20, 60, 200, 2).Fill(100, 32, 2, height);

        Assert.Equal(rulings, Take(drawing).Rulings.Count);
    }

    [Fact]
    public void Strokes_of_a_character_that_hold_each_other_are_no_rulings()
    {
        Assert.Empty(Take(new Drawing(100, 100).Grid(20, 20, 1, 1, 24, 24)).Rulings);
    }

    [Fact]
    public void The_feet_of_a_title_are_no_ruling()
    {
        var drawing = new Drawing(400, 100);
        for (var x = 20; x < 300; x += 34)
        {
            drawing.Fill(x, 50, 30, 3);
        }

        Assert.Empty(Take(drawing).Rulings);
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(9, 0)]
    public void What_is_too_thick_is_no_ruling(int thickness, int rulings)
    {
        var drawing = new Drawing(300, 100).Fill(20, 20, 200, thickness).Fill(20, 60, 200, thickness);

        Assert.Equal(rulings, Take(drawing).Rulings.Count);
    }

    [Fact]
    public void The_stroke_of_a_character_right_above_a_ruling_does_not_lengthen_it()
    {
        var drawing = new Drawing(300, 300).Fill(20, 100, 200, 2).Fill(20, 250, 200, 2).Fill(120, 102, 2, 148).Fill(120, 78, 2, 19);

        var vertical = Assert.Single(Take(drawing).Rulings, r => !r.Horizontal);
        Assert.InRange(vertical.Start, 100, 102);
    }
}
