using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Tests.Ocr;

/// <summary>What a page tells of its pieces: its sizes of type, its rows, how its figures are printed.</summary>
public class PageFormTests
{
    private static PlacedSign Sign(string text, double size = 20, double baseline = 100, bool begins = true, double left = 0) => new(text, left, left + 10, baseline, size, 1, begins);

    private static IEnumerable<PlacedSign> Figure(string text, double left = 0) => text.Select((c, i) => Sign(c.ToString(), begins: i == 0, left: left + 10 * i));

    [Theory]
    [InlineData(22.9, 20)]
    [InlineData(23.1, 23.1)]
    [InlineData(17.1, 20)]
    public void A_size_near_the_most_common_one_is_that_one(double size, double even) =>
        Assert.Equal(even, TypeSizes.Even([Sign("预"), Sign("算"), Sign("数"), Sign("1", size)])[3].Size);

    [Theory]
    [InlineData(102, 100)]
    [InlineData(104, 104)]
    public void Base_lines_a_pixel_or_two_apart_are_one_row(double baseline, double row) =>
        Assert.Equal(row, TypeSizes.Even([Sign("预"), Sign("算"), Sign("数", baseline: baseline)])[2].Baseline);

    [Fact]
    public void A_page_without_characters_keeps_its_sizes() => Assert.Equal(17, TypeSizes.Even([Sign("1", 17)])[0].Size);

    [Theory]
    [InlineData(5, "133332100", 0)]
    [InlineData(4, "133332100", 1)]
    [InlineData(5, "133", 1)]
    [InlineData(5, "1,333", 1)]
    public void A_long_figure_without_a_separator_is_doubted_where_the_page_prints_decimals(int decimals, string figure, float sure)
    {
        List<PlacedSign> signs = [.. Enumerable.Repeat("12.50", decimals).SelectMany(f => Figure(f)), .. Figure(figure, 200), .. Figure("A123456")];
        var doubted = PrintForms.Doubted(signs);

        Assert.Equal(sure, doubted[decimals * 5].Sure);
        Assert.Equal(1, doubted[^1].Sure);
        Assert.Equal(signs.Select(s => s.Text), doubted.Select(s => s.Text));
    }

    [Theory]
    [InlineData("12.5", 4, 0, 0)]
    [InlineData("12", 4, 0, 0)]
    [InlineData("12.50", 4, 0, 1)]
    [InlineData("12.500", 4, 0, 1)]
    [InlineData("0", 4, 0, 1)]
    [InlineData("12.5", 3, 0, 1)]
    [InlineData("12.5", 4, 40, 0)]
    [InlineData("12.5", 4, 50, 1)]
    public void A_figure_with_fewer_decimals_than_its_column_prints_is_doubted(string figure, int others, double left, float sure)
    {
        List<PlacedSign> signs = [.. Enumerable.Repeat("13.20", others).SelectMany(f => Figure(f)), .. Enumerable.Repeat("13.20", 5).SelectMany(f => Figure(f, 500)), .. Figure("0"), .. Figure(figure, left)];

        Assert.Equal(sure, PrintForms.Doubted(signs)[^1].Sure);
    }

    [Theory]
    [InlineData("13.2", 0)]
    [InlineData("13", 1)]
    public void Figures_without_decimals_tell_nothing_of_those_that_have_some(string figure, float sure)
    {
        List<PlacedSign> signs = [.. Enumerable.Repeat("13.20", 5).SelectMany(f => Figure(f)), .. Figure("227"), .. Figure(figure)];

        Assert.Equal(sure, PrintForms.Doubted(signs)[^1].Sure);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(9, 1)]
    public void A_column_that_prints_figures_as_they_come_has_no_decimals_of_its_own(int alike, float sure)
    {
        List<PlacedSign> signs = [.. Enumerable.Repeat("13.20", alike - 1).SelectMany(f => Figure(f)), .. Figure("13.2"), .. Figure("13.2")];

        Assert.Equal(sure, PrintForms.Doubted(alike == 10 ? [.. Figure("13.20"), .. signs] : [.. Figure("13"), .. signs])[^1].Sure);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(16, 0)]
    public void Small_strokes_near_each_other_are_one_sign(int apart, int pieces)
    {
        var drawing = new Drawing(120, 80).Fill(30, 40, 8, 4).Fill(38 - 4, 50, 8, 4).Fill(38 + apart - 4, 42, 4, 8);

        Assert.Equal(pieces, TextPieces.Of(Components.Of(drawing.Ink), [], 20, drawing.Picture).Count);
    }

    [Fact]
    public void A_sheet_turned_to_one_side_and_to_the_other_is_as_before()
    {
        var picture = new Drawing(30, 20).Fill(2, 3, 5, 4).Picture;
        var left = picture.Quarter(left: true);

        Assert.Equal((20, 30), (left.Width, left.Height));
        Assert.Equal(0, left[3, 30 - 1 - 2]);
        Assert.Equal(picture.Pixels, left.Quarter(left: false).Pixels);
        Assert.Equal(picture.Pixels, picture.Half().Half().Pixels);
        Assert.Equal(0, picture.Half()[30 - 1 - 2, 20 - 1 - 3]);
        Assert.Equal(picture.Pixels, picture.Turned().Turned().Pixels);
    }

    [Theory]
    [InlineData(225, 6, 14, 0, true)]
    [InlineData(240, 6, 14, 0, false)]
    [InlineData(225, 6, 8, 0, false)]
    [InlineData(225, 40, 14, 0, false)]
    [InlineData(225, 6, 14, 58, false)]
    public void Beside_what_is_as_high_as_a_sign_and_too_light_for_ink_nothing_is_sure(byte grey, int gap, int height, int ruling, bool isDoubted)
    {
        // ink is darker than 209
        var drawing = new Drawing(300, 120).Figure("1234", 70, 50, 2).Fill(70 - gap - 6, 50, 6, height, grey);
        List<PixelRuling> rulings = ruling > 0 ? [new PixelRuling(Horizontal: false, ruling + 8.5, 20, 100, 1)] : [];
        var pieces = TextPieces.Of(Components.Of(drawing.Ink), rulings, 20, drawing.Picture);

        Assert.Equal(isDoubted, Assert.Single(FaintSigns.Beside(pieces, drawing.Picture, 25, rulings, 20)).IsBesideFaint);
    }
}
