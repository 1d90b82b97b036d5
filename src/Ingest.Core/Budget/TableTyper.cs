using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget;

/// <summary>
/// Gives each table its meaning: kind, unit, columns with keys, rows with names and codes. Vocabulary only; where things
/// stand on the page is settled before. A table whose kind stays unknown is kept without columns and rows.
/// </summary>
public static class TableTyper
{
    public static Parsed<ImmutableArray<BudgetTable>> Type(FoundTables found, DocumentIdentity identity)
    {
        var anomalies = ImmutableArray.CreateBuilder<Anomaly>();
        var tables = new List<BudgetTable>(found.Tables.Length);
        BudgetTable? before = null;
        foreach (var raw in found.Tables)
        {
            var table = One(raw, identity, before);
            if (table.Kind is null && HoldsAmounts(raw))
                anomalies.Add(Untyped(raw, table.Title));
            tables.Add(table);
            before = table;
        }
        UnitResolver.Resolve(tables, found.Lines, anomalies);
        return new([.. tables], anomalies.ToImmutable());
    }

    private static BudgetTable One(RawTable raw, DocumentIdentity identity, BudgetTable? before)
    {
        var grid = new GridView(raw);
        if (raw.Rows == 0 || raw.Columns == 0)
            return Unknown(raw, null, 0);
        var zone = HeaderZone.Find(grid);
        var titles = Titles(grid, zone);
        var columns = ColumnReader.Read(grid, zone);
        var traits = TraitReader.Read(grid, zone, columns);
        var match = KindMatcher.Match(titles, traits, identity.Phase);
        if (match.Kind is not { } kind)
            return Unknown(raw, titles.Count > 0 ? titles[0].Shown : null, zone.End);
        var title = match.Title?.Shown;
        var unit = OwnUnit(grid, zone);
        if (kind.Layout == TableLayout.Form)
        {
            var money = FormReader.Read(grid);
            unit = money.Unit ?? unit;
            return new BudgetTable(raw, kind.Id, title, match.Score, match.Reasons, unit, unit is null ? UnitSource.Unknown : money.Unit is null ? UnitSource.Own : UnitSource.Header,
                0, money.Columns, money.Rows, money.Rows.IsEmpty);
        }
        var blocks = Blocks.Assign(columns, kind.Layout);
        var rows = RowReader.Read(grid, zone, columns, blocks);
        var (keyed, headerUnit) = Columns(columns, blocks, kind, rows, identity.FiscalYear ?? 0, unit);
        var source = unit is not null ? UnitSource.Own : headerUnit is not null ? UnitSource.Header : UnitSource.Unknown;
        return new BudgetTable(raw, kind.Id, title, match.Score, match.Reasons, unit ?? headerUnit, source, zone.End, keyed, rows, IsEmpty(grid, keyed, rows));
    }

    private static BudgetTable Unknown(RawTable raw, string? title, int headerRows) =>
        new(raw, null, title, 0, [], null, UnitSource.Unknown, headerRows, [], [], false);

    /// <summary>The lines that may name the table, the nearest first: rows inside the grid above the header, then the lines above the table.</summary>
    private static List<TitleText> Titles(GridView grid, HeaderZone zone)
    {
        var lines = new List<string>();
        foreach (var line in grid.Table.Caption)
            lines.Add(Folding.Label(line.Text));
        for (var r = 0; r < zone.First; r++)
        {
            foreach (var (_, text, _) in grid.Filled(r))
                lines.Add(text);
        }
        var titles = new List<TitleText>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            // a title that runs over two lines is tried first
            if (i > 0 && !lines[i - 1].Contains('表', StringComparison.Ordinal) && !lines[i - 1].Contains(':', StringComparison.Ordinal)
                && TitleText.Read(lines[i - 1] + lines[i]) is { } joined && KindMatcher.ByTitle(joined) is not null)
                titles.Add(joined);
            if (TitleText.Read(lines[i]) is { } title)
                titles.Add(title);
        }
        return titles;
    }

    /// <summary>The unit of a line above the table, of a row above the header, or of a header cell that says 单位:.</summary>
    private static Unit? OwnUnit(GridView grid, HeaderZone zone)
    {
        Unit? unit = null;
        foreach (var line in grid.Table.Caption)
            unit = Units.InCaption(Folding.Label(line.Text)) ?? unit;
        for (var r = 0; r < Math.Max(zone.First, zone.End); r++)
        {
            foreach (var (_, text, _) in grid.Filled(r))
            {
                if (r < zone.First || text.Contains("单位:", StringComparison.Ordinal))
                    unit = Units.InCaption(text) ?? unit;
            }
        }
        return unit;
    }

    /// <summary>Keys and units of the columns; the unit of the table if all value columns that name one name the same.</summary>
    private static (ImmutableArray<BudgetColumn> Columns, Unit? Unit) Columns(
        TableColumn[] columns, int[] blocks, TableKind kind, ImmutableArray<BudgetRow> rows, int year, Unit? own)
    {
        var units = new Unit?[columns.Length];
        Unit? common = null;
        var alike = true;
        foreach (var column in columns)
        {
            if (column.Role != ColumnRole.Money)
                continue;
            for (var p = column.Parts.Length - 1; p >= 0 && units[column.Index] is null; p--)
                units[column.Index] = Units.InHeader(column.Parts[p]);
            if (units[column.Index] is not { } unit)
                continue;
            alike &= common is null || common == unit;
            common ??= unit;
        }
        var headerUnit = own is null && alike ? common : null;
        var tableUnit = own ?? headerUnit;
        var keys = BlockKeys.Of(columns, blocks, kind, rows, year);
        var result = ImmutableArray.CreateBuilder<BudgetColumn>(columns.Length);
        foreach (var column in columns)
        {
            var unit = units[column.Index] == tableUnit ? null : units[column.Index];
            result.Add(new BudgetColumn(column.Index, blocks[column.Index], column.Path, keys[column.Index], column.Role, unit));
        }
        return (result.MoveToImmutable(), headerUnit);
    }

    private static bool IsEmpty(GridView grid, ImmutableArray<BudgetColumn> columns, ImmutableArray<BudgetRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                if (column.Role is ColumnRole.Money or ColumnRole.Quantity && grid.Begins(row.Row, column.Index)
                    && grid.Shape(row.Row, column.Index) is CellShape.Number or CellShape.Garbled && grid.Text(row.Row, column.Index).AsSpan().ContainsAnyInRange('1', '9'))
                    return false;
            }
        }
        return true;
    }

    private static bool HoldsAmounts(RawTable raw)
    {
        var figures = 0;
        foreach (var cell in raw.Cells)
        {
            if (cell.Text.Length is > 2 and < 30 && Shapes.IsFigure(cell.Text, Shapes.Of(cell.Text)))
                figures++;
        }
        return figures >= 2;
    }

    private static Anomaly Untyped(RawTable raw, string? title) =>
        new(AnomalyCodes.UntypedTable, new CellRef(raw.Cells[0].Area, raw.Ordinal), "", "", "", title ?? "", "",
            $"The kind of this table of {raw.Rows} rows and {raw.Columns} columns is not known; it gives no facts.");
}
