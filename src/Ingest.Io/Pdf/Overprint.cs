using System.Runtime.InteropServices;
using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>
/// Finds text drawn more than once at nearly the same place, as a poor man's bold is (up to nine times in real
/// budgets). Linear: glyphs are looked up by the square of the page their middle lies in.
/// </summary>
internal sealed class Overprint
{
    // Copies are shifted by a few hundredths of the point size; two equal letters side by side stand a quarter of it
    // apart at least, or, in condensed type, most of their own width.
    private const double SizeShare = 0.15;
    private const double WidthShare = 0.45;

    // Side of a square, in points; copies are never further apart.
    private const double Side = 8;

    private readonly Dictionary<long, int> _lastInSquare = [];
    private readonly List<int> _before = [];

    public void Clear()
    {
        _lastInSquare.Clear();
        _before.Clear();
    }

    /// <summary>The index of an earlier glyph that this one repeats, or -1; then it is remembered as <c>kept.Count</c>.</summary>
    public int FindOrRemember(in Glyph glyph, List<Glyph> kept)
    {
        double x = glyph.Box.CenterX, y = glyph.Box.CenterY;
        var reach = Math.Min(SizeShare * glyph.PointSize, Side);
        var reachX = glyph.Rotation is TextRotation.Upright or TextRotation.UpsideDown ? Math.Min(reach, WidthShare * glyph.Box.Width) : reach;
        var reachY = glyph.Rotation is TextRotation.Upright or TextRotation.UpsideDown ? reach : Math.Min(reach, WidthShare * glyph.Box.Height);
        for (var column = Square(x - reachX); column <= Square(x + reachX); column++)
        {
            for (var row = Square(y - reachY); row <= Square(y + reachY); row++)
            {
                if (!_lastInSquare.TryGetValue(Key(column, row), out var at))
                {
                    continue;
                }

                for (; at >= 0; at = _before[at])
                {
                    var other = kept[at];
                    if (Math.Abs(other.Box.CenterX - x) <= reachX && Math.Abs(other.Box.CenterY - y) <= reachY
                        && string.Equals(other.Text, glyph.Text, StringComparison.Ordinal) && other.Rotation == glyph.Rotation
                        && Math.Abs(other.PointSize - glyph.PointSize) <= reach)
                    {
                        return at;
                    }
                }
            }
        }

        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastInSquare, Key(Square(x), Square(y)), out var exists);
        _before.Add(exists ? last : -1);
        last = kept.Count;
        return -1;
    }

    private static int Square(double at) => (int)Math.Floor(Math.Clamp(at / Side, -1e6, 1e6));

    private static long Key(int column, int row) => unchecked(((long)column << 32) ^ (uint)row);
}
