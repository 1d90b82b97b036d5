using System.Collections.Immutable;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Typing;

/// <summary>
/// A table without header, and without a title or with the same one again, right behind a typed one, whose columns stand below that one's columns, goes on with
/// it: the finder could not join them because their rulings differ from page to page.
/// </summary>
internal static class Continuations
{
    /// <param name="isTitledAgain">Its title says that it goes on: then as many columns as have headers above are these, in their order.</param>
    /// <returns>The columns of the fragment with the meaning of those above, null if it does not go on with that table.</returns>
    public static (TableColumn[] Columns, int[] Blocks, BudgetColumn[] Meaning)? Adopt(RawTable raw, GridView grid, BudgetTable before, bool isTitledAgain = false)
    {
        if (before.Kind is not { } id || KindCatalog.Find(id) is not { Layout: not TableLayout.Form })
            return null;
        return Below(raw, grid, before, isTitledAgain);
    }

    /// <summary>The title of the table before is printed again, as 支出预算总表(续) is, though its header is not.</summary>
    public static bool IsTitledAgain(KindMatch match, BudgetTable before) =>
        match is { Kind.Id: var id, Title: { } title } && id == before.Kind && before.Title is { } above && TitleText.Read(Folding.Label(above))?.Core == title.Core;

    /// <summary>The same for a table of any kind.</summary>
    public static (TableColumn[] Columns, int[] Blocks, BudgetColumn[] Meaning)? Below(RawTable raw, GridView grid, BudgetTable before, bool isInOrder = false)
    {
        if (before.Columns.IsEmpty || !Follows(raw, before.Source) || before.Source.Notes.Any(n => IsOfOther(n, before)))
            return null;
        var above = Ranges(before.Source);
        var here = Ranges(raw);
        var order = before.Columns.Where(static c => c.Path.Length > 0).ToList();
        isInOrder &= order.Count == raw.Columns && order.Select((c, i) => Overlap(here[i], above[c.Index])).All(static o => o > 0);
        var columns = new TableColumn[raw.Columns];
        var blocks = new int[raw.Columns];
        var meaning = new BudgetColumn[raw.Columns];
        var taken = new HashSet<int>();
        var zone = new HeaderZone(0, 0, new bool[raw.Rows]);
        var named = false;
        for (var c = 0; c < raw.Columns; c++)
        {
            if ((isInOrder ? order[c] : Under(here[c], above, before.Columns)) is not { } match)
                return null;
            var body = BodyCounts.Of(grid, zone, c);
            if (!taken.Add(match.Index) || (body.Figures > 0 && match.Role is ColumnRole.Label or ColumnRole.Code) || (match.Role.IsValue() && body.Texts > body.Filled / 10))
                return null;
            named |= match.Role is ColumnRole.Label or ColumnRole.Code && body.Filled > 0;
            columns[c] = new TableColumn(c, match.Path.Split('/'), body, match.Role);
            blocks[c] = match.Block;
            meaning[c] = match with { Index = c };
        }
        for (var c = 1; c < blocks.Length; c++)
        {
            if (blocks[c] < blocks[c - 1])
                return null;
        }
        return named ? (columns, blocks, meaning) : null;
    }

    /// <summary>Whether all codes are of lists that the rows above have none of: the page began with the header of another table, which was not read.</summary>
    public static bool AreOfOtherList(ImmutableArray<BudgetRow> rows, ImmutableArray<BudgetRow> above)
    {
        var (here, there) = (Lists(rows), Lists(above));
        return here.Count > 0 && there.Count > 0 && !here.Overlaps(there);

        static HashSet<string> Lists(ImmutableArray<BudgetRow> rows) =>
            [.. rows.Select(static r => r.CodeScheme).Where(static s => s is CodeText.Functional or CodeText.DepartmentEconomic or CodeText.GovernmentEconomic)];
    }

    private static bool Follows(RawTable raw, RawTable before) =>
        !raw.Pages.IsEmpty && !before.Pages.IsEmpty && raw.Pages[0] - before.Pages[^1] is 0 or 1 && raw.Ordinal == before.Ordinal + 1;

    /// <summary>The title of another table stands below the rows above: what follows is that one.</summary>
    private static bool IsOfOther(TextLine line, BudgetTable before) =>
        line.Area.Page == before.Source.Pages[^1] && TitleText.Read(Folding.Label(line.Text)) is { } title && KindMatcher.ByTitle(title) is { } kind && kind.Id != before.Kind;

    /// <summary>The column above; of several that one cell covers, the one that names the row; none if they hold figures.</summary>
    private static BudgetColumn? Under((double Left, double Right) here, (double Left, double Right)[] above, ImmutableArray<BudgetColumn> columns)
    {
        BudgetColumn? found = null;
        foreach (var column in columns)
        {
            var (left, right) = above[column.Index];
            if (Overlap(here, above[column.Index]) <= 0.6 * Math.Min(right - left, here.Right - here.Left))
                continue;
            if (found is null || (found.Role != ColumnRole.Label && column.Role == ColumnRole.Label))
                found = found is not null && found.Role.IsValue() ? null : column;
            else if (column.Role.IsValue())
                return null;
        }
        return found;
    }

    private static double Overlap((double Left, double Right) one, (double Left, double Right) other) => Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left);

    /// <summary>Left and right edge of each column, as its own cells have them.</summary>
    private static (double Left, double Right)[] Ranges(RawTable table)
    {
        var ranges = new (double Left, double Right)[table.Columns];
        Array.Fill(ranges, (double.NaN, double.NaN));
        foreach (var cell in table.Cells)
        {
            if (cell.ColumnSpan == 1 && cell.Column < ranges.Length && double.IsNaN(ranges[cell.Column].Left))
                ranges[cell.Column] = (cell.Area.Box.Left, cell.Area.Box.Right);
        }
        return ranges;
    }
}
