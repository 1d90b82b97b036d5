using Ingest.Core.Model;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Ingest.Io.Pdf;

/// <summary>
/// Runs a page's content stream and paints it on a <see cref="PageCanvas"/> (operators: ISO 32000-1, annex A). It knows
/// the clip, the colours and the order of painting, which decide what a reader sees and which PdfPig's list of letters
/// and paths no longer has; fonts, resources and streams are PdfPig's.
/// </summary>
internal sealed partial class PageInterpreter(
    ReadContext context, IResourceStore resources, IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    // Forms drawn by forms: real files nest a few deep.
    private const int MaximalFormDepth = 24;

    // Forms drawn on one page: ten forms that each draw ten others, and so on, would take days.
    private const int MaximalForms = 20_000;

    // Saved states: real files stay below a hundred.
    private const int MaximalStates = 10_000;

    // Operators on one page, forms included. The largest of thousands of budget pages has some ten thousand.
    private const long MaximalOperators = 20_000_000;

    // Content that forms add to one page, each as often as it is drawn.
    private const long MaximalFormBytes = 256L << 20;

    // How many operators pass between two looks at the limits.
    private const int MeterStride = 4096;

    // A stray word is a slip; more of them mean that the content was not what was written.
    private const int ToleratedUnknown = 10;

    private readonly PageCanvas _canvas = context.Canvas;
    private readonly Operands _operands = context.Operands;
    private readonly HashSet<IndirectReference> _openForms = [];
    private GraphicsState[] _saved = new GraphicsState[16];
    private GraphicsState _state;
    private int _depth;
    private long _operators;
    private int _forms;
    private long _formBytes;
    private int _unknown;
    private int _tolerating;
    private bool _isCut;

    /// <summary>What was wrong with the content; null if nothing.</summary>
    public string? Damage => _isCut ? "its content breaks off"
        : _unknown > ToleratedUnknown ? "its content holds words that are no operators" : null;

    /// <exception cref="TooMuchContentException">The page does not end.</exception>
    public void Run(ReadOnlyMemory<byte> content, in Matrix toPage)
    {
        _state = GraphicsState.Start(toPage, new Box(0, 0, _canvas.Width, _canvas.Height));
        Run(content.Span);
    }

    private void Run(ReadOnlySpan<byte> content)
    {
        context.Meter.Check();
        var bottom = _depth;
        var lexer = new ContentLexer(content, _operands);
        _operands.Clear();
        for (int word; (word = lexer.Next()) != 0; _operands.Clear())
        {
            if (++_operators % MeterStride == 0)
            {
                context.Meter.Check();
                if (_operators > MaximalOperators)
                {
                    throw new TooMuchContentException();
                }
            }

            Execute(word, ref lexer, bottom);
        }

        _isCut |= lexer.IsCut;
        _operands.Clear();
        while (_depth > bottom)
        {
            Restore(bottom);
        }
    }

    private void Execute(int word, ref ContentLexer lexer, int bottom)
    {
        switch (word)
        {
            case Op.q: Save(); break;
            case Op.Q: Restore(bottom); break;
            case Op.cm: Concatenate(new Matrix(N(6), N(5), N(4), N(3), N(2), N(1))); break;
            case Op.w: _state.LineWidth = N(1); break;
            case Op.gs: SetNamedState(Name(lexer, 1)); break;
            case Op.Do: DrawObject(Name(lexer, 1)); break;
            case Op.sh: PaintGradient(); break;
            case Op.ID: DrawInlineImage(ref lexer); break;
            case Op.BX: _tolerating++; break;
            case Op.EX: _tolerating--; break;
            default:
                if (!ExecuteText(word, lexer) && !ExecutePath(word) && !ExecuteColor(word, lexer) && !IsWithoutEffect(word) && _tolerating <= 0)
                {
                    _unknown++;
                }

                break;
        }
    }

    // Marked content, caps, joins, dashes, intents, glyph metrics of type 3.
    private static bool IsWithoutEffect(int word) => word is
        Op.J or Op.j or Op.M or Op.d or Op.i or Op.ri or Op.MP or Op.DP
        or Op.BMC or Op.BDC or Op.EMC
        or Op.BI or Op.EI or Op.d0 or Op.d1;

    private double N(int fromEnd) => _operands.FromEnd(fromEnd);

    private UglyToad.PdfPig.Tokens.NameToken? Name(in ContentLexer lexer, int fromEnd)
    {
        var items = _operands.Items;
        if (fromEnd > items.Length || items[^fromEnd].Kind != OperandKind.Name)
        {
            return null;
        }

        return context.Names.Of(lexer.Content.Slice(items[^fromEnd].Start, items[^fromEnd].Length));
    }

    private void Save()
    {
        if (_depth == MaximalStates)
        {
            throw new TooMuchContentException();
        }

        if (_depth == _saved.Length)
        {
            Array.Resize(ref _saved, 2 * _depth);
        }

        _saved[_depth++] = _state;
    }

    // One Q too many is common and harmless; it must not reach out of its form.
    private void Restore(int bottom)
    {
        if (_depth > bottom)
        {
            _state = _saved[--_depth];
        }
    }

    private void Concatenate(in Matrix matrix) => _state.ToPage = matrix.Then(_state.ToPage);

    private bool TryClip(Box box, out Box clipped)
    {
        var clip = _state.Clip;
        clipped = new Box(
            Math.Max(box.Left, clip.Left), Math.Max(box.Top, clip.Top), Math.Min(box.Right, clip.Right), Math.Min(box.Bottom, clip.Bottom));
        return clipped is { Width: > 0, Height: > 0 };
    }

    // A clip that is no rectangle counts as the box around it: too much is seen, never too little.
    private void ClipTo(Box box) => _state.Clip = TryClip(box, out var clipped)
        ? clipped : new Box(clipped.Left, clipped.Top, clipped.Left, clipped.Top);

    /// <summary>The box, as displayed, around a rectangle of the current space.</summary>
    private Box BoxOf(double x0, double y0, double x1, double y1)
    {
        var m = _state.ToPage;
        var (ax, ay) = m.Apply(x0, y0);
        var (bx, by) = m.Apply(x1, y0);
        var (cx, cy) = m.Apply(x1, y1);
        var (dx, dy) = m.Apply(x0, y1);
        return new Box(
            Math.Min(Math.Min(ax, bx), Math.Min(cx, dx)), _canvas.Height - Math.Max(Math.Max(ay, by), Math.Max(cy, dy)),
            Math.Max(Math.Max(ax, bx), Math.Max(cx, dx)), _canvas.Height - Math.Min(Math.Min(ay, by), Math.Min(cy, dy)));
    }
}

/// <summary>A page draws more than any real one: it is given up.</summary>
internal sealed class TooMuchContentException() : Exception(Text)
{
    public const string Text = "the page draws more than can be read";
}
