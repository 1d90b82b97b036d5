using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Tests.Ocr;

/// <summary>Headers that run down narrow columns, dots that lead to page numbers, and lines that touch.</summary>
public class TowerTests
{
    private const double Em = 20;
    private const int Character = 18;

    private static List<TextPiece> Of(Drawing drawing) => TextPieces.Of(Components.Of(drawing.Ink), [], Em, drawing.Picture);

    private static Drawing Sign(Drawing drawing, int left, int top) =>
        drawing.Fill(left, top, Character, 2).Fill(left, top, 2, Character).Fill(left, top + Character - 2, Character, 2);

    /// <summary>Two headers beside each other, half a step apart in height as such headers of several lengths are.</summary>
    private static Drawing Columns(int count, int gap, int step = 24)
    {
        var drawing = new Drawing(200, 300);
        for (var i = 0; i < count; i++)
        {
            Sign(Sign(drawing, 40, 20 + i * step), 40 + Character + gap, 27 + i * step);
        }

        return drawing;
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(4, 5)]
    public void Characters_of_headers_that_run_down_are_pieces_though_those_beside_them_stand_near(int gap, int pieces) =>
        Assert.Equal(pieces, Of(Columns(5, gap)).Count);

    [Theory]
    [InlineData(13, 5)]
    [InlineData(14, 10)]
    [InlineData(26, 10)]
    [InlineData(27, 5)]
    public void What_is_narrower_than_a_character_or_wider_is_figures_or_words(int width, int pieces)
    {
        var drawing = new Drawing(200, 300);
        for (var i = 0; i < 5; i++)
        {
            foreach (var left in (int[])[40, 50 + width])
            {
                drawing.Fill(left, 20 + i * 24, width, 2).Fill(left, 20 + i * 24, 2, Character).Fill(left, 20 + i * 24 + Character - 2, width, 2);
            }
        }

        Assert.Equal(pieces, Of(drawing).Count);
    }

    [Fact]
    public void Two_characters_one_below_the_other_are_two_lines_of_words() => Assert.Equal(2, Of(Columns(2, 10)).Count);

    [Fact]
    public void Steps_wider_than_those_of_type_are_rows() => Assert.Equal(5, Of(Columns(5, 10, 36)).Count);

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public void Characters_that_blur_joins_are_parted_where_the_steps_say(int width, bool isParted)
    {
        var drawing = Columns(4, 10);
        for (var i = 0; i < 2; i++)
        {
            drawing.Fill(48, 36 + 24 * i, width, 10);
        }

        // on grey paper, which is no ink; the third gap is free
        for (var at = 0; at < drawing.Picture.Pixels.Length; at++)
        {
            drawing.Picture.Pixels[at] = Math.Min(drawing.Picture.Pixels[at], (byte)225);
        }

        Assert.Equal(isParted, Of(drawing).Count(p => p.Box.Right <= 40 + Character && p.Box.Height <= 24 + Character / 2) == 4);
    }

    [Theory]
    [InlineData(24, 24, 10)]
    [InlineData(20, 30, 5)]
    public void What_stands_in_no_even_steps_is_words_of_lines(int step, int next, int pieces)
    {
        var drawing = new Drawing(200, 300);
        for (int i = 0, top = 20; i < 5; i++, top += i % 2 == 1 ? step : next)
        {
            drawing.Fill(40, top, Character, Character).Fill(68, top, Character, Character);
        }

        Assert.Equal(pieces, Of(drawing).Count);
    }

    /// <summary>A word, dots, and a number behind them.</summary>
    private static Drawing Entry(int dots, int step, int behind, int before = 44)
    {
        var drawing = Sign(new Drawing(500, 80), 20, 30);
        for (var i = 0; i < dots; i++)
        {
            drawing.Fill(before + i * step, 45, 3, 3);
        }

        return drawing.Figure("7", before + (dots - 1) * step + 3 + behind, 34, 2);
    }

    [Theory]
    [InlineData(7, 8, 60, 44, 7)]
    [InlineData(6, 8, 60, 44, 0)]
    [InlineData(10, 24, 60, 44, 0)]
    [InlineData(10, 22, 60, 44, 10)]
    [InlineData(7, 8, 62, 44, 0)]
    [InlineData(7, 8, 60, 98, 7)]
    [InlineData(7, 8, 60, 100, 0)]
    public void Dots_in_a_row_between_a_word_and_a_number_lead_to_a_page(int dots, int step, int behind, int before, int leading)
    {
        var pieces = Of(Entry(dots, step, behind, before));

        Assert.Equal(leading, pieces.Find(p => p.IsLeader)?.Parts.Count ?? 0);
        Assert.Equal(leading > 0, pieces.Exists(p => p.Box == new PixelBox(20, 30, 38, 48)) && pieces.Count == 3);
    }

