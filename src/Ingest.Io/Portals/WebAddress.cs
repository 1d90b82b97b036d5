using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>Addresses as pages write them, and what makes two of them the same.</summary>
internal static partial class WebAddress
{
    /// <summary>
    /// The absolute address of a link; null for what is no address of http (mailto:, javascript:, broken). The fragment
    /// falls away. As browsers do, characters beyond ASCII are written in UTF-8 in the path, and in the charset of the page
    /// in the query; what is percent-encoded already stays as it is.
    /// </summary>
    public static Uri? Resolve(Uri page, string link, Encoding charset)
    {
        var text = Blanks().Replace(link, "").Trim().Replace('\\', '/');
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        text = fragment < 0 ? text : text[..fragment];
        if (text.Length == 0 || Scheme().Match(text) is { Success: true } scheme && scheme.Groups[1].Value.ToLowerInvariant() is not ("http" or "https"))
        {
            return null;
        }

        var query = text.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            text = text[..query] + EncodeQuery(text[query..], charset);
        }

        return Uri.TryCreate(page, Session().Replace(text, ""), out var url) && url.Scheme is "http" or "https" && url is { Host.Length: > 0, UserInfo.Length: 0 } ? url : null;
    }

    /// <summary>Equal for addresses that lead to the same thing: scheme, fragment, letter case of the host and index.html do not matter.</summary>
    public static string Key(Uri url)
    {
        var path = url.AbsolutePath;
        var file = path.LastIndexOf('/') + 1;
        return url.IdnHost.ToLowerInvariant() + (url.IsDefaultPort ? "" : url.Port.ToString(":0", CultureInfo.InvariantCulture))
            + (path[file..] is "index.html" or "index.htm" or "index.shtml" ? path[..file] : path) + url.Query;
    }

    /// <summary>Address strings in quotes of a script: window.open('/a.pdf').</summary>
    public static IEnumerable<string> Quoted(string script) => QuotedText().Matches(script).Select(m => m.Groups["text"].Value.Replace("\\/", "/", StringComparison.Ordinal));

    /// <summary>The extension of the last part of the path, lower-case, without dot; "" if none.</summary>
    public static string Extension(Uri url)
    {
        var path = url.AbsolutePath;
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[(dot + 1)..].ToLowerInvariant() : "";
    }

    private static string EncodeQuery(string query, Encoding charset)
    {
        if (Ascii.IsValid(query))
        {
            return query;
        }

        var encoded = new StringBuilder(query.Length * 3);
        foreach (var rune in query.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var value in charset.GetBytes(rune.ToString()))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return encoded.ToString();
    }

    [GeneratedRegex("[\\t\\r\\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    // A session in the path would make every visit see new addresses.
    [GeneratedRegex(";jsessionid=[A-Za-z0-9.!_-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Session();

    [GeneratedRegex("(?<quote>[\"'])(?<text>[^\"'<>\\r\\n]{2,500})\\k<quote>", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedText();
}
