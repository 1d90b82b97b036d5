using Ingest.Core.Model;

namespace Ingest.Tests.Golden;

/// <summary>
/// The seed document (Qingshan district big-data centre, 2023), typeset by several producers: all 226 amounts of its
/// tables 1–14 that are not zero are facts, its publisher's errors are reported, and nothing else is.
/// </summary>
public class SeedGoldenTests
{
    public static TheoryData<string> Renderings => new(
        Directory.GetFiles(Repository.Fixture("documents"), "seed-*.pdf").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Renderings))]
    public void Every_amount_of_tables_1_to_14_is_a_fact_in_its_row_and_column(string rendering)
    {
        var document = ParsedFixtures.Parse(rendering);
        var missing = ExpectedAmounts().Where(e => !document.Facts.Any(f => Matches(document, f, e))).ToList();
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Renderings))]
    public void Exactly_the_errors_of_the_publisher_are_doubts_and_nothing_is_lost(string rendering)
    {
        var document = ParsedFixtures.Parse(rendering);
        var serious = document.Anomalies.Where(a => a.Code.Severity != Severity.Note)
            .Select(a => $"{a.Code.Id} {a.TableKind} {a.Found} {a.Expected}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd())
            .Order(StringComparer.Ordinal).ToList();
        List<string> expected =
        [
            // P06: micro enterprises 5000, small and micro ones 0
            "part-exceeds-whole government_procurement 5000",
            // P04: the sum of unit prices in three total rows
            .. Enumerable.Repeat("meaningless-total government_procurement 4133800", 3),
            // P01: 小计 lacks 0.41 in three rows
            .. Enumerable.Repeat("row-sum revenue_summary 13214710.00 13214710.41", 3),
        ];
        if (document.Narrative.Length > 0)
        {
            // the rendering made of the tables alone has no sentences
            expected.Add("narrative-mismatch 88.08万元 888.08万元"); // P02
            expected.AddRange(Enumerable.Repeat("growth-mismatch 8% 8.85%", 2)); // P03
        }
        Assert.Equal(expected.Order(StringComparer.Ordinal), serious);
    }

    [Fact]
    public void The_expected_amounts_are_226() => Assert.Equal(226, ExpectedAmounts().Count);

    private static bool Matches(ParsedDocument document, Fact fact, Expected expected)
    {
        if (fact.Kind != expected.Kind || fact.Amount?.ToYuan() != expected.Amount)
            return false;
        var table = document.Tables.Single(t => t.Ordinal == fact.Where.Table);
        if (expected.Row is { } row)
            return fact.Where.Row == table.HeaderRows + row && fact.Where.Column == expected.Column;
        // the forms of a kind in their order; a part that a page break cut off counts with its form
        var forms = document.Facts.Where(f => f.Kind == fact.Kind && f.Line.Label == expected.Label).Select(f => f.Where.Table).Distinct().Order().ToList();
        var form = forms.IndexOf(table.Ordinal) + 1;
        return form == expected.Form && fact.Line.Label == expected.Label && fact.Column.Path.Replace("/", "", StringComparison.Ordinal) == expected.Path;
    }

    private static List<Expected> ExpectedAmounts() => [.. File.ReadLines(Repository.Fixture("seed/nonzero-cells.csv")).Skip(1)
        .Select(line => line.Split(','))
        .Select(p => new Expected(
            p[1], p[2].Length > 0 ? Number(p[2]) : null, p[3].Length > 0 ? Number(p[3]) : null, p[4].Length > 0 ? Number(p[4]) : null, p[5], p[6], p[7]))];

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Expected(string Kind, int? Form, int? Row, int? Column, string Label, string Path, string Amount);
}
