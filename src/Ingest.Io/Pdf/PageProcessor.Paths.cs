using Ingest.Core.Model;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Ingest.Io.Pdf;

/// <summary>Paths: only what is straight and parallel to the page's edges matters here.</summary>
internal sealed partial class PageProcessor
{
    // A filled rectangle up to this thick (points) is a ruling, a thicker one a shade.
    private const double MaximalRulingThickness = 3;

    // A segment is straight along an axis when its ends differ by no more than this across it.
    private const double Straightness = 0.3;

    // What is painted with less than this opacity is not seen, with more than that it hides what lies below.
    private const double Transparent = 0.05;
    private const double Opaque = 0.95;

    // A line this close to the edge of the clip is still drawn, by half its thickness at least.
    private const double ClipSlack = 0.05;

    private readonly List<PathPoint> _points = [];

    // Where each subpath starts in _points.
    private readonly List<int> _starts = [];
    private readonly List<bool> _closed = [];
    private bool _clipsNext;

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath()
    {
        if (_starts.Count == 0)
        {
            return null;
        }

        _closed[^1] = true;
        var first = _points[_starts[^1]];
        return new PdfPoint(first.X, _canvas.Height - first.Y);
    }

    public override void MoveTo(double x, double y)
    {
        _starts.Add(_points.Count);
        _closed.Add(false);
        AddPoint(x, y);
    }

    public override void LineTo(double x, double y) => Go(x, y, curved: false);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Go(x3, y3, curved: true);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Go(x3, y3, curved: true);

    private void Go(double x, double y, bool curved)
    {
        // A line without a start is drawn by no viewer.
        if (_starts.Count > 0)
        {
            AddPoint(x, y, curved);
        }
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        AddPoint(x + width, y);
        AddPoint(x + width, y + height);
        AddPoint(x, y + height);
        _closed[^1] = true;
    }

    public override void StrokePath(bool close)
    {
        CloseLast(close);
        Stroke();
        EndPath();
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        CloseLast(close);
        Fill();
        EndPath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        CloseLast(close);
        Fill();
        Stroke();
        EndPath();
    }

    public override void EndPath()
    {
        if (_clipsNext && _points.Count > 0)
        {
            ClipTo(Around(0, _points.Count));
        }

        _clipsNext = false;
        _points.Clear();
        _starts.Clear();
        _closed.Clear();
    }

