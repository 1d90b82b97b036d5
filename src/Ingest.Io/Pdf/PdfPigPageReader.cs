using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Text;
using Ingest.Io.Pictures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using PageContent = Ingest.Core.Model.PageContent;

namespace Ingest.Io.Pdf;

/// <summary>Reads a PDF's pages. Whatever the file holds, the answer is pages and anomalies, never an exception.</summary>
public static class PdfPigPageReader
{
    // Arrays and dictionaries inside one another; deeper ones are an attack on the stack.
    private const int MaximalNesting = 64;

    private const int LongestProgram = 100;

    // A file cut off lacks the pointer that PDFs end with.
    private const int TailReach = 2048;

    /// <param name="bytes">The whole file. One document may be read by one thread only; several may share the bytes.</param>
    /// <param name="onlyPages">Page numbers from 1; null for all.</param>
    /// <param name="cancel">Looked at wherever work is done; the only cause of an exception.</param>
    /// <param name="limits">Null for the usual ones. A document beyond them is refused as a whole.</param>
    /// <param name="pictures">Reads pages that are pictures; null where nothing can.</param>
    public static PdfReading Read(
        ReadOnlyMemory<byte> bytes, IReadOnlySet<int>? onlyPages, CancellationToken cancel, DocumentLimits? limits = null, IPictureReader? pictures = null)
    {
        try
        {
            return Read(bytes, onlyPages, new DocumentMeter(limits ?? new DocumentLimits(), cancel), file => new PicturePages(pictures, file, cancel));
        }
        catch (LimitException e)
        {
            return Failed(AnomalyCodes.DocumentRefused, e.Message, e.Chinese);
        }
    }

    private static PdfReading Read(ReadOnlyMemory<byte> bytes, IReadOnlySet<int>? onlyPages, DocumentMeter meter, Func<ReadOnlyMemory<byte>, PicturePages> read)
    {
        meter.CountFile(bytes.Length);
        var header = FileKind.FindPdfHeader(bytes.Span);
        if (header < 0)
        {
            var kind = FileKind.Describe(bytes.Span);
            return Failed(AnomalyCodes.NotAPdf, "the file is " + kind.English, "文件" + kind.Chinese);
        }

        // Offsets in a PDF count from its header, also where a server put something before it.
        var file = DefusedPdf.Of(bytes[header..], meter.Limits.Objects);
        var reading = ReadOnce(file, onlyPages, meter, read);
        if (!IsDamaged(reading))
        {
            return reading;
        }

        var repaired = PdfRepair.Rebuild(file.Span, meter) is { } rebuilt ? ReadOnce(rebuilt, onlyPages, meter, read) : null;
        if (repaired is null || Harvest(repaired) <= Harvest(reading))
        {
            return reading;
        }

        var (what, chinese) = reading.Anomalies.IsEmpty ? ("some of its pages could not be found", "有页面未找到") : (reading.Anomalies[0].Message, reading.Anomalies[0].Chinese);
        return repaired with { Anomalies = [PageComposer.OfDocument(AnomalyCodes.Damaged, what + "; read after its directory was rebuilt", chinese + "；重建目录后读取")] };
    }

