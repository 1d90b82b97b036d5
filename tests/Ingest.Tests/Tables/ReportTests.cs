using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>Tables as reports in any language set them: several on a page between prose, notes and titles.</summary>
public class ReportTests
{
    [Fact]
    public void Tables_of_three_lines_one_below_the_other_are_parted_by_their_notes_and_titles()
    {
        Assert.Equal("""
            State | Number | Rate | Share
            Alabama | 12,345 | 5.1 | 51.2
            Alaska | 345 | 6.2 | 50.0
            Arizona | 2,345 | 4.9 | 49.1
            ---
            Age 2x1 | Men 1x2 | Women 1x2
            Number | Rate | Number | Rate
            under 18 | 1,345 | 5.1 | 1,245 | 4.2
            18 to 64 | 845 | 6.2 | 812 | 5.0
            over 64 | 345 | 4.9 | 401 | 3.1
            ---
            Kind | Number | Share
            Open | 65 | 51.2
            Closed | 45 | 48.8
            """, Shown.Of(AsciiPage.Draw("""
            Table 1. Cases by state
            --------------------------------------------------------
            State             Number             Rate          Share
            --------------------------------------------------------
            Alabama           12,345              5.1           51.2
            Alaska               345              6.2           50.0
            Arizona            2,345              4.9           49.1
            --------------------------------------------------------
            Source: Reports of the states for the whole year 2010.
            The figures of 12 counties were estimated.

            Table 2. Cases by age and sex, as in table 1, per 1,000
            --------------------------------------------------------
                                  Men                  Women
            Age            -------------------   -------------------
                           Number         Rate   Number         Rate
            --------------------------------------------------------
            under 18        1,345          5.1    1,245          4.2
            18 to 64          845          6.2      812          5.0
            over 64           345          4.9      401          3.1
            --------------------------------------------------------
            Of the cases that were reported most had begun in the
            year before, as the tables of the last report show too.

                  Table 3. Cases at the end of the year
                  -------------------------------------
                  Kind             Number         Share
                  -------------------------------------
                  Open                 65          51.2
                  Closed               45          48.8
                  -------------------------------------
            """)));
    }

    [Fact]
    public void A_heading_over_the_width_of_a_table_parts_it_not()
    {
        Assert.Equal("""
            State | Number | Rate | Share
            States that reported the cases every month of the year 1x4
            Alabama | 12,345 | 5.1 | 51.2
            Alaska | 345 | 6.2 | 50.0
            States that reported at the end of the year alone 1x4
            Arizona | 2,345 | 4.9 | 49.1
            Arkansas | 2,115 | 4.4 | 47.0
            """, Shown.Of(AsciiPage.Draw("""
            --------------------------------------------------------
            State             Number             Rate          Share
            --------------------------------------------------------
            States that reported the cases every month of the year
            --------------------------------------------------------
            Alabama           12,345              5.1           51.2
            Alaska               345              6.2           50.0
            --------------------------------------------------------
            States that reported at the end of the year alone
            --------------------------------------------------------
            Arizona            2,345              4.9           49.1
            Arkansas           2,115              4.4           47.0
            --------------------------------------------------------
            """)));
    }

    private const string Words = """
        Name | Party | Province | Vote
        Abdala | Frente | Buenos Aires | Yes
        Aguilar | Union | Chaco | No
        Albarracin | Frente | Mendoza | Absent
        Alonso | Peronist | Santa Fe | Yes
        """;

    [Fact]
    public void Words_in_columns_between_three_lines_are_a_row_a_line()
    {
        Assert.Equal(Words, Shown.Of(AsciiPage.Draw("""
            ------------------------------------------------------------------
            Name               Party            Province           Vote
            ------------------------------------------------------------------
            Abdala             Frente           Buenos Aires       Yes
            Aguilar            Union            Chaco              No
            Albarracin         Frente           Mendoza            Absent
            Alonso             Peronist         Santa Fe           Yes
            ------------------------------------------------------------------
            Source: Minutes of the chamber
            """)));
    }

    [Fact]
    public void Words_that_begin_at_the_same_places_are_a_table_without_any_line()
    {
        Assert.Equal(Words, Shown.Of(AsciiPage.Draw("""
            How the members of the chamber voted is told below by name and party.

            Name               Party            Province           Vote
            Abdala             Frente           Buenos Aires       Yes
            Aguilar            Union            Chaco              No
            Albarracin         Frente           Mendoza            Absent
            Alonso             Peronist         Santa Fe           Yes

            Those who were absent had told so before the session of that day.
            """)));
    }

