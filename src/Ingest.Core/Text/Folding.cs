using System.Buffers;
using System.Collections.Frozen;

namespace Ingest.Core.Text;

/// <summary>
/// Brings the many glyph variants of published PDFs to one spelling: full-width ASCII, radicals and compatibility
/// ideographs that fonts map instead of the character, GBK codes taken for Unicode, odd spaces. Independent of ICU
/// (under invariant globalization <c>string.Normalize</c> does nothing). Equal to NFKC, or equal to it after NFKC:
/// what a reader tells apart (“ ” — − △ ① ² …) is left alone.
/// </summary>
public static class Folding
{
    // An odd character is one row in FoldingTables (or, where it vanishes or becomes a space, here).
    private const char Drop = '\0';
    private const char Ligature = '\uFFFF';

    /// <summary>What a control character becomes: a font without Unicode leaves them, and to drop one would make 1␂34 a number.</summary>
    private const char Unknown = '\uFFFD';

    private static readonly FrozenDictionary<char, char> Single = BuildPairs();

    /// <summary>White space other than the line feed, which separates the lines of a cell.</summary>
    private static readonly SearchValues<char> Spaces = SearchValues.Create(
        "\t\r\v\f\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000");

    private static readonly SearchValues<char> GroupSpaces = SearchValues.Create("\u2007\u2009\u202F");

    /// <summary>Characters without width: soft hyphen, joiners, direction marks, byte order mark.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u00AD\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>The text with every glyph variant replaced by its canonical character; the same instance when there is none.</summary>
    public static string Fold(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var first = 0;
        while (first < s.Length && FoldChar(s[first]) == s[first])
        {
            first++;
        }

        return first == s.Length ? s : FoldFrom(s, first);
    }

    /// <summary>The text folded and without any white space: how names are compared.</summary>
    public static string Label(string text)
    {
        var folded = Fold(text);
        return folded.AsSpan().IndexOfAny(' ', '\n') < 0 ? folded : string.Concat(folded.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// What a reader reads of a cell whose lines are separated by <c>\n</c>: folded, the lines joined, no space inside
    /// numbers or beside Chinese characters, one space between Latin words.
    /// </summary>
    /// <param name="fullLines">Every line but the last fills its cell: a number had to be broken there.</param>
    public static string CellText(string raw, bool fullLines = false)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return LineJoiner.Join(Fold(raw.AsSpan().ContainsAny(GroupSpaces) ? WithoutGroupSpaces(raw) : raw), fullLines);
    }

    /// <summary>Figure, thin and narrow spaces are drawn between thousands, never between two numbers.</summary>
    private static string WithoutGroupSpaces(string raw)
    {
        Span<char> buffer = raw.Length <= 256 ? stackalloc char[raw.Length] : new char[raw.Length];
        var n = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var between = GroupSpaces.Contains(raw[i]) && n > 0 && char.IsAsciiDigit(FoldChar(buffer[n - 1]))
                && i + 1 < raw.Length && char.IsAsciiDigit(FoldChar(raw[i + 1]));
            if (!between)
            {
                buffer[n++] = raw[i];
            }
        }

        return new string(buffer[..n]);
    }

    private static string FoldFrom(string s, int first)
    {
        var length = s.Length + Extra(s, first);
        var buffer = length <= 256 ? stackalloc char[length] : new char[length];
        s.AsSpan(0, first).CopyTo(buffer);
        var n = first;
        for (var i = first; i < s.Length; i++)
        {
            switch (FoldChar(s[i]))
            {
                case Drop:
                    break;
                case Ligature:
                    foreach (var c in FoldingTables.Ligatures[s[i] - '\uFB00'])
                    {
                        buffer[n++] = c;
                    }

                    break;
                case var c:
                    buffer[n++] = c;
                    break;
            }
        }

        return new string(buffer[..n]);
    }

    private static int Extra(string s, int first)
    {
        var extra = 0;
        for (var i = first; i < s.Length; i++)
        {
            extra += s[i] is >= '\uFB00' and <= '\uFB06' ? 2 : 0;
        }

        return extra;
    }

    /// <summary>The canonical character, or <see cref="Drop"/>, or <see cref="Ligature"/>. Ordinary characters leave by the first test.</summary>
    private static char FoldChar(char c) => c switch
    {
        >= ' ' and <= '~' or '\n' or >= '\u4E00' and <= '\u9FFF' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u3001' and <= '\u31BF' => c,
        >= '\u2E80' and <= '\u2EF3' => From(FoldingTables.RadicalsSupplement, c - '\u2E80', c),
        >= '\u2F00' and <= '\u2FD5' => From(FoldingTables.KangxiRadicals, c - '\u2F00', c),
        >= '\u31C0' and <= '\u31E3' => From(FoldingTables.Strokes, c - '\u31C0', c),
        // Row 3 of GBK, whose codes some fonts of Founder pass off as Unicode; 4 is the currency sign there.
        '\uA3A4' => '¥',
        >= '\uA3A1' and <= '\uA3FE' => (char)(c - 0xA380),
        >= '\uF900' and <= '\uFAD9' => From(FoldingTables.CompatibilityIdeographs, c - '\uF900', c),
        >= '\uFB00' and <= '\uFB06' => Ligature,
        _ => FoldRare(c),
    };

    private static char FoldRare(char c) =>
        Spaces.Contains(c) ? ' '
        : Invisible.Contains(c) ? Drop
        : c < ' ' ? Unknown
        : Single.GetValueOrDefault(c, c);

    private static char From(string run, int index, char c) => run[index] == FoldingTables.Keep ? c : run[index];

    private static FrozenDictionary<char, char> BuildPairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < FoldingTables.Pairs.Length; i += 2)
        {
            pairs.Add(FoldingTables.Pairs[i], FoldingTables.Pairs[i + 1]);
        }

        return pairs.ToFrozenDictionary();
    }
}
