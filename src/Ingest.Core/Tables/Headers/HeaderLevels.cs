using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>The texts of a header, and at what height they stand: those of groups, those below them, and those that reach over the whole height.</summary>
internal sealed partial class HeaderCells
{
    /// <summary>Heights that differ by less are one, in ems.</summary>
    private const double Same = 0.2;

    /// <summary>Middles that differ by less are one, in ems.</summary>
    private const double Near = 0.35;

    /// <summary>A text stands in the middle of columns when it is no further off it than this, in ems.</summary>
    private const double OnMiddle = 0.5;

    /// <summary>A word has two characters, in ems.</summary>
    private const double Word = 2;

    /// <summary>
    /// What the heights of the texts above single columns tell: texts stand alike in their cells, in the middle, at the top or at the
    /// foot, whichever leaves them the fewest heights. A cell below a group is lower, and so are its middle and its top.
    /// </summary>
    private readonly record struct Levels(Func<TextBlock, bool?> IsGrouped)
    {
        public static Levels Of(List<TextBlock> leaves, List<TextBlock> groups)
        {
            List<double> middles = Heights(leaves, static b => b.Middle), tops = Heights(leaves, static b => b.First), feet = Heights(leaves, static b => b.Last);
            // a group of two lines in the row of those of one
            var rows = Math.Min(Heights(groups, static g => g.First).Count, Heights(groups, static g => g.Middle).Count);
            // all at the foot: nothing tells
            if (feet.Count == 1)
                return new Levels(static _ => null);
            var isTop = tops.Count < middles.Count;
            var heights = isTop ? tops : middles;
            Func<TextBlock, double> height = isTop ? static b => b.First : static b => b.Middle;
            double size = leaves[0].Size, first = groups.Min(static g => g.First), last = leaves.Max(static b => b.Last);
            var whole = isTop ? first : (Math.Min(first, leaves.Min(static b => b.First)) + last) / 2 - 0.32 * size;
            if (heights.Count <= rows && heights[0] - whole > Near * size)
                return new Levels(static _ => true);
            return new Levels(b => Math.Abs(height(b) - heights[0]) < Same * b.Size ? false : heights[^1] - height(b) < height(b) - heights[0] ? true : null);
        }

        private static List<double> Heights(List<TextBlock> blocks, Func<TextBlock, double> height)
        {
            var heights = new List<double>();
            foreach (var y in blocks.Select(height).Order())
            {
                if (heights.Count == 0 || y - heights[^1] > Same * blocks[0].Size)
                    heights.Add(y);
            }
            return heights;
        }
    }

    /// <summary>
    /// The texts of single columns, however many lines they have, where all of them stand in the middle of one height: below groups they would not.
    /// </summary>
    /// <returns>Null where a text reaches over columns, or the heights tell nothing.</returns>
    private List<TextBlock>? Centred(List<TextBlock> blocks)
    {
        var whole = new List<TextBlock>();
        foreach (var column in blocks.GroupBy(b => Columns(b)))
        {
            var lines = column.OrderBy(static b => b.First).ToList();
            if (column.Key.To - column.Key.From > 1 || Enumerable.Range(1, lines.Count - 1).Any(i => lines[i].First - lines[i - 1].Last > Weights.FarthestWrap * lines[i].Size))
                return null;
            whole.Add(lines.Aggregate(static (a, b) => a.With(b)));
        }
        return whole.Count < blocks.Count && whole.Exists(b => b.Lines != whole[0].Lines) && whole.TrueForAll(b => Math.Abs(b.Middle - whole[0].Middle) < Near * b.Size) ? whole : null;
    }

