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

    /// <summary>Names of sections stand above the rows and between them; a name of the header that goes on below itself has no like further down.</summary>
    [Theory]
    [InlineData("Plumbing", "Code | Article | Unit | Price\nFixings")]
    [InlineData("2-11    Hinge, brass       box     96.05", "Code Fixings | Article | Unit | Price\n1-64")]
    public void Sections_are_rows_of_their_own(string between, string first) => Assert.StartsWith(first, Shown.Of(AsciiPage.Draw($"""
        Code    Article            Unit    Price
        Fixings
        1-64    Sealant            pcs     76.16
        1-65    Window latch       each    86.80
        1-66    Cable              m       12.40
        {between}
        2-22    Lamp holder        each    79.59
        2-23    Switch, double     pcs     54.81
        2-24    Copper pipe        m        6.87
        """)).Replace(" 1x4", "", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>Rows two lines apart. A name in their middle stands three lines below the last one, or four, which ends the table.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void A_name_in_the_middle_of_all_columns_heads_rows(int apart, int tables)
    {
        var shown = Shown.Of(AsciiPage.Draw($"""
            Measure             Mean   Deviation     Least      Most

                          Panel A: Whole of the sample

            Size               31.26       81.66      7.81     23.92

            Power              66.45       52.53     64.47     71.19

            Age                20.41       19.06     86.88     67.15
            {new string('\n', apart - 1)}              Panel B: Parts of the sample

            Size               31.26       81.66      7.81     23.92

            Power              66.45       52.53     64.47     71.19

            Age                20.41       19.06     86.88     67.15
            """));
        Assert.StartsWith("Measure | Mean | Deviation | Least | Most\nPanel A: Whole of the sample 1x5\nSize | 31.26 |", shown, StringComparison.Ordinal);
        Assert.True(tables == shown.Split("---").Length, shown);
    }

    private static string Row(int row, string drawing) => Shown.Of(AsciiPage.Draw(drawing)).Split('\n')[row];
}
