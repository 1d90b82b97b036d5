using Ingest.Core.Model;

namespace Ingest.Core.Tables.Areas;

/// <summary>Numbers that items of a list begin with, in any script: what begins so is no rest of the text above.</summary>
internal static class ItemNumbers
{
    /// <summary>Most signs of a number: 二十三.</summary>
    private const int Longest = 3;

    /// <summary>Whether the glyphs from…to, the end excluded, begin with 十四、, (十四) or 14. and words behind.</summary>
    public static bool Begin(Glyph[] glyphs, List<int> order, int from, int to)
    {
        var at = from;
        var isBracketed = at < to && glyphs[order[at]].Text is ['(' or '（'];
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
}
