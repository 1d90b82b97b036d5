using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>Colours.</summary>
internal sealed partial class PageInterpreter
{
    private bool ExecuteColor(int word, in ContentLexer lexer)
    {
        switch (word)
        {
            case Op.g: (_state.Fill, _state.FillSpace) = (Ink.OfGray(N(1)), null); return true;
            case Op.G: (_state.Stroke, _state.StrokeSpace) = (Ink.OfGray(N(1)), null); return true;
            case Op.rg: (_state.Fill, _state.FillSpace) = (Ink.OfRgb(N(3), N(2), N(1)), null); return true;
            case Op.RG: (_state.Stroke, _state.StrokeSpace) = (Ink.OfRgb(N(3), N(2), N(1)), null); return true;
            case Op.k: (_state.Fill, _state.FillSpace) = (Ink.OfCmyk(N(4), N(3), N(2), N(1)), null); return true;
            case Op.K: (_state.Stroke, _state.StrokeSpace) = (Ink.OfCmyk(N(4), N(3), N(2), N(1)), null); return true;
            case Op.cs:
                _state.FillSpace = SpaceOf(Name(lexer, 1));
                _state.Fill = FirstInkOf(_state.FillSpace);
                return true;
            case Op.CS:
                _state.StrokeSpace = SpaceOf(Name(lexer, 1));
                _state.Stroke = FirstInkOf(_state.StrokeSpace);
                return true;
            case Op.sc or Op.scn:
                _state.Fill = InkIn(_state.FillSpace);
                return true;
            case Op.SC or Op.SCN:
                _state.Stroke = InkIn(_state.StrokeSpace);
                return true;
            default:
                return false;
        }
    }

    private ColorSpaceDetails? SpaceOf(NameToken? name)
    {
        try
        {
            return name is null ? null : resources.GetColorSpaceDetails(name, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A space that cannot be made out: its inks are taken for what their number of components says.
            return null;
        }
    }

    private static Ink FirstInkOf(ColorSpaceDetails? space)
    {
        try
        {
            return space is null ? Ink.Black : Ink.Of(space.GetInitializeColor());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Ink.Motley;
        }
    }

    private Ink InkIn(ColorSpaceDetails? space)
    {
        var items = _operands.Items;
        if (items.IsEmpty || items[^1].Kind == OperandKind.Name)
        {
            return Ink.Motley;
        }

        if (space is null or DeviceGrayColorSpaceDetails or DeviceRgbColorSpaceDetails or DeviceCmykColorSpaceDetails)
        {
            return items.Length switch
            {
                1 => Ink.OfGray(N(1)),
                3 => Ink.OfRgb(N(3), N(2), N(1)),
                4 => Ink.OfCmyk(N(4), N(3), N(2), N(1)),
                _ => Ink.Motley,
            };
        }

        var values = new double[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Number;
        }

        try
        {
            return Ink.Of(space.GetColor(values));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Ink.Motley;
        }
    }
}
