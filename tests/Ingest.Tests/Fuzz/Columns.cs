namespace Ingest.Tests.Fuzz;

/// <summary>How wide the columns of a table are, and the lines of its cells in them.</summary>
internal sealed class Columns
{
    private const double LeastEms = 2, LeastHead = 4;

    private readonly DraftTable _table;
    private readonly Dress _dress;
    private readonly double[] _widths;

    public Columns(DraftTable table, Dress dress)
    {
        (_table, _dress) = (table, dress);
        _widths = [.. Enumerable.Range(0, table.Columns).Select(c => Natural(c) + dress.White + Room(dress.LeftHeads ? c + 1 : c))];
        Widen();
        Edges = new double[table.Columns + 1];
        for (var c = 0; c < table.Columns; c++)
        {
            Edges[c + 1] = Edges[c] + _widths[c];
        }

        Lines = table.Cells.ToDictionary(c => c, Wrap);
    }

    /// <summary>x of the borders, from 0.</summary>
    public double[] Edges { get; }

    public Dictionary<DraftCell, List<string>> Lines { get; }

    public double Width => Edges[^1];

    private double Em => _dress.Size;

    private bool WrapsFigures => _dress is { Wrapped: true, HasColumnRulings: true };

    /// <summary>
    /// More white for a column that is blank below its header, where no ruling shows it: nothing but that white tells it from the
    /// header beside it, and less than this stands between the words of one text. Where headers stand at the left, the column before is wider.
    /// </summary>
    private double Room(int column) => column == _table.Columns || _dress.HasColumnRulings || _table.Cells.Any(c => c.Column == column && c.Row >= _table.HeaderRows) ? 0 : 2 * Math.Max(0, (0.3 * Em) - _dress.White);

    private double Natural(int column)
    {
        double width = LeastEms * Em, head = 0;
        foreach (var cell in _table.Cells)
        {
            if (cell.Column != column || cell.ColumnSpan != 1)
            {
                continue;
            }

            var natural = (Type.Width(cell.Text, _dress) + cell.Indent) * Em;
            switch (cell.Role)
            {
                case Role.Head:
                    head = Math.Max(head, natural);
                    break;
                case Role.Name or Role.Words:
                    width = Math.Max(width, Math.Min(natural, (_dress.Label + cell.Indent) * Em));
                    break;
                default:
                    width = Math.Max(width, natural);
                    break;
            }
        }

        // A long header is wrapped over its figures, and so are figures where the columns are ruled.
        width = _table.RoleOf(column) == Role.Figure && WrapsFigures ? Math.Max(LeastEms * Em, 0.7 * width) : width;
        return Math.Max(width, Math.Min(head, LeastHead * Em));
    }

    /// <summary>Cells over several columns, of one line, need not be narrower than their words.</summary>
    private void Widen()
    {
        foreach (var cell in _table.Cells.Where(c => c.ColumnSpan > 1))
        {
            var needs = Math.Min(LeastHead * Em, Type.Width(cell.Text, _dress) * Em) + _dress.White;
            var has = _widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum();
            _widths[cell.Column] += Math.Max(0, needs - has);
        }
    }

    private List<string> Wrap(DraftCell cell)
    {
        var room = (Edges[cell.Column + cell.ColumnSpan] - Edges[cell.Column] - _dress.White) / Em;
        return cell.Text.Length == 0 ? [] : Type.Wrap(cell.Text, room - cell.Indent + 1e-6, _dress, cell.Role == Role.Figure);
    }
}
