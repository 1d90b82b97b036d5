namespace Ingest.Tests.Tables;

/// <summary>Tables of statistics, statements and lists as anybody prints them, without rulings between their columns.</summary>
public sealed class GeneralTableTests
{
    /// <summary>The border before the figures stands among the points that lead to them.</summary>
    [Theory]
    [InlineData("Yusuf Ibarra ..............................   991    10.15", "Yusuf Ibarra .............................. | 991 | 10.15")]
    [InlineData("Yusuf Ibarra ............................                     991    10.15", "Yusuf Ibarra ............................ | 991 | 10.15")]
    public void Points_of_a_leader_stand_with_the_text_before_them(string row, string expected) => Assert.Equal(expected, Row(1, $"""
        Candidate                                   Votes      %
        {row.Replace("                     991", "   991", StringComparison.Ordinal)}
        Amy Orr ................................. 120,310    40.20
        Benedict Cumber of the Upper Valley .....   1,310    20.20
        """));

    private static string Row(int row, string drawing) => Shown.Of(AsciiPage.Draw(drawing)).Split('\n')[row];
}
