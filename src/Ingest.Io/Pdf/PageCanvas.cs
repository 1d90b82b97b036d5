using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>What has been painted on the page so far. Its buffers are used again for every page of a document.</summary>
internal sealed class PageCanvas
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Ruling> _rulings = [];
    private readonly List<Shade> _shades = [];
    private readonly List<Box> _images = [];

    public int Number { get; private set; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    public void Clear(int number, double width, double height)
    {
        (Number, Width, Height) = (number, width, height);
        _glyphs.Clear();
        _rulings.Clear();
        _shades.Clear();
        _images.Clear();
    }

    public void Add(in Glyph glyph) => _glyphs.Add(glyph);

    public void Add(Ruling ruling) => _rulings.Add(ruling);

    public void Add(Shade shade) => _shades.Add(shade);

    public void AddImage(Box box) => _images.Add(box);

    public PageContent ToPage() => new(
        Number, Width, Height, [.. _glyphs], [.. _rulings], [.. _shades], [.. _images], []);
}
