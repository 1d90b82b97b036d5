using Ingest.Core.Tables.Ruled;

namespace Ingest.Tests.Tables;

public sealed class PaddingTests
{
    private static readonly double[] Xs = [0, 50, 100];

    [Fact]
    public void Padding_is_the_room_that_nearly_all_texts_leave_on_both_sides()
    {
        var texts = Enumerable.Repeat((4.0, 45.0), 20);
        Assert.Equal(9, Padding.Of(Xs, texts));
        // one of twenty may stand closer, three may not
        Assert.Equal(9, Padding.Of(Xs, texts.Append((0.0, 50.0))));
        Assert.Equal(0, Padding.Of(Xs, texts.Concat(Enumerable.Repeat((0.0, 50.0), 3))));
    }

    /// <summary>Short texts in the middle of wide cells have room that they did not need.</summary>
    [Fact]
    public void More_room_than_word_processors_leave_is_no_padding() => Assert.Equal(12, Padding.Of(Xs, [(20, 30), (70, 80)]));

    [Fact]
    public void Texts_that_run_over_their_column_tell_nothing() => Assert.Equal(0, Padding.Of(Xs, [(20, 60)]));

    /// <summary>A digit of 7.5 pt is 4.5 pt wide: with a padding of 10.8 pt, 15.3 pt are no room for one more, and 18.3 pt none in full width. Without any padding 1.6 ems are none.</summary>
    [Theory]
    [InlineData(15.2, 10.8, false, true)]
    [InlineData(15.4, 10.8, false, false)]
    [InlineData(18.2, 10.8, true, true)]
    [InlineData(18.4, 10.8, true, false)]
    [InlineData(11.9, 0, false, true)]
    [InlineData(12.1, 0, false, false)]
    public void A_line_is_full_where_the_padding_and_less_than_a_digit_are_left(double left, double padding, bool isWide, bool full) => Assert.Equal(full, Padding.IsFull(left, 7.5, padding, isWide));
}
