using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// Looks at composite fonts before PdfPig loads them. It writes a width for each code of a span, and a span can be two thousand
/// million codes long. One per document; each font is looked at once.
/// </summary>
internal sealed class FontSpans(LeanFonts lean)
{
    private const double MostCodes = 65_536;

    private readonly HashSet<IndirectReference> _sound = [];

    /// <param name="resources">Of a page or a form.</param>
    /// <exception cref="InvalidDataException">A font has a span that no font can have.</exception>
    public void Demand(DictionaryToken resources, IPdfTokenScanner scanner, DocumentMeter meter)
    {
        if (!resources.TryGet(NameToken.Font, out var token) || Resolve(token, scanner) is not DictionaryToken fonts)
        {
            return;
        }

        foreach (var (_, font) in fonts.Data)
        {
            if (font is IndirectReferenceToken reference && !_sound.Add(reference.Data))
            {
                continue;
            }

            if (Resolve(font, scanner) is not DictionaryToken composite || !composite.TryGet(NameToken.DescendantFonts, out var list)
                || Resolve(list, scanner) is not ArrayToken { Data: [var first, ..] } || Resolve(first, scanner) is not DictionaryToken descendant)
            {
                continue;
            }

            if (!IsSound(descendant, scanner))
            {
                // It is looked at again with the next page that uses it.
                _sound.Remove((font as IndirectReferenceToken)?.Data ?? default);
                throw new InvalidDataException("a font has more widths than there are characters");
            }

            lean.Lighten(composite, scanner, meter);
        }
    }

    // ISO 32000-1, 9.7.4.3: c [w1 w2 …] or c1 c2 w.
    private static bool IsSound(DictionaryToken font, IPdfTokenScanner scanner)
    {
        if (!font.TryGet(NameToken.W, out var token) || Resolve(token, scanner) is not ArrayToken widths)
        {
            return true;
        }

        for (var i = 0; i + 1 < widths.Data.Count; i++)
        {
            if (Resolve(widths.Data[i], scanner) is not NumericToken first)
            {
                return true;
            }

            if (Resolve(widths.Data[i + 1], scanner) is not NumericToken last)
            {
                i++;
                continue;
            }

            if (Math.Abs(last.Data - first.Data) > MostCodes)
            {
                return false;
            }

            i += 2;
        }

        return true;
    }

    private static IToken? Resolve(IToken token, IPdfTokenScanner scanner) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;
}
