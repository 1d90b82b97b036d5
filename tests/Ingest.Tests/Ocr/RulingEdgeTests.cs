using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

/// <summary>Rulings that are hardly there, that figures touch, and strokes that only look like rulings.</summary>
public class RulingEdgeTests
{
    private const double Em = 20;

    private static List<PixelRuling> Take(Drawing drawing) => LineRuns.Take(drawing.Ink, drawing.Picture, Em);

    [Theory]
    [InlineData(246, 2)]
    [InlineData(248, 0)]
    public void A_line_a_little_darker_than_both_of_its_sides_is_a_ruling(byte grey, int rulings)
    {
        var drawing = new Drawing(300, 120).Fill(20, 30, 200, 1, grey).Fill(20, 80, 200, 1, grey);

        Assert.Equal(rulings, Take(drawing).Count);
    }

    [Fact]
    public void A_light_line_between_shades_is_found_and_the_edge_of_a_shade_is_none()
    {
        var drawing = new Drawing(300, 120).Fill(0, 0, 300, 60, 215).Fill(20, 30, 200, 1, 190);

        var ruling = Assert.Single(Take(drawing));
        Assert.InRange(ruling.Position, 30, 31.5);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void A_ruling_that_a_figure_touches_goes_on_where_it_is_as_dark_as_before(bool drawn, int verticals)
    {
        var drawing = new Drawing(300, 340).Fill(20, 20, 200, 2).Fill(20, 290, 200, 2).Fill(120, 20, 2, 110).Fill(120, 170, 2, 120);
        if (drawn)
        {
            drawing.Fill(120, 130, 2, 40).Fill(122, 132, 30, 36);
        }

        Assert.Equal(verticals, Take(drawing).Count(r => !r.Horizontal));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(6, 2)]
    public void A_stroke_that_others_meet_is_of_a_character_also_where_two_rulings_hold_it(int strokes, int rulings)
    {
        var drawing = new Drawing(300, 120).Fill(20, 30, 200, 2).Fill(20, 70, 200, 2).Fill(100, 32, 2, 38);
        for (var i = 0; i < strokes; i++)
        {
            drawing.Fill(92, 36 + 6 * i, 8, 2);
        }

        Assert.Equal(rulings, Take(drawing).Count);
    }
}
