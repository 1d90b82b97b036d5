using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>Tables whose sides balance: 收入 | 支出, each closed by its 总计.</summary>
internal static class TwoSided
{
    public static bool IsTwoSided(string kind) => kind.EndsWith("expenditure_summary", StringComparison.Ordinal) && kind.Contains("revenue", StringComparison.Ordinal)
        || kind.EndsWith("fiscal_appropriation_summary", StringComparison.Ordinal);

    /// <summary>Last year's figures beside final accounts come from another set of books, with its carry-over left out or doubled.</summary>
    public static bool IsCopied(string kind, BudgetColumn column) =>
        kind.StartsWith("final_", StringComparison.Ordinal) && column.Key?.Contains(ColumnKeys.Prior + ".", StringComparison.Ordinal) == true;

    /// <param name="grand">The sum closes a side.</param>
    public static Identity IdentityOf(string kind, BudgetColumn column, bool grand)
    {
        var income = column.Key?.StartsWith(ColumnKeys.Income, StringComparison.Ordinal) ?? column.Block == 0;
        if (kind.StartsWith("final_", StringComparison.Ordinal) && grand)
        {
            return IdentityCatalog.FinalSides;
        }

        if (kind.EndsWith("fiscal_appropriation_summary", StringComparison.Ordinal))
        {
            return income ? IdentityCatalog.FiscalIncome : IdentityCatalog.FiscalExpenditure;
        }

        return (income, grand) switch
        {
            (true, false) => IdentityCatalog.IncomeSum,
            (true, true) => IdentityCatalog.IncomeTotal,
            (false, false) => IdentityCatalog.ExpenditureSum,
            (false, true) => IdentityCatalog.ExpenditureTotal,
        };
    }

    /// <summary>The grand totals of all blocks agree, period by period.</summary>
    public static void Balance(TableView view, Ledger ledger, List<(int Block, int Row)> totals)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (block, row) in totals)
        {
            foreach (var column in view.Columns)
            {
                if (column.Block != block || column.Key is null || !column.Key.EndsWith(ColumnKeys.Total, StringComparison.Ordinal) || view.At(row, column.Index) is not (>= 0 and var fact))
                {
                    continue;
                }

                var period = column.Key[..^ColumnKeys.Total.Length].Replace(ColumnKeys.Income + ".", "", StringComparison.Ordinal).Replace(ColumnKeys.Expenditure + ".", "", StringComparison.Ordinal);
                if (!first.TryAdd(period, fact) && view.Operands.IsPrinted(fact))
                {
                    ledger.Add(IdentityCatalog.SidesBalance, view, first[period], [fact]);
                }
            }
        }
    }
}
