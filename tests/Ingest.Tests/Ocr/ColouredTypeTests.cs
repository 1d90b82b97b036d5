using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

/// <summary>Figures printed in red, and what is left of red stamps.</summary>
public class ColouredTypeTests
{
    private const int Width = 300, Height = 160;
    private static readonly (byte R, byte G, byte B) Red = (215, 40, 40), Black = (20, 20, 25);

    private sealed class Page
    {
        private readonly byte[] _colours = [.. Enumerable.Repeat((byte)255, 3 * Width * Height)];

        public Page Fill(int left, int top, int width, int height, (byte R, byte G, byte B) colour)
        {
            for (var y = top; y < top + height; y++)
            {
                for (var x = left; x < left + width; x++)
                {
                    (_colours[3 * (y * Width + x)], _colours[3 * (y * Width + x) + 1], _colours[3 * (y * Width + x) + 2]) = colour;
                }
            }

            return this;
        }

        /// <summary>Signs 8 pixels wide and so high, 12 apart, that stand on a line.</summary>
        public Page Signs(int count, int left, int foot, int height, (byte R, byte G, byte B) colour)
        {
            for (var i = 0; i < count; i++)
            {
                Fill(left + 12 * i, foot - height, 8, height, colour);
            }

            return this;
        }

        public (int Grey, bool Aside) At(int x, int y)
        {
            var (grey, aside) = Overprint.Grey(_colours, Width, Height, 2);
            return (grey[y * Width + x], aside?[y * Width + x] == 0);
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Red_signs_on_one_line_are_read_and_not_believed(int signs, bool isType)
    {
        Assert.Equal((isType ? 92 : 255, isType), new Page().Signs(signs, 40, 60, 14, Red).At(43, 50));
        Assert.Equal((isType ? 92 : 255, isType), new Page().Signs(1, 40, 60, 14, Red).Signs(signs - 1, 200, 60, 14, Black).At(43, 50));
    }

    [Theory]
    [InlineData(62, 14, true)]
    [InlineData(63, 14, false)]
    [InlineData(60, 16, true)]
    [InlineData(60, 17, false)]
    [InlineData(60, 11, false)]
    public void Signs_of_a_line_have_one_foot_and_one_height(int foot, int height, bool isType) =>
        Assert.Equal(isType, new Page().Signs(1, 40, 60, 14, Red).Signs(2, 200, foot, height, Black).At(43, 50).Aside);

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Signs_are_as_high_as_type(int height, bool isType) => Assert.Equal(isType, new Page().Signs(3, 40, 100, height, Red).At(43, 97).Aside);

    [Theory]
    [InlineData(14, 61, true)]
    [InlineData(15, 61, false)]
    [InlineData(4, 63, true)]
    [InlineData(4, 64, false)]
    public void Points_and_dashes_beside_red_signs_go_with_them(int apart, int foot, bool isType) =>
        Assert.Equal(isType, new Page().Signs(3, 40, 60, 14, Red).Fill(72 + apart, foot - 3, 3, 3, Red).At(73 + apart, foot - 2).Aside);

    [Theory]
    [InlineData(109, true)]
    [InlineData(110, false)]
    public void Type_beside_it_is_black(byte grey, bool isType) =>
        Assert.Equal(isType, new Page().Signs(1, 40, 60, 14, Red).Signs(2, 200, 60, 14, (grey, grey, grey)).At(43, 50).Aside);

    [Theory]
    [InlineData(163, true)]
    [InlineData(164, false)]
    public void Signs_are_darker_than_the_blur_of_colours(byte other, bool isType) =>
        Assert.Equal(isType, new Page().Signs(3, 40, 60, 14, (255, other, other)).At(43, 50).Aside);

    [Theory]
    [InlineData(49, true)]
    [InlineData(48, false)]
    public void What_touches_black_type_is_of_a_stamp_that_it_cuts(int left, bool isType) =>
        Assert.Equal(isType, new Page().Signs(1, 40, 60, 14, Red).Signs(3, left, 60, 14, Black).At(43, 50).Aside);

    [Fact]
    public void What_lies_in_a_stamp_goes_with_it()
    {
        var stamp = new Page().Fill(20, 20, 100, 3, Red).Fill(20, 20, 3, 14, Red).Fill(117, 20, 3, 100, Red);
        for (var i = 0; i < 24; i++)
        {
            stamp.Fill(20 + 4 * i, 20 + 4 * i, 5, 5, Red);
        }

        Assert.Equal(255, stamp.Signs(3, 60, 60, 14, Red).At(62, 50).Grey);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Signs_whose_colours_blur_into_each_other_are_no_stamp(int signs, bool isType)
    {
        // between them it is as red, and lighter
        var page = new Page().Fill(40, 52, 60, 2, (255, 190, 190)).Signs(signs, 44, 60, 14, Red).Signs(2, 200, 60, 14, Black);

        Assert.Equal(isType ? 92 : 255, page.At(47, 50).Grey);
    }

    [Fact]
    public void Type_of_another_colour_stays_and_is_believed() => Assert.Equal((66, false), new Page().Signs(3, 40, 60, 14, (40, 60, 170)).At(43, 50));
}
