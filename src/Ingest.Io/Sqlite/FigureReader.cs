using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Reads of a document what it can be compared by: amounts and stated figures, no cells.</summary>
internal sealed class FigureReader : IDisposable
{
    private const string Columns = """
        SELECT t.ordinal, t.kind, f.row, f.col, c.block, c.path, c.key, l.code_scheme, l.code, l.label, l.depth, l.is_total, l.is_leaf,
               f.shown, f.unit, f.unit_fen, f.amount_fen, f.step_fen, f.status, f.page, f.x0, f.y0, f.x1, f.y1, t.title
        FROM tables t
        JOIN facts f ON f.table_id = t.id AND f.amount_fen IS NOT NULL
        JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col AND c.role = 'money' AND c.key IS NOT NULL
        JOIN lines l ON l.table_id = f.table_id AND l.line = f.line

        """;

    private readonly Statement _document, _figures, _units, _narrative;

    public FigureReader(SqliteConnection connection)
    {
        _document = new Statement(connection, "SELECT sha256, name, entity, region_code, fiscal_year, phase, scope, typed_tables FROM documents WHERE id = ?");
        _figures = new Statement(connection, Columns + "WHERE t.document_id = ? AND t.kind IS NOT NULL ORDER BY t.ordinal, f.row, f.col");
        _units = new Statement(connection, Columns + "WHERE t.document_id = ? AND t.kind IN ('revenue_summary', 'expenditure_summary') AND l.code_scheme = 'unit' AND length(l.code) >= 6 ORDER BY t.ordinal, f.row, f.col");
        _narrative = new Statement(connection, NarrativeRows.Select);
    }

    public DocumentFigures Read(long id)
    {
        _document.Add(id).Step();
        var (sha256, name, tables) = (_document.Text(0), _document.Text(1), _document.Int(7) > 0);
        var identity = new DocumentIdentity(
            _document.Text(2), _document.Text(3), _document.IsNull(4) ? null : _document.Int(4), _document.Text(5), _document.Text(6), []);
        _document.Reset();
        return new DocumentFigures(sha256, name, identity, Figures(_figures.Add(id)), NarrativeRows.Read(_narrative.Add(id)), tables);
    }

    /// <summary>The rows of units in the tables of a department.</summary>
    public ImmutableArray<TableFigure> Units(long id) => Figures(_units.Add(id));

    private static ImmutableArray<TableFigure> Figures(Statement row)
    {
        var figures = ImmutableArray.CreateBuilder<TableFigure>();
        while (row.Step())
        {
            var where = new CellRef(Exact.PageBox(row, 19), row.Int(0), row.Int(2), row.Int(3));
            figures.Add(new TableFigure(
                where, row.Text(1), new BudgetColumn(row.Int(3), row.Int(4), row.Text(5), row.Text(6), ColumnRole.Money),
                new BudgetRow(row.Int(2), row.Int(4), row.Text(7), row.Text(8), row.Text(9), row.Int(10), row.Int(11) == 1, row.Int(12) == 1),
                row.Text(13), Exact.Unit(row, 14), new Amount(row.Long(16), row.Long(17)), Words.ToStatus(row.Text(18)) != FactStatus.Doubtful)
            {
                Level = row.Text(1).StartsWith("gov_", StringComparison.Ordinal) && !row.IsNull(24) ? GovernmentLevels.Of(row.Text(24)) : "",
            });
        }

        return figures.ToImmutable();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_document, _figures, _units, _narrative])
        {
            statement.Dispose();
        }
    }
}
