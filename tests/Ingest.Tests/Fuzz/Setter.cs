using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Tests.Metamorphic;

namespace Ingest.Tests.Fuzz;

/// <summary>Sets the tables of a document on pages in a dress.</summary>
internal sealed class Setter
{
    private const double Margin = 54, Tall = 842, Wide = 595, TitleSize = 15, Near = 8;

    private readonly Dress _dress;
    private readonly double _width;
    private readonly List<Paper> _pages = [];
    private double _y, _end;

    private Setter(IReadOnlyList<DraftTable> tables, Dress dress)
    {
        _dress = dress;
        _width = Math.Max(Wide, (2 * Margin) + tables.Max(t => new Columns(t, dress).Width));
    }

    /// <returns>The pages and, for each table, the page of each of its rows.</returns>
    public static (ImmutableArray<PageContent> Pages, IReadOnlyList<int[]> Rows) Set(IReadOnlyList<DraftTable> tables, Dress dress)
    {
        var setter = new Setter(tables, dress);
        setter.Cover();
        var rows = tables.Select(setter.Set).ToList();
        setter.Finish();
        return ([.. setter._pages.Select(p => p.ToPage()).Select(setter.Marked)], rows);
    }

    private Paper Page => _pages[^1];

    private double Bottom => Page.Height - Margin;

    private void Cover()
    {
        NewPage();
        Page.Centred("青山县统计局", _width / 2, 260, 22);
        Page.Centred("2024年部门预算", _width / 2, 300, 22);
        Page.Centred("2024年2月", _width / 2, 700, 12);
        _y = Tall;
    }

    private void NewPage()
    {
        Finish();
        _pages.Add(new Paper(_pages.Count + 1, _width, Tall, _dress));
        _y = Margin;
        if (_pages.Count > 1 && _dress.RunningHead)
        {
            Page.Text("青山县统计局2024年部门预算公开", Margin, Margin - 18, 9);
        }
    }

    /// <summary>The number of the page; the cover has none.</summary>
    private void Finish()
    {
        if (_pages.Count < 2)
        {
            return;
        }

        var (text, y) = _dress.Foot switch
        {
            Foot.Dashes => ($"— {_pages.Count} —", Page.Height - 30),
            Foot.Plain => ($"{_pages.Count}", Page.Height - 30),
            Foot.Words => ($"第{_pages.Count}页", Page.Height - 30),
            Foot.NearTable => ($"{_pages.Count}", _end + Near + 9),
            _ => ("", 0.0),
        };
        Page.Centred(text, _width / 2, y, 9);
    }

    private int[] Set(DraftTable table)
    {
        var columns = new Columns(table, _dress);
        var rows = new Rows(table, columns, _dress);
        var left = (_width - columns.Width) / 2;
        var head = TitleSize + 30 + rows.HeaderHeight;
        if (!_dress.Stacked || _y + head + rows.BodyHeight > Bottom)
        {
            NewPage();
        }

        if (_dress.Paging == Paging.Fits)
        {
            // The sheet is as long as the table needs.
            Page.Height = Math.Max(Page.Height, _y + head + rows.BodyHeight + Margin + 20);
        }

        Title(table, left, columns.Width);
        var pages = new int[table.Rows];
        var next = new Cut(table.HeaderRows, 0);
        for (var first = true; ; first = false)
        {
            var piece = new Piece(table, columns, rows, _dress, Page, left, _y, first || _dress.Paging == Paging.Repeated);
            var end = piece.Fill(next, Bottom - (_dress.Unit == UnitPlace.Note ? 14 : 0), _dress.Paging == Paging.CutRows);
            for (var row = first ? 0 : next.Row; row <= Math.Min(end.Row, table.Rows - 1) && (row < end.Row || end.Lines > 0); row++)
            {
                pages[row] = pages[row] == 0 ? Page.Number : pages[row];
            }

            _y = _end = piece.End;
            if (end.Row >= table.Rows)
            {
                break;
            }

            next = end;
            NewPage();
        }

        if (_dress.Unit == UnitPlace.Note)
        {
            Page.Text($"注：本表金额单位为{Figures.Unit(_dress.Step).Label}", left, _y + 12, 9);
            _y = _end += 16;
        }

        _y += 30;
        return pages;
    }

    private void Title(DraftTable table, double left, double width)
    {
        var unit = Figures.Unit(_dress.Step).Label;
        var title = table.Title + (_dress.Unit == UnitPlace.Title ? $"（单位：{unit}）" : "");
        Page.Centred(title, _width / 2, _y + TitleSize, TitleSize);
        var line = $"单位：{unit}";
        switch (_dress.Unit)
        {
            case UnitPlace.Right:
                Page.Text(line, left + width - (Type.Width(line, _dress) * 9), _y + TitleSize + 18, 9);
                break;
            case UnitPlace.Left:
                Page.Text($"部门：青山县统计局  {line}", left, _y + TitleSize + 18, 9);
                break;
        }

        _y += TitleSize + 24;
    }

    private PageContent Marked(PageContent page) => _dress.Mark switch
    {
        Mark.Straight => page.Straight("内部资料", 60),
        Mark.Slanted => page.Slanted("政务公开", 22, 40),
        _ => page,
    };
}
