using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports;

/// <summary>What a database holds, in counts.</summary>
/// <param name="Counts">Over all documents; <see cref="DocumentCounts.Failed"/> means nothing here.</param>
/// <param name="Failed">Documents of which not one page could be read.</param>
/// <param name="Lossy">Documents with an anomaly of severity lost, the failed ones included.</param>
/// <param name="Unreadable">Files that could not even be opened.</param>
/// <param name="Kinds">Tables by kind, most frequent first; "" for untyped ones.</param>
/// <param name="Codes">Anomalies by code, most frequent first.</param>
public sealed record Summary(
    int Documents, int Failed, int Lossy, int Stale, int Files, int Unreadable, DocumentCounts Counts,
    ImmutableArray<(string Kind, int Tables)> Kinds, ImmutableArray<(string Code, string Severity, int Count)> Codes)
{
    public string ToText()
    {
        var c = Counts;
        var text = new StringBuilder();
        Line("documents", Documents, Part(Files, Files == 1 ? "file" : "files") + Part(Failed, "failed") + Part(Lossy, "with losses") + Part(Stale, "to be done again") + Part(Unreadable, Unreadable == 1 ? "unreadable file" : "unreadable files"));
        Line("pages", c.Pages, "");
        Line("tables", c.Tables, Part(c.TypedTables, "of a known kind"));
        Line("facts", c.Facts, Part(c.Amounts, c.Amounts == 1 ? "amount" : "amounts") + Part(c.Verified, "verified") + Part(c.Doubtful, "doubtful"));
        Line("identities", c.Passed + c.NotPassed, Part(c.Passed, "hold") + Part(c.NotPassed, "fail") + Part(c.Unverifiable, "unverifiable"));
        Line("anomalies", c.Lost + c.Doubts + c.Notes, Part(c.Lost, "lost") + Part(c.Doubts, "doubt") + Part(c.Notes, "note"));
        return text.ToString();

        void Line(string name, int count, string parts) =>
            text.Append(CultureInfo.InvariantCulture, $"{name,-10} {count,9:N0}  {parts.TrimStart(',', ' ')}").Append('\n').Replace("  \n", "\n");

        static string Part(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {count:N0} {what}");
    }
}
