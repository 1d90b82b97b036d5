using Ingest.Core.Model;

namespace Ingest.Tests.Fuzz;

/// <summary>The rulings and shades of a part of a table, as its dress draws them.</summary>
internal static class PieceRulings
{
    private const float Grey = 0.85f, Light = 0.95f;

    /// <param name="x">Borders of the columns.</param>
    public static void Draw(DraftTable table, Dress dress, Paper page, double[] x, List<(int Row, double Top, double Bottom, int From, int To)> placed)
    {
        if (placed.Count == 0)
        {
            return;
        }

        Shade(table, dress, page, x, placed);
        var owners = Owners(table);
        for (var i = 0; i <= placed.Count; i++)
        {
            var y = i == placed.Count ? placed[^1].Bottom : placed[i].Top;
            var above = i == 0 ? -1 : placed[i - 1].Row;
            var below = i == placed.Count ? -1 : placed[i].Row;
            Runs(x, c => Parted(owners, above, below, c) && IsDrawn(table, dress, placed, above, below, owners, c), (from, to) => page.Rule(RulingDirection.Horizontal, y, from, to));
        }

        double[] ys = [placed[0].Top, .. placed.Select(p => p.Bottom)];
        for (var c = 0; c <= table.Columns; c++)
        {
            var column = c;
            Runs(ys, i => HasColumn(table, dress, placed[i].Row, column) && (column == 0 || column == table.Columns || owners[placed[i].Row, column - 1] != owners[placed[i].Row, column]),
                (from, to) => page.Rule(RulingDirection.Vertical, x[column], from, to));
        }
    }

    /// <summary>Number of the cell at each place; a blank place is a cell of its own.</summary>
    private static int[,] Owners(DraftTable table)
    {
        var owners = new int[table.Rows, table.Columns];
        for (var i = 0; i < owners.Length; i++)
        {
            owners[i / table.Columns, i % table.Columns] = -1 - i;
        }

        for (var i = 0; i < table.Cells.Count; i++)
        {
            var cell = table.Cells[i];
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                {
                    owners[r, c] = i;
                }
            }
        }

        return owners;
    }

    private static bool Parted(int[,] owners, int above, int below, int column) => above < 0 || below < 0 || owners[above, column] != owners[below, column];

    private static bool IsDrawn(
        DraftTable table, Dress dress, List<(int Row, double Top, double Bottom, int From, int To)> placed, int above, int below, int[,] owners, int column)
    {
        var inHeader = below >= 0 && below < table.HeaderRows;
        var underHeader = above >= 0 && above < table.HeaderRows && !inHeader;
        var outer = above < 0 || below < 0;
        // Nothing is drawn where a row is cut.
        var cut = (above < 0 && placed[0].From > 0) || (below < 0 && placed[^1].To < int.MaxValue);
        return !cut && dress.Rulings switch
        {
            Rulings.Full or Rulings.Rows => true,
            Rulings.Columns => outer || underHeader,
            Rulings.ThreeLines => outer || underHeader || (inHeader && dress.GroupLines && owners[above, column] >= 0 && table.Cells[owners[above, column]].ColumnSpan > 1),
            Rulings.Header => outer || underHeader || inHeader,
            Rulings.Frame => outer,
            _ => false,
        };
    }

    private static bool HasColumn(DraftTable table, Dress dress, int row, int column) => dress.Rulings switch
    {
        Rulings.Full or Rulings.Columns => true,
        Rulings.Header => row < table.HeaderRows,
        Rulings.Frame => column == 0 || column == table.Columns,
        _ => false,
    };

    /// <summary>Joins neighbouring places that are drawn into one stroke.</summary>
    private static void Runs(double[] borders, Func<int, bool> drawn, Action<double, double> draw)
    {
        for (var i = 0; i < borders.Length - 1; i++)
        {
            var end = i;
            while (end < borders.Length - 1 && drawn(end))
            {
                end++;
            }

            if (end > i)
            {
                draw(borders[i], borders[end]);
                i = end;
            }
        }
    }

    private static void Shade(DraftTable table, Dress dress, Paper page, double[] x, List<(int Row, double Top, double Bottom, int From, int To)> placed)
    {
        foreach (var (row, top, bottom, _, _) in placed)
        {
            var header = row < table.HeaderRows;
            if ((header && dress.Shading != Shading.None) || (!header && dress.Shading == Shading.Zebra && (row - table.HeaderRows) % 2 == 1))
            {
                page.Shade(new Box(x[0], top, x[^1], bottom), header ? Grey : Light);
            }
        }
    }
}
