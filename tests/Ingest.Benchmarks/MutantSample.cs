using System.Globalization;

namespace Ingest.Benchmarks;

/// <summary>
/// Draws members of sources at random, and tells where they stand, so that their mutants can be tried where all would take days.
/// All mutants of a member are tried: a decision is judged as a whole, and what became of it can be read beside it.
/// </summary>
internal static class MutantSample
{
    /// <param name="files">Paths, as they are to be named; the same draw for the same files and seed.</param>
    /// <returns>0; on the output one <c>FILE{start..end}</c> for each member drawn, in characters.</returns>
    public static int Run(int percent, int seed, IEnumerable<string> files)
    {
        var random = new Random(seed);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            foreach (var (start, end) in Members(File.ReadAllText(file)).Where(_ => random.Next(100) < percent))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}{{{start}..{end}}}"));
            }
        }

        return 0;
    }

    /// <summary>Members stand four spaces deep, with an empty line between each two: the style of the house, which its build holds.</summary>
    private static IEnumerable<(int Start, int End)> Members(string source)
    {
        const string between = "\n\n    ";
        for (var at = source.IndexOf("\n{\n", StringComparison.Ordinal); at >= 0;)
        {
            var next = source.IndexOf(between, at + 1, StringComparison.Ordinal);
            while (next >= 0 && next + between.Length < source.Length && source[next + between.Length] == ' ')
            {
                next = source.IndexOf(between, next + 1, StringComparison.Ordinal);
            }

            yield return (at, next < 0 ? source.Length : next);
            at = next;
        }
    }
}
