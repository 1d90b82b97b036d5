using Ingest.Core.Amounts;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Facts;

/// <summary>
/// The figures of a table by the names of what they are of: 公务接待费 is a row of one table and a column of another. Two
/// tables that print the same digits for one name print them in the same unit, however small they are.
/// </summary>
internal static class NamedFigures
{
    private const int ShortestName = 4;

    /// <summary>Names of rows and of the leaves of columns, without ordinals and totals; figures that are not zero.</summary>
    public static HashSet<(string Name, Figure Figure)> Of(BudgetTable table)
    {
        var named = new HashSet<(string, Figure)>();
        var cells = new Dictionary<(int Row, int Column), RawCell>();
        foreach (var cell in table.Source.Cells)
            cells[(cell.Row, cell.Column)] = cell;
        foreach (var row in table.Rows)
        {
            foreach (var column in table.Columns)
            {
                if (column.Block != row.Block || column.Role != ColumnRole.Money || column.Unit is not null || !cells.TryGetValue((row.Row, column.Index), out var cell) || cell.Untrusted)
                    continue;
                if (AmountReader.ReadFolded(cell.Text) is not { Shape: NumberShape.Plain, Number: { } number } || number.Units == 0)
                    continue;
                var leaf = column.Path[(column.Path.LastIndexOf('/') + 1)..];
                foreach (var name in (string[])[row.Label, leaf])
                {
                    if (Concept(name) is { Length: >= ShortestName } concept)
                        named.Add((concept, Figures.Of(number)));
                }
            }
        }
        return named;
    }

    /// <summary>(三)公务接待费支出 and 公务接待费 are one.</summary>
    private static string Concept(string name)
    {
        var bare = RowLabels.WithoutOrdinal(name).ToString();
        return RowLabels.IsTotal(bare) || !bare.Contains('费', StringComparison.Ordinal) ? "" : bare.EndsWith("支出", StringComparison.Ordinal) ? bare[..^2] : bare;
    }
}
