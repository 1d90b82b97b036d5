using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>Tables of which the header alone is ruled, in boxes, with or without a line that closes them.</summary>
public class RuledHeaderTests
{
    [Theory]
    [InlineData("2014", "2015")]
    [InlineData("Men", "Women")]
    public void Years_head_columns_as_words_do(string first, string second) => Assert.Equal($"""
        Country | {first} | {second}
        Austria | 3,454.3 | 1,889.0
        Greece | 537.0 | 1,240.3
        Spain | 8,829.0 | 1,653.9
        """, Shown.Of(AsciiPage.Draw($"""
        +-----------+----------+----------+
        | Country   |  {first,6}  |  {second,6}  |
        +-----------+----------+----------+
          Austria      3,454.3    1,889.0
          Greece         537.0    1,240.3
          Spain        8,829.0    1,653.9
        """)));

    /// <summary>A row may have a text across a side that its neighbours keep to.</summary>
    [Theory]
    [InlineData("  Spain       Fishing taxes        Ministry", 5)]
    [InlineData("", 4)]
    public void A_text_with_little_room_beside_it_may_run_across(string other, int rows) => Assert.Equal(rows, Shown.Of(AsciiPage.Draw($"""
        +-----------+--------------------+------------+
        | Country   | Measure            | Body       |
        +-----------+--------------------+------------+
          Austria     Water and waste      Regions
          Northern Territory  savings      Regions
          Greece      Output of energy     State
        {other}
        +---------------------------------------------+
        """)).Split("\n---\n")[0].Split('\n').Length);

    /// <summary>On the page after a table of the same columns, what runs over them is the text behind it.</summary>
    [Theory]
    [InlineData("65,308.1665,308.16", "\n农林水支 | 65,308.16 | 65,308.16\n城乡社区 | 65,308.16 | 65,308.16")]
    [InlineData("的收入与支出安排等", "")]
    public void Amounts_with_hardly_any_white_between_them_are_no_sentence(string line, string rows)
    {
        const string Header = """
            +--------+--------+---------+
            | 项目   |   合计 |    拨款 |
            +--------+--------+---------+

            """;
        const string First = """
             农林水    1,308.16 1,308.16
             城乡社    2,645.09 2,645.09
            """;
        var page = AsciiPage.Draw(Header + $" 农林水支{line}\n 城乡社区{line}", 2);
        var found = Shown.Of(AsciiPage.Draw(Header + First), page with { Glyphs = [.. page.Glyphs.Select(Moved)] });
        Assert.Equal("项目 | 合计 | 拨款\n农林水 | 1,308.16 | 1,308.16\n城乡社 | 2,645.09 | 2,645.09" + rows, found);

        // three points of white before the first border, one and a half before the second
        static Glyph Moved(Glyph g)
        {
            var by = g.Box.Top < 96 || g.Box.Left < 113 ? 0 : g.Box.Left < 167 ? 3 : 4.5;
            return g with { Box = new Box(g.Box.Left + by, g.Box.Top, g.Box.Right + by, g.Box.Bottom) };
        }
    }

    /// <summary>Below the line that closes the table, "7" is no figure of a row: a sentence before it runs over its columns.</summary>
    [Fact]
    public void What_runs_across_the_columns_below_the_closing_line_ends_the_table() => Assert.DoesNotContain("Forests", Shown.Of(AsciiPage.Draw("""
        +-----------+----------+----------+
        | Country   |     Area |    Share |
        +-----------+----------+----------+
          Austria      3,454.3    1,889.0
          Greece         537.0    1,240.3
          Spain        8,829.0    1,653.9
        +---------------------------------+
        Some words of a sentence that runs on
        Table     7          Forests
        """)).Split("\n---\n")[0], StringComparison.Ordinal);

    /// <summary>A page is 842 pt high and its foot begins at 792: the last row stands at 800.</summary>
    [Theory]
    [InlineData("=============================================", 4)]
    [InlineData("====================", 3)]
    public void A_ruling_as_wide_as_the_table_closes_it_in_the_foot_of_the_page_too(string closing, int rows)
    {
        var table = Shown.Of(AsciiPage.Draw($"""
            +--------------------+-----------+----------+
            | 名称               |    合计   |   其中   |
            +--------------------+-----------+----------+
              办公费               1,234.50     34.50
              印刷费                 234.50     34.50
              差旅费                 114.50     14.50
            {closing}
            """, top: 792 - 12 * 5));
        Assert.Equal(rows, table.Split('\n').Length);
        Assert.DoesNotContain("234.50 114.50", table, StringComparison.Ordinal);
    }
}
