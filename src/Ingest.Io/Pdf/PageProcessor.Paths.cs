using Ingest.Core.Model;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using Point = (double X, double Y);

namespace Ingest.Io.Pdf;

/// <summary>Paths: only what is straight and parallel to the page's edges matters here.</summary>
internal sealed partial class PageProcessor
{
    // A filled rectangle up to this thick (points) is a ruling, a thicker one a shade.
    private const double MaximalRulingThickness = 3;

    // A segment is straight along an axis when its ends differ by no more than this across it.
    private const double Straightness = 0.3;

    private readonly List<Point> _points = [];

    // Where each subpath starts in _points.
    private readonly List<int> _starts = [];
    private readonly List<bool> _closed = [];

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
        var (x, y) = _points[_starts[^1]];
        return new PdfPoint(x, canvas.Height - y);
    }

    public override void MoveTo(double x, double y)
    {
        _starts.Add(_points.Count);
        _closed.Add(false);
        AddPoint(x, y);
    }

    public override void LineTo(double x, double y)
    {
        if (_starts.Count > 0)
        {
            AddPoint(x, y);
        }
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => LineTo(x3, y3);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => LineTo(x3, y3);

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
        Forget();
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        CloseLast(close);
        Fill();
        Forget();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        CloseLast(close);
        Fill();
        Stroke();
        Forget();
    }

    public override void EndPath() => Forget();

    public override void ClosePath() => Forget();

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    private void AddPoint(double x, double y)
    {
        var (px, py) = CurrentTransformationMatrix.Transform(x, y);
        CurrentPosition = new PdfPoint(px, py);
        _points.Add((px, canvas.Height - py));
    }

    private void CloseLast(bool close)
    {
        if (close && _closed.Count > 0)
        {
            _closed[^1] = true;
        }
    }

    private void Forget()
    {
        _points.Clear();
        _starts.Clear();
        _closed.Clear();
    }

    private void Stroke()
    {
        var state = GetCurrentState();
        var m = state.CurrentTransformationMatrix;
        var thickness = (float)(state.LineWidth * Math.Sqrt(Math.Abs(m.A * m.D - m.B * m.C)));
        for (var s = 0; s < _starts.Count; s++)
        {
            var start = _starts[s];
            var end = s + 1 < _starts.Count ? _starts[s + 1] : _points.Count;
            for (var i = start + 1; i < end; i++)
            {
                AddSegment(_points[i - 1], _points[i], thickness);
            }

            if (_closed[s] && end - start > 2)
            {
                AddSegment(_points[end - 1], _points[start], thickness);
            }
        }
    }

    private void AddSegment(Point a, Point b, float thickness)
    {
        double dx = Math.Abs(a.X - b.X), dy = Math.Abs(a.Y - b.Y);
        if (dy <= Straightness && dx > dy)
        {
            canvas.Add(new Ruling(
                RulingDirection.Horizontal, (a.Y + b.Y) / 2, Math.Min(a.X, b.X), Math.Max(a.X, b.X), thickness));
        }
        else if (dx <= Straightness && dy > dx)
        {
            canvas.Add(new Ruling(
                RulingDirection.Vertical, (a.X + b.X) / 2, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y), thickness));
        }
    }

    private void Fill()
    {
        for (var s = 0; s < _starts.Count; s++)
        {
            var start = _starts[s];
            var end = s + 1 < _starts.Count ? _starts[s + 1] : _points.Count;
            if (end - start is 4 or 5 && IsRectangle(start, end, out var box))
            {
                AddFilled(box);
            }
        }
    }

    private bool IsRectangle(int start, int end, out Box box)
    {
        var (left, top) = _points[start];
        var (right, bottom) = (left, top);
        for (var i = start; i < end; i++)
        {
            var (x, y) = _points[i];
            left = Math.Min(left, x);
            right = Math.Max(right, x);
            top = Math.Min(top, y);
            bottom = Math.Max(bottom, y);
        }

        box = new Box(left, top, right, bottom);
        if (Math.Min(box.Width, box.Height) <= MaximalRulingThickness)
        {
            return true;
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

    private void AddFilled(Box box)
    {
        if (box.Width > box.Height && box.Height <= MaximalRulingThickness)
        {
            canvas.Add(new Ruling(RulingDirection.Horizontal, box.CenterY, box.Left, box.Right, (float)box.Height));
        }
        else if (box.Height > box.Width && box.Width <= MaximalRulingThickness)
        {
            canvas.Add(new Ruling(RulingDirection.Vertical, box.CenterX, box.Top, box.Bottom, (float)box.Width));
        }
        else if (Math.Min(box.Width, box.Height) > MaximalRulingThickness)
        {
            canvas.Add(new Shade(box, Luminance(GetCurrentState().CurrentNonStrokingColor)));
        }
    }

    private static float Luminance(IColor? color)
    {
        // A pattern has no single colour: taken as mid grey.
        if (color is null or PatternColor)
        {
            return color is null ? 0f : 0.5f;
        }

        var (r, g, b) = color.ToRGBValues();
        return (float)(0.2126 * r + 0.7152 * g + 0.0722 * b);
    }
}
