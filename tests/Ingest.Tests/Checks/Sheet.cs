using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rows;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>
/// A typed table drawn as text. Columns: <c>code</c>, <c>label</c>, <c>text:</c> with a header, <c>money:</c> with one whose meaning is not known, or a column key, separated by |; a <c>/</c> starts the next block.
/// Each row has its cells separated by |. <c>?</c> marks an unreadable cell, <c>!</c> behind an amount an untrusted one;
/// <c>~</c> a place that the cell before it covers. <c>&gt;</c> before a label sets it in by one level.
/// </summary>
internal sealed class Sheet(string kind, string columns, params string[] rows)
{
    public Unit Unit { get; init; } = Unit.Yuan;

    /// <summary>How its unit became known.</summary>
    public UnitSource UnitSource { get; init; } = UnitSource.Own;

    /// <summary>Of all codes; "own" where each is of the scheme that its digits show.</summary>
    public string Scheme { get; init; } = "functional";

    /// <summary>Whether rulings part its rows.</summary>
    public bool Ruled { get; init; } = true;

    /// <summary>A line below the table.</summary>
    public string Note { get; init; } = "";

    /// <summary>Checks a document of these tables and nothing else.</summary>
    public static CheckOutcome Check(params Sheet[] sheets) => Check(sheets, []);

    public static CheckOutcome Check(Sheet[] sheets, params NarrativeFact[] narrative)
    {
        var facts = new List<Fact>();
        var tables = sheets.Select((s, i) => s.Build(i + 1, facts)).ToImmutableArray();
        var (placed, lines) = Hierarchy.Place(tables, [.. facts]);
        return Checker.Check(DocumentIdentity.Unknown, placed, lines, [.. narrative], []);
    }

    /// <summary>A document of these tables, as it is stored before the checks.</summary>
    public static ParsedDocument Document(params Sheet[] sheets)
    {
        var facts = new List<Fact>();
        var tables = sheets.Select((s, i) => s.Build(i + 1, facts)).ToImmutableArray();
        var (placed, lines) = Hierarchy.Place(tables, [.. facts]);
        return new ParsedDocument(new SourceDocument("", "x.pdf", 0), DocumentIdentity.Unknown, [], placed, lines, [], [], []);
    }

    private BudgetTable Build(int ordinal, List<Fact> facts)
    {
        var heads = new List<(string Key, int Block)>();
        var block = 0;
        foreach (var part in columns.Split('|', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith('/'))
            {
                block++;
            }

            heads.Add((part.TrimStart('/').Trim(), block));
        }

        var budgetColumns = heads.Select((h, i) => new BudgetColumn(i, h.Block, h.Key == "unknown" ? $"unknown {i}" : h.Key[(h.Key.IndexOf(':', StringComparison.Ordinal) + 1)..], h.Key == "unknown" || h.Key.Contains(':', StringComparison.Ordinal) ? null : h.Key, Role(h.Key))).ToImmutableArray();
        var lines = new List<BudgetRow>();
        var cells = new List<RawCell>();
        for (var r = 0; r < rows.Length; r++)
        {
            var texts = rows[r].Split('|', StringSplitOptions.TrimEntries);
            for (var b = 0; b <= block; b++)
            {
                var code = Text("code", b, texts, heads);
                var label = Text("label", b, texts, heads);
                var total = label.EndsWith("合计", StringComparison.Ordinal) || label.EndsWith("总计", StringComparison.Ordinal);
                var indent = Array.Exists(rows, row => row.Contains('>', StringComparison.Ordinal)) ? 1 + label.Count(c => c == '>') : 0;
                lines.Add(new BudgetRow(r, b, code.Length == 0 ? "" : Scheme == "own" ? CodeText.SchemeOf(code) : Scheme, code, label.TrimStart('>'), code.Length is 3 or 5 or 7 ? code.Length / 2 : -1, total, true) { Indent = indent });
            }

            for (var c = 0; c < texts.Length; c++)
            {
                if (texts[c] == "~")
                {
                    continue;
                }

                var untrusted = texts[c].EndsWith('!');
                cells.Add(new RawCell(r, c, 1, 1, default, texts[c], texts[c], untrusted));
                if (budgetColumns[c].Role is ColumnRole.Money or ColumnRole.Quantity)
                {
                    facts.Add(FactOf(ordinal, r, budgetColumns[c], lines.Last(l => l.Row == r && l.Block == heads[c].Block), texts[c].TrimEnd('!')));
                }
            }
        }

        var raw = new RawTable(ordinal, [], Note.Length > 0 ? [new TextLine(default, Note, 9)] : [], rows.Length, heads.Count, 0, [.. cells], [1], Ruled);
        return new BudgetTable(raw, kind, kind, 1, [], Unit, UnitSource, 0, budgetColumns, [.. lines], false);
    }

    private static string Text(string head, int block, string[] texts, List<(string Key, int Block)> heads) =>
        heads.FindIndex(h => h.Key == head && h.Block == block) is >= 0 and var i ? texts[i] : "";

    private static ColumnRole Role(string key) => key switch
    {
        "label" => ColumnRole.Label,
        "code" => ColumnRole.Code,
        "quantity" => ColumnRole.Quantity,
        _ when key.StartsWith("text:", StringComparison.Ordinal) => ColumnRole.Text,
        _ => ColumnRole.Money,
    };

    private Fact FactOf(int table, int row, BudgetColumn column, BudgetRow line, string shown)
    {
        var state = shown switch { "" => ValueState.Blank, "-" => ValueState.Dash, "?" => ValueState.Unreadable, _ => ValueState.Value };
        PrintedNumber? number = null;
        Amount? amount = null;
        if (state == ValueState.Value)
        {
            var plain = shown.Replace(",", "", StringComparison.Ordinal);
            var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            var value = decimal.Parse(plain, CultureInfo.InvariantCulture);
            var power = (long)Math.Pow(10, decimals);
            number = new PrintedNumber((Int128)(value * power), decimals);
            amount = column.Role == ColumnRole.Money ? new Amount((long)(value * Unit.Fen), Math.Max(1, Unit.Fen / power)) : null;
            state = value == 0 ? ValueState.Zero : state;
        }

        return new Fact(new CellRef(default, table, row, column.Index), kind, column, line, shown, shown, Unit, amount, number, state, "");
    }
}
