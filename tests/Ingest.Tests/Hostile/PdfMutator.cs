using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Tests.Hostile;

/// <summary>Damages PDFs where it hurts: bytes, objects, content streams, fonts, rulings. The same number gives the same damage.</summary>
internal sealed partial class PdfMutator
{
    private static readonly string[] Keys =
    [
        "/Length", "/Kids", "/Count", "/Type", "/Filter", "/Contents", "/Root", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Font", "/XObject",
        "/DescendantFonts", "/Encoding", "/ToUnicode", "/W", "/DW", "/FirstChar", "/Widths", "/First", "/N", "/Index", "/Size", "/Prev", "/DecodeParms", "/Matrix", "/BBox",
        "/Subtype", "/BaseFont", "/FontMatrix", "/UserUnit", "startxref", "endobj", "endstream", "stream", "obj", "trailer", "xref",
    ];

    private static readonly string[] Values =
    [
        "-1", "0", "1", "99999999999", "1e308", "0.000000000000000000000001", "null", "true", "[", "]", "<<", ">>", "(", ")", "<", "1 0 R", "3 0 R", "4 0 R", "99 0 R", "/X", "/Page",
        "[1 1 -5]", "[0 2000000000 500]", "[0 2000000000]", "[/FlateDecode /FlateDecode]", "/RunLengthDecode", "/LZWDecode", "%", "",
    ];

    private static readonly string[] Operators =
    [
        "q", "Q", "BT", "ET", "2147483648 0 0 2147483648 0 0 cm", "0 0 0 0 0 0 cm", "-1 0 0 1 600 0 cm", "0 1 -1 0 0 0 cm", "0 Tz", "-100 Tz", "3 Tr", "7 Tr", "1 g", "0 0 0 0 k",
        "0 0 600 800 re f", "1 1 1 rg 0 0 600 800 re f", "0 0 10 10 re W n", "/F1 0 Tf", "/F1 -9 Tf", "/F9 9 Tf", "/X Do", "BI /W 1 /H 1 ID x EI", "(", "<", "[", "1e99 w", "0 0 m 600 0 l S",
    ];

    private static readonly (string Name, Func<Random, byte[], byte[]?> Apply)[] Kinds =
    [
        ("byte", Bytes), ("bit in a stream", BitInStream), ("digit", Digit), ("chunk", Chunk), ("cut", Cut), ("key", Key), ("reference", Reference), ("object", Object),
        ("text digit", (r, b) => Content(r, b, TextDigit)), ("operator", (r, b) => Content(r, b, Operator)), ("operand", (r, b) => Content(r, b, Operand)),
        ("ruling", (r, b) => Content(r, b, Line)), ("character map", (r, b) => Content(r, b, MapDigit)), ("text digit, old checksum", (r, b) => Content(r, b, TextDigit, oldChecksum: true)),
    ];

    public static IEnumerable<string> Names => Kinds.Select(k => k.Name);

