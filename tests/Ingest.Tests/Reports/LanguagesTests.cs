using System.Text.RegularExpressions;
using Ingest.Core.Checks;
using Ingest.Core.Model;
using Ingest.Core.Reports.Site;

namespace Ingest.Tests.Reports;

/// <summary>Whoever reads only one of the two languages is told everything.</summary>
public sealed partial class LanguagesTests(FixtureDatabase fixtures)
{
    [Fact]
    public void Every_anomaly_has_a_meaning_in_Chinese() =>
        Assert.Equal([], AnomalyCodes.All.Keys.Where(id => !CodeMeanings.Chinese.ContainsKey(id)));

    [Fact]
    public void Every_formula_with_English_words_has_one_in_Chinese()
    {
        Assert.Equal([], IdentityCatalog.All.Values.Where(i => English().IsMatch(i.Formula)).Select(i => i.Id).Except(FormulaWords.Chinese.Keys));
        Assert.Equal([], FormulaWords.Chinese.Keys.Except(IdentityCatalog.All.Keys));
        Assert.All(FormulaWords.Chinese.Values, f => Assert.DoesNotMatch(English(), f));
    }

    [Fact]
    public void What_an_anomaly_says_is_stored_in_both_languages_with_the_same_figures()
    {
        var rows = fixtures.Rows("SELECT code, message, message_zh, found FROM anomalies WHERE message <> ''");

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Matches(@"[\u4e00-\u9fff]", r[2]));
        foreach (var row in rows.Where(r => r[0] is "row-sum" or "column-sum" or "narrative-mismatch" or "growth-mismatch"))
        {
            Assert.Contains(row[3], row[1], StringComparison.Ordinal);
            Assert.Contains(row[3], row[2], StringComparison.Ordinal);
            Assert.DoesNotMatch(English(), row[2]);
        }
    }

    [Fact]
    public void Whoever_makes_an_anomaly_tells_it_in_both_languages()
    {
        var silent = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Ingest.Core"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            silent.AddRange(Made().Matches(text)
                .Where(m => !text.AsSpan(m.Index, Math.Min(1000, text.Length - m.Index)).Contains("Chinese = ", StringComparison.Ordinal))
                .Select(_ => Path.GetFileName(file)));
        }

        Assert.Empty(silent);
    }

    [GeneratedRegex(@"(?<![.\w])[a-z]{2,}")]
    private static partial Regex English();

    [GeneratedRegex(@"new Anomaly\(|new\(AnomalyCodes\.")]
    private static partial Regex Made();
}
