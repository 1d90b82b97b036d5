using Ingest.Ocr.Pixels;

namespace Ingest.Tests.Ocr;

/// <summary>A picture drawn in a test: rectangles, rulings, and figures in a type of rectangles.</summary>
internal sealed class Drawing(int width, int height)
{
    // five columns, seven rows, the highest bit at the left
    private static readonly Dictionary<char, int[]> Type = new()
    {
        ['0'] = [14, 17, 17, 17, 17, 17, 14], ['1'] = [4, 12, 4, 4, 4, 4, 14], ['2'] = [14, 17, 1, 2, 4, 8, 31], ['3'] = [14, 17, 1, 6, 1, 17, 14],
        ['4'] = [2, 6, 10, 18, 31, 2, 2], ['5'] = [31, 16, 30, 1, 1, 17, 14], ['6'] = [14, 16, 16, 30, 17, 17, 14], ['7'] = [31, 1, 2, 4, 4, 8, 8],
        ['8'] = [14, 17, 17, 14, 17, 17, 14], ['9'] = [14, 17, 17, 15, 1, 1, 14], ['.'] = [0, 0, 0, 0, 0, 0, 4],
    };

    public Raster Picture { get; } = Raster.Blank(width, height);

    public Ink Ink => Ink.Of(Picture, 25);

    public Drawing Fill(int left, int top, int fillWidth, int fillHeight, byte grey = 0)
    {
        for (var y = top; y < top + fillHeight; y++)
        {
            for (var x = left; x < left + fillWidth; x++)
            {
                Picture[x, y] = grey;
            }
        }

        return this;
    }

    /// <summary>A line that falls by <paramref name="slope"/> for each pixel.</summary>
    public Drawing Slanted(int left, int top, int length, double slope)
    {
        for (var x = left; x < left + length; x++)
        {
            Fill(x, (int)Math.Round(top + (x - left) * slope), 1, 2);
        }

        return this;
    }

    /// <summary>A grid of cells with rulings 2 pixels thick.</summary>
    public Drawing Grid(int left, int top, int columns, int rows, int cellWidth, int cellHeight)
    {
        for (var r = 0; r <= rows; r++)
        {
            Fill(left, top + r * cellHeight, columns * cellWidth + 2, 2);
        }

        for (var c = 0; c <= columns; c++)
        {
            Fill(left + c * cellWidth, top, 2, rows * cellHeight + 2);
        }

        return this;
    }

    /// <param name="dot">Pixels of a dot of the type: digits are 7 dots high.</param>
    public Drawing Figure(string text, int left, int top, int dot)
    {
        foreach (var sign in text)
        {
            for (var row = 0; row < 7; row++)
            {
                for (var column = 0; column < 5; column++)
                {
                    if ((Type[sign][row] & (16 >> column)) != 0)
                    {
                        Fill(left + column * dot, top + row * dot, dot, dot);
                    }
                }
            }

            left += 6 * dot;
        }

        return this;
    }
}
