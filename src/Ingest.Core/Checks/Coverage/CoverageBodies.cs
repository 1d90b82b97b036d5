using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;

namespace Ingest.Core.Checks.Coverage;

/// <summary>A body of a portal with what is held of it.</summary>
/// <param name="Expected">What the portal's file says; null where only its documents tell of it.</param>
/// <param name="Names">By which titles may call it.</param>
internal sealed record CoverageBody(string Name, string RegionCode, ExpectedDocuments? Expected, ImmutableArray<string> Names, ImmutableArray<HeldDocument> Documents);

/// <summary>Finds the documents of bodies. Whose a document is, its content says; names of portals' files are held against that.</summary>
internal sealed class CoverageBodies
{
    // A shorter end of a name belongs to too many bodies.
    private const int LeastEnd = 4;

    private readonly Dictionary<(string Region, string Key), List<HeldDocument>> _entities = [];
    private readonly Dictionary<string, HashSet<(string Region, string Key)>> _ends = new(StringComparer.Ordinal);

    public CoverageBodies(IEnumerable<HeldDocument> documents)
    {
        foreach (var document in documents)
        {
            var entity = (document.RegionCode, document.Key);
            if (!_entities.TryGetValue(entity, out var held))
            {
                _entities.Add(entity, held = []);
            }

            held.Add(document);
            for (var from = 0; document.Entity.Length - from >= LeastEnd; from++)
            {
                var end = document.Entity[from..];
                if (!_ends.TryGetValue(end, out var bearers))
                {
                    _ends.Add(end, bearers = []);
                }

                bearers.Add(entity);
            }
        }
    }

    /// <summary>The bodies of a portal: those of its file, then those that have published there and belong to its division.</summary>
    public List<CoverageBody> Of(CoverageSource source)
    {
        var taken = new HashSet<(string, string)>();
        List<CoverageBody> bodies = [];
        foreach (var expected in source.Expected)
        {
            var names = expected.Aliases.Insert(0, expected.Body);
            var entities = names.SelectMany(n => Bearers(n, source)).Distinct().ToList();
            taken.UnionWith(entities);
            var keys = names.Select(n => EntityKeys.Of(n, source.RegionCode));
            bodies.Add(new CoverageBody(
                expected.Body, source.RegionCode, expected, [.. names.Concat(keys).Distinct(StringComparer.Ordinal)], [.. entities.SelectMany(e => _entities[e])]));
        }

        var within = Within(source.RegionCode);
        foreach (var (entity, held) in _entities.OrderBy(e => e.Key.Region, StringComparer.Ordinal).ThenBy(e => e.Key.Key, StringComparer.Ordinal))
        {
            // One document was seen under eleven cities: where its division is not known, only one portal may expect it again.
            var belongs = entity.Region.Length == 0 ? held.SelectMany(d => d.Sources).Distinct().Count() == 1 : entity.Region.StartsWith(within, StringComparison.Ordinal);
            if (belongs && !taken.Contains(entity) && held.Exists(d => d.Sources.Contains(source.Name)))
            {
                var latest = held.MaxBy(d => (d.Year, d.Entity.Length))!;
                bodies.Add(new CoverageBody(
                    latest.Entity, entity.Region, null, [.. held.Select(d => d.Entity).Append(entity.Key).Distinct(StringComparer.Ordinal)], [.. held]));
            }
        }

        return bodies;
    }

    /// <summary>
    /// The entities that a name of the portal's file means: of its division, or of no known division, or (on platforms of a
    /// city for its districts) of the division that the name itself begins with.
    /// </summary>
    private IEnumerable<(string Region, string Key)> Bearers(string name, CoverageSource source)
    {
        var own = (source.RegionCode, EntityKeys.Of(name, source.RegionCode));
        if (_entities.ContainsKey(own))
        {
            yield return own;
        }

        foreach (var entity in _ends.GetValueOrDefault(name, []))
        {
            var unknown = entity.Region.Length == 0 && _entities[entity].Exists(d => d.Entity == name || d.Sources.Contains(source.Name));
            if (unknown || (entity.Region.Length > 0 && entity.Region != source.RegionCode && EntityKeys.Of(name, entity.Region) != name))
            {
                yield return entity;
            }
        }
    }

    /// <summary>The digits that the codes of all divisions below share: 4201 of 420100, "" for the whole country.</summary>
    private static string Within(string region)
    {
        while (region.EndsWith("00", StringComparison.Ordinal))
        {
            region = region[..^2];
        }

        return region;
    }
}
