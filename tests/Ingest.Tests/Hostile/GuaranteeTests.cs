using System.Text.RegularExpressions;

namespace Ingest.Tests.Hostile;

public partial class GuaranteeTests
{
    [Fact]
    public void Every_guarantee_names_tests_that_there_are()
    {
        var readme = File.ReadAllText(Repository.Reference);
        var start = readme.IndexOf("## What is guaranteed", StringComparison.Ordinal);
        var rows = readme[start..readme.IndexOf("\n## ", start, StringComparison.Ordinal)].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        var classes = typeof(GuaranteeTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

        Assert.True(rows.Count >= 10);
        Assert.All(rows, row =>
        {
            var names = TestNames().Matches(row).Select(m => m.Groups[1].Value).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, n => Assert.Contains(n, classes));
        });
    }

    [GeneratedRegex("`(\\w+Tests)`")]
    private static partial Regex TestNames();
}