    [Fact]
    public void Prose_in_three_columns_and_lists_are_none()
    {
        Assert.Empty(Shown.Of(AsciiPage.Draw("""
            quarters had a severe    million lived in the     had a severe disability
            disability in the year   civilian population      as the table shows, and
            before. Were this part   that was not in any      about four per cent of
            included in the survey   institution, and those   them needed assistance
            the magnitude of what    who were had another     with one or more of the
            is told would be less.   rate than they had.      things of daily life.
            """)));
        Assert.Empty(Shown.Of(AsciiPage.Draw("""
            1     Budget of the state              ……     12
            2     Budget of the districts          ……     14
            3     Outlays by function              ……     15
            4     Outlays by kind                  ……     22
            5     Debt                             ……     30
            """)));
    }

    [Fact]
    public void Lines_of_words_are_broken_where_the_next_word_has_no_room()
    {
        Assert.Equal("""
            Term | Meaning | Where used
            Budget | The plan of income and expenditure of a year | Law of 2001
            Outlay | What is paid out, as opposed to what is owed at the end | Law of 1995
            Receipt | What comes in | Everywhere
            """, Shown.Of(AsciiPage.Draw("""
            ------------------------------------------------------------------
            Term               Meaning                        Where used
            ------------------------------------------------------------------
            Budget             The plan of income and         Law of 2001
                               expenditure of a year
            Outlay             What is paid out, as           Law of 1995
                               opposed to what is owed
                               at the end
            Receipt            What comes in                  Everywhere
            ------------------------------------------------------------------
            """)));
    }

    [Fact]
    public void A_line_above_a_total_joins_no_rows_beside_it()
    {
        Assert.Equal("""
            Age | Number | Age | Number
            1 year | 1,234 | 4 years | 4,234
            2 years | 2,234 | 5 years | 5,234
            3 years | 3,234 | Total | 16,170
            """, Shown.Of(AsciiPage.Draw("""
            -------------------------------------------
            Age          Number      Age         Number
            -------------------------------------------
            1 year        1,234      4 years      4,234
            2 years       2,234      5 years      5,234
                                     ------------------
            3 years       3,234      Total       16,170
            -------------------------------------------
            """)));
    }

    [Fact]
    public void The_heading_of_the_first_rows_is_no_part_of_the_header()
    {
        const string rows = """
            Northeast
              Maine               1,274          493          781
              Vermont               608          232          376
            Midwest
              Ohio               11,353        8,782        2,571
              Iowa                2,926        1,787        1,139
            """;
        const string read = """
            Region and State | Total | Urban | Rural
            Northeast |  |  |
            Maine | 1,274 | 493 | 781
            Vermont | 608 | 232 | 376
            Midwest |  |  |
            Ohio | 11,353 | 8,782 | 2,571
            Iowa | 2,926 | 1,787 | 1,139
            """;
        const string header = "Region and State      Total        Urban        Rural\n";
        Assert.Equal(read, Shown.Of(AsciiPage.Draw(header + rows)));
        Assert.Equal(read, Shown.Of(AsciiPage.Draw(header + "\n" + rows)));
    }

    [Fact]
    public void A_header_whose_first_column_is_longest_is_read_to_its_end()
    {
        Assert.Equal("""
            State, county and region | Number of cases | Per cent urban
            Maine | 1,274 | 49.3
            Vermont | 608 | 23.2
            Ohio | 11,353 | 87.8
            """, Shown.Of(AsciiPage.Draw("""
            State,            Number     Per cent
            county and      of cases        urban
            region
            Maine              1,274         49.3
            Vermont              608         23.2
            Ohio              11,353         87.8
            """)));
    }

    [Fact]
    public void A_title_over_the_columns_is_no_header()
    {
        Assert.Equal("""
            Item | 2008 | 2009 | 2010 | 2011
            Wages | 100 | 120 | 100 | 120
            Rents | 200 | 210 | 200 | 210
            Interest | 310 | 320 | 310 | 320
            """, Shown.Of(AsciiPage.Draw("""
                    Receipts and outlays of the state
                        (in millions of dollars)

            Item               2008      2009      2010      2011
            Wages               100       120       100       120
            Rents               200       210       200       210
            Interest            310       320       310       320
            """)));
    }
}
