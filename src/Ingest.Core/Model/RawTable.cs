using System.Collections.Immutable;

namespace Ingest.Core.Model;

/// <summary>A cell of the grid; rows and columns count from 0 over the whole table, also when it runs over pages.</summary>
/// <param name="Text">What a reader reads: wrapped lines joined, glyph variants folded, no spaces inside numbers or between Chinese characters.</param>
/// <param name="Raw">The glyphs as they come, lines separated by \n, not folded.</param>
/// <param name="Untrusted">Some glyph of the cell is <see cref="GlyphFlags.Untrusted"/> or has no place in the grid.</param>
/// <param name="Indent">How far the first line of upright text stands from the left edge of the cell, in ems of its type.</param>
/// <param name="Full">The last line leaves no room for one more character between the rulings, so that the text may have been broken there.</param>
public sealed record RawCell(
    int Row, int Column, int RowSpan, int ColumnSpan, PageBox Area, string Text, string Raw, bool Untrusted = false, float Indent = 0, bool Full = false);

/// <summary>A line of text outside any table, folded.</summary>
public readonly record struct TextLine(PageBox Area, string Text, float PointSize);

/// <summary>A table as geometry sees it; it knows no Chinese.</summary>
/// <param name="Ordinal">Counted from 1 in reading order over the document.</param>
/// <param name="Caption">The lines above the table that belong to it (title, unit line, form number), top to bottom.</param>
/// <param name="Notes">The lines below the table, and below its parts on the pages before, up to the next table or a wide gap.</param>
/// <param name="HeaderRows">Rows at the top that are header, column-number rows (栏次) included; 0 if none is recognised.</param>
/// <param name="Cells">Every cell of the grid, blank ones too, ordered by row, then column.</param>
/// <param name="Pages">The pages it stands on, ascending.</param>
public sealed record RawTable(
    int Ordinal,
    ImmutableArray<TextLine> Caption,
    ImmutableArray<TextLine> Notes,
    int Rows,
    int Columns,
    int HeaderRows,
    ImmutableArray<RawCell> Cells,
    ImmutableArray<int> Pages,
    bool Ruled = true)
{
    /// <summary>Other readings of its rulings and text that give other cells; none where it is sure.</summary>
    public ImmutableArray<RivalGrid> Rivals { get; init; } = [];
}

/// <summary>Row and column of a cell.</summary>
public readonly record struct CellPlace(int Row, int Column);

/// <summary>Another reading of a part of a table.</summary>
/// <param name="Otherwise">The decision that was made otherwise.</param>
/// <param name="Cells">Its cells on the page, in points.</param>
/// <param name="Differing">The cells of the table whose texts have another place in it.</param>
public sealed record RivalGrid(int Page, string Otherwise, ImmutableArray<Box> Cells, ImmutableArray<CellPlace> Differing);

/// <summary>What the finder makes of a document: its tables and, in reading order, the lines outside of them.</summary>
public sealed record FoundTables(ImmutableArray<RawTable> Tables, ImmutableArray<TextLine> Lines)
{
    /// <summary>The same where it stands on pages that were turned or scaled before they were searched.</summary>
    /// <param name="place">Where a place of a searched page is on the page as displayed.</param>
    /// <param name="size">By page: how much larger type is displayed than it was searched.</param>
    public FoundTables Moved(Func<PageBox, PageBox> place, Func<int, double> size)
    {
        return new FoundTables(
            [.. Tables.Select(t => t with { Caption = Move(t.Caption), Notes = Move(t.Notes), Cells = [.. t.Cells.Select(c => c with { Area = place(c.Area) })], Rivals = [.. t.Rivals.Select(r => r with { Cells = [.. r.Cells.Select(b => place(new PageBox(r.Page, b)).Box)] })] })],
            Move(Lines));

        ImmutableArray<TextLine> Move(ImmutableArray<TextLine> lines) => [.. lines.Select(l => l with { Area = place(l.Area), PointSize = (float)(l.PointSize * size(l.Area.Page)) })];
    }
}
