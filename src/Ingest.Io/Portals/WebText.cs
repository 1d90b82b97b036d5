using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>
/// The text of a web page or of a text that came with it. Headers and meta tags are often wrong, and often contradict each
/// other; hence the bytes decide where they can: Chinese in GBK is next to never well-formed UTF-8, and the other way
/// round UTF-8 proves itself by every character.
/// </summary>
/// <param name="Text">Without a byte-order mark.</param>
/// <param name="Charset">What it was read as: utf-8, gb18030, big5, utf-16le, utf-16be.</param>
/// <param name="Declared">What header and meta tags said, distinct, in that order, as written.</param>
/// <param name="Damaged">Characters that could not be decoded (U+FFFD in the text).</param>
public sealed partial record WebText(string Text, string Charset, IReadOnlyList<string> Declared, int Damaged)
{
    // The HTML standard looks at the first 1024 bytes; real pages put scripts before their meta tags.
    private const int MetaReach = 8192;

    // CMSs cut titles in the middle of a character, so that good UTF-8 has a few broken ones.
    private const int WellFormedForOneBroken = 20;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding in which a page of this charset writes what it puts into queries of addresses.</summary>
    public Encoding Encoding => Charset switch { "gb18030" => Gb18030, "big5" => Big5, _ => Utf8 };

    /// <param name="contentType">The header Content-Type, or a charset alone, or "".</param>
    public static WebText Decode(ReadOnlySpan<byte> bytes, string contentType = "")
    {
        var declared = DeclaredBy(contentType, bytes);
        var (encoding, name, mark) = ByMark(bytes);
        if (encoding is null)
        {
            (encoding, name) = ByContent(bytes, declared);
        }

        var text = encoding.GetString(bytes[mark..]);
        return new WebText(text, name, declared, text.AsSpan().Count('\uFFFD'));
    }

    /// <summary>Reads bytes that say nothing about themselves: UTF-8 where they are well-formed, else GB 18030.</summary>
    public static string DecodeBare(ReadOnlySpan<byte> bytes) => (IsUtf8(bytes) ? Utf8 : Gb18030).GetString(bytes);

    /// <summary>Whether the bytes are UTF-8 but for a few broken characters.</summary>
    internal static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        var good = 0;
        var broken = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var fine = Rune.DecodeFromUtf8(bytes, out _, out var consumed) == System.Buffers.OperationStatus.Done;
            good += fine ? 1 : 0;
            broken += fine ? 0 : 1;
            bytes = bytes[Math.Max(1, consumed)..];
        }

        return broken == 0 || good >= broken * WellFormedForOneBroken;
    }

    private static (Encoding? Encoding, string Name, int Mark) ByMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? (Utf8, "utf-8", 3)
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? (Encoding.Unicode, "utf-16le", 2)
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? (Encoding.BigEndianUnicode, "utf-16be", 2)
        : (null, "", 0);

    private static (Encoding Encoding, string Name) ByContent(ReadOnlySpan<byte> bytes, List<string> declared)
    {
        if (IsUtf8(bytes))
        {
            return (Utf8, "utf-8");
        }

        // Neither UTF-8 nor what Latin servers add by default; a page that says Big5 and nothing else is believed.
        var chinese = declared.Select(Family).FirstOrDefault(f => f.Length > 0) ?? "";
        return string.Equals(chinese, "big5", StringComparison.Ordinal) ? (Big5, "big5") : (Gb18030, "gb18030");
    }

    private static string Family(string charset) => charset.ToLowerInvariant() switch
    {
        "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "gb-2312" or "x-gbk" or "cp936" or "ms936" or "windows-936" or "euc-cn" => "gb18030",
        "big5" or "big5-hkscs" or "cp950" => "big5",
        _ => "",
    };

    private static List<string> DeclaredBy(string contentType, ReadOnlySpan<byte> bytes)
    {
        List<string> declared = [];
        if (CharsetName().Match(contentType) is { Success: true } header)
        {
            declared.Add(header.Groups[1].Value);
        }
        else if (contentType.Length > 0 && contentType.AsSpan().IndexOfAny('/', ';', ' ') < 0)
        {
            declared.Add(contentType);
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaReach)]);
        foreach (Match meta in CharsetName().Matches(head))
        {
            if (!declared.Contains(meta.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
            {
                declared.Add(meta.Groups[1].Value);
            }
        }

        return declared;
    }

    [GeneratedRegex("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{3,20})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetName();
}
