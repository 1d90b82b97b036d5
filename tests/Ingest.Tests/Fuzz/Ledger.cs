using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;

namespace Ingest.Tests.Fuzz;

/// <summary>What a document is about: seed of its amounts, and how much of everything there is.</summary>
/// <param name="Kinds">Which tables, a bit each.</param>
internal sealed record Content(int Seed, int Classes, int Groups, int Items, int Economic, int Projects, int Kinds);

/// <summary>A code of the catalogue with what it costs: personnel, running costs, projects, in 分.</summary>
internal sealed record Post(string Code, string Name, long Personnel, long Operating, long Project)
{
    public long Basic => Personnel + Operating;

    public long Total => Basic + Project;
}

/// <summary>The money of one department, from which all of its tables are made, so that their sums hold and agree.</summary>
internal sealed class Ledger
{
    private static readonly ImmutableArray<CodeName> Codes = [.. CodeCatalog.All().GroupBy(c => (c.Scheme, c.Code)).Select(g => g.Last())];

    private readonly Random _random;
    private readonly long _step;

    public Ledger(Content content, Dress dress)
    {
        _random = new Random(content.Seed);
        _step = Figures.StepFen(dress.Step);
        Functional = Sums(Leaves(content));
        Total = Functional.Where(p => p.Code.Length == 3).Aggregate(new Post("", "合计", 0, 0, 0), Add);
        Economic = Sums([.. Parts(Total.Personnel, "301", content.Economic, true), .. Parts(Total.Operating, "302", content.Economic, false)]);
        Projects = [.. Divide(Total.Project, content.Projects).Select((fen, i) => new Post(ProjectCode(i), ProjectNames[(content.Seed + i) % ProjectNames.Length], 0, 0, fen))];
        Carryover = content.Seed % 3 == 0 ? 0 : Total.Total / 10 / _step * _step;
    }

    /// <summary>类, 款, 项 in order, each sum before its parts.</summary>
    public ImmutableArray<Post> Functional { get; }

    public ImmutableArray<Post> Economic { get; }

    public ImmutableArray<Post> Projects { get; }

    public Post Total { get; }

    public long Carryover { get; }

    /// <summary>What the three public expenses are in the table by article: journeys abroad, cars, receptions.</summary>
    public long Abroad => Of("30212");

    public long Cars => Of("30231");

    public long Reception => Of("30217");

    private static ImmutableArray<string> ProjectNames =>
    [
        "信息系统运行维护费", "第五次全国经济普查专项经费", "办公设备购置及日常维修改造项目", "基层统计队伍建设与业务培训", "城乡居民收入调查补助",
        "老旧小区配套设施改造工程(二期)", "政务服务大厅窗口人员劳务派遣经费", "食品安全抽样检验", "档案数字化加工及库房管理", "宣传工作经费",
    ];

    private static string ProjectCode(int i) => $"42010724{121 + i:000}T000000{100 + i:000}";

    private List<Post> Leaves(Content content)
    {
        var leaves = new List<Post>();
        foreach (var top in Some(Below("functional", ""), content.Classes))
        {
            foreach (var group in Some(Below("functional", top.Code), content.Groups))
            {
                leaves.AddRange(Some(Below("functional", group.Code), content.Items).Select(leaf => Costs(leaf, leaves.Count)));
            }
        }

        return leaves;
    }

    private Post Costs(CodeName leaf, int number)
    {
        // the first has something of everything; of the rest some are projects only; one now and then is taken back
        var project = number == 0 || _random.Next(3) > 0 ? Amount(8) : 0;
        var basic = number == 0 || project == 0 || _random.Next(3) == 0;
        return new Post(leaf.Code, leaf.Name, basic ? Amount(9) : 0, basic ? Amount(7) : 0, number > 0 && _random.Next(12) == 0 ? -project / 10 / _step * _step : project);
    }

    private IEnumerable<Post> Parts(long whole, string code, int most, bool personnel)
    {
        var names = Some(Below("department_economic", code), most, c => c.Code is "30217" or "30231");
        return Divide(whole, names.Count).Select((fen, i) => new Post(names[i].Code, names[i].Name, personnel ? fen : 0, personnel ? 0 : fen, 0));
    }

    /// <summary>Adds the sums of leaves above them.</summary>
    private static ImmutableArray<Post> Sums(List<Post> leaves) =>
    [
        .. leaves.SelectMany(l => Enumerable.Range(0, (l.Code.Length - 1) / 2).Select(i => l.Code[..(3 + (2 * i))])).Distinct()
            .Select(code => leaves.Where(l => l.Code.StartsWith(code, StringComparison.Ordinal)).Aggregate(new Post(code, NameOf(code), 0, 0, 0), Add))
            .OrderBy(p => p.Code, StringComparer.Ordinal),
    ];

    private static Post Add(Post sum, Post part) =>
        sum with { Personnel = sum.Personnel + part.Personnel, Operating = sum.Operating + part.Operating, Project = sum.Project + part.Project };

    private static string NameOf(string code) => Codes.First(c => c.Code == code).Name;

    private static List<CodeName> Below(string scheme, string code) =>
        [.. Codes.Where(c => c.Scheme == scheme && c.Parent == code && (c.Code.Length > 3 || Codes.Any(d => d.Parent == c.Code && Codes.Any(e => e.Parent == d.Code))) &&
            (scheme != "functional" || c.Code.Length != 5 || Codes.Any(d => d.Parent == c.Code)))];

    /// <summary>So many of them at random, in their order; some at any rate.</summary>
    private List<CodeName> Some(List<CodeName> all, int most, Func<CodeName, bool>? always = null)
    {
        while (all.Count > most)
        {
            var at = _random.Next(all.Count);
            if (always?.Invoke(all[at]) is not true)
            {
                all.RemoveAt(at);
            }
        }

        return all;
    }

    private long Of(string code) => Economic.FirstOrDefault(p => p.Code == code)?.Total ?? 0;

    /// <summary>An amount of up to so many digits of 分, a whole number of steps, never 0.</summary>
    private long Amount(int digits)
    {
        var most = (long)Math.Pow(10, Math.Max(digits, 6) - (2 * _random.NextDouble()));
        return (1 + _random.NextInt64(Math.Max(1, most / _step))) * _step;
    }

    private IEnumerable<long> Divide(long whole, int parts)
    {
        var rest = whole;
        for (var i = 1; i <= parts; i++)
        {
            var part = i == parts ? rest : (long)(rest * (0.1 + (0.5 * _random.NextDouble()))) / _step * _step;
            rest -= part;
            yield return part;
        }
    }
}
