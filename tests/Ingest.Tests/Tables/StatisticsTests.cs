using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;

namespace Ingest.Tests.Tables;

/// <summary>Tables as statistical offices and annual reports set them: few rulings, headers of several lines, marks set apart.</summary>
public class StatisticsTests
{
    [Fact]
    public void Currency_signs_set_apart_belong_to_their_figures()
    {
        Assert.Equal("""
            Item | 2010 | 2011 | Change
            Revenue | $1,234 | $1,345 | 9.0
            Taxes | 987 | 1,001 | 1.4
            Other | 247 | 344 | 39.3
            Outlays | $1,300 | $1,290 | (0.8)
            """, Shown.Of(AsciiPage.Draw("""
            =====================================================
            Item                 2010          2011        Change
            =====================================================
            Revenue         $   1,234     $   1,345           9.0
              Taxes               987         1,001           1.4
              Other               247           344          39.3
            Outlays         $   1,300     $   1,290          (0.8)
            =====================================================
            Note: Details may not add to totals.
            """)).Replace("$ ", "$", StringComparison.Ordinal));
    }

    [Fact]
    public void Per_cent_signs_and_brackets_set_apart_do_too()
    {
        Assert.Equal("""
            Region | Share | Change
            North | 12.5% | (3.1)
            South | 40.0% | 2.2
            West | 47.5% | (0.4)
            """, Shown.Of(AsciiPage.Draw("""
            ====================================
            Region          Share        Change
            ====================================
            North          12.5 %        ( 3.1)
            South          40.0 %          2.2
            West           47.5 %        ( 0.4)
            ====================================
            """)).Replace(" %", "%", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal));
    }

    [Fact]
    public void Short_lines_below_the_groups_of_a_header()
    {
        Assert.Equal("""
            State 2x1 | Men 1x2 | Women 1x2
            Number | Percent | Number | Percent
            Alabama | 12,345 | 51.2 | 11,111 | 48.8
            Alaska | 345 | 50.0 | 345 | 50.0
            Arizona | 2,345 | 49.1 | 2,444 | 50.9
            """, Shown.Of(AsciiPage.Draw("""
            --------------------------------------------------------
                                  Men                  Women
            State          -------------------   -------------------
                           Number      Percent   Number      Percent
            --------------------------------------------------------
            Alabama        12,345         51.2   11,111         48.8
            Alaska            345         50.0      345         50.0
            Arizona         2,345         49.1    2,444         50.9
            --------------------------------------------------------
            """)));
    }

    [Fact]
    public void Groups_of_rows_have_headings_and_indented_rows()
    {
        Assert.Equal("""
            Region and State | Total | Urban | Rural
            Northeast |  |  |
            Maine | 1,274 | 493 | 781
            Vermont | 608 | 232 | 376
            Midwest |  |  |
            Ohio | 11,353 | 8,782 | 2,571
            Iowa | 2,926 | 1,787 | 1,139
            """, Shown.Of(AsciiPage.Draw("""
            =======================================================
            Region and State      Total        Urban        Rural
            =======================================================
            Northeast
              Maine               1,274          493          781
              Vermont               608          232          376
            Midwest
              Ohio               11,353        8,782        2,571
              Iowa                2,926        1,787        1,139
            =======================================================
            """)));
    }

    [Fact]
    public void Headers_of_several_lines_above_text_alone()
    {
        Assert.Equal("""
            Type of school | Number of schools | Pupils per teacher | Change since 2005
            Primary | 1,274 | 18.3 | -2.1
            Secondary | 608 | 14.7 | 0.3
            Special | 93 | 5.2 | -0.4
            """, Shown.Of(AsciiPage.Draw("""
            The schools of the state were counted again in 2010, as they had been in 2005. Of
            these, 12 were closed in the same year, and 7 new ones were opened in 2011.

                                Number of      Pupils per        Change
            Type of school        schools         teacher    since 2005

            Primary                 1,274            18.3          -2.1
            Secondary                 608            14.7           0.3
            Special                    93             5.2          -0.4

            The figures of private schools are not among them.
            """)));
    }

    [Fact]
    public void Leaders_below_lines_lead_to_the_figures()
    {
        Assert.Equal("""
            Kind of tax | 2008 | 2009
            Income tax | 1,145.7 | 915.3
            Payroll tax | 900.2 | 890.9
            Excise tax | 67.3 | 62.5
            """, System.Text.RegularExpressions.Regex.Replace(Shown.Of(AsciiPage.Draw("""
            ================================================
            Kind of tax                     2008        2009
            ================================================
            Income tax ...............   1,145.7       915.3
            Payroll tax ..............     900.2       890.9
            Excise tax ...............      67.3        62.5
            ================================================
            """)), @" ?\.{3,}", ""));
    }

    [Fact]
    public void Marks_for_no_figure_stand_in_columns_too()
    {
        Assert.Equal("""
            Country | 2007 | 2008 | 2009
            Austria | 12.3 r | 12.5 | 12.9
            Belgium | n.a. | n.a. | 40.1
            Cyprus | : | 3.0 p | :
            Denmark | - | 8.8 | 8.9
            """, Shown.Of(AsciiPage.Draw("""
            ===============================================
            Country           2007        2008        2009
            ===============================================
            Austria           12.3 r      12.5        12.9
            Belgium           n.a.        n.a.        40.1
            Cyprus               :         3.0 p         :
            Denmark              -         8.8         8.9
            ===============================================
            """)));
    }

    /// <summary>Decimals behind commas are no torsos of figures where six show it; one with thousands behind a comma, or decimals behind a point, shows that they are.</summary>
    [Theory]
    [InlineData(5, ',', 1, false)]
    [InlineData(5, ',', 3, false)]
    [InlineData(5, '.', 2, false)]
    [InlineData(5, '.', 3, false)]
    [InlineData(6, '.', 3, true)]
    [InlineData(6, ',', 3, false)]
    public void Decimals_may_stand_behind_commas(int decimals, char separator, int digits, bool areDecimals)
    {
        static Segment Figure(char separator, int digits) => new(0, 30, 0, 10, 10, 10, Figure: true, Open: false, separator, digits, Lead: 2);
        var read = DecimalCommas.Read([.. Enumerable.Repeat(Figure(',', 1), decimals - (digits == 1 ? 1 : 0)), Figure(separator, digits)]);
        Assert.Equal(areDecimals ? '.' : ',', read[0].Separator);
    }

    /// <summary>The ruling below the head of a page is as wide as the text below it, and no line of the table further down.</summary>
    [Fact]
    public void A_ruling_of_the_head_above_a_paragraph_is_of_no_table() => Assert.Equal("""
        Characteristic | Number | Percent | Change
        Electricity | 60.3 | 55.1 | 20.4
        Agriculture | 19.3 | 80.5 | 81.7
        Construction | 17.8 | 26.4 | 70.9
        Education | 80.8 | 89.4 | 77.4
        """, Shown.Of(AsciiPage.Draw("""
        REGIONAL REPORT                                                52
        =================================================================
        The figures in this report are based on a sample of households in
        the region. Estimates from a sample survey are subject to errors,
        and should be considered when data are compared over the years.

        Characteristic              Number       Percent      Change
        ============================================================
        Electricity                   60.3          55.1        20.4
        Agriculture                   19.3          80.5        81.7
        Construction                  17.8          26.4        70.9
        Education                     80.8          89.4        77.4
        """)));
}
