using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>Listings that an address gives as JSON, or as JSON in a call (JSONP).</summary>
internal sealed partial class JsonListing(Portal portal) : IListing
{
    private const string PageMark = "{n}";

    private readonly JsonRules _rules = portal.Json ?? throw new ArgumentException("The portal has no rules for JSON.", nameof(portal));

    public bool Guesses { get; } = portal.Start.Any(s => s.OriginalString.Contains(PageMark, StringComparison.Ordinal))
        || portal.Json?.Post.Contains(PageMark, StringComparison.Ordinal) == true;

    public FurtherPage First(StartPage start) => PageOf(start, 1);

    public ListingPage? Read(PageFetch fetch, StartPage start, int number, out string reason)
    {
        var source = WebText.Decode(fetch.Bytes.Span, fetch.ContentType);
        var text = Call().Match(source.Text) is { Success: true } call ? call.Groups["json"].Value : source.Text;
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (At(json.RootElement, _rules.Items) is not { ValueKind: JsonValueKind.Array } items)
            {
                reason = _rules.Items.Length == 0 ? "the answer is no array" : $"the answer has no array at {_rules.Items}";
                return null;
            }

            reason = "";
            var all = items.EnumerateArray().Select(i => EntryOf(i, fetch.FinalUrl, source)).OfType<Entry>().ToList();
            if (all.Count == 0 && items.GetArrayLength() > 0)
            {
                reason = $"no entry has an address at {_rules.Url}";
                return null;
            }

            List<FurtherPage> more = Guesses && all.Count > 0 ? [PageOf(start, number + 1)] : [];
            var told = _rules.Total.Length > 0 && int.TryParse(TextAt(json.RootElement, _rules.Total), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : (int?)null;
            return new ListingPage([.. all.Where(Wanted)], [.. all.Select(e => e.Url)], more, told, null);
        }
        catch (JsonException e)
        {
            reason = $"the answer is no JSON: {e.Message}";
            return null;
        }
    }

    private FurtherPage PageOf(StartPage start, int number)
    {
        var n = portal.Pages.NumberOf(number).ToString(CultureInfo.InvariantCulture);
        var url = start.Url.OriginalString;
        return new FurtherPage(
            url.Contains(PageMark, StringComparison.Ordinal) ? new Uri(url.Replace(PageMark, n, StringComparison.Ordinal)) : start.Url, number,
            _rules.Post.Length == 0 ? null : start.Fill(_rules.Post).Replace(PageMark, n, StringComparison.Ordinal));
    }

    private Entry? EntryOf(JsonElement item, Uri page, WebText source)
    {
        var address = TextAt(item, _rules.Url);
        if (address.Length > 0 && _rules.Address.Length > 0)
        {
            address = _rules.Address.Replace("{}", address, StringComparison.Ordinal);
        }

        return address.Length > 0 && WebAddress.Resolve(page, address, source.Encoding) is { } url
            ? new Entry(url, HtmlPage.Squeeze(Tags().Replace(TextAt(item, _rules.Title), "")), _rules.Date.Length == 0 ? WebDate.In(url) : WebDate.OfValue(TextAt(item, _rules.Date)))
            : null;
    }

    private bool Wanted(Entry entry) => portal.List.Wants(entry.Title, FileNames.PercentDecode(entry.Url.AbsoluteUri));

    private static string TextAt(JsonElement root, string path) => At(root, path) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    /// <summary>What stands at names joined by dots; a number is a place in an array.</summary>
    private static JsonElement? At(JsonElement root, string path)
    {
        var at = root;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var member))
            {
                at = member;
            }
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else
            {
                return null;
            }
        }

        return at;
    }

    [GeneratedRegex("^\\s*[A-Za-z_$][A-Za-z0-9_$.]*\\s*\\((?<json>.*)\\)\\s*;?\\s*$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    // Search systems mark the words that were looked for.
    [GeneratedRegex("</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
