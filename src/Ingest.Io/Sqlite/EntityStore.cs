using Ingest.Core.Budget.Documents;
using Ingest.Core.Entities;
using Ingest.Core.Model;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>
/// Keeps entities and their names in step with the documents: what they say follows from the documents and from the rules
/// of a person alone, in whatever order these were stored.
/// </summary>
internal sealed class EntityStore : IDisposable
{
    private readonly Statement _rule, _find, _add, _describe, _clearNames, _addNames, _named, _classify, _forget;

    public EntityStore(SqliteConnection connection)
    {
        _rule = new Statement(connection, "SELECT target_region, target_key FROM entity_rules WHERE region_code = ? AND key = ?");
        _find = new Statement(connection, "SELECT id FROM entities WHERE region_code = ? AND key = ?");
        _add = new Statement(connection, "INSERT INTO entities (region_code, key, name, code) VALUES (?, ?, ?, '') RETURNING id");
        _describe = new Statement(connection, """
            UPDATE entities SET
              compared = 0,
              name = coalesce(
                (SELECT r.name FROM entity_rules r WHERE r.region_code = entities.region_code AND r.key = entities.key AND r.name <> ''),
                (SELECT entity FROM documents WHERE entity_id = ?1 ORDER BY fiscal_year DESC, length(entity) DESC, entity LIMIT 1)),
              code = coalesce((SELECT entity_code FROM documents WHERE entity_id = ?1 AND entity_code <> '' ORDER BY fiscal_year DESC, length(entity_code), entity_code LIMIT 1), '')
            WHERE id = ?1 AND EXISTS (SELECT 1 FROM documents WHERE entity_id = ?1)
            """);
        _clearNames = new Statement(connection, "DELETE FROM entity_names WHERE entity_id = ?");
        _addNames = new Statement(connection, """
            INSERT INTO entity_names (entity_id, name, valid_from, valid_to, documents)
            SELECT entity_id, entity, min(fiscal_year), max(fiscal_year), count(*) FROM documents WHERE entity_id = ? GROUP BY entity
            """);
        _named = new Statement(connection, """
            SELECT e.name, e.region_code, coalesce((SELECT r.function FROM entity_rules r WHERE r.region_code = e.region_code AND r.key = e.key), '')
            FROM entities e WHERE e.id = ?
            """);
        _classify = new Statement(connection, "UPDATE entities SET function = ? WHERE id = ?");
        _forget = new Statement(connection, "DELETE FROM entities WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM documents WHERE entity_id = ?1)");
    }

    /// <summary>The entity of a document, made if it is new; null where the document does not tell who it is of.</summary>
    public long? Find(DocumentIdentity identity) =>
        identity.Entity.Length == 0 ? null : Find(identity.RegionCode, EntityKeys.Of(identity.Entity, identity.RegionCode), identity.Entity);

    /// <summary>The entity of a key, or the one that a person says it is; made if it is new.</summary>
    public long Find(string region, string key, string name)
    {
        if (_rule.Add(region).Add(key).Step())
        {
            (region, key) = (_rule.Text(0), _rule.Text(1));
            _rule.Reset();
        }

        return Only(_find.Add(region).Add(key)) ?? Only(_add.Add(region).Add(key).Add(name))!.Value;
    }

    /// <summary>After the documents of an entity have changed: its names and function, or its end if no document is left.</summary>
    public void Refresh(long entity)
    {
        _describe.Add(entity).Run();
        _clearNames.Add(entity).Run();
        _addNames.Add(entity).Run();
        Classify(entity);
        _forget.Add(entity).Run();
    }

    /// <summary>What it is for: as a person says, else as its name tells.</summary>
    public void Classify(long entity)
    {
        if (!_named.Add(entity).Step())
        {
            return;
        }

        var (name, region, said) = (_named.Text(0), _named.Text(1), _named.Text(2));
        _named.Reset();
        _classify.Add(said.Length > 0 ? said : EntityFunctions.Of(name, region)).Add(entity).Run();
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
        foreach (var statement in (Statement[])[_rule, _find, _add, _describe, _clearNames, _addNames, _named, _classify, _forget])
        {
            statement.Dispose();
        }
    }
}
