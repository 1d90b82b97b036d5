using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Core.Budget.Codes;

/// <summary>
/// Names of classification codes as they were observed in published budgets; no complete list is published by machine.
/// A code that is not here is unknown, which is no error. Names are folded, with half-width brackets.
/// </summary>
public static class CodeCatalog
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Functional = Parse(FunctionalCodes.Text);
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Department = Parse(DepartmentEconomicCodes.Text);
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Government = Parse(GovernmentEconomicCodes.Text);

    private static readonly FrozenSet<string> FunctionalNames = NamesOf(Functional);
    private static readonly FrozenSet<string> DepartmentNames = NamesOf(Department);
    private static readonly FrozenSet<string> GovernmentNames = NamesOf(Government);

    /// <summary>The names a code has or had; empty if the code is not known.</summary>
    /// <param name="scheme">functional, department_economic or government_economic.</param>
    public static ImmutableArray<string> Names(string scheme, string code) =>
        CodesOf(scheme) is { } codes && codes.TryGetValue(code, out var names) ? names : [];

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

    /// <summary>Lines of entries divided by |; an entry of two digits goes on from the first code of its line.</summary>
    private static FrozenDictionary<string, ImmutableArray<string>> Parse(string text)
    {
        var codes = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
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
                codes[code] = [.. entry[digits..].Split('/')];
            }
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> NamesOf(FrozenDictionary<string, ImmutableArray<string>> codes) =>
        codes.Values.SelectMany(static n => n).ToFrozenSet(StringComparer.Ordinal);
}
