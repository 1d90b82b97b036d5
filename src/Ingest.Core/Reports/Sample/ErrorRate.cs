namespace Ingest.Core.Reports.Sample;

/// <summary>How often something is wrong, told from a sample, with the interval of 95 % after Clopper and Pearson.</summary>
/// <param name="Checked">Marked right or wrong.</param>
public sealed record ErrorRate(int Checked, int Wrong, double Rate, double Low, double High)
{
    private const double Tail = 0.025;
    private const int Halvings = 60;

    public static ErrorRate Of(int wrong, int examined)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wrong);
        ArgumentOutOfRangeException.ThrowIfLessThan(examined, wrong);
        if (examined == 0)
        {
            return new ErrorRate(0, 0, 0, 0, 1);
        }

        // The least and the greatest rate under which so many, or so few, would still come in one sample of forty.
        var low = wrong == 0 ? 0 : Solve(p => 1 - AtMost(wrong - 1, examined, p) < Tail);
        var high = wrong == examined ? 1 : Solve(p => AtMost(wrong, examined, p) > Tail);
        return new ErrorRate(examined, wrong, (double)wrong / examined, low, high);
    }

    /// <summary>Where a condition that holds for small rates ceases to hold.</summary>
    private static double Solve(Func<double, bool> holds)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of at most so many among n, each wrong with p; in logarithms, for n may be thousands.</summary>
    private static double AtMost(int many, int n, double p)
    {
        if (p is <= 0 or >= 1)
        {
            return p <= 0 ? 1 : many >= n ? 1 : 0;
        }

        var (term, sum) = (n * Math.Log(1 - p), 0.0);
        for (var k = 0; k <= many; k++)
        {
            sum += Math.Exp(term);
            term += Math.Log((double)(n - k) / (k + 1)) + Math.Log(p / (1 - p));
        }

        return Math.Min(1, sum);
    }
}