    /// <summary>
    /// The blocks, with two in one column as one text where that stands in the middle of the height as texts of one line do: writers set the
    /// lines of one cell wider apart than those of another. What stands at the height of a group and of the headers below it is not one.
    /// </summary>
    private List<TextBlock> Whole(List<TextBlock> blocks)
    {
        var whole = new List<TextBlock>(blocks);
        foreach (var upper in blocks)
        {
            var (from, to) = Columns(upper);
            var at = whole.FindIndex(b => Columns(b) == (from, to) && b.First <= upper.First && b.Last >= upper.First);
            if (to - from > 1 || at < 0 || blocks.Find(b => Columns(b) == (from, to) && b.First > whole[at].Last + 0.5 * b.Size) is not { Lines: > 0 } lower || lower.First - whole[at].Last > Weights.FarthestWrap * lower.Size || AreGroupAndPart(whole[at], lower))
                continue;
            var joined = whole[at].With(lower);
            // or, at the top or the foot, where no header as low as the second line stands beside it, or beside another one of lines as high
            var isWrapped = !LeavesWord(upper, _xs[to] - _xs[from]) && Enumerable.Range(0, _xs.Length - 1).Any(c => IsPair(c) && !IsLow(c - 1) && !IsLow(c + 1));
            var isCentred = blocks.Exists(b => b.Lines == 1 && Columns(b).From != from && Math.Abs(b.Middle - joined.Middle) < Near * b.Size && !blocks.Exists(o => o != b && TextBlocks.Overlap(o, b)));
            // a header beside it that stands as low, with nothing above but groups of both, needs a group
            var isGroup = blocks.Exists(l => l.Middle > joined.Middle + Near * l.Size && Columns(l) is var (first, end) && (end == from || first == to) && !blocks.Exists(o => o != l && o.First < l.First && Columns(o) is var (left, right) && left < end && right > first && !(o.First < upper.First - Same * o.Size && left < to && right > from)));
            if (!isWrapped && (!isCentred || isGroup || !(IsNone(from - 1) && IsNone(to)) && blocks.Exists(g => g.Center != upper.Center && Math.Abs(g.First - upper.First) < Same * g.Size && blocks.Exists(l => Math.Abs(l.First - lower.First) < Same * l.Size && Columns(g) is var (first, end) && end - first > 1 && Columns(l).From >= first && Columns(l).To <= end))))
                continue;
            whole[at] = joined;
            whole.Remove(lower);

            bool IsAt(int column, double first) => blocks.Exists(b => Columns(b) == (column, column + 1) && Math.Abs(b.First - first) < Same * b.Size);
            bool IsPair(int column) => IsAt(column, upper.First) && IsAt(column, lower.First);
            bool IsLow(int column) => IsAt(column, lower.First) && !IsAt(column, upper.First);

            // a group would cover a column beside it: it has a text of its own as high, or one line half way, or there is none
            bool IsNone(int column) => column < 0 || column + 1 >= _xs.Length || blocks.Exists(b => Columns(b) == (column, column + 1)
                && (Math.Abs(b.First - upper.First) < Same * b.Size || (b.Lines == 1 && Math.Abs(b.Middle - joined.Middle) < Near * b.Size)));
        }
        return whole;
    }

