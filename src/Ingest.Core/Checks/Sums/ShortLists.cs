using System.Globalization;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>
/// Lists of whole governments of which rows are left out: their sums fall short in every column (items that are secret), or in
/// last year's columns alone (items that have ended). A wrong figure would show in one column only. Nothing can be verified by
/// such a sum, and no figure of it is to blame; that rows are missing is told once for a table.
/// </summary>
internal static class ShortLists
{
    private const int FewestColumns = 2, FewestFamilies = 5;

    /// <summary>One family in so many may be short in a table that is read rightly.</summary>
    private const int Often = 5;

    public static void Excuse(Ledger ledger, Records records)
    {
        var families = new SortedDictionary<(int Table, int Row), List<int>>();
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            ref readonly var equation = ref ledger.Equations[e];
            if (GovernmentSums.IsGovernment(equation.View.Kind) && equation.Identity.Failure == AnomalyCodes.ColumnSum && equation.LeftCount == 1
                && equation.Result is CheckResult.Pass or CheckResult.Fail && Ledger.IsDown(equation, ledger))
            {
                var where = Total(ledger, e).Where;
                if (!families.TryGetValue((where.Table, where.Row), out var sums))
                {
                    families.Add((where.Table, where.Row), sums = []);
                }

                sums.Add(e);
            }
        }

        foreach (var table in families.GroupBy(f => f.Key.Table))
        {
            // with one column only many families tell
            var alone = table.Where(f => f.Value.Count == 1 && ledger.Equations[f.Value[0]].Result == CheckResult.Fail).ToList();
            var many = alone.Count >= FewestFamilies && alone.TrueForAll(f => ledger.Equations[f.Value[0]].IsShort) && alone.Count * Often <= table.Count();
            var excused = table.Where(f => (many && alone.Contains(f)) || LacksRows(ledger, f.Value)).SelectMany(f => f.Value).Where(e => ledger.Equations[e].Result == CheckResult.Fail).ToList();
            foreach (var e in excused)
            {
                ledger.Equations[e].Result = CheckResult.Unverifiable;
            }

            if (excused.Count > 0)
            {
                records.Anomalies.Add(Told(ledger, excused));
            }
        }
    }

    private static bool LacksRows(Ledger ledger, List<int> sums)
    {
        var failed = sums.FindAll(e => ledger.Equations[e].Result == CheckResult.Fail);
        if (failed.Count == 0 || !failed.TrueForAll(e => ledger.Equations[e].IsShort))
        {
            return false;
        }

        // changes and rates aside, all columns, or all those of the year before and none of this one
        var prior = sums.FindAll(e => IsPrior(Total(ledger, e).Column));
        return failed.Count == sums.Count ? failed.Count >= FewestColumns : prior.Count < sums.Count && prior.Count == failed.Count && prior.TrueForAll(failed.Contains);
    }

    private static bool IsPrior(BudgetColumn column) => column.Key is { } key && key.Contains(ColumnKeys.Prior, StringComparison.Ordinal);

    private static Fact Total(Ledger ledger, int equation) => ledger.Facts[Ledger.FactOf(ledger.Terms(ledger.Equations[equation])[0])];

    private static Anomaly Told(Ledger ledger, List<int> sums)
    {
        var equation = ledger.Equations[sums[0]];
        var fact = Total(ledger, sums[0]);
        return new Anomaly(
            AnomalyCodes.ColumnSum, fact.Where, equation.View.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
            string.Create(CultureInfo.InvariantCulture, $"{sums.Count} sums of this table fall short in all columns of their rows, or in all of the year before: rows of the list are missing; the first is {Findings.Name(fact)}."), Origin.Unknown)
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"表内 {sums.Count} 处合计在各列（或上年各列）均大于所列各项之和：所列项目不全；首处为 {Findings.Name(fact)}。"),
        };
    }
}
