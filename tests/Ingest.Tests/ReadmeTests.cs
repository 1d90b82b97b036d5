using System.Text.RegularExpressions;
using Ingest.Core.Model;

namespace Ingest.Tests;

/// <summary>What the README says must be so.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Lists_every_anomaly_with_its_severity_and_meaning()
    {
        var listed = Regex.Matches(Readme, @"^\| `([a-z-]+)` \| (lost|doubt|note) \| (.+) \|$", RegexOptions.Multiline)
            .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}");

        Assert.Equal(
            AnomalyCodes.All.Values.Select(c => $"{c.Id} {c.Severity.ToString().ToLowerInvariant()} {c.Meaning}").Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_only_files_that_exist()
    {
        foreach (Match match in Regex.Matches(Readme, @"`((?:src|fixtures|tests)/[\w./-]+)`"))
            Assert.True(Path.Exists(Path.Combine(Repository.Root, match.Groups[1].Value)), match.Groups[1].Value);
    }
}
