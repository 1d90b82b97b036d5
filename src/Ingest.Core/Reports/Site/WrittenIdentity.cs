using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>One cell of an identity and how it enters.</summary>
/// <param name="Sign">+ or -; × for a factor; " " where it could not be told.</param>
public sealed record IdentityTerm(CellRef Where, bool Left, char Sign, string Label, string ColumnPath, string Shown, Amount? Amount, ValueState State);

/// <summary>
/// An identity written out with its numbers. The stored check has both sides and the cells; the signs are found again by
/// adding up, so that what is written is arithmetically what was evaluated.
/// </summary>
/// <param name="Formula">In words; "" for an identity that this version no longer knows.</param>
/// <param name="Difference">Left minus right, in 元; "" where the sides are no amounts.</param>
public sealed record WrittenIdentity(Check Check, string Formula, ImmutableArray<IdentityTerm> Terms, string Difference)
{
    /// <summary>More terms are not tried with every sign.</summary>
    private const int MostSigns = 12;

    public static WrittenIdentity Of(Check check, Func<CellRef, Fact?> factAt)
    {
        var facts = check.Cells.Select(factAt).ToArray();
        var left = LeftCount(check, facts);
        var signs = Signs(check, facts, left);
        var terms = check.Cells.Select((where, i) => new IdentityTerm(
            facts[i]?.Where ?? where, i < left, i < left ? '+' : signs?[i - left] ?? ' ',
            facts[i] is { } fact ? Name(fact) : "", facts[i]?.Column.Path ?? "", facts[i]?.Shown ?? "", facts[i]?.Amount, facts[i]?.State ?? ValueState.Blank));
        var formula = IdentityCatalog.All.TryGetValue(check.Identity, out var identity) ? identity.Formula : "";
        return new WrittenIdentity(check, formula, [.. terms], Subtract(check.Left, check.Right));
    }

    /// <summary>Left minus right of two exact decimals.</summary>
    public static string Subtract(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Number, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)
            ? (a - b).ToString(CultureInfo.InvariantCulture)
            : "";

    /// <summary>As few cells as add up to the left side; one where none do.</summary>
    private static int LeftCount(Check check, Fact?[] facts)
    {
        Int128 sum = 0;
        for (var i = 0; i + 1 < facts.Length; i++)
        {
            sum += facts[i]?.Amount?.Fen ?? 0;
            if (Yuan(sum) == check.Left)
            {
                return i + 1;
            }
        }

        return Math.Min(1, facts.Length);
    }

    private static char[]? Signs(Check check, Fact?[] facts, int left)
    {
        var right = facts.AsSpan(left).ToArray();
        if (check.Identity == IdentityCatalog.Product.Id)
        {
            return Enumerable.Repeat('×', right.Length).ToArray();
        }

        var amounts = right.Select(f => (Int128)(f?.Amount?.Fen ?? 0)).ToArray();
        var free = Enumerable.Range(0, amounts.Length).Where(i => amounts[i] != 0).ToArray();
        foreach (var mask in free.Length <= MostSigns ? Enumerable.Range(0, 1 << free.Length).OrderBy(m => int.PopCount(m)).AsEnumerable() : Enumerable.Repeat(0, 1))
        {
            Int128 sum = 0;
            for (var k = 0; k < free.Length; k++)
            {
                sum += (mask >> k & 1) == 0 ? amounts[free[k]] : -amounts[free[k]];
            }

            if (Yuan(sum) == check.Right)
            {
                var signs = Enumerable.Repeat('+', right.Length).ToArray();
                for (var k = 0; k < free.Length; k++)
                {
                    signs[free[k]] = (mask >> k & 1) == 0 ? '+' : '-';
                }

                return signs;
            }
        }

        return null;
    }

    private static string Yuan(Int128 fen) => Money.Yuan(fen);

    private static string Name(Fact fact) => string.Join(' ', new[] { fact.Line.Code, fact.Line.Label }.Where(p => p.Length > 0)) is { Length: > 0 } name ? name : "合计";
}
