namespace Ingest.Core.Budget.Narrative;

/// <summary>
/// The outline that a text stands in: headings (一、收支预算总体情况), and statements whose list follows (项目支出888.08万元。其中:).
/// Numbered items close what is numbered the same or deeper; a paragraph without number belongs to the list announced last.
/// </summary>
internal sealed class NarrativeOutline
{
    private readonly List<(int Level, string Text, bool Announces, bool Statement)> _open = [];

    /// <summary>What encloses the item that comes next, outermost first, joined by /.</summary>
    /// <param name="level">Level of its ordinal; 0 if it has none.</param>
    public string Enter(int level)
    {
        if (level > 0)
        {
            while (_open.Count > 0 && _open[^1].Level >= 2 * level)
            {
                _open.RemoveAt(_open.Count - 1);
            }
        }
        else
        {
            while (_open.Count > 0 && !_open[^1].Announces && _open[^1].Statement)
            {
                _open.RemoveAt(_open.Count - 1);
            }
        }

        return string.Join('/', _open.Where(e => e.Text.Length > 0).Select(e => e.Text));
    }

    /// <summary>Opens the item after it was read.</summary>
    /// <param name="text">Heading, or the subject of its first statement; "" for neither.</param>
    /// <param name="announces">It ends in a colon: a list follows.</param>
    /// <param name="statement">It states a figure; otherwise it is a heading.</param>
    public void Open(int level, string text, bool announces, bool statement)
    {
        if (level > 0)
        {
            _open.Add((2 * level, text, announces, statement));
        }
        else if (statement || announces)
        {
            _open.Add(((_open.Count > 0 ? _open[^1].Level : 0) | 1, text, announces, true));
        }
    }

    /// <summary>
    /// Level of the ordinal that a text begins with: 第一部分 1, 一、 2, (一) 3, 1. 4, (1) 5, ① 6; 0 if there is none.
    /// </summary>
    public static int OrdinalOf(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2)
        {
            return 0;
        }

        if (text[0] is >= '①' and <= '⑳')
        {
            length = 1;
            return 6;
        }

        if (text[0] == '第' && Numerals(text[1..]) is > 0 and var n && text[(1 + n)..].StartsWith("部分"))
        {
            length = n + 3;
            return 1;
        }

        var bracket = text[0] == '(' ? 1 : 0;
        var chinese = Numerals(text[bracket..]);
        var digits = chinese > 0 ? 0 : Digits(text[bracket..]);
        var end = bracket + chinese + digits;
        if (chinese + digits is 0 or > 3 || end >= text.Length)
        {
            return 0;
        }

        if (bracket > 0)
        {
            if (text[end] != ')')
            {
                return 0;
            }

            length = end + 1 + (end + 1 < text.Length && text[end + 1] is '、' or '.' ? 1 : 0);
            return chinese > 0 ? 3 : digits <= 2 ? 5 : 0;
        }

        if (chinese > 0 ? text[end] is not ('、' or '.') : digits > 2 || text[end] is not ('.' or '、') || end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
        {
            return 0;
        }

        length = end + 1;
        return chinese > 0 ? 2 : 4;
    }

    private static int Numerals(ReadOnlySpan<char> s)
    {
        var n = s.IndexOfAnyExcept("一二三四五六七八九十");
        return n < 0 ? s.Length : n;
    }

    private static int Digits(ReadOnlySpan<char> s)
    {
        var n = s.IndexOfAnyExceptInRange('0', '9');
        return n < 0 ? s.Length : n;
    }
}
