using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// Compares the table of contents with the tables. A table that is announced, whose kind is not among the tables and whose
/// title stands nowhere else, is missing. Where most announced tables are elsewhere (a separate file), or a table of unknown
/// kind may be the one, nothing is said.
/// </summary>
internal static class Announcements
{
    private const int FewestEntries = 4;

    public static void Check(ImmutableArray<TextLine> lines, List<BudgetTable> tables, string phase, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (table.Kind is { } id && KindCatalog.Find(id) is { } kind)
                AddRelated(kinds, kind);
        }
        // forms are named after their programme or project: one that was read stands for all of them
        if (tables.Exists(static t => t.Kind is { } id && KindCatalog.Find(id) is { Layout: TableLayout.Form }))
            kinds.UnionWith(KindCatalog.All.Where(static k => k.Layout == TableLayout.Form).Select(static k => k.Id));
        TitleGuards.Check(tables, lines, kinds, anomalies);
        var entries = Entries(lines);
        if (entries.Count < FewestEntries)
        {
            CheckNumbers(lines, tables, anomalies);
            return;
        }
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var untyped = anomalies.Count(static a => a.Code == AnomalyCodes.TableInTable);
        foreach (var table in tables)
        {
            foreach (var caption in table.Source.Caption)
                AddTitle(titles, caption.Text);
            foreach (var cell in table.Source.Cells)
                AddTitle(titles, cell.Text);
            untyped += table.Kind is null && table.Source.Columns > 2 ? 1 : 0;
        }
        var last = entries[^1].Line;
        for (var i = last + 1; i < lines.Length; i++)
            AddTitle(titles, lines[i].Text);
        var missing = entries.Where(e => !kinds.Contains(e.Kind.Id) && !titles.Contains(e.Title.Core)).ToList();
        if (missing.Count * 2 >= entries.Count)
            return;
        // a table of unknown kind may be the one that is announced: then we lost it, and nobody left it out
        var code = missing.Count <= untyped ? AnomalyCodes.TitleWithoutTable : AnomalyCodes.MissingTable;
        var origin = missing.Count <= untyped ? Origin.Extraction : Origin.Publisher;
        foreach (var (line, title, kind) in missing)
        {
            var expected = phase == "final" && kind.Counterpart.Length > 0 && kind.Phase == "budget" ? kind.Counterpart : kind.Id;
            anomalies.Add(new Anomaly(
                code, new CellRef(lines[line].Area), expected, title.Core, "", "", title.Core,
                $"The table of contents announces {title.Core}; no such table follows.", origin)
            {
                Chinese = $"目录列有“{title.Core}”，但文件中没有此表。",
            });
        }
    }

    /// <summary>
    /// Forms are numbered: a number that is left out between others, and stands nowhere in the text, is that of a missing table.
    /// </summary>
    private static void CheckNumbers(ImmutableArray<TextLine> lines, List<BudgetTable> tables, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var numbered = new SortedDictionary<int, BudgetTable>();
        foreach (var table in tables)
        {
            foreach (var line in table.Source.Caption)
                Note(numbered, line.Text, table);
            foreach (var cell in table.Source.Cells)
            {
                if (cell.Row > 2)
                    break;
                Note(numbered, cell.Text, table);
            }
        }
        if (numbered.Count < FewestEntries || numbered.Keys.First() != 1)
            return;
        var left = Enumerable.Range(1, numbered.Keys.Last()).Where(n => !numbered.ContainsKey(n)).ToList();
        if (left.Count is 0 or > 2 || tables.Any(static t => t.Kind is null && t.Source.Columns > 2) || lines.Any(l => left.Contains(TitleText.FormNumber(Folding.Label(l.Text)))))
            return;
        var absent = left.Count == 1 ? Absent(tables, numbered[1].Kind) : null;
        foreach (var number in left)
        {
            var before = numbered[numbered.Keys.Last(n => n < number)];
            anomalies.Add(new Anomaly(
                AnomalyCodes.MissingTable, new CellRef(before.Source.Cells[^1].Area), absent?.Id ?? "", absent?.Name ?? "", "", "", absent?.Name ?? "",
                string.Create(CultureInfo.InvariantCulture, $"The tables are numbered, and number {number} behind {before.Title} is left out{(absent is null ? "" : "; of those that the rules demand, only " + absent.Name + " is not there")}."), Origin.Publisher)
            {
                Chinese = string.Create(CultureInfo.InvariantCulture, $"各表有编号，“{before.Title}”之后缺第 {number} 号{(absent is null ? "" : "；应公开的表中只缺“" + absent.Name + "”")}。"),
            });
        }
    }

    /// <summary>The only kind that the rules of publication demand and that is not among the tables; null if there are none or several.</summary>
    private static TableKind? Absent(List<BudgetTable> tables, string? first)
    {
        var final = first is not null && KindCatalog.Find(first) is { Phase: "final" };
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (table.Kind is { } id && KindCatalog.Find(id) is { } kind)
                AddRelated(present, kind);
        }
        var absent = KindCatalog.All.Where(k => k.Required && !present.Contains(k.Id)).ToList();
        return absent.Count != 1 ? null : final ? KindCatalog.Find(absent[0].Counterpart) ?? absent[0] : absent[0];
    }

    private static void Note(SortedDictionary<int, BudgetTable> numbered, string text, BudgetTable table)
    {
        if (text.Contains('表', StringComparison.Ordinal) && TitleText.FormNumber(Folding.Label(text)) is var number and > 0 and < 40)
            numbered.TryAdd(number, table);
    }

    /// <summary>The longest run of lines that number and name tables, at most one other line between two of them.</summary>
    private static List<(int Line, TitleText Title, TableKind Kind)> Entries(ImmutableArray<TextLine> lines)
    {
        List<(int, TitleText, TableKind)> best = [], run = [];
        var lastLine = -10;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Entry(lines, i) is not { } entry)
                continue;
            if (i - lastLine > 2)
                run = [];
            run.Add((i, entry.Title, entry.Kind));
            lastLine = i;
            if (run.Count > best.Count)
                best = run;
        }
        return best;
    }

    private static (TitleText Title, TableKind Kind)? Entry(ImmutableArray<TextLine> lines, int at)
    {
        var text = WithoutLeader(Folding.Label(lines[at].Text));
        // a long title goes on in the next line
        if (text.Length > 12 && !text.Contains('表', StringComparison.Ordinal) && at + 1 < lines.Length && WithoutLeader(Folding.Label(lines[at + 1].Text)) is { Length: < 12 } rest && rest.EndsWith('表'))
            text += rest;
        if (!IsNumbered(text) || TitleText.Read(text) is not { } title || KindMatcher.ByTitle(title) is not { } kind)
            return null;
        return (title, kind);
    }

    private static bool IsNumbered(string text) => RowLabels.HasOrdinal(text) || (text.Length > 4 && text[0] is '表' or '附') || text.StartsWith("公开", StringComparison.Ordinal);

    /// <summary>Cuts the dots and the page number off the end.</summary>
    private static string WithoutLeader(string text)
    {
        var end = text.Length;
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is '.' or '…' or '·' or '-' or '—' or '⋯' or '。'))
            end--;
        return text[..end];
    }

    private static void AddTitle(HashSet<string> titles, string line)
    {
        if (line.Contains('表', StringComparison.Ordinal) && TitleText.Read(Folding.Label(line)) is { } title)
            titles.Add(title.Core);
    }

    /// <summary>A kind stands for those that share its titles: by function or by economy, budget or final, of a department or a government.</summary>
    private static void AddRelated(HashSet<string> kinds, TableKind kind)
    {
        kinds.Add(kind.Id);
        foreach (var id in new[] { kind.Counterpart, kind.WhenEconomic, kind.WhenFunctional, kind.AtDepartment, kind.AtGovernment })
        {
            if (id.Length > 0)
                kinds.Add(id);
        }
        foreach (var other in KindCatalog.All)
        {
            if (other.WhenEconomic == kind.Id || other.WhenFunctional == kind.Id)
                kinds.Add(other.Id);
        }
    }
}
