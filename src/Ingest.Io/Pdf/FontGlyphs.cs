using System.Globalization;
using Ingest.Core.Model;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Ingest.Io.Pdf;

/// <summary>What is known of one character code of a font.</summary>
/// <param name="Text">"" for white space, which is not kept: positions tell.</param>
/// <param name="Advance">In em.</param>
internal readonly record struct GlyphMeaning(string Text, double Advance, GlyphFlags Flags);

/// <summary>The fonts of a document: what a code means is looked up once.</summary>
internal sealed class DocumentFonts(LeanFonts lean)
{
    private readonly Dictionary<IFont, FontGlyphs> _fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private IFont? _last;
    private FontGlyphs? _lastGlyphs;

    public FontGlyphs Of(IFont font, IPdfTokenScanner scanner, IResourceStore resources)
    {
        if (ReferenceEquals(font, _last))
        {
            return _lastGlyphs!;
        }

        if (!_fonts.TryGetValue(font, out var glyphs))
        {
            _fonts.Add(font, glyphs = new FontGlyphs(font, FontFacts.Of(font, scanner), this, new Lazy<IFont>(() => lean.Whole(font, scanner, resources))));
        }

        (_last, _lastGlyphs) = (font, glyphs);
        return glyphs;
    }

    /// <summary>The one string of a document for a text.</summary>
    public string Share(string text)
    {
        if (!_texts.TryGetValue(text, out var shared))
        {
            _texts.Add(text, shared = text);
        }

        return shared;
    }
}

/// <summary>The meanings of a font's codes.</summary>
internal sealed class FontGlyphs
{
    // Boxes of letters that fill about one em; what is smaller or larger than the others is no box of letters.
    private const double LeastOfEm = 0.5, MostOfEm = 1.6, Smallest = 0.2, Largest = 5;

    // The advance of a glyph whose font does not say, in em.
    private const double WideAdvance = 1;
    private const double NarrowAdvance = 0.5;

    private readonly IFont _font;

    // With its outlines.
    private readonly Lazy<IFont> _whole;
    private readonly FontFacts _facts;
    private readonly DocumentFonts _document;
    private readonly GlyphFlags _flags;

    // An open table of codes: a document uses a few hundred of a font's tens of thousands.
    private int[] _codes = NewCodes(64);
    private GlyphMeaning[] _meanings = new GlyphMeaning[64];
    private int _count;

    public FontGlyphs(IFont font, FontFacts facts, DocumentFonts document, Lazy<IFont> whole)
    {
        (_font, _facts, _document, _whole) = (font, facts, document, whole);
        _flags = font.Details is { IsBold: true } ? GlyphFlags.Bold : GlyphFlags.None;
        IsVertical = font.IsVertical;
        Em = EmOf(font);
    }

    public bool IsVertical { get; }

    /// <summary>Height of the em in units of the font size: 1, but for fonts whose glyphs are drawn by the document itself.</summary>
    public double Em { get; }

    /// <summary>The code that starts at the current byte; the reader moves to its last byte.</summary>
    public int Read(CodeBytes bytes, out int length)
    {
        // PdfPig makes an array and goes through ranges for each code; of most composite fonts any two bytes are one.
        if (_facts.CodesArePairs && bytes.TryReadPair(out var pair))
        {
            length = 2;
            return pair;
        }

        return _font.ReadCharacterCode(bytes, out length);
    }

    public ref readonly GlyphMeaning this[int code]
    {
        get
        {
            var at = Find(code);
            if (_codes[at] != code)
            {
                if (2 * ++_count > _codes.Length)
                {
                    Grow();
                    at = Find(code);
                }

                _meanings[at] = Look(code);
                _codes[at] = code;
            }

            return ref _meanings[at];
        }
    }

