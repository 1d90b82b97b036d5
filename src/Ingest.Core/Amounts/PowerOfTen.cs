namespace Ingest.Core.Amounts;

/// <summary>Exact powers of ten.</summary>
internal static class PowerOfTen
{
    /// <param name="exponent">0 to 30.</param>
    public static Int128 Of(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
