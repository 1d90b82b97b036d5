using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

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

        var named = head.Named ?? TableIdentity.NamedAboveTables(found, reasons);
        var entity = Prefer(named, title.Entity);
        if (entity.Length == 0)
            entity = TableIdentity.NamedInTitles(found, reasons) ?? "";
        // forms name the section that fills them in; they are asked last
        if (entity.Length == 0)
            entity = TableIdentity.NamedInForms(found, reasons) ?? "";
        var scope = head.NamedScope.Length > 0 ? head.NamedScope
            : entity.EndsWith("(本级)", StringComparison.Ordinal) || entity.EndsWith("(机关)", StringComparison.Ordinal) ? "unit"
            : title.Scope.Length > 0 ? title.Scope : named is null && GovernmentReader.IsDivision(title.Entity) ? "government" : ScopeByTables(entity, found);
        var whole = scope == "government";
        var year = title.Year ?? (whole ? GovernmentTables.Year(found, reasons) : null) ?? TableIdentity.YearOfTables(found, reasons);
        var phase = title.Phase.Length > 0 ? title.Phase : whole ? GovernmentTables.Phase(found, year, reasons) : TableIdentity.PhaseOfTables(found, reasons);
        if (YearInName(source) is var inName and > 0 && year is not null && inName != year)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"file name says {inName}"));
        var region = "";
        if (whole)
            (entity, region) = GovernmentReader.Read(head.Title, title.Entity, found, reasons) ?? ("", "");
        if (region.Length == 0)
            region = RegionReader.Read(entity, head.Title, found, reasons);
        if (whole && entity.Length == 0)
            entity = Divisions.NameOf(region);
        return new DocumentIdentity(entity, region, year, phase, scope, reasons.ToImmutable());
    }

    /// <summary>A department's tables may be called like those of a government; its name tells.</summary>
    private static string ScopeByTables(string entity, FoundTables found) =>
        TableIdentity.ScopeOfTables(found) is var scope && scope == "government" && NameClaims.IsBody(entity) && !entity.Contains("财政", StringComparison.Ordinal) ? "department" : scope;

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
        {
            doubts.Add(About(AnomalyCodes.IdentityUnknown, "", "", $"Not found in the content: {string.Join(", ", missing.Select(m => m.English))}.",
                $"内容中未找到：{string.Join("、", missing.Select(m => m.Chinese))}。"));
        }
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

    /// <summary>The table of contents, the first section, running text, or before whom a report is given.</summary>
    private static bool IsContent(string text) =>
        text is "目录" or "目次" || text.StartsWith("第一部分", StringComparison.Ordinal) || text.StartsWith("一、", StringComparison.Ordinal)
        || text.StartsWith("(一)", StringComparison.Ordinal) || text.EndsWith('。')
        || text.StartsWith("各位代表", StringComparison.Ordinal) || (text[0] is '—' or '―' or '-' && text.Contains("会议", StringComparison.Ordinal));
}
