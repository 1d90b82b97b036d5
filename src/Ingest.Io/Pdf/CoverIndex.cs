using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>The covers of a page by bands of its height, so that a page of many shades does not cost their square.</summary>
internal sealed class CoverIndex
{
    private const int Bands = 64;

    // So many looks at covers a page may cost (about a second); real pages need some ten thousand. Beyond it all is seen.
    private const long MaximalLooks = 100_000_000;
    private readonly List<int>[] _bands = [.. Enumerable.Range(0, Bands).Select(_ => new List<int>())];
    private List<Cover> _covers = [];
    private double _bandHeight = 1;
    private int _lastOpaque = -1;
    private long _looks;

    public void Build(PageCanvas canvas)
    {
        _covers = canvas.Covers;
        _bandHeight = Math.Max(1, canvas.Height / Bands);
        _lastOpaque = -1;
        _looks = 0;
        foreach (var band in _bands)
        {
            band.Clear();
        }

        for (var i = 0; i < _covers.Count; i++)
        {
            var cover = _covers[i];
            if (cover.Opaque)
            {
                _lastOpaque = cover.Order;
            }

            for (var b = Band(cover.Box.Top); b <= Band(cover.Box.Bottom); b++)
            {
                _bands[b].Add(i);
            }
        }
    }

    /// <summary>Whether anything that hides was painted after.</summary>
    public bool AnyAfter(int order) => _lastOpaque > order;

    /// <summary>Whether one opaque cover painted later lies over the whole area.</summary>
    public bool IsHidden(double left, double top, double right, double bottom, int order)
    {
        if (_lastOpaque <= order || _looks > MaximalLooks)
        {
            return false;
        }

        var band = _bands[Band((top + bottom) / 2)];
        _looks += band.Count;
        for (var i = band.Count - 1; i >= 0; i--)
        {
            var cover = _covers[band[i]];
            if (cover.Order <= order)
            {
                return false;
            }

            if (cover.Opaque && cover.Box.Left <= left && cover.Box.Right >= right && cover.Box.Top <= top && cover.Box.Bottom >= bottom)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The colour of the topmost cover below something painted at a point; white where there is none.</summary>
    /// <param name="but">A box that was painted more than once is no ground of its own.</param>
    public Ink GroundAt(double x, double y, int order, Box? but = null)
    {
        if (_looks > MaximalLooks)
        {
            return Ink.Motley;
        }

        var band = _bands[Band(y)];
        _looks += band.Count;
        for (var i = band.Count - 1; i >= 0; i--)
        {
            var cover = _covers[band[i]];
            if (cover.Order < order && cover.Box.Contains(x, y) && cover.Box != but)
            {
                return cover.Ink;
            }
        }

        return Ink.White;
    }

    /// <summary>Where the covers that a ruling runs through begin and end along it.</summary>
    public void AddCuts(Ruling ruling, List<double> cuts)
    {
        if (_looks > MaximalLooks)
        {
            return;
        }

        var reach = ruling.Thickness / 2 + 0.1;
        if (ruling.Direction == RulingDirection.Horizontal)
        {
            for (var band = Band(ruling.Position - reach); band <= Band(ruling.Position + reach); band++)
            {
                AddCuts(_bands[band], ruling, reach, cuts);
            }

            return;
        }

        _looks += _covers.Count;
        foreach (var cover in _covers)
        {
            if (cover.Box.Left <= ruling.Position + reach && cover.Box.Right >= ruling.Position - reach)
            {
                AddCut(cover.Box.Top, ruling, cuts);
                AddCut(cover.Box.Bottom, ruling, cuts);
            }
        }
    }

    private void AddCuts(List<int> band, Ruling ruling, double reach, List<double> cuts)
    {
        _looks += band.Count;
        foreach (var i in band)
        {
            var box = _covers[i].Box;
            if (box.Top <= ruling.Position + reach && box.Bottom >= ruling.Position - reach)
            {
                AddCut(box.Left, ruling, cuts);
                AddCut(box.Right, ruling, cuts);
            }
        }
    }

    private static void AddCut(double at, Ruling ruling, List<double> cuts)
    {
        if (at > ruling.Start && at < ruling.End)
        {
            cuts.Add(at);
        }
    }

    private int Band(double y) => double.IsNaN(y) ? 0 : (int)Math.Clamp(y / _bandHeight, 0, Bands - 1);
}
