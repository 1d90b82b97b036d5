using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Sample;

/// <summary>
/// One page for checking a sample by eye: each fact with its claims and its crop, and three marks to choose from. Marks are kept by the
/// browser and saved as the file of marks; without script that file is filled in by hand.
/// </summary>
public static class SampleSheet
{
    private const string Style = """
        body { font: 16px/1.45 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem; color: #1d2430; background: #fff }
        article { border: 1px solid #d9dee7; border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0 }
        article:has(input[value=right]:checked) { border-left: 5px solid #2f7d5b } article:has(input[value=wrong]:checked) { border-left: 5px solid #b3261e } article:has(input[value=unsure]:checked) { border-left: 5px solid #9a5b00 }
        h1 { font-size: 1.4rem } h2 { font-size: 1rem; margin: 0 0 .4rem; overflow-wrap: anywhere } dl { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; margin: .3rem 0 } dt { font-size: .78rem; color: #566072 } dd { margin: 0; overflow-wrap: anywhere }
        .amount { font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums }
        .frame { overflow-x: auto } .crop { display: block; width: 100%; min-width: 44rem; height: auto; border: 1px solid #d9dee7 }
        fieldset { border: 0; padding: .4rem 0 0; margin: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem } label { cursor: pointer } .remark { flex: 1 1 14rem; font: inherit }
        .bar { position: sticky; top: 0; background: #f5f7fa; border: 1px solid #d9dee7; padding: .5rem .8rem; display: flex; flex-wrap: wrap; gap: 1rem; align-items: center } button { font: inherit; padding: .2rem .8rem }
        .crop text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; fill: #111 } .crop .bold { font-weight: 700 } .crop .paper { fill: #fff } .crop .shade { fill-opacity: .5 }
        .crop .ruling { fill: none; stroke: #667; stroke-width: .5 } .crop .stored { fill: none; stroke: #99a; stroke-dasharray: 2 1 } .crop .tear { font-size: 9px; text-anchor: middle; fill: #667 }
        .crop .suspect-tint { fill: #fff3c4 } .crop .suspect { fill: none; stroke: #b3261e; stroke-width: 1.8 } .crop .part-tint, .crop .part { display: none }
        """;

    private const string Script = """
        const rows = JSON.parse(document.getElementById('rows').textContent), head = rows.shift(), key = 'ingest-sample-' + document.body.dataset.sample;
        const marks = JSON.parse(localStorage.getItem(key) || '{}');
        const show = () => document.getElementById('done').textContent = Object.values(marks).filter(m => m.mark).length + ' / ' + rows.length;
        document.querySelectorAll('article').forEach(a => {
          const m = marks[a.id] = marks[a.id] || {}, remark = a.querySelector('.remark');
          a.querySelectorAll('input[type=radio]').forEach(r => { r.checked = r.value === m.mark; r.onchange = () => { m.mark = r.value; keep(); }; });
          remark.value = m.remark || ''; remark.oninput = () => { m.remark = remark.value; keep(); };
        });
        function keep() { localStorage.setItem(key, JSON.stringify(marks)); show(); }
        const quoted = t => /[",\r\n]/.test(t) ? '"' + t.replaceAll('"', '""') + '"' : t;
        document.getElementById('save').onclick = () => {
          const lines = [head, ...rows.map(r => [...r.slice(0, -2), (marks[r[0]] || {}).mark || '', (marks[r[0]] || {}).remark || ''])].map(r => r.map(quoted).join(','));
          const a = document.createElement('a');
          a.href = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/csv' })); a.download = 'marks.csv'; a.click();
        };
        show();
        """;

    /// <param name="name">Tells this sample from others in the browser's memory.</param>
    public static string Write(string name, IReadOnlyList<SampleItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sample · Ingest</title><link rel="icon" href="data:,"><style>
            {Style}
            </style></head><body data-sample="{Xml.Escape(name)}">
            <h1>{items.Count} facts to check by eye · 抽样核对</h1>
            <p>Is every claim right: body, year, table, row, column, unit and amount? <b>wrong</b> if one of them is not, also where the row or the column is another one; <b>unsure</b> where the crop does not
            tell. <span lang="zh">每一项（单位、年度、表、行、列、计量单位、金额）都对才选“对”；行或列错位也算“错”；看不清选“不定”。</span>
            Then save <code>marks.csv</code> and run <code>ingest sample --marks marks.csv</code>.</p>
            <div class="bar"><span id="done">0 / {items.Count}</span><button id="save" type="button">Save marks.csv · 保存</button></div>

            """);
        for (var i = 0; i < items.Count; i++)
        {
            Item(html, i + 1, items[i]);
        }

        html.Append("<script id=\"rows\" type=\"application/json\">").Append(Rows(items)).Append("</script>\n<script>\n").Append(Script).Append("\n</script></body></html>\n");
        return html.ToString();
    }

    private static void Item(StringBuilder html, int number, SampleItem item)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article id=\"{item.Fact}\"><h2>{number}. {Xml.Escape(string.Join(" ", new[] { item.Entity, item.Year, item.Phase }.Where(p => p.Length > 0)))}</h2>\n<dl>");
        Claim("table · 表", item.Table);
        Claim("row · 行", string.Join(' ', new[] { item.Code, item.Label }.Where(p => p.Length > 0)));
        Claim("column · 列", item.Column);
        Claim("printed · 原文", $"{item.Shown} {item.Unit}".Trim());
        html.Append(CultureInfo.InvariantCulture, $"<div><dt>amount · 金额</dt><dd class=\"amount\">{Xml.Escape(item.Yuan)} 元</dd></div></dl>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><small>{Xml.Escape(item.Document)}, page {item.Page}, <code>{item.Fact}</code></small></p>\n<div class=\"frame\">{item.Crop}</div>\n<fieldset>");
        foreach (var (mark, said) in (ReadOnlySpan<(string, string)>)[("right", "right · 对"), ("wrong", "wrong · 错"), ("unsure", "unsure · 不定")])
        {
            html.Append(CultureInfo.InvariantCulture, $"<label><input type=\"radio\" name=\"m{number}\" value=\"{mark}\"> {said}</label>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<input class=\"remark\" aria-label=\"remark\" placeholder=\"remark · 备注\"></fieldset></article>\n");

        void Claim(string name, string value) => html.Append(value.Length == 0 ? "" : $"<div><dt>{name}</dt><dd>{Xml.Escape(value)}</dd></div>");
    }

    /// <summary>For the script; no text can end it, for &lt; is written as an escape.</summary>
    private static string Rows(IReadOnlyList<SampleItem> items) =>
        System.Text.Json.JsonSerializer.Serialize(items.Select(i => i.Row.AsEnumerable()).Prepend(SampleItem.Columns));
}
