using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;

namespace Ingest.Tests.Tables;

public class BodyRowsTests
{
    private const double Size = 9;

    private static Segment Words(double left, double width, double baseline) => new(left, left + width, baseline - Size, baseline, baseline, Size, Figure: false, Open: false);

    private static Segment Figure(double left, double width, double baseline, int decimals, int digits = 1) =>
        new(left, left + width, baseline - Size, baseline, baseline, Size, Figure: true, Open: false, decimals > 0 ? '.' : ' ', decimals > 0 ? decimals : digits);

    /// <summary>A label and an amount on the middle line; in two narrow columns 0.0 above it and what follows below it.</summary>
    private static List<RowBand> Read(int decimals, double above) => Assert.Single(BodyRows.Of(
        [
            .. new double[] { 10, 20, 30 }.SelectMany(y => new[] { Words(121, 40, y), Words(171, 40, y) }),
            Words(2, 36, 53), Figure(50, 50, 53, 2),
            Figure(121, above, 48, decimals), Figure(171, above, 48, decimals), Figure(121, 4.5, 58, 0), Figure(171, 4.5, 58, 0),
        ],
        double.MinValue, [0, 45, 120, 170, 220], [false, false, false, false], [0, 70]).Rows);

    [Fact]
    public void Zeros_broken_in_narrow_columns_whose_headers_are_many_lines_stay_in_the_row_of_the_label() =>
        Assert.Single(Read(decimals: 1, above: 18), b => b.Bottom > 45);

    [Fact]
    public void A_whole_figure_below_a_whole_figure_begins_a_row() =>
        Assert.True(Read(decimals: 2, above: 18).Count(b => b.Bottom > 45) > 1);

    /// <summary>Rows stand as close as the lines of one name; the name of the second row goes on below it.</summary>
    private static int Rows(int coded)
    {
        List<Segment> body = [];
        for (var row = 0; row < 8; row++)
        {
            var y = 10 * (row < 2 ? row : row + 1);
            if (row < coded)
                body.Add(Words(2, 20, y));
            body.AddRange([Words(50, row == 1 ? 60 : 30, y), Figure(130, 20, y, 2)]);
        }
        body.Add(Words(50, 20, 20));
        return Assert.Single(BodyRows.Of(body, double.MinValue, [0, 45, 120, 170], [false, false, false], [-10, 100]).Rows).Count;
    }

    [Fact]
    public void Where_rows_have_codes_a_line_without_one_goes_on_with_the_row_above()
    {
        Assert.Equal(8, Rows(coded: 8));
        Assert.Equal(9, Rows(coded: 6));
    }
}
