using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Cli;

/// <summary>Page numbers as people write them: <c>1-3,7</c>.</summary>
internal static class PageList
{
    private const int Most = 1_000_000;

    /// <returns>Null for an empty text: all pages.</returns>
    public static ImmutableSortedSet<int>? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var pages = ImmutableSortedSet.CreateBuilder<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !Number(ends[0], out var first) || !Number(ends[^1], out var last) || last < first)
            {
                throw new UsageException($"--pages {text}: \"{part}\" is no page or range of pages; write it like 1-3,7");
            }

            for (var page = first; page <= last; page++)
            {
                pages.Add(page);
            }
        }

        return pages.ToImmutable();
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= Most;
}
