namespace Ingest.Core.Tables.Areas;

/// <summary>What the lines of a body say at each point of its width: text there, or a gap between two texts.</summary>
internal sealed class Votes
{
    /// <summary>Lines with text across a border, per line with a gap there, that a border bears (rows that span columns).</summary>
    private const double Borne = 0.1;

    /// <summary>The same, in doubt.</summary>
    private const double BorneInDoubt = 0.3;

    /// <summary>A gap wider than this many ems may reach over blank cells.</summary>
    private const double Wide = 9;

    /// <summary>Texts nearer than this have no room between them, in points.</summary>
    private const double Touching = 2;

    /// <summary>A gap up to this many ems lies between neighbouring columns.</summary>
    private const double Narrow = 2.2;

    private readonly int[] _gap, _soft, _weak, _narrow;

    private Votes(double origin, int width)
    {
        Origin = origin;
        (Cross, _gap, _soft, _weak, _narrow) = (new int[width], new int[width], new int[width], new int[width], new int[width]);
    }

    /// <summary>x of the first point.</summary>
    public double Origin { get; }

    /// <summary>By point, how many texts cover it.</summary>
    public int[] Cross { get; }

    /// <param name="lines">The body, line by line, each from left to right.</param>
    public static Votes Of(List<Segment> body, List<List<Segment>> lines)
    {
        double origin = body.Min(s => s.Left) - 2;
        var votes = new Votes(origin, (int)(body.Max(s => s.Right) - origin) + 4);
        foreach (var line in lines)
            votes.Count(line);
        return votes;
    }

    private void Count(List<Segment> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            // a point of slack on both sides: boxes of neighbouring columns may touch
            Mark(Cross, line[i].Left - Origin + 0.5, line[i].Right - Origin - 0.5);
            if (i == 0)
                continue;
            // behind a separator the same figure may go on: such gaps alone are no border
            // and a gap over several columns says little about where their borders are
            var (before, gap) = (line[i - 1], line[i].Left - line[i - 1].Right);
            var votes = gap > Wide * line[i].Size ? _weak : before.Open && line[i].Figure ? _soft : _gap;
            Mark(votes, before.Right - Origin, line[i].Left - Origin);
            // a figure that ends where the next label begins
            if (before.Figure != line[i].Figure && gap < Touching)
                Mark(_gap, (before.Right + line[i].Left) / 2 - Origin - 1, (before.Right + line[i].Left) / 2 - Origin + 1);
            if (votes == _gap && gap < Narrow * line[i].Size)
                Mark(_narrow, before.Right - Origin, line[i].Left - Origin);
        }
    }

    /// <summary>Where many lines have a gap between two texts and hardly any has text.</summary>
    /// <param name="inDoubt">Whether some more may have.</param>
    public List<Span> Corridors(bool inDoubt = false)
    {
        var borne = inDoubt ? BorneInDoubt : Borne;
        var corridors = new List<Span>();
        for (var x = 0; x < Cross.Length; x++)
        {
            var from = x;
            while (x < Cross.Length && IsCorridor(x, borne))
                x++;
            if (x > from)
                corridors.Add(new Span(Origin + from, Origin + x));
        }
        return corridors;
    }

    private bool IsCorridor(int x, double borne) =>
        (_gap[x] > 0 && Cross[x] <= borne * _gap[x] && _soft[x] <= 2 * _narrow[x]) || (_weak[x] > 0 && Cross[x] == 0 && _soft[x] == 0);

    public static void Mark(int[] counts, double from, double to)
    {
        for (var x = Math.Max(0, (int)Math.Ceiling(from)); x <= Math.Min(counts.Length - 1, (int)Math.Floor(to)); x++)
            counts[x]++;
    }
}
