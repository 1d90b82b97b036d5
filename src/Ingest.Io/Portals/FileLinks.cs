using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Io.Portals;

/// <summary>A link to a file.</summary>
internal sealed record FileLink(Uri Url, string Text);

/// <summary>
/// The files that a page links to: by <c>a</c>, <c>iframe</c>, <c>embed</c>, <c>object</c> and its parameters, by
/// <c>data-*</c> attributes, by viewers that get the file as a parameter, and by addresses that stand as strings in
/// handlers and inline scripts.
/// </summary>
internal static partial class FileLinks
{
    private static readonly string[] PageExtensions = ["html", "htm", "shtml", "xhtml"];

    public static IEnumerable<FileLink> Find(HtmlPage page, string area, AttachmentRules rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return page.Areas(area).SelectMany(a => a.QuerySelectorAll("*")).SelectMany(e => Candidates(page, e, rules))
            .Concat(page.Document.QuerySelectorAll("script:not([src])").SelectMany(s => InScript(page, s.TextContent, "", rules)))
            .Where(f => rules.Skip is null || !(rules.Skip.IsMatch(f.Text) || rules.Skip.IsMatch(f.Url.AbsoluteUri)))
            .Where(f => seen.Add(WebAddress.Key(f.Url)));
    }

    /// <summary>The file that a link leads to, through a viewer or straight; null where it leads to a page.</summary>
    public static Uri? FileOf(Uri url, string text, bool download, AttachmentRules rules)
    {
        if (Viewer().IsMatch(url.AbsolutePath))
        {
            foreach (var value in QueryValues(url))
            {
                if (IsDocument(value) && WebAddress.Resolve(url, value, System.Text.Encoding.UTF8) is { } file)
                {
                    return file;
                }
            }
        }

        var extension = WebAddress.Extension(url);
        return IsDocument(url.AbsolutePath) || download || rules.Match?.IsMatch(url.AbsoluteUri) == true ? url
            : PageExtensions.Contains(extension, StringComparer.Ordinal) ? null
            : QueryValues(url).Any(IsDocument) || (IsDocument(text) && (extension.Length == 0 || Download().IsMatch(url.PathAndQuery))) ? url
            : null;
    }

    private static IEnumerable<FileLink> Candidates(HtmlPage page, IElement element, AttachmentRules rules)
    {
        var text = HtmlPage.TextOf(element);
        var address = element.TagName switch
        {
            "A" or "AREA" => element.GetAttribute("href"),
            "IFRAME" or "FRAME" or "EMBED" => element.GetAttribute("src"),
            "OBJECT" => element.GetAttribute("data"),
            "PARAM" => element.GetAttribute("value"),
            _ => null,
        };
        if (address is not null && page.Resolve(address) is { } url && FileOf(url, text, element.HasAttribute("download"), rules) is { } file)
        {
            yield return new FileLink(file, text);
        }

        foreach (var attribute in element.Attributes)
        {
            var found = attribute.Name.StartsWith("data-", StringComparison.Ordinal) ? OfValue(page, attribute.Value, text, rules)
                : attribute.Name.StartsWith("on", StringComparison.Ordinal) || IsScript(attribute) ? InScript(page, attribute.Value, text, rules)
                : [];
            foreach (var link in found)
            {
                yield return link;
            }
        }
    }

    private static bool IsScript(IAttr attribute) =>
        attribute.Name == "href" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FileLink> InScript(HtmlPage page, string script, string text, AttachmentRules rules) =>
        WebAddress.Quoted(script).SelectMany(q => OfValue(page, q, text, rules));

    /// <summary>A string is an address of a file only where its form says so; a mere name ("预算.pdf" with a blank) is none.</summary>
    private static IEnumerable<FileLink> OfValue(HtmlPage page, string value, string text, AttachmentRules rules) =>
        value.Contains(' ', StringComparison.Ordinal) || !AddressLike().IsMatch(value) || page.Resolve(value) is not { } url || FileOf(url, text, download: false, rules) is not { } file
            ? []
            : [new FileLink(file, text)];

    private static bool IsDocument(string name)
    {
        var extension = FileNames.KnownExtension(name);
        return FileTypes.Documents.Contains(extension, StringComparer.Ordinal);
    }

    private static IEnumerable<string> QueryValues(Uri url) =>
        url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => FileNames.PercentDecode(p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..]));

    [GeneratedRegex("viewer|pdfjs|/preview|onlineview", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Viewer();

    [GeneratedRegex("down|attach|file|upload", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Download();

    [GeneratedRegex("^(https?:)?/|^\\.{1,2}/|^[^/:]+/|\\.[A-Za-z0-9]{2,4}$|\\?", RegexOptions.CultureInvariant)]
    private static partial Regex AddressLike();
}
