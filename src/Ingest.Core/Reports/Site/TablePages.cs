using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>The tables of a document as HTML, spans kept, figures with their status and in 元; several tables a file.</summary>
internal sealed class TablePages
{
    /// <summary>A file is full beyond this; a table is never divided.</summary>
    private const int CellsOfFile = 3000;

    private readonly SiteDocument _site;
    private readonly Func<int, string> _anomalyFile;
    private readonly ILookup<(int, int, int), int> _anomalies;
    private readonly ImmutableArray<ImmutableArray<BudgetTable>> _files;
    private readonly Dictionary<int, int> _fileOf = [];

    /// <param name="anomalyFile">The file that shows an anomaly, by its number.</param>
    public TablePages(SiteDocument site, Func<int, string> anomalyFile)
    {
        _site = site;
        _anomalyFile = anomalyFile;
        _anomalies = site.Document.Anomalies.Select((a, i) => (a.Where, Number: i + 1))
            .Where(a => a.Where.Table > 0).ToLookup(a => (a.Where.Table, a.Where.Row, a.Where.Column), a => a.Number);
        _files = Divide(site.Document.Tables);
        for (var i = 0; i < _files.Length; i++)
        {
            foreach (var table in _files[i])
            {
                _fileOf[table.Ordinal] = i + 1;
            }
        }
    }

    public string FileOf(int table) => string.Create(CultureInfo.InvariantCulture, $"tables-{_fileOf.GetValueOrDefault(table, 1)}.html");

