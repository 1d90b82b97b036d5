using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// PdfPig's filters with what they lack: none gives out more than the limits allow, the checksums of compressed streams are
/// compared (PdfPig skips them, so that a byte changed on a disk or a line could turn a digit into another one and nobody
/// would know), and what would take PdfPig itself apart is taken out of what they give. One per document.
/// </summary>
/// <param name="report">Called for each stream that is not what its producer compressed.</param>
internal sealed class StreamFilters(DocumentMeter meter, Action report) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> _metered = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Metered(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Metered(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Metered(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Metered(IReadOnlyList<IFilter> filters)
    {
        if (filters.Count == 0)
        {
            return filters;
        }

        var metered = new IFilter[filters.Count];
        for (var i = 0; i < metered.Length; i++)
        {
            if (!_metered.TryGetValue(filters[i], out var own))
            {
                _metered.Add(filters[i], own = filters[i] is FlateFilter ? new MeteredFlate(filters[i], meter, report) : new MeteredFilter(filters[i], meter));
            }

            metered[i] = own;
        }

        return metered;
    }

    private sealed class MeteredFilter(IFilter inner, DocumentMeter meter) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            meter.Check();
            switch (inner)
            {
                case RunLengthFilter:
                    meter.CountStream(DecodedLength.OfRuns(input.Span));
                    break;
                case LzwFilter:
                    meter.CountStream(DecodedLength.OfLzw(input.Span, meter.StreamBytes));
                    break;
                case CcittFaxDecodeFilter:
                    // Only pictures are packed so, and those are not looked at.
                    throw new NotSupportedException("a fax image stands where text should");
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            meter.CountStream(output.Length);
            DefusedPdf.Defuse(output.Span, streamDictionary);
            return output;
        }
    }

    private sealed class MeteredFlate(IFilter inner, DocumentMeter meter, Action report) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            meter.Check();
            var output = Inflate(input, streamDictionary, filterProvider, filterIndex);
            meter.CountStream(output.Length);
            DefusedPdf.Defuse(output.Span, streamDictionary);
            return output;
        }

        private Memory<byte> Inflate(Memory<byte> input, DictionaryToken dictionary, IFilterProvider filters, int index)
        {
            var hasPredictor = dictionary.ContainsKey(NameToken.DecodeParms) || dictionary.ContainsKey(NameToken.Dp);
            if (!hasPredictor && ZLibText.TryInflate(input, meter.StreamBytes, out var content) is var ending and not ZLibEnding.Damaged)
            {
                meter.CountStream(ending == ZLibEnding.TooLong ? long.MaxValue : 0);
                return content;
            }

            // Damaged streams are PdfPig's: it saves what can be saved. A predictor needs its rows. Neither may grow without bounds.
            if (input.Length > meter.StreamBytes / ZLibText.MaximalRatio)
            {
                meter.CountStream(ZLibText.CountInflated(input, meter.StreamBytes));
            }

            var output = inner.Decode(input, dictionary, filters, index);
            if (!ZLibText.EndsWithChecksumOf(input.Span, output.Span) && !ZLibText.IsWhole(input))
            {
                report();
            }

            return output;
        }
    }
}
