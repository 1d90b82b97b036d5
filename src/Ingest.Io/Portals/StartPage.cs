using System.Globalization;

namespace Ingest.Io.Portals;

/// <summary>A page where a visit begins, its year filled in.</summary>
/// <param name="Url">May still hold <c>{n}</c>.</param>
/// <param name="Year">That it is of; null where the address holds none.</param>
/// <param name="MayBeMissing">The page of a year that has just begun may not be there yet: that is no trouble.</param>
public sealed record StartPage(Uri Url, int? Year = null, bool MayBeMissing = false)
{
    internal const string YearMark = "{year}";

    // Budgets are those of the year, final accounts those of the year before; the one before that has corrections.
    private const int YearsBack = 2;

    /// <summary>The newest year first: what is new comes before a limit or an interruption.</summary>
    public static IEnumerable<StartPage> Of(Portal portal, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(portal);
        foreach (var start in portal.Start)
        {
            if (!start.OriginalString.Contains(YearMark, StringComparison.Ordinal) && portal.Json?.Post.Contains(YearMark, StringComparison.Ordinal) != true)
            {
                yield return new StartPage(start);
                continue;
            }

            for (var year = portal.Years.Until ?? today.Year; year >= (portal.Years.Since ?? today.Year - YearsBack); year--)
            {
                yield return new StartPage(
                    new Uri(Fill(start.OriginalString, year)), year, year > today.Year || (year == today.Year && !portal.Seasons.Any(s => s.Kind == "budget" && s.To < new MonthDay(today.Month, today.Day))));
            }
        }
    }

    /// <summary>A text with the year of this page.</summary>
    internal string Fill(string text) => Year is { } year ? Fill(text, year) : text;

    private static string Fill(string text, int year) => text.Replace(YearMark, year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
