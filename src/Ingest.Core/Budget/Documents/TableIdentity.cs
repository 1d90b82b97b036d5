using System.Collections.Immutable;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

/// <summary>What the tables say of a document that has no title page, or whose title page leaves something open: entity, year, phase and scope.</summary>
internal static class TableIdentity
{
    public static string? NamedAboveTables(FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
                Count(counts, TitleText.EntityLine(Folding.Label(line.Text)));
            // title and department may stand inside the grid
            foreach (var cell in table.Cells)
            {
                if (cell.Row > 3)
                    break;
                if (cell.Text.Contains(':', StringComparison.Ordinal))
                    Count(counts, TitleText.EntityLine(Folding.Label(cell.Text)));
            }
        }
        var most = Most(counts);
        if (most is not null)
            reasons.Add("named above tables");
        return most;
    }

    /// <summary>An attachment without a title page: 某市统计局2026年部门收支总表, or the title of the document on the page of its first table.</summary>
    public static string? NamedInTitles(FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
                Count(counts, TitleText.EntityBeforeYear(Folding.Label(line.Text)));
        }
        var most = Most(counts);
        if (most is not null)
            reasons.Add("named in titles of tables");
        return most;
    }

    public static string? NamedInForms(FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in found.Tables)
        {
            for (var i = 0; i + 1 < table.Cells.Length && table.Cells[i].Row < 3; i++)
            {
                if (table.Cells[i].Text is "部门名称" or "部门(单位)名称" && table.Cells[i + 1].Row == table.Cells[i].Row)
                    Count(counts, Folding.Label(table.Cells[i + 1].Text));
            }
        }
        var most = Most(counts);
        if (most is not null)
            reasons.Add("named in a form");
        return most;
    }

    private static void Count(SortedDictionary<string, int> counts, string? name)
    {
        if (name is { Length: > 2 and < 60 })
            counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    private static string? Most(SortedDictionary<string, int> counts)
    {
        string? best = null;
        var most = 0;
        foreach (var (name, count) in counts)
        {
            if (count > most)
                (best, most) = (name, count);
        }
        return best;
    }

    /// <summary>The year that titles above the tables name most, else the latest year in the header rows.</summary>
    public static int? YearOfTables(FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
            {
                if (Words.YearIn(Folding.Label(line.Text)) is var year and > 1990)
                    counts[year] = counts.GetValueOrDefault(year) + 1;
            }
        }
        if (counts.Count == 0)
        {
            foreach (var table in found.Tables)
            {
                foreach (var cell in table.Cells)
                {
                    if (cell.Row < Math.Max(4, table.HeaderRows) && cell.Text.Length < 20 && Words.YearIn(cell.Text) is var year and > 1990)
                        counts[year] = counts.GetValueOrDefault(year) + 1;
                }
            }
            if (counts.Count == 0)
                return null;
            reasons.Add("latest year in headers");
            return counts.Keys.Last();
        }
        reasons.Add("year in titles of tables");
        return counts.MaxBy(static c => (c.Value, c.Key)).Key;
    }

    /// <summary>Titles say 部门收支总表, 预算单位…; unit if more of them speak of a unit, government if more name what only governments have.</summary>
    public static string ScopeOfTables(FoundTables found)
    {
        int department = 0, unit = 0, government = 0, onlyOfGovernments = 0;
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
                Count(line.Text);
            foreach (var cell in table.Cells)
            {
                if (cell.Row > 2)
                    break;
                Count(cell.Text);
            }
        }
        if (government > department + unit && (government >= 2 || onlyOfGovernments > 0))
            return "government";
        return department + unit == 0 ? "" : unit > department ? "unit" : "department";

        void Count(string text)
        {
            var line = Folding.Label(text);
            if ((text.Contains('表', StringComparison.Ordinal) ? TitleText.Read(line) : TitleText.ReadBare(line, false) is { IsOfGovernment: true } bare ? bare : null) is not { } title)
                return;
            if (title.Core.Contains("预算单位", StringComparison.Ordinal) || title.Core.Contains("单位预算", StringComparison.Ordinal) || title.Core.StartsWith("单位", StringComparison.Ordinal))
                unit++;
            else if (title.Core.Contains("部门", StringComparison.Ordinal))
                department++;
            else if (KindMatcher.ByTitle(title) is { IsGovernment: true } kind)
                (government, onlyOfGovernments) = (government + 1, onlyOfGovernments + (kind.AtDepartment.Length == 0 ? 1 : 0));
        }
    }

    public static string PhaseOfTables(FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        int final = 0, budget = 0;
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
            {
                if (line.Text.Contains("决算", StringComparison.Ordinal))
                    final++;
                else if (line.Text.Contains("预算", StringComparison.Ordinal) || line.Text.Contains("总表", StringComparison.Ordinal))
                    budget++;
            }
        }
        if (final + budget == 0)
            return "";
        reasons.Add("phase by titles of tables");
        return final > budget ? "final" : "budget";
    }
}
