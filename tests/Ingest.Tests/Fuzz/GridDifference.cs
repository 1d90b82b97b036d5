using Ingest.Core.Model;

namespace Ingest.Tests.Fuzz;

/// <summary>In what a grid that was found differs from the one that was meant.</summary>
internal static class GridDifference
{
    /// <summary>The first thing that is wrong, the coarsest first; empty where the grid is the very one.</summary>
    public static string Of(DraftTable draft, IReadOnlyList<RawTable> found)
    {
        var texts = draft.Cells.Where(c => c.Text.Length > 0).Select(c => DraftTable.Plain(c.Text)).ToHashSet(StringComparer.Ordinal);
        var shares = found.Select(t => (Table: t, Count: t.Cells.Count(c => texts.Contains(DraftTable.Plain(c.Text))))).OrderByDescending(t => t.Count).ToList();
        if (shares.Count == 0 || shares[0].Count == 0)
        {
            return "not found";
        }

        if (found.Any(t => IsSame(draft, t)))
        {
            return "";
        }

        var (table, count) = shares[0];
        var head = draft.Cells.Where(c => c.Role == Role.Head && c.Text.Length > 0).ToList();
        var cells = table.Cells.Where(c => c.Text.Length > 0).ToLookup(c => DraftTable.Plain(c.Text));
        var seen = draft.Cells.Where(c => c.Role != Role.Head && c.Text.Length > 0).SelectMany(c => cells[DraftTable.Plain(c.Text)]).Select(c => c.Row).DefaultIfEmpty(0).Min();
        var parts = new List<string>();
        if (shares.Count(s => s.Table.Columns > 1 && s.Count * 4 > count) > 1 && table.Rows < draft.Rows)
        {
            parts.Add("in pieces");
        }

        if (table.Columns != draft.Columns)
        {
            parts.Add(table.Columns < draft.Columns ? "columns missing" : "columns added");
        }

        if (table.Rows != draft.Rows)
        {
            var headers = seen - draft.HeaderRows;
            var rows = table.Rows - draft.Rows - headers;
            (int Count, string What)[] both = [(headers, "header rows"), (rows, "rows")];
            parts.AddRange(both.Where(b => b.Count != 0).Select(b => $"{b.What} {(b.Count > 0 ? "added" : "missing")}"));
        }

        if (parts.Count == 0)
        {
            var lost = head.Where(h => !cells.Contains(DraftTable.Plain(h.Text))).ToList();
            parts.Add(lost.Count > 0 ? "header texts"
                : !head.TrueForAll(h => cells[DraftTable.Plain(h.Text)].Any(c => Overlaps(h, c))) ? "header spans"
                : draft.Cells.Any(c => c.Text.Length > 0 && !cells.Contains(DraftTable.Plain(c.Text))) ? "body texts" : "body places");
        }

        return string.Join(", ", parts);
    }

    /// <summary>
    /// As many rows and columns, each text in one cell that lies where it should, and each header over its very columns. How far
    /// other cells reach over blank neighbours cannot be seen where no rulings are.
    /// </summary>
    public static bool IsSame(DraftTable draft, RawTable found)
    {
        var texts = draft.Cells.Where(c => c.Text.Length > 0).ToList();
        var cells = found.Cells.Where(c => c.Text.Length > 0).GroupBy(c => DraftTable.Plain(c.Text)).ToDictionary(g => g.Key, g => g.ToList());
        return found.Rows == draft.Rows && found.Columns == draft.Columns && texts.Count == cells.Sum(c => c.Value.Count)
            && texts.TrueForAll(t => cells.TryGetValue(DraftTable.Plain(t.Text), out var same) && same.Exists(c => Overlaps(t, c)));
    }

    private static bool Overlaps(DraftCell draft, RawCell found) =>
        (draft.Role != Role.Head || (draft.Column == found.Column && draft.ColumnSpan == found.ColumnSpan))
        && draft.Row < found.Row + found.RowSpan && found.Row < draft.Row + draft.RowSpan
        && draft.Column < found.Column + found.ColumnSpan && found.Column < draft.Column + draft.ColumnSpan;
}
