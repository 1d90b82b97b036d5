using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <content>Statements on single totals: last year's, and the running costs of offices.</content>
internal sealed partial class Sentences
{
    /// <summary>N4: what is left without the increase is last year's total, where a table or form prints that. A sentence may compare with something else: then nothing is claimed.</summary>
    private void PriorTotal(NarrativeFact change, List<NarrativeFact> group)
    {
        if (change.Amount is not { } by || Of(group, Amount, change.Subject)?.Amount is not { } now || IsOfAnotherYear(change.Subject) || Concepts.OfSubject(change.Subject) is not { } concept)
        {
            return;
        }

        Int128 prior = (Int128)now.Fen - by.Fen;
        Figure? nearest = null;
        foreach (var figure in book.PriorOfConcept(concept))
        {
            nearest = nearest is { } n && Int128.Abs(prior - n.Fen) <= Int128.Abs(prior - figure.Fen) ? nearest : figure;
            var slack = Step(now) + Step(by) + figure.Slack;
            if (figure.Fen != 0 && Int128.Abs(prior - figure.Fen) * 2 <= slack)
            {
                Add(IdentityCatalog.PriorTotal, change, prior, figure.Fen, slack, CheckResult.Pass);
                borneOut.Add(change);
                return;
            }
        }

        // the sentence may compare with what was carried out, the column with what was budgeted: nobody is to blame
        if (nearest is { } other && other.Fen != 0)
        {
            Add(IdentityCatalog.PriorTotal, change, prior, other.Fen, Step(now) + Step(by) + other.Slack, CheckResult.NotApplicable);
        }
    }

    /// <summary>N6: the running costs of offices are those of their table, or all operating costs; institutions have operating costs too, so that they may be less, but never more.</summary>
    private void RunningCost(NarrativeFact fact)
    {
        var own = book.OfConcept(Concepts.RunningCost);
        var figures = own.Count > 0 ? own : book.OfConcept(ColumnKeys.Operating);
        if (figures.Count == 0 || IsOfAnotherYear(fact.Subject) || fact.Amount is not { Fen: > 0 } stated)
        {
            return;
        }

        var near = figures.OrderBy(f => Int128.Abs(f.Fen - stated.Fen)).First();
        var slack = Step(stated) + near.Slack;
        var result = Int128.Abs(stated.Fen - near.Fen) * 2 <= slack ? CheckResult.Pass
            : own.Count == 0 && figures.Any(f => f.Fen > stated.Fen) ? CheckResult.NotApplicable : CheckResult.Fail;
        Add(IdentityCatalog.RunningCost, fact, stated.Fen, near.Fen, slack, result);
        if (result == CheckResult.Fail)
        {
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.NarrativeMismatch, fact.Where, "", fact.Subject, "", fact.Shown, Print(near.Fen, fact),
                $"the text says {fact.Shown} for {fact.Subject}, the tables {Print(near.Fen, fact)} of operating costs")
            {
                Chinese = $"文字称{fact.Subject}为 {fact.Shown}，表中公用经费为 {Print(near.Fen, fact)}",
            });
        }
    }
}
