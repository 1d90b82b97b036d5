using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

internal static class TableHeading
{
    /// <summary>One line that says what a table is, e.g. <c>#3 支出总表 [expenditure_summary] 元, pages 5-6, 21×8</c>.</summary>
    public static string Of(BudgetTable table)
    {
        var raw = table.Source;
        var pages = raw.Pages.Length switch
        {
            0 => "",
            1 => string.Create(CultureInfo.InvariantCulture, $", page {raw.Pages[0]}"),
            _ => string.Create(CultureInfo.InvariantCulture, $", pages {raw.Pages[0]}-{raw.Pages[^1]}"),
        };
        var unit = table.Unit is null ? "" : " " + table.Unit.Label;
        return string.Create(CultureInfo.InvariantCulture,
            $"#{table.Ordinal} {table.Title ?? "(no title)"} [{table.Kind ?? "untyped"}]{unit}{pages}, {raw.Rows}×{raw.Columns}");
    }
}
