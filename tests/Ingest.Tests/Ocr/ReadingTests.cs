using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Tests.Ocr;

public class ReadingTests
{
    private const double Em = 20;

    /// <summary>Ink for each sign: left and right; digits are 14 high and stand at 114, points 3 high, commas reach below.</summary>
    private static TextPiece Piece(params (string Sign, int Left, int Right)[] ink)
    {
        var parts = ink.Select(i => new Component(
            i.Sign switch { "." => new PixelBox(i.Left, 111, i.Right, 114), "," => new PixelBox(i.Left, 111, i.Right, 118), "、" => new PixelBox(i.Left, 110, i.Right, 116), "一" => new PixelBox(i.Left, 106, i.Right, 108), "'" => new PixelBox(i.Left, 98, i.Right, 101), _ => new PixelBox(i.Left, 100, i.Right, 114) }, 50)).ToList();
        return new TextPiece(parts.Select(p => p.Box).Aggregate((a, b) => a.Union(b)), parts, Em);
    }

    private static string Read(TextPiece piece, params (string Sign, double X)[] signs) =>
        string.Concat(FigureSigns.Normalized(GlyphPlaces.Of(piece, WordSigns.Normalized([.. signs.Select(s => new Sign(s.Sign, s.X, 1))])))
            .Select(s => (s.Begins ? " " : "") + s.Text)).Trim();

    [Fact]
    public void Each_sign_has_its_ink_and_signs_of_a_word_touch()
    {
        var placed = GlyphPlaces.Of(Piece(("4", 10, 18), ("7", 20, 28)), [new Sign("4", 15, 1), new Sign("7", 24, 0.4f)]);

        Assert.Equal((10, 19), (placed[0].Left, placed[0].Right));
        Assert.Equal((19, 28), (placed[1].Left, placed[1].Right));
        Assert.Equal(114, placed[0].Baseline);
        Assert.InRange(placed[0].Size, 19, 21);
        Assert.Equal(0.4f, placed[1].Sure);
    }

    [Fact]
    public void Digits_that_touch_share_their_ink()
    {
        var placed = GlyphPlaces.Of(Piece(("0", 10, 27)), [new Sign("0", 14, 1), new Sign("0", 23, 1)]);

        Assert.InRange(placed[0].Right, 17, 20);
        Assert.Equal(placed[0].Right, placed[1].Left);
    }

    [Theory]
    [InlineData(".", "12.50")]
    [InlineData(",", "12.50")]
    [InlineData("'", "1250")]
    public void A_separator_that_was_passed_over_is_put_in_where_its_ink_is(string ink, string read)
    {
        // before two decimals it is a point, whatever its shape; a mark at the heads of digits is none
        var piece = Piece(("1", 10, 18), ("2", 20, 28), (ink, 30, 33), ("5", 36, 44), ("0", 46, 54));

        Assert.Equal(read, Read(piece, ("1", 14), ("2", 24), ("5", 40), ("0", 50)));
    }

    [Theory]
    [InlineData(",", ".", "1,234.56")]
    [InlineData(".", ".", "1,234.56")]
    [InlineData(",", ",", "1,234.56")]
    public void Points_and_commas_are_told_by_where_they_stand(string first, string second, string read)
    {
        var piece = Piece(("1", 0, 8), (first, 10, 13), ("2", 15, 23), ("3", 25, 33), ("4", 35, 43), (second, 45, 48), ("5", 50, 58), ("6", 60, 68));

        Assert.Equal(read, Read(piece, ("1", 4), (first, 11), ("2", 19), ("3", 29), ("4", 39), (second, 46), ("5", 54), ("6", 64)));
    }

    [Theory]
    [InlineData(",", "1,234")]
    [InlineData(".", "1.234")]
    public void Alone_before_three_digits_the_shape_tells(string ink, string read)
    {
        var piece = Piece(("1", 0, 8), (ink, 10, 13), ("2", 15, 23), ("3", 25, 33), ("4", 35, 43));

        Assert.Equal(read, Read(piece, ("1", 4), (",", 11), ("2", 19), ("3", 29), ("4", 39)));
    }

