using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>Graphics states by name, images, forms, gradients.</summary>
internal sealed partial class PageInterpreter
{
    private void SetNamedState(NameToken? name)
    {
        if (name is null || resources.GetExtendedGraphicsStateDictionary(name) is not { } state)
        {
            return;
        }

        if (TryGet(state, NameToken.Lw, out NumericToken? width))
        {
            _state.LineWidth = width.Data;
        }

        if (TryGet(state, NameToken.Ca, out NumericToken? strokeAlpha))
        {
            _state.StrokeAlpha = strokeAlpha.Data;
        }

        if (TryGet(state, NameToken.CaNs, out NumericToken? fillAlpha))
        {
            _state.FillAlpha = fillAlpha.Data;
        }

        if (TryGet(state, NameToken.Font, out ArrayToken? font) && font.Data is [IndirectReferenceToken reference, NumericToken size])
        {
            SetFont(resources.GetFontDirectly(reference), size.Data);
        }

        var blend = TryGet(state, NameToken.Bm, out NameToken? mode) ? mode.Data : null;
        var masked = TryGet(state, NameToken.Smask, out IToken? mask) ? mask is not NameToken : (bool?)null;
        if (blend is not null || masked is not null)
        {
            _state.Hides = blend is null or "Normal" or "Compatible" && masked is not true;
        }
    }

    private bool TryGet<T>(DictionaryToken dictionary, NameToken name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? token)
        where T : class, IToken
    {
        token = null;
        if (!dictionary.TryGet(name, out var found))
        {
            return false;
        }

        token = (found is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : found) as T;
        return token is not null;
    }

    private void DrawObject(NameToken? name)
    {
        if (name is null || !resources.TryGetXObject(name, out var stream) || stream is null
            || !TryGet(stream.StreamDictionary, NameToken.Subtype, out NameToken? kind))
        {
            return;
        }

        if (kind.Equals(NameToken.Image))
        {
            var dictionary = stream.StreamDictionary;
            AddImage(seeThrough: dictionary.ContainsKey(NameToken.Smask) || dictionary.ContainsKey(NameToken.Mask)
                || dictionary.ContainsKey(NameToken.ImageMask));
            KeepPicture(stream);
        }
        else if (kind.Equals(NameToken.Form))
        {
            DrawForm(name, stream);
        }
    }

    private void DrawForm(NameToken name, StreamToken stream)
    {
        if (++_forms > MaximalForms)
        {
            throw new TooMuchContentException();
        }

        // A form that draws itself, at whatever remove, would not end.
        var known = resources.TryGetXObjectReference(name, out var reference);
        if (_openForms.Count >= MaximalFormDepth || (known && !_openForms.Add(reference)))
        {
            return;
        }

        var dictionary = stream.StreamDictionary;
        var loaded = false;
        Save();
        var bottom = _depth;
        try
        {
            if (TryGet(dictionary, NameToken.Resources, out DictionaryToken? own))
            {
                context.FontSpans.Demand(own, scanner, context.Meter);
                resources.LoadResourceDictionary(own);
                loaded = true;
            }

            if (TryGet(dictionary, NameToken.Matrix, out ArrayToken? matrix) && Numbers(matrix) is [var a, var b, var c, var d, var e, var f])
            {
                Concatenate(new Matrix(a, b, c, d, e, f));
            }

            if (TryGet(dictionary, NameToken.Bbox, out ArrayToken? box) && Numbers(box) is [var x0, var y0, var x1, var y1])
            {
                ClipTo(BoxOf(x0, y0, x1, y1));
            }

            var content = stream.Decode(filters, scanner);
            if ((_formBytes += content.Length) > MaximalFormBytes)
            {
                throw new TooMuchContentException();
            }

            Run(content.Span);
        }
        finally
        {
            if (loaded)
            {
                resources.UnloadResourceDictionary();
            }

            _depth = bottom;
            Restore(bottom - 1);
            if (known)
            {
                _openForms.Remove(reference);
            }
        }
    }

    private double[] Numbers(ArrayToken array) =>
        [.. array.Data.Select(t => (t is IndirectReferenceToken r ? scanner.Get(r.Data)?.Data : t) is NumericToken n ? n.Data : 0)];

    private void DrawInlineImage(ref ContentLexer lexer)
    {
        var mask = false;
        var items = _operands.Items;
        for (var i = 0; i + 1 < items.Length; i++)
        {
            if (items[i].Kind == OperandKind.Name && items[i + 1] is { Kind: OperandKind.Other, Number: 1 })
            {
                var key = lexer.Content.Slice(items[i].Start, items[i].Length);
                mask |= key.SequenceEqual("IM"u8) || key.SequenceEqual("ImageMask"u8);
            }
        }

        AddImage(mask);
        lexer.SkipImageData();
    }

    // An image fills the unit square of its space.
    private void AddImage(bool seeThrough)
    {
        if (_state.FillAlpha >= Transparent && TryClip(BoxOf(0, 0, 1, 1), out var box))
        {
            _canvas.AddImage(box, !seeThrough && IsOpaque);
        }
    }

    // The rows of a picture run from the top of its unit square to the bottom, those of the page likewise.
    private void KeepPicture(StreamToken stream)
    {
        if (!context.Pictures.Wanted || _state.FillAlpha < Transparent || !TryClip(BoxOf(0, 0, 1, 1), out _))
        {
            return;
        }

        var m = _state.ToPage;
        var place = new Pictures.PicturePlace(m.A, -m.B, -m.C, m.D, m.C + m.E, _canvas.Height - m.D - m.F);
        _canvas.Pictures.Add(new PaintedPicture(stream, place, BoxOf(0, 0, 1, 1)));
    }

    // Over all that the clip leaves.
    private void PaintGradient()
    {
        if (TryClip(_state.Clip, out var box))
        {
            _canvas.AddShade(box, Ink.Motley, IsOpaque);
        }
    }
}
