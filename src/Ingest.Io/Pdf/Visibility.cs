using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>
/// Decides what a reader sees of what was painted: later fills and images hide what lies below, and a colour that is
/// that of its ground does not show. Real budgets are full of such lines (white borders round the title, grids below
/// white cells), and each would add rows and columns to a table.
/// </summary>
internal sealed class Visibility
{
    // Half a hairline, in points: lines are looked at on both sides of their middle.
    private const double Hair = 0.05;

    private readonly CoverIndex _covers = new();
    private readonly List<double> _cuts = [];
    private readonly List<Ink> _grounds = [];
    private readonly HashSet<Ink> _known = [];
    private PageCanvas _canvas = null!;

    public void Look(PageCanvas canvas)
    {
        _canvas = canvas;
        _covers.Build(canvas);
        _grounds.Clear();
        _known.Clear();
        _grounds.Add(Ink.White);
        _known.Add(Ink.White);
        foreach (var cover in canvas.Covers)
        {
            if (cover.Ink.Plain && _known.Add(cover.Ink))
            {
                _grounds.Add(cover.Ink);
            }
        }
    }

    public bool IsSeen(in PaintedGlyph glyph)
    {
        var box = glyph.Glyph.Box;
        double x = box.CenterX, y = box.CenterY;
        if (x < 0 || y < 0 || x > _canvas.Width || y > _canvas.Height)
        {
            return false;
        }

        if (_canvas.Covers.Count == 0 && !glyph.Ink.LooksLike(Ink.White))
        {
            return true;
        }

        // Hidden means that the middle half of its box is covered.
        double dx = box.Width / 4, dy = box.Height / 4;
        return !_covers.IsHidden(x - dx, y - dy, x + dx, y + dy, glyph.Order)
            && (!IsSomeGround(glyph.Ink) || !glyph.Ink.LooksLike(_covers.GroundAt(x, y, glyph.Order)));
    }

    /// <summary>Adds the parts of a ruling that are seen.</summary>
    public void AddSeen(in PaintedRuling painted, ImmutableArray<Ruling>.Builder seen)
    {
        var ruling = painted.Ruling;
        if (!_covers.AnyAfter(painted.Order) && !IsSomeGround(painted.Ink))
        {
            seen.Add(ruling);
            return;
        }

        _cuts.Clear();
        _covers.AddCuts(ruling, _cuts);
        _cuts.Sort();
        double from = ruling.Start, shownFrom = double.NaN;
        for (var i = 0; i <= _cuts.Count; i++)
        {
            var to = i < _cuts.Count ? _cuts[i] : ruling.End;
            if (to - from < Hair && i < _cuts.Count)
            {
                continue;
            }

            if (IsSeenAt(painted, (from + to) / 2))
            {
                shownFrom = double.IsNaN(shownFrom) ? from : shownFrom;
            }
            else if (!double.IsNaN(shownFrom))
            {
                seen.Add(ruling with { Start = shownFrom, End = from });
                shownFrom = double.NaN;
            }

            from = to;
        }

        if (!double.IsNaN(shownFrom))
        {
            seen.Add(ruling with { Start = shownFrom });
        }
    }

    /// <summary>A shade shows when its colour is not that of what it was painted on.</summary>
    public bool IsSeen(in Cover shade)
    {
        var box = shade.Box;
        return !(shade.Ink.LooksLike(_covers.GroundAt(box.CenterX, box.CenterY, shade.Order, box))
                && shade.Ink.LooksLike(_covers.GroundAt(box.Left + Hair, box.Top + Hair, shade.Order, box))
                && shade.Ink.LooksLike(_covers.GroundAt(box.Right - Hair, box.Bottom - Hair, shade.Order, box)))
            && !_covers.IsHidden(box.Left, box.Top, box.Right, box.Bottom, shade.Order);
    }

    private bool IsSomeGround(Ink ink)
    {
        foreach (var ground in _grounds)
        {
            if (ink.LooksLike(ground))
            {
                return true;
            }
        }

        return false;
    }

    // Both sides of the middle line are looked at: two white cells that meet on a line hide it together.
    private bool IsSeenAt(in PaintedRuling painted, double along)
    {
        var r = painted.Ruling;
        var half = Math.Max(Hair, r.Thickness / 2 - Hair);
        return IsSideSeen(painted, along, r.Position - half, r.Position) || IsSideSeen(painted, along, r.Position, r.Position + half);
    }

    private bool IsSideSeen(in PaintedRuling painted, double along, double low, double high)
    {
        var middle = (low + high) / 2;
        return painted.Ruling.Direction == RulingDirection.Horizontal
            ? !_covers.IsHidden(along, low + Hair / 2, along, high - Hair / 2, painted.Order)
                && !painted.Ink.LooksLike(_covers.GroundAt(along, middle, painted.Order))
            : !_covers.IsHidden(low + Hair / 2, along, high - Hair / 2, along, painted.Order)
                && !painted.Ink.LooksLike(_covers.GroundAt(middle, along, painted.Order));
    }
}
