using System.Globalization;
using Ingest.Core.Model;
using UglyToad.PdfPig.PdfFonts;

namespace Ingest.Io.Pdf;

/// <summary>What is known of one character code of a font.</summary>
/// <param name="Text">"" for white space, which is not kept: positions tell.</param>
internal readonly record struct GlyphMeaning(string Text, GlyphFlags Flags, bool Known);

/// <summary>The meanings of a font's codes, looked up once each.</summary>
internal sealed class FontGlyphs(IFont font)
{
    private const int BlockBits = 8;
    private readonly GlyphMeaning[]?[] _blocks = new GlyphMeaning[]?[1 << (16 - BlockBits)];

    public GlyphMeaning this[int code, string unicode]
    {
        get
        {
            if ((uint)code > ushort.MaxValue)
            {
                return Look(code, unicode);
            }

            ref var block = ref _blocks[code >> BlockBits];
            block ??= new GlyphMeaning[1 << BlockBits];
            ref var meaning = ref block[code & ((1 << BlockBits) - 1)];
            if (!meaning.Known)
            {
                meaning = Look(code, unicode);
            }

            return meaning;
        }
    }

    private GlyphMeaning Look(int code, string unicode)
    {
        var flags = font.Details is { IsBold: true } ? GlyphFlags.Bold : GlyphFlags.None;
        if (!font.TryGetUnicode(code, out var text) || text is null)
        {
            text = unicode;
            flags |= GlyphFlags.Untrusted;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new GlyphMeaning("", flags, true);
        }

        return new GlyphMeaning(string.Intern(text), IsText(text) ? flags : flags | GlyphFlags.Untrusted, true);
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
}
