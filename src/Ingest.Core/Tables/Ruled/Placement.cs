using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Puts the glyphs of a page into the cells of a grid. A piece that crosses a column border is cut where its glyphs
/// allow it (a number that touches the next label) and stays whole where it runs over its cell (a label too long).
/// </summary>
internal static class Placement
{
    /// <summary>A text of more characters is a sentence.</summary>
    private const int LongestHeader = 12;

    /// <summary>Glyphs nearer than this have no gap between them, in ems.</summary>
    private const double NoGap = 0.12;

    /// <summary>Amounts in units of ten thousand, to the cent.</summary>
    private const int MostDecimals = 6;

    /// <returns>The pieces of each cell, in drawing order; pieces outside the grid are left out.</returns>
    public static List<Piece>?[] Of(Grid grid, ReadOnlySpan<Glyph> glyphs, IReadOnlyList<Piece> pieces)
    {
        var cells = new List<Piece>?[grid.Cells.Count];
        var places = grid.Places();
        var box = grid.Box;
        int? decimals = null;
        var leaders = Leaders.Begins(glyphs);
        foreach (var piece in pieces)
        {
            if (!box.Contains(piece.Box.CenterX, piece.MiddleY))
                continue;
            var row = Find(grid.Ys, piece.MiddleY);
            if (piece.Rotation is TextRotation.Clockwise or TextRotation.Counterclockwise)
            {
                PlaceTurned(grid, places, cells, glyphs, piece);
                continue;
            }
            var first = places[row * grid.Columns + Find(grid.Xs, Center(glyphs, leaders, piece.Start))];
            var last = places[row * grid.Columns + Find(grid.Xs, Center(glyphs, leaders, piece.Start + piece.Length - 1))];
            if (first == last)
                (cells[first] ??= []).Add(piece);
            else
                Cut(grid, places, cells, glyphs, leaders, piece, row, decimals ??= Decimals(glyphs, pieces));
        }
        return cells;
    }

    private static double Center(in Glyph glyph) => (glyph.Box.Left + glyph.Box.Right) / 2;

    /// <summary>A point of a leader stands where that begins: the border before the figure which it leads to need not be behind it.</summary>
    private static double Center(ReadOnlySpan<Glyph> glyphs, int[]? leaders, int at) => Center(glyphs[leaders?[at] ?? at]);

