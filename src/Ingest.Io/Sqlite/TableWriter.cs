using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Stores the tables of a document: columns, lines, cells, facts.</summary>
internal sealed class TableWriter : IDisposable
{
    internal const float PerEm = 1000;

    private readonly SqliteConnection _connection;
    private readonly Statement _table, _column, _line, _cell, _fact, _status, _tableId;

    public TableWriter(SqliteConnection connection)
    {
        _connection = connection;
        _table = Insert.Into(connection, "tables",
            "document_id, ordinal, kind, title, score, reasons, unit, unit_fen, unit_source, unit_doubtful, rows, columns, header_rows, pages, caption, notes, ruled, declared_empty, row_scheme");
        _column = Insert.Into(connection, "columns", "table_id, block, col, path, key, role, unit, unit_fen, total_fen, leaves_fen");
        _line = Insert.Into(connection, "lines", "table_id, line, row, block, code_scheme, code, label, depth, is_total, is_leaf, named_code, parent, share");
        _cell = Insert.Into(connection, "cells", "table_id, row, col, rowspan, colspan, text, raw, state, untrusted, indent, page, x0, y0, x1, y1, personal");
        _fact = Insert.Into(connection, "facts",
            "table_id, row, col, block, line, shown, raw, state, unit, unit_fen, amount_fen, step_fen, number, rule, status, page, x0, y0, x1, y1, placing, source");
        _status = new Statement(connection, "UPDATE facts SET status = ?1 WHERE table_id = ?2 AND row = ?3 AND col = ?4 AND status <> ?1");
        _tableId = new Statement(connection, "SELECT id FROM tables WHERE document_id = ? AND ordinal = ?");
    }

    public void Write(long documentId, ParsedDocument document)
    {
        var facts = document.Facts.ToLookup(f => f.Where.Table);
        foreach (var table in document.Tables)
        {
            Write(documentId, table, facts[table.Ordinal].ToArray(), document.Personal);
        }
    }

    /// <summary>Changes the status of facts that are stored already.</summary>
    public void SetStatuses(long documentId, ImmutableArray<Fact> facts)
    {
        foreach (var table in facts.GroupBy(f => f.Where.Table))
        {
            _tableId.Add(documentId).Add(table.Key).Step();
            var id = _tableId.Long(0);
            _tableId.Reset();
            foreach (var fact in table)
            {
                _status.Add(Words.Of(fact.Status)).Add(id).Add(fact.Where.Row).Add(fact.Where.Column).Run();
            }
        }
    }

    private void Write(long documentId, BudgetTable table, Fact[] facts, ImmutableArray<CellRef> personal)
    {
        var raw = table.Source;
        var named = CodesByName.Of(table);
        _table.Add(documentId).Add(table.Ordinal).Add(table.Kind).Add(table.Title).Add(table.Score).Add(string.Join('\n', table.Reasons))
            .Add(table.Unit).Add(Words.Of(table.UnitSource)).Add(table.UnitDoubtful)
            .Add(raw.Rows).Add(raw.Columns).Add(table.HeaderRows)
            .Add(string.Join(',', raw.Pages)).Add(Lines(raw.Caption)).Add(Lines(raw.Notes)).Add(raw.Ruled).Add(table.DeclaredEmpty)
            .Add(LeafSums.Scheme(table, named)).Run();
        var id = SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle);
        WriteColumns(id, table, facts);
        var lines = WriteLines(id, table, facts, named);
        WriteCells(id, raw, facts, personal);
        foreach (var fact in facts)
        {
            WriteFact(id, fact, lines[fact.Line]);
        }
    }

    private void WriteColumns(long id, BudgetTable table, Fact[] facts)
    {
        var sums = LeafSums.Of(table, facts);
        foreach (var column in table.Columns.Concat(facts.Select(f => f.Column)).DistinctBy(c => (c.Block, c.Index)))
        {
            _column.Add(id).Add(column.Block).Add(column.Index).Add(column.Path).Add(column.Key).Add(Words.Of(column.Role)).Add(column.Unit)
                .Add(sums.GetValueOrDefault((column.Block, column.Index)).Total).Add(sums.GetValueOrDefault((column.Block, column.Index)).Leaves).Run();
        }
    }

    /// <summary>Numbers the lines; equal ones are one.</summary>
    private Dictionary<BudgetRow, int> WriteLines(long id, BudgetTable table, Fact[] facts, ImmutableArray<string> named)
    {
        var lines = new Dictionary<BudgetRow, int>();
        var next = 0;
        foreach (var row in table.Rows.Concat(facts.Select(f => f.Line)))
        {
            var code = next < named.Length ? named[next] : "";
            next++;
            if (lines.TryAdd(row, lines.Count))
            {
                _line.Add(id).Add(lines[row]).Add(row.Row).Add(row.Block).Add(row.CodeScheme).Add(row.Code).Add(row.Label)
                    .Add(row.Depth).Add(row.IsTotal).Add(row.IsLeaf).Add(code).Add(row.Parent).Add(Words.Of(row.Share)).Run();
            }
        }

        return lines;
    }

    private void WriteCells(long id, RawTable table, Fact[] facts, ImmutableArray<CellRef> personal)
    {
        var states = new Dictionary<(int, int), ValueState>(facts.Length);
        foreach (var fact in facts)
        {
            states[(fact.Where.Row, fact.Where.Column)] = fact.State;
        }

        foreach (var cell in table.Cells)
        {
            var state = states.TryGetValue((cell.Row, cell.Column), out var known) ? Words.Of(known) : null;
            _cell.Add(id).Add(cell.Row).Add(cell.Column).Add(cell.RowSpan).Add(cell.ColumnSpan)
                .Add(cell.Text).Add(Differing(cell.Raw, cell.Text)).Add(state).Add(cell.Untrusted)
                .Add((long)MathF.Round(cell.Indent * PerEm)).Add(cell.Area)
                .Add(IsPersonal(cell, table.Ordinal, personal)).Run();
        }
    }

    private static bool IsPersonal(RawCell cell, int table, ImmutableArray<CellRef> personal)
    {
        foreach (var where in personal)
        {
            if (where.Row == cell.Row && where.Column == cell.Column && where.Table == table)
            {
                return true;
            }
        }

        return false;
    }

    private void WriteFact(long id, Fact fact, int line)
    {
        // What is no readable number never becomes an amount, whatever the stages before say.
        var amount = fact.State is ValueState.Value or ValueState.Zero ? fact.Amount : null;
        _fact.Add(id).Add(fact.Where.Row).Add(fact.Where.Column).Add(fact.Column.Block).Add(line)
            .Add(fact.Shown).Add(Differing(fact.Raw, fact.Shown))
            .Add(Words.Of(fact.State)).Add(fact.Unit).Add(amount?.Fen).Add(amount?.StepFen)
            .Add(fact.Number is { } number ? Exact.Text(number) : null).Add(fact.Rule).Add(Words.Of(fact.Status)).Add(fact.Where.Area).Add((long)fact.Placing).Add(Words.Of(fact.Source)).Run();
    }

    private static string? Differing(string raw, string text) => string.Equals(raw, text, StringComparison.Ordinal) ? null : raw;

    private static string Lines(ImmutableArray<TextLine> lines) => string.Join('\n', lines.Select(l => l.Text));

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_table, _column, _line, _cell, _fact, _status, _tableId])
        {
            statement.Dispose();
        }
    }
}
