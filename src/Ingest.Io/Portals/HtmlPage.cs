using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Ingest.Io.Portals;

/// <summary>A page as a browser would read it.</summary>
/// <param name="Url">Where it came from, after redirects.</param>
/// <param name="Base">What relative links are resolved against: <see cref="Url"/>, unless the page says otherwise.</param>
internal sealed partial record HtmlPage(Uri Url, Uri Base, WebText Source, IHtmlDocument Document)
{
    // Ancestors that hold what every page of a site repeats.
    private static readonly string[] RepeatedTags = ["NAV", "HEADER", "FOOTER"];

    private static readonly HashSet<string> RepeatedClasses = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "navigation", "menu", "header", "footer", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "position", "location", "dqwz", "friendlink",
    };

    /// <summary>Why a page is not parsed (<see cref="HtmlDepth"/>).</summary>
    public const string TooDeep = "its tags are nested too deep to be a page";

    public static HtmlPage Parse(PageFetch fetch) => Parse(fetch.FinalUrl, WebText.Decode(fetch.Bytes.Span, fetch.ContentType));

    public static HtmlPage Parse(Uri url, WebText source)
    {
        var document = new HtmlParser().ParseDocument(source.Text);
        var given = document.QuerySelector("base[href]")?.GetAttribute("href");
        return new HtmlPage(url, (given is null ? null : WebAddress.Resolve(url, given, source.Encoding)) ?? url, source, document);
    }

    /// <summary>The title of an article: as its CMS notes it, else its heading, else that of the page.</summary>
    public string Title
    {
        get
        {
            var noted = Document.QuerySelectorAll("meta[name]").FirstOrDefault(m => string.Equals(m.GetAttribute("name"), "ArticleTitle", StringComparison.OrdinalIgnoreCase));
            return new[] { noted?.GetAttribute("content"), Document.QuerySelector("h1")?.TextContent, Document.Title }
                .Select(t => Squeeze(t ?? "")).FirstOrDefault(t => t.Length > 0) ?? "";
        }
    }

    /// <summary>When the page says that it was published.</summary>
    public DateOnly? Published
    {
        get
        {
            var noted = Document.QuerySelectorAll("meta[name]").FirstOrDefault(m => m.GetAttribute("name")?.ToLowerInvariant() is "pubdate" or "publishdate" or "others:publishdate");
            return WebDate.In(noted?.GetAttribute("content") ?? "") ?? WebDate.AfterLabel(Document.Body?.TextContent ?? "");
        }
    }

    public Uri? Resolve(string link) => WebAddress.Resolve(Base, link, Source.Encoding);

    /// <summary>The parts that a selector names, or the whole page.</summary>
    public IReadOnlyList<IParentNode> Areas(string selector) =>
        selector.Length == 0 ? [Document] : [.. Document.QuerySelectorAll(selector)];

    /// <summary>What a link says: its text; where that is empty or cut short, its title; else the name of its picture.</summary>
    public static string TextOf(IElement link)
    {
        var text = Squeeze(link.TextContent);
        var title = Squeeze(link.GetAttribute("title") ?? "");
        var cut = text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal);
        return text.Length == 0 || (cut && title.Length > text.Length) ? title.Length > 0 ? title : Squeeze(link.QuerySelector("img[alt]")?.GetAttribute("alt") ?? "") : text;
    }

    /// <summary>Whether the link stands in what every page of the site repeats.</summary>
    public static bool IsRepeated(IElement link)
    {
        for (var at = link; at is not null; at = at.ParentElement)
        {
            if (RepeatedTags.Contains(at.TagName, StringComparer.Ordinal) || at.ClassList.Any(RepeatedClasses.Contains) || RepeatedClasses.Contains(at.Id ?? ""))
            {
                return true;
            }
        }

        return false;
    }

    public static string Squeeze(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
