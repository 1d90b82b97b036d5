using System.Text.RegularExpressions;
using Ingest.Core.Reports;
using Ingest.Core.Reports.Sample;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Reports;

/// <summary>Facts drawn for checking by eye, and what follows from the marks.</summary>
public sealed class SampleTests(FixtureDatabase fixtures) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Exact intervals of Clopper and Pearson as tables give them.
    [InlineData(0, 100, 0, 0.0362)]
    [InlineData(1, 100, 0.0003, 0.0545)]
    [InlineData(5, 50, 0.0333, 0.2181)]
    [InlineData(10, 10, 0.6915, 1)]
    [InlineData(0, 200, 0, 0.0183)]
    [InlineData(30, 3000, 0.0068, 0.0142)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_the_exact_one(int wrong, int examined, double low, double high)
    {
        var rate = ErrorRate.Of(wrong, examined);

        Assert.Equal(low, rate.Low, 0.0001);
        Assert.Equal(high, rate.High, 0.0001);
    }

    [Fact]
    public void Each_fact_stands_beside_its_crop_and_the_same_seed_draws_the_same()
    {
        Assert.Equal(0, Draw("a", "--count", "12").Code);
        Assert.Equal(0, Draw("b", "--count", "12").Code);
        Assert.Equal(0, Draw("c", "--count", "12", "--seed", "2").Code);
        var html = File.ReadAllText(_folder.File("a/sample.html"));

        Assert.Equal(12, Regex.Count(html, "<article "));
        Assert.Equal(12, Regex.Count(html, "<svg xmlns"));
        Assert.Equal(12, Regex.Count(html, "<rect class=\"suspect\""));
        Assert.Equal(Facts("a"), Facts("b"));
        Assert.NotEqual(Facts("a"), Facts("c"));
        Assert.Equal(Facts("a"), Regex.Matches(html, "<article id=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void The_claims_are_those_of_the_database()
    {
        Draw("a", "--count", "5", "--kind", "expenditure_summary", "--verified-only");
        var lines = Lines("a");

        Assert.All(lines.Skip(1), l =>
        {
            var id = l[0].Split(':');
            var row = Assert.Single(fixtures.Rows($"""
                SELECT t.kind, f.status, printf('%,.2f', f.amount_fen / 100.0), f.page FROM facts f JOIN tables t ON t.id = f.table_id JOIN documents d ON d.id = t.document_id
                WHERE substr(d.sha256, 1, 16) = '{id[0]}' AND t.ordinal = {id[1]} AND f.row = {id[2]} AND f.col = {id[3]}
                """));
            Assert.Equal(["expenditure_summary", "verified"], row[..2]);
            Assert.Equal((row[2], row[3]), (l[lines[0].IndexOf("amount_yuan")], l[lines[0].IndexOf("page")]));
        });
    }

    [Fact]
    public void Marks_give_the_rate_by_status_and_of_all()
    {
        Draw("a", "--count", "40");
        var lines = Lines("a");
        var mark = lines[0].IndexOf("mark");
        for (var i = 1; i < lines.Count; i++)
        {
            lines[i][mark] = i == 1 ? "错" : i == 2 ? "unsure" : i == 3 ? "" : "right";
        }

        lines[1][mark + 1] = "row above";
        File.WriteAllText(_folder.File("a/marks.csv"), string.Concat(lines.Select(l => Csv.Line(l))).Replace("\n", "\r\n", StringComparison.Ordinal));
        var run = CommandLine.Run("sample", "--marks", _folder.File("a/marks.csv"));

        Assert.Equal(0, run.Code);
        Assert.Contains("all         1 wrong of 38 checked: 2.63%, with 95 % certainty 0.07% to 13.81%", run.Output, StringComparison.Ordinal);
        Assert.Contains("left out: 1 unsure, 1 without a mark", run.Output, StringComparison.Ordinal);
        Assert.Contains($"wrong: {lines[1][0]}: row above", run.Output, StringComparison.Ordinal);
        Assert.Matches("verified +[01] wrong of", run.Output);

        // A day's work is not written over.
        Assert.Equal(2, Draw("a", "--count", "40").Code);
    }

    [Fact]
    public void A_mark_that_is_none_and_a_file_that_is_none_are_refused()
    {
        File.WriteAllText(_folder.File("x.csv"), "fact,status,mark\na:1:1:1,verified,maybe\n");
        File.WriteAllText(_folder.File("y.csv"), "a,b\n1,2\n");

        Assert.Contains("\"maybe\"; it can be right, wrong, unsure or blank", CommandLine.Run("sample", "--marks", _folder.File("x.csv")).Error, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("sample", "--marks", _folder.File("y.csv")).Code);
        Assert.Equal(2, CommandLine.Run("sample", "--marks", _folder.File("z.csv")).Code);
        Assert.Equal(1, Draw("a", "--year", "1999").Code);
    }

    [Theory]
    [InlineData("a,b\n", "a|b")]
    [InlineData("\"x, y\",\"say \"\"so\"\"\"\r\n,\n", "x, y|say \"so\"\n|")]
    [InlineData("\"two\nlines\",z", "two\nlines|z")]
    public void A_csv_is_read_as_it_was_written(string text, string fields) =>
        Assert.Equal(fields, string.Join('\n', Csv.Read(text).Select(l => string.Join('|', l))));

    private CommandLine.Outcome Draw(string folder, params string[] more) => CommandLine.Run(["sample", "--db", fixtures.Path, "--out", _folder.File(folder), .. more]);

    private List<List<string>> Lines(string folder) => Csv.Read(File.ReadAllText(_folder.File(folder + "/marks.csv")).TrimStart('\uFEFF'));

    private IEnumerable<string> Facts(string folder) => Lines(folder).Skip(1).Select(l => l[0]);
}
