using System.Collections.Immutable;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// A row may be cut by the end of a page: 八、社会保障和就 stands at the foot of one, 业支出 at the head of the next, with
/// rulings between, so that nothing drawn tells it from a row of its own. What does: each text of the second piece stands
/// below a full line, or is a last character or two, and the two together are a known name, or figures stand in all rows of the table but here. A number
/// may be cut with it (12,437.3 | 6); two that are not one speak against the cut.
/// </summary>
internal static class CutRows
{
    /// <summary>Rows with figures that a table must have before the lack of figures means anything.</summary>
    private const int FewestRows = 4;

    /// <summary>A cell at the foot of a page, what goes on with it on the next, and the text of both.</summary>
    private sealed record Cut(RawCell Above, RawCell Below, string Whole);

    private static readonly string[] Totals = ["小计", "合计", "总计", "计"];

    public static RawTable Mend(RawTable table)
    {
        // from the end, so that rows above keep their numbers
        for (var row = table.Pages.Length > 1 ? table.Rows - 1 : 0; row > Math.Max(table.HeaderRows, 1); row--)
        {
            if (IsFirstOfPage(table, row) && Pieces(table, row) is { } pieces && IsCut(table, row, pieces))
                table = Join(table, row, pieces);
        }
        return table;
    }

    private static bool IsFirstOfPage(RawTable table, int row)
    {
        int? above = null;
        foreach (var cell in table.Cells)
        {
            if (cell.Row == row - 1)
                above = cell.Area.Page;
            else if (cell.Row == row)
                return above is { } page && cell.Area.Page > page;
        }
        return false;
    }

    /// <returns>The cells above and below the break that hold a text each; null if some text below has none above it, or figures stand in both rows.</returns>
    private static List<Cut>? Pieces(RawTable table, int row)
    {
        List<Cut> pieces = [];
        bool figuresAbove = false, figuresBelow = false;
        foreach (var below in table.Cells)
        {
            if (below.Row != row)
            {
                figuresAbove |= below.Row == row - 1 && IsFigure(below);
                continue;
            }
            if (below.Text.Length == 0)
                continue;
            var above = Above(table, below);
            if (IsFigure(below) && above is not { Text.Length: > 0 })
            {
                figuresBelow = true;
                continue;
            }
            if (above is not { Text.Length: > 0 } || below.RowSpan > 1 || RowLabels.HasOrdinal(below.Text) || Whole(above, below) is not { } whole)
                return null;
            pieces.Add(new Cut(above, below, whole));
        }
        // one full line is enough: punctuation must not begin a line and takes the character before it along
        return !pieces.Exists(p => p.Above.Full || MakesName(p, table.Ruled) || IsBrokenThere(table, p.Above)) || (figuresAbove && figuresBelow) ? null : pieces;
    }

    /// <summary>A character or two that are no name, below a text that is none without them; or more of them, where no ruling tells whether a line is full.</summary>
    private static bool MakesName(Cut cut, bool ruled) => (!ruled || cut.Below.Text.Length <= 2) && BrokenNames.IsKnown(cut.Whole) && !BrokenNames.IsKnown(cut.Above.Text) && !BrokenNames.IsKnown(cut.Below.Text);

    /// <summary>Whether its last line is as long as the longest after which another cell of its column goes on: what it leaves free is not used there either.</summary>
    private static bool IsBrokenThere(RawTable table, RawCell above)
    {
        var longest = 0;
        foreach (var cell in table.Cells)
        {
            if (cell.Column != above.Column || cell.ColumnSpan != above.ColumnSpan || cell.Row < table.HeaderRows || cell.Row == above.Row)
                continue;
            var lines = cell.Raw.Split('\n');
            for (var i = 0; i + 1 < lines.Length; i++)
                longest = Math.Max(longest, Length(lines[i]));
        }
        return longest > 0 && Length(above.Raw[(above.Raw.LastIndexOf('\n') + 1)..]) >= longest;
    }

    /// <summary>In halves of an ideograph.</summary>
    private static int Length(string line) => line.Trim().Sum(static c => c < 0x2E80 ? 1 : 2);

