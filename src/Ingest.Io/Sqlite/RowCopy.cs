using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>
/// Copies what hangs on a document from an attached database of the same schema: one statement a table, made from the
/// schema's own foreign keys, so that tables and columns that are added later are copied without a word here.
/// </summary>
internal sealed class RowCopy : IDisposable
{
    private readonly List<Statement> _statements = [];
    private readonly Statement _document;

    /// <param name="from">Name of the attached database.</param>
    public RowCopy(SqliteConnection connection, string from)
    {
        var tables = new Dictionary<string, Table>(StringComparer.Ordinal);
        using (var row = new Statement(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            while (row.Step())
            {
                tables.Add(row.Text(0), Table.Read(connection, row.Text(0)));
            }
        }

        foreach (var table in tables.Values)
        {
            table.Resolve(tables);
        }

        // 1: the document there; 2: here, NULL for a new number; 3: its entity; 4: the run.
        _document = new Statement(connection, tables["documents"].Insert(from, "id = ?1", c => c.Target switch
        {
            "entities" => "?3",
            "runs" => "?4",
            _ => c.Name == "id" ? "?2" : c.Name,
        }));
        foreach (var table in Order(tables))
        {
            _statements.Add(new Statement(connection, Copy(table, from)));
        }
    }

    /// <returns>Its number here.</returns>
    public long Document(SqliteConnection connection, long there, long? here, long? entity, long run)
    {
        _document.Add(there).Add(here).Add(entity).Add(run).Run();
        return here ?? SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <param name="tables">Numbers of its tables there, from and to.</param>
    /// <param name="shift">To be added to them here.</param>
    public void Rows(long there, long here, (long First, long Last) tables, long shift, long run)
    {
        foreach (var statement in _statements)
        {
            // A statement takes no more values than it mentions.
            foreach (var value in new[] { there, here, tables.First, tables.Last, shift, run }.AsSpan(0, statement.Parameters))
            {
                statement.Add(value);
            }

            statement.Run();
        }
    }

    // 1: the document there; 2: here; 3, 4: its tables there; 5: the shift; 6: the run.
    private static string Copy(Table table, string from)
    {
        var own = table.Columns.Find(c => c.Target == "documents");
        var where = own is not null ? $"{own.Name} = ?1" : $"{table.Columns.First(c => c.Target == "tables").Name} BETWEEN ?3 AND ?4";
        return table.Insert(from, where, c => c switch
        {
            { Target: "documents" } => "?2",
            { Target: "tables" } => $"{c.Name} + ?5",
            { Target: "runs" } => "?6",
            { IsNumber: true } => table.Name == "tables" ? $"{c.Name} + ?5" : "",
            { Target: "entities" } => throw new InvalidOperationException($"{table.Name}.{c.Name} refers to an entity, which has another number in each database."),
            _ => c.Name,
        });
    }

    /// <summary>The tables that hang on a document, each behind those that it refers to.</summary>
    private static IEnumerable<Table> Order(Dictionary<string, Table> tables)
    {
        var open = tables.Values.Where(t => t.Columns.Any(c => c.Target is "documents" or "tables")).ToList();
        while (open.Count > 0)
        {
            var names = open.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
            var next = open.Find(t => t.RefersTo.All(r => r == t.Name || !names.Contains(r)))
                ?? throw new InvalidOperationException("The tables of the schema refer to each other in a ring.");
            open.Remove(next);
            yield return next;
        }
    }

    public void Dispose()
    {
        _document.Dispose();
        _statements.ForEach(s => s.Dispose());
    }

    /// <param name="RefersTo">Table and column, "" if none.</param>
    /// <param name="IsNumber">SQLite gives it to each row of its own accord.</param>
    private sealed record Column(string Name, (string Table, string Column) RefersTo, bool IsNumber)
    {
        /// <summary>The table whose number it is, however many tables hand it on; "" if none.</summary>
        public string Target { get; set; } = "";
    }

    private sealed record Table(string Name, List<Column> Columns, string Key, IReadOnlySet<string> RefersTo)
    {
        public static Table Read(SqliteConnection connection, string name)
        {
            var targets = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
            var refersTo = new HashSet<string>(StringComparer.Ordinal);
            using (var key = new Statement(connection, $"SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('{name}')"))
            {
                while (key.Step())
                {
                    refersTo.Add(key.Text(0));
                    if (key.Text(2) == "id" || !targets.ContainsKey(key.Text(1)))
                    {
                        targets[key.Text(1)] = (key.Text(0), key.Text(2));
                    }
                }
            }

            var columns = new List<Column>();
            var keys = new SortedDictionary<int, string>();
            using var row = new Statement(connection, $"SELECT name, pk, type FROM pragma_table_info('{name}') ORDER BY cid");
            while (row.Step())
            {
                var column = row.Text(0);
                columns.Add(new Column(column, targets.GetValueOrDefault(column, ("", "")), row.Int(1) == 1 && column == "id" && row.Text(2) == "INTEGER"));
                if (row.Int(1) > 0)
                {
                    keys.Add(row.Int(1), column);
                }
            }

            return new Table(name, columns, string.Join(", ", keys.Values), refersTo);
        }

        public void Resolve(Dictionary<string, Table> tables)
        {
            foreach (var column in Columns)
            {
                var (table, name) = column.RefersTo;
                while (table.Length > 0 && name != "id")
                {
                    (table, name) = tables[table].Columns.First(c => c.Name == name).RefersTo;
                }

                column.Target = table;
            }
        }

        /// <param name="value">What is copied into a column; "" for a number that SQLite gives.</param>
        public string Insert(string from, string where, Func<Column, string> value)
        {
            var chosen = Columns.Select(c => (c.Name, Value: value(c))).Where(c => c.Value.Length > 0).ToList();
            return $"""
                INSERT INTO main.{Name} ({string.Join(", ", chosen.Select(c => c.Name))})
                SELECT {string.Join(", ", chosen.Select(c => c.Value))} FROM {from}.{Name} WHERE {where} ORDER BY {Key}
                """;
        }
    }
}
