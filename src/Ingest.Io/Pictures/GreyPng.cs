using System.Buffers.Binary;
using System.IO.Compression;
using Ingest.Io.Archive;
using Ingest.Core.Model;

namespace Ingest.Io.Pictures;

/// <summary>
/// Cuts a part out of a page in grey as a PNG file of sixteen greys (ISO/IEC 15948): enough to compare figures by eye, and the
/// grain of a scan, which is most of its bytes, is gone.
/// </summary>
internal static class GreyPng
{
    private const int Bits = 4, White = 15;

    /// <summary>What is lighter is paper: its grain need not be kept.</summary>
    private const int Paper = 240;


    /// <param name="page">Of any size, as the page is drawn.</param>
    /// <param name="width">Of the page, in points.</param>
    /// <param name="height">Of the page, in points.</param>
    /// <param name="wanted">What to cut out, in points of the page.</param>
    /// <param name="hidden">What of it must not be shown: left white.</param>
    /// <returns>The file and what it shows, to whole pixels; null where that is nothing of the page.</returns>
    public static (Box Area, byte[] File)? Cut(GreyPage page, double width, double height, Box wanted, IReadOnlyCollection<Box> hidden)
    {
        double across = page.Width / width, down = page.Height / height;
        int left = Math.Max(0, (int)(wanted.Left * across)), right = Math.Min(page.Width, (int)Math.Ceiling(wanted.Right * across));
        int top = Math.Max(0, (int)(wanted.Top * down)), bottom = Math.Min(page.Height, (int)Math.Ceiling(wanted.Bottom * down));
        if (right <= left || bottom <= top)
        {
            return null;
        }

        // each row begins with its filter: none
        var row = 1 + (right - left + 1) / 2;
        var packed = new byte[row * (bottom - top)];
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var isHidden = hidden.Any(h => h.Contains((x + 0.5) / across, (y + 0.5) / down));
                var grey = isHidden ? White : Math.Min(White, (page.Pixels.Span[y * page.Width + x] * White + Paper / 2) / Paper);
                packed[(y - top) * row + 1 + (x - left) / 2] |= (byte)((x - left) % 2 == 0 ? grey << Bits : grey);
            }
        }

        return (new Box(left / across, top / down, right / across, bottom / down), File(right - left, bottom - top, packed));
    }

    private static byte[] File(int width, int height, byte[] packed)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = Bits;
        Chunk(file, "IHDR"u8, header);
        using var data = new MemoryStream();
        using (var pack = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            pack.Write(packed);
        }

        Chunk(file, "IDAT"u8, data.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Length, name, content, and the remainder of both by which readers tell damage.</summary>
    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of([.. name, .. content]));
        file.Write(number);
    }
}
