using System.Collections.Immutable;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>The forms of a document with their indicators.</summary>
public sealed record IndicatorSet(ImmutableArray<PerformanceForm> Forms, ImmutableArray<Indicator> Indicators, ImmutableArray<Anomaly> Anomalies);

/// <summary>
/// Reads the indicators of performance forms: lists below a header that names levels, names and values, wherever it stands
/// in a form. A list ends where its columns do not hold any more. What a cell says in words stays words.
/// </summary>
public static class IndicatorReader
{
    public static IndicatorSet Read(ImmutableArray<BudgetTable> tables, DocumentIdentity identity)
    {
        var forms = ImmutableArray.CreateBuilder<PerformanceForm>();
        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        var anomalies = ImmutableArray.CreateBuilder<Anomaly>();
        FormScan? before = null;
        foreach (var table in tables)
        {
            if (!IsForm(table) && before?.GoesOnIn(table) != true)
                continue;
            var scan = new FormScan(table, identity.FiscalYear, forms, indicators);
            scan.Run(before);
            before = scan;
            if (!scan.FoundList && Unread(table) is { } cell)
            {
                anomalies.Add(new Anomaly(
                    AnomalyCodes.FormUnread, new CellRef(cell.Area, table.Ordinal, cell.Row, cell.Column), table.Kind ?? "", "", "", cell.Text, "",
                    "The form names indicators, but no list of them could be told apart.", Origin.Extraction)
                {
                    Chinese = "此表列有指标，但未能分辨出指标清单。",
                });
            }
        }
        return new IndicatorSet(forms.ToImmutable(), indicators.ToImmutable(), anomalies.ToImmutable());
    }

    /// <summary>A cell that names indicators among other things.</summary>
    private static RawCell? Unread(BudgetTable table)
    {
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Text.Contains("一级指标", StringComparison.Ordinal) || cell.Text.Contains("数量指标", StringComparison.Ordinal))
                return cell;
        }
        return null;
    }

    /// <summary>Typed as one, or untyped with a header of indicators.</summary>
    private static bool IsForm(BudgetTable table)
    {
        if (table.Kind is not null)
            return KindCatalog.Find(table.Kind) is { Vocabulary: ColumnVocabulary.Form };
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Text is "一级指标" or "指标名称")
                return true;
        }
        return false;
    }
}

