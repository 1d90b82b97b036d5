using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <summary>
/// N7: people counted in a sentence. 离退休 is 离休 and 退休; kinds of posts (行政, 事业, 参公, 工勤) are apart from each other, so
/// that together they are no more than the whole, though some may go unnamed.
/// </summary>
internal static class Counts
{
    private static readonly ImmutableArray<string> Posts = ["行政", "事业", "参公", "参照公务员", "工勤", "机关"];

    public static void Evaluate(ImmutableArray<NarrativeFact> narrative, Records records)
    {
        foreach (var group in narrative.Where(n => n.Metric == "count").GroupBy(n => n.Group).OrderBy(g => g.Key))
        {
            foreach (var whole in group)
            {
                var parts = group.Where(p => p != whole && p.Context == whole.Subject).ToList();
                if (parts.Count > 0)
                {
                    Compare(whole, parts, records);
                }
            }
        }
    }

    private static void Compare(NarrativeFact whole, List<NarrativeFact> parts, Records records)
    {
        var retired = whole.Subject.Contains("离退休", StringComparison.Ordinal) && parts.Count == 2
            && parts.Exists(p => p.Subject.StartsWith("离休", StringComparison.Ordinal)) && parts.Exists(p => p.Subject.StartsWith("退休", StringComparison.Ordinal));
        var posts = parts.TrueForAll(p => Posts.Any(w => p.Subject.Contains(w, StringComparison.Ordinal))) && parts.Select(p => p.Subject).Distinct(StringComparer.Ordinal).Count() == parts.Count;
        if (!retired && !posts)
        {
            return;
        }

        Int128 sum = 0;
        foreach (var part in parts)
        {
            sum += part.Number.Units;
        }

        var stated = whole.Number.Units;
        var result = sum == stated ? CheckResult.Pass : retired || sum > stated ? CheckResult.Fail : CheckResult.NotApplicable;
        var (left, right) = (stated.ToString(CultureInfo.InvariantCulture), sum.ToString(CultureInfo.InvariantCulture));
        records.Checks.Add(Sentences.Stated(IdentityCatalog.People, whole, left, right, "0", result));
        if (result == CheckResult.Fail)
        {
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.NarrativeMismatch, whole.Where, "", whole.Subject, "", whole.Shown, right,
                $"{whole.Subject} {whole.Shown}, but what is named of them adds up to {right}")
            {
                Chinese = $"{whole.Subject} {whole.Shown}，其中各项之和为 {right}",
            });
        }
    }
}
