using System.Collections.Immutable;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Guards;

/// <summary>Everything that speaks against knowing what the figures of a typed table are of: its unit, its header, its rows.</summary>
internal static class PlaceGuards
{
    public static void Check(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        if (table.UnitDoubtful)
        {
            foreach (var column in table.Columns.Where(static c => c.Unit is null))
                doubts.Doubt(table, column, Placing.Unsure);
        }
        RivalGuards.Check(table, doubts, anomalies);
        HeaderGuards.Check(table, doubts, anomalies);
        RowGuards.Check(table, doubts, anomalies);
        CodeNames.Check(table, doubts, anomalies);
    }
}
