using System.Text;
using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Ruled;

/// <summary>Puts the pieces of a cell into reading order and makes its text.</summary>
internal static class CellReader
{
    /// <summary>Pieces whose base lines differ by less than this many ems stand on one line (Latin figures sit a little off the Chinese base line).</summary>
    private const double SameLine = 0.45;

    /// <summary>Room in ems that a full line may leave before a Chinese character, which is one em wide.</summary>
    private const double WideRoom = 2.1;

    /// <summary>The same on one side alone, where the text is set in by so much more than that: it does not stand in the middle.</summary>
    private const double Behind = 1.3, SetIn = 1.0;

    /// <summary>The narrowest gap in ems that is a space.</summary>
    private const double Space = 0.17;

    /// <summary>How much the gaps between evenly set digits differ, in ems: digits of some fonts have their own widths.</summary>
    private const double EvenGap = 0.1;

    /// <summary>Base lines of a wrapped text are at most this many ems apart (single to one and a half spaced); rows mostly are further.</summary>
    private const double Wrap = 2.0;

    /// <summary>An ideographic space between thousands is one em wide; what stands further apart are two things.</summary>
    private const double Apart = 1.3;

    /// <summary>More lines are rows that lack their rulings, not one broken number.</summary>
    private const int MostLines = 4;

