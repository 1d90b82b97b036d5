using Ingest.Core.Model;
using UglyToad.PdfPig.PdfFonts;

namespace Ingest.Io.Pdf;

/// <summary>Text. Positions come from the base line and the advance only, never from the boxes that fonts declare.</summary>
internal sealed partial class PageInterpreter
{
    // A glyph of which less than this share of its width and height is inside the clip is not seen.
    private const double SeenShare = 0.3;

    private const int UnseenMode = 3;
    private const int ClippingModes = 4;

    private Matrix _text = Matrix.Identity;
    private Matrix _line = Matrix.Identity;
    private int _sequence;

    private bool ExecuteText(int word, in ContentLexer lexer)
    {
        switch (word)
        {
            case Op.BT or Op.ET: _text = _line = Matrix.Identity; return true;
            case Op.Tf: SetFont(Name(lexer, 2) is { } name ? FontOf(name) : null, N(1)); return true;
            case Op.Td: NextLine(N(2), N(1)); return true;
            case Op.TD: _state.Leading = -N(1); NextLine(N(2), N(1)); return true;
            case Op.Tm: _text = _line = new Matrix(N(6), N(5), N(4), N(3), N(2), N(1)); return true;
            case Op.TStar: NextLine(0, -_state.Leading); return true;
            case Op.Tc: _state.CharacterSpacing = N(1); return true;
            case Op.Tw: _state.WordSpacing = N(1); return true;
            case Op.Tz: _state.Stretch = N(1) / 100; return true;
            case Op.TL: _state.Leading = N(1); return true;
            case Op.Tr: _state.RenderingMode = (int)Math.Clamp(N(1), 0, 7); return true;
            case Op.Ts: _state.Rise = N(1); return true;
            case Op.Tj or Op.TJ: Show(); return true;
            case Op.NextLineShow: NextLine(0, -_state.Leading); Show(); return true;
            case Op.NextLineSpacedShow:
                (_state.WordSpacing, _state.CharacterSpacing) = (N(3), N(2));
                NextLine(0, -_state.Leading);
                Show();
                return true;
            default: return false;
        }
    }

    private IFont? FontOf(UglyToad.PdfPig.Tokens.NameToken name)
    {
        try
        {
            return resources.GetFont(name);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private void SetFont(IFont? font, double size)
    {
        _state.Font = font is null ? null : context.Fonts.Of(font, scanner, resources);
        _state.FontSize = size;
    }

    private void NextLine(double x, double y) => _text = _line = _line.Moved(x, y);

    /// <summary>Shows the texts among the operands; numbers between them move the next one.</summary>
    private void Show()
    {
        if (_state.Font is not { } font)
        {
            _canvas.MissingFonts++;
            return;
        }

        _sequence++;
        var size = _state.FontSize;
        var ink = _state.RenderingMode % ClippingModes == 1 ? _state.Stroke.OverWhite(_state.StrokeAlpha) : _state.Fill.OverWhite(_state.FillAlpha);
        var flags = FlagsOf(_state.RenderingMode);
        var frame = new GlyphFrame(_text.Then(_state.ToPage), _state, font.Em);
        foreach (var operand in _operands.Items)
        {
            if (operand.Kind == OperandKind.Text)
            {
                var codes = context.Codes.Over(_operands.Bytes.Slice(operand.Start, operand.Length));
                if (font.IsVertical)
                {
                    ShowDown(font, codes, flags, ink, frame);
                }
                else
                {
                    ShowAlong(font, codes, flags, ink, ref frame);
                }
            }
            else if (operand.Kind == OperandKind.Number)
            {
                Advance(ref frame, font.IsVertical, -operand.Number / 1000 * size);
            }
        }
    }

    private void ShowAlong(FontGlyphs font, CodeBytes codes, GlyphFlags flags, Ink ink, ref GlyphFrame frame)
    {
        var moved = 0.0;
        var stretch = _state.Stretch;
        while (codes.MoveNext())
        {
            var code = font.Read(codes, out var length);
            ref readonly var meaning = ref font[code];
            if (meaning.Text.Length > 0)
            {
                Place(meaning, flags, ink, frame, frame.X + moved * frame.TextX, frame.Y + moved * frame.TextY);
            }

            var space = code == ' ' && length == 1 ? _state.WordSpacing : 0;
            moved += (meaning.Advance * _state.FontSize + _state.CharacterSpacing + space) * stretch;
        }

        frame = frame.Moved(moved * frame.TextX, moved * frame.TextY);
        _text = _text.Moved(moved, 0);
    }

    // Each glyph stands upright with the middle of its top at the current point (ISO 32000-1, 9.7.4.3: default metrics).
    private void ShowDown(FontGlyphs font, CodeBytes codes, GlyphFlags flags, Ink ink, GlyphFrame frame)
    {
        while (codes.MoveNext())
        {
            ref readonly var meaning = ref font[font.Read(codes, out _)];
            if (meaning.Text.Length > 0)
            {
                Place(
                    meaning, flags, ink, frame,
                    frame.X - frame.AlongX * meaning.Advance / 2 - frame.UpX * GlyphFrame.Ascent,
                    frame.Y - frame.AlongY * meaning.Advance / 2 - frame.UpY * GlyphFrame.Ascent);
            }

            Advance(ref frame, down: true, -_state.FontSize + _state.CharacterSpacing);
        }
    }

    private void Advance(ref GlyphFrame frame, bool down, double by)
    {
        _text = down ? _text.Moved(0, by) : _text.Moved(by * _state.Stretch, 0);
        frame = new GlyphFrame(_text.Then(_state.ToPage), _state, _state.Font!.Em);
    }

    private GlyphFlags FlagsOf(int mode) =>
        (mode % ClippingModes == UnseenMode || _state.FillAlpha < Transparent ? GlyphFlags.Invisible : GlyphFlags.None)
        // Filled and stroked: the common way to embolden a type that has no bold cut.
        | (mode % ClippingModes == 2 ? GlyphFlags.Bold : GlyphFlags.None);

    private void Place(in GlyphMeaning meaning, GlyphFlags flags, Ink ink, in GlyphFrame frame, double x, double y)
    {
        if (!frame.IsUsable || !double.IsFinite(x) || !double.IsFinite(y))
        {
            return;
        }

        var box = frame.BoxAt(x, y, meaning.Advance, _canvas.Height);
        var baseline = frame.Turn is TextRotation.Clockwise or TextRotation.Counterclockwise ? x : _canvas.Height - y;
        _canvas.Add(
            new Glyph(meaning.Text, box, (float)baseline, (float)frame.Size, frame.Turn, meaning.Flags | flags, _sequence),
            ink, IsClippedAway(box));
    }

    private bool IsClippedAway(in Box box)
    {
        var clip = _state.Clip;
        return Math.Min(box.Right, clip.Right) - Math.Max(box.Left, clip.Left) < SeenShare * box.Width
            || Math.Min(box.Bottom, clip.Bottom) - Math.Max(box.Top, clip.Top) < SeenShare * box.Height;
    }
}
