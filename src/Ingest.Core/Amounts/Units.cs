using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Amounts;

/// <summary>Why a printed number could not become an exact amount.</summary>
public enum AmountFit : byte
{
    Exact,
    /// <summary>It has digits below 0.01 元.</summary>
    SubFen,
    /// <summary>It is larger than any amount.</summary>
    TooLarge,
}

/// <summary>Recognises the units of money, and makes exact amounts of printed numbers.</summary>
public static class Units
{
    /// <summary>Longest first, so that 百万元 is not taken for 万元.</summary>
    private static readonly ImmutableArray<Unit> All = [Unit.Million, Unit.HundredMillion, Unit.TenThousand, Unit.Thousand, Unit.Yuan];

    private static readonly ImmutableArray<string> Prefixes = ["单位", "金额", "货币单位"];

    /// <summary>
    /// The unit that a line above a table or the header of a column names: 单位:万元, 金额单位:元, (单位:人民币千元), 金额(万元), 单价(元/台),
    /// 万元. Null if it names none.
    /// </summary>
    /// <param name="text">Folded.</param>
    public static Unit? Named(ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        return AfterPrefix(text) ?? InBrackets(text) ?? Alone(text);
    }

    /// <summary>The unit that the text begins with, after 人民币 if it stands there.</summary>
    public static Unit? AtStart(ReadOnlySpan<char> text, out int length)
    {
        var skip = text.StartsWith("人民币") ? 3 : 0;
        foreach (var unit in All)
        {
            if (text[skip..].StartsWith(unit.Label))
            {
                length = skip + unit.Label.Length;
                return unit;
            }
        }

        length = 0;
        return null;
    }

    /// <summary>The unit that the text ends with.</summary>
    public static Unit? AtEnd(ReadOnlySpan<char> text, out int length)
    {
        foreach (var unit in All)
        {
            if (text.EndsWith(unit.Label))
            {
                length = unit.Label.Length;
                return unit;
            }
        }

        length = 0;
        return null;
    }

    /// <summary>The exact amount of a number printed in a unit; null where it does not fit, which is never rounded away.</summary>
    public static Amount? ToAmount(PrintedNumber number, Unit unit, out AmountFit fit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var divisor = PowerOfTen.Of(number.Decimals);
        var (fen, rest) = Int128.DivRem(number.Units * unit.Fen, divisor);
        fit = rest != 0 ? AmountFit.SubFen : fen > long.MaxValue || fen < -long.MaxValue ? AmountFit.TooLarge : AmountFit.Exact;
        return fit == AmountFit.Exact ? new Amount((long)fen, Math.Max(1, (long)(unit.Fen / divisor))) : null;
    }

    /// <summary>Behind 单位 or 金额 and a colon. All of them are tried: 编制单位:某局 单位:万元.</summary>
    private static Unit? AfterPrefix(ReadOnlySpan<char> text)
    {
        foreach (var prefix in Prefixes)
        {
            var from = 0;
            for (int at; (at = text[from..].IndexOf(prefix)) >= 0;)
            {
                from += at + prefix.Length;
                var rest = SkipColon(text[from..]);
                if (AtStart(rest, out var length) is { } unit && EndsAt(rest, length, unit))
                {
                    return unit;
                }
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> SkipColon(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        return text.IsEmpty || text[0] is not (':' or '∶' or '︰' or '为') ? [] : text[1..].TrimStart(' ');
    }

    /// <summary>元 may begin a name (元氏县) and a rate (元/台); the other units may not.</summary>
    private static bool EndsAt(ReadOnlySpan<char> text, int length, Unit unit) =>
        length == text.Length || text[length] != '/' && (unit != Unit.Yuan || text[length] is < '\u4E00' or > '\u9FFF');

    private static Unit? Alone(ReadOnlySpan<char> text) => AtStart(text, out var length) is { } unit && length == text.Length ? unit : null;

    /// <summary>(万元), (单位:元), (元/台), also 〔〕 and [].</summary>
    private static Unit? InBrackets(ReadOnlySpan<char> text)
    {
        for (var from = 0; ;)
        {
            var open = text[from..].IndexOfAny('(', '[', '〔');
            if (open < 0)
            {
                return null;
            }

            from += open + 1;
            var close = text[from..].IndexOfAny(')', ']', '〕');
            var inner = (close < 0 ? text[from..] : text[from..(from + close)]).Trim(' ');
            if (AfterPrefix(inner) is { } named)
            {
                return named;
            }

            if (AtStart(inner, out var length) is { } unit && (length == inner.Length || inner[length] is '/' or ',' or '、'))
            {
                return unit;
            }
        }
    }
}
