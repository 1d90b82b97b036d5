using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>Columns so near to each other that the gaps between their words could be those of prose: the lines around tell.</summary>
public class NarrowGapTests
{
    /// <summary>One blank place is 0.79 ems of 9 pt type, 0.55 of 11 pt type, where only the figures are parted; three lines below have a gap there.</summary>
    [Theory]
    [InlineData(9, "Country | GDP | Pop\nFrance | 9496 | 35.4")]
    [InlineData(11, "France | 9496 | 35.4")]
    public void Names_of_columns_are_parted_where_the_lines_below_are(double size, string start) => Assert.StartsWith(start + "\n", Shown.Of(AsciiPage.Draw("""
        Country GDP  Pop
        France  9496 35.4
        Spain   2138  9.7
        Italy   8021 12.5
        Malta   1191 53.2
        """, size: size)), StringComparison.Ordinal);

    [Fact]
    public void Prose_and_another_table_above_it_do_not_count() => Assert.Contains("\nCountry | GDP | Pop\n", Shown.Of(AsciiPage.Draw("""
        Item 2009  2010
        AAAA  4.1  64.3
        BBBB 34.6  81.4
        CCCC 54.8  50.9
        DDDD 45.8  75.6
        EEEE 75.3  44.0

        The figures are those of the
        end of the year before last.

        Country GDP  Pop
        France  9496 35.4
        Spain   2138  9.7
        Italy   8021 12.5
        Malta   1191 53.2
        """, size: 9)), StringComparison.Ordinal);

    /// <summary>The longest text of each column ends a blank before the next one; where one column holds the same words on every line, it is always full.</summary>
    [Theory]
    [InlineData("Victory-Front", "Victory-Front", true)]
    [InlineData("Victory-Front", "FarmsAnd-Roads", false)]
    public void Words_in_columns_are_parted_where_all_lines_have_a_gap(string first, string second, bool isTable)
    {
        var shown = Shown.Of(AsciiPage.Draw($"""
            Deputy                 Party         Province Vote
            Abdala,Norma           {first,-14}La-Pampa YES
            Albrieu,Oscar-Nicolas, {second,-14}Chaco    YES
            Alonso,Maria           {first,-14}Salta    YES
            Arena,Celia            {second,-14}Chaco    YES
            Arregui,Andres         {first,-14}Salta    YES
            """, size: 9));
        Assert.Equal(isTable, shown.StartsWith($"Deputy | Party | Province | Vote\nAbdala,Norma | {first} | La-Pampa | YES", StringComparison.Ordinal));
    }

    /// <summary>A year over figures with decimals is their header, and no figure that goes on below; digits that are no year may be one.</summary>
    [Fact]
    public void Years_over_decimals_are_a_row_of_their_own() => Assert.Equal("""
        Item | 2009 | 2010
        Roads | 5.2 | 64.3
        Rail | 34.6 | 81.4
        Ports | 54.8 | 50.9
        Farms | 45.8 | 75.6
        """, Shown.Of(AsciiPage.Draw("""
        Item      2009     2010
        Roads      5.2     64.3
        Rail      34.6     81.4
        Ports     54.8     50.9
        Farms     45.8     75.6
        """)));

    /// <summary>The last line of the paragraph is wide, and the lines of a table right below it are narrow.</summary>
    [Fact]
    public void A_paragraph_right_above_a_table_is_prose_all_the_same() => Assert.Equal("""
        Item | 2009 | 2010
        Roads | 5.2 | 64.3
        Rail | 34.6 | 81.4
        Ports | 54.8 | 50.9
        Farms | 45.8 | 75.6
        """, Shown.Of(AsciiPage.Draw("""
        The county reported more visits of         patients than in any of the years before,
        people than in any of the years be-        as the hospital of the region was opened
        fore, as the roads of the region were      to farmers and their families, and to those
        opened to farmers and their families,      who came by rail from the south in summer
        and to those who came by rail.             and in winter, when the roads are closed.
                                                   Other counties expect visits of their own
        Item      2009     2010                    people later on too. The county reported
        Roads      5.2     64.3                    more visits than in any of the years before,
        Rail      34.6     81.4                    as the hospital of the region was opened to
        Ports     54.8     50.9                    farmers and their families, and to those who
        Farms     45.8     75.6                    came by rail from the south.
        """)));
}
