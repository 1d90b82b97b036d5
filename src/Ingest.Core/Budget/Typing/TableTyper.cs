using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Typing;

/// <summary>
/// Gives each table its meaning: kind, unit, columns with keys, rows with names and codes. Vocabulary only; where things
/// stand on the page is settled before. A table whose kind stays unknown is kept without columns and rows.
/// </summary>
public static class TableTyper
{
    /// <summary>The score of a title with one thing in the table that bears it out.</summary>
    private const double SureWithoutWord = 0.7;

    /// <summary>The score of a title with nothing in the table against it.</summary>
    private const double SureOfGovernment = 0.5;

    /// <summary>Type whose sizes differ by less is of one size, in points.</summary>
    private const double SameSize = 1;

    /// <summary>So many lines of a title may stand above its last one.</summary>
    private const int MostBroken = 2;

    public static Parsed<ImmutableArray<BudgetTable>> Type(FoundTables found, DocumentIdentity identity)
    {
        var anomalies = ImmutableArray.CreateBuilder<Anomaly>();
        var tables = new List<BudgetTable>(found.Tables.Length);
        var feet = new PageFeet(found);
        BudgetTable? before = null;
        foreach (var drawn in found.Tables)
        {
            var raw = RunOnNames.Mend(Overflows.Mend(CutRows.Mend(HeaderFigures.Mend(SpreadHeaders.Mend(drawn)))));
            var table = One(raw, feet, identity, before, anomalies);
            tables.Add(table);
            before = table;
        }
        UnitResolver.Resolve(tables, found.Lines, anomalies);
        LossGuards.Check(tables, found.Lines, anomalies);
        Announcements.Check(found.Lines, tables, identity.Phase, anomalies);
        Placeholders.Check(found.Lines, tables, anomalies);
        return new([.. tables], anomalies.ToImmutable());
    }

    private static BudgetTable One(RawTable raw, PageFeet feet, DocumentIdentity identity, BudgetTable? before, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var grid = new GridView(raw);
        if (raw.Rows == 0 || raw.Columns == 0)
            return Unknown(raw, null, 0);
        var zone = HeaderZone.Find(grid);
        var titles = Titles(grid, zone);
        var isFar = titles.Count == 0;
        if (isFar)
            titles = feet.TitlesFor(raw);
        var columns = ColumnReader.Read(grid, zone);
        var traits = TraitReader.Read(grid, zone, columns);
        var match = KindMatcher.Match(titles, traits, identity.Phase, identity.Scope, zone.End > zone.First);
        var whole = identity.Scope == "government";
        // governments name most of their tables so: there the line above says more than what the table shows; and everywhere more than the page before does
        if ((match.Kind is null || (match.Title is null ? whole : isFar)) && zone.End > zone.First
            && KindMatcher.Match(BareTitles(grid, whole), traits, identity.Phase, identity.Scope, true) is { Title: { } said } bare && bare.Score >= (whole || said.IsOfGovernment ? SureOfGovernment : SureWithoutWord))
        {
            match = bare;
        }
        if (zone.End == 0 && before is not null && (match.Kind is null ? titles.Count == 0 : Continuations.IsTitledAgain(match, before)) && Continuations.Adopt(raw, grid, before, match.Kind is not null) is { } adopted
            && Continued(grid, zone, before, adopted.Columns, adopted.Blocks, [.. adopted.Meaning]) is var part && !Continuations.AreOfOtherList(part.Rows, before.Rows))
        {
            return part;
        }
        if (match.Kind is null && titles.Count == 0 && before is not null && FormContinuations.GoesOn(raw, grid, before))
        {
            return FormContinuations.Adopt(raw, grid, before) is { } list
                ? Continued(grid, new HeaderZone(0, 0, new bool[raw.Rows]), before, list.Columns, list.Blocks, [.. list.Meaning])
                : FormContinuations.Rest(raw, before);
        }
        if (match.Kind is not { } kind)
            return Unknown(raw, titles.Count > 0 ? titles[0].Shown : null, zone.End);
        var title = match.Title?.Shown;
        var (unit, isBroken) = OwnUnit(grid, zone);
        if (kind.Layout == TableLayout.Form && (FormReader.Read(grid) is { Rows.IsEmpty: false } money ? money : FormLists.IsList(columns) ? null : FormMoney.None) is { } form)
        {
            var source0 = form.Unit is not null ? UnitSource.Header : unit is not null ? UnitSource.Own : UnitSource.Unknown;
            return new BudgetTable(raw, kind.Id, title, match.Score, match.Reasons, form.Unit ?? unit, source0, 0, form.Columns, form.Rows, form.Rows.IsEmpty);
        }
        if (kind.Layout == TableLayout.Form)
        {
            FormLists.KeepMoney(columns);
            FormLists.NameByProject(columns);
        }
        RowNames.Settle(columns, kind);
        var blocks = Blocks.Assign(columns, kind.Layout);
        var end = RowReader.EndOfTable(grid, zone, columns);
        if (end < grid.Rows)
            anomalies.AddRange(TableInTable(raw, kind, end));
        var rows = RowReader.Read(grid, zone, columns, blocks, end);
        var (keyed, headerUnit) = Columns(columns, blocks, kind, rows, identity.FiscalYear ?? 0, unit, isBroken);
        var source = unit is not null ? UnitSource.Own : headerUnit is not null ? UnitSource.Header : UnitSource.Unknown;
        return new BudgetTable(raw, kind.Id, title, match.Score, match.Reasons, unit ?? headerUnit, source, zone.End, keyed, rows, IsEmpty(grid, keyed, rows));
    }

