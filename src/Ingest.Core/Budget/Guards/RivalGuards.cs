using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Guards;

/// <summary>What the finder could have read otherwise: figures in rows and columns whose texts have another place in a rival grid.</summary>
internal static class RivalGuards
{
    public static void Check(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        if (table.Source.Rivals.IsEmpty)
            return;
        var cells = table.Source.Cells.ToDictionary(static c => (c.Row, c.Column));
        var rows = table.Rows.ToLookup(static r => r.Row);
        // codes parted by spaces (201 03 01) are read whole, and looked at for themselves
        var codes = table.Columns.Where(static c => c.Role == ColumnRole.Code).Select(static c => c.Index).ToHashSet();
        var differing = table.Source.Rivals.SelectMany(static r => r.Differing).Where(p => p.Row < table.HeaderRows || !codes.Contains(p.Column)).Distinct().ToList();
        if (differing.Count == 0)
            return;
        foreach (var place in differing)
        {
            var span = cells.TryGetValue((place.Row, place.Column), out var cell) ? cell.ColumnSpan : 1;
            foreach (var column in table.Columns.Where(c => place.Row < table.HeaderRows && c.Index >= place.Column && c.Index < place.Column + span))
                doubts.Doubt(table, column, Placing.Unsure);
            foreach (var row in rows[place.Row])
                doubts.Doubt(table, row, Placing.Unsure);
        }
        var first = cells.TryGetValue((differing[0].Row, differing[0].Column), out var at) ? at : table.Source.Cells[0];
        anomalies.Add(new Anomaly(
            AnomalyCodes.GridUncertain, new CellRef(first.Area, table.Ordinal, first.Row, first.Column), table.Kind ?? "", "", "", first.Text, "",
            string.Create(CultureInfo.InvariantCulture, $"Another reading of the page puts {differing.Count} texts of this table into other cells ({string.Join("; ", table.Source.Rivals.Select(static r => r.Otherwise).Distinct())}), the first is “{first.Text}”."), Origin.Extraction)
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"该页的另一种读法会把表中 {differing.Count} 处文字放入其他单元格，首处为“{first.Text}”。"),
        });
    }
}
