using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>
/// The cells of a header: as rulings part them, and where none do, as its texts stand. A text with others below it is
/// the header of a group, over the columns in whose middle it stands; what has nothing above or below it reaches over
/// the whole height.
/// </summary>
internal sealed partial class HeaderCells
{
    /// <summary>Nearer than this, two borders of rows are one, in points.</summary>
    private const double SameBorder = 3;

    /// <summary>Texts of one row of a header stand no further off than this, in ems.</summary>
    private const double Level = 0.4;

    /// <summary>The header of a group is no single character, in ems: those stand one below the other in narrow columns.</summary>
    private const double Narrowest = 1.5;

    /// <summary>How much more it costs that a column stands beside a group where groups are to be wider, and what it costs where they are to be narrower, though its height says that it lies below one.</summary>
    private const double BesideWider = 2.5, BesideNarrower = 2.5;

    /// <summary>A group that leaves a column out at both sides has two at least, and three is one over its parts.</summary>
    private const int FewestNarrowed = 3;

    /// <summary>Borders are drawn within so many points, and a text over a column may reach so far beyond one side of it, in ems.</summary>
    private const double Edge = 1.5, Beyond = 0.2;

    /// <summary>What stands over its columns costs no more than this.</summary>
    private const double Fitting = 2;

    /// <summary>Where the headers of groups stand over their columns.</summary>
    private enum Side { Middle, Begin, End }

    private readonly double[] _xs;
    private readonly List<Segment> _texts;
    private readonly double _pitch, _beside, _low;
    private bool _narrower;
    private List<double> _begins = [];
    private readonly List<(int From, int To, double Top, double Bottom)> _found = [];

    private HeaderCells(double[] xs, List<Segment> texts, Choice otherwise)
    {
        _beside = otherwise == Choice.WiderGroups ? BesideWider : 1;
        _narrower = otherwise == Choice.NarrowerGroups;
        _low = _narrower ? BesideNarrower : Weights.UngroupedLow;
        _xs = xs;
        _texts = texts;
        var pitch = TextBlocks.Pitch([.. texts.OrderBy(static s => s.Baseline).ThenBy(static s => s.Left)]);
        _pitch = pitch is > 0 and < 1.7 ? pitch : 1.7;
    }

    /// <param name="texts">Those of the header.</param>
    /// <param name="otherwise">A choice that is made otherwise, to get a rival.</param>
    /// <returns>The borders of the rows, top and bottom included, and the cells between them.</returns>
    public static (double[] Ys, List<GridCell> Cells) Of(
        double[] xs, double top, double bottom, List<Segment> texts, List<Edge> horizontal, List<Edge> vertical, Choice otherwise = Choice.None)
    {
        var header = new HeaderCells(xs, texts, otherwise);
        header.Rule(top, bottom, horizontal, vertical);
        var ys = new List<double> { top };
        foreach (var y in header._found.SelectMany(static f => new[] { f.Top, f.Bottom }).Order())
        {
            if (y - ys[^1] > SameBorder && bottom - y > SameBorder)
                ys.Add(y);
        }
        ys.Add(bottom);
        var cells = header._found.ConvertAll(f => (f.From, f.To, Top: Row(f.Top), Bottom: Math.Max(Row(f.Top) + 1, Row(f.Bottom))))
            .ConvertAll(static f => new GridCell(f.Top, f.From, f.Bottom - f.Top, f.To - f.From));
        // rows lower than borders are told apart leave cells one over the other
        return ([.. ys], [.. cells.DistinctBy(static c => (c.Row, c.Column))]);

        int Row(double y) => Math.Max(0, ys.FindIndex(border => Math.Abs(border - y) <= SameBorder));
    }

