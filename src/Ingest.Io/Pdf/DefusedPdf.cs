using System.Buffers;
using System.Buffers.Text;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// Takes out of the bytes of a PDF what is known to end PdfPig's process (a stack that overflows cannot be caught) or to fill
/// its memory, before PdfPig sees it. The place is blanked, so that nothing moves; what it was for is then missing, and
/// is told as such. Whatever is not known here yet is the business of the marks that a load leaves (<see cref="Archive.ParseMarks"/>).
/// </summary>
internal static partial class DefusedPdf
{
    // Field widths of a cross-reference stream: ISO 32000-1, 7.5.8.2; nobody needs more than 8 bytes.
    private const int WidestField = 8;

    // A reference to a reference to a reference: PdfPig follows them by recursion.
    private const int LongestChain = 8;

    // Codes have at most four bytes, but no font has more than 65,536 characters.
    private const long WidestRange = 65_536;

    private const int Reach = 1 << 16;

    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789+-.eE"u8);

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    /// <param name="maximalObjects">That a cross-reference stream may promise.</param>
    /// <returns>The same bytes where there is nothing to blank, else a copy.</returns>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> file, int maximalObjects)
    {
        var blanks = new List<Range>();
        FindTables(file.Span, maximalObjects, blanks);
        FindSizes(file.Span, maximalObjects, blanks);
        FindChains(file.Span, References(file.Span), blanks);
        FindRanges(file.Span, "beginbfrange"u8, blanks);
        FindRanges(file.Span, "begincidrange"u8, blanks);
        if (blanks.Count == 0)
        {
            return file;
        }

        var copy = file.ToArray();
        blanks.ForEach(r => copy.AsSpan(r).Fill((byte)' '));
        return copy;
    }

    /// <summary>The same for a stream that was unpacked: character maps, and objects that lie in object streams.</summary>
    public static void Defuse(Span<byte> content, DictionaryToken dictionary)
    {
        var blanks = new List<Range>(0);
        if (dictionary.TryGet(NameToken.Type, out var type) && type is NameToken { Data: "ObjStm" })
        {
            FindBareReferences(content, dictionary, blanks);
        }
        else
        {
            FindRanges(content, "beginbfrange"u8, blanks);
            FindRanges(content, "begincidrange"u8, blanks);
        }

        foreach (var range in blanks)
        {
            content[range].Fill((byte)' ');
        }
    }

    private readonly record struct BareReference(long Target, Range Place);

    // Objects that are nothing but a reference: "4 0 obj 5 0 R endobj".
    private static Dictionary<long, BareReference> References(ReadOnlySpan<byte> file)
    {
        var found = new Dictionary<long, BareReference>();
        for (int at = 0, next; (next = file[at..].IndexOf("obj"u8)) >= 0;)
        {
            var word = at + next;
            at = word + 3;
            var body = SkipSpace(file, at);
            if (body < file.Length && char.IsAsciiDigit((char)file[body]) && TryReadReference(file, body, out var target, out var end)
                && TryReadNumberBefore(file, word, out var number))
            {
                found[number] = new BareReference(target, body..end);
            }
        }

        return found;
    }

    private static void FindChains(ReadOnlySpan<byte> file, Dictionary<long, BareReference> references, List<Range> blanks)
    {
        foreach (var (_, first) in references)
        {
            var length = 0;
            for (var at = first; length < LongestChain && references.TryGetValue(at.Target, out at); length++)
            {
            }

            if (length == LongestChain)
            {
                blanks.Add(first.Place);
            }
        }
    }

