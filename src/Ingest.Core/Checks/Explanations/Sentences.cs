using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <summary>What sentences state, against the tables and against each other.</summary>
internal sealed partial class Sentences(ImmutableArray<NarrativeFact> narrative, FigureBook book, Gaps gaps, DocumentIdentity identity, Records records)
{
    internal const string Amount = "amount";
    private const string ChangeAmount = "change_amount";
    private const string PriorAmount = "prior_amount";
    private const string GrowthRate = "growth_rate";
    internal const string Share = "share";

    /// <summary>Sections that speak of part of the money only, in words that the tables use for all of it.</summary>
    private static readonly ImmutableArray<string> Sections = ["机关运行经费", "绩效", "国有资产", "重点项目", "名词解释"];

    private readonly HashSet<NarrativeFact> contradicted = [];

    /// <summary>Amounts that the tables do not have, as far as they were read.</summary>
    private readonly HashSet<NarrativeFact> unsettled = [];

    /// <summary>Amounts that stand in the tables too, and changes from what last year's columns say.</summary>
    private readonly HashSet<NarrativeFact> borneOut = [];

    /// <summary>Cells of which the text states what would close the sums.</summary>
    public HashSet<int> Refuted { get; } = [];

    public void Evaluate()
    {
        var stated = new Dictionary<string, NarrativeFact>(StringComparer.Ordinal);
        var lists = new Dictionary<string, (NarrativeFact Whole, List<NarrativeFact> Parts)>(StringComparer.Ordinal);
        foreach (var fact in narrative)
        {
            if (fact is not { Metric: Amount, Amount: not null })
            {
                continue;
            }

            var enclosing = Enclosing(fact, stated);
            if (fact.Subject.Contains("机关运行经费", StringComparison.Ordinal))
            {
                RunningCost(fact);
            }
            else if (CanCompare(fact, enclosing))
            {
                AgainstTables(fact);
            }

            if (enclosing is not null)
            {
                if (!lists.TryGetValue(fact.Context, out var list) || list.Whole != enclosing)
                {
                    lists[fact.Context] = list = (enclosing, []);
                }

                list.Parts.Add(fact);
            }

            stated[fact.Subject] = fact;
        }

        foreach (var (whole, parts) in lists.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value))
        {
            SentenceLists.Evaluate(whole, parts, contradicted, unsettled, records);
        }

