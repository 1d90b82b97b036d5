namespace Ingest.Ocr.Reading;

/// <summary>
/// Doubts figures that are not printed as the others of their page: where figures have decimals, one of many digits without a
/// separator has probably lost its point, and would be a hundred times as large.
/// </summary>
internal static class PrintForms
{
    /// <summary>So many figures with decimals show how a page prints them; fewer digits than these may be a count.</summary>
    private const int FewestDecimals = 5, ManyDigits = 4;

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
            if (end - start >= ManyDigits && Separators(signs, (start, end)) == 0)
            {
                for (var i = start; i < end; i++)
                {
                    doubted[i] = signs[i] with { Sure = 0 };
                }
            }
        }

        return doubted;
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
