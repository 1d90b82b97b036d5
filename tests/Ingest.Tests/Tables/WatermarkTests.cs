using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Large text that runs over other text, over rulings or over the heights of several lines is a watermark; a title is none.</summary>
public class WatermarkTests
{
    private const double Baseline = 300;

    /// <param name="size">Of type among lines of 10 pt, one of which it covers.</param>
    [Theory]
    [InlineData(16.5, true)]
    [InlineData(17.5, false)]
    public void Text_over_text_is_one_where_it_is_much_larger(double size, bool stays)
    {
        Assert.Equal(stays, Stays([.. Line(290, 100), .. Line(420, 300)], size, []));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_title_has_one_or_two_lines_beside_it_and_a_watermark_more(int lines, bool stays)
    {
        var beside = Enumerable.Range(0, lines).SelectMany(i => Line(Baseline - 12 * i, 400));
        Assert.Equal(stays, Stays([.. beside, .. Line(500, 100), .. Line(520, 100)], 48, []));
    }

    /// <summary>Two texts of one line beside a title are one line.</summary>
    [Fact]
    public void Lines_are_counted_and_not_their_texts()
    {
        Assert.True(Stays([.. Line(Baseline, 400), .. Line(Baseline, 450), .. Line(Baseline - 12, 400), .. Line(500, 100)], 48, []));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public void Rulings_run_through_a_watermark(int count, bool stays)
    {
        var small = Line(500, 100).Concat(Line(520, 100)).ToArray();
        Assert.Equal(stays, Stays(small, 40, [.. Enumerable.Range(0, count).Select(i => new Ruling(RulingDirection.Horizontal, Baseline - 10 - 8 * i, 60, 500, 0.5f))]));
        Assert.Equal(stays, Stays(small, 40, [.. Enumerable.Range(0, count).Select(i => new Ruling(RulingDirection.Vertical, 120 + 30 * i, 100, 500, 0.5f))]));
    }

    /// <summary>Below its base line, above its ink, at its sides, or elsewhere on its height.</summary>
    [Fact]
    public void Rulings_around_a_title_do_not_run_through_it()
    {
        var small = Line(500, 100).Concat(Line(520, 100)).ToArray();
        Assert.True(Stays(small, 40,
        [
            new(RulingDirection.Horizontal, Baseline, 60, 500, 0.5f), new(RulingDirection.Horizontal, Baseline + 2, 60, 500, 0.5f), new(RulingDirection.Horizontal, Baseline - 30, 60, 500, 0.5f),
            new(RulingDirection.Vertical, 101, 100, 500, 0.5f), new(RulingDirection.Vertical, 179, 100, 500, 0.5f),
            new(RulingDirection.Horizontal, Baseline - 15, 300, 500, 0.5f), new(RulingDirection.Horizontal, Baseline - 10, 300, 500, 0.5f),
            new(RulingDirection.Vertical, 130, 400, 500, 0.5f), new(RulingDirection.Vertical, 150, 400, 500, 0.5f),
        ]));
    }

    /// <summary>Whether a text of two characters at x 100 stays among others.</summary>
    private static bool Stays(Glyph[] others, double size, ImmutableArray<Ruling> rulings) =>
        Sheet.Pieces([.. others, Character('内', 100, Baseline, size, 99), Character('部', 100 + size, Baseline, size, 99)], rulings).Exists(p => p.Size > 12);

    /// <summary>Two characters of 10 pt, within the first one of the large text where it stands over them.</summary>
    private static Glyph[] Line(double baseline, double left) =>
        [Character('合', left, baseline, 10, (int)(baseline + left)), Character('计', left + 10, baseline, 10, (int)(baseline + left))];

    private static Glyph Character(char c, double x, double baseline, double size, int sequence) =>
        new(c.ToString(), new Box(x, baseline - size, x + size, baseline), (float)baseline, (float)size, TextRotation.Upright, GlyphFlags.None, sequence);
}
