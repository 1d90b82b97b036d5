using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Core.Checks.Coverage;

/// <summary>
/// Which traces of a portal name a body, a year and a phase. Titles are hints: they tell why a hole is a hole, and never fill it.
/// </summary>
internal sealed partial class CoverageTitles(CoverageSource source, IReadOnlyCollection<string> allNames)
{
    // Shorter names (局, 财政) stand in too many titles.
    private const int LeastName = 3;

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The traces that name the body by one of its names.</summary>
    public List<CoverageTrace> Naming(string body, IReadOnlyCollection<string> names)
    {
        var own = names.Where(n => n.Length >= LeastName).ToList();
        var longer = allNames.Where(n => !names.Contains(n) && own.Any(o => n.Contains(o, StringComparison.Ordinal))).ToList();
        return [.. source.Traces.Where(t => t.Hint == body || t.Titles.Any(title => Names(title, own, longer)))];
    }

    /// <summary>市教育局 is not meant where 市教育局招生办公室 is known too and stands there.</summary>
    private static bool Names(string title, List<string> own, List<string> longer) =>
        own.Exists(n => title.Contains(n, StringComparison.Ordinal)) && !longer.Exists(n => title.Contains(n, StringComparison.Ordinal));

    /// <summary>Of the traces of a body, what is nearest to the document of a year and phase; null if none speaks of it.</summary>
    public static CoverageTrace? Nearest(IEnumerable<CoverageTrace> traces, int year, string phase) =>
        traces.Where(t => PhaseFits(t, phase) && YearFits(t, year, phase)).OrderBy(t => t.Reason).ThenBy(t => t.Url, StringComparer.Ordinal).FirstOrDefault();

    private static bool PhaseFits(CoverageTrace trace, string phase)
    {
        foreach (var title in trace.Titles)
        {
            var both = title.Contains("预决算", StringComparison.Ordinal);
            var budget = both || title.Contains("预算", StringComparison.Ordinal);
            var final = both || title.Contains("决算", StringComparison.Ordinal);
            if (budget || final)
            {
                return phase == "final" ? final : budget;
            }
        }

        return true;
    }

    /// <summary>The year that the titles name; where they name none, the one that follows from the day of publication.</summary>
    private static bool YearFits(CoverageTrace trace, int year, string phase)
    {
        foreach (var title in trace.Titles)
        {
            var years = Year().Matches(Arabic(title));
            if (years.Count > 0)
            {
                return years.Any(y => int.Parse(y.ValueSpan, CultureInfo.InvariantCulture) == year);
            }
        }

        return trace.Published is { } day && day.Year - (phase == "final" ? 1 : 0) == year;
    }

    /// <summary>二〇二六年 → 2026年.</summary>
    private static string Arabic(string title) => title.AsSpan().IndexOfAny(Digits.AsSpan()) < 0 ? title : string.Create(title.Length, title, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var digit = Digits.IndexOf(text[i] is '零' or '○' ? '〇' : text[i], StringComparison.Ordinal);
            span[i] = digit < 0 ? text[i] : (char)('0' + digit);
        }
    });

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
