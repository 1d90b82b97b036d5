using System.Text.RegularExpressions;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests;

/// <summary>What README and REFERENCE say must be so.</summary>
public class ReadmeTests
{
    private const int MostLines = 250;

    private static readonly string Reference = File.ReadAllText(Repository.Reference);

    [Fact]
    public void Lists_every_anomaly_with_its_severity_and_meaning()
    {
        var listed = Regex.Matches(Reference, @"^\| `([a-z-]+)` \| (lost|doubt|note) \| (.+) \|$", RegexOptions.Multiline)
            .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}");

        Assert.Equal(
            AnomalyCodes.All.Values.Select(c => $"{c.Id} {c.Severity.ToString().ToLowerInvariant()} {c.Meaning}").Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_every_identity_with_what_it_says_and_the_anomaly_it_raises()
    {
        var listed = Regex.Matches(Reference, @"^\| `([A-Z][\w.]*)` \| (.+) \| `([a-z-]+)` \|$", RegexOptions.Multiline).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}");
        Assert.Equal(IdentityCatalog.All.Values.Select(i => $"{i.Id} {i.Formula} {i.Failure.Id}").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explains_every_word_that_column_keys_are_made_of()
    {
        var table = Reference[Reference.IndexOf("| key | column |", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n#", StringComparison.Ordinal)];
        var explained = Regex.Matches(table, "`([a-z_.…]+)`").SelectMany(m => m.Groups[1].Value.Split('.', '…')).ToHashSet(StringComparer.Ordinal);
        var words = typeof(ColumnKeys).GetFields().Select(f => (string)f.GetRawConstantValue()!).SelectMany(k => k.Split('.'));
        Assert.Empty(words.Where(w => !explained.Contains(w)).Distinct());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/REFERENCE.md")]
    [InlineData("src/ARCHITECTURE.md")]
    [InlineData("src/CONTRIBUTING.md")]
    public void Names_only_files_that_exist(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));
        foreach (Match match in Regex.Matches(text, @"`((?:src|fixtures|tests)/[\w./-]+)`"))
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, match.Groups[1].Value)), match.Groups[1].Value);
        }
    }

    [Fact]
    public void The_README_stays_short_and_begins_in_Chinese_too()
    {
        var lines = File.ReadAllLines(Repository.Readme);
        Assert.True(lines.Length <= MostLines, $"{lines.Length} lines");
        Assert.Contains(lines.Take(8), l => l.Contains("部门预算", StringComparison.Ordinal) && l.Count(c => c > '\u4e00') > 30);
    }

    [Fact]
    public void The_NOTICE_names_every_package_that_is_shipped()
    {
        var notice = File.ReadAllText(Path.Combine(Repository.Root, "src/NOTICE"));
        var shipped = Regex.Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ingest.deps.json")), "\"([A-Za-z][\\w.]*)/[\\d.]+[\\w.-]*\": \\{\\s*\"type\": \"package\"")
            .Select(m => m.Groups[1].Value).ToList();

        Assert.True(shipped.Count > 10);
        Assert.All(shipped, name => Assert.Contains($"\n{name} ", notice, StringComparison.Ordinal));
    }
}
