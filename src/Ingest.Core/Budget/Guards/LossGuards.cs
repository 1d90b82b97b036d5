using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Guards;

/// <summary>Tells what was printed and gave no fact: cells with several figures, tables without a kind, lines of figures outside of all tables.</summary>
internal static class LossGuards
{
    /// <summary>A table of unknown kind with so many amounts is a loss, with fewer it is worth a note.</summary>
    private const int ManyAmounts = 10;

    /// <summary>Digits of an amount without a point.</summary>
    private const int FewestOfWhole = 3;

    private const int FewestBareLines = 3;

    /// <summary>Numbers behind a total; fewer may be one with its thousands set apart.</summary>
    private const int FewestOfTotal = 3;

    private const int LongestHeader = 30;

    /// <summary>Of a line that is no number of a page.</summary>
    private const int FewestDigits = 6;

    /// <summary>Between two points of a network address or the number of a section there are no more digits.</summary>
    private const int Address = 3;

    public static void Check(IReadOnlyList<BudgetTable> tables, ImmutableArray<TextLine> lines, ImmutableArray<Anomaly>.Builder anomalies)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            Collapsed(tables[i], anomalies);
            if (tables[i].Kind is null)
                Untyped(tables[i], i == 0 ? null : tables[i - 1], anomalies);
            else
                Barren(tables[i], anomalies);
        }
        Outside(lines, tables.Where(static t => t is { Kind: not null, DeclaredEmpty: true }).SelectMany(static t => t.Source.Pages).ToHashSet(), anomalies);
    }

    /// <summary>A code written with spaces (208 05 01) is none, nor is a sentence with figures in it, as the goals of a form are, nor a list (1.61、2.34).</summary>
    public static List<RawCell> CollapsedCells(BudgetTable table)
    {
        if (IsForm(table))
            return [.. table.Source.Cells.Where(static c => HoldsRun(c.Text))];
        var codes = table.Rows.ToLookup(static r => r.Row, static r => r.Code);
        return [.. table.Source.Cells.Where(c => ((PrintedAmounts.In(c.Text) > 1 && !c.Text.Contains('。', StringComparison.Ordinal) && !IsListed(c.Text)) || HoldsFigures(c.Text)) && !codes[c.Row].Contains(c.Text.Replace(" ", "", StringComparison.Ordinal)))];
    }

    /// <summary>Cells that hold several figures: rows or columns were not told apart.</summary>
    private static void Collapsed(BudgetTable table, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var cells = CollapsedCells(table);
        if (cells.Count == 0)
            return;
        anomalies.Add(new Anomaly(AnomalyCodes.CollapsedCells, new CellRef(cells[0].Area, table.Ordinal, cells[0].Row, cells[0].Column), table.Kind ?? "", table.Title ?? "", "", cells[0].Text, "",
            string.Create(CultureInfo.InvariantCulture, $"{cells.Count} {(cells.Count == 1 ? "cell holds" : "cells hold")} several figures: the rows or columns of this table could not be told apart."), Origin.Extraction)
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"有 {cells.Count} 个单元格含多个数字：未能区分此表的行或列。"),
        });
    }

    private static bool IsListed(string text) => text.Contains('、', StringComparison.Ordinal) && text.AsSpan().IndexOfAnyExcept("0123456789.,%、 ") < 0;

    /// <summary>Nothing but figures, apart by spaces, that are not one number with spaced thousands: 512 400 112.</summary>
    public static bool HoldsFigures(string text)
    {
        var pieces = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length > 1 && Amounts.AmountReader.ReadFolded(text).State == ValueState.Unreadable && Array.TrueForAll(pieces, static p => Shapes.Of(p) is CellShape.Number or CellShape.Percent);
    }

    /// <summary>4 437.8700: a space stands where thousands are grouped, so that it may be one number.</summary>
    public static bool HoldsThousands(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) is [{ Length: <= 3 }, .. var groups] && Array.TrueForAll(groups, static g => (g.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? point : g.Length) == 3);

    /// <summary>财政拨款6818.58 100.00% 6334.68: two figures with a point, or three of which one has one, with nothing but spaces between them.</summary>
    public static bool HoldsRun(string text)
    {
        int figures = 0, points = 0;
        foreach (var piece in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var isFigure = Shapes.Of(piece) is CellShape.Number or CellShape.Percent;
            (figures, points) = isFigure ? (figures + 1, points + (piece.Contains('.', StringComparison.Ordinal) ? 1 : 0)) : (0, 0);
            if (points > 1 || (figures > 2 && points > 0))
                return true;
        }
        return false;
    }

    private static bool IsForm(BudgetTable table) => KindCatalog.Find(table.Kind ?? "") is { Layout: TableLayout.Form };

    /// <summary>A typed table all of whose amounts stand where no value was expected.</summary>
    private static void Barren(BudgetTable table, ImmutableArray<Anomaly>.Builder anomalies)
    {
        if (IsForm(table))
        {
            // a figure beside a name of money is an amount
            var grid = new GridView(table.Source);
            var figures = FormReader.Figures(grid).Count(f => !table.Rows.Any(r => r.Row == f.Row && table.Columns.Any(c => c.Index == f.Column && c.Block == r.Block && c.Role.IsValue())));
            // where no row of money was found at all, any printed amount may be one; points given for what was reached are none
            var indicators = FormReader.Indicators(grid);
            if (table.Rows.IsEmpty && !table.Source.Cells.Any(static c => c.Text is "得分" or "分值" or "权重"))
                figures = Math.Max(figures, table.Source.Cells.Where(c => !indicators[c.Row]).Sum(static c => PrintedAmounts.In(c.Text)));
            if (figures > 0)
                anomalies.Add(Unread(table, table.Kind ?? "", figures, "its box of money was not understood", "其资金栏未能理解"));
            return;
        }
        // where no row was found, figures may end the cells of the header
        if (table.Source.Cells.Sum(c => Math.Max(PrintedAmounts.In(c.Text), table.Rows.IsEmpty && HeaderFigures.IsAmount(table.Source, c) ? 1 : 0)) is not (> 0 and var amounts))
            return;
        var values = table.Columns.Where(static c => c.Role.IsValue()).Select(static c => c.Index).ToHashSet();
        var rows = table.Rows.Select(static r => r.Row).ToHashSet();
        if (table.Source.Cells.Any(c => rows.Contains(c.Row) && values.Contains(c.Column) && PrintedAmounts.In(c.Text) > 0))
            return;
        anomalies.Add(Unread(table, table.Kind ?? "", amounts, "no column of it was understood", "其各列均未能理解"));
    }

    private static void Untyped(BudgetTable table, BudgetTable? before, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var amounts = table.Source.Cells.Sum(static c => PrintedAmounts.In(c.Text));
        if (amounts == 0)
            amounts = WholeNumbers(table.Source);
        var rest = amounts > 0 && table.Title is null && before?.Kind is not null && table.Source.Pages is [var page, ..] && before.Source.Pages is [.., var last] && page - last is 0 or 1;
        if (amounts >= ManyAmounts || rest)
        {
            anomalies.Add(rest ? Unread(table, before!.Kind!, amounts, "it seems to go on with the table before, but does not fit it", "似为上表的续表，但与其不符")
                : Unread(table, "", amounts, "its kind is not known", "表的类型未知"));
        }
        else if (HoldsAmounts(table.Source))
        {
            anomalies.Add(Unknown(table));
        }
    }

    /// <summary>Amounts in whole 元 or 万元 have neither point nor groups: numbers side by side, or below a header that names money, that are too large for points and persons, and no years.</summary>
    private static int WholeNumbers(RawTable raw)
    {
        var numbers = raw.Cells.Where(static c => Shapes.Of(c.Text) == CellShape.Number && c.Text.Length >= FewestOfWhole && !IsYear(c.Text)).ToList();
        var isMoney = raw.Cells.Any(h => Shapes.Of(h.Text) == CellShape.Text && h.Text.Length < LongestHeader && NamesMoney(Folding.Label(h.Text)) && numbers.Exists(n => n.Row > h.Row && n.Column >= h.Column && n.Column < h.Column + h.ColumnSpan));
        return isMoney || numbers.Select(static c => c.Column).Distinct().Count() > 1 ? numbers.Count : 0;
    }

    private static bool IsYear(string text) => text is ['1', '9', _, _] or ['2', '0', _, _];

    private static Anomaly Unread(BudgetTable table, string kind, int amounts, string english, string chinese) =>
        new(AnomalyCodes.UnreadTable, new CellRef(table.Source.Cells[0].Area, table.Ordinal), kind, table.Title ?? "", "", table.Title ?? "", "",
            string.Create(CultureInfo.InvariantCulture, $"{amounts} {(amounts == 1 ? "amount" : "amounts")} of a table of {table.Source.Rows} rows and {table.Source.Columns} columns are no facts, because {english}."), Origin.Extraction)
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"此表（{table.Source.Rows} 行 × {table.Source.Columns} 列）的 {amounts} 个金额未成为数据项：{chinese}。"),
        };

    /// <summary>
    /// Lines of figures that stand in no table and in no sentence, one anomaly a page. Figures alone, as charts have them, count
    /// from three lines on, or where a table of the page was left without any.
    /// </summary>
    private static void Outside(ImmutableArray<TextLine> lines, HashSet<int> empty, ImmutableArray<Anomaly>.Builder anomalies)
    {
        foreach (var page in lines.Where(l => IsLineOfFigures(l.Text) || (empty.Contains(l.Area.Page) && IsBare(l.Text))).GroupBy(static l => l.Area.Page))
        {
            var found = page.ToList();
            if (found.Count < FewestBareLines && !empty.Contains(page.Key) && !found.Exists(static l => HoldsWords(l.Text)))
                continue;
            anomalies.Add(new Anomaly(AnomalyCodes.FiguresOutside, new CellRef(found[0].Area), "", "", "", found[0].Text, "",
                string.Create(CultureInfo.InvariantCulture, $"{found.Count} {(found.Count == 1 ? "line" : "lines")} of figures on this page stand in no table."), Origin.Extraction)
            {
                Chinese = string.Create(CultureInfo.InvariantCulture, $"本页有 {found.Count} 行数字不在任何表格之中。"),
            });
        }
    }

    /// <summary>17,913.7015,058.68263.88 0.00: figures that touch each other are no amounts any more.</summary>
    private static bool IsBare(string text) => text.Contains('.', StringComparison.Ordinal) && text.Count(char.IsAsciiDigit) >= FewestDigits && text.AsSpan().IndexOfAnyExcept("0123456789., -/") < 0;

    /// <summary>2330301400,634.12394,033.84, 240645.09240645.09: more points than one amount has, and grouped digits or many between two points.</summary>
    private static bool HoldsTouching(string text)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var length = text.AsSpan(from).IndexOfAnyExcept("0123456789,.") is var end and >= 0 ? end : text.Length - from;
            var run = text.AsSpan(from, length);
            if (run.Count('.') > 1 && (run.Contains(',') || run[(run.IndexOf('.') + 1)..].IndexOf('.') > Address) && length - run.Count('.') - run.Count(',') >= 2 * FewestDigits)
                return true;
            from += length;
        }
        return false;
    }

    /// <summary>
    /// Two amounts at least, side by side, touching each other or not fewer than there are words, or one behind a code with its name, and nothing
    /// that makes a sentence.
    /// </summary>
    public static bool IsLineOfFigures(string text)
    {
        if (IsTotal(text))
            return true;
        var amounts = PrintedAmounts.In(text);
        var touching = HoldsTouching(text);
        if ((amounts < 2 && !touching && !IsCoded(text)) || text.AsSpan().ContainsAny("。;；:：") || text.Contains("万元", StringComparison.Ordinal))
            return false;
        var words = 0;
        bool spread = false, figure = false, beside = false;
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = Shapes.Of(piece) == CellShape.Number && PrintedAmounts.IsAmount(piece);
            beside |= figure && bare;
            figure = bare;
            // 收 入 总 计 is one word
            words += HoldsWords(piece) && PrintedAmounts.In(piece) == 0 && !(spread && piece.Length == 1) ? 1 : 0;
            spread = piece.Length == 1 && HoldsWords(piece);
        }
        return beside || touching || amounts >= words;
    }

    /// <summary>本年支出合计 48 838 54 878 6 040: a total and numbers alone.</summary>
    private static bool IsTotal(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') is > 0 and var at && RowLabels.IsTotal(Folding.Label(text[..at]))
        && text[at..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= FewestOfTotal } numbers && Array.TrueForAll(numbers, static n => Shapes.Of(n) is CellShape.Number or CellShape.Percent or CellShape.Dash);

    /// <summary>20131 党委办公厅(室)及相关机构事务 16,845.17</summary>
    private static bool IsCoded(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ Length: 3 or 5 or 7 } code, var name, .., var figure]
        && Shapes.IsDigits(code) && CodeText.SchemeOf(code).Length > 0 && HoldsWords(name) && PrintedAmounts.IsAmount(figure) && Shapes.Of(figure) == CellShape.Number;

    private static bool HoldsWords(string text) => text.AsSpan().ContainsAnyInRange('\u2E80', '\uFAFF');

    /// <summary>A figure with a point or grouped digits, or any number below a header that names money.</summary>
    private static bool HoldsAmounts(RawTable raw)
    {
        var money = new bool[raw.Columns];
        foreach (var cell in raw.Cells)
        {
            var shape = Shapes.Of(cell.Text);
            if (cell.Text.Length is > 2 and < 30 && Shapes.IsFigure(cell.Text, shape))
                return true;
            if (shape == CellShape.Number && money[cell.Column])
                return true;
            if (shape == CellShape.Text && cell.Text.Length < LongestHeader && NamesMoney(Folding.Label(cell.Text)))
                Array.Fill(money, true, cell.Column, Math.Min(cell.ColumnSpan, raw.Columns - cell.Column));
        }
        return false;
    }

    public static bool NamesMoney(string header) =>
        HeaderWords.IsMeasure(header) && !Words.IsTotal(header) && !HeaderWords.IsQuantity(header) && !HeaderWords.IsRate(header);

    private static Anomaly Unknown(BudgetTable table) =>
        new(AnomalyCodes.UntypedTable, new CellRef(table.Source.Cells[0].Area, table.Ordinal), "", "", "", table.Title ?? "", "",
            string.Create(CultureInfo.InvariantCulture, $"The kind of this table of {table.Source.Rows} rows and {table.Source.Columns} columns is not known; it gives no facts."))
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"此表（{table.Source.Rows} 行 × {table.Source.Columns} 列）类型未知，未产生数据项。"),
        };
}
