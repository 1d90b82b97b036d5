using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Points that lead from a text to what stands far behind it: they belong to no column but that of the text.</summary>
internal static class Leaders
{
    /// <summary>So many points in a row are a leader; …… are four.</summary>
    private const int Fewest = 4;

    /// <summary>Points further apart than this, in ems, are not in a row.</summary>
    private const double Apart = 2;

    /// <summary>The end of the leader that begins at a place; where none begins, the place itself.</summary>
    /// <param name="order">Glyphs of a line, from left to right.</param>
    public static int End(ReadOnlySpan<Glyph> glyphs, List<int> order, int from, int to)
    {
        var (end, points) = (from, 0);
        for (; end < to && IsPoint(glyphs[order[end]]); end++)
            points += Points(glyphs[order[end]]);
        return points >= Fewest ? end : from;
    }

    /// <summary>By glyph of a leader whose points follow each other in drawing order, its first one; null where there is none.</summary>
    public static int[]? Begins(ReadOnlySpan<Glyph> glyphs)
    {
        int[]? begins = null;
        for (int i = 0, end; i < glyphs.Length; i = end)
        {
            end = i + 1;
            if (!IsPoint(glyphs[i]))
                continue;
            var points = Points(glyphs[i]);
            for (; end < glyphs.Length && IsPoint(glyphs[end]) && GoesOn(glyphs[end - 1], glyphs[end]); end++)
                points += Points(glyphs[end]);
            if (points < Fewest)
                continue;
            if (begins is null)
            {
                begins = new int[glyphs.Length];
                for (var k = 0; k < begins.Length; k++)
                    begins[k] = k;
            }
            Array.Fill(begins, i, i, end - i);
        }
        return begins;
    }

    private static bool IsPoint(in Glyph glyph) => glyph.Text is ['.' or '…' or '·' or '_' or '．', ..];

    private static int Points(in Glyph glyph) => glyph.Text[0] == '…' ? 2 : 1;

    private static bool GoesOn(in Glyph a, in Glyph b) => Math.Abs(a.Baseline - b.Baseline) < 0.1 * a.PointSize && b.Box.Left - a.Box.Right < Apart * a.PointSize;
}
