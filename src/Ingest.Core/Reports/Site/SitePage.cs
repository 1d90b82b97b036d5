using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>One file of the report: its path below the folder, with / between names, and its text.</summary>
public readonly record struct SiteFile(string Path, string Text)
{
    /// <summary>What it holds instead of a text; empty where it is one.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }
}

/// <summary>What every page has around its content: landmarks, navigation, language.</summary>
internal static class SitePage
{
    /// <param name="root">The way from the page to the report's folder: "" or ../../.</param>
    /// <param name="current">index, documents, anomalies or "": marked in the navigation.</param>
    public static string Write(string title, string root, string current, string content, string attributes = "")
    {
        var html = new StringBuilder(content.Length + 4096);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="zh-Hans" data-root="{root}"{attributes}>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Xml.Escape(title)} · Ingest</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{root}assets/report.css">
            <script defer src="{root}assets/report.js"></script>
            </head>
            <body>
            <a class="skip" href="#main">{Phrases.Skip.Html}</a>
            <header class="top">
            <nav aria-label="{Phrases.Sections.Plain}">
            <span class="brand">Ingest</span>
            {Link("index.html", Phrases.Overview, "index")}
            {Link("documents-1.html", Phrases.Documents, "documents")}
            {Link("anomalies-1.html", Phrases.Anomalies, "anomalies")}
            </nav>
            <fieldset class="language"><legend class="hidden">{Phrases.Language.Html}</legend>
            <label><input type="radio" name="language" id="language-en" value="en" checked> <span lang="en">English</span></label>
            <label><input type="radio" name="language" id="language-zh" value="zh"> 中文</label>
            </fieldset>
            </header>
            <main id="main">

            """);
        html.Append(content);
        html.Append(CultureInfo.InvariantCulture, $"</main>\n<footer>{Phrases.Foot.Html}</footer>\n</body>\n</html>\n");
        return html.ToString();

        string Link(string file, Phrase phrase, string name) =>
            $"<a href=\"{root}{file}\"{(name == current ? " aria-current=\"page\"" : "")}>{phrase.Html}</a>";
    }

    /// <summary>Links to the parts of a list that is divided over files.</summary>
    /// <param name="file">The file of a part, counted from 1.</param>
    public static string Parts(int part, int parts, Func<int, string> file)
    {
        if (parts <= 1)
        {
            return "";
        }

        var shown = ImmutableSortedSet.CreateRange([1, parts, .. Enumerable.Range(part - 3, 7).Where(p => p >= 1 && p <= parts)]);
        var html = new StringBuilder($"<nav class=\"parts\" aria-label=\"{Phrases.PageOfList.Plain}\"><ul>\n");
        var last = 0;
        foreach (var p in shown)
        {
            html.Append(p > last + 1 ? "<li>…</li>" : "");
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{file(p)}\"{(p == part ? " aria-current=\"page\"" : "")}>{p}</a></li>\n");
            last = p;
        }

        return html.Append("</ul></nav>\n").ToString();
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One decimal, and never 100.0 % unless it is all.</summary>
    public static string Percent(long part, long whole)
    {
        if (whole == 0)
        {
            return "–";
        }

        var tenths = part * 1000 / whole;
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10} %");
    }

    /// <summary>A horizontal bar of shares; a pattern beside the colour tells them apart.</summary>
    public static string Bar(params ReadOnlySpan<(string Class, long Count)> parts)
    {
        long whole = 0;
        foreach (var (_, count) in parts)
        {
            whole += count;
        }

        var svg = new StringBuilder("<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var x = 0.0;
        foreach (var (name, count) in parts)
        {
            if (count > 0)
            {
                var width = 100.0 * count / whole;
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{x:0.##}\" width=\"{width:0.##}\" height=\"8\"/>");
                x += width;
            }
        }

        return svg.Append("</svg>").ToString();
    }
}
