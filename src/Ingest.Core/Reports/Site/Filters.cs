using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>The frame of a list: filters (shown when there is script), the table, the links to its parts.</summary>
internal static class Filters
{
    public static void Select(StringBuilder html, string name, Phrase label, IEnumerable<(string Value, Phrase Text)> choices)
    {
        html.Append(CultureInfo.InvariantCulture, $"<label>{label.Html} <select name=\"{name}\"><option value=\"\" data-en=\"{Phrases.Any.English}\" data-zh=\"{Phrases.Any.Chinese}\">{Phrases.Any.English}</option>\n");
        foreach (var (value, text) in choices)
        {
            // An option takes no markup: the script puts in the words of the chosen language.
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{Xml.Escape(value)}\" data-en=\"{Xml.Escape(text.English)}\" data-zh=\"{Xml.Escape(text.Chinese)}\">{Xml.Escape(text.English)}</option>\n");
        }

        html.Append("</select></label>\n");
    }

    public static string Page(string name, Phrase title, ListWriter.Page page, string filters, IEnumerable<ListColumn> columns)
    {
        var parts = page.Parts(name);
        var head = string.Concat(columns.Select(c => c.Head));
        var content = string.Create(CultureInfo.InvariantCulture, $"""
            <h1 id="title">{title.Html} <span class="count">{SitePage.Number(page.Total)}</span></h1>
            <form class="filters" role="search" aria-label="{Phrases.Filter.Plain}" hidden data-list="{name}" data-files="{page.DataFiles}">
            <label>{Phrases.Search.Html} <input type="search" name="q" autocomplete="off" aria-describedby="search-note"></label>
            <span id="search-note" class="hidden">{Phrases.SearchNote.Html}</span>
            {filters}<button type="reset">{Phrases.Clear.Html}</button>
            <output aria-live="polite"></output>
            </form>
            <template id="words"><span data-word="shown">{Phrases.Shown.Html}</span><span data-word="searching">{Phrases.Searching.Html}</span><span data-word="nothing">{Phrases.Nothing.Html}</span>{RowWords()}</template>
            <div class="scroll" role="group" aria-labelledby="title" tabindex="0"><table class="list" id="list"><caption class="hidden">{title.Html}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>
            {page.Rows}</tbody></table></div>
            <p class="more" hidden><button type="button" id="more">{Phrases.More.Html}</button></p>
            {parts}
            """);
        return SitePage.Write(title.Plain, "", name, content);
    }

    /// <summary>Words that rows made by the script need in both languages.</summary>
    private static string RowWords()
    {
        var html = new StringBuilder();
        foreach (var severity in Enum.GetValues<Model.Severity>())
        {
            html.Append(CultureInfo.InvariantCulture, $"<span data-word=\"severity-{Words.Of(severity)}\">{AnomalySection.Badge(severity)}</span>");
        }

        foreach (var state in (string[])["failed", "lost", "doubt", "clean"])
        {
            html.Append(CultureInfo.InvariantCulture, $"<span data-word=\"state-{state}\">{ListPages.StateOf(state).Html}</span>");
        }

        foreach (var phase in (string[])["budget", "final", ""])
        {
            html.Append(CultureInfo.InvariantCulture, $"<span data-word=\"phase-{phase}\">{Phrases.OfPhase(phase).Html}</span>");
        }

        foreach (var kind in Budget.Kinds.KindCatalog.All)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span data-word=\"kind-{kind.Id}\">{Phrases.OfKind(kind.Id).Html}</span>");
        }

        return html.ToString();
    }
}
