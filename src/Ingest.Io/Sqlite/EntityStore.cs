using Ingest.Core.Budget;
using Ingest.Core.Model;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>
/// Keeps entities and their names in step with the documents: what they say follows from the documents alone, in whatever
/// order these were stored.
/// </summary>
internal sealed class EntityStore : IDisposable
{
    private readonly Statement _find, _add, _describe, _clearNames, _addNames, _forget;

    public EntityStore(SqliteConnection connection)
    {
        _find = new Statement(connection, "SELECT id FROM entities WHERE region_code = ? AND key = ?");
        _add = new Statement(connection, "INSERT INTO entities (region_code, key, name, code) VALUES (?, ?, ?, '') RETURNING id");
        _describe = new Statement(connection, """
            UPDATE entities SET
              compared = 0,
              name = (SELECT entity FROM documents WHERE entity_id = ?1 ORDER BY fiscal_year DESC, length(entity) DESC, entity LIMIT 1),
              code = coalesce((SELECT entity_code FROM documents WHERE entity_id = ?1 AND entity_code <> '' ORDER BY fiscal_year DESC, length(entity_code), entity_code LIMIT 1), '')
            WHERE id = ?1 AND EXISTS (SELECT 1 FROM documents WHERE entity_id = ?1)
            """);
        _clearNames = new Statement(connection, "DELETE FROM entity_names WHERE entity_id = ?");
        _addNames = new Statement(connection, """
            INSERT INTO entity_names (entity_id, name, valid_from, valid_to, documents)
            SELECT entity_id, entity, min(fiscal_year), max(fiscal_year), count(*) FROM documents WHERE entity_id = ? GROUP BY entity
            """);
        _forget = new Statement(connection, "DELETE FROM entities WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM documents WHERE entity_id = ?1)");
    }

    /// <summary>The entity of a document, made if it is new; null where the document does not tell who it is of.</summary>
    public long? Find(DocumentIdentity identity) =>
        identity.Entity.Length == 0 ? null : Find(identity.RegionCode, EntityKeys.Of(identity.Entity, identity.RegionCode), identity.Entity);

    /// <summary>The entity of a key, made if it is new.</summary>
    public long Find(string region, string key, string name) =>
        Only(_find.Add(region).Add(key)) ?? Only(_add.Add(region).Add(key).Add(name))!.Value;

    /// <summary>After the documents of an entity have changed: its names, or its end if none is left.</summary>
    public void Refresh(long entity)
    {
        _describe.Add(entity).Run();
        _clearNames.Add(entity).Run();
        _addNames.Add(entity).Run();
        _forget.Add(entity).Run();
    }

    private static long? Only(Statement row)
    {
        long? id = row.Step() ? row.Long(0) : null;
        if (id is not null)
        {
            row.Reset();
        }

        return id;
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_find, _add, _describe, _clearNames, _addNames, _forget])
        {
            statement.Dispose();
        }
    }
}
