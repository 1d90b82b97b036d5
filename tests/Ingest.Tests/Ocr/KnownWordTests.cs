using Ingest.Ocr.Reading;

namespace Ingest.Tests.Ocr;

public class KnownWordTests
{
    private static List<Sign> Signs(string text, int unsure = -1, string? other = null, float sure = 0.5f) =>
        [.. text.Select((c, i) => new Sign(c.ToString(), 20 * i, i == unsure ? sure : 1, i == unsure ? other : null))];

    private static string Guessed(List<Sign> signs) => string.Concat(KnownWords.Guessed(signs).Select(s => s.Text));

    [Theory]
    [InlineData("小针", 1, "计", "小计")]
    [InlineData("官理", 0, "管", "管理")]
    [InlineData("财政专户官理资金", 4, "管", "财政专户管理资金")]
    public void The_second_guess_counts_where_it_makes_a_word_and_the_first_makes_none(string read, int unsure, string other, string word) =>
        Assert.Equal(word, Guessed(Signs(read, unsure, other)));

    [Fact]
    public void What_was_read_for_sure_makes_a_word_or_is_a_figure_stays()
    {
        Assert.Equal("小针", Guessed(Signs("小针", 1, "计", sure: 0.7f)));
        Assert.Equal("合计", Guessed(Signs("合计", 1, "针")));
        Assert.Equal("12.50", Guessed(Signs("12.50", 3, "6")));
        Assert.Equal("涪城区", Guessed(Signs("涪城区", 0, "培")));
        Assert.Equal("官", Guessed(Signs("官", 0, "管")));
    }

    [Fact]
    public void A_guess_that_makes_a_word_on_one_side_only_stays_a_guess() => Assert.Equal("大官理", Guessed(Signs("大官理", 1, "管")));

    [Theory]
    [InlineData("一般公共预算", 0)]
    [InlineData("财政专户官理资金", 2)]
    [InlineData("12.50", 0)]
    public void Strange_neighbours_are_counted(string text, int strange) => Assert.Equal(strange, KnownWords.Strange(Signs(text)));

    [Theory]
    [InlineData("（一）—般公共预算", "（一）一般公共预算")]
    [InlineData("—般公共服务支出", "一般公共服务支出")]
    [InlineData("2080501—事业单位", "2080501—事业单位")]
    [InlineData("教育—支出", "教育—支出")]
    public void A_stroke_before_what_makes_a_word_with_it_is_a_numeral(string read, string word) =>
        Assert.Equal(word, string.Concat(WordSigns.Normalized(Signs(read)).Select(s => s.Text)));
}
