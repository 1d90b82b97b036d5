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
    private const int Revision = 5;

    /// <summary>A digit or character the model is less sure of may be another one.</summary>
    private const float LeastSure = 0.5f;

    /// <summary>Of a sign the model is less sure of, another look is worth its time.</summary>
    private const float Doubtful = 0.7f;

    /// <summary>What a reading costs where a sign is missing.</summary>
    private const double MostMisfit = 1;

    /// <summary>What two characters beside each other cost that no known word has: where two readings fit the ink alike, words decide.</summary>
    private const double StrangeCost = 0.5;

    /// <summary>How a piece is looked at again: with more paper around it, narrower, wider.</summary>
    private static readonly (double Margin, double Stretch)[] Looks = [(Crops.WideMargin, 1), (Crops.Margin, 0.8), (Crops.Margin, 1.25)];

    private readonly Recognizer _recognizer;

    /// <param name="folder">Where the models lie.</param>
    public PictureReader(string folder) => _recognizer = new Recognizer(Path.Combine(folder, Model), Path.Combine(folder, Characters));

    public string Version => FormattableString.Invariant($"PP-OCRv4/{Revision}");

    public PictureText Read(PagePictures page, CancellationToken cancel)
    {
        Raster picture;
        Raster? aside;
        double scale;
        try
        {
            (picture, aside, scale) = PageImage.Of(page);
        }
        catch (InvalidDataException e)
        {
            return new PictureText([], [], e.Message);
        }

        var (laid, turned) = TurnedPage.Of(picture, aside, scale, _recognizer);
        var signs = new List<PlacedSign>();
        foreach (var piece in laid.Pieces)
        {
            cancel.ThrowIfCancellationRequested();
            var placed = piece.IsLeader ? Dots(piece) : piece.IsDash ? [Dash(piece)] : FigureSigns.Normalized(Placed(laid.Crops, piece));
            signs.AddRange(piece.IsBesideFaint ? placed.ConvertAll(s => s with { Sure = 0 }) : placed);
        }

        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        var sequence = 0;
        foreach (var sign in TypeSizes.Even(PrintForms.Doubted(StraySigns.Without(signs))))
        {
            sequence += sign.Begins ? 1 : 0;
            glyphs.Add(Glyph(sign, scale, sequence, turned, page));
        }

        return new PictureText(glyphs.ToImmutable(), [.. laid.Rulings.Select(r => Ruling(r, scale, turned, page))], null);
    }

    public GreyPage Draw(PagePictures page, TextRotation turned)
    {
        var (picture, _, scale) = PageImage.Of(page);
        var slope = LaidPage.SlopeOf(TurnedPage.Turn(picture, turned), scale);
        var printed = TurnedPage.Back(Skew.Level(TurnedPage.Turn(PageImage.AsPrinted(page), turned), slope), turned);
        return new GreyPage(printed.Width, printed.Height, printed.Pixels);
    }

    /// <summary>What is written in a piece. Where a figure and words stand apart in it, each is read alone, which the model does better.</summary>
    private List<PlacedSign> Placed(Crops crops, TextPiece piece)
    {
        var placed = GlyphPlaces.Of(piece, WordSigns.Normalized(Recognized(crops, piece)));
        var cuts = GlyphPlaces.Columns(placed);
        return cuts.Count == 0 ? placed : [.. piece.CutAt(cuts).SelectMany(p => p.IsDash ? [Dash(p)] : GlyphPlaces.Of(p, WordSigns.Normalized(Recognized(crops, p))))];
    }

    /// <summary>
    /// With more paper around it the model sees a line smaller, narrower or wider it sees other pixels: where it is not sure or passes
    /// over ink, the reading counts that fits the ink.
    /// </summary>
    private List<Sign> Recognized(Crops crops, TextPiece piece)
    {
        var signs = KnownWords.Guessed(_recognizer.Read(crops, piece, Crops.Margin));
        if (signs.Count > 0 && signs.TrueForAll(s => s.Sure >= Doubtful || Signs.IsSmall(s.Text)) && !GlyphPlaces.LeavesInk(piece, signs))
        {
            return signs;
        }

        foreach (var (margin, stretch) in Looks)
        {
            var again = KnownWords.Guessed(_recognizer.Read(crops, piece, margin, stretch));
            signs = Misfit(piece, again) < Misfit(piece, signs) ? again : signs;
            if (Misfit(piece, signs) - StrangeCost * KnownWords.Strange(signs) <= MostMisfit && !GlyphPlaces.LeavesInk(piece, signs))
            {
                break;
            }
        }

        return signs;
    }

    private static double Misfit(TextPiece piece, List<Sign> signs)
    {
        var seen = signs.FindAll(s => !string.IsNullOrWhiteSpace(s.Text));
        return InkAlignment.Cost(piece.Stretches(), seen, piece.Em) + seen.Sum(s => 1 - s.Sure) + StrangeCost * KnownWords.Strange(seen);
    }

    /// <summary>It stands where the middle of digits is.</summary>
    private static PlacedSign Dash(TextPiece piece) =>
        new("—", piece.Box.Left, piece.Box.Right, piece.Box.MiddleY + 0.35 * piece.Em, piece.Em, 1, Begins: true);

    private static List<PlacedSign> Dots(TextPiece leader) =>
        leader.Parts.ConvertAll(p => new PlacedSign(".", p.Box.Left, p.Box.Right, leader.Box.Bottom, leader.Em, 1, Begins: p == leader.Parts[0]));

    private static Glyph Glyph(in PlacedSign sign, double scale, int sequence, TextRotation turned, PagePictures page)
    {
        var box = new Box(sign.Left / scale, (sign.Baseline - sign.Size) / scale, sign.Right / scale, sign.Baseline / scale);
        var baseline = turned switch
        {
            TextRotation.Clockwise => page.Width - box.Bottom,
            TextRotation.UpsideDown => page.Height - box.Bottom,
            _ => box.Bottom,
        };
        var flags = GlyphFlags.Pictured | (sign.Sure < LeastSure && (Signs.IsDigit(sign.Text) || char.IsLetter(sign.Text[0])) ? GlyphFlags.Unsure : GlyphFlags.None);
        return new Glyph(sign.Text, Back(box, turned, page), (float)baseline, (float)(sign.Size / scale), turned, flags, sequence);
    }

    private static Ruling Ruling(in PixelRuling ruling, double scale, TextRotation turned, PagePictures page)
    {
        double position = ruling.Position / scale, start = ruling.Start / scale, end = ruling.End / scale;
        var box = Back(ruling.Horizontal ? new Box(start, position, end, position) : new Box(position, start, position, end), turned, page);
        return box.Width >= box.Height
            ? new Ruling(RulingDirection.Horizontal, box.Top, box.Left, box.Right, (float)(ruling.Thickness / scale))
            : new Ruling(RulingDirection.Vertical, box.Left, box.Top, box.Bottom, (float)(ruling.Thickness / scale));
    }

    /// <summary>Where a box of the page as a reader holds it lies on the page as it was scanned.</summary>
    private static Box Back(Box b, TextRotation turned, PagePictures page) => turned switch
    {
        TextRotation.Clockwise => new Box(page.Width - b.Bottom, b.Left, page.Width - b.Top, b.Right),
        TextRotation.Counterclockwise => new Box(b.Top, page.Height - b.Right, b.Bottom, page.Height - b.Left),
        TextRotation.UpsideDown => new Box(page.Width - b.Right, page.Height - b.Bottom, page.Width - b.Left, page.Height - b.Top),
        _ => b,
    };

    public void Dispose() => _recognizer.Dispose();
}
