using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables;

/// <summary>One cell of a table on one page, read.</summary>
/// <param name="Full">See <see cref="RawCell.Full"/>.</param>
/// <param name="OnePiece">Its text has no gap as wide as those between columns.</param>
internal sealed record PageCell(GridCell Place, Box Box, string Text, string Raw, bool Untrusted, float Indent = 0, bool Full = false, bool OnePiece = false);

/// <summary>A table as far as one page shows it.</summary>
internal sealed record PageTable(int Page, Grid Grid, List<PageCell> Cells, bool Ruled)
{
    /// <summary>Lines above that may belong to it, from top to bottom; filled by <see cref="Sheets.Captions"/>, as <see cref="Notes"/> are.</summary>
    public List<TextLine> Caption { get; } = [];

    /// <summary>By column: the last cell goes on below the page; see <see cref="OpenSides"/>. Empty where that is not known.</summary>
    public bool[] OpenBelow { get; init; } = [];

    /// <summary>The table of the page before whose rows it goes on with in further columns; see <see cref="FacingPages"/>.</summary>
    public PageTable? Beside { get; init; }

    /// <summary>Lines right below it.</summary>
    public List<TextLine> Notes { get; } = [];

    public Box Box => Grid.Box;

    public int Rows => Grid.Rows;

    public int Columns => Grid.Columns;
}

/// <summary>What one page holds: its tables from top to bottom and the lines outside of them.</summary>
internal sealed record PageFinds(int Page, double Width, double Height, List<PageTable> Tables, List<TextLine> Lines);