        var shares = new Shares(narrative, book, records);
        foreach (var group in narrative.GroupBy(n => n.Group).OrderBy(g => g.Key))
        {
            var facts = group.ToList();
            foreach (var fact in facts)
            {
                if (fact.Metric == GrowthRate)
                {
                    Growth(fact, facts);
                }
                else if (fact.Metric == Share)
                {
                    shares.Evaluate(fact, facts);
                }
                else if (fact.Metric == ChangeAmount)
                {
                    PriorTotal(fact, facts);
                }
            }
        }
    }

    /// <summary>The innermost statement in whose list an amount stands.</summary>
    private static NarrativeFact? Enclosing(NarrativeFact fact, Dictionary<string, NarrativeFact> stated) =>
        stated.GetValueOrDefault(fact.Context[(fact.Context.LastIndexOf('/') + 1)..]) is { } whole && whole != fact ? whole : null;

    /// <summary>
    /// A figure under a statement on something that is no whole of the tables (机关运行经费, a single function) is a part
    /// of that, though its name be that of a row.
    /// </summary>
    private bool CanCompare(NarrativeFact fact, NarrativeFact? enclosing)
    {
        if (Sections.Any(s => fact.Context.Contains(s, StringComparison.Ordinal)) || (identity.Phase == "final" && fact.Subject.Contains("年初预算", StringComparison.Ordinal)))
        {
            return false;
        }

        return enclosing is null || Concepts.OfSubject(enclosing.Subject) is not null;
    }

    /// <summary>N1, and X10 for goods, works and services: the amount is a figure of the tables, rounded as printed.</summary>
    private void AgainstTables(NarrativeFact fact)
    {
        if (IsOfAnotherYear(fact.Subject))
        {
            return;
        }

        var concept = Concepts.OfSubject(fact.Subject);
        var figures = concept is null ? book.OfLabel(fact.Subject) : book.OfConcept(concept);
        var rule = concept is Concepts.Goods or Concepts.Works or Concepts.Services ? IdentityCatalog.GoodsStated : IdentityCatalog.NarrativeTables;
        var stated = fact.Amount!.Value;
        if (figures.Count == 0 || (stated.Fen != 0 && figures.All(f => f.Fen == 0)))
        {
            return;
        }

        foreach (var figure in figures.OrderBy(f => f.Corrected))
        {
            var slack = Step(stated) + figure.Slack;
            if (Int128.Abs(stated.Fen - figure.Fen) * 2 <= slack)
            {
                if (figure.Corrected)
                {
                    Refuted.Add(figure.Fact);
                }

                // what only the corrected figure bears out is no contradiction of the sentence, but of the cell that is suspected already
                Add(rule, fact, stated.Fen, figure.Fen, slack, figure.Corrected ? CheckResult.Fail : CheckResult.Pass);
                if (!figure.Corrected)
                {
                    borneOut.Add(fact);
                }

                return;
            }
        }

        if (stated.Fen == 0 && book.IsBlank(concept, fact.Subject))
        {
            borneOut.Add(fact);
            Add(rule, fact, 0, 0, Step(stated), CheckResult.Pass);
            return;
        }

        if (IsCutOff(stated, figures) is { } exact)
        {
            Add(rule, fact, stated.Fen, exact.Fen, (Step(stated) * 2) + exact.Slack, CheckResult.Pass);
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.Rounding, fact.Where, "", fact.Subject, "", fact.Shown, Print(exact.Fen, fact),
                $"{fact.Shown} is cut off, not rounded: the tables say {Print(exact.Fen, fact)}")
            {
                Chinese = $"{fact.Shown} 是截断而非四舍五入：表中为 {Print(exact.Fen, fact)}",
            });
            return;
        }

        var read = figures.Where(f => !gaps.IsUncertain(f.Fact)).ToList();
        var nearest = Nearest(stated, read.Count > 0 ? read : figures);
        if (read.Count == 0 || (book.MayLack(concept, gaps) && !IsSlip(stated, nearest)))
        {
            unsettled.Add(fact);
            Add(rule, fact, stated.Fen, nearest.Fen, Step(stated) + nearest.Slack, CheckResult.Unverifiable);
            return;
        }

        contradicted.Add(fact);
        Add(rule, fact, stated.Fen, nearest.Fen, Step(stated) + nearest.Slack, CheckResult.Fail);
        records.Anomalies.Add(new Anomaly(
            AnomalyCodes.NarrativeMismatch, fact.Where, "", fact.Subject, "", fact.Shown, Print(nearest.Fen, fact),
            $"the text says {fact.Shown} for {fact.Subject}, the tables {Print(nearest.Fen, fact)}")
        {
            Chinese = $"文字称{fact.Subject}为 {fact.Shown}，表中为 {Print(nearest.Fen, fact)}",
        });
    }

    /// <summary>N3: growth = change / (current - change), within what the rounding of all three allows.</summary>
    private void Growth(NarrativeFact rate, List<NarrativeFact> group)
    {
        // a group may compare with several figures, one after the other: those that stand nearest before the rate
        var before = group[..group.IndexOf(rate)];
        if (before.FindLast(f => f.Metric == ChangeAmount && f.Subject == rate.Subject) is not { } change || change.Amount is not { } by || rate.Number.Decimals > 6)
        {
            return;
        }

        Int128 baseFen, baseSlack;
        if (before.FindLast(f => f.Metric == PriorAmount && f.Subject == rate.Subject)?.Amount is { } prior)
        {
            (baseFen, baseSlack) = (prior.Fen, Step(prior));
        }
        else if (Of(group, Amount, rate.Subject)?.Amount is { } current)
        {
            (baseFen, baseSlack) = ((Int128)current.Fen - by.Fen, Step(current) + Step(by));
        }
        else
        {
            return;
        }

        if (baseFen <= 0 || by.Fen == 0)
        {
            return;
        }

        var ratio = new Ratio(by.Fen, Step(by), baseFen, baseSlack);
        var sameWay = Int128.Sign(by.Fen) == Int128.Sign(rate.Number.Units) || rate.Number.Units == 0;
        var holds = sameWay && ratio.Rounds(rate.Number);
        var cut = sameWay && !holds && ratio.IsCutOff(rate.Number);
        var expected = ratio.Percent(Math.Max(2, rate.Number.Decimals));
        // the words say which way it goes where the rate has no sign
        expected = sameWay && !rate.Shown.Contains('-', StringComparison.Ordinal) ? expected.TrimStart('-') : expected;
        records.Checks.Add(Stated(IdentityCatalog.Growth, rate, rate.Shown, expected, "", holds || cut ? CheckResult.Pass : CheckResult.Fail));
        if (!holds)
        {
            records.Anomalies.Add(new Anomaly(
                cut ? AnomalyCodes.Rounding : AnomalyCodes.GrowthMismatch, rate.Where, "", rate.Subject, "", rate.Shown, expected,
                cut ? $"{rate.Shown} is cut off, not rounded: {expected}" : $"{rate.Shown} does not follow from a change of {change.Shown}: {expected}",
                // one sentence alone may have been misread
                borneOut.Contains(change) && Of(group, Amount, rate.Subject) is { } stated && borneOut.Contains(stated) ? Origin.Publisher : Origin.Unknown)
            {
                Chinese = cut ? $"{rate.Shown} 是截断而非四舍五入：应为 {expected}" : $"按增减额 {change.Shown} 计算，{rate.Shown} 应为 {expected}",
            });
        }
    }

    private bool IsOfAnotherYear(string subject)
    {
        if (subject.Contains("上年", StringComparison.Ordinal) || subject.Contains("去年", StringComparison.Ordinal) || subject.Contains("结转", StringComparison.Ordinal))
        {
            return true;
        }

        var at = subject.IndexOf('年', StringComparison.Ordinal);
        return at >= 4 && int.TryParse(subject.AsSpan(at - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && identity.FiscalYear is { } fiscal && year != fiscal;
    }

    internal static NarrativeFact? Of(List<NarrativeFact> group, string metric, string subject) => group.Find(f => f.Metric == metric && f.Subject == subject);

    internal static Int128 Step(Amount amount) => amount.StepFen <= 1 ? 0 : amount.StepFen;

    /// <summary>As the sentence prints it: rounded to its step, with its unit, trailing zeros dropped where it drops them.</summary>
    internal static string Print(Int128 fen, NarrativeFact like)
    {
        var unit = like.Unit ?? Unit.TenThousand;
        var step = Math.Max(1, unit.Fen / 100);
        var rounded = unit.Fen > 100 ? ((Int128.Abs(fen) * 2) + step) / (2 * (Int128)step) * step * Int128.Sign(fen) : fen;
        var text = AmountPrint.Like(rounded, unit, Math.Min(step, like.Amount?.StepFen ?? step), like.Shown.Contains(',', StringComparison.Ordinal));
        text = like.Number.Decimals < 2 && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return text + unit.Label;
    }

    private void Add(Identity rule, NarrativeFact fact, Int128 left, Int128 right, Int128 slack, CheckResult result) =>
        records.Checks.Add(Stated(rule, fact, left, right, slack, result));

    internal static Check Stated(Identity rule, NarrativeFact fact, Int128 left, Int128 right, Int128 slack, CheckResult result) =>
        Stated(rule, fact, Ledger.Yuan(left), Ledger.Yuan(right), Ledger.Tolerance(slack), result);

    /// <summary>The check of a sentence belongs to no table.</summary>
    internal static Check Stated(Identity rule, NarrativeFact fact, string left, string right, string tolerance, CheckResult result) =>
        new(rule.Id, "", -1, -1, fact.Subject, left, right, tolerance, result, [fact.Where]);
}
