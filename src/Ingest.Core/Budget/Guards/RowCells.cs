using System.Globalization;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Guards;

/// <summary>The cells of a table by row, as the guards ask for them.</summary>
internal sealed class RowCells
{
    /// <summary>So many numbers in a row number the columns.</summary>
    private const int FewestNumbers = 2;

    /// <summary>Rows with figures that a table must have before the lack of figures means anything.</summary>
    private const int FewestRows = 4;

    /// <summary>Words may stand beyond the side of their column by so much, in points, and the rest of a name so far below it, in ems.</summary>
    private const double Aside = 1, Below = 1.2;

    /// <summary>名称 alone begins names too.</summary>
    private const int ShortestHeader = 4;

    private readonly BudgetTable _table;
    private readonly ILookup<int, RawCell> _rows;

    /// <summary>The most that a figure of the table has.</summary>
    private readonly Lazy<int> _decimals;

    public RowCells(BudgetTable table)
    {
        _table = table;
        _rows = table.Source.Cells.Where(static c => c.Text.Length > 0).ToLookup(static c => c.Row);
        _decimals = new(() => table.Source.Cells.Where(c => table.Columns.Any(k => k.Index == c.Column && k.Role is ColumnRole.Money)).Select(static c => Decimals(c.Text)).DefaultIfEmpty().Max());
    }

    public bool HoldsValues(BudgetRow row) => HoldsValues(row.Row, row.Block);

