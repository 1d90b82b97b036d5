using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Tests.Fuzz;

/// <summary>Amounts as a dress prints them.</summary>
internal static class Figures
{
    private const string Thin = " ";

    /// <summary>What every amount is a whole number of, in 分, so that sums hold as printed.</summary>
    public static long StepFen(Step step) => step switch { Step.Yuan2 or Step.TenThousand6 => 1, Step.TenThousand2 => 10_000, _ => 100 };

    public static Unit Unit(Step step) => step is Step.Yuan2 or Step.Yuan0 ? Core.Model.Unit.Yuan : Core.Model.Unit.TenThousand;

    public static string Print(long fen, Dress dress)
    {
        if (fen == 0)
        {
            return dress.Zero;
        }

        var decimals = dress.Step switch { Step.Yuan0 => 0, Step.Yuan2 or Step.TenThousand2 => 2, Step.TenThousand4 => 4, _ => 6 };
        var digits = (Math.Abs(fen) / StepFen(dress.Step)).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = Grouped(digits[..^decimals], dress.Number switch { NumberStyle.Comma => ",", NumberStyle.SpacedComma => ", ", NumberStyle.SpacedThousands => Thin, _ => "" });
        var point = dress.Number == NumberStyle.SpacedComma ? ". " : ".";
        var text = decimals == 0 ? whole : whole + point + digits[^decimals..];
        if (dress.Number == NumberStyle.FullWidth)
        {
            text = string.Concat(text.Select(c => c == '.' ? '．' : (char)(c - '0' + '０')));
        }

        return fen > 0 ? text : dress.Minus.Length == 2 ? dress.Minus[0] + text + dress.Minus[1] : dress.Minus + text;
    }

    private static string Grouped(string digits, string mark)
    {
        for (var i = digits.Length - 3; mark.Length > 0 && i > 0; i -= 3)
        {
            digits = digits.Insert(i, mark);
        }

        return digits;
    }
}
