using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>What is counted of one document.</summary>
/// <param name="Failed">Not one page could be read.</param>
/// <param name="Amounts">Facts that are amounts of money.</param>
/// <param name="NotPassed">Checks that fail.</param>
/// <param name="Lost">Anomalies of that severity.</param>
public sealed record DocumentCounts(
    bool Failed, int Pages, int Tables, int TypedTables, int Facts, int Amounts, int Verified, int Doubtful,
    int Passed, int NotPassed, int Unverifiable, int Lost, int Doubts, int Notes)
{
    public static DocumentCounts Of(ParsedDocument document)
    {
        var unread = document.Anomalies.Count(a => a.Code == AnomalyCodes.PageUnreadable);
        return new DocumentCounts(
            document.Pages.Length <= unread,
            document.Pages.Length,
            document.Tables.Length,
            document.Tables.Count(t => t.Kind is not null),
            document.Facts.Length,
            document.Facts.Count(f => f.Amount is not null),
            document.Facts.Count(f => f.Status == FactStatus.Verified),
            document.Facts.Count(f => f.Status == FactStatus.Doubtful),
            document.Checks.Count(c => c.Result == CheckResult.Pass),
            document.Checks.Count(c => c.Result == CheckResult.Fail),
            document.Checks.Count(c => c.Result == CheckResult.Unverifiable),
            document.Anomalies.Count(a => a.Code.Severity == Severity.Lost),
            document.Anomalies.Count(a => a.Code.Severity == Severity.Doubt),
            document.Anomalies.Count(a => a.Code.Severity == Severity.Note));
    }
}
