using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Headers;

/// <summary>
/// A header may stand above the first ruling that its table has: all of it, where rulings stand below the rows alone, or groups over
/// columns (收入, 支出) between the upper side and the first column's side, or without any ruling above them.
/// </summary>
internal static class HeaderAbove
{
    /// <summary>A row of a header stands no further above the table than this, in ems.</summary>
    private const double Near = 2.4;

    /// <summary>Nothing further above the table is looked at, in points.</summary>
    private const double Reach = 58;

    /// <summary>Texts that begin at the left side or end at the right one, nearer than this in ems, are the body's name and the unit.</summary>
    private const double AtSide = 1.5;

    /// <summary>Share of the width that the upper side of a table covers; what is shorter is drawn below a group.</summary>
    private const double Whole = 0.9;

    /// <summary>Sides nearer than this, in ems, are in line; types whose sizes differ by less than this share are one, and base lines nearer than this, in ems.</summary>
    private const double AtHeader = 0.2, SameSize = 0.1, SameLine = 0.3;

    /// <summary>Most rows of groups.</summary>
    private const int MostRows = 3;

    /// <summary>The area with its header, if that stands above, or the rows of groups right above it.</summary>
    public static Area With(Area area, List<Edge> horizontal, Glyph[] glyphs, List<Piece> pieces)
    {
        var lines = new Lazy<List<RunLine>>(() => TextRuns.Lines(glyphs, pieces, []));
        if (IsBare(area) || IsOpen(area))
            return OpenHeaders.Header(area.Box, lines.Value) is { } head ? Grown(area, head.Top - 1, Segments.Of(glyphs, pieces, area.Box with { Top = head.Top - 1, Bottom = area.Box.Top }), horizontal) : area;
        if (UpTo(area, horizontal, lines, glyphs, pieces) is { } closed)
            return closed;
        for (var row = 0; row < MostRows; row++)
        {
            var box = area.Box;
            var texts = Segments.Of(glyphs, pieces, new Box(box.Left - 3, box.Top - Reach, box.Right + 3, box.Top)).FindAll(s => s.MiddleY < box.Top);
            if (FormColumns.Lines(texts) is not [.., var line] || !(AreGroups(line, box) || (StandAlike(line, area) && !lines.Value.Exists(l => l.IsAbove && Math.Abs(l.Baseline - line[0].Baseline) < SameLine * line[0].Size))) || box.Top - line[0].Baseline > Near * line[0].Size)
                return area;
            area = Grown(area, line.Min(static s => s.Top) - 1, line, horizontal);
        }
        return area;
    }

    /// <summary>The area up to the ruling over its width that closes it above, where the first fill stands lower: what is between belongs to the header, unless it is a title with its unit.</summary>
    private static Area? UpTo(Area area, List<Edge> horizontal, Lazy<List<RunLine>> lines, Glyph[] glyphs, List<Piece> pieces)
    {
        var box = area.Box;
        if (Side(area, horizontal) is not { } side)
            return null;
        var between = box with { Top = side.Position, Bottom = box.Top };
        var inside = lines.Value.FindAll(l => l.Baseline > between.Top && l.Baseline < between.Bottom);
        if (inside.Count is 0 or > MostRows || !inside.Exists(static l => l.Runs.Count > 1) || inside.Exists(l => l.IsAbove || l.Left < box.Left || l.Right > box.Right))
            return null;
        return Grown(area, side.Position, Segments.Of(glyphs, pieces, between), horizontal);
    }

    /// <summary>The ruling right above an area that may be the upper side of its table.</summary>
    public static Edge? Side(Area area, List<Edge> horizontal) =>
        horizontal.FindLast(e => e.Position < area.Box.Top - Edges.Snap && e.Position > area.Box.Top - Reach && e.Coverage(area.Box.Left, area.Box.Right) > Whole);

    private static Area Grown(Area area, double top, List<Segment> texts, List<Edge> horizontal)
    {
        var box = area.Box;
        return area with
        {
            Box = box with { Top = top },
            Texts = [.. texts, .. area.Texts],
            Horizontal = [.. horizontal.FindAll(e => e.Position >= top - Edges.Snap && e.Position < box.Top - Edges.Snap && e.Start > box.Left - Edges.Snap && e.End < box.Right + Edges.Snap), .. area.Horizontal],
        };
    }

    /// <summary>Whether no ruling over the whole width closes the area above.</summary>
    public static bool IsOpen(Area area) => !area.Horizontal.Exists(e => e.Position < area.Box.Top + Edges.Snap && e.Coverage(area.Box.Left, area.Box.Right) > Whole);

    /// <summary>Whether no words stand above most figures of the first row: at most numbers of columns, or years.</summary>
    public static bool IsBare(Area area)
    {
        if (Header.FirstFigure(area) is var y && y == double.MaxValue)
            return false;
        var figures = area.Texts.FindAll(s => s.Figure && Math.Abs(s.MiddleY - y) < 0.5 * s.Size);
        return figures.Count(f => Column(area, f) is var (left, right) && area.Texts.Exists(s => !s.Figure && s.MiddleY < f.Top && s.Left < right && s.Right > left)) * 2 < figures.Count;
    }

    /// <summary>The sides that a figure's column has, or its own: a header may begin at the left where figures end at the right.</summary>
    private static (double Left, double Right) Column(Area area, Segment figure)
    {
        double left = double.MinValue, right = double.MaxValue;
        foreach (var side in area.Vertical)
        {
            if (side.Start > figure.MiddleY || side.End < figure.MiddleY)
                continue;
            if (side.Position <= figure.Left + Edges.Snap)
                left = Math.Max(left, side.Position);
            else if (side.Position >= figure.Right - Edges.Snap)
                right = Math.Min(right, side.Position);
        }
        return left > double.MinValue && right < double.MaxValue ? (left, right) : (figure.Left, figure.Right);
    }

    /// <summary>
    /// Or whether all texts of a line begin where headers right below them do, another one than the first, or several of them end where
    /// headers do, another one than the last.
    /// </summary>
    private static bool StandAlike(List<Segment> line, Area area)
    {
        var first = Header.FirstFigure(area);
        var leaves = area.Texts.FindAll(s => !s.Figure && s.MiddleY < first);
        if (leaves.Count < 2 || line.Exists(s => s.Figure || Math.Abs(s.Size - leaves[0].Size) >= SameSize * s.Size))
            return false;
        double left = leaves.Min(static l => l.Left), right = leaves.Max(static l => l.Right);
        return Stand(static s => s.Left, left) || (line.Count > 1 && Stand(static s => s.Right, right));

        bool Stand(Func<Segment, double> side, double end) => line.TrueForAll(s => leaves.Exists(l => Math.Abs(side(s) - side(l)) < AtHeader * s.Size)) && line.Exists(s => Math.Abs(side(s) - end) > AtHeader * s.Size);
    }

    private static bool AreGroups(List<Segment> line, Box box)
    {
        if (line.Count < 2)
            return false;
        double size = line[0].Size;
        return line[0].Left > box.Left + AtSide * size && line[^1].Right < box.Right - AtSide * size
            && line.TrueForAll(s => !s.Figure && s.Width < 0.4 * box.Width) && line[^1].Left - line[0].Right > 0.2 * box.Width;
    }
}
