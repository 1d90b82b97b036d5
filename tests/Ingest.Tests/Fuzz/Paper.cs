using Ingest.Core.Model;

namespace Ingest.Tests.Fuzz;

/// <summary>A page being made: texts, rulings and shades at their places.</summary>
internal sealed class Paper(int number, double width, double height, Dress dress)
{
    private const double Ascent = 0.88, Descent = 0.12;

    private readonly List<Glyph> _glyphs = [];
    private readonly List<Ruling> _rulings = [];
    private readonly List<Shade> _shades = [];
    private int _sequence;

    public int Number => number;

    public double Width => width;

    public double Height { get; set; } = height;

    /// <summary>A line of text from x on. Spaces are gaps: pages hold no blank glyphs, whether a producer shows them or not.</summary>
    public void Text(string text, double x, double baseline, double size)
    {
        var one = dress.Emission != Emission.Lines;
        foreach (var c in text)
        {
            var advance = Type.Width(c, dress.Face) * size;
            if (c != ' ')
            {
                _glyphs.Add(new Glyph(
                    c.ToString(), new Box(x, baseline - (Ascent * size), x + advance, baseline + (Descent * size)), (float)baseline, (float)size,
                    TextRotation.Upright, GlyphFlags.None, _sequence));
                _sequence += one ? 1 : 0;
            }

            x += advance + (Type.Apart(dress, c) * size);
        }

        _sequence++;
    }

    public void Centred(string text, double middle, double baseline, double size) =>
        Text(text, middle - (Type.Width(text, dress) * size / 2), baseline, size);

    public void Rule(RulingDirection direction, double at, double start, double end) => _rulings.Add(new Ruling(direction, at, start, end, 0.5f));

    public void Shade(Box box, float luminance) => _shades.Add(new Shade(box, luminance));

    public PageContent ToPage() => new(number, width, Height, [.. _glyphs], [.. _rulings], [.. _shades], [], []);
}
