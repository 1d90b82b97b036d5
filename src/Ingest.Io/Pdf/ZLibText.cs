using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Ingest.Io.Pdf;

/// <summary>How the inflating of a stream came to its end.</summary>
internal enum ZLibEnding : byte
{
    /// <summary>Its checksum is right.</summary>
    Whole,

    /// <summary>It is not what its producer compressed.</summary>
    Damaged,

    TooLong,
}

/// <summary>Compressed bytes as RFC 1950 has them: two bytes of header, the data, and the Adler-32 of what was compressed.</summary>
internal static class ZLibText
{
    /// <summary>Deflate cannot pack tighter than this: 258 bytes in two bits (RFC 1951).</summary>
    public const int MaximalRatio = 1032;

    private const uint AdlerStart = 1;

    private const int ChecksumBytes = 4;

    // Line ends and a few stray bytes may follow before "endstream".
    private const int StrayBytes = 4;

    private const int Block = 1 << 16;

    // What the pool keeps, it keeps for long. A power of two, as the pool has them.
    private const int MostPooled = 1 << 22;

    public delegate void Part(long start, ReadOnlySpan<byte> bytes);

    /// <summary>Inflates with a decoder that compares the checksum itself.</summary>
    /// <param name="content">Only where the ending is whole.</param>
    public static ZLibEnding TryInflate(Memory<byte> packed, long most, out Memory<byte> content)
    {
        content = default;
        var buffer = Rent(Math.Clamp(4L * packed.Length, 256, most + 1));
        var length = 0;
        try
        {
            using var stream = Open(packed);
            for (int read; (read = stream.Read(buffer.AsSpan(length))) > 0;)
            {
                length += read;
                if (length > most)
                {
                    return ZLibEnding.TooLong;
                }

                if (length == buffer.Length)
                {
                    var longer = Rent(Math.Min(2L * length, most + 1));
                    buffer.CopyTo(longer, 0);
                    Return(buffer);
                    buffer = longer;
                }
            }

            // An array of its own length is seldom a large one, and large ones cost full collections.
            content = buffer.Length <= MostPooled ? buffer.AsSpan(0, length).ToArray() : buffer.AsMemory(0, length);
        }
        catch (InvalidDataException)
        {
            return ZLibEnding.Damaged;
        }
        finally
        {
            Return(buffer);
        }

        // A stream that ends before its checksum is told by nobody else.
        return EndsWithChecksumOf(packed.Span, content.Span) ? ZLibEnding.Whole : ZLibEnding.Damaged;
    }

    private static byte[] Rent(long bytes) => bytes <= MostPooled ? ArrayPool<byte>.Shared.Rent((int)bytes) : new byte[bytes];

    private static void Return(byte[] buffer)
    {
        if (buffer.Length <= MostPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Inflates without keeping the content.</summary>
    /// <param name="each">Told every part with the place where it begins.</param>
    public static ZLibEnding Scan(ReadOnlyMemory<byte> packed, long most, Part each)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        long length = 0;
        var sum = AdlerStart;
        try
        {
            using var stream = Open(packed);
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                each(length, buffer.AsSpan(0, read));
                sum = Adler32(buffer.AsSpan(0, read), sum);
                length += read;
                if (length > most)
                {
                    return ZLibEnding.TooLong;
                }
            }
        }
        catch (InvalidDataException)
        {
            return ZLibEnding.Damaged;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return EndsWith(packed.Span, sum) ? ZLibEnding.Whole : ZLibEnding.Damaged;
    }

    /// <summary>How long the content is, up to a little more than <paramref name="most"/>, however the stream ends.</summary>
    public static long CountInflated(ReadOnlyMemory<byte> packed, long most)
    {
        var buffer = new byte[Block];
        long length = 0;
        try
        {
            // Without its header and checksum, as PdfPig inflates it.
            using var stream = new DeflateStream(AsStream(packed[Math.Min(2, packed.Length)..]), CompressionMode.Decompress);
            for (int read; length <= most && (read = stream.Read(buffer)) > 0;)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // What came before counts.
        }

        return length;
    }

    /// <summary>The usual case, told without inflating again. Rows that a predictor has changed do not match.</summary>
    public static bool EndsWithChecksumOf(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> content) => EndsWith(packed, Adler32(content));

    private static bool EndsWith(ReadOnlySpan<byte> packed, uint expected)
    {
        for (var at = packed.Length - ChecksumBytes; at >= Math.Max(2, packed.Length - ChecksumBytes - StrayBytes); at--)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(packed[at..]) == expected)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Inflates once more with a decoder that compares the checksum itself.</summary>
    public static bool IsWhole(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using var content = Open(packed);
            content.CopyTo(Stream.Null);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static ZLibStream Open(ReadOnlyMemory<byte> packed) => new(AsStream(packed), CompressionMode.Decompress);

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>RFC 1950 §8.2. The sums cannot overflow within a block of 5552 bytes.</summary>
    public static uint Adler32(ReadOnlySpan<byte> bytes, uint start = AdlerStart)
    {
        const uint Modulus = 65521;
        const int Block = 5552;
        uint low = start & 0xFFFF, high = start >> 16;
        unchecked
        {
            while (!bytes.IsEmpty)
            {
                var part = bytes[..Math.Min(Block, bytes.Length)];
                foreach (var b in part)
                {
                    low += b;
                    high += low;
                }

                low %= Modulus;
                high %= Modulus;
                bytes = bytes[part.Length..];
            }
        }

        return (high << 16) | low;
    }
}
