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
}
