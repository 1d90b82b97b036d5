using System.Buffers.Text;
using System.IO.Compression;

namespace Ingest.Io.Pdf;

/// <summary>An object found in the bytes of a PDF, without its directory.</summary>
/// <param name="Start">Where its number stands.</param>
/// <param name="Body">Behind <c>obj</c>.</param>
/// <param name="End">Behind <c>endobj</c>.</param>
internal readonly record struct PdfObject(int Number, int Generation, int Start, int Body, int End);

/// <summary>Looks for objects in the bytes of a damaged PDF and reads the little that a repair must know of them.</summary>
internal static class PdfObjects
{
    private const int HighestNumber = 8_388_607;

    // Only objects that are there to their end: half a stream could hold half a number.
    /// <exception cref="LimitException">There are too many.</exception>
    public static List<PdfObject> Scan(ReadOnlySpan<byte> bytes, DocumentMeter meter)
    {
        var found = new List<PdfObject>();
        var words = new Words();
        for (var at = 0; at < bytes.Length;)
        {
            meter.Check();
            meter.CountObjects(found.Count);
            var word = bytes[at..].IndexOf(" obj"u8);
            if (word < 0)
            {
                break;
            }

            word += at;
            at = word + 4;
            if (!TryReadHeader(bytes, word, out var number, out var generation, out var start))
            {
                continue;
            }

            var end = words.EndOf(bytes, at);
            if (end >= 0)
            {
                found.Add(new PdfObject(number, generation, start, at, end));
                at = end;
            }
        }

        return found;
    }

    // Backwards from " obj": the generation, white space, the number.
    private static bool TryReadHeader(ReadOnlySpan<byte> bytes, int word, out int number, out int generation, out int start)
    {
        (number, start) = (0, 0);
        var from = word;
        while (from > 0 && char.IsAsciiDigit((char)bytes[from - 1]))
        {
            from--;
        }

        if (!Utf8Parser.TryParse(bytes[from..word], out generation, out _))
        {
            return false;
        }

        var to = from;
        while (to > 0 && bytes[to - 1] is (byte)' ' or (byte)'\t')
        {
            to--;
        }

        start = to;
        while (start > 0 && char.IsAsciiDigit((char)bytes[start - 1]))
        {
            start--;
        }

        return to < from && start < to && Utf8Parser.TryParse(bytes[start..to], out number, out _) && number is > 0 and <= HighestNumber;
    }

    /// <summary>Where the next of each word stands. To look again from each object that begins would take minutes in a file made for it.</summary>
    private ref struct Words
    {
        private int _object = -1;
        private int _stream = -1;
        private int _streamEnd = -1;

        public Words()
        {
        }

        public int EndOf(ReadOnlySpan<byte> bytes, int from)
        {
            var end = Next(ref _object, bytes, "endobj"u8, from);

            // "endobj" may occur inside the bytes of a stream.
            if (Next(ref _stream, bytes, "stream"u8, from) < end && Next(ref _streamEnd, bytes, "endstream"u8, from) is var close && close > end)
            {
                end = close < bytes.Length ? Next(ref _object, bytes, "endobj"u8, close) : bytes.Length;
            }

            return end < bytes.Length ? end + 6 : -1;
        }

        private static int Next(ref int known, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word, int from)
        {
            if (known < from)
            {
                var next = bytes[from..].IndexOf(word);
                known = next < 0 ? bytes.Length : from + next;
            }

            return known;
        }
    }

    public static byte[] HeadOf(ReadOnlySpan<byte> bytes, PdfObject o)
    {
        var body = bytes[o.Body..o.End];
        var stream = body.IndexOf("stream"u8);
        return (stream >= 0 ? body[..stream] : body).ToArray();
    }

    /// <exception cref="LimitException">It is too long.</exception>
    public static byte[]? Inflate(ReadOnlySpan<byte> body, DocumentMeter meter)
    {
        var stream = body.IndexOf("stream"u8);
        var end = body.LastIndexOf("endstream"u8);
        if (stream < 0 || end < stream || body[..stream].IndexOf("/FlateDecode"u8) < 0 || body[..stream].IndexOf("/DecodeParms"u8) >= 0)
        {
            return null;
        }

        var start = stream + 6;
        start += body[start..].StartsWith("\r\n"u8) ? 2 : 1;
        try
        {
            using var packed = new ZLibStream(new MemoryStream(body[start..end].ToArray()), CompressionMode.Decompress);
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = packed.Read(buffer)) > 0 && content.Length <= meter.StreamBytes;)
            {
                content.Write(buffer, 0, read);
            }

            meter.CountStream(content.Length);
            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public static bool HasType(ReadOnlySpan<byte> body, ReadOnlySpan<byte> type)
    {
        for (var at = body.IndexOf("/Type"u8); at >= 0;)
        {
            var rest = body[(at + 5)..].TrimStart(" \r\n\t"u8);
            if (rest.Length > type.Length && rest[0] == '/' && rest[1..].StartsWith(type)
                && (rest.Length == type.Length + 1 || !char.IsAsciiLetterOrDigit((char)rest[type.Length + 1])))
            {
                return true;
            }

            var next = body[(at + 5)..].IndexOf("/Type"u8);
            at = next < 0 ? -1 : at + 5 + next;
        }

        return false;
    }

    public static int? ReadInt(ReadOnlySpan<byte> body, ReadOnlySpan<byte> key)
    {
        for (var at = body.IndexOf(key); at >= 0;)
        {
            var rest = body[(at + key.Length)..];
            var trimmed = rest.TrimStart(" \r\n\t"u8);
            if (Utf8Parser.TryParse(trimmed, out int value, out _))
            {
                return value;
            }

            var next = rest.IndexOf(key);
            at = next < 0 ? -1 : at + key.Length + next;
        }

        return null;
    }
}
