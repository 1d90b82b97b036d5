using System.CommandLine;
using System.Globalization;
using Ingest.Core.Budget.Kinds;
using Ingest.Io.Export;

namespace Ingest.Cli;

/// <summary>The options of <c>export</c> that choose a part of the database.</summary>
internal sealed class ExportFilterOptions
{
    private const int FirstYear = 1990, LastYear = 2100;

    private readonly Option<string[]> _kind = new("--kind") { Description = "Only tables of this kind, e.g. expenditure_summary. May be given several times.", HelpName = "KIND" };
    private readonly Option<string[]> _year = new("--year") { Description = "Only this fiscal year, or 2021-2024. May be given several times.", HelpName = "YEAR" };
    private readonly Option<string[]> _region = new("--region") { Description = "Only this division: a code of GB/T 2260, or its first two (province) or four (city) digits.", HelpName = "CODE" };
    private readonly Option<string[]> _entity = new("--entity") { Description = "Only this department or unit, by any name that its documents print.", HelpName = "NAME" };
    private readonly Option<string?> _phase = new("--phase") { Description = "Only budgets, or only final accounts.", HelpName = "budget|final" };
    private readonly Option<bool> _verified = new("--verified-only") { Description = "Only facts that an identity confirms." };

    public void AddTo(Command command)
    {
        _kind.AcceptOnlyFromAmong([.. KindCatalog.All.Select(k => k.Id)]);
        _phase.AcceptOnlyFromAmong("budget", "final");
        foreach (var option in (Option[])[_kind, _year, _region, _entity, _phase, _verified])
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">A year or a code that cannot be one.</exception>
    public ExportFilter Read(ParseResult parsed) => new(
        [.. parsed.GetValue(_kind) ?? []],
        [.. (parsed.GetValue(_year) ?? []).SelectMany(Years).Distinct()],
        [.. (parsed.GetValue(_region) ?? []).Select(Region)],
        [.. parsed.GetValue(_entity) ?? []],
        parsed.GetValue(_phase) ?? "",
        parsed.GetValue(_verified));

    private static IEnumerable<int> Years(string text)
    {
        var ends = text.Split('-');
        if (ends.Length > 2 || !IsYear(ends[0], out var first) || !IsYear(ends[^1], out var last) || last < first)
        {
            throw new UsageException($"--year wants a year or two of them, as in 2021-2024, not {text}.");
        }

        return Enumerable.Range(first, last - first + 1);
    }

    private static bool IsYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear;

    /// <summary>420000 is all of the province, 420100 all of the city.</summary>
    private static string Region(string code)
    {
        if (code.Length is not (2 or 4 or 6) || !code.All(char.IsAsciiDigit))
        {
            throw new UsageException($"--region wants two, four or six digits of GB/T 2260, not {code}.");
        }

        while (code.Length > 2 && code.EndsWith("00", StringComparison.Ordinal))
        {
            code = code[..^2];
        }

        return code;
    }
}
