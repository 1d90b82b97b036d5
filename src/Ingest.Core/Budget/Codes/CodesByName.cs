using System.Collections.Immutable;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Codes;

/// <summary>
/// Codes of rows that print none: in a tree of names 一般公共服务支出 › 统计信息事务 › 行政运行 each name has one code below its
/// parent's. They are no reading but a lookup, and are kept apart from what is printed.
/// </summary>
public static class CodesByName
{
    private const string Unknown = "?";

    private static readonly ImmutableArray<string> None = [];

    /// <summary>For each row of the table the code that its name has, "" where the name leaves it open; empty if no row lacks a code.</summary>
    public static ImmutableArray<string> Of(BudgetTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Kind is null || KindCatalog.Find(table.Kind) is not { Layout: not TableLayout.TwoSided and not TableLayout.Form } || !LacksCodes(table))
            return None;
        var codes = ImmutableArray.CreateBuilder<string>(table.Rows.Length);
        var above = new Stack<(int Depth, string Code)>();
        foreach (var row in table.Rows)
        {
            while (above.TryPeek(out var top) && top.Depth >= row.Depth)
                above.Pop();
            var code = row.Code.Length > 0 || row.IsTotal || row.Depth < 0 ? "" : Below(above.TryPeek(out var parent) ? parent.Code : "", row.Label);
            // below a name without code nothing can be told
            if (!row.IsTotal && row.Depth >= 0)
                above.Push((row.Depth, code.Length > 0 ? code : Unknown));
            codes.Add(code);
        }
        return codes.ToImmutable();
    }

    /// <summary>The scheme that such a code belongs to; "" for none.</summary>
    public static string Scheme(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 0 ? "" : code[0] == '2' ? CodeText.Functional : CodeText.DepartmentEconomic;
    }

    /// <summary>A class may stand below the name of a unit; what else stands below a name without code is not known.</summary>
    private static string Below(string parent, string name)
    {
        if (parent.Length > 0 && parent != Unknown)
            return CodeCatalog.CodeOf(parent[0] == '2' ? CodeText.Functional : CodeText.DepartmentEconomic, name, parent);
        if (name.StartsWith("其他", StringComparison.Ordinal))
            return "";
        return CodeCatalog.CodeOf(CodeText.Functional, name, "") is { Length: > 0 } code ? code : CodeCatalog.CodeOf(CodeText.DepartmentEconomic, name, "");
    }

    /// <summary>A table that prints codes leaves out none but those of totals and units.</summary>
    private static bool LacksCodes(BudgetTable table)
    {
        foreach (var row in table.Rows)
        {
            if (row.Code.Length > 0 && row.CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic or CodeText.GovernmentEconomic or CodeText.Project)
                return false;
        }
        return table.Rows.Length > 0;
    }
}
