using System.Collections.Immutable;
using System.Text;

namespace Ingest.Io.Portals;

/// <summary>The portals that are known: those that come with the program, and those of the user.</summary>
public static class PortalCatalogue
{
    private const string Bundled = "Ingest.Io.Portals.Catalogue.";

    /// <summary>
    /// All portals by name. A file of the user replaces the bundled portal of the same name. One wrong file makes all fail:
    /// a portal that is left out silently would be a hole in the data.
    /// </summary>
    /// <param name="userFolder">A folder with <c>*.yaml</c> files, or null.</param>
    /// <exception cref="PortalException">A file holds an unknown key or an impossible value, or there is no such folder.</exception>
    public static ImmutableArray<Portal> Load(string? userFolder)
    {
        var portals = new SortedDictionary<string, Portal>(StringComparer.Ordinal);
        List<string> problems = [];
        foreach (var (file, open, bundled) in BundledFiles().Select(f => (f.File, f.Open, true)).Concat(UserFiles(userFolder).Select(f => (f.File, f.Open, false))))
        {
            try
            {
                using var text = open();
                var portal = PortalFile.Read(file, text) with { Bundled = bundled };
                portals[portal.Name] = portal;
            }
            catch (PortalException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count == 0 ? [.. portals.Values] : throw new PortalException([.. problems]);
    }

    internal static IEnumerable<(string File, Func<TextReader> Open)> BundledFiles()
    {
        var assembly = typeof(PortalCatalogue).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Bundled, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => ("portals/" + n[Bundled.Length..], (Func<TextReader>)(() => new StreamReader(assembly.GetManifestResourceStream(n)!, Encoding.UTF8))));
    }

    private static IEnumerable<(string File, Func<TextReader> Open)> UserFiles(string? folder)
    {
        if (folder is null)
        {
            return [];
        }

        if (!Directory.Exists(folder))
        {
            throw new PortalException($"{folder}: there is no such folder of portal files");
        }

        // .yml would be overlooked silently.
        return Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal)
            .Select(f => Path.GetExtension(f) == ".yml"
                ? throw new PortalException($"{f}: the name of a portal file ends in .yaml")
                : (f, (Func<TextReader>)(() => new StreamReader(f, Encoding.UTF8))));
    }
}
