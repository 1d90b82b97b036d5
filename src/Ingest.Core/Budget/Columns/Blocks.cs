using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>Splits a table into halves (blocks) where a new column of names or codes begins that is followed by figures.</summary>
internal static class Blocks
{
    /// <returns>The block of each column; columns that turn out to be mere text get that role in <paramref name="columns"/>.</returns>
    public static int[] Assign(TableColumn[] columns, TableLayout layout)
    {
        var blocks = new int[columns.Length];
        var block = 0;
        bool named = false, valued = false;
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c].Role is ColumnRole.Label or ColumnRole.Code or ColumnRole.Ordinal && valued)
            {
                if (MayBegin(columns, c, layout))
                {
                    block++;
                    named = valued = false;
                }
                else if (columns[c].Role != ColumnRole.Ordinal)
                {
                    columns[c] = columns[c] with { Role = ColumnRole.Text };
                }
            }
            named |= columns[c].Role is ColumnRole.Label or ColumnRole.Code;
            valued |= columns[c].IsValue;
            blocks[c] = block;
        }
        for (var b = 0; b <= block; b++)
            KeepFirstCode(columns, blocks, b);
        return blocks;
    }

    private static bool MayBegin(TableColumn[] columns, int at, TableLayout layout)
    {
        if (layout is not (TableLayout.TwoSided or TableLayout.Folded))
            return false;
        var named = false;
        for (var c = at; c < columns.Length; c++)
        {
            if (columns[c].IsValue)
                return named && (layout == TableLayout.TwoSided || Repeats(columns, at));
            named |= columns[c].Role is ColumnRole.Label or ColumnRole.Code;
        }
        return false;
    }

    /// <summary>A folded table repeats the names of its columns.</summary>
    private static bool Repeats(TableColumn[] columns, int at)
    {
        for (var c = at; c < columns.Length && !columns[c].IsValue; c++)
        {
            for (var before = 0; before < at; before++)
            {
                if (columns[before].Leaf == columns[c].Leaf)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Of several codes in a row (department and government economic side by side) the first names it.</summary>
    private static void KeepFirstCode(TableColumn[] columns, int[] blocks, int block)
    {
        bool seen = false, ended = false;
        for (var c = 0; c < columns.Length; c++)
        {
            if (blocks[c] != block)
                continue;
            if (columns[c].Role != ColumnRole.Code)
                ended |= seen;
            else if (ended || (seen && !IsPart(columns[c].Leaf) && !IsUnderOne(columns[c - 1], columns[c]) && !TakeTurns(columns[c - 1].Body, columns[c].Body)))
                columns[c] = columns[c] with { Role = ColumnRole.Text };
            else
                seen = true;
        }
    }

    /// <summary>One header 科目编码 over the digits of 类, 款 and 项.</summary>
    private static bool IsUnderOne(TableColumn before, TableColumn column) =>
        before.Role == ColumnRole.Code && before.Path == column.Path && column.Body is { Codes: 0, Small: > 0 };

    /// <summary>Where one has a code the other has none: the codes of a unit above those of its rows, or one column that another page shows further right.</summary>
    private static bool TakeTurns(BodyCounts before, BodyCounts column) =>
        before.Codes > 0 && column.Codes > 0 && before.Filled + column.Filled <= Math.Max(before.Filled + before.Blanks, column.Filled + column.Blanks);

    private static bool IsPart(string leaf) => leaf is "类" or "款" or "项" or "" or "目";
}
