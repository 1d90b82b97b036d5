using Ingest.Core.Budget.Rows;
using Ingest.Core.Checks.Sums;

namespace Ingest.Core.Checks.Rows;

/// <summary>Which signs count where rows leave it open.</summary>
/// <param name="Heads">Rows without code stand above the coded ones that follow, and are no details of the coded row before.</param>
/// <param name="IndentsFirst">Indents outweigh ordinals and codes.</param>
internal readonly record struct OutlineStyle(bool Heads, bool IndentsFirst);

/// <summary>
/// Nests the rows of a list by what is printed beside the amounts: codes (类 ⊃ 款 ⊃ 项, department ⊃ unit, category ⊃ project),
/// ordinals (一、 ⊃ (一) ⊃ 1.), indents, and 其中. What stands on the top level is left to <see cref="Closing"/>.
/// </summary>
internal sealed class Outline
{
    private const int ClassLength = 3;
    private const int ItemLength = 7;

    private readonly RowForest forest;
    private readonly OutlineStyle style;
    private readonly bool coded;
    private readonly bool numbered;
    private readonly List<string> schemes = [];
    private readonly Stack<int> stack = new();
    private readonly int[] ranks;
    private readonly string[] codes;
    private readonly string[] kinds;
    private readonly bool itemized;

    /// <summary>Names that stand several times: of parts (利息收入 of each fund), not of what they are parts of.</summary>
    private readonly HashSet<string> recurring;
    private bool afterTotal;

    /// <summary>The row below begins with 其中.</summary>
    private bool opens;
    private bool restarted;

    /// <summary>The region whose parts are being listed, its own level (市本级) first; -1 for none.</summary>
    private int region = -1;

    /// <summary>The row whose parts a 其中 has begun to list, and that 其中.</summary>
    private (int Head, int First) list = (-1, -1);

    private Outline(RowForest forest, IReadOnlyList<int> rows, OutlineStyle style)
    {
        this.forest = forest;
        this.style = style;
        ranks = new int[forest.Rows.Length];
        codes = [.. forest.Rows.Select(r => r.Code)];
        kinds = [.. forest.Rows.Select(r => r.CodeScheme)];
        coded = rows.Any(i => codes[i].Length > 0);
        numbered = rows.Any(i => Labels.Ordinal(forest.Rows[i].Label).Rank > 0);
        Complete(rows);
        recurring = rows.Select(i => forest.Rows[i].Label).GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        itemized = rows.Any(i => kinds[i] == CodeText.Functional && codes[i].Length == ItemLength);
    }

    /// <summary>Totals and the rows that nothing but a total holds, top to bottom.</summary>
    public List<int> Top { get; } = [];

    public static List<int> Of(RowForest forest, IReadOnlyList<int> rows, OutlineStyle style)
    {
        var outline = new Outline(forest, rows, style);
        var above = "";
        for (var k = 0; k < rows.Count; k++)
        {
            outline.Correct(rows[k], above);
            above = CodeText.SchemeOf(outline.codes[rows[k]]) == CodeText.Functional ? outline.codes[rows[k]] : above;
            var next = k + 1 < rows.Count ? rows[k + 1] : -1;
            outline.Region(rows[k], next);
            outline.opens = next >= 0 && Labels.IsPart(forest.Rows[next].Label);
            outline.Add(rows[k], k > 0 ? rows[k - 1] : -1);
        }

        return outline.Top;
    }

    /// <summary>Some tables print 10 below 201 for 20110: a class has three digits, what it contains two more.</summary>
    private void Complete(IReadOnlyList<int> rows)
    {
        var above = "";
        foreach (var i in rows)
        {
            if (forest.Rows[i].CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic or CodeText.GovernmentEconomic)
            {
                above = codes[i].Length == 3 ? codes[i] : above;
                codes[i] = codes[i].Length == 2 ? above + codes[i] : codes[i];
            }
        }
    }

