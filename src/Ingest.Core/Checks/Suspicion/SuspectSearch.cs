namespace Ingest.Core.Checks.Suspicion;

/// <summary>A cell whose change would make failed sums hold.</summary>
/// <param name="Correction">What must be added to it, in 分.</param>
/// <param name="Explained">The failed equations that then hold.</param>
/// <param name="Stated">A sentence states the closing figure.</param>
internal sealed record Suspect(int Fact, Int128 Correction, List<int> Explained, bool Stated = false);

/// <summary>What the search for suspects ends with.</summary>
/// <param name="Unexplained">Failed equations that no single cell explains for certain.</param>
/// <param name="Candidates">The cells of those that could.</param>
internal sealed record SuspectSearch(List<Suspect> Found, List<int> Unexplained, List<(int Equation, int Fact, Int128 Correction)> Candidates)
{
    /// <summary>Names the cells of which the text bears out the closing figure, if it is one for an equation.</summary>
    public void Resolve(IReadOnlySet<int> refuted)
    {
        foreach (var group in Candidates.Where(c => refuted.Contains(c.Fact)).GroupBy(c => c.Equation).Where(g => g.Count() == 1).OrderBy(g => g.Key))
        {
            var (equation, fact, correction) = group.First();
            Unexplained.Remove(equation);
            Found.Add(new Suspect(fact, correction, [equation], Stated: true));
        }
    }
}
