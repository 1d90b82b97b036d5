using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables;

/// <summary>The parts of one table, page by page.</summary>
/// <param name="header">Its rows of header: those of the first part, and what a page break cut off from them.</param>
internal sealed class TableParts(PageTable first, int header)
{
    private readonly List<(PageTable Table, int Skip)> _parts = [(first, 0)];
    private readonly Dictionary<PageTable, PageTable> _beside = new(ReferenceEqualityComparer.Instance);

    public PageTable First => first;

    public PageTable Last => _parts[^1].Table;

    /// <summary>Number of the last page that it stands on.</summary>
    public int LastPage => Further(Last)?.Page ?? Last.Page;

    /// <returns>False where its columns do not stand beside the rows of the last part.</returns>
    public bool AddBeside(PageTable table) => table.Beside is not null
        && (_parts.Count == 1 || Further(first)?.Columns == table.Columns) && _beside.TryAdd(Last, table);

    /// <summary>The columns on the facing page.</summary>
    private PageTable? Further(PageTable part) => _beside.GetValueOrDefault(part);

    /// <param name="skip">Rows at its top that repeat the header.</param>
    public void Add(PageTable table, int skip) => _parts.Add((table, skip));

    public RawTable ToRaw(int ordinal)
    {
        var cells = new List<RawCell>();
        var rivals = ImmutableArray.CreateBuilder<RivalGrid>();
        var offset = 0;
        // where in the list the cells are that go on below the page
        var open = new Dictionary<(int Column, int ColumnSpan), int>();
        foreach (var (table, skip) in _parts)
        {
            var above = open;
            open = [];
            foreach (var cell in table.Cells)
            {
                if (cell.Place.Row < skip)
                    continue;
                var here = Raw(table, cell, offset - skip, 0);
                var at = cells.Count;
                if (cell.Place.Row == skip && above.TryGetValue((here.Column, here.ColumnSpan), out var upper) && Joined(cells[upper], here) is { } joined)
                    cells[at = upper] = joined;
                else
                    cells.Add(here);
                if (GoesOn(table, cell.Place))
                    open[(here.Column, here.ColumnSpan)] = at;
            }
            if (Further(table) is { } further)
                cells.AddRange(further.Cells.Where(c => c.Place.Row >= skip).Select(c => Raw(further, c, offset - skip, first.Columns)));
            foreach (var rival in table.Grid.Rivals)
            {
                var shift = offset - skip;
                rivals.Add(new RivalGrid(
                    table.Page, ChoiceWords.Of(rival.Otherwise), [.. rival.Grid.Cells.Select(rival.Grid.BoxOf)],
                    [.. rival.Differing.Select(i => table.Grid.Cells[i]).Where(c => c.Row >= skip).Select(c => new CellPlace(c.Row + shift, c.Column))]));
            }
            offset += table.Rows - skip;
        }
        cells.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return new RawTable(
            ordinal, [.. first.Caption, .. Further(first)?.Caption ?? []], [.. _parts.SelectMany(static p => p.Table.Notes)], offset, first.Columns + _beside.Values.Select(static t => t.Columns).FirstOrDefault(), header, [.. cells],
            [.. _parts.Select(p => p.Table.Page).Concat(_beside.Values.Select(static t => t.Page)).Distinct().Order()], first.Ruled)
        {
            Rivals = rivals.DrainToImmutable(),
        };
    }

    /// <param name="rows">To be added to its row, as <paramref name="columns"/> to its column.</param>
    private static RawCell Raw(PageTable table, PageCell cell, int rows, int columns) => new(
        cell.Place.Row + rows, cell.Place.Column + columns, cell.Place.RowSpan, cell.Place.ColumnSpan,
        new PageBox(table.Page, cell.Box), cell.Text, cell.Raw, cell.Untrusted, cell.Indent, cell.Full);

    private static bool GoesOn(PageTable table, GridCell place)
    {
        if (place.Row + place.RowSpan < table.Rows || table.OpenBelow.Length == 0)
            return false;
        for (var c = place.Column; c < place.Column + place.ColumnSpan; c++)
        {
            if (!table.OpenBelow[c])
                return false;
        }
        return true;
    }

    /// <summary>One cell of two pieces, of which only one holds text and one at least covers several rows; it stands where its text stands.</summary>
    private static RawCell? Joined(RawCell above, RawCell below)
    {
        if ((above.Text.Length > 0 && below.Text.Length > 0) || (above.RowSpan == 1 && below.RowSpan == 1))
            return null;
        var text = above.Text.Length > 0 ? above : below;
        return text with { Row = above.Row, RowSpan = above.RowSpan + below.RowSpan };
    }
}
