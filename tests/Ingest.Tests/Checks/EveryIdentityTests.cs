using System.Collections.Immutable;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>
/// No identity that cannot fail: for each of the catalogue a document that keeps it, and the same with one figure changed,
/// which breaks it and is reported.
/// </summary>
public class EveryIdentityTests
{
    /// <summary>Customs, and sentences that may compare with another figure than the column: where a budget does otherwise they do not apply, and nobody is blamed.</summary>
    private static readonly ImmutableArray<string> Customs = ["S6.split", "X8", "N4.table"];

    public static TheoryData<string> Ids => [.. IdentityCatalog.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Holds_where_the_figures_agree_and_fails_where_one_is_changed(string id)
    {
        Assert.True(IdentityExamples.All.TryGetValue(id, out var example), $"{id} has no example.");
        var (kept, quiet) = example(true);
        Assert.Contains(CheckResult.Pass, ResultsOf(kept, id));
        Assert.DoesNotContain(CheckResult.Fail, kept.Select(c => c.Result));
        Assert.DoesNotContain(quiet, a => a.Code.Severity != Severity.Note);

        var (broken, said) = example(false);
        if (Customs.Contains(id))
        {
            Assert.Contains(CheckResult.NotApplicable, ResultsOf(broken, id));
        }
        else
        {
            Assert.Contains(CheckResult.Fail, ResultsOf(broken, id));
            Assert.NotEmpty(said);
        }
    }

    [Fact]
    public void The_48_identities_of_the_field_are_evaluated() => Assert.Empty(
        "S1.income_sum S1.exp_sum S1.income_total S1.exp_total S1.balance S2.row S2.sub S2.tree S3.row S3.tree S4.inc S4.exp S5.row S5.basic S6.row S6.tree S6.split S7.car S7.sum S7.cap S9.row S9.tree S10.qxp S10.tree S10.sub X1 X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X12 N1 N2 N3 N4 N5 N6 N7 F1 F2 Y1 Y2"
            .Split(' ').Except(IdentityCatalog.All.Keys));

    private static IEnumerable<CheckResult> ResultsOf(ImmutableArray<Check> checks, string id) => checks.Where(c => c.Identity == id).Select(c => c.Result);
}