    /// <returns>
    /// The lines of the cell as they come, separated by \n, by two where they stand further apart than the lines of a wrapped
    /// text; a gap of more than a sixth of an em is a space, one wider than any within a number is two.
    /// </returns>
    public static string Raw(ReadOnlySpan<Glyph> glyphs, List<Piece>? pieces)
    {
        if (pieces is null)
            return "";
        if (pieces.Count == 1 && pieces[0].Length == 1)
            return glyphs[pieces[0].Start].Text;
        Scripts.Align(pieces);
        Order(pieces);
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0 && Scripts.IsMark(glyphs, pieces, i))
                text.Append(' ');
            else if (i > 0)
                Separate(text, pieces[i - 1], pieces[i]);
            var piece = pieces[i];
            var spaced = piece.Length > 2 && IsLetterSpaced(glyphs.Slice(piece.Start, piece.Length));
            for (var g = piece.Start; g < piece.Start + piece.Length; g++)
            {
                if (g > piece.Start && !spaced && IsSpace(glyphs[g - 1], glyphs[g]))
                    text.Append(' ');
                text.Append(glyphs[g].Text);
            }
        }
        return text.ToString();
    }

    /// <summary>How far the first line stands from the left edge, in ems of its type; 0 for turned text. Call it after <see cref="Raw"/>.</summary>
    public static float Indent(List<Piece>? pieces, Box cell) =>
        pieces is { Count: > 0 } && pieces[0] is { Rotation: TextRotation.Upright, Size: > 0 } first ? (float)((first.Box.Left - cell.Left) / first.Size) : 0;

    /// <param name="isBroken">See <see cref="FillLines"/>.</param>
    public static string Text(string raw, bool isBroken) => raw.Length == 0 ? "" : Folding.CellText(raw, isBroken);

    /// <summary>Whether a text of several lines leaves no room for one more figure on any but the last, so that it had to be broken there.</summary>
    /// <param name="raw">What <see cref="Raw"/> made of the pieces, which are in reading order now.</param>
    /// <param name="width">Width of the cell between its rulings, or of the widest text where the text itself made the column.</param>
    /// <param name="padding">See <see cref="Padding"/>.</param>
    public static bool FillLines(string raw, List<Piece>? pieces, double width, double padding)
    {
        if (pieces is null || width <= 0 || !raw.Contains('\n', StringComparison.Ordinal))
            return false;
        var lines = 1;
        var isWide = raw.AsSpan().ContainsAnyInRange('０', '９');
        var start = pieces[0];
        for (var i = 1; i < pieces.Count; i++)
        {
            if (OnOneLine(pieces[i - 1], pieces[i]))
                continue;
            var before = pieces[i - 1];
            if (!Padding.IsFull(width - (before.Box.Right - start.Box.Left), before.Size, padding, isWide) || ++lines > MostLines)
                return false;
            start = pieces[i];
        }
        return true;
    }

    /// <summary>Whether the last upright line leaves no room for one more character: none at all, or, set in from the left, none behind it. Call it after <see cref="Raw"/>.</summary>
    public static bool IsFull(ReadOnlySpan<Glyph> glyphs, List<Piece>? pieces, Box cell, double width)
    {
        if (pieces is not { Count: > 0 } || width <= 0)
            return false;
        var last = pieces[^1];
        var start = pieces.Count - 1;
        while (start > 0 && OnOneLine(pieces[start - 1], pieces[start]))
            start--;
        double before = (pieces[start].Box.Left - cell.Left) / last.Size, behind = (cell.Right - last.Box.Right) / last.Size;
        var setIn = last.Rotation == TextRotation.Upright && glyphs[last.Start + last.Length - 1].Text[0] is >= '\u4E00' and <= '\u9FFF' && before - behind > SetIn && behind <= Behind;
        return setIn || (last.Rotation == TextRotation.Upright && width - (last.Box.Right - pieces[start].Box.Left) <= WideRoom * last.Size);
    }

    private static bool IsSpace(in Glyph a, in Glyph b) =>
        Pieces.Between(a, b) > Space * Math.Max(a.PointSize, b.PointSize);

    /// <summary>
    /// Whether the piece is one number whose digits are set apart evenly (3,9 1 7.6 2): three digits at least, all that follow
    /// one another the same way apart. Between two numbers the way would be another one.
    /// </summary>
    private static bool IsLetterSpaced(ReadOnlySpan<Glyph> glyphs)
    {
        double least = double.MaxValue, most = double.MinValue;
        var digits = 0;
        for (var g = 0; g < glyphs.Length; g++)
        {
            if (glyphs[g].Text is not [(>= '0' and <= '9') or '.' or ','])
                return false;
            if (glyphs[g].Text[0] is '.' or ',')
                continue;
            digits++;
            if (g == 0 || glyphs[g - 1].Text[0] is '.' or ',')
                continue;
            var gap = Pieces.Between(glyphs[g - 1], glyphs[g]);
            (least, most) = (Math.Min(least, gap), Math.Max(most, gap));
        }
        return digits >= 3 && most - least <= EvenGap * glyphs[0].PointSize;
    }

    private static void Separate(StringBuilder text, in Piece before, in Piece piece)
    {
        var size = Math.Max(before.Size, piece.Size);
        if (!OnOneLine(before, piece))
        {
            // in text written downwards turned signs stand between upright ones
            var apart = before.Rotation == piece.Rotation ? Math.Abs(piece.Across - before.Across) : Math.Abs(piece.Box.CenterY - before.Box.CenterY);
            text.Append(apart <= Wrap * size ? "\n" : "\n\n");
        }
        else if (piece.Along - before.AlongEnd is var gap && gap > Space * size)
        {
            text.Append(gap > Apart * size ? "  " : " ");
        }
    }

    /// <summary>Reading order: upright lines from top to bottom, turned ones from right to left or left to right.</summary>
    public static void Order(List<Piece> pieces)
    {
        if (pieces.Count < 2)
            return;
        if (IsVertical(pieces))
        {
            pieces.Sort(static (a, b) => b.Box.CenterX.CompareTo(a.Box.CenterX));
            for (var i = 0; i < pieces.Count;)
            {
                var j = i + 1;
                while (j < pieces.Count && pieces[j - 1].Box.CenterX - pieces[j].Box.CenterX <= SameLine * pieces[j].Size)
                    j++;
                pieces.Sort(i, j - i, Downwards);
                i = j;
            }
            return;
        }
        pieces.Sort(static (a, b) =>
            a.Rotation != b.Rotation ? a.Rotation.CompareTo(b.Rotation)
            : a.Across != b.Across ? a.Across.CompareTo(b.Across)
            : a.Along != b.Along ? a.Along.CompareTo(b.Along) : a.Start.CompareTo(b.Start));
        // runs of pieces on one line are ordered along it
        for (var i = 0; i < pieces.Count;)
        {
            var j = i + 1;
            while (j < pieces.Count && OnOneLine(pieces[i], pieces[j]))
                j++;
            if (j - i > 1)
                pieces.Sort(i, j - i, AlongOrder.Instance);
            i = j;
        }
    }

    /// <summary>
    /// Whether the text is written downwards: ideographs stand upright one below the other, and brackets, figures and Latin letters between them are turned;
    /// or they are drawn so, in columns from right to left.
    /// </summary>
    private static bool IsVertical(List<Piece> pieces) =>
        pieces.TrueForAll(static p => p.Rotation == TextRotation.Clockwise || (p.Rotation == TextRotation.Upright && p.Length == 1))
        && pieces.Exists(static p => p.Rotation == TextRotation.Upright) && (pieces.Exists(static p => p.Rotation == TextRotation.Clockwise) || IsDrawnDownwards(pieces));

    private static bool IsDrawnDownwards(List<Piece> pieces)
    {
        int down = 0, columns = 1;
        var drawn = pieces.ToArray();
        Array.Sort(drawn, static (a, b) => a.Start.CompareTo(b.Start));
        for (var i = 1; i < drawn.Length; i++)
        {
            var (before, here) = (drawn[i - 1], drawn[i]);
            double right = here.Box.CenterX - before.Box.CenterX, below = here.Baseline - before.Baseline;
            if (Math.Abs(right) < SameLine * here.Size && below > SameLine * here.Size)
                down++;
            else if (right < -SameLine * here.Size && below < SameLine * here.Size)
                columns++;
            else
                return false;
        }
        return columns > 1 && down >= columns;
    }

    private static readonly Comparer<Piece> Downwards = Comparer<Piece>.Create(static (a, b) => a.Box.CenterY != b.Box.CenterY ? a.Box.CenterY.CompareTo(b.Box.CenterY) : a.Start.CompareTo(b.Start));

    private static bool OnOneLine(in Piece a, in Piece b) =>
        a.Rotation == b.Rotation && Math.Abs(a.Across - b.Across) <= SameLine * Math.Min(a.Size, b.Size);

    private sealed class AlongOrder : IComparer<Piece>
    {
        public static readonly AlongOrder Instance = new();

        public int Compare(Piece a, Piece b) => a.Along != b.Along ? a.Along.CompareTo(b.Along) : a.Start.CompareTo(b.Start);
    }
}
