using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>Makes the page record of what has been painted: what is hidden is marked or left out, what is odd is said.</summary>
internal sealed class PageComposer
{
    // Images over more than this share of the page make it a picture of a page.
    private const double PictureShare = 0.5;

    // Bullets and ticks of symbol fonts come as characters of the private use area; a few are no lost text.
    private const int ToleratedSigns = 10;

    // A picture of a page may carry a page number of its own.
    private const int PageNumberGlyphs = 6;

    private const int MaximalMessage = 300;

    private const GlyphFlags Hidden = GlyphFlags.Invisible | GlyphFlags.Clipped;

    private readonly Visibility _visibility = new();
    private readonly Overprint _overprint = new();
    private readonly List<Glyph> _glyphs = [];
    private readonly ImmutableArray<Ruling>.Builder _rulings = ImmutableArray.CreateBuilder<Ruling>();
    private readonly ImmutableArray<Shade>.Builder _shades = ImmutableArray.CreateBuilder<Shade>();
    private readonly ImmutableArray<Box>.Builder _images = ImmutableArray.CreateBuilder<Box>();

    /// <param name="failure">Why the page could not be read to its end; null if it could.</param>
    /// <param name="damage">What PdfPig had to skip on the way; null if nothing.</param>
    public PageContent Compose(PageCanvas canvas, string? failure, string? damage)
    {
        _visibility.Look(canvas);
        AddGlyphs(canvas);
        DigitWidths.Mend(_glyphs);
        _rulings.Clear();
        foreach (ref readonly var ruling in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(canvas.Rulings))
        {
            _visibility.AddSeen(ruling, _rulings);
        }

        AddCovers(canvas);
        return new PageContent(
            canvas.Number, canvas.Width, canvas.Height, [.. _glyphs], _rulings.ToImmutable(), _shades.ToImmutable(),
            _images.ToImmutable(), Anomalies(canvas, failure, damage));
    }

    private void AddGlyphs(PageCanvas canvas)
    {
        _glyphs.Clear();
        _overprint.Clear();
        var painted = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(canvas.Glyphs);
        for (int start = 0, end; start < painted.Length; start = end)
        {
            // A run of which a part is seen is read whole: labels longer than their cell are cut off on the page only.
            end = start;
            var runIsSeen = false;
            for (; end < painted.Length && painted[end].Glyph.Sequence == painted[start].Glyph.Sequence; end++)
            {
                runIsSeen |= !painted[end].ClippedAway;
            }

            for (var i = start; i < end; i++)
            {
                Add(painted[i], !runIsSeen ? GlyphFlags.Invisible | GlyphFlags.Clipped
                    : _visibility.IsSeen(painted[i]) ? GlyphFlags.None : GlyphFlags.Invisible);
            }
        }
    }

    private void Add(in PaintedGlyph painted, GlyphFlags hidden)
    {
        var glyph = painted.Glyph with { Flags = painted.Glyph.Flags | hidden };
        var at = _overprint.FindOrRemember(glyph, _glyphs);
        if (at < 0)
        {
            _glyphs.Add(glyph);
            return;
        }

        // A copy that is seen counts more than one that is not; drawn twice is bold.
        var first = _glyphs[at];
        var bothSeen = ((first.Flags | glyph.Flags) & GlyphFlags.Invisible) == 0;
        _glyphs[at] = first with
        {
            Flags = (first.Flags & glyph.Flags & Hidden) | ((first.Flags | glyph.Flags) & ~Hidden)
                | (bothSeen ? GlyphFlags.Bold : GlyphFlags.None),
        };
    }

    private void AddCovers(PageCanvas canvas)
    {
        _shades.Clear();
        _images.Clear();
        foreach (var cover in canvas.Covers)
        {
            if (cover.IsImage)
            {
                _images.Add(cover.Box);
            }
            else if (_visibility.IsSeen(cover))
            {
                _shades.Add(new Shade(cover.Box, cover.Ink.Luminance));
            }
        }
    }

    private ImmutableArray<Anomaly> Anomalies(PageCanvas canvas, string? failure, string? damage)
    {
        var seen = 0;
        var seenText = 0;
        var untrusted = 0;
        var signs = 0;
        foreach (var glyph in _glyphs)
        {
            var visible = (glyph.Flags & GlyphFlags.Invisible) == 0;
            seen += visible ? 1 : 0;
            seenText += visible && !char.IsAscii(glyph.Text[0]) ? 1 : 0;
            if (visible && (glyph.Flags & GlyphFlags.Untrusted) != 0)
            {
                untrusted++;
                signs += IsPrivate(glyph.Text[0]) ? 1 : 0;
            }
        }

        var found = ImmutableArray.CreateBuilder<Anomaly>();
        void Say(AnomalyCode code, string message, string chinese) => found.Add(OfPage(code, canvas.Number, canvas.Width, canvas.Height, message, chinese));
        if (failure is not null)
        {
            Say(AnomalyCodes.PageUnreadable, failure, Fault(failure));
        }
        else if (damage is not null)
        {
            Say(AnomalyCodes.Damaged, damage, Fault(damage));
        }

        if (canvas.MissingFonts > 0)
        {
            Say(AnomalyCodes.MissingFont, Text($"{canvas.MissingFonts} runs of text use a font that the file does not hold"), Text($"{canvas.MissingFonts} 段文字所用的字体不在文件中"));
        }

        if (untrusted > signs || signs > Math.Max(ToleratedSigns, seen / 50))
        {
            Say(AnomalyCodes.UntrustedText, Text($"{untrusted} of {seen} characters have no known meaning"), Text($"{seen} 个字符中有 {untrusted} 个含义未知"));
        }

        if (IsPicture(canvas) && (seen == 0 || (seenText == 0 && seen <= PageNumberGlyphs)))
        {
            Say(
                _glyphs.Count > seen ? AnomalyCodes.OcrText : AnomalyCodes.ScannedPage,
                _glyphs.Count > seen ? "the text of the page is an unseen layer over a picture of it" : "the page is a picture without text",
                _glyphs.Count > seen ? "页面文字是覆盖在图像上的不可见层" : "页面是没有文字的图像");
        }

        return found.ToImmutable();
    }

    private static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    private bool IsPicture(PageCanvas canvas)
    {
        var covered = 0.0;
        foreach (var image in _images)
        {
            covered += image.Width * image.Height;
        }

        return covered > PictureShare * canvas.Width * canvas.Height;
    }

    public static Anomaly OfDocument(AnomalyCode code, string message, string chinese) => OfPage(code, 0, 0, 0, message, chinese);

    /// <summary>What the parser said is quoted.</summary>
    public static string Fault(string message) => "读取时出错：" + Printable(message);

    public static Anomaly OfPage(AnomalyCode code, int page, double width, double height, string message, string chinese) =>
        new(code, new CellRef(new PageBox(page, new Box(0, 0, width, height))), "", "", "", "", "", Printable(message), Origin.Publisher) { Chinese = chinese };

    // PdfPig quotes the bytes it stumbles over.
    private static string Printable(string message)
    {
        var text = new StringBuilder(Math.Min(message.Length, MaximalMessage));
        foreach (var c in message.AsSpan(0, Math.Min(message.Length, MaximalMessage)))
        {
            text.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        return text.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
