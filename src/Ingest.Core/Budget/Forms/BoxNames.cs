using Ingest.Core.Budget.Typing;

namespace Ingest.Core.Budget.Forms;

/// <summary>
/// The names of the rows of a money box, from its name columns. A name of several rows may be ruled, or seem to be, into a
/// blank cell above it and one below (收入构成 beside 财政拨款, 其他资金, 合计): it then stands in the middle of its rows.
/// </summary>
internal sealed class BoxNames(GridView grid, int top, int bottom)
{
    /// <summary>How the names of several rows end: 资金构成, 收入构成.</summary>
    private const string Group = "构成";

    private readonly Dictionary<int, string[]> groups = [];

    /// <summary>资金构成 over figures: the name of some rows of a box without the box.</summary>
    public static bool IsGroup(string path) => path.EndsWith(Group, StringComparison.Ordinal);

    /// <summary>资金构成市级财政: the name of several rows ran into that of one.</summary>
    public static bool HoldsGroup(string label) => label.IndexOf(Group, StringComparison.Ordinal) is > 0 and var at && at + Group.Length < label.Length && label[at + Group.Length] is >= '\u4E00';

    /// <summary>The names from <paramref name="left"/> up to the first figure, joined by /.</summary>
    public string Label(int row, int left, int first)
    {
        var label = "";
        var last = -1;
        for (var c = left; c < first; c++)
        {
            var index = grid.Index(row, c);
            if (index < 0 || index == last)
                continue;
            var text = grid.Text(row, c);
            // only what a further name column follows may be the name of several rows; the name of the row may reach into its column
            if (c + 1 < first && grid.Text(row, c + 1).Length > 0 && !IsName(row, c) && Groups(c)[row - top] is { Length: > 0 } group)
                text = text.Length == 0 ? group : $"{group}/{text}";
            if (text.Length == 0)
                continue;
            last = index;
            label = label.Length == 0 ? text : $"{label}/{text}";
        }
        return label;
    }

    /// <summary>For each row of the box the name whose middle its rows have; "" all over where the names do not part the rows so.</summary>
    private string[] Groups(int column)
    {
        if (!groups.TryGetValue(column, out var names))
        {
            names = Divide(column, isWideBeside: false);
            if (Array.TrueForAll(names, static n => n.Length == 0))
                names = Divide(column, isWideBeside: true);
            groups.Add(column, names);
        }
        return names;
    }

    /// <param name="isWideBeside">Whether rows whose name reaches over the column stand beside the names that are divided, not in them.</param>
    private string[] Divide(int column, bool isWideBeside)
    {
        var names = new string[bottom - top];
        Array.Fill(names, "");
        var at = top;
        for (var r = top; r < bottom; r++)
        {
            if (isWideBeside && r == at && grid.Text(r, column).Length > 0 && grid.ColumnSpan(r, column) > 1)
                at++;
            if (!IsName(r, column))
                continue;
            var (from, to) = Rows(r, column);
            // as many rows above the name as below it
            var end = to + (from - at);
            if (end > bottom)
                return Nothing(names);
            for (var y = to; y < end; y++)
            {
                if (IsName(y, column))
                    return Nothing(names);
            }
            // a name drawn over several rows has them all: 项目总投入 over both columns of names is beside 资金构成, not in it
            var isDrawn = to - from > 1 && Enumerable.Range(at, end - at).Any(y => (y < from || y >= to) && grid.Text(y, column).Length > 0);
            Array.Fill(names, grid.Text(r, column), isDrawn ? from - top : at - top, isDrawn ? to - from : end - at);
            (at, r) = (end, end - 1);
        }
        return at == bottom ? names : Nothing(names);
    }

    /// <summary>A name in this column alone.</summary>
    private bool IsName(int row, int column) => grid.Text(row, column).Length > 0 && grid.ColumnSpan(row, column) == 1;

    private (int From, int To) Rows(int row, int column)
    {
        var to = row + 1;
        while (to < bottom && grid.Index(to, column) == grid.Index(row, column))
            to++;
        return (row, to);
    }

    private static string[] Nothing(string[] names)
    {
        Array.Fill(names, "");
        return names;
    }
}
