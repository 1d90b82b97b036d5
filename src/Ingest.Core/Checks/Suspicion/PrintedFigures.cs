using Ingest.Core.Amounts;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>Which amounts are printed in which tables: one that stands in several is hardly a slip.</summary>
internal sealed class PrintedFigures
{
    /// <summary>Amounts of fewer digits, zeros at the end not counted, meet by chance.</summary>
    private const int LeastDigits = 3;

    private readonly Operands operands;
    private readonly Lazy<Dictionary<Int128, (int First, bool More)>> tables;

    public PrintedFigures(Operands operands)
    {
        this.operands = operands;
        tables = new(Index);
    }

    /// <summary>The figure of a fact is printed in another table too.</summary>
    public bool StandElsewhere(int fact) => Stands(operands.Fen(fact), operands.Facts[fact].Where.Table);

    /// <summary>An amount is printed in a table other than this one.</summary>
    public bool Stands(Int128 fen, int outside) => tables.Value.TryGetValue(fen, out var found) && (found.More || found.First != outside);

    private Dictionary<Int128, (int First, bool More)> Index()
    {
        var index = new Dictionary<Int128, (int First, bool More)>();
        for (var f = 0; f < operands.Facts.Length; f++)
        {
            if (operands.Facts[f].Amount is not { } amount || !IsTelling(amount.Fen))
            {
                continue;
            }

            var table = operands.Facts[f].Where.Table;
            index[amount.Fen] = index.TryGetValue(amount.Fen, out var found) ? (found.First, found.More || found.First != table) : (table, false);
        }

        return index;
    }

    /// <summary>The amount has too many digits to be met by chance.</summary>
    public static bool IsTelling(Int128 fen)
    {
        for (fen = Int128.Abs(fen); fen != 0 && fen % 10 == 0;)
        {
            fen /= 10;
        }

        return fen >= PowerOfTen.Of(LeastDigits - 1);
    }
}