    // Inside an object stream a bare reference serves nothing: objects there are written where they are meant.
    private static void FindBareReferences(ReadOnlySpan<byte> content, DictionaryToken dictionary, List<Range> blanks)
    {
        if (!dictionary.TryGet(NameToken.First, out var token) || token is not NumericToken first)
        {
            return;
        }

        var start = (long)Math.Clamp(first.Data, 0, content.Length);
        var index = content[..(int)start];
        for (var at = SkipSpace(index, 0); TryReadNumber(index, ref at, out _) && TryReadNumber(index, ref at, out var offset);)
        {
            var body = start + offset;
            if (body < content.Length && TryReadReference(content, SkipSpace(content, (int)body), out _, out var end))
            {
                blanks.Add((int)body..end);
            }
        }
    }

    private static void FindRanges(ReadOnlySpan<byte> content, ReadOnlySpan<byte> word, List<Range> blanks)
    {
        for (int at = 0, next; (next = content[at..].IndexOf(word)) >= 0;)
        {
            var start = at + next;
            at = start + word.Length;
            var length = content[at..].IndexOf("end"u8);
            var end = length < 0 ? content.Length : at + length;
            if (HasWideRange(content[at..end]))
            {
                blanks.Add(start..end);
            }

            at = end;
        }
    }

    // Pairs of codes in hexadecimal digits, each followed by what they mean: <00> <ff> <0030> or [<0030> <0031>] or 5.
    private static bool HasWideRange(ReadOnlySpan<byte> pairs)
    {
        for (var at = 0; TryReadHex(pairs, ref at, out var low) && TryReadHex(pairs, ref at, out var high);)
        {
            if (high - low >= WidestRange)
            {
                return true;
            }

            at = SkipSpace(pairs, at);
            var close = at < pairs.Length && pairs[at] is (byte)'[' or (byte)'<' ? pairs[at..].IndexOf(pairs[at] == '[' ? (byte)']' : (byte)'>') : 0;
            at = close < 0 ? pairs.Length : at + close;
            at = close > 0 ? at + 1 : at;
        }

        return false;
    }

    private static bool TryReadHex(ReadOnlySpan<byte> text, ref int at, out long value)
    {
        value = 0;
        var open = text[at..].IndexOf((byte)'<');
        var close = open < 0 ? -1 : text[(at + open)..].IndexOf((byte)'>');
        if (close < 0)
        {
            return false;
        }

        foreach (var c in text.Slice(at + open + 1, close - 1))
        {
            if (char.IsAsciiHexDigit((char)c))
            {
                value = Math.Min(uint.MaxValue, (value << 4) | (uint)Convert.ToInt32(((char)c).ToString(), 16));
            }
        }

        at += open + close + 1;
        return true;
    }

    private static bool TryReadReference(ReadOnlySpan<byte> text, int at, out long target, out int end)
    {
        end = at;
        if (!TryReadNumber(text, ref end, out target) || !TryReadNumber(text, ref end, out _) || end >= text.Length || text[end] != 'R')
        {
            return false;
        }

        end++;
        return end >= text.Length || !char.IsAsciiLetterOrDigit((char)text[end]);
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, ref int at, out long value)
    {
        if (at >= text.Length || !Digits.Contains(text[at]) || !Utf8Parser.TryParse(text[at..], out value, out var used))
        {
            value = 0;
            return false;
        }

        at = SkipSpace(text, at + used);
        return true;
    }

    // Backwards from "obj": the generation, then the number.
    private static bool TryReadNumberBefore(ReadOnlySpan<byte> file, int word, out long number)
    {
        number = 0;
        var generation = file[..word].LastIndexOfAnyExcept(" \t\r\n\f\0"u8) + 1;
        var before = file[..generation].LastIndexOfAnyExcept(Digits) + 1;
        var end = file[..before].LastIndexOfAnyExcept(" \t\r\n\f\0"u8) + 1;
        var start = file[..end].LastIndexOfAnyExcept(Digits) + 1;
        return before < generation && end < before && start < end && Utf8Parser.TryParse(file[start..end], out number, out _);
    }

    private static bool IsSpace(byte b) => b is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '%')
            {
                var line = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
                at = line < 0 ? text.Length : at + line;
            }
            else if (IsSpace(text[at]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }
}
