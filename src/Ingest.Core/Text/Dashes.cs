namespace Ingest.Core.Text;

/// <summary>The signs that are printed for a dash, a hyphen or a minus: fonts and writers mix them.</summary>
public static class Dashes
{
    public static bool Is(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '－';

    /// <summary>Whether a text is one or more of them and nothing else.</summary>
    public static bool AreAll(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Is(c))
                return false;
        }
        return text.Length > 0;
    }
}
