namespace Ingest.Tests.Fuzz;

/// <summary>Widths of characters in ems, as fonts of budgets have them.</summary>
internal static class Type
{
    /// <summary>White that a dress sets behind each digit.</summary>
    private const double Tracking = 0.12;

    public static double Width(string text, Dress dress) => text.Sum(c => Width(c, dress));

    /// <summary>White behind a character where digits are set apart, in ems.</summary>
    public static double Apart(Dress dress, char c) => dress.Emission == Emission.Apart && (char.IsAsciiDigit(c) || c is '.' or ',') ? Tracking : 0;

    private static double Width(char c, Dress dress) => Width(c, dress.Face) + Apart(dress, c);

    public static double Width(char c, Face face) => c switch
    {
        >= '\u2E80' => 1,
        '“' or '”' or '—' or '△' or '▲' or '−' => 1,
        ' ' => face == Face.Mono ? 0.6 : 0.25,
        '.' or ',' or '(' or ')' or '[' or ']' or '-' or '/' or ':' => face switch { Face.Song => 0.5, Face.Helvetica => 0.278, Face.Mono => 0.6, _ => 0.22 },
        _ => face switch { Face.Song => 0.5, Face.Helvetica => 0.556, Face.Mono => 0.6, _ => 0.42 },
    };

    /// <summary>Breaks a text into lines of at most so many ems; words of Latin letters and figures stay whole where they can.</summary>
    public static List<string> Wrap(string text, double most, Dress dress, bool anywhere)
    {
        var lines = new List<string>();
        var begin = 0;
        while (begin < text.Length)
        {
            int end = begin, good = begin;
            var width = 0.0;
            while (end < text.Length && (end == begin || width + Width(text[end], dress) <= most + 1e-6))
            {
                width += Width(text[end++], dress);
                good = end == text.Length || anywhere || !(char.IsAsciiLetterOrDigit(text[end - 1]) && char.IsAsciiLetterOrDigit(text[end])) ? end : good;
            }

            end = good > begin ? good : end;
            lines.Add(text[begin..end]);
            begin = end;
        }

        return lines.Count == 0 ? [""] : lines;
    }
}