    /// <summary>The text of two pieces; null for figures that are not one number.</summary>
    private static string? Whole(RawCell above, RawCell below)
    {
        bool figure = IsNumber(above), goesOn = IsNumber(below);
        if (!figure && !goesOn)
            return above.Text + below.Text;
        var whole = figure && goesOn ? Folding.CellText(above.Raw + "\n" + below.Raw, above.Full) : " ";
        return whole.Contains(' ', StringComparison.Ordinal) ? null : whole;
    }

    private static RawCell? Above(RawTable table, RawCell below)
    {
        foreach (var cell in table.Cells)
        {
            if (cell.Column == below.Column && cell.ColumnSpan == below.ColumnSpan && cell.Row + cell.RowSpan == below.Row)
                return cell;
        }
        return null;
    }

    private static bool IsCut(RawTable table, int row, List<Cut> pieces)
    {
        var known = false;
        foreach (var (above, below, whole) in pieces)
        {
            if (BrokenNames.IsKnown(whole))
                known |= !BrokenNames.IsKnown(below.Text);
            else if (BrokenNames.IsKnown(above.Text) && BrokenNames.IsKnown(below.Text))
                return false;
            else
                known |= Array.IndexOf(Totals, below.Text) >= 0 && !RowLabels.IsTotal(above.Text);
        }
        return known || OnlyOneWithoutFigures(table, row);
    }

    private static bool OnlyOneWithoutFigures(RawTable table, int row)
    {
        var with = new bool[table.Rows];
        foreach (var cell in table.Cells)
        {
            if (IsFigure(cell))
                with[cell.Row] = true;
        }
        var first = Array.IndexOf(with, true);
        if (first < 0 || with[row] || !with[row - 1])
            return false;
        var rows = 0;
        for (var r = first; r < with.Length; r++)
        {
            if (r == row || with[r])
                rows++;
            else if (!IsFirstOfPage(table, r))
                return false;
        }
        return rows > FewestRows;
    }

    private static bool IsFigure(RawCell cell) => cell.Text.Length > 0 && Shapes.IsFigure(cell.Text, Shapes.Of(cell.Text));

    private static bool IsNumber(RawCell cell) => Shapes.Of(cell.Text) is CellShape.Number or CellShape.Percent or CellShape.Garbled;

    /// <summary>The row goes into the one above it; its texts behind those above, its figures into the blank cells there.</summary>
    private static RawTable Join(RawTable table, int row, List<Cut> pieces)
    {
        var cells = ImmutableArray.CreateBuilder<RawCell>(table.Cells.Length);
        foreach (var cell in table.Cells)
        {
            if (cell.Row > row)
            {
                cells.Add(cell with { Row = cell.Row - 1 });
            }
            else if (cell.Row == row)
            {
                if (cell.RowSpan > 1)
                    cells.Add(cell with { RowSpan = cell.RowSpan - 1 });
            }
            else if (cell.Row + cell.RowSpan > row)
            {
                cells.Add(cell with { RowSpan = cell.RowSpan - 1 });
            }
            else
            {
                cells.Add(cell.Row + cell.RowSpan == row ? Joined(table, cell, pieces) : cell);
            }
        }
        return table with { Rows = table.Rows - 1, Cells = cells.ToImmutable() };
    }

    private static RawCell Joined(RawTable table, RawCell above, List<Cut> pieces)
    {
        foreach (var (cell, below, whole) in pieces)
        {
            if (ReferenceEquals(cell, above))
                return above with { Text = whole, Raw = above.Raw + "\n" + below.Raw, Untrusted = above.Untrusted || below.Untrusted, Full = below.Full };
        }
        if (above.Text.Length == 0 && table.Cells.FirstOrDefault(c => c.Row == above.Row + above.RowSpan && c.Column == above.Column && c.ColumnSpan == above.ColumnSpan && c.Text.Length > 0) is { } moved)
            return moved with { Row = above.Row, RowSpan = above.RowSpan };
        return above;
    }
}
