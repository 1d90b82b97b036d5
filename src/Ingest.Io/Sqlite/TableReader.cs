using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Reads the tables and facts of a document back.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly Statement _tables, _columns, _lines, _cells, _facts;

    public TableReader(SqliteConnection connection)
    {
        _tables = new Statement(connection, """
            SELECT id, ordinal, kind, title, score, reasons, unit, unit_fen, unit_source, rows, columns, header_rows, pages, caption, notes,
                   ruled, declared_empty, unit_doubtful
            FROM tables WHERE document_id = ? ORDER BY ordinal
            """);
        _columns = new Statement(connection, "SELECT col, block, path, key, role, unit, unit_fen FROM columns WHERE table_id = ? ORDER BY block, col");
        _lines = new Statement(connection, """
            SELECT row, block, code_scheme, code, label, depth, is_total, is_leaf, parent, share FROM lines WHERE table_id = ? ORDER BY line
            """);
        _cells = new Statement(connection, """
            SELECT row, col, rowspan, colspan, text, raw, untrusted, page, x0, y0, x1, y1, indent, personal FROM cells WHERE table_id = ? ORDER BY row, col
            """);
        _facts = new Statement(connection, """
            SELECT row, col, line, shown, raw, state, unit, unit_fen, amount_fen, step_fen, number, rule, status, page, x0, y0, x1, y1, block, placing, source
            FROM facts WHERE table_id = ? ORDER BY row, col
            """);
    }

    public (ImmutableArray<BudgetTable> Tables, ImmutableArray<Fact> Facts, ImmutableArray<CellRef> Personal) Read(long documentId)
    {
        var ids = new List<long>();
        var bare = new List<BudgetTable>();
        _tables.Add(documentId);
        while (_tables.Step())
        {
            ids.Add(_tables.Long(0));
            bare.Add(Table(_tables));
        }

        var tables = ImmutableArray.CreateBuilder<BudgetTable>(ids.Count);
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var personal = ImmutableArray.CreateBuilder<CellRef>();
        for (var i = 0; i < ids.Count; i++)
        {
            var table = bare[i] with
            {
                Source = bare[i].Source with { Cells = Cells(ids[i], bare[i].Ordinal, personal) },
                Columns = Columns(ids[i]),
                Rows = Lines(ids[i]),
            };
            tables.Add(table);
            ReadFacts(ids[i], table, facts);
        }

        return (tables.ToImmutable(), facts.ToImmutable(), personal.ToImmutable());
    }

    private static BudgetTable Table(Statement row)
    {
        var raw = new RawTable(
            row.Int(1), Text(row.Text(13)), Text(row.Text(14)), row.Int(9), row.Int(10), row.Int(11), [],
            row.Text(12).Length == 0 ? [] : [.. row.Text(12).Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture))],
            row.Int(15) == 1);
        return new BudgetTable(
            raw, row.TextOrNull(2), row.TextOrNull(3), row.Real(4), DocumentReader.Lines(row.Text(5)), Exact.Unit(row, 6),
            Words.ToUnitSource(row.Text(8)), row.Int(11), [], [], row.Int(16) == 1, row.Int(17) == 1);
    }

    private static ImmutableArray<TextLine> Text(string lines) =>
        [.. DocumentReader.Lines(lines).Select(l => new TextLine(default, l, 0))];

    private ImmutableArray<RawCell> Cells(long id, int ordinal, ImmutableArray<CellRef>.Builder personal)
    {
        var cells = ImmutableArray.CreateBuilder<RawCell>();
        var row = _cells.Add(id);
        while (row.Step())
        {
            var text = row.Text(4);
            cells.Add(new RawCell(
                row.Int(0), row.Int(1), row.Int(2), row.Int(3), Exact.PageBox(row, 7), text, row.TextOrNull(5) ?? text, row.Int(6) == 1,
                row.Int(12) / TableWriter.PerEm));
            if (row.Int(13) == 1)
            {
                personal.Add(new CellRef(cells[^1].Area, ordinal, row.Int(0), row.Int(1)));
            }
        }

        return cells.ToImmutable();
    }

    private ImmutableArray<BudgetColumn> Columns(long id)
    {
        var columns = ImmutableArray.CreateBuilder<BudgetColumn>();
        var row = _columns.Add(id);
        while (row.Step())
        {
            columns.Add(new BudgetColumn(row.Int(0), row.Int(1), row.Text(2), row.TextOrNull(3), Words.ToRole(row.Text(4)), Exact.Unit(row, 5)));
        }

        return columns.ToImmutable();
    }

    private ImmutableArray<BudgetRow> Lines(long id)
    {
        var lines = ImmutableArray.CreateBuilder<BudgetRow>();
        var row = _lines.Add(id);
        while (row.Step())
        {
            lines.Add(new BudgetRow(row.Int(0), row.Int(1), row.Text(2), row.Text(3), row.Text(4), row.Int(5), row.Int(6) == 1, row.Int(7) == 1)
            {
                Parent = row.Int(8),
                Share = Words.ToShare(row.Text(9)),
            });
        }

        return lines.ToImmutable();
    }

    private void ReadFacts(long id, BudgetTable table, ImmutableArray<Fact>.Builder facts)
    {
        var columns = table.Columns.ToDictionary(c => (c.Block, c.Index));
        var row = _facts.Add(id);
        while (row.Step())
        {
            var shown = row.Text(3);
            facts.Add(new Fact(
                new CellRef(Exact.PageBox(row, 13), table.Ordinal, row.Int(0), row.Int(1)),
                table.Kind ?? "", columns[(row.Int(18), row.Int(1))], table.Rows[row.Int(2)], shown, row.TextOrNull(4) ?? shown, Exact.Unit(row, 6),
                row.IsNull(8) ? null : new Amount(row.Long(8), row.Long(9)),
                row.IsNull(10) ? null : Exact.Number(row.Text(10)),
                Words.ToState(row.Text(5)), row.Text(11), Words.ToStatus(row.Text(12))) { Placing = (Placing)row.Int(19), Source = Words.ToFactSource(row.Text(20)) });
        }
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_tables, _columns, _lines, _cells, _facts])
        {
            statement.Dispose();
        }
    }
}
