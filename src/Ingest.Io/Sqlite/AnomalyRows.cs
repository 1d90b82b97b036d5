using Ingest.Core.Model;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>Anomalies as rows.</summary>
internal static class AnomalyRows
{
    public const string Select = """
        SELECT a.code, a.severity, a.origin, a.table_kind, a.label, a.column_path, a.found, a.expected, a.message,
               a.table_ordinal, a.row, a.col, a.page, a.x0, a.y0, a.x1, a.y1, a.message_zh
        FROM anomalies a
        """;

    public static Anomaly Read(Statement row)
    {
        // A code that this version no longer knows is kept as it was stored.
        var code = AnomalyCodes.All.TryGetValue(row.Text(0), out var known)
            ? known
            : new AnomalyCode(row.Text(0), Words.ToSeverity(row.Text(1)), "");
        var where = new CellRef(
            row.IsNull(12) ? default : Exact.PageBox(row, 12),
            Number(row, 9), Number(row, 10), Number(row, 11));
        return new Anomaly(
            code, where, row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), Words.ToOrigin(row.Text(2)))
        {
            Chinese = row.Text(17),
        };
    }

    private static int Number(Statement row, int column) => row.IsNull(column) ? -1 : row.Int(column);
}
