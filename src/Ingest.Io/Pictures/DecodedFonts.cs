using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Io.Pictures;

/// <summary>
/// Finds what the codes of broken fonts mean. The fonts tell where each glyph stands, only not what it is; on the drawn page it
/// is recognised, and all places where the same code stands vote. So one misread place does not count, and the text keeps
/// the places and the order that the document gives it.
/// </summary>
internal sealed class DecodedFonts
{
    /// <summary>A glyph and the sign that was recognised there lie no farther apart than this, in sizes of the type.</summary>
    private const double Near = 0.45;

    /// <summary>A code means what so many of ten places say; where they say less, each place is read alone, and not for sure.</summary>
    private const int MajorityOfTen = 6;

    private readonly Dictionary<string, Dictionary<string, int>> _votes = new(StringComparer.Ordinal);
    private readonly List<(int Page, string?[] Signs)> _pages = [];

    /// <summary>Whether a page holds glyphs without a meaning that a reader sees.</summary>
    public static bool IsBroken(PageContent page) => page.Anomalies.Any(a => a.Code == AnomalyCodes.UntrustedText);

    /// <summary>Takes what was recognised on a page.</summary>
    /// <param name="index">By which <see cref="Decode"/> is asked later.</param>
    public void Take(int index, PageContent page, ImmutableArray<Glyph> recognised)
    {
        var signs = new string?[page.Glyphs.Length];
        for (var g = 0; g < signs.Length; g++)
        {
            if (!IsUnknown(page.Glyphs[g]) || Nearest(page.Glyphs[g], recognised) is not { } sign)
            {
                continue;
            }

            signs[g] = sign;
            ref var votes = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, page.Glyphs[g].Text, out _);
            votes ??= new(StringComparer.Ordinal);
            votes[sign] = votes.GetValueOrDefault(sign) + 1;
        }

        _pages.Add((index, signs));
    }

    /// <summary>
    /// The pages that were taken, their glyphs with the signs that the votes give them. Where a font was broken before it was
    /// put into the file, what is drawn makes no text either: such pages stay as they are.
    /// </summary>
    public IEnumerable<(int Index, PageContent Page)> Decode(ImmutableArray<PageContent>.Builder pages)
    {
        var noText = IsNoText();
        foreach (var (index, signs) in _pages)
        {
            if (noText)
            {
                yield return (index, pages[index] with { Anomalies = [.. pages[index].Anomalies.Select(a => a.Code == AnomalyCodes.UntrustedText
                    ? a with { Message = a.Message + "; what is drawn makes no text either", Chinese = a.Chinese + "；绘制出的字形同样不成文" } : a)] });
                continue;
            }

            var glyphs = pages[index].Glyphs.ToBuilder();
            var left = 0;
            for (var g = 0; g < glyphs.Count; g++)
            {
                if (!IsUnknown(glyphs[g]))
                {
                    continue;
                }

                var (elected, sure) = Elected(glyphs[g].Text);
                if (elected is null || (!sure && signs[g] is null))
                {
                    left += string.IsNullOrWhiteSpace(glyphs[g].Text) ? 0 : 1;
                    continue;
                }

                glyphs[g] = glyphs[g] with
                {
                    Text = sure ? elected : signs[g]!,
                    Flags = (glyphs[g].Flags & ~GlyphFlags.Untrusted) | GlyphFlags.Pictured | (sure ? GlyphFlags.None : GlyphFlags.Unsure),
                };
            }

            yield return (index, pages[index] with { Glyphs = glyphs.ToImmutable(), Anomalies = [.. pages[index].Anomalies.SelectMany(a => Said(pages[index], a, left))] });
        }
    }

    private static IEnumerable<Anomaly> Said(PageContent page, Anomaly anomaly, int left)
    {
        if (anomaly.Code != AnomalyCodes.UntrustedText)
        {
            return [anomaly];
        }

        var read = Pdf.PageComposer.OfPage(
            AnomalyCodes.PictureRead, page.Number, page.Width, page.Height, "the fonts of the page do not say what their codes mean; it was drawn and recognised", "页面字体没有给出字符含义，文字经绘制后识别得到");
        return left > 0 ? [anomaly with { Message = FormattableString.Invariant($"{left} characters could not be recognised on the drawn page"), Chinese = FormattableString.Invariant($"绘制页面后仍有 {left} 个字符无法识别") }, read] : [read];
    }

    private bool IsNoText()
    {
        var seen = default(Legibility);
        foreach (var sign in _pages.SelectMany(p => p.Signs).OfType<string>())
        {
            seen = seen.With(sign[0]);
        }

        return seen.IsNoText;
    }

    private (string? Sign, bool Sure) Elected(string code)
    {
        if (!_votes.TryGetValue(code, out var votes))
        {
            return (null, false);
        }

        var (sign, count) = votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First();
        return (sign, count * 10 >= votes.Values.Sum() * MajorityOfTen);
    }

    private static bool IsUnknown(in Glyph glyph) => (glyph.Flags & (GlyphFlags.Untrusted | GlyphFlags.Invisible)) == GlyphFlags.Untrusted;

    private static string? Nearest(in Glyph glyph, ImmutableArray<Glyph> recognised)
    {
        string? nearest = null;
        var least = Near * glyph.PointSize;
        foreach (ref readonly var sign in recognised.AsSpan())
        {
            var away = Math.Abs(sign.Box.CenterX - glyph.Box.CenterX);
            if (away < least && glyph.Box.CenterY > sign.Box.Top && glyph.Box.CenterY < sign.Box.Bottom)
            {
                (nearest, least) = (sign.Text, away);
            }
        }

        return nearest;
    }
}
