using System.Text.RegularExpressions;

namespace Ingest.Tests;

/// <summary>Reads the sources: what the house promises about its walls.</summary>
public partial class ArchitectureTests
{
    /// <summary>The folders of Core; each may import only those before it.</summary>
    private static readonly string[] Order = ["Model", "Text", "Tables", "Amounts", "Budget", "Entities", "Checks", "Reports"];

    private const int MostLines = 320;

    private static readonly string Root = Repository.Root;

    [Fact]
    public void Imports_inside_Core_go_one_way()
    {
        var wrong = new List<string>();
        foreach (var file in Sources("src/Ingest.Core"))
        {
            var parts = Relative(file).Split('/');
            if (parts.Length == 3)
            {
                // DocumentParser and what else lies at the top of Core composes the stages.
                continue;
            }

            var own = Array.IndexOf(Order, parts[2]);
            Assert.True(own >= 0, $"{Relative(file)} lies in a folder that has no place in the order of imports");
            foreach (Match import in CoreName().Matches(File.ReadAllText(file)))
            {
                var other = Array.IndexOf(Order, import.Groups[1].Value);
                if (other > own)
                {
                    wrong.Add($"{Relative(file)} names {import.Value}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_reader_of_PDF_names_its_library()
    {
        var wrong = Sources("src").Where(f => !Relative(f).StartsWith("src/Ingest.Io/Pdf/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("UglyToad", StringComparison.Ordinal)).Select(Relative);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_has_no_project_below_it_and_no_package_but_analyzers()
    {
        var core = File.ReadAllText(Path.Combine(Root, "src/Ingest.Core/Ingest.Core.csproj"));
        Assert.DoesNotContain("ProjectReference", core, StringComparison.Ordinal);
        Assert.All(PackageName().Matches(core), package => Assert.EndsWith("Analyzers", package.Groups[1].Value, StringComparison.Ordinal));

        var io = File.ReadAllText(Path.Combine(Root, "src/Ingest.Io/Ingest.Io.csproj"));
        Assert.DoesNotContain("Ingest.Cli.csproj", io, StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        var wrong = Sources("src").Concat(Sources("tests"))
            .Select(f => (File: Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > MostLines).Select(f => $"{f.File}: {f.Lines} lines");
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Relative(f).Contains("/obj/", StringComparison.Ordinal) && !Relative(f).Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    [GeneratedRegex(@"\bIngest\.Core\.([A-Z][A-Za-z]+)", RegexOptions.None)]
    private static partial Regex CoreName();

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"", RegexOptions.None)]
    private static partial Regex PackageName();
}