    private static BudgetTable Continued(GridView grid, HeaderZone zone, BudgetTable before, TableColumn[] columns, int[] blocks, ImmutableArray<BudgetColumn> meaning)
    {
        var rows = RowReader.Read(grid, zone, columns, blocks, grid.Rows);
        return new BudgetTable(grid.Table, before.Kind, before.Title, before.Score, ["goes on with the table before"], before.Unit,
            before.Unit is null ? UnitSource.Unknown : UnitSource.Siblings, 0, meaning, rows, IsEmpty(grid, meaning, rows));
    }

    private static BudgetTable Unknown(RawTable raw, string? title, int headerRows) =>
        new(raw, null, title, 0, [], null, UnitSource.Unknown, headerRows, [], [], false);

    /// <summary>The lines that may name the table, the nearest first: rows inside the grid above the header, then the lines above the table.</summary>
    private static List<TitleText> Titles(GridView grid, HeaderZone zone)
    {
        var sized = SizedLines(grid.Table);
        for (var r = 0; r < zone.First; r++)
        {
            foreach (var (_, text, _) in grid.Filled(r))
                sized.Add((text, 0));
        }
        var lines = sized.ConvertAll(static l => l.Text);
        var titles = new List<TitleText>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            // a title that runs over two or three lines is tried first
            var from = i;
            while (i - from < MostBroken && GoesOn(from))
                from--;
            for (; from < i; from++)
            {
                if (TitleText.Read(string.Concat(lines[from..(i + 1)])) is { } joined && KindMatcher.ByTitle(joined) is not null)
                    titles.Add(joined);
            }
            if ((TitleText.Read(lines[i]) ?? TitleText.BeforeEntity(lines[i])) is { } title)
                titles.Add(title);
        }
        return titles;

