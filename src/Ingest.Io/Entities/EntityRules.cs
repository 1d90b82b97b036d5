using System.Globalization;
using Ingest.Core.Budget.Documents;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Entities;

/// <summary>What came of applying the file of a person.</summary>
/// <param name="Rules">Bodies that it speaks of and that the database has.</param>
/// <param name="Moved">Names whose documents belong to another entity than before.</param>
/// <param name="Unknown">Names of the file that no document prints (yet).</param>
public sealed record EntityOutcome(int Rules, int Moved, IReadOnlyList<string> Unknown);

/// <summary>Applies <see cref="EntityFile"/> to a database: which entity a document belongs to, its name and its function.</summary>
public static class EntityRules
{
    /// <summary>Applies the file that lies beside the database. Does nothing where nothing has changed.</summary>
    /// <exception cref="EntityFileException">The file says what cannot be.</exception>
    public static EntityOutcome Apply(Database database)
    {
        var path = EntityFile.PathFor(database.Path);
        var names = Names(database);
        var unknown = new List<string>();
        var rules = Compile(path, EntityFile.Read(path), names, unknown);
        var moved = 0;
        if (!rules.SequenceEqual(Stored(database)))
        {
            database.InTransaction(() => moved = Write(database, rules, names));
        }

        return new EntityOutcome(rules.Select(r => (r.TargetRegion, r.TargetKey)).Distinct().Count(), moved, unknown);
    }

    private static List<Rule> Compile(string path, IReadOnlyList<EntityEntry> entries, List<Printed> names, List<string> unknown)
    {
        var rules = new SortedDictionary<(string Region, string Key), Rule>();
        var problems = new List<string>();
        foreach (var entry in entries)
        {
            if (Place(entry.Entity) is not { } target)
            {
                continue;
            }

            Add(entry.Entity, target, target, entry.Name, entry.Function);
            foreach (var other in entry.With)
            {
                if (Place(other) is { } place && place != target)
                {
                    Add(other, place, target, "", "");
                }
            }
        }

        return problems.Count == 0 ? [.. rules.Values] : throw new EntityFileException(problems);

        void Add(EntityName said, (string Region, string Key) place, (string Region, string Key) target, string name, string function)
        {
            if (!rules.TryAdd(place, new Rule(place.Region, place.Key, target.Region, target.Key, name, function)))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{said.Line}: {said.Name} is spoken of twice"));
            }
        }

        (string Region, string Key)? Place(EntityName said)
        {
            var found = names.Where(n => said.Means(n.Name, n.Region))
                .Select(n => (n.Region, Key: EntityKeys.Of(n.Name, n.Region))).Distinct().ToList();
            if (found.Count > 1)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{path}:{said.Line}: {said.Name} stands in several divisions ({string.Join(", ", found.Select(f => f.Region.Length == 0 ? "none" : f.Region))}); name its region too"));
                return null;
            }

            if (found.Count == 0)
            {
                unknown.Add(said.Name);
                return said.Region is "" or EntityName.NoRegion ? null : (said.Region, EntityKeys.Of(said.Name, said.Region));
            }

            return found[0];
        }
    }

    /// <returns>How many names went to another entity.</returns>
    private static int Write(Database database, List<Rule> rules, List<Printed> names)
    {
        var places = Stored(database).Concat(rules).Select(r => (r.TargetRegion, r.TargetKey)).ToHashSet();
        database.Execute("DELETE FROM entity_rules");
        using (var insert = Insert.Into(database.Connection, "entity_rules", "region_code, key, target_region, target_key, name, function"))
        {
            rules.ForEach(r => insert.Add(r.Region).Add(r.Key).Add(r.TargetRegion).Add(r.TargetKey).Add(r.Name).Add(r.Function).Run());
        }

        using var store = new EntityStore(database.Connection);
        using var move = new Statement(database.Connection, "UPDATE documents SET entity_id = ?3 WHERE entity = ?1 AND region_code = ?2");
        var (moved, changed) = (0, new HashSet<long>());
        foreach (var name in names)
        {
            var place = (name.Region, Key: EntityKeys.Of(name.Name, name.Region));
            var target = store.Find(name.Region, place.Key, name.Name);
            if (target != name.Entity)
            {
                move.Add(name.Name).Add(name.Region).Add(target).Run();
                changed.UnionWith(name.Entity is { } former ? [former, target] : [target]);
                moved++;
            }
        }

        using var find = new Statement(database.Connection, "SELECT id FROM entities WHERE region_code = ? AND key = ?");
        foreach (var (region, key) in places)
        {
            if (find.Add(region).Add(key).Step())
            {
                changed.Add(find.Long(0));
                find.Reset();
            }
        }

        foreach (var entity in changed.Order())
        {
            store.Refresh(entity);
        }

        return moved;
    }

    private static List<Rule> Stored(Database database)
    {
        using var row = new Statement(database.Connection, "SELECT region_code, key, target_region, target_key, name, function FROM entity_rules ORDER BY region_code, key");
        var rules = new List<Rule>();
        while (row.Step())
        {
            rules.Add(new Rule(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5)));
        }

        return rules;
    }

    private static List<Printed> Names(Database database)
    {
        using var row = new Statement(database.Connection, "SELECT DISTINCT entity, region_code, entity_id FROM documents WHERE entity <> '' ORDER BY 1, 2, 3");
        var names = new List<Printed>();
        while (row.Step())
        {
            names.Add(new Printed(row.Text(0), row.Text(1), row.IsNull(2) ? null : row.Long(2)));
        }

        return names;
    }

    private sealed record Rule(string Region, string Key, string TargetRegion, string TargetKey, string Name, string Function);

    /// <summary>A name as documents print it, and the entity that they belong to.</summary>
    private sealed record Printed(string Name, string Region, long? Entity);
}
