using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Small signs that are raised or lowered beside others (m², a mark of a footnote): they stand on the line of their neighbours.</summary>
internal static class Scripts
{
    /// <summary>How far a script may stand from what it belongs to, in ems of that.</summary>
    private const double Near = 0.5;

    /// <summary>How far above and below the base line the base lines of scripts are, in ems.</summary>
    private const double Above = 0.75, Below = 0.35;

    /// <summary>A raised sign that is told before lines are known is off the base line by more than this, and no further from its text than that, in ems.</summary>
    private const double Off = 0.12, Touch = 0.2;

    /// <summary>Signs of a mark; pieces of a page of type, beyond which each is not compared with those near it.</summary>
    private const int MostSigns = 3, MostPieces = 20_000;

    /// <summary>Gives scripts the base line of the text beside them, so that they are read in its line.</summary>
    public static void Align(List<Piece> pieces)
    {
        if (pieces.Count < 2)
            return;
        var size = pieces.Max(static p => p.Size);
        for (var i = 0; i < pieces.Count; i++)
        {
            var script = pieces[i];
            if (script.Rotation is not TextRotation.Upright || script.Size >= Pieces.Small * size)
                continue;
            foreach (var text in pieces)
            {
                double up = (text.Baseline - script.Baseline) / text.Size;
                var gap = Math.Max(script.Box.Left - text.Box.Right, text.Box.Left - script.Box.Right);
                if (text.Rotation is TextRotation.Upright && script.Size < Pieces.Small * text.Size && up is > -Below and < Above && gap < Near * text.Size && gap > -0.3 * text.Size)
                {
                    pieces[i] = script with { Baseline = text.Baseline };
                    break;
                }
            }
        }
    }

    /// <summary>
    /// The pieces without signs that are raised right beside a larger one: they stand in no line of their own, and make no words of a
    /// figure. What is longer is a text in smaller type.
    /// </summary>
    public static List<Piece> Without(List<Piece> pieces)
    {
        var sorted = pieces.FindAll(static p => p.Rotation is TextRotation.Upright);
        if (sorted.Count is < 2 or > MostPieces || sorted.Min(static p => p.Size) >= Pieces.Small * sorted.Max(static p => p.Size))
            return pieces;
        sorted.Sort(static (a, b) => a.Baseline.CompareTo(b.Baseline));
        var reach = Above * sorted.Max(static p => p.Size);
        var scripts = new HashSet<Piece>();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i - 1; j >= 0 && sorted[i].Baseline - sorted[j].Baseline < reach; j--)
            {
                if (IsBeside(sorted[j], sorted[i]))
                    scripts.Add(sorted[j]);
            }
        }
        return scripts.Count == 0 ? pieces : pieces.FindAll(p => !scripts.Contains(p));
    }

    private static bool IsBeside(Piece script, Piece text) => script.Length <= MostSigns && script.Size < Pieces.Small * text.Size
        && (text.Baseline - script.Baseline) / (double)text.Size is > Off and < Above
        && Math.Abs(Math.Max(script.Box.Left - text.Box.Right, text.Box.Left - script.Box.Right)) < Touch * text.Size;

    /// <summary>Whether a piece is a raised or lowered figure right behind a figure: a mark, which would change the number.</summary>
    /// <param name="pieces">In reading order, after <see cref="Align"/>.</param>
    public static bool IsMark(ReadOnlySpan<Glyph> glyphs, List<Piece> pieces, int i)
    {
        if (i == 0 || pieces[i].Baseline != pieces[i - 1].Baseline || (!IsScript(glyphs, pieces[i]) && !IsScript(glyphs, pieces[i - 1])))
            return false;
        return glyphs[pieces[i].Start].Text is [>= '0' and <= '9', ..] && glyphs[pieces[i - 1].Start + pieces[i - 1].Length - 1].Text is [(>= '0' and <= '9') or '.' or ',', ..];
    }

    private static bool IsScript(ReadOnlySpan<Glyph> glyphs, Piece piece) => Math.Abs(glyphs[piece.Start].Baseline - piece.Baseline) > 0.1 * piece.Size;
}
