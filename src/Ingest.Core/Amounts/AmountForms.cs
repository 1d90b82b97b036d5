using System.Buffers;
using System.Numerics;
using Ingest.Core.Model;

namespace Ingest.Core.Amounts;

/// <summary>The forms that <see cref="AmountRules"/> lists. Each looks at the whole folded text of a cell and says no when it is something else.</summary>
internal static class AmountForms
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-—–−―‐‑─…");
    private static readonly SearchValues<char> Minuses = SearchValues.Create("-—–−‐‑△▲");

    public static bool Plain(ReadOnlySpan<char> s, ref AmountReading reading) =>
        NumberScanner.IsWhole(s, out var number, out var style) && style is NumberStyle.Plain or NumberStyle.BarePoint
        && Set(ref reading, number, NumberShape.Plain);

    public static bool Grouped(ReadOnlySpan<char> s, ref AmountReading reading) =>
        NumberScanner.IsWhole(s, out var number, out var style) && style == NumberStyle.Grouped
        && Set(ref reading, number, NumberShape.Plain);

    public static bool WidePoint(ReadOnlySpan<char> s, ref AmountReading reading) =>
        NumberScanner.IsWhole(s, out var number, out var style) && (style & ~NumberStyle.Grouped) == NumberStyle.WidePoint
        && Set(ref reading, number, NumberShape.Plain);

    public static bool Signed(ReadOnlySpan<char> s, ref AmountReading reading) =>
        !s.IsEmpty && (Minuses.Contains(s[0]) || s[0] == '+') && IsSigned(s, out var number) && Set(ref reading, number, NumberShape.Plain);

    public static bool Bracketed(ReadOnlySpan<char> s, ref AmountReading reading) =>
        s is ['(', ..] && IsSigned(s, out var number) && Set(ref reading, number, NumberShape.Plain);

    public static bool Currency(ReadOnlySpan<char> s, ref AmountReading reading) =>
        s is ['¥' or '¥', ..] && IsUnsigned(s[1..], out var number) && Set(ref reading, number, NumberShape.Plain);

    public static bool Percent(ReadOnlySpan<char> s, ref AmountReading reading) => Rate(s, '%', NumberShape.Percent, ref reading);

    /// <summary>A star before the number or a circled figure beside it points to a note; a star behind a digit may be a digit that nobody can read.</summary>
    public static bool Noted(ReadOnlySpan<char> s, ref AmountReading reading)
    {
        var bare = s;
        if (bare is ['*' or (>= '①' and <= '⑳'), ..])
        {
            bare = bare[1..].TrimStart(' ');
        }
        else if (bare is [.., >= '①' and <= '⑳'])
        {
            bare = bare[..^1].TrimEnd(' ');
        }

        return bare.Length < s.Length && (Percent(bare, ref reading) || (IsSigned(bare, out var number) && Set(ref reading, number, NumberShape.Plain)));
    }

    public static bool Permille(ReadOnlySpan<char> s, ref AmountReading reading) => Rate(s, '‰', NumberShape.Permille, ref reading);

    public static bool Money(ReadOnlySpan<char> s, ref AmountReading reading)
    {
        var unit = Units.AtEnd(s, out var length);
        if (unit is null || !IsSigned(s[..^length].TrimEnd(' '), out var number))
        {
            return false;
        }

        Set(ref reading, number, NumberShape.Money);
        reading = reading with { Unit = unit };
        return true;
    }

    public static bool Measured(ReadOnlySpan<char> s, ref AmountReading reading)
    {
        var length = LeadingNumber(s, out var number, out var style);
        return length > 0 && (style & NumberStyle.LeadingZero) == 0 && IsMeasureWord(s[length..].Trim(' ')) && !IsDatePart(s[length]) && Set(ref reading, number, NumberShape.Measured);
    }

    public static bool Compared(ReadOnlySpan<char> s, ref AmountReading reading)
    {
        var relation = Relation(s, out var length);
        if (relation == Comparison.None || !IsQuantity(s[length..].TrimStart(' '), out var number))
        {
            return false;
        }

        Set(ref reading, number, NumberShape.Comparison);
        reading = reading with { Comparison = relation };
        return true;
    }

    public static bool Range(ReadOnlySpan<char> s, ref AmountReading reading)
    {
        var first = LeadingNumber(s, out var lower, out _);
        if (first == 0)
        {
            return false;
        }

        var rest = s[first..];
        var percent = rest.StartsWith("%") ? 1 : 0;
        if (!Between(rest[percent..], out var link) || !IsQuantity(rest[(percent + link)..], out var upper) || Compare(lower, upper) > 0)
        {
            return false;
        }

        // 2-3 is a range, 2023-12 a date and 1-2-3 a code: a hyphen links only what a % or measure word marks as a measure.
        if (rest[percent] is '-' && percent == 0 && char.IsAsciiDigit(s[^1]))
        {
            return false;
        }

        Set(ref reading, lower, NumberShape.Range);
        reading = reading with { State = ValueState.Value, Upper = upper, Comparison = Comparison.AtMost };
        return true;
    }

    public static bool Blank(ReadOnlySpan<char> s, ref AmountReading reading) => s.IsEmpty && Set(ref reading, ValueState.Blank);

    public static bool Dash(ReadOnlySpan<char> s, ref AmountReading reading)
    {
        var n = 0;
        while (n < s.Length && Dashes.Contains(s[n]))
        {
            n++;
        }

        var isDash = n > 0 ? n <= 6 && IsRemark(s[n..]) : s is "/" or "\\" or "..." or "......";
        return isDash && Set(ref reading, ValueState.Dash);
    }

    public static bool None(ReadOnlySpan<char> s, ref AmountReading reading) =>
        s is "无" or "无。" or "暂无" or "(无)" && Set(ref reading, ValueState.None);

    public static bool NotApplicable(ReadOnlySpan<char> s, ref AmountReading reading) =>
        (s is "×" or "╳" or "✕" or "*" or "**" or "***" or "不适用" or "N/A" or "n/a" or "NA") && Set(ref reading, ValueState.NotApplicable);

    /// <summary>Nothing, or % and a remark in brackets, as in --%(基数为0,不可比).</summary>
    private static bool IsRemark(ReadOnlySpan<char> s)
    {
        s = s.StartsWith("%") ? s[1..] : s;
        return s.IsEmpty || s is ['(', .., ')'] && !s.ContainsAnyInRange('1', '9');
    }

    private static bool Rate(ReadOnlySpan<char> s, char sign, NumberShape shape, ref AmountReading reading)
    {
        if (s.EndsWith(sign))
        {
            return IsSigned(s[..^1].TrimEnd(' '), out var number) && Set(ref reading, number, shape);
        }

        // (8%): the brackets of a negative around the sign.
        return s is ['(', .. var inside, ')'] && inside.EndsWith(sign) && IsUnsigned(inside[..^1], out var inner)
            && Set(ref reading, inner with { Units = -inner.Units }, shape);
    }

    private static bool IsUnsigned(ReadOnlySpan<char> s, out PrintedNumber number) =>
        NumberScanner.IsWhole(s, out number, out var style) && (style & NumberStyle.LeadingZero) == 0;

    /// <summary>At most one sign: a minus or triangle right before the number, or brackets around it.</summary>
    private static bool IsSigned(ReadOnlySpan<char> s, out PrintedNumber number)
    {
        var negative = false;
        if (s is ['(', .. var inside, ')'])
        {
            negative = true;
            s = inside.Trim(' ');
        }
        else if (!s.IsEmpty && Minuses.Contains(s[0]))
        {
            negative = true;
            s = s[1..];
        }
        else if (s is ['+', .. var behind])
        {
            s = behind;
        }

        var whole = IsUnsigned(s, out number);
        if (whole && negative)
        {
            number = number with { Units = -number.Units };
        }

        return whole;
    }

    /// <summary>A number with % or ‰ or a measure word or nothing behind it, as indicators have.</summary>
    private static bool IsQuantity(ReadOnlySpan<char> s, out PrintedNumber number)
    {
        var length = LeadingNumber(s, out number, out _);
        var rest = s[length..].Trim(' ');
        return length > 0 && (rest.IsEmpty || rest is "%" or "‰" or "(%)" or "(‰)" || IsMeasureWord(rest));
    }

    private static int LeadingNumber(ReadOnlySpan<char> s, out PrintedNumber number, out NumberStyle style)
    {
        var length = NumberScanner.Scan(s, out number, out style);
        return (style & NumberStyle.LeadingZero) == 0 ? length : 0;
    }

    /// <summary>次, 个, 平方米, 万元/项目, ㎡: a few characters without digits or marks of sentences.</summary>
    private static bool IsMeasureWord(ReadOnlySpan<char> s)
    {
        if (s.Length is 0 or > 8)
        {
            return false;
        }

        foreach (var c in s)
        {
            if (!(c is >= '\u4E00' and <= '\u9FFF' || c is '/' or '㎡' or '㎝' or '℃' or '°' or '(' or ')'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>2023年 is a year, 3号 a name; behind ≥ they are measures.</summary>
    private static bool IsDatePart(char c) => c is '年' or '月' or '日' or '号';

    private static Comparison Relation(ReadOnlySpan<char> s, out int length)
    {
        length = s is ['>' or '<', '=', ..] ? 2 : 1;
        return s switch
        {
            ['≥' or '≧' or '⩾', ..] or ['>', '=', ..] => Comparison.AtLeast,
            ['≤' or '≦' or '⩽', ..] or ['<', '=', ..] => Comparison.AtMost,
            ['>', ..] => Comparison.MoreThan,
            ['<', ..] => Comparison.LessThan,
            ['=', ..] => Comparison.Equal,
            _ => Comparison.None,
        };
    }

    /// <summary>What links the ends of a range: a hyphen, ~, 至, or the quantity between two signs (≤x≤).</summary>
    private static bool Between(ReadOnlySpan<char> s, out int length)
    {
        length = s switch
        {
            ['-' or '—' or '–' or '~' or '至', ..] => 1,
            ['≤' or '≦' or '<', 'x' or 'X' or 'a' or 'A' or 'n', '≤' or '≦' or '<', ..] => 3,
            _ => 0,
        };
        return length > 0;
    }

    /// <summary>In any number of digits: two numbers of 24 digits, one of them all decimals, are beyond 128 bits.</summary>
    private static int Compare(PrintedNumber a, PrintedNumber b) =>
        (a.Units * BigInteger.Pow(10, b.Decimals)).CompareTo(b.Units * BigInteger.Pow(10, a.Decimals));

    private static bool Set(ref AmountReading reading, PrintedNumber number, NumberShape shape)
    {
        reading = AmountReading.Of(number, shape);
        return true;
    }

    private static bool Set(ref AmountReading reading, ValueState state)
    {
        reading = AmountReading.Of(state);
        return true;
    }
}
