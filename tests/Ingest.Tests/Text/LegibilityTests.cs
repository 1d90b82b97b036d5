using Ingest.Core.Text;

namespace Ingest.Tests.Text;

/// <summary>What can be a text and what cannot.</summary>
public class LegibilityTests
{
    private const string Chinese = "一般公共预算财政拨款支出决算表反映单位本年度一般公共预算财政拨款支出情况";
    private const string Traditional = "監察院單位決算報告經費類歲出機關別決算表中央政府總決算本年度預算數";
    private const string Toponyms = "芝罘福山牟平莱阳蓬莱招远栖霞海阳龙口长岛等区市信访局预算单位经费情况";
    private const string English = "Total expenditure of local governments by function and type of service in the last fiscal year";
    private const string French = "Les dépenses des collectivités territoriales sont présentées par fonction et par nature";

    /// <summary>Ideographs as a wrong table of codes gives them: any of twenty thousand.</summary>
    private static string AnyIdeographs(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)(0x4E00 + (i * 7919 % 20_900))));

    private static Legibility Of(string text, int times = 1)
    {
        var count = default(Legibility);
        for (var i = 0; i < times; i++)
        {
            foreach (var c in text)
            {
                count = count.With(c);
            }
        }

        return count;
    }

    [Theory]
    [InlineData(Chinese)]
    [InlineData(Traditional)]
    [InlineData(Toponyms)]
    [InlineData(English)]
    [InlineData(French)]
    [InlineData("⼀般公共预算⽀出表")]
    [InlineData("ＸＸ单位：XX万元")]
    [InlineData("1,234.56 7,890.12 —")]
    [InlineData("42010722121T000000100 台 2")]
    [InlineData("XXXXXXxxxx")]
    [InlineData("一")]
    [InlineData("⼀⽀⽤")]
    [InlineData("、。《》")]
    public void Texts_and_figures_are_legible(string text) => Assert.False(Of(text, 100).IsNoText);

    [Fact]
    public void Ideographs_at_random_are_no_text_and_few_of_them_say_nothing()
    {
        Assert.True(Of(AnyIdeographs(100)).IsNoText);
        Assert.False(Of(AnyIdeographs(99)).IsNoText);
    }

    [Fact]
    public void A_text_holds_its_share_of_frequent_characters()
    {
        Assert.False(Of("年", 45).IsNoText || (Of("年", 45) + Of("罘", 55)).IsNoText);
        Assert.True((Of("年", 44) + Of("罘", 56)).IsNoText);
    }

    /// <summary>As fonts with a table of codes of their own come out: in the order of first use.</summary>
    [Fact]
    public void Letters_in_the_order_of_the_alphabet_are_no_text() =>
        Assert.True(Of("ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz", 4).IsNoText);

    /// <summary>PKRPSKPUOMOO: the words are right, the figures came out as letters.</summary>
    [Fact]
    public void Letters_in_the_place_of_figures_are_no_text()
    {
        var words = Of(Chinese, 100);
        Assert.True((words + Of("PKRPSKPUOMOO", 20)).IsNoText);
        Assert.False((words + Of("PKRPSKPUOMOO", 20) + Of("1", 240)).IsNoText);
        Assert.False((words + Of("PKRPSKPUOMOO", 8)).IsNoText);
    }

    [Fact]
    public void Ideographs_outside_the_common_block_and_other_scripts_count_as_unknown_words()
    {
        Assert.True(Of("㬊䅄䌼䠫", 25).IsNoText);
        Assert.True(Of("ꀀꀁ각간", 25).IsNoText);
        Assert.False(Of("のにはをたがでとしれ", 25).IsNoText);
    }

    /// <summary>Codes of a part of a font that were taken for Latin letters or for control characters.</summary>
    [Theory]
    [InlineData("é", true)]
    [InlineData("\u0085", true)]
    [InlineData("ȸ", true)]
    [InlineData("ɐ", false)]
    [InlineData("×", false)] // a sign
    [InlineData("α", false)] // letters of other scripts stand in Chinese texts
    [InlineData("Я", false)]
    public void More_than_one_accented_letter_to_fifty_ideographs_is_no_text(string stray, bool odd)
    {
        Assert.Equal(odd, (Of("年", 100) + Of(stray, 3)).IsNoText);
        Assert.False((Of("年", 100) + Of(stray, 2)).IsNoText);
        Assert.False((Of("年", 99) + Of(stray, 3)).IsNoText);
    }

    [Fact]
    public void Letters_that_make_no_words_are_codes_when_there_are_as_many_digits()
    {
        Assert.True((Of("K", 100) + Of("1", 99)).IsNoText);
        Assert.False((Of("K", 100) + Of("1", 100)).IsNoText);
        Assert.False((Of("K", 99) + Of("1", 9)).IsNoText);
        Assert.True((Of("K", 100) + Of(".—", 100)).IsNoText);
    }

    [Fact]
    public void What_was_counted_apart_is_counted_together_in_any_order()
    {
        string[] parts = [Chinese, English, French, "㬊䅄", "ＸX", "1,234.56", "—", "é\u0085", "のα", "𠮷"];
        Assert.Equal(Of(string.Concat(parts)), parts.Reverse().Aggregate(default(Legibility), (sum, part) => Legibility.Add(sum, Of(part))));
    }

    /// <summary>A page of figures alone has no text that could be wrong.</summary>
    [Theory]
    [InlineData("1,234.56 ×× —", true)]
    [InlineData("XXX", true)]
    [InlineData("年", false)]
    [InlineData("a", false)]
    [InlineData("𠮷", false)]
    public void Figures_and_marks_are_no_words(string text, bool empty) => Assert.Equal(empty, Of(text).IsEmpty);
}