    public override void ClosePath() => EndPath();

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipsNext = true;

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        var m = CurrentTransformationMatrix;
        var (x0, y0) = m.Transform(rectangle.Left, rectangle.Bottom);
        var (x1, y1) = m.Transform(rectangle.Right, rectangle.Bottom);
        var (x2, y2) = m.Transform(rectangle.Right, rectangle.Top);
        var (x3, y3) = m.Transform(rectangle.Left, rectangle.Top);
        ClipTo(new Box(
            Math.Min(Math.Min(x0, x1), Math.Min(x2, x3)), _canvas.Height - Math.Max(Math.Max(y0, y1), Math.Max(y2, y3)),
            Math.Max(Math.Max(x0, x1), Math.Max(x2, x3)), _canvas.Height - Math.Min(Math.Min(y0, y1), Math.Min(y2, y3))));
    }

    // A clip that is no rectangle counts as the box around it: too much is seen, never too little.
    private void ClipTo(Box box)
    {
        TryClip(box, out _clip);
        if (_clip.Width < 0 || _clip.Height < 0)
        {
            _clip = new Box(_clip.Left, _clip.Top, _clip.Left, _clip.Top);
        }
    }

    private void AddPoint(double x, double y, bool curved = false)
    {
        var (px, py) = CurrentTransformationMatrix.Transform(x, y);
        CurrentPosition = new PdfPoint(px, py);
        _points.Add(new PathPoint(px, _canvas.Height - py, curved));
    }

    private void CloseLast(bool close)
    {
        if (close && _closed.Count > 0)
        {
            _closed[^1] = true;
        }
    }

    private int EndOf(int subpath) => subpath + 1 < _starts.Count ? _starts[subpath + 1] : _points.Count;

    private void Stroke()
    {
        var state = GetCurrentState();
        if (state.AlphaConstantStroking < Transparent)
        {
            return;
        }

        var m = state.CurrentTransformationMatrix;
        var thickness = state.LineWidth * Math.Sqrt(Math.Abs(m.A * m.D - m.B * m.C));
        var ink = _strokeInk.Of(state.CurrentStrokingColor).OverWhite(state.AlphaConstantStroking);
        for (var s = 0; s < _starts.Count; s++)
        {
            var (start, end) = (_starts[s], EndOf(s));
            for (var i = start + 1; i < end; i++)
            {
                AddSegment(_points[i - 1], _points[i], thickness, ink);
            }

            if (_closed[s] && end - start > 2)
            {
                AddSegment(_points[end - 1], _points[start] with { Curved = false }, thickness, ink);
            }
        }
    }

    private void AddSegment(PathPoint a, PathPoint b, double thickness, Ink ink)
    {
        if (b.Curved)
        {
            return;
        }

        double dx = Math.Abs(a.X - b.X), dy = Math.Abs(a.Y - b.Y);
        if (dy <= Straightness && dx > dy)
        {
            AddRuling(RulingDirection.Horizontal, (a.Y + b.Y) / 2, Math.Min(a.X, b.X), Math.Max(a.X, b.X), thickness, ink);
        }
        else if (dx <= Straightness && dy > dx)
        {
            AddRuling(RulingDirection.Vertical, (a.X + b.X) / 2, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y), thickness, ink);
        }
    }

    private void AddRuling(RulingDirection direction, double position, double start, double end, double thickness, Ink ink)
    {
        var horizontal = direction == RulingDirection.Horizontal;
        var (low, high) = horizontal ? (_clip.Top, _clip.Bottom) : (_clip.Left, _clip.Right);
        var (first, last) = horizontal ? (_clip.Left, _clip.Right) : (_clip.Top, _clip.Bottom);
        var reach = thickness / 2 + ClipSlack;
        start = Math.Max(start, first);
        end = Math.Min(end, last);
        if (end > start && high > low && position + reach > low && position - reach < high)
        {
            _canvas.Add(new Ruling(direction, position, start, end, (float)thickness), ink);
        }
    }

    private void Fill()
    {
        var state = GetCurrentState();
        if (state.AlphaConstantNonStroking < Transparent)
        {
            return;
        }

        var ink = _fillInk.Of(state.CurrentNonStrokingColor).OverWhite(state.AlphaConstantNonStroking);
        for (var s = 0; s < _starts.Count; s++)
        {
            var (start, end) = (_starts[s], EndOf(s));
            var box = Around(start, end);
            if (IsRectangle(start, end, box) && TryClip(box, out var seen))
            {
                AddFilled(seen, ink, IsOpaque(state));
            }
        }
    }

    private Box Around(int start, int end)
    {
        var (left, top, _) = _points[start];
        var (right, bottom) = (left, top);
        for (var i = start + 1; i < end; i++)
        {
            var (x, y, _) = _points[i];
            left = Math.Min(left, x);
            right = Math.Max(right, x);
            top = Math.Min(top, y);
            bottom = Math.Max(bottom, y);
        }

        return new Box(left, top, right, bottom);
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

    private void AddFilled(Box box, Ink ink, bool opaque)
    {
        if (box.Width > box.Height && box.Height <= MaximalRulingThickness)
        {
            _canvas.Add(new Ruling(RulingDirection.Horizontal, box.CenterY, box.Left, box.Right, (float)box.Height), ink);
        }
        else if (box.Height > box.Width && box.Width <= MaximalRulingThickness)
        {
            _canvas.Add(new Ruling(RulingDirection.Vertical, box.CenterX, box.Top, box.Bottom, (float)box.Width), ink);
        }
        else if (Math.Min(box.Width, box.Height) > MaximalRulingThickness)
        {
            _canvas.AddShade(box, ink, opaque);
        }
    }

    /// <summary>A point as displayed.</summary>
    /// <param name="Curved">What leads to it is no straight line.</param>
    private readonly record struct PathPoint(double X, double Y, bool Curved);
}