    private static bool IsDamaged(PdfReading reading)
    {
        foreach (var anomaly in reading.Anomalies)
        {
            if (anomaly.Code == AnomalyCodes.Damaged || anomaly.Code == AnomalyCodes.NoPages)
            {
                return true;
            }
        }

        foreach (var page in reading.Pages)
        {
            foreach (var anomaly in page.Anomalies)
            {
                if ((anomaly.Code == AnomalyCodes.PageUnreadable || anomaly.Code == AnomalyCodes.Damaged)
                    && !string.Equals(anomaly.Message, TooMuchContentException.Text, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static long Harvest(PdfReading reading)
    {
        var glyphs = (long)reading.PageCount;
        foreach (var page in reading.Pages)
        {
            glyphs += page.Glyphs.Length;
        }

        return glyphs;
    }

    private static PdfReading ReadOnce(ReadOnlyMemory<byte> file, IReadOnlySet<int>? onlyPages, DocumentMeter meter, Func<ReadOnlyMemory<byte>, PicturePages> read)
    {
        using var pictures = read(file);
        var context = new ReadContext(meter, pictures);
        PdfDocument document;
        try
        {
            document = Open(file, context);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Failed(AnomalyCodes.Encrypted, "the file needs a password", "文件需要密码");
        }
        catch (Exception e) when (IsContentFault(e))
        {
            return Failed(AnomalyCodes.Damaged, e.Message, PageComposer.Fault(e.Message));
        }

        try
        {
            var count = document.NumberOfPages;
            meter.Check();
            meter.CountPages(count);
            if (count == 0)
            {
                return Failed(AnomalyCodes.NoPages, "the file has no page", "文件没有页面");
            }

            var anomalies = DamageOf(document, count, file, context) is var (what, chinese)
                ? [PageComposer.OfDocument(AnomalyCodes.Damaged, what, chinese)]
                : ImmutableArray<Anomaly>.Empty;
            var pages = ImmutableArray.CreateBuilder<PageContent>(count);
            for (var number = 1; number <= count; number++)
            {
                meter.Check();
                if (onlyPages is not null && !onlyPages.Contains(number))
                {
                    continue;
                }

                if (!TryReadPage(document, number, context, out var page))
                {
                    // PdfPig keeps what the failed page had loaded: the next pages start afresh.
                    document.Dispose();
                    document = Open(file, context);
                }

                meter.Check();
                meter.CountPage(page.Glyphs.Length, page.Rulings.Length);
                pages.Add(page);
            }

            TextTrust.Judge(pages);
            pictures.Finish(pages);
            if (context.ChangedStreams > 0)
            {
                anomalies = anomalies.Add(PageComposer.OfDocument(
                    AnomalyCodes.ChecksumMismatch, string.Create(CultureInfo.InvariantCulture, $"{context.ChangedStreams} compressed streams do not match their checksums"),
                    string.Create(CultureInfo.InvariantCulture, $"{context.ChangedStreams} 个压缩流与其校验和不符")));
            }

            return new PdfReading(pages.ToImmutable(), count, anomalies, Program(document.Information.Creator), Program(document.Information.Producer));
        }
        finally
        {
            document.Dispose();
        }
    }

    private static (string English, string Chinese)? DamageOf(PdfDocument document, int count, ReadOnlyMemory<byte> file, ReadContext context)
    {
        try
        {
            return context.TakeErrors() is { } error ? (error, PageComposer.Fault(error))
                : IsCutOff(file.Span) ? ("the end of the file is missing", "文件缺少结尾")
                : PageTree.Doubt(document, count, context.Meter);
        }
        catch (Exception e) when (IsContentFault(e))
        {
            return (e.Message, PageComposer.Fault(e.Message));
        }
    }

    private static PdfDocument Open(ReadOnlyMemory<byte> file, ReadContext context)
    {
        var document = PdfDocument.Open(file, new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = MaximalNesting,
            Logger = context,
            FilterProvider = new StreamFilters(context.Meter, context.CountChangedStream),
        });
        document.AddPageFactory<PageContent, PageFactory>();
        return document;
    }

    private static bool TryReadPage(PdfDocument document, int number, ReadContext context, out PageContent page)
    {
        try
        {
            page = document.GetPage<PageContent>(number);
            return true;
        }
        catch (Exception e) when (IsContentFault(e))
        {
            context.TakeErrors();
            page = new PageContent(
                number, 0, 0, [], [], [], [], [PageComposer.OfPage(AnomalyCodes.PageUnreadable, number, 0, 0, e.Message, PageComposer.Fault(e.Message))]);
            return false;
        }
    }

    private static string Program(string? name)
    {
        var text = Folding.Fold(name ?? "").Trim();
        return text.Length > LongestProgram ? text[..LongestProgram] : text;
    }

    private static bool IsCutOff(ReadOnlySpan<byte> file) => file[^Math.Min(file.Length, TailReach)..].IndexOf("startxref"u8) < 0;

    private static bool IsContentFault(Exception e) => e is not OperationCanceledException and not OutOfMemoryException and not LimitException;

    private static PdfReading Failed(AnomalyCode code, string message, string chinese) => new([], 0, [PageComposer.OfDocument(code, message, chinese)]);
}
