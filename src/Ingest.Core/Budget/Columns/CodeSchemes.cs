using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>Decides the scheme of each code of a half, once all of them are seen: three digits alone may be a class, a department or a unit.</summary>
internal static class CodeSchemes
{
    public static void Assign(List<RowName> names, TableColumn[] columns, int[] blocks, int block)
    {
        Complete(names);
        var header = HeaderScheme(columns, blocks, block);
        // prefixes of longer codes tell what the short ones are
        HashSet<string> five = new(StringComparer.Ordinal), six = new(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Code.Length is 5 or 7)
                five.Add(name.Code[..3]);
            else if (name.Code.Length is 6 or 9)
                six.Add(name.Code[..3]);
        }
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Code.Length > 0)
                names[i] = names[i] with { Scheme = SchemeOf(names, i, header, five, six) };
        }
    }

    /// <summary>
    /// One column that prints classes and items whole, but of the 款 only its own two digits: 208, 05, 2080501. The row below proves it.
    /// </summary>
    private static void Complete(List<RowName> names)
    {
        var above = "";
        for (var i = 0; i < names.Count; i++)
        {
            var code = names[i].Code;
            if (code.Length == 3)
                above = code;
            else if (code.Length == 2 && above.Length == 3 && i + 1 < names.Count && names[i + 1].Code.StartsWith(above + code, StringComparison.Ordinal))
                names[i] = names[i] with { Code = above + code };
        }
    }

    private static string SchemeOf(List<RowName> names, int at, string header, HashSet<string> five, HashSet<string> six)
    {
        var code = names[at].Code;
        if (CodeText.IsProject(code))
            return CodeText.Project;
        if (code.Length is 5 or 7)
            return CodeText.SchemeOf(code) is { Length: > 0 } scheme && header != CodeText.Unit ? scheme : header;
        if (code.Length is 6 or 9)
            return CodeText.Unit;
        if (code.Length == 3)
        {
            bool classified = five.Contains(code), unit = six.Contains(code);
            if (classified && unit)
                // both trees in one column: what follows next decides
                return at + 1 < names.Count && names[at + 1].Code.Length == 6 ? CodeText.Unit : CodeText.SchemeOf(code);
            if (unit || (header == CodeText.Unit && !classified))
                return CodeText.Unit;
            if (header == CodeText.Project && !classified)
                return CodeText.Unit;
            return CodeText.SchemeOf(code) is { Length: > 0 } scheme ? scheme : header;
        }
        return header;
    }

    private static string HeaderScheme(TableColumn[] columns, int[] blocks, int block)
    {
        foreach (var column in columns)
        {
            if (blocks[column.Index] != block || column.Role is not (ColumnRole.Code or ColumnRole.Label))
                continue;
            if (column.Mentions("项目编码") || column.Mentions("项目代码"))
                return CodeText.Project;
            if (column.Mentions("政府") && column.Mentions("经济"))
                return CodeText.GovernmentEconomic;
            if (column.Mentions("经济"))
                return CodeText.DepartmentEconomic;
            if (column.Mentions("功能"))
                return CodeText.Functional;
            if (column.Role == ColumnRole.Code && !column.Mentions("科目") && (column.Mentions("单位") || column.Mentions("部门")))
                return CodeText.Unit;
        }
        return "";
    }
}