    /// <returns>The damage, and its name.</returns>
    public static (string Kind, byte[] Bytes) Mutate(byte[] pdf, int seed, int number)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var (name, apply) = Kinds[random.Next(Kinds.Length)];
        var mutant = apply(random, pdf) ?? Bytes(random, pdf);
        return (name, mutant);
    }

    private static byte[] Bytes(Random random, byte[] pdf)
    {
        var copy = pdf.ToArray();
        for (var i = 1 << random.Next(6); i > 0; i--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return copy;
    }

    private static byte[]? BitInStream(Random random, byte[] pdf)
    {
        var streams = Streams(pdf);
        if (streams.Count == 0)
        {
            return null;
        }

        var copy = pdf.ToArray();
        var (from, to) = streams[random.Next(streams.Count)];
        copy[random.Next(from, to)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[]? Digit(Random random, byte[] pdf)
    {
        var copy = pdf.ToArray();
        for (var tries = 0; tries < 1000; tries++)
        {
            var at = random.Next(copy.Length);
            if (char.IsAsciiDigit((char)copy[at]))
            {
                copy[at] = (byte)('0' + random.Next(10));
                return copy;
            }
        }

        return null;
    }

    private static byte[] Chunk(Random random, byte[] pdf)
    {
        var from = random.Next(pdf.Length);
        var length = Math.Min(pdf.Length - from, 1 << random.Next(13));
        var to = random.Next(pdf.Length);
        var chunk = pdf.AsSpan(from, length);
        return random.Next(3) switch
        {
            0 => [.. pdf.AsSpan(0, to), .. chunk, .. pdf.AsSpan(to)],
            1 => [.. pdf.AsSpan(0, from), .. pdf.AsSpan(from + length)],
            _ => Over(pdf, to, chunk),
        };
    }

    private static byte[] Over(byte[] pdf, int at, ReadOnlySpan<byte> chunk)
    {
        var copy = pdf.ToArray();
        chunk[..Math.Min(chunk.Length, copy.Length - at)].CopyTo(copy.AsSpan(at));
        return copy;
    }

    private static byte[] Cut(Random random, byte[] pdf) => random.Next(4) == 0 ? pdf[random.Next(pdf.Length)..] : pdf[..random.Next(pdf.Length)];

    // A key loses its value, or gets another one.
    private static byte[]? Key(Random random, byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var key = Keys[random.Next(Keys.Length)];
        var places = Regex.Matches(text, Regex.Escape(key) + @"(?![A-Za-z])\s*(\[[^\]]*\]|-?[\d.]+( \d+ R)?|/\w+)?");
        return places.Count == 0 ? null : Splice(text, places[random.Next(places.Count)], random.Next(4) == 0 ? Values[random.Next(Values.Length)] : key + " " + Values[random.Next(Values.Length)]);
    }

    private static byte[]? Reference(Random random, byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var places = References().Matches(text);
        return places.Count < 2 ? null : Splice(text, places[random.Next(places.Count)], places[random.Next(places.Count)].Value);
    }

    // An object goes, or another one's body stands in its place.
    private static byte[]? Object(Random random, byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var places = Objects().Matches(text);
        return places.Count < 2 ? null : Splice(text, places[random.Next(places.Count)].Groups["body"], random.Next(2) == 0 ? "" : places[random.Next(places.Count)].Groups["body"].Value);
    }

    private static byte[] Splice(string text, Capture place, string with) =>
        Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, place.Index), with, text.AsSpan(place.Index + place.Length)));

    // Changes what a stream holds, and packs it again so that nothing but what it says has changed.
    private static byte[]? Content(Random random, byte[] pdf, Func<Random, string, string?> change, bool oldChecksum = false)
    {
        var streams = Streams(pdf);
        for (var tries = 0; tries < 20 && streams.Count > 0; tries++)
        {
            var (from, to) = streams[random.Next(streams.Count)];
            var packed = pdf.AsSpan(from, to - from);
            var plain = Inflate(packed);
            var changed = change(random, Encoding.Latin1.GetString(plain ?? packed));
            if (changed is null)
            {
                continue;
            }

            var bytes = Encoding.Latin1.GetBytes(changed);
            var content = plain is null ? bytes : Deflate(bytes, oldChecksum ? packed : default);
            var padding = Enumerable.Repeat((byte)'\n', Math.Max(0, packed.Length - content.Length));
            return [.. pdf.AsSpan(0, from), .. content, .. padding, .. pdf.AsSpan(to)];
        }

        return null;
    }

    private static string? TextDigit(Random random, string content)
    {
        var texts = Texts().Matches(content);
        if (texts.Count == 0)
        {
            return null;
        }

        var text = texts[random.Next(texts.Count)].Groups["text"];
        return text.Length == 0 ? null : Replace(content, text.Index + random.Next(text.Length), "0123456789"[random.Next(10)].ToString());
    }

    private static string? Operator(Random random, string content)
    {
        var lines = content.Split('\n').ToList();
        if (!content.Contains(" T", StringComparison.Ordinal) && !content.Contains(" re", StringComparison.Ordinal))
        {
            return null;
        }

        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(4))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(at, lines[other]); break;
            case 2: (lines[at], lines[other]) = (lines[other], lines[at]); break;
            default: lines.Insert(at, Operators[random.Next(Operators.Length)]); break;
        }

        return string.Join('\n', lines);
    }

    private static string? Operand(Random random, string content)
    {
        var numbers = Numbers().Matches(content);
        return numbers.Count == 0 ? null : Encoding.Latin1.GetString(Splice(content, numbers[random.Next(numbers.Count)], random.Next(2) == 0
            ? Values[random.Next(Values.Length)] : (random.NextDouble() * 800).ToString("0.##", CultureInfo.InvariantCulture)));
    }

    private static string? Line(Random random, string content)
    {
        var lines = Lines().Matches(content);
        return lines.Count == 0 ? null : Encoding.Latin1.GetString(Splice(content, lines[random.Next(lines.Count)], random.Next(3) switch
        {
            0 => "",
            1 => lines[random.Next(lines.Count)].Value,
            _ => string.Create(CultureInfo.InvariantCulture, $"{random.Next(600)} {random.Next(800)} m {random.Next(600)} {random.Next(800)} l S"),
        }));
    }

    private static string? MapDigit(Random random, string content) => content.Contains("begincmap", StringComparison.Ordinal) ? TextDigit(random, content) : null;

    private static string Replace(string text, int at, string with) => string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + 1));

    private static List<(int From, int To)> Streams(byte[] pdf)
    {
        var found = new List<(int, int)>();
        for (int at = 0, next; (next = pdf.AsSpan(at).IndexOf("stream"u8)) >= 0;)
        {
            var from = at + next + 6;
            from += from < pdf.Length && pdf[from] == '\r' ? 2 : 1;
            var length = from < pdf.Length ? pdf.AsSpan(from).IndexOf("endstream"u8) : -1;
            if (length < 0)
            {
                break;
            }

            if (length > 1)
            {
                found.Add((from, from + length - 1));
            }

            at = from + length + 9;
        }

        return found;
    }

    private static byte[]? Inflate(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var content = new MemoryStream();
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            zlib.CopyTo(content);
            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Deflate(byte[] content, ReadOnlySpan<byte> checksumOf)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        var bytes = packed.ToArray();
        checksumOf = checksumOf.TrimEnd("\r\n"u8);
        if (checksumOf.Length > 4)
        {
            checksumOf[^4..].CopyTo(bytes.AsSpan(bytes.Length - 4));
        }

        return bytes;
    }

    [GeneratedRegex(@"\b\d+ \d+ R\b")]
    private static partial Regex References();

    [GeneratedRegex(@"\b\d+ \d+ obj(?<body>.*?)endobj", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"<(?<text>[0-9A-Fa-f]+)>|\((?<text>[^()\\]*)\)")]
    private static partial Regex Texts();

    [GeneratedRegex(@"(?<=\s|^)-?\d+(\.\d+)?(?=\s)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\d.]+ [\d.]+ m\s+[\d.]+ [\d.]+ l\s+S|[\d.]+ [\d.]+ [\d.]+ [\d.]+ re\s+f")]
    private static partial Regex Lines();
}
