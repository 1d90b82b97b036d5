namespace Ingest.Ocr.Pixels;

/// <summary>The grey of what a page is printed on, place by place: paper, or the ground of a shaded cell.</summary>
internal sealed class Ground
{
    /// <summary>In pixels: the side of a place, and how many of its pixels tell. Of these this share is darker, type among them.</summary>
    private const int Side = 16, Fewest = 64;

    private const double Darker = 0.6;

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

    public byte At(int x, int y) => _greys[y / Side * _columns + x / Side];
}
