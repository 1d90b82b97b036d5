using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <summary>N5: where the text gives all parts of a list that is known to be complete, they make the whole.</summary>
internal static class SentenceLists
{
    /// <summary>Complete lists: all of their parts together make what they are parts of (anything, where that is not said).</summary>
    private static readonly ImmutableArray<(string? Whole, ImmutableArray<string> Parts)> Lists =
    [
        (null, [ColumnKeys.Basic, ColumnKeys.Project]), (ColumnKeys.Basic, [ColumnKeys.Personnel, ColumnKeys.Operating]),
        (Concepts.ThreePublic, [ColumnKeys.Abroad, ColumnKeys.Car, ColumnKeys.Reception]), (ColumnKeys.Car, [ColumnKeys.CarPurchase, ColumnKeys.CarOperation]),
        (Concepts.Procurement, [Concepts.Goods, Concepts.Works, Concepts.Services]),
    ];

    /// <param name="parts">The amounts that stand directly in the list of the whole.</param>
    /// <param name="contradicted">Statements that the tables refute already.</param>
    /// <param name="unsettled">Statements that the tables do not bear out, as far as they were read: the first to be suspected.</param>
    public static void Evaluate(NarrativeFact whole, List<NarrativeFact> parts, HashSet<NarrativeFact> contradicted, HashSet<NarrativeFact> unsettled, Records records)
    {
        var concept = Concepts.OfSubject(whole.Subject);
        foreach (var (required, list) in Lists)
        {
            // 支出总计 may have further parts beside basic and project expenditure
            if ((required is null ? parts.Count != list.Length : required != concept) || (concept is not null && list.Contains(concept)))
            {
                continue;
            }

            var members = list.Select(c => parts.FindAll(f => Concepts.OfSubject(f.Subject) == c)).ToList();
            if (!members.Exists(m => m.Count != 1 || contradicted.Contains(m[0])) && !contradicted.Contains(whole))
            {
                Sum(whole, members.ConvertAll(m => m[0]), unsettled, records);
            }
        }
    }

    private static void Sum(NarrativeFact whole, List<NarrativeFact> parts, HashSet<NarrativeFact> unsettled, Records records)
    {
        Int128 sum = 0, step = Sentences.Step(whole.Amount!.Value);
        foreach (var part in parts)
        {
            sum += part.Amount!.Value.Fen;
            step = Int128.Min(step, Sentences.Step(part.Amount.Value));
        }

        // 0万元 and 15万元 beside 13.85万元 lack their zeros, not their precision: the finest step is that of all
        var slack = step * (parts.Count + 1);
        var difference = whole.Amount.Value.Fen - sum;
        var holds = Int128.Abs(difference) * 2 <= slack;
        records.Checks.Add(Sentences.Stated(IdentityCatalog.NarrativeSum, whole, whole.Amount.Value.Fen, sum, slack, holds ? CheckResult.Pass : CheckResult.Fail));
        if (!holds && parts.FindAll(unsettled.Contains) is [var suspect])
        {
            var right = Sentences.Print(suspect.Amount!.Value.Fen + difference, suspect);
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.NarrativeMismatch, suspect.Where, "", suspect.Subject, "", suspect.Shown, right,
                $"the text says {suspect.Shown} for {suspect.Subject}; with {right} the parts would add up to {whole.Shown}")
            {
                Chinese = $"文字称{suspect.Subject}为 {suspect.Shown}；若为 {right}，各部分之和才等于 {whole.Shown}",
            });
        }
        else if (difference != 0)
        {
            records.Anomalies.Add(new Anomaly(
                holds ? AnomalyCodes.Rounding : AnomalyCodes.NarrativeMismatch, whole.Where, "", whole.Subject, "", whole.Shown, Sentences.Print(sum, whole),
                $"the parts named with {whole.Shown} add up to {Sentences.Print(sum, whole)}")
            {
                Chinese = $"与 {whole.Shown} 一同列出的各部分之和为 {Sentences.Print(sum, whole)}",
            });
        }
    }
}
