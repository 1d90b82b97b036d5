using System.IO.Compression;

namespace Ingest.Io.Archive;

internal static class ZipEntries
{
    /// <summary>The entries in ordinal order, each under a name of its own: a second a.pdf is a.pdf#2.</summary>
    public static IEnumerable<(string Name, ZipArchiveEntry Entry)> Named(ZipArchive zip)
    {
        var used = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.Ordinal);
        var last = "";
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var name = entry.FullName;
            for (var copy = 2; string.Equals(entry.FullName, last, StringComparison.Ordinal) && !used.Add(name); copy++)
            {
                name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.FullName}#{copy}");
            }

            last = entry.FullName;
            yield return (name, entry);
        }
    }
}
