using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// Whose the budget of a whole government is: a division, called by its name (山东省, 广州市), or a zone within one. Titles
/// often say only 全省 or 自治区本级; then the office that made the document tells it, the titles of its tables, or the
/// places that it is about.
/// </summary>
internal static class GovernmentReader
{
    private const int LongestMaker = 24, LongestName = 24, FewestPlaces = 3;

    /// <summary>Where the name of a government ends in a title.</summary>
    private static readonly string[] Behind =
    [
        "全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全辖", "本级", "人民政府", "政府",
        "和", "与", "及", "决算", "预算", "财政", "地方", "一般公共", "国民经济", "上半年", "(", "—",
    ];

    private static readonly string[] Zones =
        ["开发区", "新区", "园区", "示范区", "保税区", "高新区", "经开区", "试验区", "合作区", "度假区", "工业区", "产业区", "管理区", "管委会", "管理委员会", "街道", "镇", "乡", "农场", "兵团"];

    private static readonly string[] Makers = ["财政厅", "财政局", "人民政府"];

    /// <summary>Words of titles that tell the level of the government.</summary>
    private static readonly (int Level, string[] Words)[] Levels =
    [
        (1, ["全省", "省级", "省本级", "省对", "自治区"]),
        (2, ["全市", "市级", "市本级", "市对", "全州", "州本级", "州级", "全盟", "盟本级"]),
        (3, ["全县", "县级", "县本级", "全区", "区级", "区本级", "全旗", "旗本级"]),
    ];

    /// <param name="title">The title page, "" if there is none.</param>
    /// <param name="entity">What the title seems to call the body.</param>
    /// <returns>Name and code; the code is "" for a zone whose division the name does not tell; null if nothing names the government.</returns>
    public static (string Name, string Region)? Read(string title, string entity, FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        if (Named(entity) is { } named)
            return named;
        if (AnywhereIn(title) is { } mentioned)
            return Said(mentioned, "division in the title");
        if (Maker(found) is { } maker)
            return Said(maker, "division of the office that made it");
        if (InTitles(found) is { } titled)
            return Said(titled, "division in titles of tables");
        return AboutPlaces(found) is { } about ? Said((Divisions.NameOf(about), about), "division of the places in it") : null;

        (string, string) Said((string, string) answer, string reason)
        {
            reasons.Add(reason);
            return answer;
        }
    }

    /// <summary>The government that a name begins with; null if what it names is no division and no zone.</summary>
    public static (string Name, string Region)? Named(string name)
    {
        var text = Begin(name);
        if (text.Length is < 2 or > LongestName)
            return null;
        var (code, division, end) = Chain(text);
        if (end == text.Length)
            return (division, code);
        if (IsZone(text) || (end == 0 && "省市县区州盟旗".Contains(text[^1], StringComparison.Ordinal)))
            return (text, code.Length > 0 ? code : Divisions.CodeIn(text, static () => []));
        return code.Length > 0 ? (division, code) : null;
    }

    /// <summary>Whether the name is that of a division and of no body in it: 四川省, 四川省本级, 四川省决算情况.</summary>
    public static bool IsDivision(string name) => Begin(name) is { Length: > 1 } text && Chain(text).End == text.Length;

