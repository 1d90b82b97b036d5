using Ingest.Core.Model;
using Ingest.Core.Tables.Bodies;

namespace Ingest.Core.Tables.Ruled;

/// <summary>A cell of a grid on one page.</summary>
internal readonly record struct GridCell(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>The grid of a table on one page: row and column borders and the cells between them.</summary>
/// <param name="Xs">Column borders, ascending; Columns + 1 of them.</param>
/// <param name="Ys">Row borders, ascending; Rows + 1 of them.</param>
internal sealed record Grid(double[] Xs, double[] Ys, List<GridCell> Cells)
{
    /// <summary>What the texts told about the lines of the body; null where rulings part all rows.</summary>
    public BodyMeasure? Measure { get; init; }

    /// <summary>Other readings of the same text that give other cells.</summary>
    public IReadOnlyList<Rival> Rivals { get; init; } = [];

    public int Rows => Ys.Length - 1;

    public int Columns => Xs.Length - 1;

    public Box Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    public Box BoxOf(GridCell cell) => new(
        Xs[cell.Column], Ys[cell.Row], Xs[cell.Column + cell.ColumnSpan], Ys[cell.Row + cell.RowSpan]);

    /// <summary>Whether its columns begin and end where those of another grid do.</summary>
    public bool HasColumnsOf(Grid other) => Xs.Length == other.Xs.Length && Xs.Zip(other.Xs).All(static x => Math.Abs(x.First - x.Second) <= Edges.Snap);

    /// <summary>Which cell lies over each elementary place, row by row.</summary>
    public int[] Places()
    {
        var places = new int[Rows * Columns];
        for (var i = 0; i < Cells.Count; i++)
        {
            var cell = Cells[i];
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                    places[r * Columns + c] = i;
            }
        }
        return places;
    }
}
