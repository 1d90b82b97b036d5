using System.Text.RegularExpressions;
using Ingest.Core.Checks;
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
    public void Lists_every_identity_with_what_it_says_and_the_anomaly_it_raises()
    {
        var listed = Regex.Matches(Readme, @"^\| `([A-Z][\w.]*)` \| (.+) \| `([a-z-]+)` \|$", RegexOptions.Multiline).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}");
        Assert.Equal(IdentityCatalog.All.Values.Select(i => $"{i.Id} {i.Formula} {i.Failure.Id}").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explains_every_word_that_column_keys_are_made_of()
    {
        var table = Readme[Readme.IndexOf("| key | column |", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n#", StringComparison.Ordinal)];
        var explained = Regex.Matches(table, "`([a-z_.…]+)`").SelectMany(m => m.Groups[1].Value.Split('.', '…')).ToHashSet(StringComparer.Ordinal);
        var words = typeof(ColumnKeys).GetFields().Select(f => (string)f.GetRawConstantValue()!).SelectMany(k => k.Split('.'));
        Assert.Empty(words.Where(w => !explained.Contains(w)).Distinct());
    }

    [Fact]
    public void Names_only_files_that_exist()
    {
        foreach (Match match in Regex.Matches(Readme, @"`((?:src|fixtures|tests)/[\w./-]+)`"))
            Assert.True(Path.Exists(Path.Combine(Repository.Root, match.Groups[1].Value)), match.Groups[1].Value);
    }
}
