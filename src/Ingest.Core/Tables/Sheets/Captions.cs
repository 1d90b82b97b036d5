using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Gives each table of a page the lines right above it and right below it.</summary>
internal static class Captions
{
    private const int LinesAbove = 7;
    private const int LinesBelow = 4;

    /// <summary>How far above the table, in ems, a line may stand that is not over it.</summary>
    private const double Near = 1.5;

    /// <param name="tables">From top to bottom.</param>
    /// <param name="lines">From top to bottom.</param>
    public static void Attach(List<PageTable> tables, List<TextLine> lines)
    {
        foreach (var table in tables)
        {
            // what stands between the table and the one above it
            double ceiling = double.MinValue, floor = double.MaxValue;
            foreach (var other in tables)
            {
                if (other == table || other.Box.Right < table.Box.Left || other.Box.Left > table.Box.Right)
                    continue;
                if (other.Box.Bottom <= table.Box.Top + 2)
                    ceiling = Math.Max(ceiling, other.Box.Bottom);
                if (other.Box.Top >= table.Box.Bottom - 2)
                    floor = Math.Min(floor, other.Box.Top);
            }
            foreach (var line in lines)
            {
                if (!Overlaps(line, table) || IsOfTableBeside(line, table, tables))
                    continue;
                var middle = line.Area.Box.CenterY;
                if (middle > ceiling && middle < table.Box.Top + 1 && line.Text.Length > 0)
                    table.Caption.Add(line);
                else if (middle > table.Box.Bottom - 1 && middle < floor && line.Text.Length > 0 && table.Notes.Count < LinesBelow)
                    table.Notes.Add(line);
            }
            // a note below the table above ends what belongs to that
            if (ceiling > double.MinValue && table.Caption.FindLastIndex(static l => LineWords.BeginsNote(l.Text)) is >= 0 and var note && note + 1 < table.Caption.Count)
                table.Caption.RemoveRange(0, note + 1);
            if (table.Caption.Count > LinesAbove)
                table.Caption.RemoveRange(0, table.Caption.Count - LinesAbove);
            // the unit, and then the title, may stand beyond the edge of their table
            var top = table.Box.Top;
            while (lines.FindLast(line => line.Area.Box.Top > ceiling && line.Area.Box.Top < top && StandsAbove(line, top, table, tables)) is { Text.Length: > 0 } beyond)
            {
                table.Caption.Insert(table.Caption.Count(l => l.Area.Box.Top < beyond.Area.Box.Top), beyond);
                top = beyond.Area.Box.Top;
            }
        }
    }

    /// <summary>Right above something, and above or beside no table down to the foot of its own.</summary>
    private static bool StandsAbove(TextLine line, double top, PageTable table, List<PageTable> tables) =>
        top - line.Area.Box.Bottom is > -1 and var gap && gap < Near * line.PointSize && !tables.Exists(t => Overlaps(line, t) && t.Box.Top < table.Box.Bottom && t.Box.Bottom > line.Area.Box.Top);

    /// <summary>Not over the table, but over one that stands beside it.</summary>
    private static bool IsOfTableBeside(TextLine line, PageTable table, List<PageTable> tables) => !IsOver(line, table)
        && tables.Exists(t => IsOver(line, t) && t.Box.Top < table.Box.Bottom && t.Box.Bottom > table.Box.Top);

    private static bool IsOver(TextLine line, PageTable table) => line.Area.Box.Right > table.Box.Left && line.Area.Box.Left < table.Box.Right;

    private static bool Overlaps(TextLine line, PageTable table) =>
        line.Area.Box.Right > table.Box.Left - 20 && line.Area.Box.Left < table.Box.Right + 20;
}
