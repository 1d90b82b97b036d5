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

    /// <summary>Of four rows one may have a text across a side that its neighbours keep to, of three none.</summary>
    [Theory]
    [InlineData("  Spain       Fishing taxes        Ministry", 5)]
    [InlineData("", 1)]
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
}
