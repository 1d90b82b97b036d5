using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Io.Portals;

/// <summary>Finds the further pages of a listing on a page of it.</summary>
/// <param name="More">Pages by number.</param>
internal sealed partial record Pager(IReadOnlyList<FurtherPage> More, int? ToldEntries, int? ToldPages)
{
    // A pager of more pages than this is a misread number.
    private const int MostPages = 10_000;

    // A number from here on is rather a year, unless the listing says that it is that long.
    private const int FirstYear = 1900;

    /// <summary>Whether a link turns pages and is no entry.</summary>
    public static bool IsPagerLink(IElement link) => RoleOf(link, out _) != Role.None;

    public static Pager Find(HtmlPage page, int number)
    {
        var scripts = string.Join('\n', page.Document.QuerySelectorAll("script:not([src])").Select(s => s.TextContent));
        var visible = VisibleText(page);
        var told = Totals.Pages(visible, scripts);
        var more = new SortedDictionary<int, Uri>();
        var last = FromLinks(page, number, told, more);
        var template = FromScripts(page, scripts, number, ref told)
            ?? more.Select(m => PageTemplate.Of(m.Value, m.Key)).FirstOrDefault(t => t is not null)
            ?? (told > 1 ? PageTemplate.Of(page.Url, number) : null);
        if (template is not null)
        {
            var end = Math.Min(MostPages, told ?? (last is null ? null : PageTemplate.NumberIn(last) - template.Offset) ?? 0);
            for (var n = 2; n <= end; n++)
            {
                more.TryAdd(n, template.Page(n));
            }
        }

        var further = more.Where(m => m.Key != number).Select(m => new FurtherPage(m.Value, m.Key));
        return new Pager([.. template is null && last is not null ? further.Concat(UpTo(last)) : further], Totals.Entries(visible, scripts), told);
    }

    /// <summary>With nothing but the last page's address, it stays open whether the second is index_1 or index_2: both are asked for.</summary>
    private static IEnumerable<FurtherPage> UpTo(Uri last)
    {
        var end = Math.Min(MostPages, PageTemplate.NumberIn(last) ?? 0);
        return Enumerable.Range(1, end).Select(n => new FurtherPage(PageTemplate.Of(last, end)!.Page(n), n == 1 ? 0 : n));
    }

    /// <summary>Pages that links lead to. The last page is given apart: its number is not known.</summary>
    private static Uri? FromLinks(HtmlPage page, int number, int? told, SortedDictionary<int, Uri> more)
    {
        Uri? last = null;
        foreach (var link in page.Document.QuerySelectorAll("a, [onclick]"))
        {
            var role = RoleOf(link, out var shown);
            if (role is Role.None or Role.Back || AddressOf(page, link) is not { } url || !string.Equals(url.IdnHost, page.Url.IdnHost, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var siblings = PageTemplate.AreSiblings(page.Url, url);
            if (role == Role.Next)
            {
                more.TryAdd(number + 1, url);
            }
            else if (role == Role.Last && siblings)
            {
                last = url;
            }
            else if (role == Role.Number && siblings && shown > 1 && shown <= (told ?? (FirstYear - 1)) && PageTemplate.Of(url, shown) is not null)
            {
                more.TryAdd(shown, url);
            }
        }

        // The link to the last page leads nowhere on the last page itself.
        return last is null || PageTemplate.NumberIn(last) is null || WebAddress.Key(last) == WebAddress.Key(page.Url) ? null : last;
    }

    /// <summary>createPageHTML(24, 0, "index", "html"): pages, current one (counted from 0 or from 1), name, extension.</summary>
    private static PageTemplate? FromScripts(HtmlPage page, string scripts, int number, ref int? told)
    {
        if (CreatePage().Match(scripts) is not { Success: true } call)
        {
            return null;
        }

        var numbers = new List<int>();
        var names = new List<string>();
        foreach (var argument in call.Groups["arguments"].Value.Split(',').Select(a => a.Trim()))
        {
            if (int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            {
                numbers.Add(n);
            }
            else if (numbers.Count > 0)
            {
                names.Add(argument.Trim('"', '\''));
            }
        }

        if (numbers.Count < 2 || names.Count < 2)
        {
            return null;
        }

        told = numbers[0];
        var offset = numbers[1] - number;
        return Math.Abs(offset) <= 1 && page.Resolve($"{names[0]}_{7}.{names[1]}") is { } sample ? PageTemplate.Of(sample, 7) is { } template ? template with { Offset = offset } : null : null;
    }

    private static Uri? AddressOf(HtmlPage page, IElement link)
    {
        var href = link.GetAttribute("href") ?? "";
        if (href.Length > 0 && !href.StartsWith('#') && page.Resolve(href) is { } url)
        {
            return url;
        }

        return WebAddress.Quoted(href + " " + link.GetAttribute("onclick")).Where(q => q.Contains('.', StringComparison.Ordinal) || q.Contains('/', StringComparison.Ordinal))
            .Select(page.Resolve).FirstOrDefault(u => u is not null);
    }

    private static Role RoleOf(IElement link, out int shown)
    {
        var text = HtmlPage.Squeeze(link.TextContent).Trim('[', ']', '【', '】', ' ');
        shown = 0;
        return text.Length > 8 ? Role.None
            : text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out shown) ? Role.Number
            : NextWord().IsMatch(text) || link.GetAttribute("rel") == "next" || (text.Length == 0 && link.ClassList.Contains("next")) ? Role.Next
            : LastWord().IsMatch(text) ? Role.Last
            : BackWord().IsMatch(text) ? Role.Back
            : Role.None;
    }

    private static string VisibleText(HtmlPage page)
    {
        var text = page.Document.Body?.TextContent ?? "";
        foreach (var script in page.Document.QuerySelectorAll("body script, body style").Select(s => s.TextContent).Where(t => t.Length > 0))
        {
            text = text.Replace(script, " ", StringComparison.Ordinal);
        }

        return text;
    }

    private enum Role
    {
        None,
        Next,
        Last,
        Back,
        Number,
    }

    [GeneratedRegex("createPageHTML\\w*\\s*\\((?<arguments>[^()]{3,200})\\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreatePage();

    [GeneratedRegex("^(?:下一?页|后一?页|下页|next|>|»|›)[ >»›]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextWord();

    [GeneratedRegex("^(?:尾页|末页|最后一?页|last|>>|»»)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex("^[<«‹ ]*(?:首页|第一页|上一?页|前一?页|prev(?:ious)?|first|<|«|‹|<<)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BackWord();
}
