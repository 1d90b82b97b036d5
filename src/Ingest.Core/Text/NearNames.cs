using System.Collections.Immutable;

namespace Ingest.Core.Text;

/// <summary>Names that somebody may have meant who wrote one that is not known.</summary>
public static class NearNames
{
    /// <summary>Of a name, this share may be mistyped; of one that is not quite short, two characters, since two may be exchanged.</summary>
    private const int Share = 3, Short = 4;

    /// <summary>The nearest first: those that hold the name or are held by it, then those that differ in few characters.</summary>
    public static ImmutableArray<string> Of(string name, IEnumerable<string> known, int most = 3) =>
    [
        .. known.Distinct(StringComparer.Ordinal)
            .Select(k => (Name: k, Far: Distance(k, name), Held: Holds(k, name) || Holds(name, k)))
            .Where(k => k.Held || k.Far <= Math.Max(name.Length < Short ? 1 : 2, Math.Min(name.Length, k.Name.Length) / Share))
            .OrderBy(k => k.Held ? 0 : 1).ThenBy(k => k.Far).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Take(most).Select(k => k.Name),
    ];

    /// <summary>As the end of a message: "; is a or b meant?", or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> known, int most = 3) =>
        Of(name, known, most) is { IsEmpty: false } near ? $"; is {string.Join(" or ", near)} meant?" : "";

    /// <summary>Levenshtein.</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    /// <summary>A single character holds nothing that would tell it from others.</summary>
    private static bool Holds(string whole, string part) => part.Length > 1 && whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
