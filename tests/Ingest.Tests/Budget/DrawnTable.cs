using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Checks.Rows;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Tables drawn as text: a line a row, cells divided by |, spans as {rows,columns}; a cell is put into the next free place.</summary>
internal static class DrawnTable
{
    public static RawTable Of(string drawing, string caption = "", int ordinal = 1, string notes = "")
    {
        var lines = drawing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var taken = new HashSet<(int, int)>();
        var cells = new List<RawCell>();
        for (var r = 0; r < lines.Length; r++)
        {
            var c = 0;
            foreach (var drawn in lines[r].Split('|', StringSplitOptions.TrimEntries))
            {
                while (taken.Contains((r, c)))
                    c++;
                var (text, rows, columns) = Spans(drawn);
                for (var y = 0; y < rows; y++)
                {
                    for (var x = 0; x < columns; x++)
                        taken.Add((r + y, c + x));
                }
                cells.Add(new RawCell(r, c, rows, columns, new PageBox(1, new Box(c * 50, r * 20, (c + columns) * 50, (r + rows) * 20)), text, text));
                c += columns;
            }
        }
        return new RawTable(ordinal, Lines(caption, ordinal * 1000), Lines(notes, (ordinal * 1000) + 500), cells.Max(c => c.Row + c.RowSpan), cells.Max(c => c.Column + c.ColumnSpan), 0,
            [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)], [1]);
    }

    public static Parsed<ImmutableArray<BudgetTable>> Type(params RawTable[] tables) => Type("", tables);

    /// <param name="text">Lines outside of the tables.</param>
    public static Parsed<ImmutableArray<BudgetTable>> Type(string text, params RawTable[] tables) => Type(text, 1, tables);

    /// <param name="text">Lines outside of the tables, on <paramref name="page"/>.</param>
    public static Parsed<ImmutableArray<BudgetTable>> Type(string text, int page, params RawTable[] tables)
    {
        var found = new FoundTables([.. tables], Lines(text, 0, page));
        var typed = TableTyper.Type(found, IdentityReader.Read(new SourceDocument("", "x.pdf", 0), found));
        return typed with { Value = Hierarchy.Place(typed.Value, FactMaker.Make(typed.Value).Value).Tables };
    }

    public static BudgetTable One(string drawing, string caption = "单位:元") => Assert.Single(Type(Of(drawing, caption)).Value);

    public static ImmutableArray<Fact> Facts(string drawing, string caption = "单位:元") => FactMaker.Make([One(drawing, caption)]).Value;

    /// <summary>The amount in 元 of a row and a column; "" where there is none.</summary>
    public static string Amount(this ImmutableArray<Fact> facts, string codeOrLabel, string path) =>
        Assert.Single(facts, f => (f.Line.Code == codeOrLabel || f.Line.Label == codeOrLabel) && f.Column.Path == path).Amount?.ToYuan() ?? "";

    private static ImmutableArray<TextLine> Lines(string text, double top, int page = 1) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((l, i) => new TextLine(new PageBox(page, new Box(0, top + (10 * i), 100, top + (10 * i) + 10)), l, 10))];

    private static (string Text, int Rows, int Columns) Spans(string drawn)
    {
        var open = drawn.LastIndexOf('{');
        if (open < 0)
            return (drawn, 1, 1);
        var spans = drawn[(open + 1)..^1].Split(',');
        return (drawn[..open].TrimEnd(), int.Parse(spans[0], CultureInfo.InvariantCulture), int.Parse(spans[1], CultureInfo.InvariantCulture));
    }
}
