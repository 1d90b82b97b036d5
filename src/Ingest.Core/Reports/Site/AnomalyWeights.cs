using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>How much money an anomaly is about: by how many 元 the identities through its cell fail, whatever the unit of its table.</summary>
internal static class AnomalyWeights
{
    /// <summary>Their sides are shares, rates and people, not money.</summary>
    private static readonly FrozenSet<string> NoMoney = new[] { "N2", "N3", "N7" }.ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<(decimal Yuan, string Unit)> Of(SiteDocument site)
    {
        var failed = site.Document.Checks.Where(c => c.Result == CheckResult.Fail && !NoMoney.Contains(c.Identity))
            .SelectMany(c => c.Cells.Distinct().Select(w => (Cell: (w.Table, w.Row, w.Column), Yuan: Difference(c)))).ToLookup(c => c.Cell, c => c.Yuan);
        return
        [
            .. site.Document.Anomalies.Select(a => a.Where.Table <= 0 || a.Code.Severity != Severity.Doubt
                ? (0m, Unit(site, a))
                : (failed[(a.Where.Table, a.Where.Row, a.Where.Column)].DefaultIfEmpty(0).Max(), Unit(site, a))),
        ];
    }

    private static string Unit(SiteDocument site, Anomaly anomaly) => site.Table(anomaly.Where.Table)?.Unit?.Label ?? "";

    private static decimal Difference(Check check) => Amount(check.Left) is { } left && Amount(check.Right) is { } right ? Math.Abs(left - right) : 0;

    private static decimal? Amount(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
