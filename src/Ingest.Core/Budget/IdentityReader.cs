using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget;

/// <summary>
/// Reads from the content whose document it is, of which year and phase, and whether of a department or of one unit: from
/// the title page, else from the lines above the tables, else from their headers. The file name is only compared.
/// </summary>
public static class IdentityReader
{
    private const int LinesOfTitle = 8;

    public static DocumentIdentity Read(SourceDocument source, FoundTables found)
    {
        var reasons = ImmutableArray.CreateBuilder<string>();
        var head = Head(found);
        var title = TitleWords.Parse(head.Title);
        if (head.Title.Length > 0)
            reasons.Add("title page: " + head.Title);

        var named = head.Named ?? NamedAboveTables(found, reasons);
        var entity = Prefer(named, title.Entity);
        if (entity.Length == 0)
            entity = NamedInTitles(found, reasons) ?? "";
        // forms name the section that fills them in; they are asked last
        if (entity.Length == 0)
            entity = NamedInForms(found, reasons) ?? "";
        var year = title.Year ?? YearOfTables(found, reasons);
        var phase = title.Phase.Length > 0 ? title.Phase : PhaseOfTables(found, reasons);
        var scope = head.NamedScope.Length > 0 ? head.NamedScope
            : entity.EndsWith("(本级)", StringComparison.Ordinal) || entity.EndsWith("(机关)", StringComparison.Ordinal) ? "unit"
            : title.Scope.Length > 0 ? title.Scope : ScopeOfTables(found);
        if (YearInName(source) is var inName and > 0 && year is not null && inName != year)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"file name says {inName}"));
        var region = RegionReader.Read(entity, head.Title, found, reasons);
        return new DocumentIdentity(entity, region, year, phase, scope, reasons.ToImmutable());
    }

    /// <summary>What the reading leaves open, and what the name of the file contradicts.</summary>
    /// <param name="holdsFacts">Whose facts they are matters only where there are some.</param>
    public static ImmutableArray<Anomaly> Doubts(SourceDocument source, FoundTables found, DocumentIdentity identity, bool holdsFacts)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(identity);
        var doubts = ImmutableArray.CreateBuilder<Anomaly>();
        var missing = new List<(string English, string Chinese)>();
        if (identity.Entity.Length == 0)
            missing.Add(("entity", "单位"));
        else if (identity.RegionCode.Length == 0 && !NameClaims.IsCentral(identity.Entity))
            missing.Add(("region", "地区"));
        if (identity.FiscalYear is null)
            missing.Add(("fiscal year", "年度"));
        if (identity.Phase.Length == 0)
            missing.Add(("phase", "预算或决算"));
        if (holdsFacts && missing.Count > 0)
            doubts.Add(About(AnomalyCodes.IdentityUnknown, "", "", $"Not found in the content: {string.Join(", ", missing.Select(m => m.English))}.",
                $"内容中未找到：{string.Join("、", missing.Select(m => m.Chinese))}。"));
        if (identity.FiscalYear is { } year && YearInName(source) is var named and > 0 && named != year)
        {
            var (claim, content) = (named.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
            doubts.Add(About(AnomalyCodes.YearContradiction, claim, content, $"The file name says {claim}, the content {content}.", $"文件名为 {claim} 年，内容为 {content} 年。"));
        }
        if (NameClaims.Of(source.Name).Against(identity, found.Lines) is { } other)
        {
            var content = $"{identity.Entity}, {identity.Phase}";
            doubts.Add(About(AnomalyCodes.OtherDocument, other, content, $"The file name says {other}; by its content it is the document of {content}.",
                $"文件名为“{other}”，而内容是“{content}”的文件。"));
        }
        return doubts.ToImmutable();
    }

    private static int YearInName(SourceDocument source) => Words.YearIn(Folding.Label(source.Name));

    private static Anomaly About(AnomalyCode code, string found, string expected, string message, string chinese) =>
        new(code, new CellRef(default), "", "", "", found, expected, message) { Chinese = chinese };

    /// <summary>A line that names the entity is surer than the title, unless the title holds the longer form of the same name.</summary>
    private static string Prefer(string? named, string inTitle)
    {
        if (string.IsNullOrEmpty(named))
            return inTitle;
        return inTitle.EndsWith(named, StringComparison.Ordinal) ? inTitle : named;
    }

    /// <summary>The large lines of the first page with text, joined, and the line that names the entity.</summary>
    private static (string Title, string? Named, string NamedScope) Head(FoundTables found)
    {
        var captions = new HashSet<PageBox>();
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
                captions.Add(line.Area);
        }
        var page = -1;
        var largest = 0f;
        string? named = null;
        var scope = "";
        var lines = new List<TextLine>();
        foreach (var line in found.Lines)
        {
            var text = Folding.Label(line.Text);
            if (text.Length == 0 || captions.Contains(line.Area) || (TitleText.Read(text) is { } table && KindMatcher.ByTitle(table) is not null))
                continue;
            if (page >= 0 && (line.Area.Page != page || lines.Count >= LinesOfTitle))
                break;
            page = line.Area.Page;
            if (IsContent(text))
                break;
            if (TitleText.EntityLine(text) is { Length: > 2 } entity)
            {
                named ??= entity;
                scope = text.Contains("主管部门", StringComparison.Ordinal) ? "department" : text.StartsWith("预算单位", StringComparison.Ordinal) ? "unit" : scope;
                continue;
            }
            largest = Math.Max(largest, line.PointSize);
            lines.Add(line);
        }
        var title = "";
        foreach (var line in lines)
        {
            if (line.PointSize >= largest * 0.7f)
                title += Folding.Label(line.Text);
        }
        return (title.Length <= 80 && TitleWords.IsTitle(title) ? title : "", named, scope);
    }

    /// <summary>The table of contents, the first section or running text.</summary>
    private static bool IsContent(string text) =>
        text is "目录" or "目次" || text.StartsWith("第一部分", StringComparison.Ordinal) || text.StartsWith("一、", StringComparison.Ordinal)
        || text.StartsWith("(一)", StringComparison.Ordinal) || text.EndsWith('。');

    private static string? NamedAboveTables(FoundTables found, ImmutableArray<string>.Builder reasons)
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
    private static string? NamedInTitles(FoundTables found, ImmutableArray<string>.Builder reasons)
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

    private static string? NamedInForms(FoundTables found, ImmutableArray<string>.Builder reasons)
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
    private static int? YearOfTables(FoundTables found, ImmutableArray<string>.Builder reasons)
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
    private static string ScopeOfTables(FoundTables found)
    {
        int department = 0, unit = 0, government = 0;
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
        if (government >= 2 && government > department + unit)
            return "government";
        return department + unit == 0 ? "" : unit > department ? "unit" : "department";

        void Count(string text)
        {
            if (!text.Contains('表', StringComparison.Ordinal) || TitleText.Read(Folding.Label(text)) is not { } title)
                return;
            if (title.Core.Contains("预算单位", StringComparison.Ordinal) || title.Core.Contains("单位预算", StringComparison.Ordinal) || title.Core.StartsWith("单位", StringComparison.Ordinal))
                unit++;
            else if (title.Core.Contains("部门", StringComparison.Ordinal))
                department++;
            else if (KindMatcher.ByTitle(title) is { IsGovernment: true })
                government++;
        }
    }

    private static string PhaseOfTables(FoundTables found, ImmutableArray<string>.Builder reasons)
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
