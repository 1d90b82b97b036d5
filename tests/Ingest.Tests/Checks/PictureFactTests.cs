using System.Collections.Immutable;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What it takes to believe a figure that was recognised on a picture.</summary>
public class PictureFactTests
{
    private static FactStatus[] Statuses(FactSource source, params Sheet[] sheets)
    {
        var document = Sheet.Document(sheets);
        var facts = document.Facts.Select(f => f with { Source = source }).Select(f => f with { Status = f.AsRead }).ToImmutableArray();
        return [.. Checker.Check(DocumentIdentity.Unknown, document.Tables, facts, [], []).Facts.Select(f => f.Status)];
    }

    private static readonly Sheet[] Copies =
    [
        new("expenditure_summary", "code|label|total", "2010101|甲|123.45"), new("general_public_budget_expenditure", "code|label|total", "2010101|甲|123.45"),
    ];

    [Theory]
    [InlineData(FactSource.Text, FactStatus.Verified)]
    [InlineData(FactSource.Layer, FactStatus.Verified)]
    [InlineData(FactSource.Picture, FactStatus.Unverified)]
    [InlineData(FactSource.Unsure, FactStatus.Doubtful)]
    public void A_copy_confirms_what_two_readers_read_and_not_what_one_did(FactSource source, FactStatus status) =>
        Assert.All(Statuses(source, Copies), s => Assert.Equal(status, s));

    [Theory]
    [InlineData(FactSource.Text, FactStatus.Verified)]
    [InlineData(FactSource.Picture, FactStatus.Verified)]
    [InlineData(FactSource.Unsure, FactStatus.Doubtful)]
    public void A_sum_of_two_other_figures_confirms_all_but_what_is_not_sure(FactSource source, FactStatus status) =>
        Assert.All(Statuses(source, new Sheet("expenditure_summary", "code|label|total|basic|project", "2010101|甲|100.00|60.00|40.00")), s => Assert.Equal(status, s));

    [Theory]
    [InlineData(GlyphFlags.None, GlyphFlags.None, FactSource.Text)]
    [InlineData(GlyphFlags.Pictured, GlyphFlags.Pictured, FactSource.Picture)]
    [InlineData(GlyphFlags.Pictured | GlyphFlags.Seconded, GlyphFlags.Pictured | GlyphFlags.Seconded, FactSource.Layer)]
    [InlineData(GlyphFlags.Pictured | GlyphFlags.Seconded, GlyphFlags.Pictured, FactSource.Picture)]
    [InlineData(GlyphFlags.Pictured | GlyphFlags.Unsure, GlyphFlags.Pictured | GlyphFlags.Seconded, FactSource.Unsure)]
    public void The_least_sure_digit_of_a_cell_tells_its_source(GlyphFlags first, GlyphFlags second, FactSource source)
    {
        var fact = Sheet.Document(Copies[0]).Facts[0];
        var box = new Box(100, 100, 150, 120);
        fact = fact with { Where = fact.Where with { Area = new PageBox(3, box) } };
        Glyph Digit(string text, double left, GlyphFlags flags) => new(text, new Box(left, 105, left + 5, 115), 115, 10, TextRotation.Upright, flags);
        var page = new PageContent(
            3, 600, 800, [Digit("1", 110, first), Digit("2", 120, second), Digit("3", 170, GlyphFlags.Pictured | GlyphFlags.Unsure)], [], [], [], []);

        var marked = Assert.Single(FactSources.Mark([fact], [page]));
        Assert.Equal(source, marked.Source);
        Assert.Equal(source == FactSource.Unsure ? FactStatus.Doubtful : FactStatus.Unverified, marked.Status);
    }

    [Fact]
    public void A_dash_on_a_picture_is_of_the_picture()
    {
        var fact = Sheet.Document(Copies[0]).Facts[0];
        fact = fact with { Where = fact.Where with { Area = new PageBox(1, new Box(0, 0, 50, 50)) } };
        var page = new PageContent(1, 600, 800, [new Glyph("—", new Box(10, 10, 20, 20), 20, 10, TextRotation.Upright, GlyphFlags.Pictured)], [], [], [], []);

        Assert.Equal(FactSource.Picture, Assert.Single(FactSources.Mark([fact], [page])).Source);
    }

    [Theory]
    [InlineData(2, 1, FactSource.Unsure)]
    [InlineData(1, 1, FactSource.Text)]
    [InlineData(0, 1, FactSource.Text)]
    public void A_figure_of_which_no_sign_stands_in_its_cell_is_not_sure_on_a_picture(int pictured, int texts, FactSource source)
    {
        var fact = Sheet.Document(Copies[0]).Facts[0];
        fact = fact with { Where = fact.Where with { Area = new PageBox(1, new Box(0, 0, 50, 50)) } };
        Glyph Digit(int at, GlyphFlags flags) => new("1", new Box(100 + 10 * at, 10, 110 + 10 * at, 20), 20, 10, TextRotation.Upright, flags);
        var page = new PageContent(
            1, 600, 800, [.. Enumerable.Range(0, pictured).Select(i => Digit(i, GlyphFlags.Pictured)), .. Enumerable.Range(20, texts).Select(i => Digit(i, GlyphFlags.None))], [], [], [], []);

        Assert.Equal(source, Assert.Single(FactSources.Mark([fact], [page])).Source);
        Assert.Equal(FactSource.Text, Assert.Single(FactSources.Mark([fact with { Shown = "" }], [page])).Source);
    }
}
