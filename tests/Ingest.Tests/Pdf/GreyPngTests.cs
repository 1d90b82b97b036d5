using Ingest.Core.Model;
using Ingest.Io.Pictures;

namespace Ingest.Tests.Pdf;

/// <summary>What is cut out of a page is a file that others can read, and shows the place that was asked for.</summary>
public class GreyPngTests
{
    /// <summary>A page of 4 by 3 pixels, two points each.</summary>
    private static readonly GreyPage Page = new(4, 3, new byte[] { 255, 255, 255, 255, 255, 0, 128, 255, 255, 255, 255, 17 });

    [Fact]
    public void A_cut_shows_whole_pixels_of_its_place_in_sixteen_greys()
    {
        var (area, file) = GreyPng.Cut(Page, 8, 6, new Box(2.5, 2, 5, 9), [])!.Value;
        var picture = Png.Read(file);

        Assert.Equal(new Box(2, 2, 6, 6), area);
        Assert.Equal((2, 2), (picture.Width, picture.Height));
        Assert.Equal([0, 8, 15, 15], picture.Greys);
    }

    [Fact]
    public void A_row_of_an_odd_number_of_pixels_keeps_its_last()
    {
        var picture = Png.Read(GreyPng.Cut(Page, 8, 6, new Box(2, 4, 8, 6), [])!.Value.File);

        Assert.Equal([15, 15, 1], picture.Greys);
    }

    [Fact]
    public void What_is_hidden_is_white()
    {
        var picture = Png.Read(GreyPng.Cut(Page, 8, 6, new Box(0, 0, 8, 6), [new Box(2, 2, 4, 4)])!.Value.File);

        Assert.Equal([15, 15, 8, 15], picture.Greys[4..8]);
    }

    [Theory]
    [InlineData(9, 0, 12, 6)]
    [InlineData(0, -5, 8, -1)]
    public void Of_what_lies_beside_the_page_nothing_is_cut(double left, double top, double right, double bottom) =>
        Assert.Null(GreyPng.Cut(Page, 8, 6, new Box(left, top, right, bottom), []));
}
