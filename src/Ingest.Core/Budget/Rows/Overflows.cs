using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// A name that is longer than its cell runs into the figure beside it, so that both seem to stand in the cell of the name
/// (自然资源海洋气象等支出18803323.32 | blank). The figure goes back to the cell that it is drawn in.
/// </summary>
internal static class Overflows
{
    /// <summary>Figures that a column must hold besides, to be a column of figures.</summary>
    private const int FewestFigures = 2;

    public static RawTable Mend(RawTable table)
    {
        Dictionary<(int Row, int Column), int>? places = null;
        ImmutableArray<RawCell>.Builder? cells = null;
        for (var i = 0; i < table.Cells.Length; i++)
        {
            var cell = table.Cells[i];
            if (FigureAt(cell.Text) is not (> 0 and var at))
                continue;
            places ??= table.Cells.Select((c, index) => (c, index)).ToDictionary(c => (c.c.Row, c.c.Column), c => c.index);
            if (!places.TryGetValue((cell.Row, cell.Column + cell.ColumnSpan), out var next) || table.Cells[next] is not { Text.Length: 0 } beside || beside.RowSpan != cell.RowSpan || !HoldsFigures(table, beside.Column))
                continue;
            cells ??= table.Cells.ToBuilder();
            cells[i] = cell with { Text = cell.Text[..at].TrimEnd(), Raw = cell.Text[..at].TrimEnd() };
            cells[next] = beside with { Text = cell.Text[at..], Raw = cell.Text[at..], Untrusted = cell.Untrusted };
        }
        return cells is null ? table : table with { Cells = cells.ToImmutable() };
    }

    /// <summary>Where a figure with two decimals begins behind a name; 0 if the text does not end so.</summary>
    private static int FigureAt(string text)
    {
        if (text.Length < 6 || text[^3] != '.' || !char.IsAsciiDigit(text[^1]) || !char.IsAsciiDigit(text[^2]))
            return 0;
        var at = text.Length;
        while (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or ','))
            at--;
        return at >= 2 && text[at - 1] >= 0x2E80 && AmountReader.Read(text[at..]).Shape == NumberShape.Plain ? at : 0;
    }

    private static bool HoldsFigures(RawTable table, int column)
    {
        var figures = 0;
        foreach (var cell in table.Cells)
        {
            if (cell.Column == column && Shapes.IsFigure(cell.Text, Shapes.Of(cell.Text)) && ++figures >= FewestFigures)
                return true;
        }
        return false;
    }
}
