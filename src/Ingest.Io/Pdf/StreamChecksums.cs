using System.Buffers.Binary;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// PdfPig's filters, with the checksums of compressed streams compared: PdfPig skips them, so that a byte changed on a disk
/// or a line could turn a digit into another one and nobody would know. One per document.
/// </summary>
/// <param name="report">Called for each stream that is not what its producer compressed.</param>
internal sealed class StreamChecksums(Action report) : IFilterProvider
{
    private readonly CheckedFlate _flate = new(report);

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Checked(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Checked(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Checked(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Checked(IReadOnlyList<IFilter> filters)
    {
        for (var i = 0; i < filters.Count; i++)
        {
            if (filters[i] is FlateFilter)
            {
                return [.. filters.Select(f => f is FlateFilter ? _flate : f)];
            }
        }

        return filters;
    }

    private sealed class CheckedFlate(Action report) : IFilter
    {
        private readonly FlateFilter _inner = new();

        public bool IsSupported => _inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var output = _inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (!ZLibText.EndsWithChecksumOf(input.Span, output.Span) && !ZLibText.IsWhole(input))
            {
                report();
            }

            return output;
        }
    }
}

/// <summary>Compressed bytes as RFC 1950 has them: two bytes of header, the data, and the Adler-32 of what was compressed.</summary>
internal static class ZLibText
{
    private const int ChecksumBytes = 4;

    // Line ends and a few stray bytes may follow before "endstream".
    private const int StrayBytes = 4;

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
            using var content = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            content.CopyTo(Stream.Null);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

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
