using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>
/// The list of a jpaas system: <c>&lt;datastore&gt;</c> with records of HTML in CDATA, a part of them in the page itself,
/// the others behind the address of <c>&lt;nextgroup&gt;</c>, whose answer has the same form.
/// </summary>
/// <param name="Records">The records as one piece of HTML.</param>
/// <param name="Next">The link to the next group; null at the end.</param>
/// <param name="Told">The number of all records.</param>
internal sealed partial record DataStore(string Records, string? Next, int? Told)
{
    /// <summary>The store of a page or of an answer; null where there is none.</summary>
    public static DataStore? In(string text)
    {
        if (!text.Contains("<recordset", StringComparison.OrdinalIgnoreCase) && !text.Contains("<datastore", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var records = new StringBuilder("<html><body><ul>");
        foreach (Match record in Record().Matches(text))
        {
            records.Append(record.Groups["html"].Value).Append('\n');
        }

        var next = NextGroup().Match(text) is { Success: true } group && Href().Match(group.Value) is { Success: true } href ? href.Groups["url"].Value.Replace("&amp;", "&", StringComparison.Ordinal) : null;
        var told = Total().Match(text) is { Success: true } total && int.TryParse(total.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
        return new DataStore(records.Append("</ul></body></html>").ToString(), next, told);
    }

    [GeneratedRegex("<record>\\s*<!\\[CDATA\\[(?<html>.*?)\\]\\]>\\s*</record>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    [GeneratedRegex("<nextgroup>.*?</nextgroup>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextGroup();

    [GeneratedRegex("href\\s*=\\s*[\"'](?<url>[^\"']+)[\"']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Href();

    [GeneratedRegex("<totalrecord>\\s*(?<n>[0-9]{1,7})\\s*</totalrecord>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}
