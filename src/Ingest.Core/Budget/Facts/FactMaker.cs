using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Facts;

/// <summary>
/// Makes one fact of each value cell of a typed table, blank ones too. A text that is no number becomes an anomaly with
/// the text kept, never an amount; so does a cell whose glyphs are not trusted.
/// </summary>
public static class FactMaker
{
    /// <summary>More cells of one column than this that are no numbers are one fault, not many.</summary>
    private const int ManyInColumn = 3;

    public static Parsed<ImmutableArray<Fact>> Make(ImmutableArray<BudgetTable> tables)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var anomalies = ImmutableArray.CreateBuilder<Anomaly>();
        var doubts = new PlaceDoubts();
        foreach (var table in tables)
        {
            if (table.Kind is null || table.Rows.IsEmpty)
                continue;
            PlaceGuards.Check(table, doubts, anomalies);
            OfTable(table, table.Kind, doubts, facts, anomalies);
        }
        return new(facts.ToImmutable(), anomalies.ToImmutable());
    }

    private static void OfTable(BudgetTable table, string kind, PlaceDoubts doubts, ImmutableArray<Fact>.Builder facts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var source = table.Source;
        var begins = new RawCell?[source.Rows * source.Columns];
        foreach (var cell in source.Cells)
        {
            if (cell.Row < source.Rows && cell.Column < source.Columns)
                begins[(cell.Row * source.Columns) + cell.Column] = cell;
        }
        var decimals = new Lazy<int>(() => WrappedNumber.CommonDecimals(table, begins));
        ReportUnplaced(table, kind, anomalies);
        var own = ImmutableArray.CreateBuilder<Anomaly>();
        foreach (var row in table.Rows)
        {
            var first = facts.Count;
            foreach (var column in table.Columns)
            {
                if (column.Block == row.Block && column.Role.IsValue() && begins[(row.Row * source.Columns) + column.Index] is { } cell)
                    facts.Add(OfCell(table, kind, row, column, cell, doubts.Of(table, row, column), decimals, own));
            }
            DoubtBesideUnreadable(facts, first);
        }
        anomalies.AddRange(OncePerColumn(own));
    }

    /// <summary>A column in which many cells are no numbers is one fault: it is no column of numbers.</summary>
    private static IEnumerable<Anomaly> OncePerColumn(IEnumerable<Anomaly> found)
    {
        foreach (var alike in found.GroupBy(static a => (a.Code, Column: a.Code == AnomalyCodes.UnreadableNumber ? a.Where.Column : (a.Where.Row << 16) | a.Where.Column)))
        {
            var count = alike.Count();
            if (count <= ManyInColumn)
            {
                foreach (var anomaly in alike)
                    yield return anomaly;
                continue;
            }
            var first = alike.First();
            yield return first with
            {
                Message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first.Message} So are {count - 1} further cells of the column."),
                Chinese = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first.Chinese}该列另有 {count - 1} 个单元格如此。"),
            };
        }
    }

    /// <summary>A figure that could not be read may have taken its neighbours' place, or they its.</summary>
    private static void DoubtBesideUnreadable(ImmutableArray<Fact>.Builder facts, int first)
    {
        var lost = false;
        for (var f = first; f < facts.Count; f++)
            lost |= facts[f].State == ValueState.Unreadable;
        for (var f = first; lost && f < facts.Count; f++)
        {
            if (facts[f].Placing == Placing.Sure)
                facts[f] = WithPlacing(facts[f], Placing.Unsure);
        }
    }

    private static Fact WithPlacing(Fact fact, Placing placing)
    {
        var placed = fact with { Placing = placing };
        return placed with { Status = placed.AsRead };
    }

    /// <summary>A changed byte may have hit any font or page: an identity that holds proves nothing for a cell that none covers.</summary>
    public static ImmutableArray<Fact> DoubtIfChanged(ImmutableArray<Fact> facts, ImmutableArray<Anomaly> ofDocument) =>
        ofDocument.Any(a => a.Code == AnomalyCodes.ChecksumMismatch) ? [.. facts.Select(f => f with { Status = FactStatus.Doubtful })] : facts;

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

    private static Fact OfCell(BudgetTable table, string kind, BudgetRow row, BudgetColumn column, RawCell cell, Placing placing, Lazy<int> decimals, ImmutableArray<Anomaly>.Builder anomalies)
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
            return new Fact(where, kind, column, row, cell.Text, cell.Raw, unit, null, null, ValueState.Unreadable, "", FactStatus.Doubtful) { Placing = placing };
        }
        if (reading.State == ValueState.Unreadable || !Fits(reading.Shape, column.Role))
        {
            anomalies.Add(About(AnomalyCodes.UnreadableNumber, $"“{cell.Text}” is no number: {reading.Refusal ?? reading.Shape.ToString()}.", $"“{cell.Text}”不是数字：{Refusals.InChinese(reading.Refusal ?? "")}。"));
            return new Fact(where, kind, column, row, cell.Text, cell.Raw, unit, null, null, ValueState.Unreadable, "", FactStatus.Doubtful) { Placing = placing };
        }
        Amount? amount = null;
        if (reading.Number is { } number && unit is not null && column.Role == ColumnRole.Money && reading.Shape is NumberShape.Plain or NumberShape.Money)
        {
            amount = Units.ToAmount(number, unit, out var fit);
            if (fit != AmountFit.Exact)
                anomalies.Add(About(fit == AmountFit.SubFen ? AnomalyCodes.SubFenDigits : AnomalyCodes.UnreadableNumber, $"“{cell.Text}” in {unit.Label} is no exact amount of 0.01 元.", $"“{cell.Text}”（{unit.Label}）不能精确到 0.01 元。"));
        }
        return WithPlacing(new Fact(where, kind, column, row, cell.Text, cell.Raw, unit, amount, reading.Number, reading.State, reading.Rule), placing);
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
