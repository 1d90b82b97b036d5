using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>
/// Turns a drawing into a page: <c>+ - |</c> become rulings, everything else glyphs. A place is 6 pt wide and 12 pt
/// high; Chinese characters take two places, as an editor shows them. <c>=</c> draws a horizontal ruling too, between
/// two lines of text, without taking a line of height of its own being special.
/// </summary>
internal static class AsciiPage
{
    public const double PlaceWidth = 6, PlaceHeight = 12;

    /// <param name="size">Point size of the type; the lattice stays as it is.</param>
    /// <param name="jitter">Most that a piece of text, or a ruling, stands aside, in points; always the same way for the same drawing.</param>
    public static PageContent Draw(string drawing, int number = 1, double left = 60, double top = 60, double size = 11, double jitter = 0)
    {
        var random = new Random(number);
        var lines = drawing.Trim('\n', '\r').Split('\n').Select(l => Places(l.TrimEnd('\r'))).ToArray();
        var width = lines.Max(l => l.Length);
        string At(int row, int column) => row >= 0 && row < lines.Length && column >= 0 && column < lines[row].Length ? lines[row][column] : " ";
        var rulings = ImmutableArray.CreateBuilder<Ruling>();
        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        for (var r = 0; r < lines.Length; r++)
        {
            for (var c = 0; c < width; c++)
            {
                if (IsHorizontal(At(r, c)) && !IsHorizontal(At(r, c - 1)) && (IsHorizontal(At(r, c + 1)) || At(r, c) == "+"))
                {
                    var end = c;
                    while (IsHorizontal(At(r, end + 1)))
                        end++;
                    if (end > c)
                        rulings.Add(new Ruling(RulingDirection.Horizontal, Y(r) + Aside(), X(c) + Aside(), X(end) + Aside(), 0.5f));
                }
                if (IsVertical(At(r, c)) && !IsVertical(At(r - 1, c)))
                {
                    var end = r;
                    while (IsVertical(At(end + 1, c)))
                        end++;
                    if (end > r)
                        rulings.Add(new Ruling(RulingDirection.Vertical, X(c) + Aside(), Y(r) + Aside(), Y(end) + Aside(), 0.5f));
                }
            }
            AddGlyphs(glyphs, lines[r], r, left, top, size, Aside);
        }
        return new PageContent(number, 2 * left + width * PlaceWidth, 842, glyphs.ToImmutable(), rulings.ToImmutable(), [], [], []);

        double X(int column) => left + (column + 0.5) * PlaceWidth;
        double Y(int row) => top + (row + 0.5) * PlaceHeight;

        double Aside() => jitter == 0 ? 0 : jitter * (2 * random.NextDouble() - 1);
    }

    private static bool IsHorizontal(string place) => place is "+" or "-" or "=";

    private static bool IsVertical(string place) => place is "+" or "|";

    private static void AddGlyphs(ImmutableArray<Glyph>.Builder glyphs, string[] places, int row, double left, double top, double size, Func<double> aside)
    {
        var sequence = row * 1000;
        double right = aside(), down = aside();
        for (var c = 0; c < places.Length; c++)
        {
            var text = places[c];
            if (text is "" or " " or "+" or "|" or "=")
            {
                if (text.Length > 0)
                    (right, down) = (aside(), aside());
                sequence++;
                continue;
            }
            if (text == "-" && ((c > 0 && IsHorizontal(places[c - 1])) || (c + 1 < places.Length && IsHorizontal(places[c + 1]))))
                continue;
            // type that is smaller or larger than the lattice stands in the middle of its places
            var room = IsWide(text[0]) ? 2 * PlaceWidth : PlaceWidth;
            var width = room * Math.Min(1, size / 11);
            var x = left + c * PlaceWidth + (room - width) / 2 + right;
            var baseline = top + row * PlaceHeight + 9.5 + down;
            glyphs.Add(new Glyph(text, new Box(x, baseline - 9.5 * size / 11, x + width, baseline + 1.2 * size / 11), (float)baseline, (float)size, TextRotation.Upright, GlyphFlags.None, sequence));
        }
    }

    /// <summary>One string a place; the second place of a wide character is empty.</summary>
    private static string[] Places(string line)
    {
        var places = new List<string>();
        foreach (var c in line)
        {
            places.Add(c.ToString());
            if (IsWide(c))
                places.Add("");
        }
        return [.. places];
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uFFE6' and not (>= '\uFF61' and <= '\uFFDC');
}
