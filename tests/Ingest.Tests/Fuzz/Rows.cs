namespace Ingest.Tests.Fuzz;

/// <summary>How high the rows of a table are.</summary>
internal sealed class Rows
{
    /// <summary>Base line to base line of wrapped lines, in ems.</summary>
    public const double Leading = 1.25;

    private readonly double[] _heights;

    public Rows(DraftTable table, Columns columns, Dress dress)
    {
        _heights = new double[table.Rows];
        foreach (var cell in table.Cells.OrderBy(c => c.RowSpan))
        {
            var needs = (Math.Max(1, columns.Lines[cell].Count) * Leading * dress.Size) + (2 * dress.Pitch);
            var has = Enumerable.Range(cell.Row, cell.RowSpan).Sum(r => _heights[r]);
            _heights[cell.Row + cell.RowSpan - 1] += Math.Max(0, needs - has);
        }

        HeaderHeight = _heights.Take(table.HeaderRows).Sum();
        BodyHeight = _heights.Skip(table.HeaderRows).Sum();
    }

    public double HeaderHeight { get; }

    public double BodyHeight { get; }

    public double this[int row] => _heights[row];
}
