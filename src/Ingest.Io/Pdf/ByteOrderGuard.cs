using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace Ingest.Io.Pdf;

/// <summary>
/// PdfPig takes a shown string that begins with FE FF or FF FE for UTF-16 and loses its codes, though in a content
/// stream these are two codes of the font like any others (subset fonts use all 256). Such strings are rewritten as
/// hexadecimal ones, which it leaves alone, before it parses the stream.
/// </summary>
internal sealed class ByteOrderGuard(IPageContentParser parser) : IPageContentParser
{
    private static ReadOnlySpan<byte> BigEndian => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> LittleEndian => [0xFF, 0xFE];

    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        var bytes = new byte[inputBytes.Length];
        inputBytes.Seek(0);
        var read = inputBytes.Read(bytes);
        if (read == bytes.Length && IsSuspect(bytes))
            return parser.Parse(pageNumber, new MemoryInputBytes(Rewrite(bytes)), log);
        inputBytes.Seek(0);
        return parser.Parse(pageNumber, inputBytes, log);
    }

    private static bool IsSuspect(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(BigEndian) >= 0 || bytes.IndexOf(LittleEndian) >= 0
        || bytes.IndexOf("\\376"u8) >= 0 || bytes.IndexOf("\\377"u8) >= 0;

    private static byte[] Rewrite(ReadOnlySpan<byte> bytes)
    {
        var output = new List<byte>(bytes.Length + 64);
        var codes = new List<byte>();
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] != '(')
            {
                output.Add(bytes[i++]);
                continue;
            }
            var end = Literal(bytes, i, codes);
            if (codes.Count >= 2 && (codes[0], codes[1]) is (0xFE, 0xFF) or (0xFF, 0xFE))
                AddHex(output, codes);
            else
                output.AddRange(bytes[i..end]);
            i = end;
        }
        return [.. output];
    }

    private static void AddHex(List<byte> output, List<byte> codes)
    {
        output.Add((byte)'<');
        foreach (var code in codes)
        {
            output.Add((byte)"0123456789abcdef"[code >> 4]);
            output.Add((byte)"0123456789abcdef"[code & 15]);
        }
        output.Add((byte)'>');
    }

    /// <summary>Reads a literal string with its escapes (ISO 32000-1, 7.3.4.2).</summary>
    /// <returns>The index behind its closing parenthesis.</returns>
    private static int Literal(ReadOnlySpan<byte> bytes, int open, List<byte> codes)
    {
        codes.Clear();
        var depth = 1;
        var i = open + 1;
        while (i < bytes.Length)
        {
            var b = bytes[i++];
            if (b == '\\' && i < bytes.Length)
            {
                i = Escape(bytes, i, codes);
                continue;
            }
            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth == 0)
                return i;
            codes.Add(b);
        }
        return i;
    }

    private static int Escape(ReadOnlySpan<byte> bytes, int i, List<byte> codes)
    {
        var b = bytes[i++];
        switch (b)
        {
            case >= (byte)'0' and <= (byte)'7':
                var code = b - '0';
                for (var digits = 1; digits < 3 && i < bytes.Length && bytes[i] is >= (byte)'0' and <= (byte)'7'; digits++)
                    code = code * 8 + bytes[i++] - '0';
                codes.Add((byte)(code & 255));
                break;
            case (byte)'\r':
                return i < bytes.Length && bytes[i] == '\n' ? i + 1 : i;
            case (byte)'\n':
                break;
            default:
                codes.Add(b switch
                {
                    (byte)'n' => 10,
                    (byte)'r' => 13,
                    (byte)'t' => 9,
                    (byte)'b' => 8,
                    (byte)'f' => 12,
                    _ => b,
                });
                break;
        }
        return i;
    }
}