    /// <summary>A code that is none (7|11|02 below 210|11) stands where the name belongs.</summary>
    private void Correct(int i, string above)
    {
        if (CodeNames.Misprinted(forest.Rows[i], above) is { Length: > 0 } right)
        {
            (codes[i], kinds[i]) = (right, CodeText.Functional);
        }
    }

    /// <summary>A row followed by 市本级 is a region, and what follows are its parts, where they are not set in to say so.</summary>
    private void Region(int i, int next)
    {
        if (!coded && next >= 0 && !forest.Closes[i] && IsOwnLevel(next) && !IsOwnLevel(i) && Indent(next) == Indent(i))
        {
            stack.Clear();
            region = i;
        }
    }

    private bool IsOwnLevel(int row) => !forest.Closes[row] && forest.Rows[row].Label.EndsWith("本级", StringComparison.Ordinal);

    private void Add(int i, int before)
    {
        var row = forest.Rows[i];
        if (forest.Repeats[i] || (row.Label.Length == 0 && row.Code.Length == 0 && !forest.Closes[i]))
        {
            return;
        }

        if (forest.Closes[i])
        {
            Top.Add(i);
            stack.Clear();
            (afterTotal, restarted, list, region) = (true, false, (-1, -1), -1);
            return;
        }

        var part = Labels.IsPart(row.Label);
        ranks[i] = Labels.Ordinal(Labels.WithoutPart(row.Label)).Rank;
        var whole = Labels.IsAppended(row.Label) ? Top.FindLastIndex(r => forest.Closes[r]) : -1;
        (list, part) = whole < 0 ? (list, part) : ((Top[whole], i), true);
        if (part && ranks[i] == 0)
        {
            BeginList(i);
        }
        else if (!GoesOnWithList(i))
        {
            list = (-1, -1);
            Restart(i, before);
            Nest(i);
        }
    }

    private void BeginList(int i)
    {
        var head = list.Head >= 0 ? list.Head : stack.Count > 0 ? stack.Peek() : Top.Count > 0 ? Top[^1] : -1;
        list = (head, i);
        if (head >= 0)
        {
            forest.Place(i, head, Bond.Word);
        }
    }

    /// <summary>Rows set in like the 其中 go on with its list; where nothing is set in, those without number below a numbered row, or below a total of numbered rows, or those whose names come in one list after the other.</summary>
    private bool GoesOnWithList(int i)
    {
        var (head, first) = list;
        if (head < 0 || ranks[i] > 0 || forest.Rows[i].Code.Length > 0)
        {
            return false;
        }

        // below a row that opens a list itself stands no other one's
        var flat = Indent(i) == 0 || (Indent(head) >= Indent(first) && Indent(i) == Indent(first));
        var goesOn = flat ? !opens && (ranks[head] > 0 || (forest.Closes[head] && numbered) || recurring.Contains(forest.Rows[i].Label)) && !Labels.IsCarryOver(forest.Rows[i].Label)
            : Indent(i) > (Indent(head) < Indent(first) && !forest.Closes[head] ? Indent(head) : Indent(first) - (forest.Closes[head] ? 1 : 0));
        if (goesOn)
        {
            forest.Place(i, head, Bond.Word);
        }

        return goesOn;
    }

    /// <summary>一、本年支出 may be followed by 一、一般公共服务支出 … that make it, down to 二、结转下年.</summary>
    private void Restart(int i, int before)
    {
        var label = forest.Rows[i].Label;
        var begins = ranks[i] == 1 && label[0] == '一' && stack.Count == 1 && stack.Peek() == before && ranks[before] == 1
            && forest.Rows[before].Label[0] == '一' && forest.Rows[before].Label.Contains("本年", StringComparison.Ordinal);
        restarted = (restarted && !Labels.IsCarryOver(label)) || begins;
        ranks[i] += ranks[i] > 0 && restarted ? 10 : 0;
    }

