namespace Ingest.Tests.Tables;

/// <summary>Rows of tables that hold no figures, where rulings part the header alone.</summary>
public class RowsOfWordsTests
{
    private const string Rows = """
        Kansas | Wheat | Truck | Topeka
        Iowa | Corn | Rail | Ames
        Maine | Timber | Ship | Bangor
        Oregon | Fish | Truck | Salem
        """;

    [Fact]
    public void Between_three_lines()
    {
        Assert.Equal("State | Product | Carrier | Office\n" + Rows, Shown.Of(AsciiPage.Draw("""
            -----------------------------------------
            State      Product     Carrier     Office
            -----------------------------------------
            Kansas     Wheat       Truck       Topeka
            Iowa       Corn        Rail        Ames
            Maine      Timber      Ship        Bangor
            Oregon     Fish        Truck       Salem
            -----------------------------------------
            """)));
    }

    [Fact]
    public void Between_rulings_that_part_the_columns()
    {
        Assert.Equal("State | Product | Carrier | Office\n" + Rows, Shown.Of(AsciiPage.Draw("""
            +----------+-----------+-----------+-----------+
            | State    | Product   | Carrier   | Office    |
            +----------+-----------+-----------+-----------+
            | Kansas   | Wheat     | Truck     | Topeka    |
            | Iowa     | Corn      | Rail      | Ames      |
            | Maine    | Timber    | Ship      | Bangor    |
            | Oregon   | Fish      | Truck     | Salem     |
            +----------+-----------+-----------+-----------+
            """)));
    }

    [Theory]
    [InlineData("-------------------------------------------------", 5)]
    [InlineData("", 1)]
    public void Below_a_ruled_header_as_far_as_a_ruling_closes_them(string closing, int rows)
    {
        var table = Assert.Single(Ingest.Core.Tables.TableFinder.Find([AsciiPage.Draw($"""
            +----------+-----------+-----------+-----------+
            | State    | Product   | Carrier   | Office    |
            +----------+-----------+-----------+-----------+
              Kansas     Wheat       Truck       Topeka
              Iowa       Corn        Rail        Ames
              Maine      Timber      Ship        Bangor
              Oregon     Fish        Truck       Salem
            {closing}
            """)]).Tables, static t => t.Cells.Any(static c => c.Text == "Product"));
        Assert.Equal(rows, table.Rows);
    }

    [Fact]
    public void Full_lines_between_rulings_are_broken_texts()
    {
        Assert.Equal("""
            State | Product | Carrier | Office
            Kansas and the north | wheat with some corn | truck or rail as due | Topeka in that year
            """, Shown.Of(AsciiPage.Draw("""
            +----------+-----------+-----------+-----------+
            | State    | Product   | Carrier   | Office    |
            +----------+-----------+-----------+-----------+
            | Kansas   | wheat     | truck or  | Topeka    |
            | and the  | with some | rail as   | in that   |
            | north    | corn      | due       | year      |
            +----------+-----------+-----------+-----------+
            """)));
    }
}
