namespace Ingest.Tests.Fuzz;

/// <summary>Where a table goes on: a row, and how many lines of its texts are set already.</summary>
internal readonly record struct Cut(int Row, int Lines);

/// <summary>The part of a table that stands on one page.</summary>
internal sealed class Piece(DraftTable table, Columns columns, Rows rows, Dress dress, Paper page, double left, double top, bool withHeader)
{
    private const double Ascent = 0.95;

    /// <summary>Rows that stand here with their lower edges; of a row cut in two its lines from and to.</summary>
    private readonly List<(int Row, double Top, double Bottom, int From, int To)> _placed = [];

    public double End => _placed.Count == 0 ? top : _placed[^1].Bottom;

    private double LineHeight => Rows.Leading * dress.Size;

    /// <summary>Sets rows down to a limit, at least one.</summary>
    /// <param name="cuts">Whether a row that does not fit is cut between its lines.</param>
    public Cut Fill(Cut from, double limit, bool cuts)
    {
        var y = top;
        for (var row = 0; withHeader && row < table.HeaderRows; row++)
        {
            Place(row, ref y, rows[row], 0, int.MaxValue);
        }

        var begun = false;
        for (var row = from.Row; row < table.Rows; row++, from = default)
        {
            var lines = LinesOf(row);
            var height = rows[row] - (from.Lines * LineHeight);
            if (begun && y + height > limit)
            {
                var fit = (int)((limit - y - (2 * dress.Pitch)) / LineHeight);
                if (cuts && lines > 1 && fit > 0 && fit < lines)
                {
                    Place(row, ref y, limit - y, 0, fit);
                    Draw();
                    return new Cut(row, fit);
                }

                Draw();
                return new Cut(row, 0);
            }

            Place(row, ref y, height, from.Lines, int.MaxValue);
            begun = true;
        }

        Draw();
        return new Cut(table.Rows, 0);
    }

    private int LinesOf(int row) => table.Cells.Where(c => c.Row == row && c.RowSpan == 1).Select(c => columns.Lines[c].Count).DefaultIfEmpty(1).Max();

    private void Place(int row, ref double y, double height, int from, int to)
    {
        _placed.Add((row, y, y + height, from, to));
        y += height;
    }

    private void Draw()
    {
        PieceRulings.Draw(table, dress, page, [.. columns.Edges.Select(e => left + e)], _placed);
        foreach (var cell in table.Cells)
        {
            var first = _placed.FindIndex(p => p.Row == cell.Row);
            var last = _placed.FindLastIndex(p => p.Row < cell.Row + cell.RowSpan && p.Row >= cell.Row);
            if (first >= 0)
            {
                Draw(cell, _placed[first].Top, _placed[last].Bottom, _placed[first].From, _placed[first].To);
            }
        }
    }

    private void Draw(DraftCell cell, double up, double down, int from, int to)
    {
        // In a row that is cut all texts begin at its head; the figures stay above the cut.
        var cut = from > 0 || to < int.MaxValue;
        var lines = columns.Lines[cell].Skip(from).Take(to - from).ToList();
        double x0 = left + columns.Edges[cell.Column] + (dress.White / 2), x1 = left + columns.Edges[cell.Column + cell.ColumnSpan] - (dress.White / 2);
        var height = lines.Count * LineHeight;
        var y = (cut ? Height.Top : cell.Role == Role.Head ? Height.Middle : dress.Lines) switch
        {
            Height.Top => up + dress.Pitch,
            Height.Bottom => down - dress.Pitch - height,
            _ => ((up + down) / 2) - (height / 2),
        };
        foreach (var line in lines)
        {
            var width = Type.Width(line, dress) * dress.Size;
            var side = cell.Role switch
            {
                Role.Head => dress.LeftHeads ? Side.Left : Side.Middle,
                Role.Figure => dress.Figures,
                Role.Code => dress.Names,
                _ => cell.ColumnSpan > 1 ? Side.Middle : cell.Indent > 0 ? Side.Left : dress.Names,
            };
            var x = side switch { Side.Right => x1 - width, Side.Left => x0 + (cell.Indent * dress.Size), _ => ((x0 + x1) / 2) - (width / 2) };
            Spread(line, cell, x, x0, x1, y + (Ascent * dress.Size));
            y += LineHeight;
        }
    }

    /// <summary>Words of two characters are spread where the dress says so, as typists do with spaces.</summary>
    private void Spread(string line, DraftCell cell, double x, double x0, double x1, double baseline)
    {
        var room = x1 - x0 - (2 * dress.Size);
        if (dress.Spread && (line is "合计" or "项目" or "收入" or "支出") && cell.Role is Role.Head or Role.Name && room > dress.Size)
        {
            var gap = Math.Min(room, 2 * dress.Size);
            var start = (cell.Role == Role.Head && !dress.LeftHeads) || dress.Names == Side.Middle || cell.ColumnSpan > 1 ? ((x0 + x1) / 2) - dress.Size - (gap / 2) : x;
            page.Text(line[..1], start, baseline, dress.Size);
            page.Text(line[1..], start + dress.Size + gap, baseline, dress.Size);
            return;
        }

        page.Text(line, x, baseline, dress.Size);
    }
}
