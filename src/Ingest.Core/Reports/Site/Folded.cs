namespace Ingest.Core.Reports.Site;

/// <summary>A text that no page is broken by: a long one is folded, and opens where it stands.</summary>
internal static class Folded
{
    /// <summary>Longer texts are folded; the script that filters lists knows the same numbers.</summary>
    private const int Longest = 60, Shown = 36;

    public static string Html(string text)
    {
        if (text.Length <= Longest)
        {
            return Xml.Escape(text);
        }

        var cut = char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown;
        return $"<details class=\"fold\"><summary>{Xml.Escape(text[..cut])}…</summary>{Xml.Escape(text)}</details>";
    }
}
