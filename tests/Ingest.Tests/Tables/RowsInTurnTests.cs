namespace Ingest.Tests.Tables;

/// <summary>Tables of one or two rows that no ruling frames: their figures show columns where they stand as the headers do.</summary>
public class RowsInTurnTests
{
    /// <summary>Figures at the right of their columns begin behind headers in the middle. Where one of them has none, nobody can tell whose the others are, unless they stand below their own.</summary>
    [Theory]
    [InlineData("合计                9.00            0           8.00           1.00", "部门 | 合计 | 因公出国 | 购置费 | 接待费\n合计 | 9.00 | 0 | 8.00 | 1.00")]
    [InlineData("合计                9.00            0                          1.00", "")]
    [InlineData("合计                  0             0           0              0", "部门 | 合计 | 因公出国 | 购置费 | 接待费\n合计 | 0 | 0 | 0 | 0")]
    [InlineData("合计           9.00         0.00                         1.00", "部门 | 合计 | 因公出国 | 购置费 | 接待费\n合计 | 9.00 | 0.00 |  | 1.00")]
    [InlineData("合计                9.00           某局         8.00           1.00", "")]
    [InlineData("    9.00            9.00                        8.00           1.00", "")]
    public void Figures_in_the_turn_of_the_headers_are_a_row(string row, string expected) => Assert.Equal(expected, Shown.Of(AsciiPage.Draw($"""
                                      单位：万元
        部门           合计       因公出国       购置费         接待费

        {row}
        """)));

    [Theory]
    [InlineData("合计                9.00            0           8.00           1.00", 2)]
    [InlineData("合计                9.00            0                          1.00", 0)]
    public void Two_rows_are_read_alike(string second, int rows) => Assert.Equal(rows, Shown.Of(AsciiPage.Draw($"""
        部门           合计       因公出国       购置费         接待费

        某局                9.00            0           8.00           1.00
        {second}
        """)).Split('\n').Count(static l => l.Contains("9.00", StringComparison.Ordinal)));
}
