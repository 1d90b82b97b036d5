namespace Ingest.Io.Pictures;

/// <summary>What the samples of a picture mean.</summary>
/// <param name="Bits">Of a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="Components">Samples of a pixel: 1 grey or a number of the palette, 3 light, 4 inks.</param>
/// <param name="Inverted">0 means most, not least.</param>
/// <param name="Palette">Red, green and blue of each colour; empty where samples are no numbers of colours.</param>
internal sealed record PictureColours(int Bits, int Components, bool Inverted, byte[] Palette);

/// <summary>Samples as PDF packs them: the highest bits first, each row from a new byte (ISO 32000-1, 8.9.5.2).</summary>
internal sealed class PictureSamples
{
    private readonly int _width, _height;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly PictureColours _colours;
    private readonly int _rowBytes;

    /// <exception cref="InvalidDataException">Rows are missing, or samples have a width that PDF does not know.</exception>
    public PictureSamples(int width, int height, ReadOnlyMemory<byte> data, PictureColours colours)
    {
        (_width, _height, _data, _colours) = (width, height, data, colours);
        _rowBytes = (int)(((long)width * colours.Components * colours.Bits + 7) / 8);
        if (colours.Bits is not (1 or 2 or 4 or 8 or 16) || colours.Components is not (1 or 3 or 4) || (long)_rowBytes * height > data.Length)
        {
            throw new InvalidDataException("a picture lacks some of its samples");
        }
    }

    public bool IsGrey => _colours.Components == 1 && _colours.Palette.Length == 0;

    /// <summary>A byte of grey for each pixel, or three of colour.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[_width * _height * (IsGrey ? 1 : 3)];
        var at = 0;
        for (var y = 0; y < _height; y++)
        {
            var row = _data.Span.Slice(y * _rowBytes, _rowBytes);
            for (var x = 0; x < _width; x++)
            {
                if (IsGrey)
                {
                    bytes[at++] = Level(row, x);
                }
                else if (_colours.Components == 1)
                {
                    var colour = Math.Min(Sample(row, x), _colours.Palette.Length / 3 - 1) * 3;
                    bytes[at++] = _colours.Palette[colour];
                    bytes[at++] = _colours.Palette[colour + 1];
                    bytes[at++] = _colours.Palette[colour + 2];
                }
                else
                {
                    var black = _colours.Components == 4 ? Level(row, 4 * x + 3) : 0;
                    for (var c = 0; c < 3; c++)
                    {
                        var level = Level(row, _colours.Components * x + c);
                        bytes[at++] = (byte)(_colours.Components == 4 ? (255 - level) * (255 - black) / 255 : level);
                    }
                }
            }
        }

        return bytes;
    }

    private byte Level(ReadOnlySpan<byte> row, int index)
    {
        var level = _colours.Bits == 16 ? row[2 * index] : Sample(row, index) * 255 / ((1 << _colours.Bits) - 1);
        return (byte)(_colours.Inverted ? 255 - level : level);
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (_colours.Bits >= 8)
        {
            return row[index * _colours.Bits / 8];
        }

        var bit = index * _colours.Bits;
        return (row[bit / 8] >> (8 - _colours.Bits - bit % 8)) & ((1 << _colours.Bits) - 1);
    }
}
