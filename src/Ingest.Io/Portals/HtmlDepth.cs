using System.Collections.Frozen;

namespace Ingest.Io.Portals;

/// <summary>
/// How deep the tags of a page are nested, told from its text before it is parsed: a parser that follows the standard looks
/// through all open elements at each tag, so that a page of unclosed tags would take minutes.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>Browsers stop at 512; real pages stay below a hundred.</summary>
    public const int Most = 2_000;

    // Elements without an end, and those that the next of their kind ends.
    private static readonly FrozenSet<string> Flat = FrozenSet.ToFrozenSet(
        ["br", "img", "input", "meta", "link", "hr", "area", "base", "col", "embed", "source", "track", "wbr", "param", "frame", "p", "li", "dd", "dt", "tr", "td", "th",
         "tbody", "thead", "tfoot", "option", "optgroup", "html", "head", "body"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FlatNames = Flat.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TooDeep(ReadOnlySpan<char> html)
    {
        var depth = 0;
        while (html.IndexOf('<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            if (html.StartsWith("!--", StringComparison.Ordinal))
            {
                html = Behind(html, "-->");
                continue;
            }

            var closes = html[0] == '/';
            var name = Name(closes ? html[1..] : html);
            if (name.IsEmpty || FlatNames.Contains(name))
            {
                continue;
            }

            if (!closes && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                html = Behind(html, name.Length == "style".Length ? "</style" : "</script");
                continue;
            }

            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Most)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && (char.IsAsciiLetter(tag[length]) || (length > 0 && char.IsAsciiDigit(tag[length]))))
        {
            length++;
        }

        return tag[..length];
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> html, string mark)
    {
        var at = html.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : html[(at + mark.Length)..];
    }
}
