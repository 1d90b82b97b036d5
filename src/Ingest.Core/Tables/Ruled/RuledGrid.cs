using Ingest.Core.Model;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// The grid of a ruled region. Every position of an edge is a border; two neighbouring places are one cell where no
/// edge is drawn between them. The outer border need not be drawn.
/// </summary>
internal static class RuledGrid
{
    /// <summary>Share of a cell's side that must be drawn to separate it from its neighbour.</summary>
    private const double Drawn = 0.5;

    /// <summary>What stands above the beginning of a ruling between columns is at least so high, in points.</summary>
    private const double Least = 6;

    /// <returns>Null when the region encloses no cell.</returns>
    public static Grid? Of(Region region)
    {
        var bounds = Bounds(region);
        var xs = Borders(region.Vertical, bounds.Left, bounds.Right);
        var ys = Borders(region.Horizontal, bounds.Top, bounds.Bottom);
        if (xs.Length < 2 || ys.Length < 2)
            return null;
        var begins = region.Vertical.ConvertAll(static e => e.Start).FindAll(y => !Array.Exists(ys, o => Math.Abs(o - y) < Least));
        return Of(region, xs, begins.Count == 0 ? ys : Borders([.. ys.Concat(begins).Select(static y => (y, 1.0))]));
    }

    private static Grid Of(Region region, double[] xs, double[] ys)
    {
        int rows = ys.Length - 1, columns = xs.Length - 1;
        var below = new bool[rows * columns];
        var right = new bool[rows * columns];
        Draw(region.Horizontal, ys, xs, (border, from) => below[(border - 1) * columns + from] = true);
        Draw(region.Vertical, xs, ys, (border, from) => right[from * columns + border - 1] = true);
        PartGroups(rows, columns, below, right, (_, drawn, _) => !drawn);
        return Compact(new Grid(xs, ys, Cells(rows, columns, below, right)));
    }

    /// <summary>Where a ruling between columns begins, what stands above it is a group, whether a ruling is drawn below that or not.</summary>
    /// <param name="parts">Of a row, whether a ruling is drawn below some columns of a group, and one of them: whether that is parted from what is below.</param>
    public static void PartGroups(int rows, int columns, bool[] below, bool[] right, Func<int, bool, int, bool> parts)
    {
        for (var r = 0; r + 1 < rows; r++)
        {
            for (var c = 0; c < columns;)
            {
                var to = c + 1;
                while (to < columns && !right[r * columns + to - 1])
                    to++;
                var begins = Enumerable.Range(c, to - c - 1).Any(k => right[(r + 1) * columns + k]);
                var drawn = Enumerable.Range(c, to - c).Any(k => below[r * columns + k]);
                for (var k = c; k < to && begins; k++)
                    below[r * columns + k] |= parts(r, drawn, k);
                c = to;
            }
        }
    }

    /// <summary>Calls <paramref name="mark"/> for each inner border and each step along it that is drawn.</summary>
    private static void Draw(List<Edge> edges, double[] borders, double[] steps, Action<int, int> mark)
    {
        var covered = new double[steps.Length - 1];
        var e = 0;
        for (var b = 0; b < borders.Length; b++)
        {
            Array.Clear(covered);
            // an edge belongs to the nearest border
            for (; e < edges.Count && (b == borders.Length - 1 || edges[e].Position <= (borders[b] + borders[b + 1]) / 2); e++)
            {
                for (var s = 0; s < covered.Length; s++)
                    covered[s] += Math.Max(0, Math.Min(edges[e].End, steps[s + 1]) - Math.Max(edges[e].Start, steps[s]));
            }
            if (b == 0 || b == borders.Length - 1)
                continue;
            for (var s = 0; s < covered.Length; s++)
            {
                if (covered[s] >= Drawn * (steps[s + 1] - steps[s]))
                    mark(b, s);
            }
        }
    }