    /// <summary>
    /// The blocks, where the groups of the columns beside it were taken for the first lines of a block: texts in the lower part
    /// of the header need a group above them, and only this block begins where it would stand.
    /// </summary>
    private List<TextBlock> Parted(List<TextBlock> blocks)
    {
        double top = blocks.Min(static b => b.First), foot = blocks.Max(static b => b.Last), middle = (top + foot) / 2;
        var low = blocks.FindAll(b => b.First > top + 0.5 * b.Size && (b.First + b.Last) / 2 > middle + Level * b.Size);
        var parted = new List<TextBlock>();
        foreach (var block in blocks)
            Part(block, Columns(block).From, Columns(block).To, isGroup: false);
        return parted;

        void Part(TextBlock block, int from, int to, bool isGroup)
        {
            var beside = low.FindAll(b => Columns(b).To == from || Columns(b).From == to);
            var isBetween = beside.Exists(b => Columns(b).To == from) && beside.Exists(b => Columns(b).From == to);
            if (block.Lines < 2 || block.First > top + Level * block.Size || beside.Count == 0 || IsAtFoot(block) || (!isBetween && (isGroup || IsWhole(block))) || blocks.Exists(g => IsGroup(g, blocks) && beside.Exists(b => Columns(g).From <= Columns(b).From && Columns(g).To >= Columns(b).To)))
            {
                parted.Add(block);
                return;
            }
            var own = Own(block);
            var border = beside.Max(b => Row(b, own)) - 0.5 * block.Size;
            List<Segment> upper = own.FindAll(s => s.Baseline < border), lower = own.FindAll(s => s.Baseline >= border);
            // the lines of a wrapped text become no longer, and have no room beside each other; where all texts end at the foot nothing else tells
            bool IsTold() => blocks.Exists(b => b.Lines == 1 && !low.Contains(b)) || Width(upper) < Width(lower) - Level * block.Size || Width(upper) + Width(lower) + block.Size < _xs[to] - _xs[from];
            if (upper.Count == 0 || lower.Count == 0 || !IsTold() || Width(upper) < Narrowest * block.Size || IsAlike(block))
            {
                parted.Add(block);
                return;
            }
            // the group of these columns may have one above it in turn, over columns on both sides of them
            parted.Add(Block(lower));
            Part(Block(upper), Math.Min(from, beside.Min(b => Columns(b).From)), Math.Max(to, beside.Max(b => Columns(b).To)), isGroup: true);
        }

        // the height of the first row that a text stands in: its own where the block has a line there, else it is as far above the text as the foot is below
        double Row(TextBlock text, List<Segment> lines) => text.Lines > 1 || lines.Exists(s => Math.Abs(s.Baseline - text.First) < Same * text.Size) ? text.First : text.First + text.Last - foot;

        // a text whose lines stand as high, with no header below its group beside it, is wrapped: so is this
        bool IsAlike(TextBlock block) => blocks.Exists(b => b != block && b.Lines == block.Lines && Math.Abs(b.First - block.First) < Same * b.Size
            && Columns(b) is var (from, to) && !low.Exists(l => Columns(l).To == from || Columns(l).From == to));

        // three lines or more, in the middle where texts of one line stand
        bool IsWhole(TextBlock block) => block.Lines > 2 && blocks.Exists(b => b.Lines == 1 && !low.Contains(b) && Math.Abs(b.First - (block.First + block.Last) / 2) < Same * b.Size);

        // or at the foot, where all texts but those of groups end
        bool IsAtFoot(TextBlock block) => block.Lines > 2 && blocks.TrueForAll(b => IsGroup(b, blocks) || Math.Abs(b.Last - block.Last) < Same * b.Size);

        List<Segment> Own(TextBlock block) => _texts.FindAll(s => s.Left > block.Left - 1 && s.Right < block.Right + 1 && s.Baseline > block.First - 0.5 * s.Size && s.Baseline < block.Last + 0.5 * s.Size);
        static double Width(List<Segment> texts) => texts.Max(static s => s.Right) - texts.Min(static s => s.Left);
        static TextBlock Block(List<Segment> texts) => new(texts.Min(static s => s.Left), texts.Max(static s => s.Right), texts.Min(static s => s.Baseline), texts.Max(static s => s.Baseline),
            texts[0].Size, texts.Select(static s => s.Baseline).Distinct().Count(), texts.TrueForAll(static s => s.Figure));
    }

    /// <summary>Of columns below one ruling, those in whose middle a text stands that is far off the middle of all.</summary>
    private (int From, int To) Middle(TextBlock block, int from, int to)
    {
        if (Off(from, to) <= BesideNarrower)
            return (from, to);
        var (first, end) = Columns(block);
        for (var less = 1; from + less <= first || to - less >= end; less++)
        {
            if (from + less <= first && Off(from + less, to) < OnMiddle)
                return (from + less, to);
            if (to - less >= end && Off(from, to - less) < OnMiddle)
                return (from, to - less);
        }
        return (from, to);

        double Off(int start, int stop) => Math.Abs(block.Center - (_xs[start] + _xs[stop]) / 2) / block.Size;
    }

    /// <summary>
    /// Whether a ruling between columns begins between two texts in one column: as beside it, what stands above is the header of a group. A line that
    /// leaves no room for another word goes on below.
    /// </summary>
    private static bool AreLevels(List<TextBlock> blocks, double width, List<double> begins) => blocks is [var above, var below]
        && LeavesWord(above, width) && begins.Exists(y => y > above.Last && y < below.First - (below.Size / 2));

    /// <summary>Whether a line has room for another word in a column of this width.</summary>
    private static bool LeavesWord(TextBlock line, double width) => line.Right - line.Left + (Word * line.Size) < width;

