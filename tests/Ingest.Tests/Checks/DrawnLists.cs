using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>
/// Lists drawn in one text, with what must be told of them. A list has a sentence that names it, its kind (and its unit or scheme of codes), its
/// columns and its rows, as <see cref="Sheet"/> has them; <c>&amp;</c> begins another table of the same document, <c>=</c> what is told: by row
/// its parent and whether it is a leaf (<c>*</c>), then the sums, and the anomalies.
/// </summary>
internal static class DrawnLists
{
    /// <summary>By the sentence: the tables, and what must be told.</summary>
    public static IEnumerable<(string Name, Sheet[] Sheets, string Told)> Of(string drawing)
    {
        foreach (var list in drawing.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = list.Trim('\n').Split('\n');
            var told = Array.FindIndex(lines, l => l.StartsWith('='));
            var sheets = string.Join('\n', lines[1..told]).Split("\n&\n").Select(t => Draw(t.Split('\n'))).ToArray();
            yield return (lines[0], sheets, string.Join('\n', lines[told..].Select(l => l.TrimStart('=', ' '))));
        }
    }

    /// <param name="cells">The figures that are in doubt are told too, in a last line, with the names of their rows.</param>
    public static string Tell(Sheet[] sheets, bool cells = false)
    {
        var outcome = Sheet.Check(sheets);
        var rows = outcome.Facts.DistinctBy(f => (f.Where.Table, f.Line.Row, f.Line.Block)).Select(f => f.Line.Parent + (f.Line.IsLeaf ? "*" : ""));
        var sums = outcome.Checks.Select(c => $"{c.Identity} {c.Left} = {c.Right}{(c.Result == CheckResult.Pass ? "" : " " + c.Result)}");
        var doubts = outcome.Anomalies.Select(a => $"{a.Code.Id}: {a.Label}");
        var figures = outcome.Facts.Where(f => cells && f.Status == FactStatus.Doubtful).Select(f => $"{f.Line.Label} {f.Shown}");
        return string.Join('\n', ((string[])[string.Join(' ', rows), string.Join(", ", sums), string.Join(", ", doubts), string.Join(", ", figures)]).Where(l => l.Length > 0));
    }

    private static Sheet Draw(string[] lines)
    {
        var kind = lines[0].Split(' ');
        return new Sheet(kind[0], lines[1], lines[2..])
        {
            Unit = kind.Contains("万元") ? Unit.TenThousand : Unit.Yuan,
            Scheme = kind.FirstOrDefault(k => k is "unit" or "project" or "procurement" or "own") ?? "functional",
        };
    }
}
