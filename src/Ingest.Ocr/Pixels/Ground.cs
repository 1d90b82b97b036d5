namespace Ingest.Ocr.Pixels;

/// <summary>The grey of what a page is printed on, place by place: paper, or the ground of a shaded cell.</summary>
internal sealed class Ground
{
    /// <summary>In pixels: the side of a place, and how many of its pixels tell. Of these this share is darker, type among them.</summary>
    private const int Side = 16, Fewest = 64;

    private const double Darker = 0.6;

    /// <summary>Darker grounds nobody prints on: most of such a place is ink.</summary>
    private const byte Darkest = 128;

    private readonly byte[] _greys;
    private readonly int _columns;

    /// <param name="covered">What says nothing of the ground.</param>
    public Ground(byte[] grey, int width, int height, bool[] covered)
    {
        _columns = (width + Side - 1) / Side;
        _greys = new byte[_columns * ((height + Side - 1) / Side)];
        var seen = new List<byte>(Side * Side);
        for (var place = 0; place < _greys.Length; place++)
        {
            seen.Clear();
            for (var y = place / _columns * Side; y < Math.Min(height, (place / _columns + 1) * Side); y++)
            {
                for (var x = place % _columns * Side; x < Math.Min(width, (place % _columns + 1) * Side); x++)
                {
                    if (!covered[y * width + x])
                    {
                        seen.Add(grey[y * width + x]);
                    }
                }
            }

            seen.Sort();
            _greys[place] = seen.Count < Fewest ? Raster.Paper : seen[(int)(Darker * (seen.Count - 1))];
        }
    }

    public byte At(int x, int y)
    {
        int row = y / Side, column = x / Side;
        var grey = _greys[row * _columns + column];
        return grey >= Darkest ? grey : Around(row, column);
    }

    /// <summary>The lightest of the places around; paper where all of them are ink.</summary>
    private byte Around(int row, int column)
    {
        var lightest = (byte)0;
        for (var r = Math.Max(0, row - 1); r <= Math.Min(_greys.Length / _columns - 1, row + 1); r++)
        {
            for (var c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column + 1); c++)
            {
                lightest = Math.Max(lightest, _greys[r * _columns + c]);
            }
        }

        return lightest >= Darkest ? lightest : Raster.Paper;
    }
}
