using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>Filled rectangles: rulings, shades, and frames.</summary>
internal sealed partial class PageInterpreter
{
    // A filled rectangle up to this thick (points) is a ruling, a thicker one a shade.
    private const double MaximalRulingThickness = 3;

    // What is nearly as high as wide is a dot.
    private const double DotShape = 0.8;

    private void Fill(bool evenOdd)
    {
        if (_state.FillAlpha < Transparent)
        {
            return;
        }

        var ink = _state.Fill.OverWhite(_state.FillAlpha);
        for (var s = 0; s < _starts.Count; s++)
        {
            var (start, end) = (_starts[s], EndOf(s));
            var box = Around(start, end);
            if (!IsRectangle(start, end, box))
            {
                continue;
            }

            // a frame is drawn as a rectangle with a hole: nothing inside it is filled
            if (s + 1 < _starts.Count && Around(end, EndOf(s + 1)) is var next && IsRectangle(end, EndOf(s + 1), next)
                && (Holds(box, next) || Holds(next, box)) && (evenOdd || Turns(start, end) != Turns(end, EndOf(s + 1))))
            {
                AddFrame(Holds(box, next) ? box : next, Holds(box, next) ? next : box, ink);
                s++;
            }
            else if (TryClip(box, out var seen))
            {
                AddFilled(seen, ink);
            }
        }
    }

    private void AddFrame(Box outer, Box inner, Ink ink)
    {
        Box[] sides =
        [
            new(outer.Left, outer.Top, outer.Right, inner.Top), new(outer.Left, inner.Bottom, outer.Right, outer.Bottom),
            new(outer.Left, outer.Top, inner.Left, outer.Bottom), new(inner.Right, outer.Top, outer.Right, outer.Bottom),
        ];
        foreach (var side in sides)
        {
            if (TryClip(side, out var seen))
            {
                AddFilled(seen, ink);
            }
        }
    }

    private static bool Holds(Box outer, Box inner) => outer.Left <= inner.Left && outer.Right >= inner.Right && outer.Top <= inner.Top && outer.Bottom >= inner.Bottom;

    // Whether a subpath turns to the right; where two turn against each other, the inner one is a hole whatever the rule.
    private bool Turns(int start, int end)
    {
        double area = 0;
        for (var i = start; i < end; i++)
        {
            var (a, b) = (_points[i], _points[i + 1 < end ? i + 1 : start]);
            area += (a.X * b.Y) - (b.X * a.Y);
        }

        return area > 0;
    }

    // A thin sliver with bevelled ends, as borders are sometimes drawn, counts as a rectangle too.
    private bool IsRectangle(int start, int end, Box box)
    {
        if (end - start < 3)
        {
            return false;
        }

        if (end - start <= 6 && Math.Min(box.Width, box.Height) <= MaximalRulingThickness)
        {
            return true;
        }

        if (end - start is not (4 or 5))
        {
            return false;
        }

        for (var i = start + 1; i < end; i++)
        {
            if (Math.Abs(_points[i].X - _points[i - 1].X) > Straightness && Math.Abs(_points[i].Y - _points[i - 1].Y) > Straightness)
            {
                return false;
            }
        }

        return true;
    }

    private void AddFilled(Box box, Ink ink)
    {
        var (thin, extent) = (Math.Min(box.Width, box.Height), Math.Max(box.Width, box.Height));
        // a dot of a dotted line tells no direction: its neighbours do
        var isDot = extent <= MaximalRulingThickness && thin > DotShape * extent;
        if (thin <= MaximalRulingThickness && (isDot || box.Width > box.Height))
        {
            _canvas.Add(new Ruling(RulingDirection.Horizontal, box.CenterY, box.Left, box.Right, (float)box.Height), ink);
        }

        if (thin <= MaximalRulingThickness && (isDot || box.Height > box.Width))
        {
            _canvas.Add(new Ruling(RulingDirection.Vertical, box.CenterX, box.Top, box.Bottom, (float)box.Width), ink);
        }

        if (thin > MaximalRulingThickness)
        {
            _canvas.AddShade(box, ink, IsOpaque);
        }
    }
}
