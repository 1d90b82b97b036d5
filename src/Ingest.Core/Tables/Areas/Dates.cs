using Ingest.Core.Model;
using static Ingest.Core.Tables.Sheets.Signs;

namespace Ingest.Core.Tables.Areas;

/// <summary>Years and days whose digits stand apart from their words: 2017 年, 2024 年 2 月 8 日.</summary>
internal static class Dates
{
    /// <summary>Their parts stand no further apart than this, in ems.</summary>
    private const double Apart = 0.8;

    private static readonly string[] Words = ["年", "月", "日"];

    /// <summary>Whether a glyph goes on with a date that begins a text: four digits of this century or the last, the word for a year, and a month and a day as they may follow.</summary>
    public static bool GoesOn(Glyph[] glyphs, List<int> order, int from, int at)
    {
        if (at - from < 4 || glyphs[order[at]].Box.Left - glyphs[order[at - 1]].Box.Right > Apart * glyphs[order[at]].PointSize || !BeginYear(glyphs[order[from]], glyphs[order[from + 1]]))
            return false;
        int digits = 0, words = 0;
        for (var i = from; i <= at; i++)
        {
            if (words == Words.Length)
                return false;
            var isYear = words == 0;
            if (glyphs[order[i]].Text == Words[words] && (isYear ? digits == 4 : digits > 0))
                (digits, words) = (0, words + 1);
            else if (!IsDigit(glyphs[order[i]]) || ++digits > (isYear ? 4 : 2))
                return false;
        }
        return true;
    }
}
