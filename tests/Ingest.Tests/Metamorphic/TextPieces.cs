using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Tests.Metamorphic;

/// <summary>Glyphs of an upright line that stand together as a word or a figure does; with where they are in the page's list.</summary>
internal sealed record TextPiece(List<int> Glyphs, Box Box, bool IsFigure)
{
    private const double CentreSlack = 1.5, LeastMargin = 3;

    /// <summary>The x that stays in line with the neighbours above and below when a table is made wider.</summary>
    public double Anchor(ImmutableArray<Ruling> rulings)
    {
        if (IsFigure)
        {
            return Box.Right;
        }

        double left = double.NegativeInfinity, right = double.PositiveInfinity;
        foreach (var r in rulings)
        {
            if (r.Direction == RulingDirection.Vertical && r.Start <= Box.CenterY && r.End >= Box.CenterY)
            {
                left = r.Position <= Box.Left ? Math.Max(left, r.Position) : left;
                right = r.Position >= Box.Right ? Math.Min(right, r.Position) : right;
            }
        }

        double before = Box.Left - left, behind = right - Box.Right;
        return Math.Abs(before - behind) < CentreSlack && before > LeastMargin ? Box.CenterX : Box.Left;
    }
}

internal static class TextPieces
{
    /// <summary>Widest gap inside a piece, in ems; where a ruling runs through it, narrower than cells leave beside their rulings.</summary>
    private const double Gap = 0.5, GapOverRuling = 0.15;

    public static List<TextPiece> Of(PageContent page)
    {
        var borders = page.Rulings.Where(r => r.Direction == RulingDirection.Vertical).ToArray();
        var pieces = new List<TextPiece>();
        var begin = 0;
        for (var i = 1; i <= page.Glyphs.Length; i++)
        {
            if (i == page.Glyphs.Length || Breaks(page.Glyphs[i - 1], page.Glyphs[i], borders))
            {
                pieces.Add(Piece(page, begin, i));
                begin = i;
            }
        }

        return page.Glyphs.IsEmpty ? [] : pieces;
    }

    /// <summary>Glyphs that were shown in one go: by one operator, or one behind the other as a word.</summary>
    public static IEnumerable<(int Begin, int End)> Shown(PageContent page)
    {
        var begin = 0;
        for (var i = 1; i <= page.Glyphs.Length; i++)
        {
            if (i == page.Glyphs.Length || (page.Glyphs[i].Sequence != page.Glyphs[i - 1].Sequence && Breaks(page.Glyphs[i - 1], page.Glyphs[i], [])))
            {
                yield return (begin, i);
                begin = i;
            }
        }
    }

    private static TextPiece Piece(PageContent page, int begin, int end)
    {
        var box = page.Glyphs[begin].Box;
        var figure = true;
        for (var i = begin; i < end; i++)
        {
            box = box.Union(page.Glyphs[i].Box);
            figure &= IsOfFigure(page.Glyphs[i]);
        }

        return new TextPiece([.. Enumerable.Range(begin, end - begin)], box, figure);
    }

    private static bool Breaks(Glyph before, Glyph next, Ruling[] borders)
    {
        var gap = next.Box.Left - before.Box.Right;
        return next.Rotation != before.Rotation || Math.Abs(next.Baseline - before.Baseline) > 0.1 * next.PointSize || Math.Abs(gap) > Gap * next.PointSize
            || (next.Sequence != before.Sequence && IsOfFigure(before) != IsOfFigure(next))
            || (gap > GapOverRuling * next.PointSize && Array.Exists(borders, b => b.Position > before.Box.CenterX && b.Position < next.Box.CenterX && b.Start <= before.Box.CenterY && b.End >= before.Box.CenterY));
    }

    private static bool IsOfFigure(Glyph glyph) => glyph.Text.Length == 1 && glyph.Text[0] is (>= '0' and <= '9') or '.' or ',' or '-' or '%' or ' ' or (>= '０' and <= '９');
}
