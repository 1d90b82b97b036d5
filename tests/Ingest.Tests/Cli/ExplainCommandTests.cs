using System.Text.Json;
using System.Xml.Linq;
using Ingest.Tests.Reports;

namespace Ingest.Tests.Cli;

public sealed class ExplainCommandTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private string[] Wrong => ["--document", "seed-calc.pdf", "--table", "2", "--row", "2", "--col", "3", "--db", report.Db];

    [Fact]
    public void A_value_is_explained_from_its_number_back_to_the_file()
    {
        var run = CommandLine.Run(["explain", .. Wrong]);

        Assert.Equal(0, run.Code);
        foreach (var line in (string[])["amount    13,214,710.00 元", "status    doubtful", "rule      plain: digits without grouping", "raw       13214710.00", "place     page 2", "identity  S2.sub fail: 13,214,710.00 ≠ 13,214,710.41, difference -0.41", "anomaly   doubt row-sum", "13214710.00 改为 13214710.41 则 S2.row, S2.sub 成立", "/in/seed-calc.pdf", "parser version"])
        {
            Assert.Contains(line, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_name_of_a_fact_leads_to_the_same_and_as_json_too()
    {
        using var json = JsonDocument.Parse(CommandLine.Run(["explain", "--json", .. Wrong]).Output);
        var fact = json.RootElement.GetProperty("fact").GetString()!;

        Assert.Equal(CommandLine.Run(["explain", .. Wrong]).Output, CommandLine.Run("explain", fact, "--db", report.Db).Output);
        Assert.Equal("13214710.00", json.RootElement.GetProperty("amount_yuan").GetString());
        Assert.Equal(["fail", "fail", "pass"], json.RootElement.GetProperty("identities").EnumerateArray().Select(i => i.GetProperty("result").GetString()).Take(3));
    }

    [Fact]
    public void Its_crop_is_a_picture_of_its_own()
    {
        using var folder = new TempFolder();
        CommandLine.Run(["explain", "--svg", folder.File("c.svg"), .. Wrong]);
        XNamespace ns = "http://www.w3.org/2000/svg";
        var svg = XDocument.Load(folder.File("c.svg"));

        Assert.Single(svg.Descendants(ns + "rect"), r => r.Attribute("class")?.Value == "suspect");
        Assert.Single(svg.Descendants(ns + "style"));
    }

    [Theory]
    [InlineData(2, "explain")]
    [InlineData(2, "explain", "abc")]
    [InlineData(1, "explain", "ffffffffffff:1:1:1")]
    [InlineData(1, "explain", "--document", "seed-calc.pdf", "--table", "99", "--row", "0", "--col", "0")]
    public void What_cannot_be_named_is_a_usage_error_and_what_is_not_there_is_code_1(int code, params string[] command) =>
        Assert.Equal(code, CommandLine.Run([.. command, "--db", report.Db]).Code);
}
