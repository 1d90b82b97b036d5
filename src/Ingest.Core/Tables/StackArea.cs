using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>The area of a table that horizontal rulings alone show: a ruling under every row, under some, or three lines.</summary>
internal static class StackArea
{
    /// <param name="edges">Edges of the stack, from top to bottom; the first is the top of the table.</param>
    /// <param name="floor">y down to which the table may go on when its last line is missing (it stands on the next page).</param>
    public static Area? Of(List<Edge> edges, Glyph[] glyphs, List<Piece> pieces, double floor)
    {
        double left = edges.Min(static e => e.Start), right = edges.Max(static e => e.End), top = edges[0].Position;
        var texts = Segments.Of(glyphs, pieces, new Box(left - 3, top, right + 3, floor));
        var full = edges.FindAll(e => e.Coverage(left, right) > 0.9).ConvertAll(static e => e.Position);
        var figure = Header.FirstFigure(new Area(new Box(left, top, right, floor), texts, edges, []));
        double bottom = full.Count > 0 && (full[^1] > figure || figure == double.MaxValue) ? full[^1] : TextEnd(texts, edges[^1].Position);
        if (figure > bottom)
            bottom = Math.Max(edges[^1].Position, bottom);
        texts.RemoveAll(s => s.MiddleY > bottom);
        return texts.Count < 2 || bottom <= top ? null : new Area(new Box(left, top, right, bottom), texts, edges, []);
    }

    /// <summary>Where the rows below a header end: lines of figures and words in columns, down to the first wide gap.</summary>
    private static double TextEnd(List<Segment> texts, double top)
    {
        double end = top, reach = top;
        var lines = texts.Where(s => s.MiddleY > top).OrderBy(static s => s.Baseline).ToList();
        for (var i = 0; i < lines.Count;)
        {
            var j = i + 1;
            while (j < lines.Count && lines[j].Baseline - lines[i].Baseline < 0.3 * lines[i].Size)
                j++;
            if (lines[i].Top - reach > 3.2 * lines[i].Size)
                break;
            reach = Math.Max(reach, lines[i..j].Max(static s => s.Bottom));
            // words alone may be a note below; they belong to the table when figures follow
            if (j - i > 1 || lines[i].Figure)
                end = reach + 0.5;
            i = j;
        }
        return end;
    }

    /// <summary>Whether more lines have text across the borders between the columns, or as near as words of a sentence, than a gap there, or hardly any a gap.</summary>
    public static bool IsProse(double[] xs, List<Segment> texts)
    {
        int across = 0, apart = 0;
        foreach (var line in FormColumns.Lines(texts))
        {
            for (var i = 0; i < line.Count; i++)
            {
                int from = Placement.Find(xs, line[i].Left + 1), to = Placement.Find(xs, line[i].Right - 1);
                across += from == to ? 0 : 1;
                if (i == 0 || Placement.Find(xs, line[i - 1].Right - 1) == from)
                    continue;
                if (line[i].Left - line[i - 1].Right < TextBlocks.NoGap * line[i].Size)
                    across++;
                else
                    apart++;
            }
        }
        return across > apart || apart < 2;
    }
}