    private bool HoldsValues(int row, int block) =>
        _rows[row].Any(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == block && k.Role.IsValue()));

    /// <summary>
    /// Words without a figure that are the rest of a row beside them, where no ruling parts rows: several texts without a code, a character alone, words in brackets
    /// below, or the beginning or rest of a known name, a name beside that lacks the code that all rows have, words above a name where both are unknown in a list of known ones,
    /// words right below the table, or the only row without figures at the head of a page. A code beside the row of its figures, which has none, puts all rows in doubt but totals.
    /// </summary>
    /// <param name="rows">Those with values.</param>
    public Predicate<BudgetRow> IsBesideScraps(List<BudgetRow> rows)
    {
        var areCoded = rows.TrueForAll(static r => r.Code.Length > 0 || r.IsTotal);
        var areKnown = rows.Count >= FewestRows && rows.Count(static r => r.IsTotal || BrokenNames.IsKnown(r.Label)) * 2 > rows.Count;
        var bare = Enumerable.Range(_table.HeaderRows, Math.Max(0, _table.Source.Rows - _table.HeaderRows)).Where(at => !rows.Exists(r => r.Row == at)).ToList();
        // where the rows that a page begins with are the only ones without figures
        var cut = rows.Count >= FewestRows && bare.TrueForAll(BeginsPage) ? bare : [];
        // where a code stands beside the row of its figures, the lines of the names are parted alike
        if (rows.Exists(r => r is { Code.Length: 0, IsTotal: false } && (IsCodeAlone(r.Row - 1, r.Block) || IsCodeAlone(r.Row + 1, r.Block))))
            return static row => !row.IsTotal;
        return row => IsScrap(row.Row - 1, row, isAbove: true, areCoded, areKnown) || IsScrap(row.Row + 1, row, isAbove: false, areCoded, areKnown) || IsCutBelow(row) || cut.Contains(row.Row + 1);
    }

    /// <summary>Words within the width of the last name of a page, or of several cells, stand right below it, where the table was thought to end there, and are no note.</summary>
    private bool IsCutBelow(BudgetRow row) => !row.IsTotal && row.Label.Length > 0 && _rows[row.Row].FirstOrDefault(c => Folding.Label(c.Text).EndsWith(row.Label, StringComparison.Ordinal)) is { } name
        && _table.Source.Notes.FirstOrDefault(n => n.Area.Page == name.Area.Page) is { Text: not null } line && line.Area.Box.Top - name.Area.Box.Bottom < Below * line.PointSize && !line.Text.Contains(':', StringComparison.Ordinal)
        && (line.Text.Contains(' ', StringComparison.Ordinal)
            ? line.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') && line.Area.Box.Left < name.Area.Box.Right && line.Area.Box.Right > name.Area.Box.Left
            : !line.Text.Contains('。', StringComparison.Ordinal) && line.Area.Box.Left > name.Area.Box.Left - Aside && line.Area.Box.Right < name.Area.Box.Right + Aside);

    private bool BeginsPage(int row) => _rows[row - 1].FirstOrDefault() is { } above && _rows[row].FirstOrDefault() is { } first && first.Area.Page > above.Area.Page;

    private bool IsCodeAlone(int at, int block) => at >= _table.HeaderRows && !HoldsValues(at, block) && _table.Rows.Any(r => r.Row == at && r.Block == block && r.Code.Length > 0);

    private bool IsScrap(int at, BudgetRow beside, bool isAbove, bool areCoded, bool areKnown)
    {
        if (at < _table.HeaderRows || HoldsValues(at, beside.Block))
            return false;
        var texts = _rows[at].Where(c => c.Row == at && _table.Columns.Any(k => k.Index == c.Column && k.Block == beside.Block && k.Role != ColumnRole.Ordinal)).ToList();
        var row = _table.Rows.FirstOrDefault(r => r.Row == at && r.Block == beside.Block);
        if (row is { Code.Length: > 0 })
            return false;
        if (texts.Count > 1)
            return true;
        if (row is null || row.Label.Length == 0)
            return false;
        // one character is no name
        if (row.Label is [>= '\u4E00' and not '无'])
            return !beside.IsTotal;
        if (!isAbove)
            return (row.Label[0] == '(' && !RowLabels.HasOrdinal(row.Label)) || BrokenNames.IsKnown(beside.Label + row.Label) || (areCoded && beside.Code.Length > 0 && !row.IsTotal && !RowLabels.HasOrdinal(row.Label));
        if (row.Code.Length == 0 && beside.Code.Length == 0 && (BrokenNames.IsKnown(row.Label + beside.Label) || (areKnown && IsUnknown(row) && IsUnknown(beside))))
            return true;
        return beside.Code.Length > 0 ? areCoded && !row.IsTotal : texts is [{ Full: true }] && !RowLabels.HasOrdinal(row.Label) && !RowLabels.HasOrdinal(beside.Label);
    }

    private static bool IsUnknown(BudgetRow row) => !row.IsTotal && !RowLabels.HasOrdinal(row.Label) && !BrokenNames.IsKnown(row.Label);

    /// <summary>The font of a name or code has no meaning, or another text is drawn over it.</summary>
    public bool IsNamedUncertainly(BudgetRow row) =>
        _rows[row.Row].Any(c => c.Untrusted && _table.Columns.Any(k => k.Index >= c.Column && k.Index < c.Column + c.ColumnSpan && k.Block == row.Block && (k.Role is ColumnRole.Label or ColumnRole.Code || Folding.Label(c.Text) == row.Label)));

    /// <summary>26,783,374.40一、本年支出 in a column of words: the border was missed between the figures of one side and the names of the other.</summary>
    public bool HoldsOtherSide(BudgetRow row) =>
        _rows[row.Row].Any(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role is ColumnRole.Text) && Folding.Label(c.Text) is var text
            && text.AsSpan().IndexOfAnyExcept("0123456789.,") is var end and > 0 && PrintedAmounts.IsAmount(text.AsSpan(0, end)) && (RowLabels.HasOrdinal(text[end..]) || RowLabels.IsTotal(text[end..])));

    /// <summary>支出195.37 in a column of values or of other names: the border between name and figure was missed.</summary>
    public bool HoldsWords(BudgetRow row) =>
        _rows[row.Row].Any(c => c.Text[0] >= '\u4E00' && RowGuards.HoldsFigure(Folding.Label(c.Text)) && _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role is ColumnRole.Money or ColumnRole.Label or ColumnRole.Code));

    /// <summary>某局(321001)4 beside 129567.05: the name is longer than its cell, and took the first digits of the figure along. What is left begins with three digits.</summary>
    public bool HoldsThousands(BudgetRow row) => row.Label.AsSpan().TrimEnd("0123456789") is { Length: > 0 } name && name.Length < row.Label.Length && name[^1] == ')'
        && _rows[row.Row].FirstOrDefault(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role == ColumnRole.Money)) is { Raw: [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ' ' or ',', ..] };

    /// <summary>公共安全支出16,593.12 beside no other figure: the column of the figures that stand in names was missed.</summary>
    public bool HidesFigures(int block) => _rows.Any(r => r.Key >= _table.HeaderRows && !HoldsValues(r.Key, block)
        && r.Any(c => HidesFigure(c, block)));

    /// <summary>科目名称城乡社区环境卫生: the header of the names ran into the first of them.</summary>
    public bool BeginsWithHeader(BudgetRow row) => _table.Columns.Any(k => k.Block == row.Block && k.Role == ColumnRole.Label && k.Path[(k.Path.LastIndexOf('/') + 1)..] is { Length: >= ShortestHeader } header
        && row.Label.Length > header.Length && HeaderGuards.IsNoMeasure(header) && row.Label.StartsWith(header, StringComparison.Ordinal));

    /// <summary>Rows of halves without any figure, because names and figures stand in one cell; where no half has any, printed amounts are told as those of the table.</summary>
    public List<BudgetRow> NamesWithFigures(List<BudgetRow> rows) => rows.Count == 0 && _table.Source.Cells.Any(static c => PrintedAmounts.In(c.Text) > 0) ? [] :
        [.. _table.Rows.Where(r => !rows.Exists(o => o.Block == r.Block) && _rows[r.Row].Any(c => HidesFigure(c, r.Block)))];

    private bool HidesFigure(RawCell cell, int block) => cell.Text[0] >= '\u4E00' && (RowGuards.HoldsFigure(Folding.Label(cell.Text)) || Overflows.Figure(cell) is not null)
        && _table.Columns.Any(k => k.Index == cell.Column && k.Block == block && k.Role is ColumnRole.Label);

    /// <summary>Rows with a name and figures but no code, where codes stand in rows that have neither.</summary>
    public Predicate<BudgetRow> LacksCode()
    {
        var alone = _table.Rows.Where(r => r.Code.Length > 0 && r.Label.Length == 0 && !HoldsValues(r)).Select(static r => r.Block).ToHashSet();
        return r => r is { Code.Length: 0, IsTotal: false } && alone.Contains(r.Block);
    }

    /// <summary>
    /// A row named by a column of other texts, where the column of names has the name above it once more, with rows like it between: it stands in
    /// the middle of what it reaches over, on each page, and nothing tells how far that is.
    /// </summary>
    public bool BorrowsName(BudgetRow row)
    {
        if (row is not { Code.Length: 0, IsTotal: false, Label.Length: > 0 } || IsNamed(row.Row, row.Block))
            return false;
        var named = _table.Rows.Where(r => r.Block == row.Block && IsNamed(r.Row, r.Block)).ToList();
        var above = named.FindLastIndex(r => r.Row < row.Row);
        return above >= 0 && ((above + 1 < named.Count && named[above + 1].Label == named[above].Label) || (above > 0 && named[above - 1].Label == named[above].Label && named[above].Row - named[above - 1].Row > 1));
    }

    private bool IsNamed(int row, int block) => _rows[row].Any(c => _table.Columns.Any(k => k.Index >= c.Column && k.Index < c.Column + c.ColumnSpan && k.Block == block && k.Role is ColumnRole.Label));

    /// <summary>Whether the name of a row stands on several lines.</summary>
    public bool IsOfLines(BudgetRow row) => _rows[row.Row].Any(c => c.Raw.Contains('\n', StringComparison.Ordinal) && Folding.Label(c.Text).EndsWith(row.Label, StringComparison.Ordinal));

    /// <summary>Whether all cells of two rows say the same.</summary>
    public bool AreSame(BudgetRow a, BudgetRow b) => _rows[a.Row].Select(static c => (c.Column, c.Text)).SequenceEqual(_rows[b.Row].Select(static c => (c.Column, c.Text)));

    /// <summary>.00 and the like in a column of values: nobody prints an amount so.</summary>
    public bool HoldsTornFigure(BudgetRow row) =>
        _rows[row.Row].Any(c => c.Text.Length > 1 && c.Text[0] is '.' or ',' && char.IsAsciiDigit(c.Text[1])
            && _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role.IsValue()));

    /// <summary>1,723, in a column of values: the rest of the amount must stand elsewhere.</summary>
    public bool HoldsBeginning(int row, int block) => Money(row, block).Any(static c => PrintedAmounts.IsTorso(c.Text));

    /// <summary>12,437.3 over 6 where figures have two decimals and no ruling parts rows.</summary>
    public bool GoesOnBelow(int row, int block) => !_table.Source.Ruled && Money(row, block).Any(c => Decimals(c.Text) is > 0 and var some
        && _rows[row + 1].FirstOrDefault(b => b.Column == c.Column) is { Text: var rest } && rest.All(char.IsAsciiDigit) && some + rest.Length == _decimals.Value);

    private IEnumerable<RawCell> Money(int row, int block) => _rows[row].Where(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == block && k.Role is ColumnRole.Money));

    /// <summary>Digits behind the point of a figure, 0 for other texts.</summary>
    private static int Decimals(string text) =>
        text.LastIndexOf('.') is > 0 and var point && text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(0, point).IndexOfAnyExcept("0123456789,-") < 0 ? text.Length - point - 1 : 0;

    /// <summary>3 4 5 6 in a row without a name: where columns go on on another page, their numbers go on there.</summary>
    public bool NumbersColumns(BudgetRow row)
    {
        var values = _rows[row.Row].Where(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role is ColumnRole.Money)).OrderBy(static c => c.Column).Select(static c => Folding.Label(c.Text)).ToList();
        return values.Count >= FewestNumbers && !_rows[row.Row].Any(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role is ColumnRole.Label or ColumnRole.Code))
            && values.TrueForAll(static v => v.Length is 1 or 2 && v.All(char.IsAsciiDigit))
            && Enumerable.Range(1, values.Count - 1).All(i => int.Parse(values[i], CultureInfo.InvariantCulture) == int.Parse(values[i - 1], CultureInfo.InvariantCulture) + 1);
    }

    /// <summary>Whether all values of the row are digits without a separator.</summary>
    public bool HoldsDigitsAlone(BudgetRow row) =>
        _rows[row.Row].Where(c => _table.Columns.Any(k => k.Index == c.Column && k.Block == row.Block && k.Role is ColumnRole.Money)).All(static c => Folding.Label(c.Text).All(char.IsAsciiDigit));

    /// <summary>3030230309: the codes of two rows in one cell.</summary>
    private static bool IsOfTwo(string scheme, string code)
    {
        for (var length = 3; length < code.Length; length += 2)
        {
            if (!CodeCatalog.Names(scheme, code[..length]).IsEmpty && !CodeCatalog.Names(scheme, code[length..]).IsEmpty)
                return true;
        }
        return false;
    }

    /// <summary>Whether everything that stands in the code columns of the row is part of its code or its name.</summary>
    public bool CodeIsWhole(BudgetRow row)
    {
        if (IsOfTwo(row.CodeScheme, row.Code))
            return false;
        foreach (var cell in _rows[row.Row])
        {
            if (!_table.Columns.Any(k => k.Index == cell.Column && k.Block == row.Block && k.Role == ColumnRole.Code))
                continue;
            var text = Folding.Label(cell.Text);
            // the total may stand in the row that heads the parts of the codes
            if (text is "类" or "款" or "项")
                continue;
            if (!row.Code.Contains(text, StringComparison.Ordinal) && !row.Label.Contains(text, StringComparison.Ordinal) && !Holds(text, row))
                return false;
        }
        return true;
    }

    /// <summary>[2010399]名称, 2080501-名称: code and name in one cell.</summary>
    private static bool Holds(string text, BudgetRow row) =>
        CodeText.Split(text).Code is { Length: > 0 } code && code == row.Code;
}
