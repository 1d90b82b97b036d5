using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>Paths: only what is straight and parallel to the page's edges matters here.</summary>
internal sealed partial class PageInterpreter
{
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

    private bool IsOpaque => _state.Hides && !_state.ClipHasGaps && _state.FillAlpha >= Opaque;

    private bool ExecutePath(int word)
    {
        switch (word)
        {
            case Op.m: MoveTo(N(2), N(1)); return true;
            case Op.l: Go(N(2), N(1), curved: false); return true;
            case Op.c or Op.v or Op.y: Go(N(2), N(1), curved: true); return true;
            case Op.h: Close(); return true;
            case Op.re: AddRectangle(N(4), N(3), N(2), N(1)); return true;
            case Op.S: Paint(fill: false, stroke: true, close: false); return true;
            case Op.s: Paint(fill: false, stroke: true, close: true); return true;
            case Op.f or Op.F or Op.fStar: Paint(fill: true, stroke: false, close: false, evenOdd: word == Op.fStar); return true;
            case Op.B or Op.BStar: Paint(fill: true, stroke: true, close: false, evenOdd: word == Op.BStar); return true;
            case Op.b or Op.bStar: Paint(fill: true, stroke: true, close: true, evenOdd: word == Op.bStar); return true;
            case Op.n: Paint(fill: false, stroke: false, close: false); return true;
            case Op.W or Op.WStar: _clipsNext = true; return true;
            default: return false;
        }
    }

    private void MoveTo(double x, double y)
    {
        _starts.Add(_points.Count);
        _closed.Add(false);
        AddPoint(x, y, curved: false);
    }

    private void Go(double x, double y, bool curved)
    {
        // A line without a start is drawn by no viewer.
        if (_starts.Count > 0)
        {
            AddPoint(x, y, curved);
        }
    }

    private void Close()
    {
        if (_closed.Count > 0)
        {
            _closed[^1] = true;
        }
    }

    private void AddRectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        AddPoint(x + width, y, curved: false);
        AddPoint(x + width, y + height, curved: false);
        AddPoint(x, y + height, curved: false);
        _closed[^1] = true;
    }

    private void AddPoint(double x, double y, bool curved)
    {
        var (px, py) = _state.ToPage.Apply(x, y);
        _points.Add(new PathPoint(px, _canvas.Height - py, curved));
    }

    private void Paint(bool fill, bool stroke, bool close, bool evenOdd = false)
    {
        if (close)
        {
            Close();
        }

        if (fill)
        {
            Fill(evenOdd);
        }

        if (stroke)
        {
            Stroke();
        }

        if (_clipsNext && _points.Count > 0)
        {
            var around = Around(0, _points.Count);
            _state.ClipHasGaps |= _starts.Count > 1 || !IsRectangle(0, _points.Count, around);
            ClipTo(around);
        }

        _clipsNext = false;
        _points.Clear();
        _starts.Clear();
        _closed.Clear();
    }

    private int EndOf(int subpath) => subpath + 1 < _starts.Count ? _starts[subpath + 1] : _points.Count;

    private void Stroke()
    {
        if (_state.StrokeAlpha < Transparent)
        {
            return;
        }

        var thickness = _state.LineWidth * _state.ToPage.Scale;
        var ink = _state.Stroke.OverWhite(_state.StrokeAlpha);
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
        var clip = _state.Clip;
        var (low, high) = horizontal ? (clip.Top, clip.Bottom) : (clip.Left, clip.Right);
        var (first, last) = horizontal ? (clip.Left, clip.Right) : (clip.Top, clip.Bottom);
        var reach = thickness / 2 + ClipSlack;
        start = Math.Max(start, first);
        end = Math.Min(end, last);
        if (end > start && high > low && position + reach > low && position - reach < high)
        {
            _canvas.Add(new Ruling(direction, position, start, end, (float)thickness), ink);
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

    /// <summary>A point as displayed.</summary>
    /// <param name="Curved">What leads to it is no straight line.</param>
    private readonly record struct PathPoint(double X, double Y, bool Curved);
}
