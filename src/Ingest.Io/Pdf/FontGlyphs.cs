using System.Globalization;
using Ingest.Core.Model;
using UglyToad.PdfPig.PdfFonts;

namespace Ingest.Io.Pdf;

/// <summary>What is known of one character code of a font.</summary>
/// <param name="Text">"" for white space, which is not kept: positions tell.</param>
/// <param name="Advance">In em.</param>
internal readonly record struct GlyphMeaning(string Text, double Advance, GlyphFlags Flags);

/// <summary>The fonts of a document: what a code means is looked up once.</summary>
internal sealed class DocumentFonts
{
    private readonly Dictionary<IFont, FontGlyphs> _fonts = new(ReferenceEqualityComparer.Instance);

    public FontGlyphs Of(IFont font)
    {
        if (!_fonts.TryGetValue(font, out var glyphs))
        {
            _fonts.Add(font, glyphs = new FontGlyphs(font));
        }

        return glyphs;
    }
}

/// <summary>The meanings of a font's codes.</summary>
internal sealed class FontGlyphs
{
    private const int BlockBits = 8;
    private const int BlockMask = (1 << BlockBits) - 1;

    // The advance of a glyph whose font does not say, in em.
    private const double WideAdvance = 1;
    private const double NarrowAdvance = 0.5;

    private readonly IFont _font;
    private readonly GlyphMeaning[]?[] _blocks = new GlyphMeaning[]?[1 << (16 - BlockBits)];
    private readonly GlyphFlags _flags;
    private GlyphMeaning _rare;

    public FontGlyphs(IFont font)
    {
        _font = font;
        _flags = font.Details is { IsBold: true } ? GlyphFlags.Bold : GlyphFlags.None;
        Em = EmOf(font);
    }

    /// <summary>Height of the em in units of the font size: 1, but for fonts whose glyphs are drawn by the document itself.</summary>
    public double Em { get; }

    public ref readonly GlyphMeaning this[int code]
    {
        get
        {
            if ((uint)code > ushort.MaxValue)
            {
                _rare = Look(code);
                return ref _rare;
            }

            ref var block = ref _blocks[code >> BlockBits];
            block ??= new GlyphMeaning[1 << BlockBits];
            ref var meaning = ref block[code & BlockMask];
            if (meaning.Text is null)
            {
                meaning = Look(code);
            }

            return ref meaning;
        }
    }

    private GlyphMeaning Look(int code)
    {
        var flags = _flags;
        if (!TryGetUnicode(code, out var text))
        {
            // PdfPig casts the code to a character here; what that gives looks like text and is none.
            text = code is > 0 and <= char.MaxValue && !char.IsSurrogate((char)code) ? ((char)code).ToString() : "\uFFFD";
            flags |= GlyphFlags.Untrusted;
            if (DrawsNothing(code))
            {
                text = "";
            }
        }
        else if (!IsText(text))
        {
            flags |= GlyphFlags.Untrusted;
        }

        text = string.IsNullOrWhiteSpace(text) ? "" : string.Intern(text);
        return new GlyphMeaning(text, AdvanceOf(code, text), flags);
    }

    private bool TryGetUnicode(int code, out string text)
    {
        var found = _font.TryGetUnicode(code, out var unicode);
        text = unicode ?? "";
        return found && text.Length > 0;
    }

    private double AdvanceOf(int code, string text)
    {
        var width = _font.GetBoundingBox(code).Width;
        if (width > 0 && double.IsFinite(width))
        {
            return width;
        }

        // Combining marks and the like have no advance of their own; a font without widths has none for anything.
        return text.Length == 0 || width < 0 ? 0 : text[0] >= 0x2E80 ? WideAdvance : char.IsLetterOrDigit(text[0]) || char.IsPunctuation(text[0]) ? NarrowAdvance : 0;
    }

    private bool DrawsNothing(int code) =>
        _font.TryGetPath(code, out var path) && path is not null && path.Count == 0;

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

    private static double EmOf(IFont font)
    {
        if (font is not IType3Font)
        {
            return 1;
        }

        // Such a font has no em; its matrix tells how large a thousand of its units come out.
        var matrix = font.GetFontMatrix();
        var em = Math.Abs(matrix.D) * 1000;
        return em is > 0.2 and < 5 ? em : 1;
    }
}
