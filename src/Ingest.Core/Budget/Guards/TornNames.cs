using Ingest.Core.Budget.Codes;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Guards;

/// <summary>Codes and names that were cut or ran together where no ruling parts them, as the catalogue of codes tells.</summary>
internal static class TornNames
{
    /// <summary>So many names of a table are whole for one that is cut; where more are short, the table prints short names.</summary>
    private const int WholeForOne = 4;

    /// <summary>Rows whose name is only the beginning of the name of their code, in a table that prints whole names.</summary>
    public static List<BudgetRow> Cut(BudgetTable table, List<BudgetRow> rows)
    {
        if (table.Source.Ruled)
            return [];
        var coded = rows.FindAll(static r => r.Label.Length > 0 && !CodeCatalog.Names(r.CodeScheme, r.Code).IsEmpty);
        var cut = coded.FindAll(static r => CodeCatalog.Names(r.CodeScheme, r.Code) is var names && !names.Contains(r.Label) && names.Any(n => n.StartsWith(r.Label, StringComparison.Ordinal)));
        return cut.Count * (WholeForOne + 1) <= coded.Count ? cut : [];
    }

    /// <summary>Rows whose code has the number of the row before it (15 220), or stands in the name.</summary>
    public static List<BudgetRow> Joined(List<BudgetRow> rows) => rows.FindAll(static r => r.Code.Length > 0 ? HasNumber(r) : HoldsCode(r.Label));

    private static bool HasNumber(BudgetRow row)
    {
        if (CodeText.IsProject(row.Code) || !CodeCatalog.Names(row.CodeScheme, row.Code).IsEmpty)
            return false;
        for (var length = 3; length < row.Code.Length && length <= 7; length += 2)
        {
            if (IsOf(row.Code[^length..], row.Label))
                return true;
        }
        return false;
    }

    private static bool HoldsCode(string label)
    {
        for (var length = 3; length < label.Length && length <= 7; length += 2)
        {
            if (IsOf(label[..length], label[length..]) || IsOf(label[^length..], label[..^length]))
                return true;
        }
        return false;
    }

    private static bool IsOf(string code, string name) =>
        CodeCatalog.Names(CodeText.Functional, code).Contains(name) || CodeCatalog.Names(CodeText.DepartmentEconomic, code).Contains(name);
}
