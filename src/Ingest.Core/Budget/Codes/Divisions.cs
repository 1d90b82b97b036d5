using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ingest.Core.Budget.Codes;

/// <summary>An administrative division of GB/T 2260.</summary>
/// <param name="Code">Six digits; 00 at the end for prefectures, 0000 for provinces.</param>
public sealed record Division(string Code, string Name);

/// <summary>Finds administrative divisions by the names that stand in a text.</summary>
public static partial class Divisions
{
    /// <summary>What stands between a name and 自治; the longer words first.</summary>
    private static readonly ImmutableArray<string> Nations =
    [
        "维吾尔", "回族", "壮族", "朝鲜族", "土家族", "苗族", "藏族", "羌族", "彝族", "布依族", "侗族", "白族", "傣族", "景颇族", "哈尼族", "傈僳族", "哈萨克", "柯尔克孜", "蒙古族", "蒙古",
    ];

    private static readonly ImmutableArray<Division> All = Parse();

    /// <summary>By every name, also by the short ones of autonomous prefectures.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<Division>> ByName = All
        .Concat(All.Select(static d => d with { Name = ShortName(d.Name) }).Where(static d => d.Name.EndsWith('州')))
        .GroupBy(static d => d.Name, StringComparer.Ordinal).ToFrozenDictionary(static g => g.Key, static g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Codes of the autonomous regions by their short names.</summary>
    private static readonly FrozenDictionary<string, string> Regions = All.Where(static d => d.Name.EndsWith("自治区", StringComparison.Ordinal))
        .DistinctBy(static d => d.Code).ToFrozenDictionary(static d => ShortName(d.Name), static d => d.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> NamesByCode =
        All.GroupBy(static d => d.Code, StringComparer.Ordinal).ToFrozenDictionary(static g => g.Key, static g => g.Select(d => d.Name).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<Division>>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = All.Max(static d => d.Name.Length);

    /// <summary>
    /// The code of the innermost division that the name mentions; "" if none, or if several bear that name and the evidence
    /// does not tell which.
    /// </summary>
    /// <param name="name">Name of an entity: 武汉市青山区大数据中心.</param>
    /// <param name="evidence">Further texts of the document, asked only where one name has several codes.</param>
    public static string CodeIn(string name, Func<IEnumerable<string>> evidence) => CodeIn(name, evidence, out _);

    /// <param name="shared">The name that several divisions bear and that the evidence does not tell apart; else "".</param>
    public static string CodeIn(string name, Func<IEnumerable<string>> evidence, out string shared)
    {
        shared = "";
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(evidence);
        List<Division> found = [];
        var level = 0;
        foreach (var (_, _, divisions) in Mentions(name))
        {
            var deeper = divisions.Max(static d => Level(d.Code));
            if (deeper > level)
            {
                found.Clear();
                level = deeper;
            }
            if (deeper == level)
                found.AddRange(divisions.Where(d => Level(d.Code) == level));
        }
        if (found.Count == 0)
            return OfShortened(name);
        if (found.TrueForAll(d => d.Code == found[0].Code))
            return found[0].Code;
        var code = Only(found, d => IsUnder(name, d)) ?? Only(found, d => evidence().Any(t => IsUnder(t, d)));
        if (code is null)
            shared = found[0].Name;
        return code ?? "";
    }

    /// <summary>The names of divisions in a text, in their order, each with all divisions that bear or bore it.</summary>
    internal static IEnumerable<(int Start, int Length, ImmutableArray<Division> Divisions)> Mentions(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            for (var length = Math.Min(Longest, text.Length - i); length >= 2; length--)
            {
                if (!Lookup.TryGetValue(text.AsSpan(i, length), out var divisions))
                    continue;
                yield return (i, length, divisions);
                i += length - 1;
                break;
            }
        }
    }

    /// <summary>The latest name of the division with that code; "" if there is none.</summary>
    internal static string NameOf(string code) => NamesByCode.TryGetValue(code, out var names) ? names[0] : "";

    /// <summary>Every division with every name it had, the latest first.</summary>
    public static ImmutableArray<Division> List => All;

    /// <summary>Whether a division has that code.</summary>
    public static bool IsCode(string code) => NamesByCode.ContainsKey(code);

    /// <summary>Whether the division of that code has or had that name.</summary>
    public static bool Bears(string code, string name) => NamesByCode.TryGetValue(code, out var names) && names.Contains(name, StringComparer.Ordinal);

    /// <summary>A name may begin with that of its city or province without 市, 省 or 自治区: 长沙职业教育基地.</summary>
    private static string OfShortened(string name)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var length = 2; length <= Math.Min(3, name.Length - 1); length++)
        {
            foreach (var end in "市省")
            {
                if (ByName.TryGetValue(name[..length] + end, out var divisions))
                    codes.UnionWith(divisions.Where(static d => Level(d.Code) < 3).Select(static d => d.Code));
            }
            if (Regions.TryGetValue(name[..length], out var region))
                codes.Add(region);
        }
        return codes.Count == 1 ? codes.First() : "";
    }

    private static string? Only(List<Division> found, Func<Division, bool> fits)
    {
        string? only = null;
        foreach (var division in found)
        {
            if (!fits(division))
                continue;
            if (only is not null && only != division.Code)
                return null;
            only = division.Code;
        }
        return only;
    }

    /// <summary>Whether the text names the division right behind its prefecture or its province: 武汉市青山区.</summary>
    private static bool IsUnder(string text, Division division)
    {
        foreach (var parent in new[] { division.Code[..4] + "00", division.Code[..2] + "0000" })
        {
            if (parent == division.Code || !NamesByCode.TryGetValue(parent, out var names))
                continue;
            foreach (var name in names)
            {
                if (text.Contains(name + division.Name, StringComparison.Ordinal))
                    return true;
            }
        }
        return false;
    }

    /// <summary>延边州 for 延边朝鲜族自治州, 新疆 for 新疆维吾尔自治区; "" for what has no such name.</summary>
    private static string ShortName(string name)
    {
        var province = name.EndsWith("自治区", StringComparison.Ordinal);
        if (!province && !name.EndsWith("自治州", StringComparison.Ordinal))
            return "";
        var bare = name[..^3];
        for (var again = true; again;)
        {
            again = false;
            foreach (var nation in Nations)
            {
                if (bare.Length > nation.Length + 1 && bare.EndsWith(nation, StringComparison.Ordinal))
                    (bare, again) = (bare[..^nation.Length], true);
            }
        }
        return province ? bare : bare + "州";
    }

    /// <summary>1 for a province, 2 for a prefecture, 3 for a county.</summary>
    internal static int Level(string code) => code.EndsWith("0000", StringComparison.Ordinal) ? 1 : code.EndsWith("00", StringComparison.Ordinal) ? 2 : 3;

    private static ImmutableArray<Division> Parse()
    {
        var all = ImmutableArray.CreateBuilder<Division>();
        foreach (var group in Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var entry in group[4..].Split('|'))
                all.Add(new Division(string.Concat(group.AsSpan(0, 4), entry.AsSpan(0, 2)), entry[2..]));
        }
        return all.ToImmutable();
    }
}
