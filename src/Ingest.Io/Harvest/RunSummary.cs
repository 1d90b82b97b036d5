using System.Globalization;
using System.Text;
using Ingest.Core.Checks.Across;
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
        text.Append(Morning(report));
        return text.ToString();
    }

    /// <summary>The last three lines: what came, what is missing, what looks wrong.</summary>
    public static string Morning(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var harvest = report.Harvest;
        var text = new StringBuilder();
        var came = new List<string>
        {
            $"{Plural.Of(harvest.Sum(v => v.Added), "new file")}, {harvest.Sum(v => v.Changed).ToString("N0", CultureInfo.InvariantCulture)} changed",
        };
        if (report.Load is { } load)
        {
            came.Add($"{Plural.Of(load.Added, "document")} loaded");
        }

        if (report.Changes.Any())
        {
            came.Add($"{Plural.Of(report.Changes.Count(), "figure")} restated in {Plural.Of(report.Restated.Count(r => r.Changes.Count > 0), "document")}");
        }

        text.Append("came: ").AppendJoin("; ", came).Append('\n');
        text.Append("missing: ").AppendJoin("; ", Missing(report)).Append('\n');
        text.Append("looks wrong: ").AppendJoin("; ", Wrong(report)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Missing(RunReport report)
    {
        var failed = report.Harvest.Sum(v => v.Failed + v.NotAFile + v.GivenUp);
        if (report.Coverage is { } coverage)
        {
            yield return coverage.Totals.Due == 0 ? "nobody knows: no portal file says what is due"
                : coverage.Totals.Holes == 0 ? $"nothing of {Plural.Of(coverage.Totals.Due, "document")} that were due"
                : string.Create(CultureInfo.InvariantCulture, $"{coverage.Totals.Holes:N0} of {coverage.Totals.Due:N0} documents that were due");
        }

        if (failed > 0)
        {
            yield return $"{Plural.Of(failed, "file")} could not be had";
        }

        if (report.Harvest.Visits.Count(v => !v.Complete) is > 0 and var open)
        {
            yield return $"{Plural.Of(open, "listing")} not seen to the end";
        }

        if (report.Coverage is null && failed == 0 && report.Harvest.Visits.All(v => v.Complete))
        {
            yield return "nothing that is listed";
        }
    }

    private static IEnumerable<string> Wrong(RunReport report)
    {
        var said = 0;
        if (report.Anomalies is { } anomalies && anomalies.WrongOnes is > 0 and var wrong)
        {
            said++;
            yield return $"{wrong.ToString("N0", CultureInfo.InvariantCulture)} of {Plural.Of(anomalies.Documents.Length, "new document")} ({Plural.Of(anomalies.Documents.Sum(d => d.Lost), "loss")}, {Plural.Of(anomalies.Documents.Sum(d => d.Doubts), "doubt")})";
        }

        if (report.Restated.Sum(r => r.Others.Count) is > 0 and var others)
        {
            said++;
            yield return $"ALARM {Plural.Of(others, "address holds another document", "addresses hold other documents")} than before";
        }

        foreach (var portal in report.Harvest.Visits.Where(v => v.Alarmed))
        {
            said++;
            yield return $"ALARM {portal.Portal.Name}: {portal.Troubles.First(t => t.Alarm).Reason}";
        }

        if (said == 0)
        {
            yield return "nothing";
        }
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
        foreach (var version in report.Restated.Where(r => r.Changes.Count > 0).Take(ChangesShown))
        {
            // Of a figure and the totals above it, which change by as much, the figure itself.
            var most = version.Changes.Select(c => c.Change).OrderByDescending(Weight).ThenByDescending(c => c.Code.Length).First();
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  {version.Name}: {Plural.Of(version.Changes.Count, "figure")}, the most {most.Code}{(most.Code.Length > 0 ? " " : "")}{most.Label}, {most.ColumnPath}: {Show(most)}");
        }

        if (report.Restated.Count(r => r.Changes.Count > 0) - ChangesShown is > 0 and var more)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {more:N0} more, in the run report");
        }
    }

    /// <summary>By how much money a figure changed.</summary>
    private static Int128 Weight(FactChange change) => Int128.Abs((change.New?.Amount?.Fen ?? 0) - (change.Old?.Amount?.Fen ?? 0));

    private static string Show(FactChange change) => change.Kind switch
    {
        FactChangeKind.Added => $"{FactChanges.Show(change.New)} (new)",
        FactChangeKind.Removed => $"{FactChanges.Show(change.Old)} (removed)",
        _ => $"{FactChanges.Show(change.Old)} → {FactChanges.Show(change.New)}",
    };
}
