using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <param name="Order">Counts everything painted on the page: what comes later lies above.</param>
/// <param name="ClippedAway">Most of it lies outside the clip path.</param>
internal readonly record struct PaintedGlyph(Glyph Glyph, Ink Ink, int Order, bool ClippedAway);

internal readonly record struct PaintedRuling(Ruling Ruling, Ink Ink, int Order);

/// <summary>A filled rectangle or an image: it hides what was painted before, and is the ground of what comes after.</summary>
/// <param name="Opaque">False where what lies below shows through.</param>
internal readonly record struct Cover(Box Box, Ink Ink, int Order, bool Opaque, bool IsImage);

/// <summary>What has been painted on the page, in order. Its buffers are used again for every page of a document.</summary>
internal sealed class PageCanvas
{
    // Far more than any page can show: what is beyond is an attack on the memory.
    private const int MaximalItems = 1_500_000;

    /// <summary>Nothing that can be seen is farther away, in points: what is would overflow whoever counts in whole numbers.</summary>
    public const double Reach = 100_000;

    // Smaller type is no type: whoever divides by its size would overflow.
    private const double SmallestType = 0.001;

    private int _order;

    public int Number { get; private set; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>Runs of text that could not be shown for want of their font.</summary>
    public int MissingFonts { get; set; }

    public List<PaintedGlyph> Glyphs { get; } = [];

    public List<PaintedRuling> Rulings { get; } = [];

    public List<Cover> Covers { get; } = [];

    /// <summary>Pictures with their streams, which are kept only where somebody reads them.</summary>
    public List<PaintedPicture> Pictures { get; } = [];

    public void Clear(int number, double width, double height)
    {
        (Number, Width, Height, _order) = (number, width, height, 0);
        MissingFonts = 0;
        Glyphs.Clear();
        Rulings.Clear();
        Covers.Clear();
        Pictures.Clear();
    }

    public void Add(in Glyph glyph, Ink ink, bool clippedAway)
    {
        if (IsNear(glyph.Box.Left) && IsNear(glyph.Box.Right) && IsNear(glyph.Box.Top) && IsNear(glyph.Box.Bottom) && glyph.PointSize >= SmallestType && IsNear(glyph.PointSize))
        {
            Glyphs.Add(new PaintedGlyph(glyph, ink, Next(), clippedAway));
        }
    }

    public void Add(Ruling ruling, Ink ink)
    {
        if (IsNear(ruling.Position) && IsNear(ruling.Thickness))
        {
            Rulings.Add(new PaintedRuling(ruling, ink, Next()));
        }
    }

    // Not a number is not near either.
    private static bool IsNear(double coordinate) => Math.Abs(coordinate) <= Reach;

    public void AddShade(Box box, Ink ink, bool opaque) => Covers.Add(new Cover(box, ink, Next(), opaque, IsImage: false));

    public void AddImage(Box box, bool opaque) => Covers.Add(new Cover(box, Ink.Motley, Next(), opaque, IsImage: true));

    private int Next() => _order < MaximalItems ? _order++ : throw new TooMuchContentException();
}
