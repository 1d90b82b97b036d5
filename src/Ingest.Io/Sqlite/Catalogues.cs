using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Entities;

namespace Ingest.Io.Sqlite;

/// <summary>Writes what the program knows beforehand into the tables codes, divisions, kinds and functions, if it differs from what is there.</summary>
internal static class Catalogues
{
    public static void Write(Database database)
    {
        Write(database, "codes", "scheme, code, name, parent, valid_from, valid_to",
            CodeCatalog.All().DistinctBy(c => (c.Scheme, c.Code, c.Name)).Select(c => (object?[])[c.Scheme, c.Code, c.Name, c.Parent, c.ValidFrom, c.ValidTo]));
        Write(database, "divisions", "code, name, prefecture, province", Divisions.List.DistinctBy(d => d.Code)
            .Select(d => (object?[])[d.Code, d.Name, d.Code.EndsWith("0000", StringComparison.Ordinal) ? "" : d.Code[..4] + "00", d.Code[..2] + "0000"]));
        Write(database, "kinds", "kind, name, phase, required, counterpart",
            KindCatalog.All.Select(k => (object?[])[k.Id, k.Name, k.Phase, k.Required || KindCatalog.Find(k.Counterpart) is { Required: true } ? 1 : 0, k.Counterpart]));
        Write(database, "functions", "function, name", EntityFunctions.All.Select(f => (object?[])[f.Id, f.Name]));
        if (Write(database, "function_words", "function, word, valid_from, valid_to, weak",
            EntityFunctions.All.SelectMany(f => f.Words.Select(w => (object?[])[f.Id, w.Text, w.Since, w.Until, w.Weak ? 1 : 0]))))
        {
            Classify(database);
        }
    }

    /// <summary>What the entities that are stored are for, by the words of now.</summary>
    private static void Classify(Database database) => database.InTransaction(() =>
    {
        var all = new List<long>();
        using (var row = new Statement(database.Connection, "SELECT id FROM entities"))
        {
            while (row.Step())
            {
                all.Add(row.Long(0));
            }
        }

        using var store = new EntityStore(database.Connection);
        all.ForEach(store.Classify);
    });

    /// <returns>Whether it differed.</returns>
    private static bool Write(Database database, string table, string columns, IEnumerable<object?[]> content)
    {
        var rows = content.ToList();
        var text = string.Join('\n', rows.Select(r => string.Join('\t', r)));
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(columns + text)));
        if (Version(database, table) == version)
        {
            return false;
        }

        database.InTransaction(() =>
        {
            database.Execute($"DELETE FROM {table}");
            using var insert = Insert.Into(database.Connection, table, columns);
            foreach (var row in rows)
            {
                foreach (var value in row)
                {
                    _ = value is int number ? insert.Add(number) : insert.Add((string?)value);
                }

                insert.Run();
            }

            using var done = new Statement(database.Connection, "INSERT OR REPLACE INTO catalogues (name, version) VALUES (?, ?)");
            done.Add(table).Add(version).Run();
        });
        return true;
    }

    private static string Version(Database database, string table)
    {
        using var row = new Statement(database.Connection, "SELECT version FROM catalogues WHERE name = ?");
        return row.Add(table).Step() ? row.Text(0) : "";
    }
}