    private int Find(int code)
    {
        var mask = _codes.Length - 1;
        var at = unchecked((int)(((uint)code * 0x9E37_79B1U) >> 12)) & mask;
        while (_codes[at] != code && _codes[at] != int.MinValue)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var (codes, meanings) = (_codes, _meanings);
        _codes = NewCodes(2 * codes.Length);
        _meanings = new GlyphMeaning[2 * codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] != int.MinValue)
            {
                var at = Find(codes[i]);
                (_codes[at], _meanings[at]) = (codes[i], meanings[i]);
            }
        }
    }

    private static int[] NewCodes(int size)
    {
        var codes = new int[size];
        Array.Fill(codes, int.MinValue);
        return codes;
    }

    private GlyphMeaning Look(int code)
    {
        var flags = _flags;
        var character = code is > 0 and <= char.MaxValue && !char.IsSurrogate((char)code) ? ((char)code).ToString() : "\uFFFD";
        string text;
        if (_facts.CodesAreUnicode && IsText(character))
        {
            // The encoding takes the code for Unicode whatever else the font says: a table made anew by a distiller may be wrong.
            text = character;
        }
        else if (!TryGetUnicode(code, out text))
        {
            // PdfPig casts the code to a character here; what that gives looks like text and is none.
            text = character;
            if (!_facts.CodesAreUnicode)
            {
                flags |= GlyphFlags.Untrusted;
                text = DrawsNothing(code) ? "" : text;
            }
        }
        else if (!IsText(text) || _facts.IsEncodingUnknown || (_facts.IsIdentityUnicode && !_facts.CodesAreUnicode))
        {
            flags |= GlyphFlags.Untrusted;
        }

        // Many Chinese fonts draw —— and ——— as one sign.
        text = text switch { "\u2E3A" => "——", "\u2E3B" => "———", _ => text };
        text = string.IsNullOrWhiteSpace(text) ? "" : _document.Share(text);
        return new GlyphMeaning(text, AdvanceOf(code, text), flags);
    }

    private bool TryGetUnicode(int code, out string text)
    {
        try
        {
            var found = _font.TryGetUnicode(code, out var unicode);
            text = unicode ?? "";
            return found && text.Length > 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            text = "";
            return false;
        }
    }

    private double AdvanceOf(int code, string text)
    {
        if (_facts.TryGetWidth(code, out var width) && width > 0)
        {
            return width;
        }

        // A width of zero may mean that nobody filled it in: the font itself may know better.
        width = WidthInFont(code);
        if (width > 0 && double.IsFinite(width))
        {
            return width;
        }

        // Combining marks and the like have no advance of their own; a font without widths has none for anything.
        return text.Length == 0 || width < 0 ? 0
            : text[0] >= 0x2E80 ? WideAdvance
            : char.IsLetterOrDigit(text[0]) || char.IsPunctuation(text[0]) ? NarrowAdvance : 0;
    }

    private double WidthInFont(int code)
    {
        try
        {
            return _whole.Value.GetBoundingBox(code).Width;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return 0;
        }
    }

    private bool DrawsNothing(int code)
    {
        try
        {
            return _whole.Value.TryGetPath(code, out var path) && path is not null && path.Count == 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    private static bool IsText(string text)
    {
        foreach (var c in text)
        {
            if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.PrivateUse)
            {
                return false;
            }
        }

        return true;
    }

    // A font of drawings has no em. How tall its letters come out tells the size: all of them about one em, whatever its units; the box
    // of a few letters or figures is a little less, one with room for accents a little more.
    private static double EmOf(IFont font)
    {
        if (font is not IType3Font)
        {
            return 1;
        }

        var height = Enumerable.Range(0, byte.MaxValue + 1).Select(code => HeightOf(font, code)).FirstOrDefault(static h => h > 0);
        return height is (> Smallest and < LeastOfEm) or (> MostOfEm and < Largest) ? height : 1;
    }

    private static double HeightOf(IFont font, int code)
    {
        try
        {
            return Math.Abs(font.GetBoundingBox(code).GlyphBounds.Height);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return 0;
        }
    }
}
