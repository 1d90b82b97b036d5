using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

/// <summary>Stamps in grey, lighter than the type of the page.</summary>
public class PaleStampTests
{
    private const byte Type = 20, Stamp = 130;
    private static readonly PixelBox Box = new(100, 100, 200, 200);

    /// <summary>Type above, a frame of a stamp below.</summary>
    private static Drawing Page(byte stamp = Stamp) =>
        new Drawing(300, 300).Fill(20, 20, 30, 10, Type).Fill(100, 100, 100, 3, stamp).Fill(100, 197, 100, 3, stamp).Fill(100, 100, 3, 100, stamp).Fill(197, 100, 3, 100, stamp);

    private static (Raster Picture, Raster? Aside) Cleared(Drawing drawing)
    {
        var picture = Raster.Of(drawing.Picture.Width, drawing.Picture.Height, [.. drawing.Picture.Pixels]);
        Raster? aside = null;
        PaleStamps.SetAside(picture, [Box], drawing.Ink, ref aside);
        return (picture, aside);
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(109, false)]
    public void A_stamp_lighter_than_type_is_set_aside_and_that_is_told(byte stamp, bool isPale)
    {
        var (picture, aside) = Cleared(Page(stamp));

        Assert.Equal(isPale ? 255 : stamp, picture[150, 101]);
        Assert.Equal(isPale ? 0 : null, aside?[150, 101]);
        Assert.Equal((Type, (byte?)255), (picture[30, 25], aside?[30, 25] ?? 255));
    }

    [Theory]
    [InlineData(104, 104)]
    [InlineData(105, 255)]
    public void What_is_darker_than_a_stamp_is_type_below(byte grey, int left) => Assert.Equal(left, Cleared(Page().Fill(150, 101, 1, 1, grey)).Picture[150, 101]);

    [Fact]
    public void The_pale_edge_of_type_stays()
    {
        var picture = Cleared(Page().Fill(140, 140, 10, 4, Type).Fill(140, 144, 10, 2, 160)).Picture;

        Assert.Equal((Type, 160, 255), (picture[145, 143], picture[145, 144], picture[145, 145]));
    }

    [Theory]
    [InlineData(85, true)]
    [InlineData(86, false)]
    public void Where_most_of_the_ink_is_type_nothing_tells_the_grey_of_a_stamp(int wide, bool isPale)
    {
        // the frame has 1,164 pixels, three times as many are the most; hardly two strokes of type are alike
        var drawing = Page();
        for (var i = 0; i < 41; i++)
        {
            drawing.Fill(108, 106 + 2 * i, wide, 1, (byte)(7 * i % 92));
        }

        Assert.Equal(isPale, Cleared(drawing).Aside is not null);
    }

    [Fact]
    public void In_a_shaded_cell_its_ground_is_left()
    {
        var drawing = new Drawing(300, 300).Fill(90, 90, 120, 120, 225).Fill(20, 20, 30, 10, Type).Fill(100, 100, 100, 3, Stamp).Fill(100, 100, 3, 100, Stamp);

        Assert.Equal(225, Cleared(drawing).Picture[150, 101]);
    }

    [Fact]
    public void Figures_below_are_read_and_not_believed()
    {
        var drawing = new Drawing(600, 600).Figure("1234567890", 40, 40, 2).Figure("1234567890", 40, 80, 2);
        for (var i = 0; i < 360; i++)
        {
            drawing.Fill(290 + (int)Math.Round(100 * Math.Cos(i * Math.PI / 180)), 290 + (int)Math.Round(100 * Math.Sin(i * Math.PI / 180)), 4, 4, Stamp);
        }

        drawing.Figure("1234", 360, 283, 2).Figure("123", 230, 330, 2).Figure("5678", 300, 470, 2);

        Assert.Equal([(42, false), (42, false), (232, true), (300, false), (362, true)], LaidPage.Of(drawing.Picture, null, 2).Pieces.Select(p => (p.Box.Left, p.IsBesideFaint)).OrderBy(p => p.Left).ToArray());
    }
}
