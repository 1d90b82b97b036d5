using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>What a fetched file is called.</summary>
/// <param name="Display">For people and for the file system: decoded, without path, with the extension of its bytes.</param>
/// <param name="Raw">The name as it came, before any decoding: the header's where there is one, else the last part of the address.</param>
/// <param name="From">What <paramref name="Display"/> was taken from: link, header, address.</param>
/// <param name="Extension">By the bytes; where they tell nothing, by the names; "" if unknown.</param>
public sealed record FileName(string Display, string Raw, string From, string Extension);

/// <summary>
/// Decides on names of files. Portals give opaque addresses (rBUtIm….xlsx), headers in GBK read as Latin-1, percent-encoded
/// GBK, and extensions that lie; a name is a convenience and never says what a document is.
/// </summary>
public static partial class FileNames
{
    private const int LongestName = 120;

    /// <param name="linkText">Text of the link, or "".</param>
    /// <param name="disposition">The header Content-Disposition as received (bytes read as Latin-1), or "".</param>
    /// <param name="bytes">The file, or its beginning.</param>
    public static FileName Decide(string linkText, string? disposition, Uri url, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(linkText);
        ArgumentNullException.ThrowIfNull(url);
        var (headerRaw, header) = FromDisposition(disposition ?? "");
        var (addressRaw, address) = FromAddress(url);
        (string From, string Name)[] names =
            [("link", Clean(linkText)), ("header", Clean(header)), ("address", Clean(address))];

        // What tells something in Chinese goes first; then what was meant as a file name; then anything.
        var best = names.FirstOrDefault(n => IsTelling(n.Name));
        best = best.Name is null ? names.FirstOrDefault(n => n.From != "link" && n.Name.Length > 0) : best;
        best = best.Name is null ? names.FirstOrDefault(n => n.Name.Length > 0) : best;
        best = best.Name is null ? ("address", Clean(url.IdnHost)) : best;

        var extension = ExtensionOf(bytes, names.Select(n => n.Name));
        return new FileName(
            WithExtension(best.Name, extension), headerRaw.Length > 0 ? headerRaw : addressRaw, best.From, extension);
    }

    /// <summary>The extension of a name if it is one of a document, lower-case, without dot; else "".</summary>
    public static string KnownExtension(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name[(dot + 1)..].Trim().ToLowerInvariant();
        return FileTypes.Documents.Contains(extension, StringComparer.Ordinal) || extension is "html" or "jpg" or "png" or "txt" ? extension : "";
    }

    /// <summary>Decodes %XX: UTF-8 where the bytes are, else GB 18030. Other characters stay.</summary>
    public static string PercentDecode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        Span<byte> buffer = stackalloc byte[8];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length
                    ? Encoding.UTF8.GetBytes(text.AsSpan(i++, 2), buffer)
                    : Encoding.UTF8.GetBytes(text.AsSpan(i, 1), buffer);
                bytes.AddRange(buffer[..length]);
            }
        }

        return WebText.DecodeBare(bytes.ToArray());
    }

    private static (string Raw, string Name) FromDisposition(string header)
    {
        if (Extended().Match(header) is { Success: true } extended)
        {
            var raw = extended.Groups["name"].Value.Trim('"');
            return (raw, PercentDecode(raw));
        }

        if (Plain().Match(header) is not { Success: true } plain)
        {
            return ("", "");
        }

        var value = plain.Groups["quoted"].Success ? plain.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : plain.Groups["token"].Value.Trim();
        return (value, PercentDecode(EncodedWord(Unmojibake(value))));
    }

    /// <summary>Headers are bytes; software reads them as Latin-1 although they were written as UTF-8 or GBK.</summary>
    private static string Unmojibake(string text) =>
        text.Any(c => c is >= '\x80' and <= '\xFF') && text.All(c => c <= '\xFF') ? WebText.DecodeBare(Encoding.Latin1.GetBytes(text)) : text;

    /// <summary>=?UTF-8?B?…?= of mail, which some servers put into headers.</summary>
    private static string EncodedWord(string text) => MailWord().Replace(text, match =>
    {
        var body = match.Groups["body"].Value;
        if (match.Groups["how"].Value is "Q" or "q")
        {
            return PercentDecode(body.Replace('_', ' ').Replace('=', '%'));
        }

        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var length) ? WebText.DecodeBare(bytes.AsSpan(0, length)) : match.Value;
    });

    private static (string Raw, string Name) FromAddress(Uri url)
    {
        // A parameter that carries a file name is better than download.jsp.
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var value = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
            var decoded = PercentDecode(value.Replace('+', ' '));
            if (KnownExtension(decoded).Length > 0)
            {
                return (value, LastPart(decoded));
            }
        }

        var path = url.AbsolutePath.TrimEnd('/');
        var raw = path[(path.LastIndexOf('/') + 1)..];
        return (raw, PercentDecode(raw));
    }

    private static string LastPart(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string ExtensionOf(ReadOnlySpan<byte> bytes, IEnumerable<string> names)
    {
        var sniffed = FileTypes.Extension(bytes);
        if (sniffed.Length > 0 && sniffed != "ole")
        {
            return sniffed;
        }

        var named = names.Select(KnownExtension).Where(e => e.Length > 0);
        return sniffed == "ole" ? named.FirstOrDefault(e => e is "doc" or "xls" or "ppt" or "wps" or "et") ?? "doc" : named.FirstOrDefault() ?? "";
    }

    /// <summary>A name that claims another kind keeps its claim in front of the truth: 预算.pdf.html.</summary>
    private static string WithExtension(string name, string extension)
    {
        if (extension.Length == 0)
        {
            return Shorten(name, "");
        }

        while (KnownExtension(name) == extension)
        {
            name = name[..name.LastIndexOf('.')].TrimEnd();
        }

        return Shorten(name.Length == 0 ? "document" : name, "." + extension);
    }

    private static string Shorten(string name, string extension) =>
        (name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)].TrimEnd()) + extension;

    /// <summary>Names something, in Chinese, and not only that it is an attachment.</summary>
    private static bool IsTelling(string name) => Telling().IsMatch(Generic().Replace(name, ""));

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in WebUtility.HtmlDecode(text))
        {
            clean.Append(
                char.IsWhiteSpace(c) ? ' '
                : char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.PrivateUse || c == '\uFFFD' ? '\0'
                : c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_'
                : c);
        }

        return Spaces().Replace(clean.Replace("\0", "").ToString(), " ").Trim(' ', '.');
    }

    [GeneratedRegex("filename\\*\\s*=\\s*\"?(?<charset>[A-Za-z0-9_-]*)'[A-Za-z0-9_-]*'(?<name>[^;]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extended();

    [GeneratedRegex("filename\\s*=\\s*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<token>[^;]*))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("=\\?(?<charset>[^?]+)\\?(?<how>[BbQq])\\?(?<body>[^?]*)\\?=", RegexOptions.CultureInvariant)]
    private static partial Regex MailWord();

    [GeneratedRegex("[\\u3400-\\u9FFF].*[\\u3400-\\u9FFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    [GeneratedRegex("附件|附表|下载|点击|这里|此处|查看|详情|浏览|打开|原文|文件|本页|全文|在线|预览", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
