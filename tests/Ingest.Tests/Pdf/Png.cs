using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ingest.Tests.Pdf;

/// <summary>A PNG file of sixteen greys, read by the letter of the standard.</summary>
internal sealed record Png(int Width, int Height, byte[] Greys)
{
    public static Png Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(file[..8]));
        var chunks = new List<(string Name, byte[] Content)>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            chunks.Add((Encoding.ASCII.GetString(file.Slice(at + 4, 4)), file.Slice(at + 8, length).ToArray()));
            Assert.Equal(Remainder(file.Slice(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            at += length + 12;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(c => c.Name));
        var header = chunks[0].Content;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        // four bits, grey, the one packing and filter that there are, not interlaced
        Assert.Equal([4, 0, 0, 0, 0], header[8..]);
        using var unpacked = new MemoryStream();
        new ZLibStream(new MemoryStream(chunks[1].Content), CompressionMode.Decompress).CopyTo(unpacked);
        var (rows, row) = (unpacked.ToArray(), 1 + (width + 1) / 2);
        Assert.Equal(row * height, rows.Length);
        var greys = new byte[width * height];
        for (var i = 0; i < greys.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            Assert.Equal(0, rows[y * row]);
            var both = rows[y * row + 1 + x / 2];
            greys[i] = (byte)(x % 2 == 0 ? both >> 4 : both & 15);
        }

        return new Png(width, height, greys);
    }

    /// <summary>Bit by bit, as the standard writes the polynomial.</summary>
    private static uint Remainder(ReadOnlySpan<byte> bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var b in bytes)
        {
            remainder ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320;
            }
        }

        return ~remainder;
    }
}
