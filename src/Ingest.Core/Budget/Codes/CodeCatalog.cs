using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Rows;

namespace Ingest.Core.Budget.Codes;

/// <summary>A name of a code and the years it held.</summary>
/// <param name="Scheme">functional, department_economic or government_economic.</param>
/// <param name="ValidFrom">First fiscal year; null if it is not known that it ever had another name.</param>
/// <param name="ValidTo">Last fiscal year; null while it holds.</param>
public sealed record CodeName(string Scheme, string Code, string Name, int? ValidFrom, int? ValidTo)
{
    /// <summary>The code above it, "" for a class: 项 2010399 → 款 20103 → 类 201.</summary>
    public string Parent => Code.Length > 3 ? Code[..^2] : "";
}

/// <summary>
/// Names of classification codes as they were observed in published budgets; no complete list is published by machine.
/// A code that is not here is unknown, which is no error. Names are folded, with half-width brackets.
/// </summary>
public static class CodeCatalog
{
    private const string AllFunctional = FunctionalCodes.Text + "\n" + FunctionalCodes.OfGovernments;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Functional = ByCode(CodeText.Functional, AllFunctional, null);
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Department = ByCode(CodeText.DepartmentEconomic, DepartmentEconomicCodes.Text, null);
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Government = ByCode(CodeText.GovernmentEconomic, GovernmentEconomicCodes.Text, GovernmentEconomicCodes.FirstYear);

    private static readonly FrozenSet<string> FunctionalNames = NamesOf(Functional);
    private static readonly FrozenSet<string> DepartmentNames = NamesOf(Department);
    private static readonly FrozenSet<string> GovernmentNames = NamesOf(Government);

    /// <summary>Every name of every code, by scheme and code, the oldest name first.</summary>
    public static IEnumerable<CodeName> All() =>
        Parse(CodeText.Functional, AllFunctional, null)
            .Concat(Parse(CodeText.DepartmentEconomic, DepartmentEconomicCodes.Text, null))
            .Concat(Parse(CodeText.GovernmentEconomic, GovernmentEconomicCodes.Text, GovernmentEconomicCodes.FirstYear));

    /// <summary>The names a code has or had, the latest last; empty if the code is not known.</summary>
    /// <param name="scheme">functional, department_economic or government_economic.</param>
    public static ImmutableArray<string> Names(string scheme, string code) =>
        CodesOf(scheme) is { } codes && codes.TryGetValue(code, out var names) ? names : [];

    /// <summary>The one code below another that has that very name; below "" the one class; "" if there is none or several.</summary>
    public static string CodeOf(string scheme, string name, string parent)
    {
        if (!IsName(scheme, name) || CodesOf(scheme) is not { } codes)
            return "";
        var only = "";
        foreach (var (code, names) in codes)
        {
            if (!(parent.Length == 0 ? code.Length == 3 : code.Length > parent.Length && code.StartsWith(parent, StringComparison.Ordinal)) || !names.Contains(name, StringComparer.Ordinal))
                continue;
            // a 项 may bear the name of its 款: the upper one is meant
            if (only.Length == 0 || (code.Length < only.Length && only.StartsWith(code, StringComparison.Ordinal)))
                only = code;
            else if (!code.StartsWith(only, StringComparison.Ordinal))
                return "";
        }
        return only;
    }

    /// <summary>Whether some code of the scheme has that very name.</summary>
    public static bool IsName(string scheme, string name) => scheme switch
    {
        CodeText.Functional => FunctionalNames.Contains(name),
        CodeText.DepartmentEconomic => DepartmentNames.Contains(name),
        CodeText.GovernmentEconomic => GovernmentNames.Contains(name),
        _ => false,
    };

    private static FrozenDictionary<string, ImmutableArray<string>>? CodesOf(string scheme) => scheme switch
    {
        CodeText.Functional => Functional,
        CodeText.DepartmentEconomic => Department,
        CodeText.GovernmentEconomic => Government,
        _ => null,
    };

    private static FrozenDictionary<string, ImmutableArray<string>> ByCode(string scheme, string text, int? first) =>
        Parse(scheme, text, first).GroupBy(static n => n.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(n => n.Name).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Lines of entries divided by |; an entry of two digits goes on from the first code of its line.</summary>
    private static IEnumerable<CodeName> Parse(string scheme, string text, int? schemeFrom)
    {
        foreach (var line in text.Split('\n'))
        {
            var first = "";
            foreach (var entry in line.Split('|'))
            {
                var digits = 0;
                while (digits < entry.Length && char.IsAsciiDigit(entry[digits]))
                    digits++;
                var code = digits == 2 ? string.Create(CultureInfo.InvariantCulture, $"{first}{entry[..2]}") : entry[..digits];
                if (first.Length == 0)
                    first = code;
                foreach (var name in entry[digits..].Split('/'))
                {
                    var at = name.IndexOf('@', StringComparison.Ordinal);
                    var years = at < 0 ? ["", ""] : name[(at + 1)..].Split('-');
                    yield return new CodeName(scheme, code, at < 0 ? name : name[..at], Year(years[0]) ?? schemeFrom, Year(years[1]));
                }
            }
        }
    }

    private static int? Year(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static FrozenSet<string> NamesOf(FrozenDictionary<string, ImmutableArray<string>> codes) =>
        codes.Values.SelectMany(static n => n).ToFrozenSet(StringComparer.Ordinal);
}
