using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>How many entries and pages a listing says that it has, in words or in scripts.</summary>
internal static partial class Totals
{
    public static int? Entries(string visible, string scripts) => First(EntriesSaid(), visible) ?? First(EntriesScripted(), scripts);

    public static int? Pages(string visible, string scripts) => First(PagesSaid(), visible) ?? First(PagesScripted(), scripts);

    private static int? First(Regex regex, string text) =>
        regex.Match(text) is { Success: true } match && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex("共\\s*(?:有|计|找到|检索到)?\\s*(?<n>[0-9]{1,7})\\s*(?:条|篇|项)|总\\s*(?:记录|条|数据)\\s*数\\s*[:：为]?\\s*(?<n>[0-9]{1,7})", RegexOptions.CultureInvariant)]
    private static partial Regex EntriesSaid();

    [GeneratedRegex("(?:total_?records?|record_?count|total_?count|all_?count|row_?count)[\"']?\\s*[:=]\\s*[\"']?(?<n>[0-9]{1,7})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EntriesScripted();

    [GeneratedRegex("共\\s*(?<n>[0-9]{1,5})\\s*页|[0-9]{1,5}\\s*/\\s*(?<n>[0-9]{1,5})\\s*页|总\\s*页\\s*数\\s*[:：]?\\s*(?<n>[0-9]{1,5})", RegexOptions.CultureInvariant)]
    private static partial Regex PagesSaid();

    [GeneratedRegex("(?:count_?page|page_?count|total_?pages?|page_?total|all_?pages?)[\"']?\\s*[:=]\\s*[\"']?(?<n>[0-9]{1,5})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PagesScripted();
}
