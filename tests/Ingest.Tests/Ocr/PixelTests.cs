using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

public class PixelTests
{
    [Theory]
    [InlineData(200, true)]
    [InlineData(212, false)]
    public void Ink_is_darker_than_what_lies_around(byte grey, bool dark)
    {
        // a stroke of four pixels in a reach of 51 hardly changes the mean of 255
        var ink = new Drawing(120, 120).Fill(50, 30, 4, 40, grey).Ink;

        Assert.Equal(dark, ink[51, 50]);
        Assert.False(ink[20, 20]);
    }

    [Fact]
    public void Text_in_a_shaded_cell_is_ink_and_its_shade_is_none()
    {
        var ink = new Drawing(200, 120).Fill(0, 0, 200, 120, 215).Fill(90, 40, 3, 30, 40).Ink;

        Assert.True(ink[91, 50]);
        Assert.False(ink[150, 50]);
    }

    [Theory]
    [InlineData(0.0175)]
    [InlineData(-0.0063)]
    [InlineData(0.05)]
    public void A_page_laid_askew_is_laid_level(double slope)
    {
        var drawing = new Drawing(700, 500);
        for (var y = 60; y < 420; y += 40)
        {
            drawing.Slanted(40, y, 600, slope);
        }

        var found = Skew.Of(drawing.Ink);
        Assert.InRange(found, slope - 0.0012, slope + 0.0012);
        Assert.InRange(Skew.Of(Ink.Of(Skew.Level(drawing.Picture, found), 25)), -0.0012, 0.0012);
    }

    [Fact]
    public void A_level_page_and_an_empty_one_stay_as_they_are()
    {
        var level = new Drawing(700, 300).Grid(40, 40, 3, 5, 200, 40);

        Assert.Equal(0, Skew.Of(level.Ink));
        Assert.Equal(0, Skew.Of(new Drawing(100, 100).Ink));
        Assert.Same(level.Picture, Skew.Level(level.Picture, 0));
    }

    [Fact]
    public void Ink_that_touches_by_its_corners_hangs_together()
    {
        var found = Components.Of(new Drawing(60, 60).Fill(10, 10, 4, 4).Fill(14, 14, 4, 4).Fill(30, 10, 3, 5).Ink);

        Assert.Equal(2, found.Count);
        Assert.Contains(new Component(new PixelBox(10, 10, 18, 18), 32), found);
        Assert.Contains(new Component(new PixelBox(30, 10, 33, 15), 15), found);
    }

    [Fact]
    public void A_mean_over_many_pixels_is_that_of_all_of_them()
    {
        var picture = new Drawing(12, 12).Fill(0, 0, 6, 12).Picture;

        Assert.Equal(127.5, picture.Mean(6, 6, 4), 1.0);
        Assert.Equal(0, picture.Mean(2.5, 6.5, 1), 0.001);
        Assert.Equal(255, picture.Mean(-3, 6, 1), 0.001);
    }
}
