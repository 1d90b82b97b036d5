using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Tests.Ocr;

/// <summary>Figures and names in wide or mixed type, with signs that a scan has hardly any ink of.</summary>
public class OpenTypeTests
{
    private const double Em = 20;

    /// <summary>Digits are 8 wide and 14 high, characters 18 and 18; each is given with its left side.</summary>
    private static List<PlacedSign> Place(string text, params int[] lefts)
    {
        var boxes = text.Select((c, i) => c switch
        {
            '.' => new PixelBox(lefts[i], 111, lefts[i] + 3, 114),
            ',' => new PixelBox(lefts[i], 111, lefts[i] + 3, 118),
            ':' => new PixelBox(lefts[i], 109, lefts[i] + 3, 114),
            '、' => new PixelBox(lefts[i], 110, lefts[i] + 5, 117),
            '（' or '）' => new PixelBox(lefts[i], 98, lefts[i] + 5, 116),
            '目' => new PixelBox(lefts[i] + 4, 98, lefts[i] + 14, 116),
            > '\u2E80' => new PixelBox(lefts[i], 98, lefts[i] + 18, 116),
            _ => new PixelBox(lefts[i], 100, lefts[i] + 8, 114),
        }).ToList();
        var piece = new TextPiece(boxes.Aggregate((a, b) => a.Union(b)), boxes.ConvertAll(b => new Component(b, 50)), Em);
        return FigureSigns.Normalized(GlyphPlaces.Of(piece, [.. text.Select((c, i) => new Sign(c.ToString(), boxes[i].MiddleX, 1))]));
    }

    private static string Read(string text, params int[] lefts) => string.Concat(Place(text, lefts).Select(s => (s.Begins ? " " : "") + s.Text)).Trim();

    private static int[] Tight(int count, int left = 0) => [.. Enumerable.Range(0, count).Select(i => left + 10 * i)];

    [Theory]
    [InlineData("I", "1", 0)]
    [InlineData("1", "1", 1)]
    public void A_stroke_alone_is_a_one_for_all_we_know(string read, string plain, float sure)
    {
        var sign = Assert.Single(Place(read, 10));

        Assert.Equal((plain, sure), (sign.Text, sign.Sure));
    }

    [Fact]
    public void Two_points_at_the_feet_of_digits_are_one_that_the_paper_doubled() => Assert.Equal("891.00", Read("891:00", Tight(6)));

    [Fact]
    public void What_stands_in_a_corner_of_its_place_parts_no_words()
    {
        Assert.Equal("一、收入", Read("一、收入", 0, 20, 40, 60));
        Assert.Equal("部门（单位）名称", Read("部门（单位）名称", 0, 20, 53, 60, 80, 100, 120, 140));
        Assert.Equal("项目支出", Read("项目支出", 0, 20, 40, 60));
        Assert.Equal("项目 支出", Read("项目支出", 0, 20, 52, 72));
    }

    [Fact]
    public void A_bracket_keeps_its_place_where_a_word_begins_or_ends_with_it()
    {
        var placed = Place("（单位）", 13, 20, 40, 60);

        Assert.InRange(placed[0].Left, -1, 1);
        Assert.InRange(placed[^1].Right, 77, 79);
    }

    [Theory]
    [InlineData(22, "10,030,930.00")]
    [InlineData(16, "10,030,93000")]
    [InlineData(30, "10,030,930 00")]
    public void Where_the_room_of_a_separator_is_left_only_one_can_stand(int room, string read)
    {
        // 10, 030, 930 00: around each comma are 20 pixels
        int[] lefts = [0, 10, 21, 38, 48, 58, 69, 86, 96, 106, 114 + room, 124 + room];

        Assert.Equal(read, Read("10,030,93000", lefts));
    }

    [Fact]
    public void Where_no_group_can_begin_no_separator_was_lost() => Assert.Equal("10,030 0", Read("10,0300", 0, 10, 21, 38, 48, 58, 86));

    [Theory]
    [InlineData(8, "31,915,452.0 31,179.00")]
    [InlineData(5, "31,915,452,031,179.00")]
    public void Behind_one_decimal_that_the_cell_left_room_for_another_figure_begins(int gap, string read)
    {
        int[] first = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110], second = [.. Enumerable.Range(0, 9).Select(i => 118 + gap + 10 * i)];

        Assert.Equal(read, Read("31,915,452.031,179.00", [.. first, .. second]));
    }

    [Theory]
    [InlineData("930", 20, 1)]
    [InlineData("930", 26, 2)]
    [InlineData("93", 20, 2)]
    public void A_figure_goes_on_as_far_behind_its_last_group_as_its_separators_leave_room(string group, int gap, int pieces)
    {
        var drawing = new Drawing(400, 80).Figure("10", 20, 30, 2).Fill(44, 41, 3, 3).Figure("030", 62, 30, 2).Fill(98, 41, 3, 3).Figure(group, 116, 30, 2);
        drawing.Figure("00", 116 + 12 * group.Length - 2 + gap, 30, 2);

        Assert.Equal(pieces, TextPieces.Of(Components.Of(drawing.Ink), [], Em, drawing.Picture).Count);
    }

    [Theory]
    [InlineData(38, 1)]
    [InlineData(28, 2)]
    public void A_dash_belongs_to_words_on_the_middle_of_their_line(int top, int pieces)
    {
        var drawing = new Drawing(300, 80).Fill(25, top, 18, 2);
        for (var i = 0; i < 3; i++)
        {
            drawing.Fill(46 + i * 20, 30, 18, 2).Fill(46 + i * 20, 30, 2, 18).Fill(46 + i * 20, 46, 18, 2);
        }

        Assert.Equal(pieces, TextPieces.Of(Components.Of(drawing.Ink), [], Em, drawing.Picture).Count);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 1)]
    public void A_character_that_touches_the_one_below_it_is_cut_where_the_lines_part(int lines, int pieces)
    {
        var drawing = new Drawing(200, 120);
        for (var line = 0; line < lines; line++)
        {
            drawing.Fill(20, 20 + 20 * line, 18, 2).Fill(20, 20 + 20 * line, 2, 18).Fill(20, 36 + 20 * line, 18, 2).Fill(40, 20 + 20 * line, 18, 2).Fill(40, 20 + 20 * line, 2, 18).Fill(40, 36 + 20 * line, 18, 2);
        }

        drawing.Fill(45, 22, 2, 16 + 20 * (lines - 1));
        Assert.Equal(pieces, TextPieces.Of(Components.Of(drawing.Ink), [], Em, drawing.Picture).Count);
    }
}
