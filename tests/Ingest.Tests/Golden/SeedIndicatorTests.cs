using Ingest.Core.Model;

namespace Ingest.Tests.Golden;

/// <summary>The performance forms of the seed document, in all its renderings.</summary>
public class SeedIndicatorTests
{
    public static TheoryData<string> Renderings => SeedGoldenTests.Renderings;

    [Theory]
    [MemberData(nameof(Renderings))]
    public void Every_indicator_is_read_with_its_levels_year_and_value(string rendering)
    {
        var document = ParsedFixtures.Parse(rendering);
        var lines = document.Indicators.Select(i => string.Join(',', Project(document.Forms[i.Form]), i.Goal, i.Level1, i.Level2, i.Name, i.Year, i.Shown, i.Relation, Number(i.Value), i.Unit));
        Repository.AssertGolden("seed/indicators.csv", string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n");
    }

    [Theory]
    [MemberData(nameof(Renderings))]
    public void The_names_and_telephones_of_the_forms_are_personal_and_no_facts(string rendering)
    {
        var document = ParsedFixtures.Parse(rendering);
        var texts = document.Personal.Select(w => document.Tables.Single(t => t.Ordinal == w.Table).Source.Cells.Single(c => c.Row == w.Row && c.Column == w.Column).Text);
        Assert.Superset(new HashSet<string> { "汪竹林", "68865157", "罗曦", "朱顺超" }, texts.ToHashSet());
        Assert.Empty(document.Facts.Select(f => f.Where).Intersect(document.Personal));
    }

    private static string Project(PerformanceForm form) => form.Project;

    private static string Number(PrintedNumber? number) => number is { } n ? Ingest.Io.Sqlite.Exact.Text(n) : "";
}
