using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

/// <summary>Stamps and watermarks in colour over black type.</summary>
public class OverprintTests
{
    private const int Width = 200, Height = 120;
    private static readonly (byte, byte, byte) Paper = (255, 255, 255), Black = (20, 20, 25), Blue = (150, 175, 235);

    private static byte[] Page(params (int Left, int Top, int Width, int Height, (byte R, byte G, byte B) Colour)[] fills)
    {
        var colours = new byte[3 * Width * Height];
        foreach (var (left, top, width, height, (r, g, b)) in fills.Prepend((0, 0, Width, Height, Paper)))
        {
            for (var y = top; y < top + height; y++)
            {
                for (var x = left; x < left + width; x++)
                {
                    (colours[3 * (y * Width + x)], colours[3 * (y * Width + x) + 1], colours[3 * (y * Width + x) + 2]) = (r, g, b);
                }
            }
        }

        return colours;
    }

    private static int At(byte[] colours, int x, int y, double scale = 2) => Overprint.Grey(colours, Width, Height, scale).Grey[y * Width + x];

    /// <summary>A sign of large type: strokes of 6 pixels up and down like stairs, no run of them long.</summary>
    private static (int, int, int, int, (byte, byte, byte))[] Slanted((byte, byte, byte) colour, int steps) =>
        [.. Enumerable.Range(0, steps).Select(i => (40 + i * 4, 20 + i * 4, 8, 8, colour))];

    [Theory]
    [InlineData(11, 255)]
    [InlineData(9, 174)]
    public void Coloured_type_too_large_for_words_is_no_ink(int steps, int grey)
    {
        // 22 pt are 44 pixels
        Assert.Equal(grey, At(Page(Slanted(Blue, steps)), 44, 24));
    }

    [Fact]
    public void Black_type_below_it_stays() => Assert.InRange(At(Page([.. Slanted(Blue, 16), (60, 20, 4, 60, Black)]), 61, 44), 20, 25);

    [Theory]
    [InlineData(190, 255)]
    [InlineData(189, 169)]
    public void What_is_hardly_coloured_stays(byte blue, int grey) => Assert.Equal(grey, At(Page(Slanted((150, 175, blue), 16)), 44, 24));

    [Fact]
    public void The_pale_edge_of_it_goes_with_it()
    {
        (byte, byte, byte) pale = (215, 222, 240);
        Assert.Equal(255, At(Page([.. Slanted(pale, 17), .. Slanted(Blue, 16)]), 40 + 16 * 4 + 5, 20 + 16 * 4 + 4 + 1));
        Assert.InRange(At(Page(Slanted(pale, 17)), 44, 24), 215, 225);
    }

    /// <summary>What stands below a sign of a colour, where a pixel of another colour is.</summary>
    private static int Below((byte, byte, byte) sign, (byte, byte, byte) pixel) => At(Page([.. Slanted(sign, 16), (61, 44, 1, 1, pixel)]), 61, 44);

    [Theory]
    [InlineData(110, 120, 202, 182)]
    [InlineData(109, 120, 199, 255)]
    [InlineData(135, 140, 235, 154)]
    [InlineData(134, 140, 235, 255)]
    public void Below_a_pale_colour_the_edge_of_type_is_as_dark_as_it_makes_that(byte red, byte green, byte blue, int grey) =>
        Assert.InRange(Below((red, green, blue), (80, 88, 130)), grey - 3, grey + 3);

    [Theory]
    [InlineData(184, 255)]
    [InlineData(185, 190)]
    public void What_has_hardly_any_tint_stays_below_a_stamp(byte red, int grey) => Assert.Equal(grey, Below((40, 60, 170), (red, 191, 200)));

    [Theory]
    [InlineData(80, 255)]
    [InlineData(60, 39)]
    public void What_is_black_stays_below_a_stamp(byte blue, int grey) => Assert.Equal(grey, Below((40, 60, 170), (30, 40, blue)));

    [Fact]
    public void Below_a_stamp_in_a_shaded_cell_is_the_ground_of_the_cell() =>
        Assert.Equal(225, At(Page([(0, 0, 160, 120, (225, 225, 225)), .. Slanted((215, 40, 40), 16)]), 62, 46));

    [Fact]
    public void A_dark_stamp_in_colour_is_no_ink() => Assert.Equal(255, At(Page(Slanted((40, 60, 170), 16)), 44, 24));

    [Theory]
    [InlineData(3, 255)]
    [InlineData(5, 174)]
    public void Parts_of_a_sign_that_type_cuts_are_one(int cut, int grey)
    {
        // nine parts, none of them large
        var sign = Enumerable.Range(0, 9).Select(i => (40 + i % 3 * (14 + cut), 20 + i / 3 * (14 + cut), 14, 14, Blue)).ToArray();

        Assert.Equal(grey, At(Page(sign), 44, 24));
    }

    [Theory]
    [InlineData(10, 255)]
    [InlineData(14, 174)]
    public void Small_parts_belong_to_a_stamp_that_is_near(int away, int grey) =>
        Assert.Equal(grey, At(Page([.. Slanted(Blue, 16), (30, 96 + away, 6, 6, Blue), (40, 20, 4, 76, Blue)]), 32, 98 + away));

    [Fact]
    public void Rulings_and_grounds_in_colour_stay()
    {
        Assert.Equal(174, At(Page((20, 20, 160, 2, Blue), (20, 20, 2, 90, Blue), (20, 108, 160, 2, Blue)), 60, 20));
        Assert.Equal(174, At(Page((20, 20, 160, 30, Blue)), 60, 30));
    }

    [Theory]
    [InlineData(60, 255)]
    [InlineData(59, 160)]
    public void A_red_stamp_is_no_ink_however_small(int redder, int grey) =>
        Assert.Equal(grey, At(Page((40, 40, 4, 4, (160, (byte)(160 - redder), (byte)(160 - redder)))), 41, 41));

    [Fact]
    public void Where_colour_was_set_aside_is_told()
    {
        var aside = Overprint.Grey(Page(Slanted(Blue, 16)), Width, Height, 2).Aside!;

        Assert.Equal((0, 255), (aside[24 * Width + 44], aside[100 * Width + 20]));
        Assert.Null(Overprint.Grey(Page((40, 40, 20, 20, Black)), Width, Height, 2).Aside);
    }

    [Theory]
    [InlineData(16, 128, 128)]
    [InlineData(16, 127, 225)]
    [InlineData(48, 127, 255)]
    public void A_place_that_is_mostly_ink_has_the_ground_of_those_beside_it(int ink, byte grey, int ground)
    {
        var page = Enumerable.Range(0, 80 * 80).Select(i => Math.Abs(i % 80 - 39.5) < ink / 2 ? grey : (byte)225).ToArray();

        Assert.Equal(ground, new Ground(page, 80, 80, new bool[80 * 80]).At(40, 40));
    }
}
