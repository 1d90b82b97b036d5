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

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    public void A_ruling_goes_on_beside_figures_on_many_rows_but_not_through_the_strokes_of_a_merged_cell(bool drawn, int verticals)
    {
        // in light grey between the rulings of rows; 1 above 1 is no ruling
        var drawing = new Drawing(300, 420).Fill(20, 20, 200, 2).Fill(20, 400, 200, 2).Fill(20, 20, 2, 380).Fill(218, 20, 2, 380).Fill(120, 20, 2, 100, 190).Fill(120, 300, 2, 100, 190);
        for (var row = 0; row < 6; row++)
        {
            drawing.Fill(20, 120 + 30 * row, 200, 2);
            if (drawn)
            {
                drawing.Fill(120, 122 + 30 * row, 2, 28, 190);
            }

            drawing.Fill(drawn ? 123 : 120, 130 + 30 * row, 3, 14);
        }

        Assert.Equal(verticals, Take(drawing).Count(r => !r.Horizontal));
    }

    [Theory]
    [InlineData(true, 290)]
    [InlineData(false, 250)]
    public void A_ruling_reaches_the_one_it_ends_at_beside_a_figure(bool drawn, int end)
    {
        var drawing = new Drawing(300, 340).Fill(20, 20, 200, 2).Fill(20, 290, 200, 2).Fill(120, 20, 2, 230);
        if (drawn)
        {
            drawing.Fill(120, 250, 2, 40, 120).Fill(122, 252, 30, 30);
        }

        Assert.InRange(Assert.Single(Take(drawing), r => !r.Horizontal).End, end - 3, end + 3);
    }

    [Theory]
    [InlineData(60, 3)]
    [InlineData(40, 2)]
    public void A_stroke_longer_than_those_of_titles_is_a_ruling_whatever_touches_it(int height, int rulings)
    {
        var drawing = new Drawing(300, 160).Fill(20, 30, 200, 2).Fill(20, 32 + height, 200, 2).Fill(100, 32, 2, height).Fill(70, 36, 29, 14);

        Assert.Equal(rulings, Take(drawing).Count);
    }
}