    /// <summary>The cells that rulings part; those over several columns are divided by their texts.</summary>
    private void Rule(double top, double bottom, List<Edge> horizontal, List<Edge> vertical)
    {
        var inside = vertical.FindAll(e => Math.Min(e.End, bottom) - Math.Max(e.Start, top) > SameBorder);
        // where rulings part columns, they say how wide a group is
        _narrower &= inside.Count == 0;
        _begins = inside.ConvertAll(static e => e.Start);
        var ys = new List<double> { top };
        foreach (var y in horizontal.Select(static e => e.Position).Concat(inside.SelectMany(static e => new[] { e.Start, e.End })).Order())
        {
            if (y - ys[^1] > Edges.Snap && bottom - y > Edges.Snap)
                ys.Add(y);
        }
        ys.Add(bottom);
        int rows = ys.Count - 1, columns = _xs.Length - 1;
        var right = new bool[rows * columns];
        var below = new bool[rows * columns];
        // beside a wide column of names the next one may have blank room that no ruling covers
        var reach = Enumerable.Range(0, columns).Select(c => _texts.FindAll(s => IsIn(s, c)) is { Count: > 0 } names ? new Span(names.Min(static s => s.Left), names.Max(static s => s.Right)) : new Span(_xs[c], _xs[c + 1])).ToArray();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c + 1 < columns; c++)
                right[r * columns + c] = inside.Exists(e => Math.Abs(e.Position - _xs[c + 1]) <= Edges.Snap && e.Coverage(ys[r], ys[r + 1]) >= 0.5);
            for (var c = 0; c < columns && r + 1 < rows; c++)
                below[r * columns + c] = horizontal.Sum(e => Math.Abs(e.Position - ys[r + 1]) <= Edges.Snap ? e.Coverage(reach[c].Left, reach[c].Right) : 0) >= 0.5;
        }
        // a column that the ruling below a group does not reach has a text of its own
        RuledGrid.PartGroups(rows, columns, below, right, (r, drawn, k) => !(drawn && HasText(k, ys[r], ys[End(r, k) + 1])));
        // columns that end at different rulings are in different cells
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c + 1 < columns; c++)
                right[r * columns + c] |= End(r, c) != End(r, c + 1);
        }
        foreach (var cell in RuledGrid.Cells(rows, columns, below, right))
            Divide(cell.Column, cell.Column + cell.ColumnSpan, ys[cell.Row], ys[cell.Row + cell.RowSpan], isLeaf: cell.Row + cell.RowSpan == rows, 0);

        bool IsIn(Segment s, int column) => s.Left > _xs[column] - 1 && s.Right < _xs[column + 1] + 1;

        bool HasText(int column, double from, double to) => _texts.Exists(s => IsIn(s, column) && s.MiddleY > from && s.MiddleY < to);

        int End(int row, int column)
        {
            while (row + 1 < rows && !below[row * columns + column])
                row++;
            return row;
        }
    }

    private void Add(int from, int to, double top, double bottom) => _found.Add((from, to, top, bottom));

    private void Divide(int from, int to, double top, double bottom, bool isLeaf, int depth)
    {
        var blocks = Blocks(from, to, top, bottom, isLeaf);
        if (to - from == 1 && AreLevels(blocks, _xs[to] - _xs[from], _begins))
        {
            var between = Between(blocks[0].Last, blocks[0].Size, [blocks[1]]);
            Add(from, to, top, between);
            Add(from, to, between, bottom);
            return;
        }
        if (to - from == 1 || blocks.Count == 0 || (blocks.Count == 1 && (!isLeaf || IsOver(blocks[0], from, to))))
        {
            var (start, end) = _narrower && !isLeaf && blocks.Count == 1 ? Middle(blocks[0], from, to) : (from, to);
            Single(from, start, top, bottom, keep: false);
            Single(start, end, top, bottom, keep: to - from == 1 || blocks.Count == 1);
            Single(end, to, top, bottom, keep: false);
            return;
        }
        if (isLeaf)
            blocks = Centred(blocks) ?? Whole(Parted(blocks));
        var groups = depth < 4 ? blocks.FindAll(b => IsGroup(b, blocks)) : [];
        // a ruling parts them from the headers of their columns
        if (groups.Count == 0 && !isLeaf && blocks.Count < to - from)
            groups = [.. blocks];
        if (groups.Count == 0)
        {
            Leaves(blocks, from, to, top, bottom);
            return;
        }
        List<TextBlock> all = [.. groups];
        groups.RemoveAll(g => g.First - all.Min(static o => o.First) > 0.8 * g.Size);
        groups.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        var low = groups.Max(static g => g.Last);
        // columns whose own text begins beside the groups reach over the whole height
        var free = new bool[to - from];
        var leaves = blocks.FindAll(b => !all.Contains(b));
        var levels = isLeaf ? Levels.Of(leaves, all) : new Levels(_ => null);
        var grouped = new bool?[to - from];
        for (var c = from; c < to; c++)
        {
            var own = blocks.FindAll(b => !groups.Contains(b) && Columns(b).From <= c && Columns(b).To > c);
            free[c - from] = own.TrueForAll(b => b.First > low + 0.5 * b.Size) && (own.Count > 0 || !isLeaf);
            grouped[c - from] = own.Count > 1 ? true : own.Count == 1 ? levels.IsGrouped(own[0]) : null;
        }
        var under = blocks.FindAll(b => b.First > low + 0.5 * b.Size);
        var split = under.Count == 0 ? bottom : Between(low, groups[0].Size, under);
        // the headers of groups stand alike in their cells: in the middle of their columns, where the first of them begins, or where the last
        // ends; that tells nothing of where the first group begins, but where groups have as many columns each, all heights say what is below one, or they stand nowhere else
        var (middle, begun, ended) = (Slots(Side.Middle), Slots(Side.Begin), Slots(Side.End));
        var isTold = ended.Slots is { } ends && Array.TrueForAll(ends, s => s.To - s.From == ends[0].To - ends[0].From) || Enumerable.Range(0, to - from).All(c => !free[c] || grouped[c] is not null) || !(Fit(middle.Slots, Side.Middle) || Fit(begun.Slots, Side.Begin));
        ((int From, int To)[]? Slots, double Cost)[] choices = isTold ? [middle, begun, ended] : [middle, begun];
        var slots = Repeated() ?? choices.MinBy(static s => s.Cost).Slots;
        // with all headers on one line, a group may leave out as many columns at both sides
        if (_narrower && groups.Count == 1 && slots is [var wide] && wide.To - wide.From > FewestNarrowed && grouped[wide.From] is null && grouped[wide.To - 1] is null
            && Columns(groups[0]) is var over && over.From > from + wide.From && over.To < from + wide.To)
        {
            slots = [(wide.From + 1, wide.To - 1)];
        }
        var covered = from;
        for (var g = 0; g < groups.Count; g++)
        {
            var (start, end) = slots is null ? Columns(groups[g]) : (from + slots[g].From, from + slots[g].To);
            start = Math.Max(start, covered);
            if (end <= start)
                continue;
            Rest(covered, start);
            Add(start, end, top, split);
            if (bottom - split > SameBorder)
                Divide(start, end, split, bottom, isLeaf, depth + 1);
            covered = end;
        }
        Rest(covered, to);

        ((int From, int To)[]? Slots, double Cost) Slots(Side side) => Split.Slots(groups.Count, to - from, (g, first, end) => Misfit(g, first, end, side),
            c => !free[c] || grouped[c] == false ? 0 : _beside * (!isLeaf ? Weights.UngroupedAbove : grouped[c] == true ? _low : Weights.Ungrouped));

        bool Fit((int From, int To)[]? slots, Side side) => slots is not null && Enumerable.Range(0, slots.Length).All(g => Misfit(g, slots[g].From, slots[g].To, side) < Fitting);

        // the same names below each group (项目 预算数 项目 预算数): it begins where they do, behind the columns that reach over the whole height
        (int From, int To)[]? Repeated()
        {
            var below = free.Select((f, c) => f && grouped[c] != false).ToList();
            var begin = Math.Max(0, below.IndexOf(true));
            var (start, each) = (from + begin, (to - from - begin) / groups.Count);
            if (groups.Count < 2 || each < 2 || start + (each * groups.Count) != to || below.IndexOf(false, begin) >= 0)
                return null;
            var names = (isLeaf ? under : Blocks(start, to, bottom, double.MaxValue, isLeaf: true)).OrderBy(static b => b.Left).ToList();
            if (names.Count != to - start)
                return null;
            var widths = names.ConvertAll(static b => (b.Right - b.Left) / b.Size);
            bool IsLike(int a, int b) => names[a].Lines == names[b].Lines && Math.Abs(widths[a] - widths[b]) < Same;
            if (!Enumerable.Range(0, names.Count).All(i => Columns(names[i]) == (start + i, start + i + 1) && IsLike(i, i % each)) || Enumerable.Range(1, each - 1).All(i => IsLike(i, 0)))
                return null;
            return [.. groups.Select((_, g) => (begin + g * each, begin + (g + 1) * each))];
        }

        double Misfit(int g, int first, int end, Side side)
        {
            var high = 0;
            for (var c = first; c < end; c++)
            {
                if (!free[c])
                    return double.PositiveInfinity;
                high += grouped[c] == false ? 1 : 0;
            }
            double left = _xs[from + first], right = _xs[from + end], size = groups[g].Size;
            var over = Math.Max(0, left - groups[g].Left - 1) + Math.Max(0, groups[g].Right - right - 1);
            var isAtSide = side != Side.Middle && _texts.Exists(s => s.MiddleY > low && Math.Abs(side == Side.Begin ? s.Left - groups[g].Left : s.Right - groups[g].Right) < Weights.SameSide * size
                && Placement.Find(_xs, s.Center) == from + (side == Side.Begin ? first : end - 1));
            return (high * Weights.UngroupedLow) + (isAtSide ? Weights.AtSide : (side == Side.Middle ? 0 : Weights.NotAtSide) + Math.Abs((left + right) / 2 - groups[g].Center) / size) + (3 * over / size);
        }

        void Rest(int start, int end)
        {
            if (end > start && (start > from || end < to))
                Divide(start, end, top, bottom, isLeaf, depth + 1);
        }
    }

    /// <summary>Half way between the foot of a line and the highest text below it.</summary>
    private static double Between(double low, double size, List<TextBlock> under) => (low + 0.12 * size + under.Min(static b => b.First - 0.86 * b.Size)) / 2;

    private void Single(int from, int to, double top, double bottom, bool keep)
    {
        for (var c = from; c < to; c++)
        {
            if (!keep || c == from)
                Add(c, keep ? to : c + 1, top, bottom);
        }
    }

    /// <summary>Texts without groups: each over its columns, and blank ones between.</summary>
    private void Leaves(List<TextBlock> blocks, int from, int to, double top, double bottom)
    {
        for (var c = from; c < to;)
        {
            var end = c + 1;
            foreach (var block in blocks)
            {
                var (first, last) = Columns(block);
                if (first == c && last <= to && !blocks.Exists(b => b != block && Columns(b).From < last && Columns(b).To > c))
                    end = Math.Max(end, last);
            }
            Add(c, end, top, bottom);
            c = end;
        }
    }

    /// <summary>A text over one column may reach beyond one side of it by a little; what reaches beyond both stands over three.</summary>
    private (int From, int To) Columns(TextBlock block)
    {
        double left = Math.Min(block.Left + Edge, block.Center), right = Math.Max(block.Right - Edge, block.Center);
        var (from, last) = (Placement.Find(_xs, left), Placement.Find(_xs, right));
        if (last == from + 1)
            (from, last) = right - _xs[last] < Beyond * block.Size ? (from, from) : _xs[last] - left < Beyond * block.Size ? (last, last) : (from, last);
        return (from, last + 1);
    }

    /// <summary>Whether a text stands in the middle of several columns that it shares with no other.</summary>
    private bool IsOver(TextBlock block, int from, int to) =>
        Columns(block) == (from, to) || Math.Abs(block.Center - (_xs[from] + _xs[to]) / 2) < 0.6 * block.Size;

    private bool IsGroup(TextBlock block, List<TextBlock> blocks)
    {
        var (from, to) = Columns(block);
        return blocks.Exists(b => b != block && b.First > block.Last + 0.5 * b.Size && Columns(b) is var (first, end) && first < to && end > from);
    }
}
