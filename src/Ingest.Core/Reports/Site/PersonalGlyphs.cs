using System.Collections.Immutable;
using System.Text;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>Takes the glyphs from a page that would show the names and telephone numbers of persons.</summary>
internal static class PersonalGlyphs
{
    /// <summary>A gap of more ems divides a line of text.</summary>
    private const double Gap = 0.8;

    public static PageContent Without(PageContent page, ParsedDocument document)
    {
        var boxes = document.Personal.Where(c => c.Area.Page == page.Number).Select(c => c.Area.Box).ToArray();
        var cells = document.Tables.SelectMany(t => t.Source.Cells).Where(c => c.Area.Page == page.Number).Select(c => c.Area.Box).ToArray();
        var hidden = new HashSet<int>();
        var outside = new List<int>();
        for (var i = 0; i < page.Glyphs.Length; i++)
        {
            var box = page.Glyphs[i].Box;
            if (Array.Exists(boxes, b => b.Contains(box.CenterX, box.CenterY)))
            {
                hidden.Add(i);
            }
            else if (!Array.Exists(cells, c => c.Contains(box.CenterX, box.CenterY)))
            {
                outside.Add(i);
            }
        }

        HideLines(page.Glyphs, outside, hidden);
        return hidden.Count == 0 ? page : page with { Glyphs = [.. page.Glyphs.Where((_, i) => !hidden.Contains(i))] };
    }

    /// <summary>Lines outside of tables, such as 填报人：… 联系电话：…: from the first such word to the end of the line.</summary>
    private static void HideLines(ImmutableArray<Glyph> glyphs, List<int> outside, HashSet<int> hidden)
    {
        foreach (var line in outside.GroupBy(i => Math.Round(glyphs[i].Baseline / 3)))
        {
            var pieces = Pieces(glyphs, [.. line.OrderBy(i => glyphs[i].Box.Left)]);
            for (var i = 0; i < pieces.Count; i++)
            {
                var rest = string.Concat(pieces.Skip(i).Select(p => p.Text));
                if (PersonalCells.Answer(Folding.Fold(rest)))
                {
                    hidden.UnionWith(pieces.Skip(i).SelectMany(p => p.Glyphs));
                    break;
                }
            }
        }
    }

    private static List<(string Text, List<int> Glyphs)> Pieces(ImmutableArray<Glyph> glyphs, int[] line)
    {
        var pieces = new List<(string, List<int>)>();
        var text = new StringBuilder();
        var members = new List<int>();
        for (var k = 0; k < line.Length; k++)
        {
            if (k > 0 && glyphs[line[k]].Box.Left - glyphs[line[k - 1]].Box.Right > Gap * glyphs[line[k]].PointSize)
            {
                Flush();
            }

            text.Append(glyphs[line[k]].Text.Trim());
            members.Add(line[k]);
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (members.Count > 0)
            {
                pieces.Add((text.ToString(), members));
                text.Clear();
                members = [];
            }
        }
    }
}