/// <summary>One pass over one table from top to bottom.</summary>
internal sealed class FormScan(
    BudgetTable table, int? fiscalYear, ImmutableArray<PerformanceForm>.Builder forms, ImmutableArray<Indicator>.Builder indicators)
{
    private readonly GridView _grid = new(table.Source);
    private readonly FormWords _words = new(table, fiscalYear);

    /// <summary>Index of the form that rows belong to now, -1 before the first.</summary>
    private int _form = -1;
    private string _goal = "";
    private bool _goalOfYears;

    /// <summary>The list that reaches the end of the table, to go on in the next.</summary>
    private IndicatorHeader? _open;
    private LaneScan[] _lanes = [];

    /// <summary>Whether some list of indicators was recognised, even an empty one.</summary>
    public bool FoundList { get; private set; }

    /// <param name="before">The form table before this one.</param>
    public void Run(FormScan? before)
    {
        var row = before is null ? 0 : GoOn(before);
        while (row < _grid.Rows)
        {
            if ((IndicatorHeader.At(_grid, row) ?? IndicatorHeader.Missing(_grid, row)) is { } header)
            {
                row = Math.Max(row + 1, List(header, null));
                continue;
            }
            row = Projects(row) ?? Fields(row);
        }
    }

    /// <summary>A list of projects with money and goals, but without indicators: each of its rows is a form. Returns the first row behind it.</summary>
    private int? Projects(int header)
    {
        for (var c = 0; c < _grid.Columns; c++)
        {
            if (!_grid.Begins(header, c) || !FormWords.IsProjectName(_grid.Text(header, c)) || !FormWords.IsHeader(Beside(header, c, _grid.Text(header, c))))
                continue;
            // one that has indicators too is read by them
            if (Enumerable.Range(header, Math.Min(3, _grid.Rows - header)).Any(r => IndicatorHeader.At(_grid, r) is not null))
                return null;
            for (var row = header + (_grid.Cell(header, c)?.RowSpan ?? 1); row < _grid.Rows; row++)
            {
                if (_grid.BeginsInRow(row, c) && _grid.Text(row, c) is { Length: > 1 } text && !RowLabels.IsTotal(text) && text.AsSpan().Trim('*').Length > 0)
                {
                    var (code, name) = FormWords.Project(text);
                    Begin(row, name, code);
                }
            }
            return _grid.Rows;
        }
        return null;
    }

    /// <summary>Whether an untyped table on the next page is the rest of the unfinished list.</summary>
    public bool GoesOnIn(BudgetTable next)
    {
        if (_open is null || next.Kind is not null || !next.Source.Caption.IsEmpty || next.Source.Pages.IsEmpty || next.Source.Pages[0] != LastPage + 1)
            return false;
        var grid = new GridView(next.Source);
        return _open.In(grid)?.Lanes[0][IndicatorRole.Level2] is { } level2 && IndicatorLevels.IsSecond(grid.Text(0, level2.First));
    }

    /// <summary>A page break may divide a form into tables: project and goal hold on, and so does an unfinished list. Returns the first row that is not of it.</summary>
    private int GoOn(FormScan before)
    {
        var pages = table.Source.Pages;
        if (before._form < 0 || pages.IsEmpty || pages[0] != before.LastPage + 1 || FormWords.BeginsForm(_grid) || !before.HasTitle(table.Title))
            return 0;
        var form = forms[before._form];
        forms.Add(form with { Table = table.Ordinal, FirstRow = 0, LastRow = _grid.Rows - 1 });
        (_form, _goal, _goalOfYears) = (forms.Count - 1, before._goal, before._goalOfYears);
        return before._open?.In(_grid) is { } header && IndicatorHeader.At(_grid, 0) is null ? List(header, before._lanes) : 0;
    }

    /// <summary>What goes on has no title, or the same again.</summary>
    private bool HasTitle(string? title) => title is null || string.Equals(title, table.Title, StringComparison.Ordinal);

    private int LastPage => table.Source.Pages.IsEmpty ? 0 : table.Source.Pages[^1];

    /// <summary>The boxes of a form that say what it is about; returns the next row.</summary>
    private int Fields(int row)
    {
        for (var c = 0; c < _grid.Columns; c++)
        {
            if (!_grid.Begins(row, c) || _grid.Text(row, c) is not { Length: > 1 and < 60 } text)
                continue;
            if (FormWords.IsProjectName(text))
            {
                var (code, name) = FormWords.Project(Beside(row, c, text));
                if (!FormWords.IsHeader(name))
                    Begin(row, name, code);
            }
            else if (FormWords.IsProjectCode(text) && _form >= 0)
            {
                forms[_form] = forms[_form] with { ProjectCode = Beside(row, c, text) };
            }
            else if (FormWords.IsGoal(text))
            {
                _goal = Beside(row, c, text);
                _goalOfYears = FormWords.IsOfSeveralYears(text);
                return row + 1;
            }
        }
        return row + 1;
    }

    /// <summary>What stands right of a name in the same row, or behind its colon.</summary>
    private string Beside(int row, int column, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon + 1 < text.Length)
            return text[(colon + 1)..];
        var next = column + _grid.ColumnSpan(row, column);
        return next < _grid.Columns ? _grid.Text(row, next) : "";
    }

    private void Begin(int row, string project, string code)
    {
        EndAt(row - 1);
        forms.Add(new PerformanceForm(table.Ordinal, _form < 0 ? 0 : row, _grid.Rows - 1, project, code, _words.Year));
        (_form, _goal, _goalOfYears) = (forms.Count - 1, "", false);
    }

    private void EndAt(int row)
    {
        if (_form >= 0)
            forms[_form] = forms[_form] with { LastRow = Math.Max(forms[_form].FirstRow, row) };
    }

    /// <summary>The rows below a header; returns the first row that is none of them.</summary>
    private int List(IndicatorHeader header, LaneScan[]? before)
    {
        FoundList = true;
        var lanes = new LaneScan[header.Lanes.Length];
        for (var i = 0; i < lanes.Length; i++)
            lanes[i] = new LaneScan(_grid, header.Lanes[i], before?[i]);
        var ofYears = FormWords.IsOfSeveralYears(header.Side) || _goalOfYears;
        var row = header.Row + header.Rows;
        for (; row < _grid.Rows; row++)
        {
            if (IndicatorHeader.At(_grid, row) is not null || lanes[0].EndsAt(row))
                break;
            foreach (var lane in lanes)
                Row(lane, row, ofYears);
        }
        (_open, _lanes) = row == _grid.Rows ? (header, lanes) : (null, []);
        return row;
    }

    private void Row(LaneScan lane, int row, bool ofYears)
    {
        if (lane.Read(row) is not { } line)
            return;
        Mend(lane.PartOfLevel1, i => i.Level1, i => i with { Level1 = line.Level1 });
        Mend(lane.PartOfLevel2, i => i.Level2, i => i with { Level2 = line.Level2 });
        if (lane.PartOfProject is not null && _form >= 0)
        {
            var (code, name) = FormWords.Project(line.Project);
            forms[_form] = forms[_form] with { Project = name, ProjectCode = code };
        }
        else if (lane.Columns[IndicatorRole.Project] is not null && (_form < 0 || line.NewProject))
        {
            var (code, name) = FormWords.Project(line.Project);
            Begin(row, name, code);
        }
        else if (_form < 0)
        {
            var (goal, ofSeveralYears) = (_goal, _goalOfYears);
            Begin(0, table.Kind == "project_performance" ? FormWords.ProjectOfTitle(table.Title) : "", "");
            (_goal, _goalOfYears) = (goal, ofSeveralYears);
        }
        var about = lane.Columns[IndicatorRole.Goal] is null ? _goal : line.Goal;
        foreach (var column in lane.Columns.Values)
        {
            if (_grid.Cell(row, column.First) is not { } cell)
                continue;
            var text = lane.Text(row, column);
            var read = cell.Untrusted ? new IndicatorValue(IndicatorRelations.Unreadable, null, null, "") : IndicatorValue.Read(text, line.Sign, line.Unit, line.Name);
            indicators.Add(new Indicator(
                new CellRef(cell.Area, table.Ordinal, cell.Row, cell.Column), _form, about, line.Level1, line.Level2, line.Name,
                column.Header, _words.YearOf(column, ofYears), Shown(text, line, read), read.Relation, read.Number, read.Upper, read.Unit, line.Standard, line.Weight));
        }
    }

    /// <summary>Gives the last indicators of the page before the whole word of which they had but a part.</summary>
    private void Mend(string? part, Func<Indicator, string> word, Func<Indicator, Indicator> whole)
    {
        if (part is null)
            return;
        for (var i = indicators.Count - 1; i >= 0 && indicators[i].Form >= _form - 1 && word(indicators[i]) == part; i--)
        {
            if (indicators[i].Where.Area.Page == indicators[^1].Where.Area.Page)
                indicators[i] = whole(indicators[i]);
        }
    }

    /// <summary>Relation and measure word that stand in cells of their own belong to what a reader reads.</summary>
    private static string Shown(string text, IndicatorLine line, IndicatorValue read) =>
        read.Number is null ? text : line.Sign + text + line.Unit;
}
