using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Io.Pictures;
using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Ocr;

/// <summary>
/// Reads a page that is a picture: laid level, its rulings taken out, what remains read piece by piece. The model is
/// shared by all threads.
/// </summary>
public sealed class PictureReader : IPictureReader, IDisposable
{
    private const string Model = "ch_PP-OCRv4_rec_infer.onnx", Characters = "ppocr_keys_v1.txt";

    /// <summary>Raise it when the same picture gives other glyphs.</summary>
    private const int Revision = 1;

    /// <summary>A digit the model is less sure of may be another one.</summary>
    private const float LeastSure = 0.5f;

    private readonly Recognizer _recognizer;

    /// <param name="folder">Where the models lie.</param>
    public PictureReader(string folder) => _recognizer = new Recognizer(Path.Combine(folder, Model), Path.Combine(folder, Characters));

    public string Version => FormattableString.Invariant($"PP-OCRv4/{Revision}");

    public PictureText Read(PagePictures page, CancellationToken cancel)
    {
        Raster picture;
        double scale;
        try
        {
            (picture, scale) = PageImage.Of(page);
        }
        catch (InvalidDataException e)
        {
            return new PictureText([], [], e.Message);
        }

        var reach = Math.Max(8, (int)(scale * 12));
        var ink = Ink.Of(picture, reach);
        var slope = Skew.Of(ink);
        if (slope != 0)
        {
            picture = Skew.Level(picture, slope);
            ink = Ink.Of(picture, reach);
        }

        var em = TextPieces.EmOf(Components.Of(ink), picture.Height);
        var rulings = LineRuns.Take(ink, picture, em);
        var pieces = TextPieces.Of(Components.Of(ink), rulings, em);
        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        var sequence = 0;
        foreach (var piece in pieces)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var sign in piece.IsDash ? [Dash(piece)] : FigureSigns.Normalized(Placed(picture, piece)))
            {
                sequence += sign.Begins ? 1 : 0;
                glyphs.Add(Glyph(sign, scale, sequence));
            }
        }

        return new PictureText(glyphs.ToImmutable(), [.. rulings.Select(r => Ruling(r, scale))], null);
    }

    /// <summary>What is written in a piece. Where a figure and words stand apart in it, each is read alone, which the model does better.</summary>
    private List<PlacedSign> Placed(Raster picture, TextPiece piece)
    {
        var placed = GlyphPlaces.Of(piece, WordSigns.Normalized(Recognized(picture, piece)));
        var cuts = GlyphPlaces.Columns(placed);
        return cuts.Count == 0 ? placed : [.. piece.CutAt(cuts).SelectMany(p => GlyphPlaces.Of(p, WordSigns.Normalized(Recognized(picture, p))))];
    }

    private List<Sign> Recognized(Raster picture, TextPiece piece)
    {
        var (crop, area) = Crops.Of(picture, piece);
        return _recognizer.Read(crop).ConvertAll(s => s with { X = s.X + area.Left });
    }

    /// <summary>It stands where the middle of digits is.</summary>
    private static PlacedSign Dash(TextPiece piece) =>
        new("—", piece.Box.Left, piece.Box.Right, piece.Box.MiddleY + 0.35 * piece.Em, piece.Em, 1, Begins: true);

    private static Glyph Glyph(in PlacedSign sign, double scale, int sequence)
    {
        var box = new Box(sign.Left / scale, (sign.Baseline - sign.Size) / scale, sign.Right / scale, sign.Baseline / scale);
        var flags = GlyphFlags.Pictured | (sign.Sure < LeastSure && sign.Text[0] is >= '0' and <= '9' ? GlyphFlags.Unsure : GlyphFlags.None);
        return new Glyph(sign.Text, box, (float)(sign.Baseline / scale), (float)(sign.Size / scale), TextRotation.Upright, flags, sequence);
    }

    private static Ruling Ruling(in PixelRuling ruling, double scale) => new(
        ruling.Horizontal ? RulingDirection.Horizontal : RulingDirection.Vertical, ruling.Position / scale, ruling.Start / scale, ruling.End / scale,
        (float)(ruling.Thickness / scale));

    public void Dispose() => _recognizer.Dispose();
}
