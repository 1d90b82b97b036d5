namespace Ingest.Ocr.Reading;

/// <summary>
/// Takes away what dirt, and the rest of a stamp, is read as: words of points alone, and points before words. A dash as long as a
/// character right before a figure may be the zero of the column beside, and makes no sure negative of it.
/// </summary>
internal static class StraySigns
{
    /// <summary>In sizes of type: the shortest dash that stands for zero; a minus is shorter.</summary>
    private const double ShortestZero = 0.55;

    /// <summary>In sizes of type: how far apart the signs of words stand, and what stands behind a bracket, and their base lines, of which that of a stroke is a guess.</summary>
    private const double InWords = 0.7, BehindMark = 1.2, OnLine = 0.4;

    /// <summary>Fewer points in a row are no leader.</summary>
    private const int FewestOfLeader = 7;

    /// <summary>The signs without those that are dirt.</summary>
    public static List<PlacedSign> Without(List<PlacedSign> signs)
    {
        var kept = new List<PlacedSign>(signs.Count);
        for (int start = 0, end; start < signs.Count; start = end)
        {
            end = start + 1;
            while (end < signs.Count && !signs[end].Begins)
            {
                end++;
            }

            kept.AddRange(Cleared(signs.GetRange(start, end - start)));
        }

        for (var i = 0; i < kept.Count; i++)
        {
            if (Signs.IsDash(kept[i].Text) && kept[i].Begins && (i + 1 == kept.Count || kept[i + 1].Begins) && IsNumeral(kept, kept[i]))
            {
                kept[i] = kept[i] with { Text = "一" };
            }
        }

        return kept;
    }

    /// <summary>
    /// Whether a stroke stands between the mark of an item and a character that makes a word with 一: （二）一般公共服务; or behind a mark
    /// alone, which names nothing: the rest of the name is on the next line.
    /// </summary>
    private static bool IsNumeral(List<PlacedSign> signs, PlacedSign stroke)
    {
        bool IsOnLine(PlacedSign s) => Math.Abs(s.Baseline - stroke.Baseline) <= OnLine * stroke.Size;
        var mark = signs.FindLastIndex(s => IsOnLine(s) && IsEndOfMark(s) && stroke.Left - s.Right is var gap && gap > -stroke.Size && gap <= BehindMark * stroke.Size);
        return mark >= 0 && (IsMarkAlone(signs, mark) || (stroke.Left - signs[mark].Right <= InWords * stroke.Size
            && signs.Exists(s => IsOnLine(s) && s.Begins && KnownWords.AreKnown("一", s.Text) && s.Left - stroke.Right is var gap && gap >= 0 && gap <= InWords * stroke.Size)));
    }

    private static bool IsEndOfMark(PlacedSign sign) => sign.Text is "）" or ")" or "、";

    private static bool IsMarkAlone(List<PlacedSign> signs, int end)
    {
        var start = signs.FindLastIndex(end, s => s.Begins);
        return start < end && signs.GetRange(start, end - start).TrueForAll(s => Signs.IsNumeral(s.Text) || s.Text is "（" or "(");
    }

    private static List<PlacedSign> Cleared(List<PlacedSign> word)
    {
        // a leader is as many points as it has
        if (word.TrueForAll(IsSpeck))
        {
            return word.Count >= FewestOfLeader ? word : [];
        }

        var first = word.FindIndex(s => !IsSpeck(s));
        if (first > 0 && Signs.IsCharacter(word[first].Text))
        {
            word = word[first..];
            word[0] = word[0] with { Begins = true };
        }

        if (word.Count > 1 && Signs.IsDash(word[0].Text) && Signs.IsDigit(word[1].Text) && word[0].Right - word[0].Left >= ShortestZero * word[0].Size)
        {
            word[1] = word[1] with { Sure = 0 };
        }

        return word;
    }

    private static bool IsSpeck(PlacedSign sign) => sign.Text is "." or "," or "·" or "'" or "`" or "!" or "‘" or "’";
}
