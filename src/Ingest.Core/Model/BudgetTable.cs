using System.Collections.Immutable;

namespace Ingest.Core.Model;

/// <summary>What the cells of a column are.</summary>
public enum ColumnRole : byte
{
    /// <summary>Name of the row (科目名称, 项目, 单位名称).</summary>
    Label,
    /// <summary>A code, or one part of a code split over 类 款 项.</summary>
    Code,
    Money,
    Quantity,
    Percent,
    /// <summary>行次, 序号: numbers that are no values.</summary>
    Ordinal,
    /// <summary>Anything else: remarks, goals, names of goods.</summary>
    Text,
}

/// <summary>What roles have in common.</summary>
public static class ColumnRoles
{
    /// <summary>Whether the cells of the column are values, each of which makes a fact.</summary>
    public static bool IsValue(this ColumnRole role) => role is ColumnRole.Money or ColumnRole.Quantity or ColumnRole.Percent;
}

/// <summary>A column of a typed table.</summary>
/// <param name="Index">Column of the grid.</param>
/// <param name="Block">0 for the only or left half, 1… for further halves of a table that has several side by side.</param>
/// <param name="Path">The header chain as shown, folded, without white space, joined by /; no 栏次 rows.</param>
/// <param name="Key">See <see cref="ColumnKeys"/>; null where the meaning is not known.</param>
/// <param name="Unit">Only where the header itself names a unit that differs from the table's.</param>
public sealed record BudgetColumn(int Index, int Block, string Path, string? Key, ColumnRole Role, Unit? Unit = null);

/// <summary>One row of one block: the name and code that its figures belong to.</summary>
/// <param name="Row">Row of the grid.</param>
/// <param name="CodeScheme">functional, department_economic, government_economic, unit, project, procurement or "".</param>
/// <param name="Code">Digits joined when split over columns; "" when the row has none.</param>
/// <param name="Label">As shown, folded, without white space, ordinal kept.</param>
/// <param name="Depth">Depth in the tree of the block: 0 for the total, then 1…; -1 where there is no tree.</param>
/// <param name="IsTotal">It closes the list, or a side of it.</param>
/// <param name="IsLeaf">The leaves of a list add up to its total.</param>
public sealed record BudgetRow(int Row, int Block, string CodeScheme, string Code, string Label, int Depth, bool IsTotal, bool IsLeaf)
{
    /// <summary>Position, among the rows of the table, of the row that this one is part of; -1 for none.</summary>
    public int Parent { get; init; } = -1;

    public RowShare Share { get; init; }

    /// <summary>Level of the name's indent, from 1; 0 where indents say nothing, and once the hierarchy is known.</summary>
    public int Indent { get; init; }
}

/// <summary>What a row is to its parent.</summary>
public enum RowShare : byte
{
    /// <summary>It has none.</summary>
    None,
    /// <summary>With its siblings it makes the parent.</summary>
    Addend,
    /// <summary>It belongs to the parent, but whether the list is complete is not known.</summary>
    Open,
    /// <summary>其中: it is contained in the parent, which counts as a whole.</summary>
    Part,
}

/// <summary>A table whose meaning is known as far as it could be decided.</summary>
/// <param name="Kind">Id of domain kind, e.g. <c>expenditure_summary</c>; null when untyped.</param>
/// <param name="Title">The line that names it, folded.</param>
/// <param name="Score">0…1, how sure the kind is.</param>
/// <param name="Reasons">Why that kind, for the store and for <c>explain</c>.</param>
/// <param name="DeclaredEmpty">The document says that there is nothing to report, or the table holds no figure.</param>
/// <param name="UnitDoubtful">The printed unit contradicts the other tables: amounts follow it, but are doubtful.</param>
public sealed record BudgetTable(
    RawTable Source,
    string? Kind,
    string? Title,
    double Score,
    ImmutableArray<string> Reasons,
    Unit? Unit,
    UnitSource UnitSource,
    int HeaderRows,
    ImmutableArray<BudgetColumn> Columns,
    ImmutableArray<BudgetRow> Rows,
    bool DeclaredEmpty,
    bool UnitDoubtful = false)
{
    public int Ordinal => Source.Ordinal;
}
