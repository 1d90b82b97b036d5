using System.Globalization;
using System.Text;
using Ingest.Core.Checks;
using Ingest.Core.Reports;

namespace Ingest.Io.Harvest;

/// <summary>What an operator wants to know in the morning: what came, what is missing, what looks wrong.</summary>
public static class RunSummary
{
    private const int TroublesShown = 10;
    private const int ChangesShown = 20;

    public static string Text(RunReport report)
    {
        var text = new StringBuilder();
        foreach (var visit in report.Harvest.Visits)
        {
            Visit(text, visit);
        }

        var harvest = report.Harvest;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"harvest: {Plural.Of(harvest.Sum(v => v.Found), "file")} listed: {harvest.Sum(v => v.Added):N0} new, {harvest.Sum(v => v.Changed):N0} changed, {harvest.Sum(v => v.Unchanged + v.DoneBefore + v.Rested):N0} as known, {harvest.Sum(v => v.Failed + v.NotAFile):N0} failed; {Plural.Of(harvest.Sum(t => t.Requests), "request")} ({harvest.Sum(t => t.NotModified):N0} not modified, {harvest.Sum(t => t.RateLimited):N0} rate limited), {harvest.Sum(t => t.Bytes) / 1e6:0.0} MB, {harvest.Duration.TotalSeconds:0.0} s");
        if (report.Load is { } load)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"load: {Plural.Of(load.Added, "document")} loaded ({Plural.Of(load.Pages, "page")}), {load.Unchanged:N0} known already, {load.Failed:N0} failed, {load.Lossy:N0} with losses");
        }

        Restated(text, report);
        report.Anomalies?.WriteText(text);
        report.Coverage?.WriteText(text);
        return text.ToString();
    }

    private static void Visit(StringBuilder text, VisitOutcome visit)
    {
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{visit.Portal.Name}: {Plural.Of(visit.Found, "file")} listed{(visit.Complete ? "" : " (the listing was NOT seen to its end)")}: {visit.Added:N0} new, {visit.Changed:N0} changed, {visit.Failed + visit.NotAFile:N0} failed");
        foreach (var trouble in visit.Troubles.OrderByDescending(t => t.Alarm).Take(TroublesShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(trouble.Alarm ? "ALARM " : "")}{trouble.Kind}: {trouble.Url}: {trouble.Reason}{(trouble.Meaning.Length > 0 ? $" ({trouble.Meaning})" : "")}");
        }

        if (visit.Troubles.Count > TroublesShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {visit.Troubles.Count - TroublesShown:N0} more, in the run report");
        }
    }

    private static void Restated(StringBuilder text, RunReport report)
    {
        if (report.Restated.Count == 0)
        {
            return;
        }

        foreach (var (of, other) in report.Restated.SelectMany(r => r.Others.Select(o => (r, o))))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"ALARM another document: {of.Url} held {other.Before}; now it holds {other.Now}");
        }

        var changes = report.Changes.ToArray();
        if (changes.Length == 0)
        {
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"restated: {Plural.Of(changes.Length, "figure")} in {Plural.Of(report.Restated.Count(r => r.Changes.Count > 0), "new version")}");
        foreach (var (of, change) in changes.Take(ChangesShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  {of.Name}: {change.TableKind}: {change.Code}{(change.Code.Length > 0 ? " " : "")}{change.Label}, {change.ColumnPath}: {Show(change)}");
        }

        if (changes.Length > ChangesShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {changes.Length - ChangesShown:N0} more, in the run report");
        }
    }

    private static string Show(FactChange change) => change.Kind switch
    {
        FactChangeKind.Added => $"{FactChanges.Show(change.New)} (new)",
        FactChangeKind.Removed => $"{FactChanges.Show(change.Old)} (removed)",
        _ => $"{FactChanges.Show(change.Old)} → {FactChanges.Show(change.New)}",
    };
}
