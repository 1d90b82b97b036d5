using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Guards;

/// <summary>Rows whose codes do not go with those of the other rows of their table.</summary>
internal static class RowCodes
{
    /// <summary>So many rows of a tree under one code, with different names, have lost a part of their codes.</summary>
    private const int OneCode = 3;

    /// <summary>The digits of the code of a unit, and of its department.</summary>
    public const int UnitCode = 6, DepartmentCode = 3;

    /// <summary>So many rows with codes of one list, and of all rows such a share, show that the others have theirs too.</summary>
    private const int FewestListed = 5;

    private const double MostListed = 0.8;

    /// <summary>The digits of the longest code that is none of a project.</summary>
    private const int LongestCode = 9;

    /// <summary>More codes than these are not lost in a table but left out.</summary>
    private const int MostLost = 2;

    /// <summary>208210 | 2农村特困人员救助供养支出: a border cuts the code, whose name no list tells.</summary>
    public static bool GoesOnInName(BudgetRow row)
    {
        var digits = row.Label.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return row.Code.Length is 4 or 6 && digits > 0 && row.Label[digits] >= 0x2E80 && CodeText.SchemeOf(row.Code + row.Label[..digits]).Length > 0;
    }

    /// <summary>The rows of a half none of which has a code, beside one where most have.</summary>
    public static List<BudgetRow> WithoutCodes(List<BudgetRow> rows)
    {
        var halves = rows.ToLookup(static r => r.Block);
        return halves.Any(static h => h.Count(static r => r.Code.Length > 0) * 2 > h.Count()) ? [.. halves.Where(static h => h.All(static r => r.Code.Length == 0)).SelectMany(static h => h)] : [];
    }

    /// <summary>
    /// Where hardly any row has no code of a list, those whose digits are none of any (3032, 60110), and those that have a name of the list
    /// and no code of it: a digit, or all of them, was not read. Codes of several rows in one are doubted wherever some are listed.
    /// </summary>
    public static List<BudgetRow> OddCodes(List<BudgetRow> rows)
    {
        var listed = rows.Where(static r => r.CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic).GroupBy(static r => r.CodeScheme).MaxBy(static g => g.Count());
        if (listed is null || listed.Count() < FewestListed)
            return [];
        var joined = rows.FindAll(static r => r.Code.Length > LongestCode && r.Code.All(char.IsAsciiDigit));
        if (listed.Count() < MostListed * rows.Count(static r => !r.IsTotal))
            return joined;
        // some tables print the names of classes without their codes
        var lost = rows.FindAll(r => !r.IsTotal && r.Code.Length == 0 && CodeCatalog.IsName(listed.Key, r.Label));
        return rows.FindAll(r => joined.Contains(r) || !r.IsTotal && r.CodeScheme.Length == 0
            && ((r.Code.Length == 0 ? lost.Count <= MostLost && lost.Contains(r) : CodeCatalog.IsName(listed.Key, r.Label)) || (r.Code.Length is > 0 and < UnitCode and not DepartmentCode && r.Code.All(char.IsAsciiDigit))));
    }

    /// <summary>The rows from a second total on, where all codes above it are of one list and all below of another: two tables run together.</summary>
    public static List<BudgetRow> OfNextTable(List<BudgetRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (!rows[i].IsTotal)
                continue;
            var above = rows.Take(i).Where(static r => r.Code.Length > 0).Select(static r => r.CodeScheme).Distinct().ToList();
            var below = rows.Skip(i).Where(static r => r.Code.Length > 0).Select(static r => r.CodeScheme).Distinct().ToList();
            if ((above, below) is ([CodeText.Functional], [CodeText.DepartmentEconomic]) or ([CodeText.DepartmentEconomic], [CodeText.Functional]))
                return rows[i..];
        }
        return [];
    }

    /// <summary>Codes of projects are of one length in a table: a shorter one was cut.</summary>
    public static List<BudgetRow> ShortCodes(List<BudgetRow> rows)
    {
        var projects = rows.FindAll(static r => CodeText.IsProject(r.Code));
        var length = projects.Count == 0 ? 0 : projects.Max(static r => r.Code.Length);
        return projects.FindAll(r => r.Code.Length < length);
    }

    /// <summary>Rows that share a code and have names of their own.</summary>
    public static List<BudgetRow> OfOneCode(List<BudgetRow> rows) =>
        [.. rows.Where(static r => r.Code.Length >= 2 && r.CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic or CodeText.GovernmentEconomic or "" && r.Label.Length > 0)
            .GroupBy(static r => (r.Block, r.Code)).Where(static g => g.Select(static r => r.Label).Distinct(StringComparer.Ordinal).Count() >= OneCode).SelectMany(static g => g)];
}
