using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Sheets;

/// <summary>What few words and signs say of a line, wherever it stands: the stretch from…to of glyphs in their order along it.</summary>
internal static class LineWords
{
    /// <summary>Characters of （续表 2）, and of —— 1234 ——.</summary>
    private const int MostOfContinued = 7, MostOfPageNumber = 8;

    public static bool IsPageNumber(Glyph[] glyphs, List<int> order, int from, int to) =>
        to - from <= MostOfPageNumber && PageNumbers.IsBetweenDashes(string.Concat(order[from..to].Select(i => glyphs[i].Text)));

    /// <summary>（续表 2）, as a line of its own.</summary>
    public static bool GoesOn(Glyph[] glyphs, List<int> order, int from, int to) =>
        to - from <= MostOfContinued && SaysContinued(string.Concat(order[from..to].Select(i => glyphs[i].Text)));

    /// <summary>（续表）, 续上表, 续表 2, 接上页: that a table goes on.</summary>
    public static bool SaysContinued(ReadOnlySpan<char> text)
    {
        var word = text.Trim("()（）[]【】");
        return word.Length is > 0 and <= MostOfContinued && word[0] is '续' or '接' && word.Trim("续接上页前表()（）-—0123456789一二三四五六七八九十 ").IsEmpty;
    }

    /// <summary>Where the words 单位： begin on a line; -1 where they do not stand there.</summary>
    public static int Unit(Glyph[] glyphs, List<int> order, int from, int to)
    {
        for (var i = from; i + 2 < to; i++)
        {
            if (glyphs[order[i]].Text is "单" && glyphs[order[i + 1]].Text is "位" && glyphs[order[i + 2]].Text is [':' or '：', ..])
                return i;
        }
        return -1;
    }

    /// <summary>Whether a line begins as a note does.</summary>
    public static bool IsNote(Glyph[] glyphs, List<int> order, int from, int to) => BeginsNote(string.Concat(order[from..Math.Min(to, from + 3)].Select(i => glyphs[i].Text)));

    /// <summary>注：, 备注：, 说明：</summary>
    public static bool BeginsNote(ReadOnlySpan<char> text) => text is ['注', ':' or '：', ..] or ['备' or '附', '注', ':' or '：', ..] or ['说', '明', ':' or '：', ..];
}
