using Ingest.Core.Model;

namespace Ingest.Tests.Metamorphic;

/// <summary>What a fact says: this row, this column, this amount.</summary>
internal readonly record struct Saying(string Kind, string Code, string Label, string Path, long Fen)
{
    public static Saying Of(Fact fact) => new(fact.Kind, fact.Line.Code, fact.Line.Label, fact.Column.Path, fact.Amount!.Value.Fen);

    /// <summary>In what another fact says something else.</summary>
    public IEnumerable<string> Differences(Saying other)
    {
        (string Name, bool Same)[] parts =
        [
            ("kind", Kind == other.Kind), ("code", Code == other.Code), ("label", Label == other.Label), ("column", Path == other.Path), ("amount", Fen == other.Fen),
        ];
        return parts.Where(p => !p.Same).Select(p => p.Name);
    }

    public override string ToString() => $"{Kind} | {Code} | {Label} | {Path} | {new Amount(Fen, 1).ToYuan()}";
}

/// <summary>
/// What became of the facts of non-zero amount of one document.
/// </summary>
/// <param name="Facts">How many there should be.</param>
/// <param name="Kept">Given again and not in doubt, or in doubt as before.</param>
/// <param name="Doubted">Given as doubtful, or missing where an anomaly that was not there before says so (on its page or of its kind).</param>
/// <param name="Changed">Facts that there should not be and that are not doubtful.</param>
/// <param name="Verified">Of these, those that call themselves verified.</param>
/// <param name="Lost">Missing without a word.</param>
internal sealed record FactComparison(int Facts, int Kept, int Doubted, int Changed, int Verified, int Lost)
{
    public static readonly FactComparison None = new(0, 0, 0, 0, 0, 0);

    /// <summary>The changed facts that call themselves verified, and what was lost in silence.</summary>
    public IReadOnlyList<string> Wrongs { get; init; } = [];

    public static FactComparison operator +(FactComparison a, FactComparison b) =>
        new(a.Facts + b.Facts, a.Kept + b.Kept, a.Doubted + b.Doubted, a.Changed + b.Changed, a.Verified + b.Verified, a.Lost + b.Lost) { Wrongs = [.. a.Wrongs, .. b.Wrongs] };

    public double KeptShare => Facts == 0 ? 1 : (double)Kept / Facts;

    public static FactComparison Of(ParsedDocument before, ParsedDocument after) =>
        Of([.. Amounts(before).Select(f => (Saying.Of(f), f.Where.Area.Page, f.Status == FactStatus.Doubtful))], before.Anomalies, after);

    /// <param name="wanted">Each fact that there should be, the page it stands on, and whether it was in doubt already.</param>
    /// <param name="known">Anomalies that were there before.</param>
    public static FactComparison Of(IReadOnlyList<(Saying Saying, int Page, bool InDoubt)> wanted, IEnumerable<Anomaly> known, ParsedDocument after)
    {
        // Of equal facts the confirmed ones are taken for the same first.
        var given = Amounts(after).GroupBy(Saying.Of).ToDictionary(g => g.Key, g => new Queue<Fact>(g.OrderByDescending(f => f.Status == FactStatus.Verified).ThenBy(f => f.Status)));
        int kept = 0, doubted = 0;
        var missing = new List<(Saying Saying, int Page)>();
        foreach (var (saying, page, inDoubt) in wanted)
        {
            if (given.TryGetValue(saying, out var same) && same.TryDequeue(out var fact))
            {
                _ = inDoubt || fact.Status != FactStatus.Doubtful ? kept++ : doubted++;
            }
            else
            {
                missing.Add((saying, page));
            }
        }

        var others = given.Values.SelectMany(q => q).ToList();
        var changed = others.FindAll(f => f.Status != FactStatus.Doubtful);
        var verified = changed.FindAll(f => f.Status == FactStatus.Verified);
        var old = known.Select(Sign).ToHashSet();
        var doubts = after.Anomalies.Where(a => a.Code.Severity != Severity.Note && !old.Contains(Sign(a))).ToList();
        var lost = new List<Saying>();
        var rest = new Others(others);
        foreach (var (saying, page) in missing)
        {
            // The same amount, or the same place, under another name is a changed fact, not a lost one.
            if (rest.Take(saying) is { } other)
            {
                doubted += other.Status == FactStatus.Doubtful ? 1 : 0;
            }
            else if (doubts.Exists(a => a.Where.Area.Page == page || a.TableKind == saying.Kind))
            {
                doubted++;
            }
            else
            {
                lost.Add(saying);
            }
        }

        return new FactComparison(wanted.Count, kept, doubted, changed.Count, verified.Count, lost.Count)
        {
            Wrongs = [.. verified.Select(f => Tell(f, missing)), .. lost.Select(s => $"lost in silence: {s}")],
        };
    }

    /// <summary>A changed fact beside the missing one that it is most like.</summary>
    private static string Tell(Fact fact, List<(Saying Saying, int Page)> missing)
    {
        var said = Saying.Of(fact);
        var nearest = missing.Select(m => m.Saying).OrderBy(m => m.Differences(said).Count()).ThenBy(m => m.Fen != said.Fen).FirstOrDefault();
        return $"changed and verified ({string.Join(", ", said.Differences(nearest))}): {said} (page {fact.Where.Area.Page}); nearest {nearest}";
    }

    private static IEnumerable<Fact> Amounts(ParsedDocument document) => document.Facts.Where(f => f.Amount is { Fen: not 0 });

    /// <summary>Facts to be taken once each, by their amount or by their place: a document may have thousands of either.</summary>
    private sealed class Others(List<Fact> facts)
    {
        private readonly ILookup<long, int> _byAmount = Enumerable.Range(0, facts.Count).ToLookup(i => facts[i].Amount!.Value.Fen);
        private readonly ILookup<Saying, int> _byPlace = Enumerable.Range(0, facts.Count).ToLookup(i => Saying.Of(facts[i]) with { Fen = 0 });
        private readonly HashSet<int> _taken = [];

        public Fact? Take(Saying saying)
        {
            var at = _byAmount[saying.Fen].Concat(_byPlace[saying with { Fen = 0 }]).Where(i => !_taken.Contains(i)).Append(-1).First();
            return at >= 0 && _taken.Add(at) ? facts[at] : null;
        }
    }

    /// <summary>What an anomaly says of which page: tables that were not read are said alike on all.</summary>
    private static (string, int, string, string, string, string) Sign(Anomaly a) => (a.Code.Id, a.Where.Area.Page, a.TableKind, a.Label, a.ColumnPath, a.Found);
}
