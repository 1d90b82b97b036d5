using System.Buffers.Binary;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// PdfPig's filters with what they lack: none gives out more than the limits allow, the checksums of compressed streams are
/// compared (PdfPig skips them, so that a byte changed on a disk or a line could turn a digit into another one and nobody
/// would know), and what would take PdfPig itself apart is taken out of what they give. One per document.
/// </summary>
/// <param name="report">Called for each stream that is not what its producer compressed.</param>
internal sealed class StreamFilters(DocumentMeter meter, Action report) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> _metered = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Metered(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Metered(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Metered(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Metered(IReadOnlyList<IFilter> filters)
    {
        if (filters.Count == 0)
        {
            return filters;
        }

        var metered = new IFilter[filters.Count];
        for (var i = 0; i < metered.Length; i++)
        {
            if (!_metered.TryGetValue(filters[i], out var own))
            {
                _metered.Add(filters[i], own = filters[i] is FlateFilter ? new MeteredFlate(filters[i], meter, report) : new MeteredFilter(filters[i], meter));
            }

            metered[i] = own;
        }

        return metered;
    }

    private sealed class MeteredFilter(IFilter inner, DocumentMeter meter) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            meter.Check();
            switch (inner)
            {
                case RunLengthFilter:
                    meter.CountStream(DecodedLength.OfRuns(input.Span));
                    break;
                case LzwFilter:
                    meter.CountStream(DecodedLength.OfLzw(input.Span, meter.StreamBytes));
                    break;
                case CcittFaxDecodeFilter:
                    // Only pictures are packed so, and those are not looked at.
                    throw new NotSupportedException("a fax image stands where text should");
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            meter.CountStream(output.Length);
            DefusedPdf.Defuse(output.Span, streamDictionary);
            return output;
        }
    }

    private sealed class MeteredFlate(IFilter inner, DocumentMeter meter, Action report) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            meter.Check();
            var output = Inflate(input, streamDictionary, filterProvider, filterIndex);
            meter.CountStream(output.Length);
            DefusedPdf.Defuse(output.Span, streamDictionary);
            return output;
        }

        private Memory<byte> Inflate(Memory<byte> input, DictionaryToken dictionary, IFilterProvider filters, int index)
        {
            var hasPredictor = dictionary.ContainsKey(NameToken.DecodeParms) || dictionary.ContainsKey(NameToken.Dp);
            if (!hasPredictor && ZLibText.TryInflate(input, meter.StreamBytes, out var content) is var ending and not ZLibEnding.Damaged)
            {
                meter.CountStream(ending == ZLibEnding.TooLong ? long.MaxValue : 0);
                return content;
            }

            // Damaged streams are PdfPig's: it saves what can be saved. A predictor needs its rows. Neither may grow without bounds.
            if (input.Length > meter.StreamBytes / ZLibText.MaximalRatio)
            {
                meter.CountStream(ZLibText.CountInflated(input, meter.StreamBytes));
            }

            var output = inner.Decode(input, dictionary, filters, index);
            if (!ZLibText.EndsWithChecksumOf(input.Span, output.Span) && !ZLibText.IsWhole(input))
            {
                report();
            }

            return output;
        }
    }
}

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

    private const int ChecksumBytes = 4;

    // Line ends and a few stray bytes may follow before "endstream".
    private const int StrayBytes = 4;

    private const int Block = 1 << 16;

    /// <summary>Inflates with a decoder that compares the checksum itself.</summary>
    /// <param name="content">Only where the ending is whole.</param>
    public static ZLibEnding TryInflate(Memory<byte> packed, long most, out Memory<byte> content)
    {
        content = default;
        var buffer = new byte[(int)Math.Clamp(4L * packed.Length, 256, most + 1)];
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
                    Array.Resize(ref buffer, (int)Math.Min(2L * length, most + 1));
                }
            }
        }
        catch (InvalidDataException)
        {
            return ZLibEnding.Damaged;
        }

        content = buffer.AsMemory(0, length);

        // A stream that ends before its checksum is told by nobody else.
        return EndsWithChecksumOf(packed.Span, content.Span) ? ZLibEnding.Whole : ZLibEnding.Damaged;
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
    public static bool EndsWithChecksumOf(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> content)
    {
        var expected = Adler32(content);
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
    public static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint Modulus = 65521;
        const int Block = 5552;
        uint low = 1, high = 0;
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
