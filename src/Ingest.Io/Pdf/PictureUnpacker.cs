using System.Collections.Immutable;
using Ingest.Io.Pictures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>A picture as it was painted.</summary>
internal readonly record struct PaintedPicture(StreamToken Stream, PicturePlace Place, Core.Model.Box Area);

/// <summary>Takes a picture out of its stream (ISO 32000-1, 8.9.5): JPEG stays as it is, samples become bytes of grey or colour.</summary>
internal sealed class PictureUnpacker(IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    /// <summary>An A3 page at 600 pixels an inch has 70 million.</summary>
    private const long MostPixels = 100_000_000;

    private const string Jpeg = "DCTDecode", ShortJpeg = "DCT", Fax = "CCITTFaxDecode", ShortFax = "CCF";

    /// <exception cref="NotSupportedException">It is packed in a way that is not read here; the message says which.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public PlacedPicture Unpack(PaintedPicture painted)
    {
        var (stream, place, area) = painted;
        var dictionary = stream.StreamDictionary;
        var (width, height) = (Whole(dictionary, NameToken.Width), Whole(dictionary, NameToken.Height));
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            throw new InvalidDataException("a picture has a size that no picture can have");
        }

        var names = FilterNames(dictionary);
        var data = stream.Data;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Data is Jpeg or ShortJpeg)
            {
                return new PlacedPicture(width, height, PictureCoding.Jpeg, data, place, area);
            }

            // a fax is no text, hence the filters of text refuse it
            var filter = names[i].Data is Fax or ShortFax ? DefaultFilterProvider.Instance.GetNamedFilters([names[i]])[0] : filters.GetNamedFilters([names[i]])[0];
            if (!filter.IsSupported)
            {
                throw new NotSupportedException($"a picture is packed as {names[i].Data}");
            }

            data = filter.Decode(data.ToArray(), dictionary, filters, i);
        }

        var samples = new PictureSamples(width, height, data, Colours(dictionary));
        return new PlacedPicture(width, height, samples.IsGrey ? PictureCoding.Grey : PictureCoding.Rgb, samples.Bytes(), place, area);
    }

    private PictureColours Colours(DictionaryToken dictionary)
    {
        var inverted = Get(dictionary, NameToken.Decode) is ArrayToken { Data: [NumericToken { Data: > 0 }, ..] };
        if (Get(dictionary, NameToken.ImageMask) is BooleanToken { Data: true })
        {
            return new PictureColours(1, 1, inverted, []);
        }

        var bits = Whole(dictionary, NameToken.BitsPerComponent);
        return Get(dictionary, NameToken.ColorSpace) switch
        {
            ArrayToken { Data: [NameToken { Data: "Indexed" or "I" }, var space, _, var table, ..] } =>
                new PictureColours(bits, 1, inverted, Palette(Resolve(table), Components(Resolve(space)))),
            var space => new PictureColours(bits, Components(space), inverted, []),
        };
    }

    private int Components(IToken? space) => space switch
    {
        NameToken { Data: "DeviceRGB" or "RGB" or "CalRGB" } or ArrayToken { Data: [NameToken { Data: "CalRGB" or "Lab" }, ..] } => 3,
        NameToken { Data: "DeviceCMYK" or "CMYK" } => 4,
        ArrayToken { Data: [NameToken { Data: "ICCBased" }, var profile, ..] } when Resolve(profile) is StreamToken stream => Whole(stream.StreamDictionary, NameToken.N),
        ArrayToken { Data: [NameToken { Data: "DeviceN" }, ..] } or ArrayToken { Data: [NameToken { Data: "Separation" }, ..] } =>
            throw new NotSupportedException("a picture has inks of its own"),
        _ => 1,
    };

    private byte[] Palette(IToken? table, int components)
    {
        var bytes = table switch
        {
            StreamToken stream => stream.Decode(filters, scanner).ToArray(),
            HexToken hex => hex.Bytes.ToArray(),
            StringToken text => text.GetBytes(),
            _ => throw new InvalidDataException("a picture has no colours"),
        };
        return components switch
        {
            3 => bytes,
            1 => [.. bytes.SelectMany(b => (byte[])[b, b, b])],
            _ => throw new NotSupportedException("a picture has a palette of inks"),
        };
    }

    private ImmutableArray<NameToken> FilterNames(DictionaryToken dictionary) => (Get(dictionary, NameToken.Filter) ?? Get(dictionary, NameToken.F)) switch
    {
        NameToken name => [name],
        ArrayToken array => [.. array.Data.Select(t => Resolve(t) as NameToken ?? throw new InvalidDataException("a picture has a filter without a name"))],
        _ => [],
    };

    private int Whole(DictionaryToken dictionary, NameToken name) => Get(dictionary, name) is NumericToken { Data: >= 0 and <= int.MaxValue } number ? number.Int : 0;

    private IToken? Get(DictionaryToken dictionary, NameToken name) => dictionary.TryGet(name, out var token) ? Resolve(token) : null;

    private IToken? Resolve(IToken token) => token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;
}
