using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Typing;

/// <summary>Units printed neither above nor in a table: in the notes below it (注:本表金额单位:万元) or in the head of its page.</summary>
internal sealed class UnitLines
{
    /// <summary>Lines of a page that can be its head.</summary>
    private const int LinesOfHead = 3;

    private static readonly string[] NoteWords = ["注", "备注", "说明", "附注"];

    private readonly HashSet<PageBox> _captions = [];
    private readonly Dictionary<int, Unit> _heads = [];

    public UnitLines(List<BudgetTable> tables, ImmutableArray<TextLine> lines)
    {
        foreach (var table in tables)
        {
            foreach (var line in table.Source.Caption)
                _captions.Add(line.Area);
        }
        int page = -1, seen = 0;
        foreach (var line in lines)
        {
            seen = line.Area.Page == page ? seen + 1 : 1;
            page = line.Area.Page;
            if (seen <= LinesOfHead && !_captions.Contains(line.Area) && InWords(line.Text) is { } unit)
                _heads.TryAdd(page, unit);
        }
    }

    /// <summary>The unit of a table that neither its caption nor its header names; null if no note and no head of its page does.</summary>
    public Unit? Of(RawTable table) => OfNotes(table) ?? (_heads.TryGetValue(table.Pages[0], out var unit) ? unit : null);

    /// <summary>A line below a table may belong to the next one: only what calls itself a note is asked, and the lines behind it that go on with its numbers.</summary>
    private Unit? OfNotes(RawTable table)
    {
        var isNote = false;
        foreach (var line in table.Notes)
        {
            var text = Folding.Label(line.Text).TrimStart('(', '*', '※');
            isNote = !_captions.Contains(line.Area)
                && (Array.Exists(NoteWords, w => text.StartsWith(w, StringComparison.Ordinal)) || text.StartsWith("本表", StringComparison.Ordinal)
                    || (isNote && text.Length > 1 && char.IsAsciiDigit(text[0])));
            if (isNote && InWords(text) is { } unit)
                return unit;
        }
        return null;
    }

    /// <summary>Only behind 单位: an amount in brackets is no unit of a table.</summary>
    private static Unit? InWords(string text) => text.Contains("单位", StringComparison.Ordinal) ? Units.Named(text) : null;
}
