using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// What the name of a file (or the link that led to it) says of a document: 财政局_2026年部门预算.pdf. The content decides what
/// the document is; where the name says another body or phase, it has been put in a wrong place, by us or by its publisher.
/// </summary>
/// <param name="Bodies">What may be the body's name; empty where the name tells none.</param>
/// <param name="Phase">"" if it names none, or both.</param>
internal sealed record NameClaims(ImmutableArray<string> Bodies, string Phase)
{
    private const int ShortestBody = 3;

    private static readonly string[] BodyEnds =
        ["局", "委员会", "委", "办公室", "办公厅", "厅", "院", "部", "中心", "处", "会", "所", "站", "队", "馆", "校", "大学", "学院"];

    /// <summary>Bodies of the whole country lie in no division.</summary>
    private static readonly string[] CentralBegins = ["国家", "中央", "中国", "中华", "全国", "最高人民", "国务院"];

    public static NameClaims Of(string fileName)
    {
        var name = Folding.Label(fileName);
        while (name.LastIndexOf('.') is var dot and > 0 && name.Length - dot <= 5)
            name = name[..dot];
        // what is done with a budget is no phase
        var plain = name.Replace("预决算", "", StringComparison.Ordinal).Replace("预算执行", "", StringComparison.Ordinal).Replace("预算绩效", "", StringComparison.Ordinal);
        bool budget = Words.Has(plain, "预算"), final = Words.Has(plain, "决算");
        var bodies = ImmutableArray.CreateBuilder<string>();
        foreach (var part in name.Split('_', '-', '—', ' '))
        {
            if (TitleWords.Parse(part).Entity is { Length: >= ShortestBody } body && IsBody(body))
                bodies.Add(body);
        }
        return new NameClaims(bodies.ToImmutable(), budget == final ? "" : final ? "final" : "budget");
    }

    /// <summary>The claim that the content contradicts: a body, or a phase; null if it bears the name out or says nothing to it.</summary>
    public string? Against(DocumentIdentity identity, ImmutableArray<TextLine> lines)
    {
        if (identity.Entity.Length > 0 && !Bodies.IsEmpty && !Bodies.Any(b => IsSame(b, identity) || IsMentioned(b, lines)))
            return Bodies[0];
        return Phase.Length > 0 && identity.Phase.Length > 0 && Phase != identity.Phase ? Phase : null;
    }

    /// <summary>Whether the body belongs to the whole country, so that it has no division.</summary>
    public static bool IsCentral(string entity) =>
        Array.Exists(CentralBegins, b => entity.StartsWith(b, StringComparison.Ordinal)) && !entity.StartsWith("中国共产党", StringComparison.Ordinal)
        || (entity.EndsWith('部') && entity.Length <= 7 && !Words.Has(entity, "委"));

    /// <summary>Whether the name is that of an office, a school, a court and the like.</summary>
    public static bool IsBody(string name)
    {
        foreach (var c in name)
        {
            if (c is (< '\u4E00' or > '\u9FFF') and not ('(' or ')' or '、'))
                return false;
        }
        return Array.Exists(BodyEnds, e => name.EndsWith(e, StringComparison.Ordinal));
    }

    /// <summary>
    /// Names are shortened and bodies renamed (发改委, 科技创新局, 数据局): half of the characters that tell the one or the other
    /// apart are enough, unless the two lie in divisions of which neither holds the other.
    /// </summary>
    private static bool IsSame(string body, DocumentIdentity identity)
    {
        var division = Divisions.CodeIn(body, static () => []);
        if (division.Length > 0 && (IsCentral(identity.Entity) || (identity.RegionCode.Length > 0 && !Holds(division, identity.RegionCode) && !Holds(identity.RegionCode, division))))
            return false;
        string named = Core(EntityKeys.Of(body, division)), own = Core(EntityKeys.Of(identity.Entity, identity.RegionCode));
        return IsHalfIn(named, identity.Entity) || IsHalfIn(own, body);
    }

    private static bool IsHalfIn(string core, string name) => 2 * core.Count(c => name.Contains(c, StringComparison.Ordinal)) >= core.Length;

    /// <summary>What tells a body apart: its name without the word for what it is.</summary>
    private static string Core(string key)
    {
        foreach (var end in BodyEnds)
        {
            if (key.EndsWith(end, StringComparison.Ordinal) && key.Length > end.Length)
                return key[..^end.Length];
        }
        return key;
    }

    private static bool Holds(string outer, string inner)
    {
        var within = outer.AsSpan();
        while (within.EndsWith("00"))
            within = within[..^2];
        return inner.AsSpan().StartsWith(within);
    }

    /// <summary>A subordinate names the body above it on its first pages.</summary>
    private static bool IsMentioned(string body, ImmutableArray<TextLine> lines)
    {
        var key = EntityKeys.Of(body, Divisions.CodeIn(body, static () => []));
        foreach (var line in lines)
        {
            if (line.Area.Page > FirstPages)
                return false;
            if (line.Text.Contains(key, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private const int FirstPages = 3;
}
