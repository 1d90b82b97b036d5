using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <summary>
/// N2: a stated share is the part over the whole. The whole is what the words in front of the share name (占…的), stated before or
/// printed in a table, else the first amount of the sentence. Only where the sentence itself states the named whole does
/// a share that does not fit contradict it.
/// </summary>
internal sealed class Shares(ImmutableArray<NarrativeFact> narrative, FigureBook book, Records records)
{
    public void Evaluate(NarrativeFact share, List<NarrativeFact> group)
    {
        if (share.Number.Decimals > 6 || Sentences.Of(group, Sentences.Amount, share.Subject) is not { Amount: { Fen: > 0 } part } stated)
        {
            return;
        }

        var name = share.Context[(share.Context.LastIndexOf('/') + 1)..];
        var own = group.Find(f => f.Metric == Sentences.Amount && f.Subject == name && f != stated);
        Ratio? failed = null;
        foreach (var whole in Wholes(name, own, stated, group))
        {
            if (whole.Fen <= 0 || part.Fen > whole.Fen + whole.Slack)
            {
                continue;
            }

            var ratio = new Ratio(part.Fen, Sentences.Step(part), whole.Fen, whole.Slack);
            if (ratio.Rounds(share.Number))
            {
                Record(share, ratio, true);
                return;
            }

            failed ??= own is not null ? ratio : null;
        }

        if (failed is { } wrong)
        {
            var cut = wrong.IsCutOff(share.Number);
            Record(share, wrong, cut);
            var expected = Percent(share, wrong);
            records.Anomalies.Add(new Anomaly(
                cut ? AnomalyCodes.Rounding : AnomalyCodes.NarrativeMismatch, share.Where, "", share.Subject, "", share.Shown, expected,
                cut ? $"{share.Shown} is cut off, not rounded: {expected}" : $"{share.Shown} is not the share of {stated.Shown} in {own!.Shown}: {expected}")
            {
                Chinese = cut ? $"{share.Shown} 是截断而非四舍五入：应为 {expected}" : $"{stated.Shown} 占 {own!.Shown} 的比例不是 {share.Shown}，应为 {expected}",
            });
        }
    }

    /// <summary>What the share may be of, the surest first.</summary>
    private IEnumerable<(Int128 Fen, Int128 Slack)> Wholes(string name, NarrativeFact? own, NarrativeFact part, List<NarrativeFact> group)
    {
        if (own?.Amount is { } inside)
        {
            yield return (inside.Fen, Sentences.Step(inside));
        }

        if (narrative.LastOrDefault(f => f.Group < part.Group && f is { Metric: Sentences.Amount, Amount: not null } && f.Subject == name)?.Amount is { } before)
        {
            yield return (before.Fen, Sentences.Step(before));
        }

        if (group.Find(f => f.Metric == Sentences.Amount) is { Amount: { } first } and var fact && fact != part)
        {
            yield return (first.Fen, Sentences.Step(first));
        }

        foreach (var figure in Concepts.OfSubject(name) is { } concept ? book.OfConcept(concept) : book.OfLabel(name))
        {
            yield return (figure.Fen, figure.Slack);
        }
    }

    private void Record(NarrativeFact share, Ratio ratio, bool holds) =>
        records.Checks.Add(Sentences.Stated(IdentityCatalog.Share, share, share.Shown, Percent(share, ratio), "", holds ? CheckResult.Pass : CheckResult.Fail));

    private static string Percent(NarrativeFact share, Ratio ratio) => ratio.Percent(Math.Max(2, share.Number.Decimals));
}
