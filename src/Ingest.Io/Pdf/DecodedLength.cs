namespace Ingest.Io.Pdf;

/// <summary>How many bytes a packed stream would unpack to, told without unpacking it: PdfPig's filters know no limit.</summary>
internal static class DecodedLength
{
    private const int RunEnd = 128;
    private const int LongestRun = 257;

    private const int LzwClear = 256;
    private const int LzwEnd = 257;
    private const int LzwCodes = 4096;

    /// <summary>ISO 32000-1, 7.4.5.</summary>
    public static long OfRuns(ReadOnlySpan<byte> packed)
    {
        long length = 0;
        for (var at = 0; at < packed.Length && packed[at] != RunEnd;)
        {
            var isRun = packed[at] > RunEnd;
            length += isRun ? LongestRun - packed[at] : packed[at] + 1;
            at += isRun ? 2 : packed[at] + 2;
        }

        return length;
    }

    /// <summary>ISO 32000-1, 7.4.4: codes of 9 to 12 bits; only the lengths of the texts that they stand for are kept.</summary>
    /// <param name="most">Where to stop counting.</param>
    public static long OfLzw(ReadOnlySpan<byte> packed, long most)
    {
        var lengths = new int[LzwCodes];
        Array.Fill(lengths, 1, 0, LzwClear);
        int next = LzwEnd + 1, width = 9, bits = 0, held = 0, last = 0;
        long length = 0;
        foreach (var b in packed)
        {
            held = ((held << 8) | b) & 0xFFFFF;
            bits += 8;
            if (bits < width)
            {
                continue;
            }

            bits -= width;
            var code = (held >> bits) & ((1 << width) - 1);
            if (code == LzwEnd || length > most)
            {
                break;
            }

            if (code == LzwClear)
            {
                (next, width, last) = (LzwEnd + 1, 9, 0);
                continue;
            }

            // A code that is not known yet is the last text and its own first letter.
            var text = code < next ? lengths[code] : last + 1;
            length += text;
            if (last > 0 && next < LzwCodes)
            {
                lengths[next++] = last + 1;
            }

            last = text;
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
        }

        return length;
    }
}
