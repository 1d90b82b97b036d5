using System.Collections.Immutable;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// Year and phase of a whole government's document by its tables, where no title page tells them. The names of the budgets
/// themselves (一般公共预算, 政府性基金预算) are no phase, and what is shown of the year before is not the document's year.
/// </summary>
internal static class GovernmentTables
{
    private static readonly string[] Budgets = ["一般公共预算", "公共财政预算", "政府性基金预算", "基金预算", "国有资本经营预算", "资本经营预算", "财政预算", "代编预算"];
    private static readonly string[] Past = ["执行", "完成", "决算"];
    private static readonly string[] Coming = ["预算", "草案", "安排", "计划"];

    /// <summary>The next year where the tables show how the one was carried out and what is planned for the next; else null.</summary>
    public static int? Year(FoundTables found, ImmutableArray<string>.Builder reasons)
    {
        var past = new SortedDictionary<int, int>();
        var coming = new SortedDictionary<int, int>();
        var all = 0;
        foreach (var title in Titles(found))
        {
            var year = Words.YearIn(title);
            if (year < 1990)
                continue;
            all++;
            var plain = Plain(title);
            // 某年预算执行情况与次年预算安排表 is of the next year
            var counts = HasAny(plain, Past) ? past : HasAny(plain, Coming) ? coming : null;
            if (counts is not null)
                counts[year] = counts.GetValueOrDefault(year) + 1;
        }
        foreach (var (year, count) in coming)
        {
            if (count * 5 < all || past.Keys.Any(y => y > year) || !past.ContainsKey(year - 1))
                continue;
            reasons.Add("carried out the year before, planned for this one");
            return year;
        }
        return null;
    }

    /// <summary>final where the titles say 决算, else the headers, else the rows.</summary>
    public static string Phase(FoundTables found, int? year, ImmutableArray<string>.Builder reasons)
    {
        if (Vote(Titles(found).Select(Plain)) is { Length: > 0 } titled)
            return Because(titled, "phase by titles of tables");
        if (Vote(HeaderTexts(found, year)) is { Length: > 0 } headed)
            return Because(headed, "phase by headers");
        // what bonds were spent on is known afterwards only
        if (Titles(found).Any(static t => t.Contains("债券使用情况", StringComparison.Ordinal) || t.Contains("债券资金使用情况", StringComparison.Ordinal)))
            return Because("final", "phase by the use of bonds");
        if (Vote(found.Tables.SelectMany(static t => t.Cells).Where(static c => c.Text.Length < 30).Select(static c => Plain(c.Text))) is { Length: > 0 } told)
            return Because(told, "phase by rows");
        return "";

        string Because(string phase, string reason)
        {
            reasons.Add(reason);
            return phase;
        }
    }

    private static string Vote(IEnumerable<string> texts)
    {
        int final = 0, budget = 0;
        foreach (var text in texts)
        {
            if (text.Contains("决算", StringComparison.Ordinal))
                final++;
            else if (text.Contains("预算", StringComparison.Ordinal) || text.Contains("执行", StringComparison.Ordinal) || text.Contains("草案", StringComparison.Ordinal))
                budget++;
        }
        return final + budget == 0 ? "" : final > budget ? "final" : "budget";
    }

    /// <summary>One word for each table: 决算 where a column shows the accounts of the year itself, 预算 where none does.</summary>
    private static IEnumerable<string> HeaderTexts(FoundTables found, int? year)
    {
        foreach (var table in found.Tables)
        {
            bool settled = false, planned = false;
            foreach (var cell in table.Cells)
            {
                if (cell.Row >= Math.Max(4, table.HeaderRows))
                    break;
                if (cell.Text.Length > 24)
                    continue;
                var plain = Plain(cell.Text);
                var of = Words.YearIn(plain);
                settled |= plain.Contains("决算", StringComparison.Ordinal) && !plain.Contains("上年", StringComparison.Ordinal) && (of == 0 || year is null || of == year);
                planned |= plain.Contains("预算数", StringComparison.Ordinal) || plain.Contains("执行数", StringComparison.Ordinal) || plain.Contains("完成数", StringComparison.Ordinal);
            }
            if (settled || planned)
                yield return settled ? "决算" : "预算";
        }
    }

    private static IEnumerable<string> Titles(FoundTables found)
    {
        foreach (var table in found.Tables)
        {
            foreach (var line in table.Caption)
            {
                var text = Folding.Label(line.Text);
                if (!UnitText.IsUnitLine(text) && !TitleText.IsFormNumber(text))
                    yield return text;
            }
        }
    }

    private static string Plain(string text)
    {
        foreach (var budget in Budgets)
            text = text.Replace(budget, "", StringComparison.Ordinal);
        return text;
    }

    private static bool HasAny(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal));
}