    /// <summary>Cells as the largest rectangles that no separator crosses, from the top left.</summary>
    public static List<GridCell> Cells(int rows, int columns, bool[] below, bool[] right)
    {
        var cells = new List<GridCell>(rows * columns);
        var taken = new bool[rows * columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (taken[r * columns + c])
                    continue;
                var width = 1;
                while (c + width < columns && !right[r * columns + c + width - 1] && !taken[r * columns + c + width])
                    width++;
                var height = 1;
                while (r + height < rows && Open(r + height, c, width, columns, below, right))
                    height++;
                for (var y = r; y < r + height; y++)
                    Array.Fill(taken, true, y * columns + c, width);
                cells.Add(new GridCell(r, c, height, width));
            }
        }
        return cells;
    }

    private static bool Open(int row, int column, int width, int columns, bool[] below, bool[] right)
    {
        for (var c = column; c < column + width; c++)
        {
            if (below[(row - 1) * columns + c])
                return false;
            if (c < column + width - 1 && right[row * columns + c])
                return false;
        }
        return true;
    }

    /// <summary>
    /// Where a region begins and ends. Rulings whose ends stand out beyond the last one that crosses them enclose nothing there:
    /// a strip narrower than any column.
    /// </summary>
    private static Box Bounds(Region region)
    {
        var box = region.Box;
        double left = region.Vertical.Min(static e => e.Position), right = region.Vertical.Max(static e => e.Position);
        double top = region.Horizontal.Min(static e => e.Position), bottom = region.Horizontal.Max(static e => e.Position);
        return new Box(
            left - box.Left < Regions.NarrowestColumn ? left : box.Left, top - box.Top < Regions.NarrowestColumn ? top : box.Top,
            box.Right - right < Regions.NarrowestColumn ? right : box.Right, box.Bottom - bottom < Regions.NarrowestColumn ? bottom : box.Bottom);
    }

    /// <summary>Positions of edges, those nearer than a snap joined, and the outer bounds.</summary>
    private static double[] Borders(List<Edge> edges, double low, double high)
    {
        var positions = new List<(double Position, double Weight)>(edges.Count + 2) { (low, 0.01), (high, 0.01) };
        foreach (var edge in edges)
            positions.Add((edge.Position, edge.End - edge.Start));
        return Borders(positions);
    }

    private static double[] Borders(List<(double Position, double Weight)> positions)
    {
        positions.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        var borders = new List<double>();
        for (var i = 0; i < positions.Count;)
        {
            double sum = 0, weight = 0;
            var j = i;
            for (; j < positions.Count && positions[j].Position - positions[i].Position <= Edges.Snap; j++)
            {
                sum += positions[j].Position * positions[j].Weight;
                weight += positions[j].Weight;
            }
            borders.Add(sum / weight);
            i = j;
        }
        return [.. borders];
    }

    /// <summary>Drops borders at which no cell begins: ticks and decorations that separate nothing.</summary>
    private static Grid Compact(Grid grid)
    {
        var columns = new bool[grid.Columns + 1];
        var rows = new bool[grid.Rows + 1];
        foreach (var cell in grid.Cells)
            (rows[cell.Row], columns[cell.Column]) = (true, true);
        if (!Array.Exists(rows[..^1], used => !used) && !Array.Exists(columns[..^1], used => !used))
            return grid;
        var (newRow, ys) = Keep(rows, grid.Ys);
        var (newColumn, xs) = Keep(columns, grid.Xs);
        var cells = grid.Cells.ConvertAll(c => new GridCell(
            newRow[c.Row], newColumn[c.Column], newRow[c.Row + c.RowSpan] - newRow[c.Row], newColumn[c.Column + c.ColumnSpan] - newColumn[c.Column]));
        return new Grid(xs, ys, cells);
    }

    private static (int[] Index, double[] Borders) Keep(bool[] used, double[] borders)
    {
        var index = new int[borders.Length];
        var kept = new List<double>();
        for (var i = 0; i < borders.Length; i++)
        {
            index[i] = kept.Count;
            if (used[i] || i == borders.Length - 1)
                kept.Add(borders[i]);
        }
        return (index, [.. kept]);
    }
}