    [Fact]
    public void Behind_its_decimals_a_figure_ends_at_a_gap_and_before_them_it_goes_on()
    {
        var piece = Piece(("1", 0, 8), ("2", 20, 28), (".", 30, 33), ("5", 36, 44), ("0", 46, 54), ("7", 66, 74));

        Assert.Equal("12.50 7", Read(piece, ("1", 4), ("2", 24), (".", 31), ("5", 40), ("0", 50), ("7", 70)));
    }

    [Theory]
    [InlineData("4", 0)]
    [InlineData("'", 1)]
    public void A_figure_is_not_sure_where_ink_as_high_as_a_digit_was_passed_over(string passed, float sure)
    {
        var placed = GlyphPlaces.Of(Piece((passed, 0, 8), ("9", 10, 18), (".", 20, 23), ("9", 25, 33)), [new Sign("9", 14, 1), new Sign(".", 21, 1), new Sign("9", 29, 1)]);

        Assert.Equal("9.9", string.Concat(placed.Select(s => s.Text)));
        Assert.All(placed, s => Assert.Equal(sure, s.Sure));
    }

    [Fact]
    public void Dirt_between_decimals_is_no_point()
    {
        var ink = Piece(("9", 0, 8), (".", 10, 12), ("3", 15, 23), (".", 26, 28), ("1", 31, 39));

        Assert.Equal("9.31", Read(ink, ("9", 4), (".", 11), ("3", 19), ("1", 35)));
        Assert.Equal("93.1", Read(Piece(("9", 0, 8), ("3", 15, 23), (".", 26, 28), ("1", 31, 39)), ("9", 4), ("3", 19), ("1", 35)));
    }

    [Fact]
    public void An_evenly_spaced_figure_is_one()
    {
        var piece = Piece(("8", 0, 8), (".", 14, 17), ("1", 28, 36), ("0", 44, 52), ("0", 60, 68));

        Assert.Equal("8.100", Read(piece, ("8", 4), (".", 15), ("1", 32), ("0", 48), ("0", 64)));
    }

    [Theory]
    [InlineData("1O5", "105")]
    [InlineData("l05", "105")]
    [InlineData("A0B", "A0B")]
    [InlineData("OO5", "OO5")]
    public void Letters_between_digits_are_the_digits_of_their_shape(string read, string plain)
    {
        var piece = Piece(("1", 0, 8), ("0", 10, 18), ("5", 20, 28));

        Assert.Equal(plain, Read(piece, (read[..1], 4), (read[1..2], 14), (read[2..], 24)));
    }

    [Theory]
    [InlineData("千三、资源", "十三、资源")]
    [InlineData("-、本年", "一、本年")]
    [InlineData("一→本年", "一、本年")]
    [InlineData("十六·援助", "十六、援助")]
    [InlineData("《七）社会", "（七）社会")]
    [InlineData("九）节能", "（九）节能")]
    [InlineData("（-）一般", "（一）一般")]
    [InlineData("（+=）交通", "（十二）交通")]
    [InlineData("E、国有", "三、国有")]
    [InlineData("小计\"", "小计")]
    [InlineData("“三公\"经费", "“三公”经费")]
    [InlineData("千元", "千元")]
    [InlineData("维修（护）费", "维修（护）费")]
    [InlineData("3）", "3）")]
    public void What_an_item_of_a_list_begins_with_is_put_right(string read, string plain)
    {
        var signs = read.Select((c, i) => new Sign(c.ToString(), 10 + 20 * i, 1)).ToList();

        Assert.Equal(plain, string.Concat(WordSigns.Normalized(signs).Select(s => s.Text)));
    }

