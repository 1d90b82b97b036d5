using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget;

/// <summary>
/// Reports rows whose name belongs to another code: the code is known under other names, and the name is exactly that of
/// some other code. Spelling variants, shortened names and unknown codes are nothing.
/// </summary>
internal static class CodeNames
{
    public static void Check(BudgetTable table, ImmutableArray<Anomaly>.Builder anomalies)
    {
        // in lists of goods the code is of the money, the name of the thing
        if (table.Kind is null || KindCatalog.Find(table.Kind) is { Vocabulary: ColumnVocabulary.Procurement })
            return;
        foreach (var row in table.Rows)
        {
            if (row.Code.Length < 3 || row.Label.Length == 0)
                continue;
            var known = CodeCatalog.Names(row.CodeScheme, row.Code);
            if (known.IsEmpty || !CodeCatalog.IsName(row.CodeScheme, row.Label) || IsVariant(known, row.Label))
                continue;
            anomalies.Add(new Anomaly(
                AnomalyCodes.CodeNameMismatch, Where(table, row), table.Kind ?? "", row.Code, "", row.Label, known[^1],
                $"{row.Code} is {known[^1]}; {row.Label} is the name of another code.", Origin.Publisher));
        }
    }

    private static bool IsVariant(ImmutableArray<string> known, string label)
    {
        foreach (var name in known)
        {
            if (name.Contains(label, StringComparison.Ordinal) || label.Contains(name, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The cell that holds the name.</summary>
    private static CellRef Where(BudgetTable table, BudgetRow row)
    {
        RawCell? found = null;
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Row > row.Row)
                break;
            if (cell.Row != row.Row)
                continue;
            found ??= cell;
            foreach (var column in table.Columns)
            {
                if (column.Index == cell.Column && column.Block == row.Block && column.Role == ColumnRole.Label)
                    return new CellRef(cell.Area, table.Ordinal, cell.Row, cell.Column);
            }
        }
        return found is null ? new CellRef(default, table.Ordinal, row.Row) : new CellRef(found.Area, table.Ordinal, row.Row, found.Column);
    }
}
