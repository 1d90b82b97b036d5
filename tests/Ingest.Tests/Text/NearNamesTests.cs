using CsCheck;
using Ingest.Core.Text;

namespace Ingest.Tests.Text;

/// <summary>Who mistypes a name is told which one may be meant, and is not told names that have nothing to do with it.</summary>
public class NearNamesTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc"], 0, 6];

    [Fact]
    public void The_distance_is_the_fewest_characters_to_change_insert_or_leave_out()
    {
        Gen.Select(Word, Gen.Int[0, 6], Gen.Char["abx"]).Sample((word, at, c) =>
        {
            at = Math.Min(at, word.Length);
            Assert.Equal(0, NearNames.Distance(word, word));
            Assert.Equal(1, NearNames.Distance(word, word.Insert(at, c.ToString())));
            Assert.Equal(at < word.Length && word[at] != c ? 1 : 0, NearNames.Distance(word, at < word.Length ? word[..at] + c + word[(at + 1)..] : word));
            Assert.Equal(word.Length, NearNames.Distance(word, ""));
        });
        Gen.Select(Word, Word, Word).Sample((a, b, c) =>
        {
            var far = NearNames.Distance(a, b);
            Assert.Equal(far, NearNames.Distance(b, a));
            Assert.Equal(far == 0, string.Equals(a, b, StringComparison.Ordinal));
            Assert.InRange(far, Math.Abs(a.Length - b.Length), NearNames.Distance(a, c) + NearNames.Distance(c, b));
        });
        Assert.Equal(3, NearNames.Distance("kitten", "sitting"));
    }

    [Theory]
    [InlineData("数据中心", "青山区大数据中心", true)] // a part of the name
    [InlineData("青山区大数据中心2023年", "大数据中心", true)] // more than the name
    [InlineData("MATCH", "match-title", true)]
    [InlineData("心", "青山区大数据中心", false)] // one character is in a hundred names
    [InlineData("信仿", "信访", true)] // short: one character
    [InlineData("abc", "xbz", false)]
    [InlineData("agnecy", "agency", true)] // two exchanged are two
    [InlineData("date", "adte", true)]
    [InlineData("regoins", "factions", false)]
    [InlineData("expenditrue-by-fnuction", "expenditure-by-function", true)] // long: a third of them
    [InlineData("abcdefghi", "abcdefxyz", true)]
    [InlineData("abcdefghi", "abcdewxyz", false)]
    [InlineData("abcdefghi", "abcdwx", false)] // a third of the shorter one
    public void Near_is_what_holds_the_name_or_differs_in_a_few_characters(string name, string known, bool near) =>
        Assert.Equal(near ? [known] : [], NearNames.Of(name, [known]));

    [Fact]
    public void The_nearest_come_first_each_once_and_no_more_than_were_asked_for()
    {
        string[] known = ["totals", "fact", "text", "facts", "next", "facts", "text of all", "test"];
        Assert.Equal(["text of all", "next", "test"], NearNames.Of("text", known.Where(k => k != "text")));
        Assert.Equal(["fact", "facts"], NearNames.Of("fact", known, most: 2));
        Assert.Equal("; is test or next meant?", NearNames.Hint("tesxt", ["next", "test", "test", "totals"], most: 2));
        Assert.Equal("; is facts meant?", NearNames.Hint("fakts", known, most: 1));
        Assert.Equal("", NearNames.Hint("unit", known));
    }
}