    [Fact]
    public void The_mark_behind_the_numeral_of_a_name_is_put_in()
    {
        var parts = new List<Component>
        {
            new(new PixelBox(10, 100, 28, 118), 90), new(new PixelBox(32, 112, 37, 118), 15), new(new PixelBox(50, 100, 68, 118), 90), new(new PixelBox(70, 100, 88, 118), 90),
        };
        var piece = new TextPiece(new PixelBox(10, 100, 88, 118), parts, Em);

        Assert.Equal("五、事业", Read(piece, ("五", 19), ("事", 59), ("业", 79)).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_piece_is_cut_where_a_figure_ends_and_words_begin()
    {
        List<PlacedSign> apart = [new("5", 0, 9, 0, 20, 1, true), new("一", 20, 38, 0, 20, 1, true)];
        List<PlacedSign> together = [new("5", 0, 9, 0, 20, 1, true), new("年", 9, 28, 0, 20, 1, false)];

        Assert.Equal(14.5, Assert.Single(GlyphPlaces.Columns(apart)));
        Assert.Empty(GlyphPlaces.Columns(together));
    }

    [Theory]
    [InlineData(10, "八、附")]
    [InlineData(12, "八 、附")]
    public void No_word_begins_with_a_mark_of_words(int gap, string read)
    {
        var piece = Piece(("八", 0, 18), ("、", 18 + gap, 23 + gap), ("附", 40, 58));

        Assert.Equal(read, Read(piece, ("八", 9), ("、", 20 + gap), ("附", 49)).Trim());
    }

    /// <summary>A figure in which digits stand close, but for wide gaps (_) and the one that may part two figures (|).</summary>
    private static List<PlacedSign> Mixed(int gap, int wide, string text)
    {
        var ink = new List<(string Sign, int Left, int Right)>();
        var x = 0;
        foreach (var sign in text)
        {
            if (sign is '|' or '_')
            {
                x += sign == '|' ? gap : wide;
                continue;
            }

            ink.Add((sign.ToString(), x, x + (char.IsDigit(sign) ? 9 : 3)));
            x = ink[^1].Right + 1;
        }

        return FigureSigns.Normalized(GlyphPlaces.Of(Piece([.. ink]), [.. ink.Select(s => new Sign(s.Sign, (s.Left + s.Right) / 2.0, 1))]));
    }

    [Theory]
    [InlineData("1,4_8_0.78|8.00", 9, 8, "1,480,788.00")]
    [InlineData("1,4_8_0.78|8.00", 14, 8, "1,480.78 8.00")]
    [InlineData("1,480.78|8.00", 9, 8, "1,480.78 8.00")]
    [InlineData("1,4_8_0.78|18.00", 9, 8, "1,480.78 18.00")]
    [InlineData("1_4_8_0.78|8.00", 9, 8, "1480.78 8.00")]
    [InlineData("9_1_1,111,480.78|8,480,788.00", 9, 8, "911,111,480.78 8,480,788.00")]
    public void Two_digits_behind_what_looks_like_a_point_may_be_of_a_group(string text, int gap, int wide, string read)
    {
        var placed = Mixed(gap, wide, text);

        Assert.Equal(read, string.Concat(placed.Select(s => (s.Begins ? " " : "") + s.Text)).Trim());
        Assert.Equal(!read.Contains(' ', StringComparison.Ordinal), placed.Exists(s => s.Sure == 0));
    }

    [Theory]
    [InlineData("TO00000104", "T000000104")]
    [InlineData("TO0000", "TO0000")]
    [InlineData("OTO0000001", "OTO0000001")]
    [InlineData("35050322495TO00000104", "35050322495T000000104")]
    public void The_letter_beside_digits_of_a_code_is_a_nought(string read, string code) =>
        Assert.Equal(code, string.Concat(FigureSigns.Normalized([.. read.Select((c, i) => new PlacedSign(c.ToString(), i * 10, i * 10 + 9, 100, 20, 1, i == 0))]).Select(s => s.Text)));

    [Theory]
    [InlineData("6.75O9", "6.7509", 4)]
    [InlineData("16.7l", "16.71", 4)]
    [InlineData("6.7509", "6.7509", -1)]
    public void A_figure_with_a_letter_for_a_digit_is_not_sure(string read, string figure, int unsure)
    {
        var signs = FigureSigns.Normalized([.. read.Select((c, i) => new PlacedSign(c.ToString(), i * 10, i * 10 + 9, 100, 20, 1, i == 0))]);

        Assert.Equal(figure, string.Concat(signs.Select(s => s.Text)));
        Assert.Equal(unsure, signs.FindIndex(s => s.Sure == 0));
    }
}
