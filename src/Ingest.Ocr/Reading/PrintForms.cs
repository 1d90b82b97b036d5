namespace Ingest.Ocr.Reading;

/// <summary>
/// Doubts figures that are not printed as the others of their page: where figures have decimals, one of many digits without a
/// separator has probably lost its point, and would be a hundred times as large; one with fewer decimals than its column prints may have
/// lost its end.
/// </summary>
internal static class PrintForms
{
    /// <summary>So many figures with decimals show how a page prints them; fewer digits than these may be a count.</summary>
    private const int FewestDecimals = 5, ManyDigits = 4;

    /// <summary>So many other figures of a column, and so many of them alike, show how many decimals it prints.</summary>
    private const int FewestOfColumn = 4;

    private const double AlikeShare = 0.9;

    /// <summary>The same signs; those of doubtful figures are not sure.</summary>
    public static List<PlacedSign> Doubted(List<PlacedSign> signs)
    {
        var words = Words(signs).ToList();
        if (words.Count(w => Separators(signs, w) > 0) < FewestDecimals)
        {
            return signs;
        }

        var doubted = new List<PlacedSign>(signs);
        foreach (var (start, end) in words)
        {
            if ((end - start >= ManyDigits && Separators(signs, (start, end)) == 0) || IsShort(signs, words, (start, end)))
            {
                for (var i = start; i < end; i++)
                {
                    doubted[i] = signs[i] with { Sure = 0 };
                }
            }
        }

        return doubted;
    }

    /// <summary>Whether a figure has fewer decimals than those above and below it; a nought needs none.</summary>
    private static bool IsShort(List<PlacedSign> signs, List<(int Start, int End)> words, (int Start, int End) word)
    {
        bool IsNought((int Start, int End) w) => w.End - w.Start == 1 && signs[w.Start].Text is "0";
        bool IsInColumn((int Start, int End) w) => w != word && !IsNought(w) && signs[w.Start].Left < signs[word.End - 1].Right && signs[w.End - 1].Right > signs[word.Start].Left;
        if (IsNought(word))
        {
            return false;
        }

        // a figure that was read without its decimals tells nothing of those that have some
        var own = Decimals(signs, word);
        var column = words.FindAll(IsInColumn).ConvertAll(w => Decimals(signs, w)).FindAll(d => own == 0 || d > 0);
        return column.Count >= FewestOfColumn && column.Max() is var printed && printed > own && column.Count(d => d == printed) >= AlikeShare * column.Count;
    }

    private static int Decimals(List<PlacedSign> signs, (int Start, int End) word)
    {
        var point = signs.FindLastIndex(word.End - 1, word.End - word.Start, s => s.Text[0] is '.');
        return point < 0 ? 0 : word.End - 1 - point;
    }

    /// <summary>Words that hold nothing but digits and separators.</summary>
    private static IEnumerable<(int Start, int End)> Words(List<PlacedSign> signs)
    {
        for (int start = 0, end; start < signs.Count; start = end)
        {
            end = start + 1;
            while (end < signs.Count && !signs[end].Begins)
            {
                end++;
            }

            if (signs.GetRange(start, end - start).TrueForAll(s => Signs.IsDigit(s.Text) || s.Text[0] is '.' or ','))
            {
                yield return (start, end);
            }
        }
    }

    private static int Separators(List<PlacedSign> signs, (int Start, int End) word) =>
        signs.GetRange(word.Start, word.End - word.Start).Count(s => s.Text[0] is '.' or ',');
}
