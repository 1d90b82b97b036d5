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

    /// <summary>Years alone on their line are names, whatever the rows hold; what no calendar shows is a row.</summary>
    [Theory]
    [InlineData("1900      2099", "Revenues:")]
    [InlineData("1899      2100", "Product sales")]
    public void Years_side_by_side_are_names(string names, string second)
    {
        var shown = Shown.Of(AsciiPage.Draw($"""
                              Fiscal year
                             {names}
            Revenues:
              Product sales    95,994    65,126
              Service fees      1,329    63,491
              Licensing       554,540       625
            Total             913,453       801
            """));
        Assert.Contains('\n' + second, shown, StringComparison.Ordinal);
        Assert.True((second == "Revenues:") == shown.StartsWith($"2x1 | Fiscal year 1x2\n{names[..4]} | {names[^4..]}\nRevenues:", StringComparison.Ordinal), shown);
    }

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

    /// <summary>The title in type somewhat larger than that of the names; in hardly any larger it may be a name, and in the middle of columns a group.</summary>
    [Theory]
    [InlineData("Canvassing", 1.06, "Candidate | Votes | Percent\n")]
    [InlineData("Canvassing", 1.04, "Canvassing Candidate | Votes | Percent\n")]
    [InlineData("                         Votes given", 1.1, "Candidate 2x1 | Votes given 1x2\nVotes | Percent\n")]
    public void A_title_right_above_the_names_is_no_name(string title, double larger, string header)
    {
        var page = AsciiPage.Draw($"""
            {title}
            Candidate              Votes   Percent
            Hassan                99,433     57.61
            Quentin               64,567     38.36
            Jonah                  7,489      4.52
            """, size: 10);
        var first = page.Glyphs.Min(static g => g.Baseline);
        page = page with { Glyphs = [.. page.Glyphs.Select(g => g.Baseline < first + 1 ? g with { PointSize = (float)(g.PointSize * larger) } : g)] };
        Assert.True(Shown.Of(page).StartsWith(header, StringComparison.Ordinal), Shown.Of(page));
    }

    /// <summary>A group in type larger than that of other columns, whose group stands on the next line, is no title: neither over names in type as large, nor in the middle of columns that end before the last.</summary>
    [Theory]
    [InlineData("Cast in May", 1.1, true)]
    [InlineData("    Cast in May", 1.0, true)]
    [InlineData("Cast in May", 1.0, false)]
    public void A_group_larger_than_that_of_other_columns_is_no_title(string group, double names, bool isGroup)
    {
        var page = AsciiPage.Draw($"""
                                   {group}
                                                                       On the list
            Candidate              Votes      Percent        Age       Place       Seats
            Hassan                99,433        57.61         51           1           9
            Quentin               64,567        38.36         48           2           8
            Jonah                  7,489         4.52         39           3           7
            """, size: 10);
        var lines = page.Glyphs.Select(static g => g.Baseline).Distinct().Order().ToList();
        page = page with { Glyphs = [.. page.Glyphs.Select(g => g with { PointSize = (float)(g.PointSize * (g.Baseline == lines[0] ? 1.1 : g.Baseline == lines[2] ? names : 1)) })] };
        Assert.True(isGroup == Shown.Of(page).Contains("Cast in May", StringComparison.Ordinal), Shown.Of(page));
    }

    /// <summary>Rulings below the group and above the total leave out the names of the rows.</summary>
    [Fact]
    public void Rulings_over_the_figures_alone_show_no_table_of_their_own() => Assert.Equal("""
        Item 2x1 | Years to the December 1x2
        First | Second
        Product sales | 95,994 | 65,126
        Service fees | 1,329 | 63,491
        Licensing | 554,540 | 625
        Total | 913,453 | 801
        """, Shown.Of(AsciiPage.Draw("""
                        Years to the December
                        =======================
        Item                 First       Second

        Product sales       95,994       65,126

        Service fees         1,329       63,491

        Licensing          554,540          625
                        =======================
        Total              913,453          801
        """)));

    /// <summary>Rulings on which figures stand are the scale of a chart, and the years below it no table; between rulings stand rows.</summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void The_years_below_a_scale_are_no_table(bool isScale, int tables)
    {
        var between = isScale ? "\n\n" : "\n   Region     12     34     56     78\n";
        var figure = isScale ? "90" : "  ";
        Assert.Equal(tables, Ingest.Core.Tables.TableFinder.Find([AsciiPage.Draw($"""
            {figure} ==================================={between}{figure} ==================================={between}{figure} ==================================={between}{figure} ===================================
                        1991   1992   1993   1994
            """)]).Tables.Length);
    }

    private static string Row(int row, string drawing) => Shown.Of(AsciiPage.Draw(drawing)).Split('\n')[row];
}
