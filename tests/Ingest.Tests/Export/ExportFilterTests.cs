using Ingest.Tests.Cli;

namespace Ingest.Tests.Export;

public sealed class ExportFilterTests(FixtureDatabase fixtures)
{
    [Theory]
    [InlineData("table_kind", "expenditure_summary", "--kind", "expenditure_summary")]
    [InlineData("fiscal_year", "2023", "--year", "2023")]
    [InlineData("region_code", "420107", "--region", "4201")]
    [InlineData("region_code", "420107", "--region", "420100")]
    [InlineData("region_code", "520328", "--region", "52")]
    [InlineData("phase", "final", "--phase", "final")]
    [InlineData("status", "verified", "--verified-only")]
    public void A_filter_gives_exactly_the_rows_that_fit(string column, string value, params string[] options)
    {
        var all = Facts();
        var at = Array.IndexOf(all[0], column);
        var expected = all.Skip(1).Where(l => l[at] == value).Select(Line).ToList();

        Assert.NotEmpty(expected);
        Assert.NotEqual(all.Count - 1, expected.Count);
        Assert.Equal(expected, Facts(options).Skip(1).Select(Line));
    }

    [Fact]
    public void An_entity_is_found_by_any_of_its_names()
    {
        var byNew = Facts("--entity", "青山区示范局").Skip(1).Select(Line).ToList();
        Assert.Equal(byNew, Facts("--entity", "武汉市青山区示范局").Skip(1).Select(Line));
        Assert.Equal(["years-2023-budget.pdf", "years-2023-final.pdf", "years-2024-budget.pdf"], byNew.Select(l => l.Split('\u001f')[0]).Distinct());
    }

    [Fact]
    public void Filters_are_taken_together_and_for_every_shape()
    {
        foreach (var shape in (string[])["contract", "narrow", "panel", "flat"])
        {
            var rows = Facts("--shape", shape, "--entity", "青山区示范局", "--year", "2022-2023", "--phase", "budget", "--kind", "expenditure_summary");
            Assert.True(rows.Count > 4);
            var (entity, year, kind) = (Array.IndexOf(rows[0], "document"), Array.IndexOf(rows[0], "fiscal_year"), Array.IndexOf(rows[0], "table_kind"));
            Assert.All(rows.Skip(1), r => Assert.Equal(("years-2023-budget.pdf", "2023", "expenditure_summary"), (r[entity], r[year], r[kind])));
        }
    }

    [Fact]
    public void The_panel_has_one_row_for_each_code_and_adds_up()
    {
        var rows = Facts("--shape", "panel", "--kind", "expenditure_summary", "--entity", "青山区示范局", "--year", "2024");
        var (code, total) = (Array.IndexOf(rows[0], "code"), Array.IndexOf(rows[0], "total_yuan"));

        Assert.Equal(["2010301", "2010302", "2080505", "2210201"], rows.Skip(1).Select(r => r[code]));
        Assert.Equal(5330000.00m, rows.Skip(1).Sum(r => decimal.Parse(r[total], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("--year", "12", "a year")]
    [InlineData("--year", "2024-2021", "a year")]
    [InlineData("--region", "武汉", "GB/T 2260")]
    [InlineData("--format", "parquet", "--out")]
    public void What_cannot_be_asked_is_told(string option, string value, string message)
    {
        var run = CommandLine.Run("export", "facts", option, value, "--db", fixtures.Path);
        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("narrative", "--kind", "revenue_summary")]
    [InlineData("cells", "--verified-only")]
    [InlineData("cells", "--shape", "flat")]
    [InlineData("cells", "facts")]
    [InlineData("facts", "--kind", "nothing")]
    public void An_export_refuses_what_it_cannot_choose_by(params string[] options) =>
        Assert.Equal(2, CommandLine.Run(["export", .. options, "--db", fixtures.Path]).Code);

    private List<string[]> Facts(params string[] options) => CsvLines.Of(CommandLine.Run(["export", "facts", .. options, "--db", fixtures.Path]).Output);

    private static string Line(string[] fields) => string.Join('\u001f', fields);
}
