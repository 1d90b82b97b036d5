using Ingest.Core.Model;

namespace Ingest.Core.Tables.Areas;

/// <summary>Numbers that items of a list begin with, in any script, and codes before their names: what begins so is no rest of the text above.</summary>
internal static class ItemNumbers
{
    /// <summary>Most signs of a number: 二十三.</summary>
    private const int Longest = 3;

    /// <summary>Digits of a class, and how many more each level below it has.</summary>
    private const int Class = 3, Level = 2, Deepest = 7;

    /// <summary>Whether the glyphs from…to, the end excluded, begin with 十四、, (十四) or 14. and words behind, or with a code as [20101] or 2010101-.</summary>
    public static bool Begin(Glyph[] glyphs, List<int> order, int from, int to)
    {
        if (IsCoded(glyphs, order, from, to))
            return true;
        var at = from;
        var isBracketed = glyphs[order[at]].Text is ['(' or '（'];
        at += isBracketed ? 1 : 0;
        var first = at;
        while (at < to && glyphs[order[at]].Text is [(>= '0' and <= '9') or (>= '０' and <= '９') or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '廿'])
            at++;
        if (at == first || at - first > Longest || at + 1 >= to)
            return false;
        return glyphs[order[at]].Text switch
        {
            [')' or '）'] => isBracketed,
            ['、'] => !isBracketed,
            ['.' or '．'] => !isBracketed && glyphs[order[at + 1]].Text is not [(>= '0' and <= '9') or (>= '０' and <= '９')],
            _ => false,
        };
    }

    /// <summary>A code of functions or of economic kinds before its name. Without a mark around or behind it, one of three digits may be a number (318国道), and so may one that begins like none (12345热线).</summary>
    private static bool IsCoded(Glyph[] glyphs, List<int> order, int from, int to)
    {
        var isMarked = glyphs[order[from]].Text is ['[' or '【'];
        int first = from + (isMarked ? 1 : 0), at = first;
        while (at < to && glyphs[order[at]].Text is [>= '0' and <= '9'])
            at++;
        if (at - first is var digits && (digits < Class || digits > Deepest || (digits - Class) % Level != 0) || at + 1 >= to || glyphs[order[first]].Text is not ['2' or '3' or '5'])
            return false;
        return isMarked ? glyphs[order[at]].Text is [']' or '】'] : glyphs[order[at]].Text is ['-' or '－', ..] ? glyphs[order[at + 1]].Text is [>= '\u4E00', ..] : digits > Class && glyphs[order[at]].Text is [>= '\u4E00', ..];
    }
}
