using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using PageContent = Ingest.Core.Model.PageContent;

namespace Ingest.Io.Pictures;

/// <summary>
/// Has the pages of a document read that are pictures, or whose fonts do not say what their codes mean: each as soon as its
/// pictures are taken out of the file, on other threads, so that few of them are in memory at a time. One per document.
/// </summary>
/// <param name="file">The whole document, for the program that draws pages.</param>
internal sealed class PicturePages(IPictureReader? reader, ReadOnlyMemory<byte> file, CancellationToken cancel) : IDisposable
{
    // shared by all documents: what a page takes is memory, not threads
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    private readonly Dictionary<int, Task<PictureText>> _reading = [];
    private readonly Dictionary<int, string> _unpacked = [];
    private readonly DrawnFile _file = new(file);

    /// <summary>Whether pictures are wanted at all.</summary>
    public bool Wanted => reader is not null;

    /// <summary>Takes what was painted on a page that is a picture.</summary>
    /// <param name="unpack">Takes its pictures out of the file.</param>
    public void Take(PageContent page, Func<ImmutableArray<PlacedPicture>> unpack)
    {
        if (reader is null || !page.Anomalies.Any(IsPicture))
        {
            return;
        }

        try
        {
            var pictures = unpack();
            Start(page.Number, () => new PagePictures(page.Number, page.Width, page.Height, pictures));
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException and not LimitException)
        {
            _unpacked[page.Number] = e.Message;
        }
    }

    /// <summary>The pages with what was read on them.</summary>
    public void Finish(ImmutableArray<PageContent>.Builder pages)
    {
        foreach (var page in pages)
        {
            if (_unpacked.ContainsKey(page.Number) || DecodedFonts.IsBroken(page))
            {
                Draw(page);
            }
        }

        var fonts = new DecodedFonts();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var text = _reading.TryGetValue(page.Number, out var task) ? task.GetAwaiter().GetResult() : null;
            if (!page.Anomalies.Any(IsPicture) && !DecodedFonts.IsBroken(page))
            {
                continue;
            }

            if (text is not { Failure: null })
            {
                pages[i] = Unread(page, text?.Failure);
            }
            else if (DecodedFonts.IsBroken(page))
            {
                fonts.Take(i, page, text.Glyphs);
            }
            else
            {
                pages[i] = Read(page, text);
            }
        }

        foreach (var (index, page) in fonts.Decode(pages))
        {
            pages[index] = page;
        }

        for (var i = 0; i < pages.Count; i++)
        {
            pages[i] = pages[i] with { Anomalies = [.. pages[i].Anomalies.Select(Dated)] };
        }
    }

    // What it was read with: another version, or a program that draws, would read it again.
    private Anomaly Dated(Anomaly anomaly) =>
        IsPicture(anomaly) || anomaly.Code == AnomalyCodes.UntrustedText || anomaly.Code == AnomalyCodes.PictureRead ? anomaly with { Expected = PictureReaders.VersionOf(reader) } : anomaly;

    private void Draw(PageContent page)
    {
        if (reader is not null && PageRenderer.Installed is { } renderer)
        {
            Start(page.Number, () => renderer.Draw(_file.Path, page.Number, page.Width, page.Height, cancel));
        }
    }

    private void Start(int number, Func<PagePictures> pictures)
    {
        Places.Wait(cancel);
        _reading[number] = Task.Run(
            () =>
            {
                try
                {
                    return reader!.Read(pictures(), cancel);
                }
                catch (InvalidDataException e)
                {
                    return new PictureText([], [], e.Message);
                }
                finally
                {
                    Places.Release();
                }
            },
            CancellationToken.None);
    }

    private static bool IsPicture(Anomaly anomaly) => anomaly.Code == AnomalyCodes.ScannedPage || anomaly.Code == AnomalyCodes.OcrText;

    private static PageContent Read(PageContent page, PictureText text) => page with
    {
        Glyphs = LayerAgreement.Mark(text.Glyphs, page.Glyphs),
        Rulings = text.Rulings,
        Anomalies = [.. page.Anomalies.Select(a => !IsPicture(a) ? a : PageComposer.OfPage(
            AnomalyCodes.PictureRead, page.Number, page.Width, page.Height, "the page is a picture; what is on it was recognised", "页面是图像，其文字经识别得到"))],
    };

    private PageContent Unread(PageContent page, string? failure)
    {
        var (why, chinese) = reader is null ? ($"{PictureReaders.Setup} installs what reads it", $"运行 {PictureReaders.Setup} 可安装识别组件")
            : failure is not null ? (failure, "图像无法读取：" + failure)
            : (_unpacked.TryGetValue(page.Number, out var fault) ? $"{fault}; {PageRenderer.Wanted} would draw it" : $"{PageRenderer.Wanted} would draw it", $"安装 {PageRenderer.Wanted} 可绘制该页");
        return page with
        {
            Anomalies = [.. page.Anomalies.Select(a => IsPicture(a) || a.Code == AnomalyCodes.UntrustedText ? a with { Message = $"{a.Message}; {why}", Chinese = $"{a.Chinese}；{chinese}" } : a)],
        };
    }

    public void Dispose()
    {
        foreach (var task in _reading.Values)
        {
            // a reading that was begun looks at the file
            task.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        _file.Dispose();
    }
}
