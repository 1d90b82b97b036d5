using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>The address of page n, learned from that of one page: the number in a page parameter, or the last one of the file's name.</summary>
/// <param name="Offset">The number in the address less the number of the page: −1 for index_1.html as the second page.</param>
internal sealed partial record PageTemplate(string Before, string Behind, int Offset)
{
    public Uri Page(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{Before}{number + Offset}{Behind}"));

    /// <summary>null where the address holds no such number, or one that is not the page's.</summary>
    public static PageTemplate? Of(Uri url, int number) => Number(url) is { } at && Math.Abs(at.Value - number) <= 1
        ? new PageTemplate(url.AbsoluteUri[..at.Start], url.AbsoluteUri[(at.Start + at.Length)..], at.Value - number)
        : null;

    /// <summary>The number of the address that counts pages.</summary>
    public static int? NumberIn(Uri url) => Number(url)?.Value;

    /// <summary>Whether two addresses are pages of one listing: they differ in such a number alone, or only one of them has one.</summary>
    public static bool AreSiblings(Uri a, Uri b) => string.Equals(Stem(a), Stem(b), StringComparison.OrdinalIgnoreCase);

    private static string Stem(Uri url)
    {
        var path = Index().Replace(InName().Replace(url.AbsolutePath, "$1"), "/");
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !InQuery().IsMatch("?" + p)).Order(StringComparer.Ordinal);
        return url.IdnHost + path + "?" + string.Join('&', query);
    }

    private static (int Start, int Length, int Value)? Number(Uri url)
    {
        var text = url.AbsoluteUri;
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var match = query < 0 ? null : InQuery().Match(text, query);
        var group = match is { Success: true } ? match.Groups["n"] : InName().Match(query < 0 ? text : text[..query]).Groups["n"];
        return group.Success && !(group.Length > 1 && group.ValueSpan[0] == '0') && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (group.Index, group.Length, value)
            : null;
    }

    [GeneratedRegex("[?&](?:page|pageindex|pagenum|pageno|page_?(?:no|num|index)|pn|p|curpage|currentpage|cur_?page|pagenow|nowpage)=(?<n>[0-9]{1,6})(?=&|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InQuery();

    // index_3.html, list-3.shtml, column-index-3.shtml, 3.html; $1 is what stands before.
    [GeneratedRegex("(/(?:[^/?]*?[a-z])?)[_-]?(?<n>[0-9]{1,6})(?=\\.[a-z]{3,5}$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InName();

    [GeneratedRegex("/(?:index)?(?:\\.[a-z]{3,5})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
