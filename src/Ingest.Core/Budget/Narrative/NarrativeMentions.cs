using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Narrative;

/// <summary>A sum of money or a percentage in a sentence.</summary>
/// <param name="Unit">Null for a percentage.</param>
internal readonly record struct NarrativeMention(int Start, int End, PrintedNumber Number, Unit? Unit);

/// <summary>Finds the numbers of a text that carry a unit of money or a per cent sign.</summary>
internal static class NarrativeMentions
{
    public static void Find(ReadOnlySpan<char> text, List<NarrativeMention> mentions)
    {
        mentions.Clear();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }

            var length = NumberScanner.Scan(text[i..], out var number, out var style);
            if (length == 0 || style.HasFlag(NumberStyle.WidePoint))
            {
                i = SkipNumber(text, i);
                continue;
            }

            var end = i + length;
            var unit = end < text.Length ? Units.AtStart(text[end..], out var unitLength) : Nothing(out unitLength);
            var percent = unit is null && end < text.Length && text[end] == '%';
            if (unit is not null || percent)
            {
                var negative = i > 0 && text[i - 1] is '-' or '−';
                var stop = end + (percent ? 1 : unitLength);
                if (!IsPartOfMore(text, negative ? i - 1 : i, stop, style))
                {
                    var signed = negative ? number with { Units = -number.Units } : number;
                    mentions.Add(new NarrativeMention(negative ? i - 1 : i, stop, signed, unit));
                }

                end = stop;
            }

            i = end;
        }
    }

    /// <summary>5-10万元, 20万元以上, 500元/人, A4.5万元: ends of ranges, thresholds and rates are no figures of the budget.</summary>
    private static bool IsPartOfMore(ReadOnlySpan<char> text, int start, int stop, NumberStyle style)
    {
        if (style.HasFlag(NumberStyle.LeadingZero) || start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2]) || text[start - 1] is '~' or '至' or '≥' or '≤' or '>' or '<' or '='))
        {
            return true;
        }

        var after = text[stop..];
        if (after.IsEmpty)
        {
            return false;
        }

        return after[0] is '/' or '-' or '~' or '至' || after.StartsWith("以上") || after.StartsWith("以下") || after.StartsWith("以内") || after.StartsWith("及以")
            || after.StartsWith("(含") || after.StartsWith("起") || after.StartsWith("左右") || after.StartsWith("每");
    }

    private static int SkipNumber(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ','))
        {
            i++;
        }

        return i;
    }

    private static Unit? Nothing(out int length)
    {
        length = 0;
        return null;
    }
}
