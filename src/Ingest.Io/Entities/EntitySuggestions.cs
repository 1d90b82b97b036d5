using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Core.Budget.Documents;

namespace Ingest.Io.Entities;

/// <summary>Two bodies that may be one; only a person can tell.</summary>
/// <param name="Entity">The one that the other would be merged into: of the later documents, or with the plain name.</param>
public sealed record EntitySuggestion(ListedEntity Entity, ListedEntity Other, string Reason)
{
    /// <summary>As it would stand in the file.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"- {{ entity: {Entity.Name}{(Entity.Region.Length == 0 ? "" : $", region: \"{Entity.Region}\"")}, with: [{Other.Name}{(Other.Region == Entity.Region ? "" : Other.Region.Length == 0 ? " " + EntityName.NoRegion : " " + Other.Region)}]{(Reason == ATitle ? ", name: " + Entity.Name : "")} }}  # {Reason}");

    /// <summary>Then the plain name is to be kept, whichever document is the latest.</summary>
    internal const string ATitle = "the rest of the name is a title";
}

/// <summary>Looks for bodies whose series are broken: a title or a date in the name, a missing division, a new name.</summary>
public static partial class EntitySuggestions
{
    /// <summary>A city has many schools and hospitals: only where few bodies have a function, one may have followed the other.</summary>
    private const int FewOfFunction = 3;

    private const int ShortestName = 3;

    public static IReadOnlyList<EntitySuggestion> Of(IReadOnlyList<ListedEntity> list)
    {
        var found = new List<EntitySuggestion>();
        var keys = list.ToDictionary(e => e.Id, e => EntityKeys.Of(e.Name, e.Region));
        for (var i = 0; i < list.Count; i++)
        {
            for (var j = 0; j < list.Count; j++)
            {
                if (i != j && (list[i].Region == list[j].Region || list[j].Region.Length == 0)
                    && (ByName(list[i], list[j], keys) ?? ByYears(list, list[i], list[j])) is { } reason)
                {
                    found.Add(new EntitySuggestion(list[i], list[j], reason));
                }
            }
        }

        return found;
    }

    private static string? ByName(ListedEntity plain, ListedEntity other, Dictionary<long, string> keys)
    {
        var (key, longer) = (keys[plain.Id], keys[other.Id]);
        return key.Length < ShortestName ? null
            : plain.Region.Length > 0 && other.Region.Length == 0 && (key == longer || plain.Name == other.Name) ? "the same name, and no division known"
            : longer.Length > key.Length && longer.StartsWith(key, StringComparison.Ordinal) && Title().IsMatch(longer[key.Length..]) ? EntitySuggestion.ATitle
            : null;
    }

    private static string? ByYears(IReadOnlyList<ListedEntity> list, ListedEntity later, ListedEntity earlier) =>
        later.Function.Length > 0 && later.Function == earlier.Function && later.Region == earlier.Region && later.Region.Length > 0
        && later.From > earlier.To && list.Count(e => e.Function == later.Function && e.Region == later.Region) <= FewOfFunction
            ? $"{later.Function}: {earlier.Years}, then {later.Years}"
            : null;

    [GeneratedRegex("^[0-9〇零○一二三四五六七八九十年度月日部门单位预算决算公开报告说明书的()（）]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
