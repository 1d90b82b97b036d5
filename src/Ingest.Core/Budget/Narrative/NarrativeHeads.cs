using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Narrative;

/// <summary>
/// 收入1,000万元,其中:拨款900万元,上年结转100万元,较上年减少300万元,下降23.08%: a change behind a list of parts may be said of the last
/// part or of the head of the list; the figures tell.
/// </summary>
internal static class NarrativeHeads
{
    /// <summary>Gives the changes of a sentence to the head where their rate follows from its amount and not from that of the part.</summary>
    /// <param name="from">The first fact of the sentence.</param>
    /// <param name="head">The subject whose parts the sentence lists; it may stand in an earlier sentence of the group.</param>
    public static void Settle(ImmutableArray<NarrativeFact>.Builder facts, int from, string head)
    {
        for (var r = from; r < facts.Count; r++)
        {
            if (facts[r].Metric != "growth_rate" || facts[r].Subject == head)
            {
                continue;
            }

            var rate = facts[r];
            int change = Last(facts, r, "change_amount", rate.Subject, rate.Group), part = Last(facts, r, "amount", rate.Subject, rate.Group), whole = Last(facts, r, "amount", head, rate.Group);
            if (change >= from && part >= 0 && whole >= 0 && !Follows(rate, facts[change], facts[part]) && Follows(rate, facts[change], facts[whole]))
            {
                facts[change] = Of(facts[change], head, facts[whole].Context);
                facts[r] = Of(rate, head, facts[whole].Context);
            }
        }
    }

    private static NarrativeFact Of(NarrativeFact fact, string head, string context) => fact with { Subject = head, Context = context };

    private static int Last(ImmutableArray<NarrativeFact>.Builder facts, int before, string metric, string subject, int group)
    {
        for (var i = before - 1; i >= 0 && facts[i].Group == group; i--)
        {
            if (facts[i].Metric == metric && facts[i].Subject == subject)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The rate is the change over what was there before it, to one step of the rate.</summary>
    private static bool Follows(NarrativeFact rate, NarrativeFact change, NarrativeFact now)
    {
        if (change.Amount is not { } by || now.Amount is not { } amount || rate.Number.Decimals > 6)
        {
            return false;
        }

        Int128 scale = 100, prior = (Int128)amount.Fen - by.Fen;
        for (var d = 0; d < rate.Number.Decimals; d++)
        {
            scale *= 10;
        }

        // no change follows from anything
        return prior > 0 && by.Fen != 0 && Int128.Abs((by.Fen * scale) - (rate.Number.Units * prior)) <= prior;
    }
}
