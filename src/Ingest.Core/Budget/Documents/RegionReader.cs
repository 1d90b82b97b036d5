using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// Finds the division (GB/T 2260) of a document: by the name of the entity, else by the title, else by the six digits that
/// all codes of projects begin with. A name that several divisions bear needs a text that says under which, or such a code.
/// </summary>
internal static class RegionReader
{
    private const int DivisionDigits = 6;

    public static string Read(string entity, string title, FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        foreach (var text in (string[])[entity, title])
        {
            if (text.Length == 0)
                continue;
            var code = Divisions.CodeIn(text, () => Evidence(found, title), out var shared);
            if (code.Length > 0)
                return code;
            if (shared.Length == 0)
                continue;
            if (DivisionOfProjects(found) is { } known && Divisions.Bears(known, shared))
                return known;
            reasons.Add($"several divisions are called {shared}");
            return "";
        }
        if (DivisionOfProjects(found) is not { } division)
            return "";
        reasons.Add("region by the codes of projects");
        return division;
    }

    /// <summary>Texts that name the region more fully than the entity does: the title and the names of units in the tables.</summary>
    private static IEnumerable<string> Evidence(FoundTables found, string title)
    {
        yield return title;
        foreach (var table in found.Tables)
        {
            foreach (var cell in table.Cells)
            {
                if (cell.Text.Length is > 4 and < 40)
                    yield return cell.Text;
            }
        }
        foreach (var line in found.Lines)
            yield return line.Text;
    }

    /// <summary>The known division that every project code begins with; null if there is none or they differ.</summary>
    private static string? DivisionOfProjects(FoundTables found)
    {
        string? only = null;
        foreach (var table in found.Tables)
        {
            foreach (var cell in table.Cells)
            {
                if (cell.Text.Length < 20 || !char.IsAsciiDigit(cell.Text[0]) || !CodeText.IsProject(CodeText.Split(cell.Text).Code))
                    continue;
                var division = cell.Text[..DivisionDigits];
                if (!Divisions.IsCode(division) || (only is not null && only != division))
                    return null;
                only = division;
            }
        }
        return only;
    }
}
