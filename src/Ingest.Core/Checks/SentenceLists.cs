using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>N5: where a sentence gives all parts of a list that is known to be complete, they make the whole.</summary>
internal static class SentenceLists
{
    /// <summary>Lists that are complete: all of them together make the whole.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Lists =
    [
        [ColumnKeys.Basic, ColumnKeys.Project], [ColumnKeys.Personnel, ColumnKeys.Operating], [ColumnKeys.Abroad, ColumnKeys.Car, ColumnKeys.Reception],
        [ColumnKeys.CarPurchase, ColumnKeys.CarOperation], [Concepts.Goods, Concepts.Works, Concepts.Services],
    ];

    public static void Evaluate(List<NarrativeFact> group, HashSet<NarrativeFact> contradicted, Records records)
    {
        var amounts = group.FindAll(f => f is { Metric: "amount", Amount: not null } && !contradicted.Contains(f));
        foreach (var whole in amounts)
        {
            var inside = whole.Context.Length == 0 ? whole.Subject : whole.Context + "/" + whole.Subject;
            var parts = amounts.FindAll(f => IsPartOf(f, inside, amounts));
            foreach (var list in Lists)
            {
                if (parts.Count >= list.Length && !list.Contains(Concepts.OfSubject(whole.Subject) ?? ""))
                {
                    CompleteList(whole, parts, list, records);
                }
            }
        }
    }

    private static void CompleteList(NarrativeFact whole, List<NarrativeFact> amounts, ImmutableArray<string> list, Records records)
    {
        var parts = list.Select(c => amounts.FindIndex(f => Concepts.OfSubject(f.Subject) == c)).ToList();
        if (parts.Contains(-1))
        {
            return;
        }

        Int128 sum = 0, step = Sentences.Step(whole.Amount!.Value);
        foreach (var part in parts)
        {
            sum += amounts[part].Amount!.Value.Fen;
            step = Int128.Min(step, Sentences.Step(amounts[part].Amount!.Value));
        }

        // 0万元 and 15万元 beside 13.85万元 lack their zeros, not their precision: the finest step is that of all.
        var slack = step * (parts.Count + 1);
        var difference = whole.Amount.Value.Fen - sum;
        var holds = Int128.Abs(difference) * 2 <= slack;
        if (!holds && amounts.Count > list.Length)
        {
            // Other parts stand beside them, so that the list is not the whole of it here.
            return;
        }

        records.Checks.Add(Sentences.Stated(IdentityCatalog.NarrativeSum, whole, whole.Amount.Value.Fen, sum, slack, holds ? CheckResult.Pass : CheckResult.Fail));
        if (difference != 0)
        {
            records.Anomalies.Add(new Anomaly(
                holds ? AnomalyCodes.Rounding : AnomalyCodes.NarrativeMismatch, whole.Where, "", whole.Subject, "", whole.Shown, Sentences.Print(sum, whole),
                $"the parts named with {whole.Shown} add up to {Sentences.Print(sum, whole)}"));
        }
    }

    /// <summary>Whether the whole encloses the part directly; words that only divide a list (收入包括) may stand between.</summary>
    private static bool IsPartOf(NarrativeFact part, string whole, List<NarrativeFact> amounts)
    {
        if (!part.Context.StartsWith(whole, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = part.Context.AsSpan(whole.Length).TrimStart('/').ToString();
        return rest.Length == 0 || !rest.Contains('/', StringComparison.Ordinal) && !amounts.Exists(a => a.Subject == rest);
    }
}