    private static string Begin(string name)
    {
        var text = name;
        foreach (var word in Behind)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
                text = text[..at];
        }
        return text.AsSpan().IndexOfAnyInRange('0', '9') is var digit and >= 0 ? text[..digit] : text;
    }

    private static bool IsZone(string text) => Array.Exists(Zones, z => text.EndsWith(z, StringComparison.Ordinal));

    /// <summary>Province, prefecture and county, one behind the other at the beginning: the code of the innermost, their names, and where they end.</summary>
    private static (string Code, string Name, int End) Chain(string text)
    {
        string code = "", name = "";
        var end = 0;
        foreach (var (start, length, divisions) in Divisions.Mentions(text))
        {
            if (start != end)
                break;
            var below = divisions.Where(d => code.Length == 0 || Holds(code, d.Code)).ToList();
            if (below.Count == 0 || (below.Exists(d => d.Code != below[0].Code) && code.Length == 0))
                break;
            code = below[0].Code;
            // a short name (延边州) stands for the full one
            var shown = text.Substring(start, length);
            name += Divisions.Bears(code, shown) ? shown : Divisions.NameOf(code);
            end = start + length;
        }
        return (code, name, end);
    }

    private static bool Holds(string outer, string inner) =>
        outer != inner && inner.AsSpan().StartsWith(Divisions.Level(outer) == 1 ? outer.AsSpan(0, 2) : Divisions.Level(outer) == 2 ? outer.AsSpan(0, 4) : outer);

    /// <summary>关于某市2024年…: the first division that begins anywhere in the title.</summary>
    private static (string, string)? AnywhereIn(string title)
    {
        foreach (var (start, _, _) in Divisions.Mentions(title))
        {
            if (Chain(title[start..]) is { Code.Length: > 0 } chain)
                return (chain.Name, chain.Code);
        }
        return null;
    }

    /// <summary>A short line on the first pages: 某省财政厅, 某市财政局局长某某.</summary>
    private static (string, string)? Maker(FoundTables found)
    {
        var first = -1;
        foreach (var line in found.Lines)
        {
            first = first < 0 ? line.Area.Page : first;
            if (line.Area.Page > first + 1)
                return null;
            var text = Folding.Label(line.Text);
            if (text.Length <= LongestMaker && Chain(text) is { Code.Length: > 0 } chain && Array.Exists(Makers, m => text.AsSpan(chain.End).StartsWith(m)))
                return (chain.Name, chain.Code);
        }
        return null;
    }

    /// <summary>The division that most titles of tables name before or behind their year.</summary>
    private static (string, string)? InTitles(FoundTables found)
    {
        var counts = new SortedDictionary<string, (int Count, string Name)>(StringComparer.Ordinal);
        foreach (var title in Titles(found))
        {
            var at = title.IndexOf("年", StringComparison.Ordinal);
            foreach (var (start, _, _) in Divisions.Mentions(title))
            {
                var chain = Chain(title[start..]);
                // beside the year, or at the beginning behind a number
                var beside = chain.Code.Length > 0 && (start == at + 1 || (at > start && at - start - chain.End <= 6) || !title[..start].Any(static c => c is >= '\u4E00' and <= '\u9FFF' and not ('表' or '附' or '件')));
                if (beside)
                    counts[chain.Code] = (counts.GetValueOrDefault(chain.Code).Count + 1, chain.Name);
                break;
            }
        }
        if (counts.Count == 0)
            return null;
        var best = counts.MaxBy(static c => c.Value.Count);
        return (best.Value.Name, best.Key);
    }

    private static IEnumerable<string> Titles(FoundTables found)
    {
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
                yield return Folding.Label(line.Text);
            foreach (var cell in table.Cells)
            {
                if (cell.Row > 1)
                    break;
                if (cell.Text.Contains('年', StringComparison.Ordinal) && cell.Text.EndsWith('表'))
                    yield return Folding.Label(cell.Text);
            }
        }
    }

    /// <summary>The division that most of the places named in tables and text lie in, of the level that the titles speak of.</summary>
    private static string? AboutPlaces(FoundTables found)
    {
        var codes = new List<string>();
        foreach (var text in Texts(found))
        {
            foreach (var (_, _, divisions) in Divisions.Mentions(text))
            {
                // a name that several provinces have says nothing
                if (divisions.All(d => d.Code == divisions[0].Code))
                    codes.Add(divisions[0].Code);
            }
        }
        if (Most(codes, 2) is not { } province)
            return null;
        var level = LevelOf(found);
        var whole = province + "0000";
        if (level == 1 || (level == 2 && Divisions.NameOf(whole).EndsWith('市')))
            return whole;
        var within = codes.Where(c => Divisions.Level(c) > 1 && c.StartsWith(province, StringComparison.Ordinal)).ToList();
        // no word of the level: places of one prefecture alone are that prefecture's
        if (level == 0)
            return within.Count > 0 && within.TrueForAll(c => c[..4] == within[0][..4]) && Divisions.IsCode(within[0][..4] + "00") ? within[0][..4] + "00" : whole;
        if (level == 2)
            return Most(within, 4) is { } prefecture ? prefecture + "00" : null;
        return Most([.. within.Where(static c => Divisions.Level(c) == 3)], 6);
    }

    /// <summary>The beginning that most of the codes have in common, if it is that of three in five, and of three at least.</summary>
    private static string? Most(List<string> codes, int digits)
    {
        var best = codes.GroupBy(c => c[..digits], StringComparer.Ordinal).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return best is not null && best.Count() >= FewestPlaces && best.Count() * 5 >= codes.Count * 3 ? best.Key : null;
    }

    /// <summary>Each text once: what a list names in every table counts no more than what stands in it once.</summary>
    private static HashSet<string> Texts(FoundTables found)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in found.Lines)
            texts.Add(Folding.Label(line.Text));
        foreach (var table in found.Tables)
        {
            foreach (var cell in table.Cells)
            {
                if (cell.Text.Length > 1 && cell.Text[0] is >= '\u4E00' and <= '\u9FFF')
                    texts.Add(cell.Text);
            }
        }
        return texts;
    }

    /// <summary>1 for a province, 2 for a prefecture, 3 for a county; 0 if the titles do not say. A province speaks of its cities too, so the highest counts.</summary>
    private static int LevelOf(FoundTables found)
    {
        var counts = new int[4];
        foreach (var title in Titles(found).Concat(found.Lines.Select(static l => Folding.Label(l.Text)).Where(static t => t.EndsWith('表'))))
        {
            foreach (var (level, words) in Levels)
            {
                if (Array.Exists(words, w => title.Contains(w, StringComparison.Ordinal)))
                {
                    counts[level]++;
                    break;
                }
            }
        }
        return counts[1] > 0 && counts[1] * 4 >= counts[2] + counts[3] ? 1 : counts[2] * 2 >= counts[3] && counts[2] > 0 ? 2 : counts[3] > 0 ? 3 : 0;
    }
}
