using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Sheets;

/// <summary>
/// Where heads, feet and page numbers stand, so that no table takes them in. A line is one of them when it is the outermost
/// of its page, in the margin, one text, and many pages have the same there but for the digits.
/// </summary>
internal sealed class RunningHeads
{
    /// <summary>The part of the page at its top and at its bottom where heads and feet stand.</summary>
    private const double Margin = 0.11;

    /// <summary>So many pages have it at least, and one of so many.</summary>
    private const int FewestPages = 3, OneOf = 2;

    /// <summary>Texts further apart than this, in ems, are two.</summary>
    private const double OneText = 2.2;

    /// <summary>The ruling of a head or foot stands no further off than this, in heights of its type, and ends elsewhere than all others, by so many points.</summary>
    private const double Beside = 2, Elsewhere = 8;

    private readonly Dictionary<int, List<(string Key, Box Box)>> _lines = [];
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    /// <summary>Level rulings in the margins, by their place in points: on how many pages they are drawn.</summary>
    private readonly Dictionary<(int Start, int End, int Position), int> _drawn = [];

    /// <param name="pages">Upright.</param>
    public static RunningHeads Of(IEnumerable<PageContent> pages)
    {
        var heads = new RunningHeads();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var lines = heads._lines[page.Number] = [];
            foreach (var place in page.Rulings.Where(r => r.Direction == RulingDirection.Horizontal && (r.Position < Margin * page.Height || r.Position > (1 - Margin) * page.Height)).Select(Place).Distinct())
                heads._drawn[place] = heads._drawn.GetValueOrDefault(place) + 1;
            foreach (var (from, to, last) in ((double, double, bool)[])[(0, Margin, false), (1 - Margin, 1, true)])
            {
                if (Outermost(page, from * page.Height, to * page.Height, last) is not { } line)
                    continue;
                lines.Add(line);
                counts[line.Key] = counts.GetValueOrDefault(line.Key) + 1;
            }
        }
        foreach (var (key, count) in counts)
        {
            if (heads.IsOnMany(count))
                heads._repeated.Add(key);
        }
        return heads;
    }

    /// <summary>The pieces that are no part of a head or a foot.</summary>
    public List<Piece> Without(int page, List<Piece> pieces)
    {
        var boxes = Boxes(page);
        return boxes.Count == 0 ? pieces : pieces.FindAll(p => !boxes.Exists(b => b.Contains(p.Box.CenterX, p.MiddleY)));
    }

    /// <summary>The rulings of a page that are not drawn below a head or above a foot alone: as wide as no other, and met by none, or at the same place of many pages.</summary>
    public ImmutableArray<Ruling> Without(PageContent page)
    {
        var boxes = Boxes(page.Number);
        if (!page.Rulings.Any(r => r.Direction == RulingDirection.Horizontal && (boxes.Exists(b => IsBeside(b, r.Position)) || IsOnMany(_drawn.GetValueOrDefault(Place(r))))))
            return page.Rulings;
        List<Edge> horizontal = Edges.Horizontal(page.Rulings.AsSpan()), vertical = Edges.Vertical(page.Rulings.AsSpan());
        var own = horizontal.FindAll(e => boxes.Exists(b => IsBeside(b, e.Position) && b.Left < e.End && b.Right > e.Start) && !vertical.Exists(v => v.Start < e.Position + Edges.Snap && v.End > e.Position - Edges.Snap && v.Position > e.Start - Edges.Snap && v.Position < e.End + Edges.Snap)
            && !horizontal.Exists(o => o != e && Math.Abs(o.Position - e.Position) > Edges.Double && Math.Abs(o.Start - e.Start) < Elsewhere && Math.Abs(o.End - e.End) < Elsewhere));
        return page.Rulings.RemoveAll(r => r.Direction == RulingDirection.Horizontal && (own.Exists(e => Math.Abs(r.Position - e.Position) < Edges.Double && r.Start > e.Start - Edges.Snap && r.End < e.End + Edges.Snap) || IsOfAll(r)));

        // the outermost one may touch the table of one page, which ends elsewhere
        bool IsOfAll(Ruling r) => IsOnMany(_drawn.GetValueOrDefault(Place(r))) && !(EndsAt(r.Start) && EndsAt(r.End))
            && !page.Rulings.Any(o => o.Direction == r.Direction && Math.Abs(o.Position - r.Position) > Edges.Double && (IsBeyond(o.Position, r.Position) || (Math.Abs(o.Start - r.Start) < Elsewhere && Math.Abs(o.End - r.End) < Elsewhere)))
            && !page.Glyphs.Any(g => g.Rotation == TextRotation.Upright && IsBeyond(g.Baseline, r.Position) && !boxes.Exists(b => b.Contains(g.Box.CenterX, g.Box.CenterY)));

        bool IsBeyond(double y, double position) => position < page.Height / 2 ? y < position : y > position;

        bool EndsAt(double x) => vertical.Exists(v => Math.Abs(v.Position - x) < Elsewhere);

        bool IsBeside(Box head, double y) => head.CenterY < page.Height / 2 ? y > head.CenterY && y - head.Bottom < Beside * head.Height : y < head.CenterY && head.Top - y < Beside * head.Height;
    }

    private bool IsOnMany(int pages) => pages >= FewestPages && pages * OneOf >= _lines.Count;

    private static (int Start, int End, int Position) Place(Ruling ruling) => ((int)Math.Round(ruling.Start), (int)Math.Round(ruling.End), (int)Math.Round(ruling.Position));

    private List<Box> Boxes(int page) => _lines[page].FindAll(l => _repeated.Contains(l.Key)).ConvertAll(static l => l.Box);

    private static (string Key, Box Box)? Outermost(PageContent page, double from, double to, bool last)
    {
        var outermost = double.NaN;
        foreach (var glyph in page.Glyphs)
        {
            if (IsIn(glyph) && !(last ? glyph.Baseline <= outermost : glyph.Baseline >= outermost))
                outermost = glyph.Baseline;
        }
        if (double.IsNaN(outermost))
            return null;
        var line = new List<Glyph>();
        foreach (var glyph in page.Glyphs)
        {
            if (IsIn(glyph) && Math.Abs(glyph.Baseline - outermost) < 0.4 * glyph.PointSize)
                line.Add(glyph);
        }
        line.Sort(static (a, b) => a.Box.Left.CompareTo(b.Box.Left));
        var box = line[0].Box;
        for (var i = 1; i < line.Count; i++)
        {
            if (line[i].Box.Left - box.Right > OneText * line[i].PointSize)
                return null;
            box = box.Union(line[i].Box);
        }
        var text = string.Concat(line.Select(static g => g.Text)).Where(static c => !char.IsDigit(c));
        return (string.Create(CultureInfo.InvariantCulture, $"{(last ? 'b' : 't')}{(int)Math.Round((last ? page.Height - outermost : outermost) / line[0].PointSize)}|{string.Concat(text)}"), box);

        bool IsIn(in Glyph glyph) => glyph.Baseline > from && glyph.Baseline < to && glyph.Rotation == TextRotation.Upright;
    }
}