    /// <summary>Index of the interval that holds x; the outermost ones take what lies beyond.</summary>
    public static int Find(double[] borders, double x)
    {
        int low = 0, high = borders.Length - 2;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (borders[middle] <= x)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private static void PlaceTurned(Grid grid, int[] places, List<Piece>?[] cells, ReadOnlySpan<Glyph> glyphs, Piece piece)
    {
        var column = Find(grid.Xs, piece.Box.CenterX);
        var start = piece.Start;
        for (var i = piece.Start; i < piece.Start + piece.Length; i++)
        {
            var here = places[Find(grid.Ys, glyphs[i].Box.CenterY) * grid.Columns + column];
            var next = i + 1 < piece.Start + piece.Length
                ? places[Find(grid.Ys, glyphs[i + 1].Box.CenterY) * grid.Columns + column] : -1;
            if (next == here)
                continue;
            (cells[here] ??= []).Add(Pieces.Make(glyphs, start, i + 1 - start));
            start = i + 1;
        }
    }

    /// <param name="decimals">What figures of the page have; 0 where none has any.</param>
    private static void Cut(Grid grid, int[] places, List<Piece>?[] cells, ReadOnlySpan<Glyph> glyphs, int[]? leaders, Piece piece, int row, int decimals)
    {
        // the stretches of the piece that lie over one cell each
        var start = piece.Start;
        var end = piece.Start + piece.Length;
        var uncut = start;
        while (start < end)
        {
            var cell = places[row * grid.Columns + Find(grid.Xs, Center(glyphs, leaders, start))];
            var next = start + 1;
            while (next < end && places[row * grid.Columns + Find(grid.Xs, Center(glyphs, leaders, next))] == cell)
                next++;
            // a figure that runs over the border ends where its digits do
            if (next < end && IsInDecimals(glyphs[uncut..end], next - uncut, decimals))
            {
                while (next < end && IsDigit(glyphs[next]))
                    next++;
                if (next == end || !IsFigure(glyphs[next]))
                {
                    Whole(grid, places, cells, glyphs, leaders, uncut, next - uncut, row);
                    uncut = next;
                }
            }
            else if (next == end || (IsCut(glyphs[next - 1], glyphs[next], BorderBetween(grid, glyphs[next - 1], glyphs[next])) && !IsInYear(glyphs[uncut..end], next - uncut)))
            {
                Whole(grid, places, cells, glyphs, leaders, uncut, next - uncut, row);
                uncut = next;
            }
            start = next;
        }
    }

    /// <summary>2|025年, and 2025|年 of a header: four digits of this century or the last, and the word for a year, whatever operators show them. Behind other figures a label may begin: 1500|年度资金总额.</summary>
    private static bool IsInYear(ReadOnlySpan<Glyph> glyphs, int cut)
    {
        int first = cut, end = cut;
        while (first > 0 && IsDigit(glyphs[first - 1]))
            first--;
        while (end < glyphs.Length && IsDigit(glyphs[end]))
            end++;
        return first < cut && (cut < end || glyphs.Length <= LongestHeader) && end - first == 4 && end < glyphs.Length && glyphs[end].Text == "年" && Signs.BeginYear(glyphs[first], glyphs[first + 1]);
    }

    /// <summary>2,071.2659|19 where figures have six decimals: what stands before the border alone has fewer, and all of it has as many.</summary>
    private static bool IsInDecimals(ReadOnlySpan<Glyph> glyphs, int cut, int decimals)
    {
        int first = cut, end = cut;
        while (first > 0 && IsDigit(glyphs[first - 1]))
            first--;
        while (end < glyphs.Length && IsDigit(glyphs[end]))
            end++;
        return cut < end && first < cut && end - first == decimals && first > 1 && glyphs[first - 1].Text is ['.'] && IsDigit(glyphs[first - 2]) && (end == glyphs.Length || glyphs[end].Text is not ['.' or ',']);
    }

    /// <summary>The decimals that most figures with any have.</summary>
    private static int Decimals(ReadOnlySpan<Glyph> glyphs, IReadOnlyList<Piece> pieces)
    {
        var counts = new int[MostDecimals + 1];
        foreach (var piece in pieces)
        {
            int end = piece.Start + piece.Length, at = end;
            while (at > piece.Start && IsDigit(glyphs[at - 1]))
                at--;
            if (end - at is > 0 and <= MostDecimals && at > piece.Start && glyphs[at - 1].Text is ['.'])
                counts[end - at]++;
        }
        return Array.IndexOf(counts, counts.Max()) is var most && counts[most] > 0 ? most : 0;
    }

    private static bool IsDigit(in Glyph glyph) => glyph.Text is [>= '0' and <= '9'];

    /// <summary>Whether a word was cut at a border, without a gap there: as sure as the border is, which no ruling need show.</summary>
    /// <param name="pieces">Of one cell.</param>
    public static bool HoldsTornWord(ReadOnlySpan<Glyph> glyphs, List<Piece>? pieces)
    {
        foreach (var piece in pieces ?? [])
        {
            if (piece.Rotation == TextRotation.Upright && (IsTorn(glyphs, piece.Start - 1) || IsTorn(glyphs, piece.Start + piece.Length - 1)))
                return true;
        }
        return false;
    }

    /// <summary>Whether the glyph and the next one touch each other in one word of Chinese, or the next one cannot begin a text.</summary>
    private static bool IsTorn(ReadOnlySpan<Glyph> glyphs, int at) => at >= 0 && at + 1 < glyphs.Length && IsChinese(glyphs[at]) && (IsChinese(glyphs[at + 1]) || IsClosing(glyphs[at + 1]))
        && Math.Abs(glyphs[at].Baseline - glyphs[at + 1].Baseline) < 0.1 * glyphs[at].PointSize && Math.Abs(glyphs[at + 1].Box.Left - glyphs[at].Box.Right) < NoGap * glyphs[at].PointSize;

    /// <summary>二|、外交支出: no text begins with it.</summary>
    private static bool IsClosing(in Glyph glyph) => glyph.Text is ['、' or '，' or '。' or '；' or '：' or '）' or '》' or '”', ..];

    private static bool IsChinese(in Glyph glyph) => glyph.Text is [>= '\u4E00' and <= '\u9FFF', ..];

    private static double BorderBetween(Grid grid, in Glyph a, in Glyph b) => grid.Xs[Find(grid.Xs, Center(b))] is var x && x > Center(a) ? x : Center(a);

    /// <summary>Whether a piece may be cut between two glyphs that lie on different sides of a border.</summary>
    private static bool IsCut(in Glyph a, in Glyph b, double border)
    {
        var size = Math.Max(a.PointSize, b.PointSize);
        if (b.Box.Left - a.Box.Right > NoGap * size)
            return true;
        // one operator shows one text: without a gap it goes on over the border, unless figures turn into words there
        var clean = a.Box.Right <= border + 0.2 * size && b.Box.Left >= border - 0.2 * size;
        return clean && (a.Sequence != b.Sequence || IsFigure(a) != IsFigure(b));
    }

    /// <summary>Narrower than <see cref="Signs"/>: a bracket behind a figure may open the next label.</summary>
    private static bool IsFigure(in Glyph glyph) => glyph.Text[0] is (>= '0' and <= '9') or '.' or ',' or '%' or '/' or (>= '０' and <= '９') || Dashes.Is(glyph.Text[0]);

    /// <summary>A stretch that must not be cut goes to the cell where it begins, or, when it overhangs on both sides or is a figure, to where most of it lies.</summary>
    private static void Whole(Grid grid, int[] places, List<Piece>?[] cells, ReadOnlySpan<Glyph> glyphs, int[]? leaders, int start, int length, int row)
    {
        var piece = Pieces.Make(glyphs, start, length);
        var first = places[row * grid.Columns + Find(grid.Xs, Center(glyphs, leaders, start))];
        var last = places[row * grid.Columns + Find(grid.Xs, Center(glyphs, leaders, start + length - 1))];
        var target = first;
        if (first != last)
        {
            var middle = places[row * grid.Columns + Find(grid.Xs, piece.Box.CenterX)];
            var home = grid.BoxOf(grid.Cells[first]);
            var beginsAtBorder = piece.Box.Left - home.Left < 1.2 * piece.Size && piece.Box.Left >= home.Left - 0.2 * piece.Size;
            var isFigure = IsFigure(glyphs[start]) && IsFigure(glyphs[start + length - 1]);
            target = isFigure || !beginsAtBorder ? middle : first;
        }
        (cells[target] ??= []).Add(piece);
    }
}