        // its lines are in type of one size, and what has an ordinal begins there
        bool GoesOn(int i) => i > 0 && !RowLabels.HasOrdinal(lines[i]) && !TitleText.IsFormNumber(lines[i]) && (sized[i].Size == 0 || sized[i - 1].Size == 0 || Math.Abs(sized[i].Size - sized[i - 1].Size) < SameSize)
            && !lines[i - 1].EndsWith('表') && (!lines[i - 1].EndsWith(')') || IsBare(lines[i])) && TitleText.EntityLine(lines[i - 1]) is null && !TitleText.IsFormNumber(lines[i - 1]) && !UnitText.IsUnitLine(lines[i - 1]);
    }

    /// <summary>Short lines like 一般公共预算支出情况, which lack the word 表 at their end; they count where the table bears them out.</summary>
    private static List<TitleText> BareTitles(GridView grid, bool whole)
    {
        var titles = new List<TitleText>();
        var lines = CaptionLines(grid.Table);
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (TitleText.ReadBare(lines[i], whole) is { } title)
                titles.Add(title);
            // 全市一般公共预算收入2025年预算执行情况 / 和2026年预算(草案)
            if (i > 0 && !UnitText.IsUnitLine(lines[i - 1]) && !TitleText.IsFormNumber(lines[i - 1]) && TitleText.ReadBare(lines[i - 1] + lines[i], whole) is { } joined && (whole || joined.IsOfGovernment))
                titles.Add(joined);
        }
        return titles;
    }

    /// <summary>预算表(不含上年结转): the end of a title that began in the line above.</summary>
    private static bool IsBare(string line) => TitleText.Read(line) is { Core: "预算表" or "支出表" or "明细表" or "情况表" or "支出预算表" or "预算明细表" };

    /// <summary>The lines above a table; a line whose bracket closes only in the next one goes on there.</summary>
    private static List<string> CaptionLines(RawTable raw) => SizedLines(raw).ConvertAll(static l => l.Text);

    /// <returns>Each with the size of its type in points, 0 where it is not known.</returns>
    private static List<(string Text, double Size)> SizedLines(RawTable raw)
    {
        var lines = new List<(string Text, double Size)>(raw.Caption.Length);
        foreach (var line in raw.Caption)
        {
            var text = Folding.Label(line.Text);
            if (lines is [.., var open] && open.Text.LastIndexOf('(') > open.Text.LastIndexOf(')'))
            {
                lines[^1] = (open.Text + text, line.PointSize);
            }
            else if (lines is [.., var above] && above.Text.EndsWith("单位:", StringComparison.Ordinal) && line.Text.LastIndexOf(' ') is var gap and > 0 && UnitText.IsUnit(line.Text[(gap + 1)..]))
            {
                // the unit ran over into the line of the title
                lines[^1] = (above.Text + line.Text[(gap + 1)..], above.Size);
                lines.Add((Folding.Label(line.Text[..gap]), line.PointSize));
            }
            else
            {
                lines.Add((text, line.PointSize));
            }
        }
        return lines;
    }

    /// <summary>The unit of a line above the table, of a row above the header, or of a header cell that says 单位:.</summary>
    private static (Unit? Unit, bool IsBroken) OwnUnit(GridView grid, HeaderZone zone)
    {
        Unit? unit = null;
        var isBroken = false;
        foreach (var line in CaptionLines(grid.Table))
        {
            var broken = UnitText.Broken(line);
            unit = Units.Named(line) ?? broken ?? unit;
            isBroken |= broken is not null;
        }
        for (var r = 0; r < Math.Max(zone.First, zone.End); r++)
        {
            foreach (var (_, text, _) in grid.Filled(r))
            {
                if (r < zone.First || text.Contains("单位:", StringComparison.Ordinal))
                    unit = Units.Named(text) ?? unit;
            }
        }
        return (unit, isBroken);
    }

    /// <summary>Keys and units of the columns; the unit of the table if all value columns that name one name the same.</summary>
    private static (ImmutableArray<BudgetColumn> Columns, Unit? Unit) Columns(
        TableColumn[] columns, int[] blocks, TableKind kind, ImmutableArray<BudgetRow> rows, int year, Unit? own, bool isBroken)
    {
        var units = new Unit?[columns.Length];
        Unit? common = null;
        var alike = true;
        foreach (var column in columns)
        {
            if (column.Role != ColumnRole.Money)
                continue;
            // 元 below 单位:万 is the rest of that
            for (var p = column.Parts.Length - 1; p >= 0 && units[column.Index] is null; p--)
                units[column.Index] = isBroken && column.Parts[p] == "元" ? null : Units.Named(column.Parts[p]);
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
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>One for each page on which rows of the second table stand.</summary>
    private static IEnumerable<Anomaly> TableInTable(RawTable raw, TableKind kind, int row) =>
        raw.Cells.Where(c => c.Row >= row && c.Text.Length > 0).DistinctBy(static c => c.Area.Page).Select(cell =>
            new Anomaly(AnomalyCodes.TableInTable, new CellRef(cell.Area, raw.Ordinal, cell.Row, cell.Column), kind.Id, cell.Text, "", cell.Text, "",
                "Another table begins inside the grid of this one; its rows give no facts.", Origin.Extraction) { Chinese = "此表的网格内另有一张表；其行未成为数据项。" });
}
