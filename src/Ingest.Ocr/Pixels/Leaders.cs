namespace Ingest.Ocr.Pixels;

/// <summary>
/// Finds rows of dots that lead the eye to the number of a page. Read together with the words before them they leave the model unsure
/// of everything: each dot is told by its shape.
/// </summary>
internal static class Leaders
{
    /// <summary>In heights of the type: the widest and highest dot (two may touch), the widest step from one to the next, how far off the row one lies.</summary>
    private const double WidestDot = 0.45, HighestDot = 0.3, WidestStep = 1, OffRow = 0.15;

    /// <summary>In heights of the type: how far from its words and its number a leader begins and ends.</summary>
    private const double Room = 3;

    /// <summary>Fewer dots may be the marks of a figure, or words left out.</summary>
    private const int FewestDots = 7;

    /// <summary>Takes the dots of leaders out of <paramref name="small"/>.</summary>
    /// <param name="tall">What is no dot: nothing of it stands within a leader.</param>
    public static List<TextPiece> Take(List<Component> small, List<Component> tall, double em)
    {
        var dots = small.FindAll(c => c.Box.Width <= WidestDot * em && c.Box.Height <= HighestDot * em);
        dots.Sort((a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Top.CompareTo(b.Box.Top));
        var open = new List<List<Component>>();
        var leaders = new List<List<Component>>();
        foreach (var dot in dots)
        {
            leaders.AddRange(open.FindAll(r => dot.Box.Left - r[^1].Box.Right > WidestStep * em));
            open.RemoveAll(r => dot.Box.Left - r[^1].Box.Right > WidestStep * em);
            if (open.Find(r => Math.Abs(r[^1].Box.MiddleY - dot.Box.MiddleY) <= OffRow * em && r[^1].Box.Right <= dot.Box.Left) is { } row)
            {
                row.Add(dot);
            }
            else
            {
                open.Add([dot]);
            }
        }

        leaders.AddRange(open);
        leaders.RemoveAll(r => r.Count < FewestDots || IsWithinWords(r, tall, em));
        var taken = leaders.SelectMany(r => r).ToHashSet();
        small.RemoveAll(taken.Contains);
        return leaders.ConvertAll(r => new TextPiece(r.Select(p => p.Box).Aggregate((a, b) => a.Union(b)), r, em) { IsLeader = true });
    }

    /// <summary>Whether words stand before the dots and something behind them: elsewhere they are the grain of the paper, or what is left of a stamp.</summary>
    public static bool Leads(TextPiece leader, List<TextPiece> pieces)
    {
        bool IsOnLine(PixelBox b) => b.Top < leader.Box.MiddleY && b.Bottom > leader.Box.Top - HighestDot * leader.Em;
        return pieces.Exists(p => IsOnLine(p.Box) && leader.Box.Left - p.Box.Right is var gap && gap >= 0 && gap <= Room * leader.Em)
            && pieces.Exists(p => IsOnLine(p.Box) && p.Box.Left - leader.Box.Right is var gap && gap >= 0 && gap <= Room * leader.Em);
    }

    /// <summary>The marks of figures set wide stand in a row as well, digits between them.</summary>
    private static bool IsWithinWords(List<Component> row, List<Component> tall, double em) =>
        tall.Exists(t => t.Box.MiddleX > row[0].Box.Left && t.Box.MiddleX < row[^1].Box.Right && t.Box.Top < row[0].Box.MiddleY && t.Box.Bottom > row[0].Box.Top - HighestDot * em);
}
