using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Budget;

/// <summary>
/// Makes one fact of each value cell of a typed table, blank ones too. A text that is no number becomes an anomaly with
/// the text kept, never an amount; so does a cell whose glyphs are not trusted.
/// </summary>
public static class FactMaker
{
    public static Parsed<ImmutableArray<Fact>> Make(ImmutableArray<BudgetTable> tables)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var anomalies = ImmutableArray.CreateBuilder<Anomaly>();
        foreach (var table in tables)
        {
            if (table.Kind is not null && table.Rows.Length > 0)
                OfTable(table, table.Kind, facts, anomalies);
        }
        return new(facts.ToImmutable(), anomalies.ToImmutable());
    }

    private static void OfTable(BudgetTable table, string kind, ImmutableArray<Fact>.Builder facts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var source = table.Source;
        var begins = new RawCell?[source.Rows * source.Columns];
        foreach (var cell in source.Cells)
        {
            if (cell.Row < source.Rows && cell.Column < source.Columns)
                begins[(cell.Row * source.Columns) + cell.Column] = cell;
        }
        var decimals = new Lazy<int>(() => WrappedNumber.CommonDecimals(table, begins));
        ReportTwins(table, kind, anomalies);
        ReportUnplaced(table, kind, anomalies);
        ReportBroken(table, kind, anomalies);
        var asRead = new FactStatus[table.Columns.Length];
        for (var c = 0; c < asRead.Length; c++)
            asRead[c] = StatusOfColumn(table, table.Columns[c]);
        foreach (var row in table.Rows)
        {
            var broken = BrokenNames.IsBroken(table, row);
            for (var c = 0; c < asRead.Length; c++)
            {
                var column = table.Columns[c];
                if (column.Block == row.Block && IsValue(column.Role) && begins[(row.Row * source.Columns) + column.Index] is { } cell)
                    facts.Add(OfCell(table, kind, row, column, cell, broken ? FactStatus.Doubtful : asRead[c], decimals, anomalies));
            }
        }
    }

    /// <summary>The status of a fact before any identity is tried.</summary>
    public static FactStatus StatusAsRead(BudgetTable table, BudgetColumn column, BudgetRow row, ValueState state) =>
        state == ValueState.Unreadable || BrokenNames.IsBroken(table, row) ? FactStatus.Doubtful : StatusOfColumn(table, column);

    /// <summary>Whether it is not certain what row or column a figure belongs to.</summary>
    public static bool IsUncertain(BudgetTable table, BudgetColumn column) => Twin(table, column) is not null || MixedHeaders.IsMixed(column);

    private static FactStatus StatusOfColumn(BudgetTable table, BudgetColumn column) =>
        (table.UnitDoubtful && column.Unit is null) || IsUncertain(table, column) ? FactStatus.Doubtful : FactStatus.Unverified;

    /// <summary>A changed byte may have hit any font or page: an identity that holds proves nothing for a cell that none covers.</summary>
    public static ImmutableArray<Fact> DoubtIfChanged(ImmutableArray<Fact> facts, ImmutableArray<Anomaly> ofDocument) =>
        ofDocument.Any(a => a.Code == AnomalyCodes.ChecksumMismatch) ? [.. facts.Select(f => f with { Status = FactStatus.Doubtful })] : facts;

    /// <summary>Another column of figures of the same half under the very same header, so that nobody can tell the two apart.</summary>
    private static BudgetColumn? Twin(BudgetTable table, BudgetColumn column)
    {
        foreach (var other in table.Columns)
        {
            if (other.Index != column.Index && other.Block == column.Block && IsValue(other.Role) && other.Path == column.Path)
                return other;
        }
        return null;
    }

    private static void ReportTwins(BudgetTable table, string kind, ImmutableArray<Anomaly>.Builder anomalies)
    {
        foreach (var column in table.Columns)
        {
            if (!IsValue(column.Role) || !IsUncertain(table, column))
                continue;
            anomalies.Add(new Anomaly(AnomalyCodes.AmbiguousColumns, new CellRef(table.Source.Cells[0].Area, table.Ordinal, 0, column.Index), kind, "", column.Path, column.Path, "",
                Twin(table, column) is null ? "The headers of two columns are mixed." : "Several columns of figures stand under the same header.")
            {
                Chinese = Twin(table, column) is null ? "两列的表头混在一起。" : "多列数字的表头相同。",
            });
            return;
        }
    }

    /// <summary>One anomaly a table: its cells were not told apart.</summary>
    private static void ReportBroken(BudgetTable table, string kind, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var filled = table.Source.Cells.Where(c => c.Text.Length > 0).Select(c => (c.Row, c.Column)).ToHashSet();
        var broken = table.Rows.Where(r => table.Columns.Any(c => c.Block == r.Block && IsValue(c.Role) && filled.Contains((r.Row, c.Index))) && BrokenNames.IsBroken(table, r)).ToList();
        if (broken.Count == 0)
            return;
        var cell = table.Source.Cells.First(c => c.Row == broken[0].Row);
        anomalies.Add(new Anomaly(AnomalyCodes.BrokenName, new CellRef(cell.Area, table.Ordinal, cell.Row, cell.Column), kind, broken[0].Label, "", broken[0].Label, "",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"“{broken[0].Label}” is a piece of a name; {broken.Count} rows of the table are named so, and their figures are doubtful."), Origin.Extraction)
        {
            Chinese = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"“{broken[0].Label}”只是名称的一部分；表中有 {broken.Count} 行如此，其数字存疑。"),
        });
    }

    /// <summary>One anomaly a table: where figures have no place, its columns were not understood.</summary>
    private static void ReportUnplaced(BudgetTable table, string kind, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var uses = CellLedger.Of(table);
        var count = 0;
        RawCell? first = null;
        for (var i = 0; i < uses.Length; i++)
        {
            if (uses[i] != CellUse.Unplaced)
                continue;
            first ??= table.Source.Cells[i];
            count++;
        }
        if (first is null)
            return;
        anomalies.Add(new Anomaly(AnomalyCodes.UnplacedFigures, new CellRef(first.Area, table.Ordinal, first.Row, first.Column), kind, "", "", first.Text, "",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} figures of this table are no facts: they stand among names or in rows that were not understood."), Origin.Extraction)
        {
            Chinese = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"表中有 {count} 个数字未成为数据项：位于名称之间或未能理解的行中。"),
        });
    }

    private static bool IsValue(ColumnRole role) => role is ColumnRole.Money or ColumnRole.Quantity or ColumnRole.Percent;

    private static Fact OfCell(BudgetTable table, string kind, BudgetRow row, BudgetColumn column, RawCell cell, FactStatus asRead, Lazy<int> decimals, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var where = new CellRef(cell.Area, table.Ordinal, cell.Row, cell.Column);
        var reading = AmountReader.ReadFolded(cell.Text);
        if (reading.State == ValueState.Unreadable && WrappedNumber.MayBe(cell))
            reading = WrappedNumber.Read(cell, decimals.Value) ?? reading;
        var unit = column.Role == ColumnRole.Money ? reading.Unit ?? column.Unit ?? table.Unit : null;

        Anomaly About(AnomalyCode code, string message, string chinese, Origin origin = Origin.Unknown) =>
            new(code, where, kind, Name(row), column.Path, cell.Text, "", message, origin) { Chinese = chinese };

        if (cell.Untrusted && reading.State != ValueState.Blank)
        {
            anomalies.Add(About(AnomalyCodes.UntrustedText, "The characters of this cell are not certain.", "此单元格的字符无法确定。", Origin.Extraction));
            return new Fact(where, kind, column, row, cell.Text, cell.Raw, unit, null, null, ValueState.Unreadable, "", FactStatus.Doubtful);
        }
        if (reading.State == ValueState.Unreadable || !Fits(reading.Shape, column.Role))
        {
            anomalies.Add(About(AnomalyCodes.UnreadableNumber, $"“{cell.Text}” is no number: {reading.Refusal ?? reading.Shape.ToString()}.", $"“{cell.Text}”不是数字：{Refusals.InChinese(reading.Refusal ?? "")}。"));
            return new Fact(where, kind, column, row, cell.Text, cell.Raw, unit, null, null, ValueState.Unreadable, "", FactStatus.Doubtful);
        }
        Amount? amount = null;
        if (reading.Number is { } number && unit is not null && column.Role == ColumnRole.Money && reading.Shape is NumberShape.Plain or NumberShape.Money)
        {
            amount = Units.ToAmount(number, unit, out var fit);
            if (fit != AmountFit.Exact)
                anomalies.Add(About(fit == AmountFit.SubFen ? AnomalyCodes.SubFenDigits : AnomalyCodes.UnreadableNumber, $"“{cell.Text}” in {unit.Label} is no exact amount of 0.01 元.", $"“{cell.Text}”（{unit.Label}）不能精确到 0.01 元。"));
        }
        return new Fact(where, kind, column, row, cell.Text, cell.Raw, unit, amount, reading.Number, reading.State, reading.Rule, asRead);
    }

    /// <summary>An amount is a bare number or brings its unit; a range or a goal (≥240次) is none.</summary>
    private static bool Fits(NumberShape shape, ColumnRole role) => shape switch
    {
        NumberShape.None or NumberShape.Plain => true,
        NumberShape.Money => role == ColumnRole.Money,
        NumberShape.Percent or NumberShape.Permille => role is ColumnRole.Percent or ColumnRole.Money,
        NumberShape.Measured => role == ColumnRole.Quantity,
        _ => false,
    };

    private static string Name(BudgetRow row) => row.Code.Length > 0 ? row.Code : row.Label;
}