    [Fact]
    public void Marks_between_digits_lead_nowhere()
    {
        var drawing = new Drawing(400, 80);
        for (var i = 0; i < 9; i++)
        {
            drawing.Figure("1", 20 + i * 20, 30, 2).Fill(34 + i * 20, 42, 3, 3);
        }

        Assert.DoesNotContain(Of(drawing), p => p.IsLeader);
    }

    [Theory]
    [InlineData(62, 14, 9, 2)]
    [InlineData(142, 14, 9, 3)]
    [InlineData(62, 14, 5, 2)]
    [InlineData(62, 14, 4, 3)]
    [InlineData(61, 28, 9, 2)]
    [InlineData(61, 29, 9, 3)]
    public void What_reaches_into_two_lines_is_parts_of_both(int left, int width, int into, int pieces)
    {
        // two lines of two characters, and between them the foot of one joined to the head of another
        int top = 38 - into, bottom = 44 + into;
        var components = new List<Component> { new(new PixelBox(60, 20, 100, 38), 90), new(new PixelBox(60, 44, 100, 62), 90), new(new PixelBox(left, top, left + width, bottom), 90) };
        var lines = components.ConvertAll(c => new TextPiece(c.Box, [c], Em));
        Bridges.Part(lines, Em, parts => new TextPiece(parts.Select(p => p.Box).Aggregate((x, y) => x.Union(y)), parts, Em));

        Assert.Equal(pieces, lines.Count);
        Assert.Equal(pieces == 2 ? 41 : 38, lines[0].Box.Bottom);
    }

    [Fact]
    public void Lines_that_blur_joins_are_two_pieces()
    {
        // of the second characters the foot of the upper hangs together with the head of the lower
        var drawing = Sign(Sign(new Drawing(200, 120), 60, 20), 60, 44).Fill(82, 20, 18, 2).Fill(82, 20, 2, 13).Fill(82, 51, 2, 11).Fill(82, 60, 18, 2);

        Assert.Equal(2, Of(drawing.Fill(86, 31, 12, 2).Fill(86, 31, 2, 21).Fill(86, 50, 12, 2)).Count);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(9, 2)]
    public void Lines_of_two_cells_beside_each_other_stand_at_heights_of_their_own(int lower, int pieces)
    {
        // a gap that points fill is joined late; the height then tells
        var drawing = Sign(Sign(Sign(new Drawing(200, 80), 20, 20), 42, 20), 42 + Character + 25, 20 + lower);
        drawing.Fill(65, 36, 4, 4);

        Assert.Equal(pieces, Of(drawing).Count);
    }

    private static PlacedSign Placed(string text, double left, double baseline) => new(text, left, left + 18, baseline, 20, 1, true);

    [Theory]
    [InlineData(2, true)]
    [InlineData(7, false)]
    public void Base_lines_of_a_header_that_runs_down_are_set_even(double off, bool isEven)
    {
        List<PlacedSign> signs = [Placed("政", 0, 100), Placed("府", 0, 120 + off), Placed("性", 0, 140), Placed("基", 0, 160)];
        var straight = DownwardSigns.Straighten(signs);

        Assert.Equal(isEven ? 4 : 0, straight.Count);
        if (isEven)
        {
            Assert.All(Enumerable.Range(2, 2), i => Assert.Equal(signs[1].Baseline - signs[0].Baseline, signs[i].Baseline - signs[i - 1].Baseline, 6));
        }
    }

    [Theory]
    [InlineData(28, 4)]
    [InlineData(30, 0)]
    public void Single_characters_in_rows_stay_on_the_lines_of_their_rows(double step, int even) =>
        Assert.Equal(even, DownwardSigns.Straighten([.. Enumerable.Range(0, 4).Select(i => Placed("个", 0, 100 + i * step))]).Count);

    [Fact]
    public void What_is_even_already_takes_no_row_of_its_neighbours() =>
        Assert.Equal([100, 124, 148], TypeSizes.Even([Placed("政", 0, 100), Placed("府", 0, 124), Placed("性", 0, 148), Placed("元", 200, 126)]).Take(3).Select(s => s.Baseline));
}
