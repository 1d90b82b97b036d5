using System.Text.RegularExpressions;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// What a font's dictionary says of widths and of Unicode. PdfPig gives the advance of a glyph with its outline only,
/// and so unpacks every outline of an embedded font; the widths stand in the dictionary.
/// </summary>
internal sealed partial class FontFacts
{
    private static readonly FontFacts None = new();

    private readonly Dictionary<int, double> _widths = [];
    private double? _usualWidth;

    private FontFacts()
    {
    }

    /// <summary>Codes are UTF-16, as the encodings UniGB-UCS2-H and the like have it.</summary>
    public bool CodesAreUnicode { get; private init; }

    /// <summary>Codes of several bytes are cut by an encoding that nobody knows: what PdfPig makes of them is no text.</summary>
    public bool IsEncodingUnknown { get; private init; }

    /// <summary>The table that should give Unicode gives the codes themselves: PdfPig believes it, we do not.</summary>
    public bool IsIdentityUnicode { get; private init; }

    /// <summary>Any two bytes are a code.</summary>
    public bool CodesArePairs { get; private init; }

    /// <param name="width">In em.</param>
    public bool TryGetWidth(int code, out double width)
    {
        if (_widths.TryGetValue(code, out width))
        {
            return true;
        }

        width = _usualWidth ?? 0;
        return _usualWidth is not null;
    }

    public static FontFacts Of(IFont font, IPdfTokenScanner scanner)
    {
        if (font.Details?.FontDictionaryReference is not { } reference || scanner.Get(reference)?.Data is not DictionaryToken dictionary)
        {
            return None;
        }

        var encoding = Get<NameToken>(dictionary, NameToken.Encoding, scanner)?.Data ?? "";
        var kind = Get<NameToken>(dictionary, NameToken.Subtype, scanner)?.Data;
        var facts = new FontFacts
        {
            IsEncodingUnknown = kind is "Type0" && encoding.Length > 0 && !KnownEncodings().IsMatch(encoding),
            CodesAreUnicode = UnicodeEncodings().IsMatch(encoding),
            CodesArePairs = kind is "Type0" && encoding is "Identity-H" or "Identity-V",
            IsIdentityUnicode = Get<NameToken>(dictionary, NameToken.ToUnicode, scanner)?.Data.StartsWith("Identity", StringComparison.Ordinal) == true,
        };
        if (kind is "TrueType" or "Type1" or "MMType1")
        {
            facts.ReadSimple(dictionary, scanner);
        }
        else if (kind is "Type0" && encoding.StartsWith("Identity", StringComparison.Ordinal)
            && Get<ArrayToken>(dictionary, NameToken.DescendantFonts, scanner) is { Data: [var first, ..] } && Resolve(first, scanner) is DictionaryToken descendant)
        {
            facts.ReadComposite(descendant, scanner);
        }

        return facts;
    }

    private void ReadSimple(DictionaryToken font, IPdfTokenScanner scanner)
    {
        var first = Get<NumericToken>(font, NameToken.FirstChar, scanner)?.Int ?? 0;
        if (Get<ArrayToken>(font, NameToken.Widths, scanner) is not { } widths)
        {
            return;
        }

        for (var i = 0; i < widths.Data.Count; i++)
        {
            Add(first + i, Resolve(widths.Data[i], scanner));
        }
    }

    // ISO 32000-1, 9.7.4.3: c [w1 w2 …] or c1 c2 w.
    private void ReadComposite(DictionaryToken font, IPdfTokenScanner scanner)
    {
        _usualWidth = (Get<NumericToken>(font, NameToken.Dw, scanner)?.Data ?? 1000) / 1000;
        if (Get<ArrayToken>(font, NameToken.W, scanner) is not { } widths)
        {
            return;
        }

        for (var i = 0; i + 1 < widths.Data.Count; i++)
        {
            if (Resolve(widths.Data[i], scanner) is not NumericToken first)
            {
                return;
            }

            var second = Resolve(widths.Data[++i], scanner);
            if (second is ArrayToken each)
            {
                for (var k = 0; k < each.Data.Count; k++)
                {
                    Add(first.Int + k, Resolve(each.Data[k], scanner));
                }
            }
            else if (second is NumericToken last && ++i < widths.Data.Count)
            {
                var width = Resolve(widths.Data[i], scanner);
                for (var code = Math.Max(0, first.Int); code <= Math.Min(last.Int, ushort.MaxValue); code++)
                {
                    Add(code, width);
                }
            }
        }
    }

    private void Add(int code, IToken? width)
    {
        if (width is NumericToken number)
        {
            _widths[code] = number.Data / 1000;
        }
    }

    private static T? Get<T>(DictionaryToken dictionary, NameToken name, IPdfTokenScanner scanner)
        where T : class, IToken =>
        dictionary.TryGet(name, out var token) ? Resolve(token, scanner) as T : null;

    private static IToken? Resolve(IToken token, IPdfTokenScanner scanner) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;

    // ISO 32000-1, 9.7.5.2: the encodings that a name can stand for.
    [GeneratedRegex("^Uni(GB|CNS|JIS|JIS2004|KS)-(UCS2|UTF16)(-HW)?-[HV]$", RegexOptions.CultureInvariant)]
    private static partial Regex UnicodeEncodings();

    [GeneratedRegex(
        "^(Identity|(GB|GBpc|GBK|GBKp|CNS|CNS1|CNS2|KSC|KSCpc)-EUC|GBK2K|GBT(pc)?-EUC|(B5pc|(HKscs|ETen|ETenms|ETHK)-B5)|(83pv|90ms|90msp|90pv|90pvp|Add|Ext)-RKSJ|EUC|KSCms-UHC(-HW)?|Uni(GB|CNS|JIS|JIS2004|JISX0213|JISX02132004|JISPro|KS)-(UCS2|UTF8|UTF16|UTF32)(-HW)?)-[HV]$|^[HV]$",
        RegexOptions.CultureInvariant)]
    private static partial Regex KnownEncodings();
}
