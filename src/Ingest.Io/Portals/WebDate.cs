using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>Dates as portals print them.</summary>
internal static partial class WebDate
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The last date in the text: 2026-02-03, 2026/2/3, 2026.02.03, 2026年2月3日. A list prints it behind the title, which may hold another.</summary>
    public static DateOnly? In(string text)
    {
        DateOnly? last = null;
        foreach (Match match in Shape().Matches(text))
        {
            last = Of(match) ?? last;
        }

        return last;
    }

    /// <summary>The date behind 发布日期, 发布时间, 公开日期, 成文日期.</summary>
    public static DateOnly? AfterLabel(string text) => Labelled().Match(text) is { Success: true } match ? Of(match) : null;

    /// <summary>The date in an address as content systems write it: /202602/t20260203_12.html, /2026/2/3/art_1_2.html.</summary>
    public static DateOnly? In(Uri url) =>
        InPath().Match(url.AbsolutePath) is { Success: true } match ? Of(match) : null;

    /// <summary>A value of a JSON answer: text, or milliseconds or seconds since 1970, in China's time.</summary>
    public static DateOnly? OfValue(string value)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return In(value);
        }

        var seconds = value.Length == 13 ? number / 1000 : value.Length == 10 ? number : -1;
        return seconds >= 0 ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(China).DateTime)
            : value.Length == 8 && DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static DateOnly? Of(Match match) =>
        DateOnly.TryParseExact(
            $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}",
            "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("(?<![0-9])(?<y>20[0-9]{2})\\s*[-/.年]\\s*(?<m>[0-9]{1,2})\\s*[-/.月]\\s*(?<d>[0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("(?:发布|公开|成文|发文|发稿)(?:日期|时间)\\s*[:：]?\\s*(?<y>20[0-9]{2})\\s*[-/.年]\\s*(?<m>[0-9]{1,2})\\s*[-/.月]\\s*(?<d>[0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex("/(?:t|P0)(?<y>20[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])|/(?<y>20[0-9]{2})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})/", RegexOptions.CultureInvariant)]
    private static partial Regex InPath();
}
