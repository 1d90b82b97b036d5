namespace Ingest.Tests.Hostile;

/// <summary>A few hundred of the mutants that <c>./run.sh torture</c> makes by the hundred thousand.</summary>
public class MutantTests
{
    private const int Mutants = 400;

    [Fact]
    public void No_mutant_ends_in_a_fault_or_gives_a_changed_amount_as_verified_without_a_word()
    {
        foreach (var source in MutantSource.Small())
        {
            Assert.Equal(12, source.Facts);
            Assert.Equal(MutantOutcome.Same, source.Judge(source.Bytes).Outcome);
            for (var number = 0; number < Mutants; number++)
            {
                var (kind, bytes) = PdfMutator.Mutate(source.Bytes, seed: 1, number);
                var (outcome, detail) = source.Judge(bytes);
                Assert.False(outcome is MutantOutcome.Fault or MutantOutcome.ChangedAndVerified, $"{source.Name} {number} ({kind}): {outcome}: {detail}");
            }
        }
    }

    [Fact]
    public void The_same_number_gives_the_same_mutant_and_every_kind_occurs()
    {
        var bytes = MutantSource.Small()[1].Bytes;
        var kinds = Enumerable.Range(0, 300).Select(n => PdfMutator.Mutate(bytes, 7, n)).ToList();

        Assert.Equal(kinds[42].Bytes, PdfMutator.Mutate(bytes, 7, 42).Bytes);
        Assert.Equal(PdfMutator.Names.Order(StringComparer.Ordinal), kinds.Select(k => k.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