    /// <summary>The texts of a stretch of columns, wrapped lines together.</summary>
    private List<TextBlock> Blocks(int from, int to, double top, double bottom, bool isLeaf)
    {
        double left = _xs[from] - (from == 0 ? 9 : 0), right = _xs[to] + (to == _xs.Length - 1 ? 9 : 0);
        var inside = _texts.FindAll(s => s.Center > left && s.Center < right && s.MiddleY > top - 1 && s.MiddleY <= bottom + 1);
        var lines = new List<Segment>();
        foreach (var s in inside.OrderBy(static s => s.Baseline).ThenBy(static s => s.Left))
        {
            var near = lines.FindLastIndex(l => Math.Abs(l.Baseline - s.Baseline) < 0.3 * s.Size && s.Left >= l.Left);
            var gap = near < 0 ? double.MaxValue : s.Left - lines[near].Right;
            if ((gap < 1.5 * s.Size && Placement.Find(_xs, lines[near].Center) == Placement.Find(_xs, s.Center)) || (gap < 0.3 * s.Size && !isLeaf))
                lines[near] = lines[near] with { Right = Math.Max(lines[near].Right, s.Right) };
            else
                lines.Add(s);
        }
        var blocks = new List<TextBlock>();
        foreach (var s in lines.OrderBy(static s => s.Baseline))
        {
            var at = blocks.FindLastIndex(b => s.Baseline - b.Last > 0.5 * s.Size && s.Baseline - b.Last <= (isLeaf ? _pitch : Weights.FarthestWrap) * s.Size && Belongs(b, s, lines) && !AreGroupAndPart(b, Line(s)));
            if (at < 0)
                blocks.Add(Line(s));
            else
                blocks[at] = blocks[at] with { Left = Math.Min(blocks[at].Left, s.Left), Right = Math.Max(blocks[at].Right, s.Right), Last = s.Baseline, Lines = blocks[at].Lines + 1 };
        }
        return blocks;
    }

    private static TextBlock Line(Segment s) => new(s.Left, s.Right, s.Baseline, s.Baseline, s.Size, 1, s.Figure);

    /// <summary>
    /// Whether two lines in one column are a group and its only part (2025年预算数 over 金额): beside them stands a group of several columns on the height of
    /// the upper one and as wide, and its first part on the height of the lower one and as wide. A line in brackets (万元) is no part.
    /// </summary>
    private bool AreGroupAndPart(TextBlock upper, TextBlock lower) => upper.Lines == 1 && lower.Lines == 1
        && !_texts.Exists(s => s.Bracketed && IsLevel(s, lower) && Math.Abs(s.Center - lower.Center) < Same * s.Size)
        && _texts.Exists(g => IsLike(g, upper) && !_texts.Exists(t => IsLevel(t, lower) && Math.Abs(t.Center - g.Center) < Near * t.Size)
            && _texts.Exists(p => IsLike(p, lower) && p.Center < g.Center && _texts.Exists(n => IsLevel(n, lower) && n.Center > g.Center && Placement.Find(_xs, n.Center) == Placement.Find(_xs, p.Center) + 1)));

    private static bool IsLevel(Segment s, TextBlock block) => Math.Abs(s.Baseline - block.First) < Same * s.Size;

    private static bool IsLike(Segment s, TextBlock block) => IsLevel(s, block) && Math.Abs(s.Width - (block.Right - block.Left)) < Same * s.Size && Math.Abs(s.Center - block.Center) > s.Size;

    /// <summary>
    /// Whether a line goes on with a text above: over the same columns, or over fewer of them but alone there, or, where it begins with a bracket, in the same middle.
    /// </summary>
    private bool Belongs(TextBlock block, Segment s, List<Segment> lines)
    {
        if (Math.Min(s.Right, block.Right) - Math.Max(s.Left, block.Left) <= 0.4 * Math.Min(s.Width, block.Right - block.Left))
            return false;
        var (from, to) = Columns(block);
        if (Columns(Line(s)) is var own && own == (from, to))
            return true;
        if (s.Bracketed && Math.Abs(s.Center - block.Center) < Near * s.Size)
            return !lines.Exists(o => o != s && Math.Abs(o.Baseline - s.Baseline) < 0.8 * s.Size && o.Center > _xs[own.From] && o.Center < _xs[own.To]);
        return to - from > 1 && s.Width < block.Right - block.Left
            && !lines.Exists(o => o != s && Math.Abs(o.Baseline - s.Baseline) < 0.8 * s.Size && o.Center > _xs[from] && o.Center < _xs[to]);
    }
}
