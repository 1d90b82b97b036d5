using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Tests.Ocr;

/// <summary>What is read from dirt, from the rest of stamps, and beside stamps as dark as type.</summary>
public class StraySignTests
{
    private const double Size = 20;

    /// <summary>Signs of ten pixels, or as wide as told, from a place on.</summary>
    private static List<PlacedSign> Word(string text, double left = 0, double width = 10, double baseline = 100) =>
        [.. text.Select((c, i) => new PlacedSign(c.ToString(), left + i * width, left + (i + 1) * width, baseline, Size, 1, i == 0))];

    private static string Text(IEnumerable<PlacedSign> signs) => string.Concat(signs.Select(s => (s.Begins ? " " : "") + s.Text)).Trim();

    [Theory]
    [InlineData("..", "")]
    [InlineData("!", "")]
    [InlineData("......", "")]
    [InlineData(".......", ".......")]
    [InlineData("—", "—")]
    [InlineData("1.", "1.")]
    public void Points_alone_are_no_words(string read, string kept) => Assert.Equal(kept, Text(StraySigns.Without(Word(read))));

    [Theory]
    [InlineData(".总计", "总计")]
    [InlineData(".50", ".50")]
    [InlineData("、附", "、附")]
    public void A_point_before_a_character_is_dirt(string read, string kept) => Assert.Equal(kept, Text(StraySigns.Without(Word(read))));

    [Theory]
    [InlineData(10, 1)]
    [InlineData(12, 0)]
    public void A_dash_as_long_as_a_character_makes_no_sure_negative(double width, float sure)
    {
        var signs = StraySigns.Without([.. Word("-", 0, width), .. Word("7.50", width).Select(s => s with { Begins = false })]);

        Assert.Equal(sure, signs[1].Sure);
        Assert.Equal("-7.50", Text(signs));
    }

    [Theory]
    [InlineData("（二）收）", "般", 10, "（二）收） 一 般")]
    [InlineData("（二）收）", "般", 20, "（二）收） — 般")]
    [InlineData("（二）收）", "二", 10, "（二）收） — 二")]
    [InlineData("（二）", "二", 20, "（二） 一 二")]
    [InlineData("（二）", "二", 26, "（二） — 二")]
    [InlineData("12.50", "般", 10, "12.50 — 般")]
    public void A_stroke_between_the_mark_of_an_item_and_its_word_is_a_numeral(string before, string behind, double gap, string read)
    {
        var dash = before.Length * 10 + gap;

        Assert.Equal(read, Text(StraySigns.Without([.. Word(before), .. Word("—", dash, 16, 104), .. Word(behind, dash + 16 + gap)])));
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void What_stands_beside_a_stamp_may_be_the_rest_of_what_it_cuts(int gap, bool isDoubted)
    {
        var figure = new TextPiece(new PixelBox(110 + gap, 40, 150, 54), [], Size);

        Assert.Equal(isDoubted, DarkStamps.Below([figure], [new PixelBox(10, 10, 110, 110)], Size)[0].IsBesideFaint);
    }

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(98, 100, false)]
    [InlineData(100, 202, false)]
    public void What_a_stamp_touches_is_doubted(int width, int height, bool isDoubted)
    {
        var figure = new TextPiece(new PixelBox(90, 40, 150, 54), [new Component(new PixelBox(90, 40, 150, 54), 300)], Size);
        var beside = figure with { Box = new PixelBox(240, 40, 300, 54) };
        var pieces = DarkStamps.Below([figure, beside], DarkStamps.Among([new Component(new PixelBox(10, 10, 10 + width, 10 + height), 900), figure.Parts[0]], [], Size), Size);

        Assert.Equal([isDoubted, false], pieces.Select(p => p.IsBesideFaint));
    }

    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(4, 4, false)]
    [InlineData(3, 3, false)]
    public void A_stamp_that_rulings_cut_is_whole(int cut, int goesOn, bool isWhole)
    {
        // two halves of a frame, of which only the left strokes reach the ruling that was taken out between
        var ruling = new PixelRuling(true, 60, 0, 200, 2);
        var drawing = new Drawing(200, 200).Fill(20, 10, 100, 3).Fill(20, 10, 3, 40).Fill(117, 10, 3, 40).Fill(20, 110, 100, 3).Fill(20, 70, 3, 43).Fill(117, 70, 3, 43);
        drawing.Fill(20, 59 - cut - goesOn + 1, 3, goesOn).Fill(20, 61 + cut, 3, goesOn).Fill(20, 40, 3, 60 - cut - goesOn - 40).Fill(20, 61 + cut + goesOn, 3, 9);
        if (goesOn < 4)
        {
            drawing.Fill(20, 59 - cut - goesOn, 3, 1, 255);
        }

        Assert.Equal(isWhole, DarkStamps.Whole(drawing.Ink, [ruling]).Exists(c => c.Box is { Left: 20, Top: 10, Right: 120, Bottom: 113 }));
        Assert.Equal(isWhole, DarkStamps.Whole(drawing.Ink.Turned(), [ruling with { Horizontal = false }]).Exists(c => c.Box is { Left: 10, Top: 20, Right: 113, Bottom: 120 }));
    }

    [Theory]
    [InlineData(96, 40, 80, 95)]
    [InlineData(94, 40, 80, 110)]
    [InlineData(96, -10, 200, 110)]
    public void An_arc_that_was_taken_for_a_ruling_is_of_its_stamp(int at, int start, int end, int top)
    {
        var stamp = new Component(new PixelBox(10, 110, 110, 210), 900);

        Assert.Equal(new PixelBox(10, top, 110, 210), Assert.Single(DarkStamps.Among([stamp], [new PixelRuling(true, at, start, end, 2)], Size)));
        Assert.Equal(
            new PixelBox(top, 10, 210, 110),
            Assert.Single(DarkStamps.Among([stamp with { Box = new PixelBox(110, 10, 210, 110) }], [new PixelRuling(false, at, start, end, 2)], Size)));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(6, 3)]
    public void What_goes_on_at_both_ends_of_a_ruling_hangs_together(int lower, int parts)
    {
        // two strokes, and between them what was taken for a ruling; or a ruling between others, beside a stroke
        var ink = new Drawing(200, 100).Fill(20, 40, 20, 3).Fill(120, 40 + lower, 20, 3).Fill(20, 80, 100, 3).Ink;

        Assert.Equal(parts, DarkStamps.Whole(ink, [new PixelRuling(true, 41.5, 40, 120, 3)]).Count);
        Assert.Equal(parts, DarkStamps.Whole(ink.Turned(), [new PixelRuling(false, 41.5, 40, 120, 3)]).Count);
    }
}