    private void Nest(int i)
    {
        if (codes[i].Length > 0 && !schemes.Contains(kinds[i]))
        {
            schemes.Add(kinds[i]);
        }

        // a number ends what stands below the number before it, however that is set in
        var ends = ranks[i] > 0 && !style.IndentsFirst && stack.Any(s => ranks[s] >= ranks[i]);
        while (stack.Count > 0 && (ends || !CanHold(stack.Peek(), i)))
        {
            var ended = stack.Pop();
            ends &= ranks[ended] < ranks[i] || stack.Any(s => ranks[s] >= ranks[i]);
        }

        if (stack.Count == 0)
        {
            Top.Add(i);
        }
        else
        {
            var outer = stack.Peek();
            forest.Place(i, outer, codes[i].Length > 0 && codes[outer].Length > 0 ? Bond.Code : ranks[i] > 0 && ranks[outer] > 0 ? Bond.Ordinal : Bond.Place);
        }

        if (!coded || codes[i].Length > 0 || style.Heads)
        {
            stack.Push(i);
        }
    }

    private bool CanHold(int outer, int inner)
    {
        bool a = codes[outer].Length > 0, b = codes[inner].Length > 0;
        // 23006 beside 230, whose own are 23001 to 23003
        if (style.IndentsFirst && (a || b) && Indent(inner) > 0 && Indent(outer) >= Indent(inner))
        {
            return false;
        }

        return (a, b) switch
        {
            (true, true) => HoldsCode(outer, inner),
            (true, false) => !style.Heads,
            (false, true) => true,
            _ => HoldsName(outer, inner),
        };
    }

    private bool HoldsCode(int outer, int inner)
    {
        string o = codes[outer], c = codes[inner], kind = kinds[outer];
        int a = schemes.IndexOf(kind), b = schemes.IndexOf(kinds[inner]);
        if (a != b)
        {
            // classes of the two economic classifications stand beside each other, whatever is listed of the one before
            return a < b && !(c.Length == ClassLength && IsEconomic(kind) && IsEconomic(kinds[inner]));
        }

        if (kind == CodeText.Project)
        {
            return o.Length <= 2 && c.Length > o.Length;
        }

        // where the list goes down to 项, a 款 or 项 that has no code of its own is printed under that of its 类
        if (itemized && o == c && kind == CodeText.Functional && c.Length < ItemLength && forest.AreEqual(outer, inner))
        {
            return true;
        }

        // the offices of a finance bureau, with codes of one or two digits, stand above the departments
        return (kind == CodeText.Unit && o.Length <= 2 && c.Length > 2) || (c.Length > o.Length && c.StartsWith(o, StringComparison.Ordinal));
    }

    private static bool IsEconomic(string scheme) => scheme is CodeText.DepartmentEconomic or CodeText.GovernmentEconomic;

    private bool HoldsName(int outer, int inner)
    {
        int a = ranks[outer], b = ranks[inner], x = Indent(outer), y = Indent(inner);
        if (a > 0 && b > 0 && a != b && !(style.IndentsFirst && x > 0 && y > 0 && x != y))
        {
            return a < b;
        }

        if (outer == region)
        {
            return true;
        }

        // money of other years stands beside the numbered rows
        if (a > 0 && b == 0 && (Labels.IsCarryOver(forest.Rows[inner].Label) || (afterTotal && x == y)))
        {
            return false;
        }

        return x > 0 && y > 0 ? x < y : (a, b) switch { ( > 0, 0) => !afterTotal, (0, > 0) => IsFirst(inner) || forest.Children(outer).Any(c => ranks[c] == b), _ => false };
    }

    /// <summary>The numbers begin anew with this row.</summary>
    private bool IsFirst(int row) => forest.Rows[row].Label.TrimStart('(', '（') is ['一' or '1', not (>= '0' and <= '9' or '十'), ..] or ['①', ..];

    private int Indent(int row) => forest.Rows[row].Indent;
}
