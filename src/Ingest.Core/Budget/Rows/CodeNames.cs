using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// Reports rows whose name belongs to another code: the code is known under other names, and the name is exactly that of
/// some other code. Spelling variants, shortened names and unknown codes are nothing.
/// </summary>
internal static class CodeNames
{
    /// <summary>More rows than this are not slips, but names after another list of codes.</summary>
    private const int Many = 3;

    /// <summary>Where more than one row in so many is at fault, we read the names or the codes of the table wrongly.</summary>
    private const int Often = 5;

    public static void Check(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var found = ImmutableArray.CreateBuilder<Anomaly>();
        Find(table, doubts, found);
        if (found.Count == 0)
            return;
        var ours = found.Count > Many && found.Count * Often > table.Rows.Count(static r => r.Code.Length > 0);
        var origin = ours ? Origin.Extraction : Origin.Publisher;
        if (found.Count <= Many)
        {
            anomalies.AddRange(found.Select(f => f with { Origin = origin }));
            return;
        }
        anomalies.Add(found[0] with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{found[0].Message} So are {found.Count - 1} further names of the table."),
            Chinese = string.Create(CultureInfo.InvariantCulture, $"{found[0].Chinese}表中另有 {found.Count - 1} 个名称如此。"),
            Origin = origin,
        });
    }

    private static void Find(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        // in lists of goods the code is of the money, the name of the thing
        if (table.Kind is null || KindCatalog.Find(table.Kind) is { Vocabulary: ColumnVocabulary.Procurement })
            return;
        var above = "";
        foreach (var row in table.Rows)
        {
            if (row.Code.Length < 3 || row.Label.Length == 0)
                continue;
            if (Misprinted(row, above) is { Length: > 0 } right)
            {
                doubts.Doubt(table, row, Placing.Unsure);
                anomalies.Add(new Anomaly(
                    AnomalyCodes.CodeNameMismatch, Where(table, row), table.Kind ?? "", row.Code, "", row.Code, right,
                    $"{row.Code} is no code; {row.Label} below {above} is {right}.", Origin.Publisher)
                {
                    Chinese = $"没有 {row.Code} 这个编码；{above} 之下的“{row.Label}”应为 {right}。",
                });
                continue;
            }
            above = CodeText.SchemeOf(row.Code) == CodeText.Functional ? row.Code : above;
            var known = CodeCatalog.Names(row.CodeScheme, row.Code);
            if (known.IsEmpty || !CodeCatalog.IsName(row.CodeScheme, row.Label) || IsVariant(known, row.Label))
                continue;
            doubts.Doubt(table, row, Placing.Unsure);
            anomalies.Add(new Anomaly(
                AnomalyCodes.CodeNameMismatch, Where(table, row), table.Kind ?? "", row.Code, "", row.Label, known[^1],
                $"{row.Code} is {known[^1]}; {row.Label} is the name of another code.", Origin.Publisher)
            {
                Chinese = $"{row.Code} 是“{known[^1]}”；“{row.Label}”是另一编码的名称。",
            });
        }
    }

    /// <summary>The code that belongs to the name, where the printed one has no class (7|11|02 below 210|11); "" if the code may be right.</summary>
    public static string Misprinted(BudgetRow row, string above) =>
        row.Code.Length is 4 or 5 && row.CodeScheme is CodeText.Functional or "" && above.Length >= 5 && above.StartsWith('2') && CodeText.SchemeOf(row.Code).Length == 0
            ? CodeCatalog.CodeOf(CodeText.Functional, row.Label, above[..5]) : "";

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
