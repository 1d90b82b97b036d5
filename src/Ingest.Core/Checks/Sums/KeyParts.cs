using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Sums;

/// <summary>Takes column keys apart.</summary>
internal static class KeyParts
{
    private static readonly string[] Sides = [Income, Expenditure];
    private static readonly string[] Periods = [Prior, Change, Model.ColumnKeys.Budget, AdjustedBudget, Final];
    private static readonly string[] States = [Model.ColumnKeys.Budget, AdjustedBudget];
    private static readonly string[] Funds = [GeneralPublic, GovernmentFund, StateCapital];

    /// <summary>
    /// Side, period and state (and fund, where a whole set of measures is given per fund) as prefix, and the measure with its group.
    /// <c>expenditure.prior.total</c> → (<c>expenditure.prior</c>, <c>total</c>).
    /// </summary>
    public static (string Prefix, string Measure) Split(string key)
    {
        var start = 0;
        start = Skip(key, start, Sides);
        start = Skip(key, start, Periods);
        start = Skip(key, start, States);
        start = Skip(key, start, Funds);
        return (key[..start].TrimEnd('.'), key[start..]);
    }

    private static int Skip(string key, int start, string[] words)
    {
        foreach (var word in words)
        {
            if (key.Length > start + word.Length && key[start + word.Length] == '.' && string.CompareOrdinal(key, start, word, 0, word.Length) == 0)
            {
                return start + word.Length + 1;
            }
        }

        return start;
    }
}
