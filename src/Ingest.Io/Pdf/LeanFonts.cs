using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// Keeps the embedded programs of composite fonts from PdfPig, which takes all of their glyphs apart: a fifth of the time of a
/// document. What is read of such a font stands in its dictionaries, but for being bold, which is looked up here. The few fonts
/// whose outlines are asked for are loaded once more, whole. A program that is not as it was compressed, or that lacks what PdfPig
/// demands, is left to PdfPig, which tells. One per document.
/// </summary>
internal sealed class LeanFonts
{
    private const int BoldWeight = 700;
    private const int UsualWeight = 400;

    // The descendants as the file has them.
    private readonly Dictionary<IndirectReference, DictionaryToken> _whole = [];

    /// <summary>To be called before PdfPig loads the font.</summary>
    /// <param name="composite">A font of type 0.</param>
    public void Lighten(DictionaryToken composite, IPdfTokenScanner scanner, DocumentMeter meter)
    {
        if (!composite.TryGet(NameToken.Encoding, out var encoding) || encoding is not NameToken { Data: "Identity-H" }
            || Descendant(composite, scanner) is not { } reference || _whole.ContainsKey(reference.Data)
            || scanner.Get(reference.Data)?.Data is not DictionaryToken descendant
            || !descendant.TryGet(NameToken.Subtype, out var kind) || !NameToken.CidFontType2.Equals(kind)
            || !descendant.TryGet(NameToken.FontDescriptor, out var token) || Resolve(token, scanner) is not DictionaryToken descriptor
            || !descriptor.TryGet(NameToken.FontFile2, out var program) || Resolve(program, scanner) is not StreamToken stream
            || !IsDeflated(stream.StreamDictionary))
        {
            return;
        }

        meter.Check();
        var style = new TrueTypeStyle();
        if (ZLibText.Scan(stream.Data, meter.StreamBytes, style.Add) == ZLibEnding.Whole && style.IsBold is { } bold)
        {
            _whole.Add(reference.Data, descendant);
            var without = descriptor.Data.Where(e => e.Key != NameToken.FontFile2.Data).ToDictionary(e => NameToken.Create(e.Key), e => e.Value);
            without[NameToken.FontWeight] = new NumericToken(bold ? BoldWeight : UsualWeight);
            scanner.ReplaceToken(reference.Data, descendant.With(NameToken.FontDescriptor, new DictionaryToken(without)));
        }
    }

    /// <summary>The font with its program.</summary>
    public IFont Whole(IFont font, IPdfTokenScanner scanner, IResourceStore resources)
    {
        if (font.Details?.FontDictionaryReference is not { } own || scanner.Get(own)?.Data is not DictionaryToken composite
            || Descendant(composite, scanner) is not { } reference || !_whole.TryGetValue(reference.Data, out var descendant))
        {
            return font;
        }

        var lean = scanner.Get(reference.Data)?.Data;
        scanner.ReplaceToken(reference.Data, descendant);
        try
        {
            return resources.GetFontDirectly(new IndirectReferenceToken(own)) ?? font;
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException and not LimitException)
        {
            return font;
        }
        finally
        {
            scanner.ReplaceToken(reference.Data, lean!);
        }
    }

    private static bool IsDeflated(DictionaryToken stream) =>
        !stream.ContainsKey(NameToken.DecodeParms) && !stream.ContainsKey(NameToken.Dp) && stream.TryGet(NameToken.Filter, out var filter)
        && (filter is ArrayToken { Data: [var only] } ? only : filter) is NameToken { Data: "FlateDecode" };

    private static IndirectReferenceToken? Descendant(DictionaryToken composite, IPdfTokenScanner scanner) =>
        composite.TryGet(NameToken.DescendantFonts, out var list) && Resolve(list, scanner) is ArrayToken { Data: [IndirectReferenceToken first, ..] } ? first : null;

    private static IToken? Resolve(IToken token, IPdfTokenScanner scanner) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;
}