    public IEnumerable<SiteFile> Write(string folder)
    {
        for (var i = 0; i < _files.Length; i++)
        {
            var html = new StringBuilder();
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"back\"><a href=\"index.html\">← {Phrases.BackToDocument.Html}</a></p>\n<h1>{Xml.Escape(_site.Name)}</h1>\n");
            var parts = SitePage.Parts(i + 1, _files.Length, p => $"tables-{p.ToString(CultureInfo.InvariantCulture)}.html");
            html.Append(parts).Append(Switch());
            foreach (var table in _files[i])
            {
                Table(html, table);
            }

            html.Append(parts);
            var name = string.Create(CultureInfo.InvariantCulture, $"tables-{i + 1}.html");
            yield return new SiteFile($"{folder}/{name}", SitePage.Write(_site.Name, "../../", "", html.ToString()));
        }
    }

    private static ImmutableArray<ImmutableArray<BudgetTable>> Divide(ImmutableArray<BudgetTable> tables)
    {
        var files = ImmutableArray.CreateBuilder<ImmutableArray<BudgetTable>>();
        var file = ImmutableArray.CreateBuilder<BudgetTable>();
        var cells = 0;
        foreach (var table in tables)
        {
            if (cells > 0 && cells + table.Source.Cells.Length > CellsOfFile)
            {
                files.Add(file.DrainToImmutable());
                cells = 0;
            }

            file.Add(table);
            cells += table.Source.Cells.Length;
        }

        if (file.Count > 0)
        {
            files.Add(file.DrainToImmutable());
        }

        return files.ToImmutable();
    }

    private static string Switch() => $"""
        <fieldset class="amounts"><legend class="hidden">{Phrases.Amounts.Html}</legend>
        <label><input type="radio" name="amounts" id="amounts-shown" checked> {Phrases.AsShown.Html}</label>
        <label><input type="radio" name="amounts" id="amounts-yuan"> {Phrases.InYuan.Html}</label>
        </fieldset>
        <p class="legend">{Phrases.Legend.Html}: <span class="v">{Phrases.VerifiedShort.Html}</span> <span class="u">{Phrases.UnverifiedShort.Html}</span> <span class="d">{Phrases.DoubtfulShort.Html}</span></p>

        """;

    private void Table(StringBuilder html, BudgetTable table)
    {
        var raw = table.Source;
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet\" aria-labelledby=\"t{table.Ordinal}\">\n<h2 id=\"t{table.Ordinal}\">#{table.Ordinal} ");
        html.Append(table.Title is null ? Phrases.NoTitle.Html : Xml.Escape(table.Title)).Append("</h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"group\" aria-labelledby=\"t{table.Ordinal}\" tabindex=\"0\"><table class=\"cells\">\n<caption>");
        html.Append(table.Kind is null ? Phrases.Untyped.Html : Phrases.OfKind(table.Kind).Html);
        html.Append(table.Unit is null ? "" : $" · {Phrases.UnitWord.Html} {Xml.Escape(table.Unit.Label)}");
        html.Append(CultureInfo.InvariantCulture, $" · {Phrases.PageWord.Html} {string.Join(", ", raw.Pages)}");
        foreach (var line in raw.Caption.Select(l => l.Text).Where(l => l != table.Title && !_site.Hides(l)))
        {
            html.Append(" · ").Append(Xml.Escape(line));
        }

        html.Append("</caption>\n");
        Rows(html, table);
        html.Append("</table></div>\n</section>\n");
    }

    private void Rows(StringBuilder html, BudgetTable table)
    {
        var raw = table.Source;
        var labels = table.Columns.Where(c => c.Role == ColumnRole.Label).Select(c => c.Index).ToHashSet();
        var row = -1;
        var head = table.HeaderRows > 0;
        html.Append(head ? "<thead>\n" : "<tbody>\n");
        foreach (var cell in raw.Cells)
        {
            for (; row < cell.Row; row++)
            {
                html.Append(row >= 0 ? "</tr>\n" : "");
                if (head && row + 1 == table.HeaderRows)
                {
                    html.Append("</thead>\n<tbody>\n");
                    head = false;
                }

                html.Append("<tr>");
            }

            Cell(html, table, cell, labels.Contains(cell.Column));
        }

        html.Append(row >= 0 ? "</tr>\n" : "").Append(head ? "</thead>\n" : "</tbody>\n");
    }

    private void Cell(StringBuilder html, BudgetTable table, RawCell cell, bool label)
    {
        var header = cell.Row < table.HeaderRows;
        var fact = header ? null : _site.FactAt(table.Ordinal, cell.Row, cell.Column);
        var scope = header ? (cell.ColumnSpan > 1 ? "colgroup" : "col") : label && cell.Text.Length > 0 ? (cell.RowSpan > 1 ? "rowgroup" : "row") : "";
        var name = scope.Length > 0 ? "th" : "td";
        html.Append('<').Append(name).Append(scope.Length > 0 ? $" scope=\"{scope}\"" : "");
        if (cell.RowSpan > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        }

        if (cell.ColumnSpan > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        }

        var anomaly = _anomalies[(table.Ordinal, cell.Row, cell.Column)].FirstOrDefault();
        if (anomaly > 0 || fact?.Status == FactStatus.Doubtful)
        {
            html.Append(CultureInfo.InvariantCulture, $" id=\"t{table.Ordinal}r{cell.Row}c{cell.Column}\"");
        }

        html.Append(Class(fact, anomaly)).Append('>');
        Content(html, table, cell, fact, anomaly);
        html.Append("</").Append(name).Append('>');
    }

    private static string Class(Fact? fact, int anomaly)
    {
        var mark = anomaly > 0 ? " x" : "";
        if (fact is null)
        {
            return mark.Length > 0 ? " class=\"x\"" : "";
        }

        var status = fact.Status switch { FactStatus.Verified => "v", FactStatus.Doubtful => "d", _ => "u" };
        return fact.State is ValueState.Blank ? (mark.Length > 0 ? " class=\"n x\"" : "") : $" class=\"n {status}{mark}\"";
    }

    private void Content(StringBuilder html, BudgetTable table, RawCell cell, Fact? fact, int anomaly)
    {
        if (_site.Hides(table.Ordinal, cell.Row, cell.Column))
        {
            html.Append("<em class=\"withheld\">").Append(Phrases.Withheld.Html).Append("</em>");
            return;
        }

        html.Append(anomaly > 0 ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"{_anomalyFile(anomaly)}#a{anomaly}\">") : "");
        var text = cell.Text.Length == 0 && anomaly > 0 ? "∅" : cell.Text;
        if (fact?.Amount is { } amount && amount.ToYuan() is var yuan && !SaysTheSame(text, yuan))
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"s\">{Xml.Escape(text)}</span><span class=\"y\">{Money.Grouped(yuan)}</span>");
        }
        else
        {
            html.Append(Xml.Escape(text));
        }

        html.Append(anomaly > 0 ? "</a>" : "");
    }

    /// <summary>Nothing is gained by an amount in 元 that only lacks the commas.</summary>
    private static bool SaysTheSame(string shown, string yuan)
    {
        var at = 0;
        foreach (var c in shown)
        {
            if (c is ',' or ' ')
            {
                continue;
            }

            if (at >= yuan.Length || yuan[at++] != c)
            {
                return false;
            }
        }

        return at == yuan.Length || (at > 0 && yuan.AsSpan(at) is ".00");
    }
}
