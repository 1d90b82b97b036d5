namespace Ingest.Ocr.Pixels;

/// <summary>A stretch of writing on one line without a wide gap: what is read at a time.</summary>
/// <param name="Em">Height of its type in pixels, from its tallest signs.</param>
internal sealed record TextPiece(PixelBox Box, List<Component> Parts, double Em)
{
    /// <summary>Whether something as high as a sign, too light to be read, stands beside it, or a stamp over it: what is read is not sure.</summary>
    public bool IsBesideFaint { get; init; }

    /// <summary>Whether it is a row of dots that leads to a page number.</summary>
    public bool IsLeader { get; init; }

    /// <summary>Of their height, digits are no wider than this, and what is wider than the second are several that touch; between lie characters.</summary>
    private const double WidestDigit = 0.8, Touching = 1.1;

    /// <summary>Of the tallest: digits are as high as each other, their marks no higher and no wider than this.</summary>
    private const double AlikeHeight = 0.8, Mark = 0.5;

    /// <summary>Whether it has the shape of a figure: digits of one height with marks between.</summary>
    public bool IsFigureShaped()
    {
        var stretches = Stretches();
        var height = stretches.Max(s => s.Height);
        return stretches.TrueForAll(s => s.Height < Mark * height ? s.Width <= Mark * height
            : s.Height >= AlikeHeight * height && (s.Width <= WidestDigit * height || s.Width >= Touching * height));
    }

    /// <summary>The same with one part more.</summary>
    public TextPiece With(Component part) => this with { Parts = [.. Parts, part], Box = Box.Union(part.Box) };

    /// <summary>Of the type: a dash is lower than this; blur joins words to one stretch as well.</summary>
    private const double HighestDash = 0.4;

    /// <summary>A stroke across is told by its shape: alone, it is a dash.</summary>
    public bool IsDash => Parts.Count == 1 && Box.Width >= 2.5 * Box.Height && Box.Height <= HighestDash * Em;

    /// <summary>The pieces between columns of pixels.</summary>
    public IEnumerable<TextPiece> CutAt(IReadOnlyList<double> columns)
    {
        for (var c = 0; c <= columns.Count; c++)
        {
            var parts = Parts.FindAll(p => (c == 0 || p.Box.MiddleX > columns[c - 1]) && (c == columns.Count || p.Box.MiddleX <= columns[c]));
            if (parts.Count > 0)
            {
                yield return this with { Parts = parts, Box = parts.Select(p => p.Box).Aggregate((a, b) => a.Union(b)) };
            }
        }
    }

    /// <summary>Ink without a gap between, from left to right.</summary>
    public List<PixelBox> Stretches()
    {
        var stretches = new List<PixelBox>();
        foreach (var part in Parts.Select(p => p.Box).OrderBy(b => b.Left))
        {
            if (stretches.Count > 0 && stretches[^1].SharedColumns(part) > 0)
            {
                stretches[^1] = stretches[^1].Union(part);
            }
            else
            {
                stretches.Add(part);
            }
        }

        return stretches;
    }
}
