namespace Ingest.Core.Tables;

/// <summary>At what height the texts of a header stand: those of groups, those below them, and those that reach over the whole height.</summary>
internal sealed partial class HeaderCells
{
    /// <summary>The texts in the lower part of a header, where others stand in its middle or at its top.</summary>
    private static List<TextBlock> Low(List<TextBlock> blocks, double top)
    {
        if (blocks.Count == 0)
            return [];
        var middle = (top + blocks.Max(static b => b.Last)) / 2;
        var low = blocks.FindAll(b => b.First > top + 0.5 * b.Size && (b.First + b.Last) / 2 > middle + Level * b.Size);
        // where all stand low, those of several lines tell whether they stand at the foot of the header or under groups
        var tall = blocks.Find(static b => b.Lines > 1);
        return blocks.Exists(b => b.Lines == 1 && !low.Contains(b)) || (tall.Lines > 1 && !blocks.Exists(b => b.Lines == 1 && Math.Abs(b.Last - tall.Last) < 0.3 * b.Size)) ? low : [];
    }

    /// <summary>The text furthest down; of those in one height one with the fewest lines.</summary>
    private static TextBlock Lowest(List<TextBlock> blocks) =>
        blocks.Count == 0 ? default : blocks.FindAll(b => b.Middle > blocks.Max(static o => o.Middle) - 0.2 * b.Size).MinBy(static b => b.Lines);

    /// <summary>
    /// The blocks, where the group of the columns beside it was taken for the first line of a block: texts in the lower part
    /// of the header need a group above them, and only this block begins where it would stand.
    /// </summary>
    private List<TextBlock> Parted(List<TextBlock> blocks)
    {
        double top = blocks.Min(static b => b.First), middle = (top + blocks.Max(static b => b.Last)) / 2;
        var low = blocks.FindAll(b => b.First > top + 0.5 * b.Size && (b.First + b.Last) / 2 > middle + Level * b.Size);
        var parted = new List<TextBlock>();
        foreach (var block in blocks)
        {
            var (from, to) = Columns(block);
            var beside = low.FindAll(b => b != block && (Columns(b).To == from || Columns(b).From == to));
            if (block.Lines < 2 || block.First > top + Level * block.Size || beside.Count == 0 || blocks.Exists(g => g != block && IsGroup(g, blocks) && beside.Exists(b => Columns(g).From <= Columns(b).From && Columns(g).To >= Columns(b).To)))
            {
                parted.Add(block);
                continue;
            }
            var border = beside.Min(static b => b.First) - 0.5 * block.Size;
            var own = _texts.FindAll(s => s.Left > block.Left - 1 && s.Right < block.Right + 1 && s.Baseline > block.First - 0.5 * s.Size && s.Baseline < block.Last + 0.5 * s.Size);
            List<Segment> upper = own.FindAll(s => s.Baseline < border), lower = own.FindAll(s => s.Baseline >= border);
            // the lines of a wrapped text become no longer; where all texts end at the foot nothing else tells
            var isTold = blocks.Exists(b => b.Lines == 1 && !low.Contains(b)) || (upper.Count > 0 && lower.Count > 0 && Width(upper) < Width(lower) - Level * block.Size);
            if (upper.Count == 0 || lower.Count == 0 || !isTold || Width(upper) < Narrowest * block.Size)
                parted.Add(block);
            else
                parted.AddRange([Block(upper), Block(lower)]);
        }
        return parted;

        static double Width(List<Segment> texts) => texts.Max(static s => s.Right) - texts.Min(static s => s.Left);
        static TextBlock Block(List<Segment> texts) => new(texts.Min(static s => s.Left), texts.Max(static s => s.Right), texts.Min(static s => s.Baseline), texts.Max(static s => s.Baseline),
            texts[0].Size, texts.Select(static s => s.Baseline).Distinct().Count(), texts.TrueForAll(static s => s.Figure));
    }
}
