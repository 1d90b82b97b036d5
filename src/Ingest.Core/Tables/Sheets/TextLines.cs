using System.Text;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Sheets;

/// <summary>The lines of text outside the tables of a page.</summary>
internal static class TextLines
{
    /// <summary>A gap of this many ems is kept as a space between two parts of a line.</summary>
    private const double Space = 0.3;

    /// <param name="cuts">Where two texts of a line are two lines.</param>
    public static List<TextLine> Of(int page, ReadOnlySpan<Glyph> glyphs, List<Piece> pieces, List<LineCut>? cuts = null)
    {
        // turned lines come last
        pieces.Sort(static (a, b) => a.Rotation != b.Rotation ? a.Rotation.CompareTo(b.Rotation)
            : a.Across != b.Across ? a.Across.CompareTo(b.Across) : a.Along != b.Along ? a.Along.CompareTo(b.Along) : a.Start.CompareTo(b.Start));
        var lines = new List<TextLine>();
        for (var i = 0; i < pieces.Count;)
        {
            var j = i + 1;
            while (j < pieces.Count && pieces[j].Rotation == pieces[i].Rotation && pieces[j].Across - pieces[i].Across <= 0.4 * Math.Min(pieces[i].Size, pieces[j].Size))
                j++;
            pieces.Sort(i, j - i, InLine.Instance);
            while (i < j)
            {
                var end = i + 1;
                while (end < j && cuts?.Exists(c => c.Parts(pieces[end - 1], pieces[end])) != true)
                    end++;
                lines.Add(Line(page, glyphs, pieces, i, end));
                i = end;
            }
        }
        return lines;
    }

    private static TextLine Line(int page, ReadOnlySpan<Glyph> glyphs, List<Piece> pieces, int from, int to)
    {
        var box = pieces[from].Box;
        var size = pieces[from].Size;
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            var piece = pieces[i];
            if (i > from && piece.Along - pieces[i - 1].AlongEnd > Space * piece.Size)
                text.Append(' ');
            for (var g = piece.Start; g < piece.Start + piece.Length; g++)
            {
                if (g > piece.Start && Pieces.Between(glyphs[g - 1], glyphs[g]) > Space * piece.Size)
                    text.Append(' ');
                text.Append(glyphs[g].Text);
            }
            box = box.Union(piece.Box);
            size = Math.Max(size, piece.Size);
        }
        return new TextLine(new PageBox(page, box), Folding.Fold(text.ToString()).Trim(), size);
    }

    private sealed class InLine : IComparer<Piece>
    {
        public static readonly InLine Instance = new();

        public int Compare(Piece a, Piece b) => a.Along != b.Along ? a.Along.CompareTo(b.Along) : a.Start.CompareTo(b.Start);
    }
}
