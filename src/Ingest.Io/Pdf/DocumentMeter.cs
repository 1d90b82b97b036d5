namespace Ingest.Io.Pdf;

/// <summary>
/// Counts what the reading of one document costs and ends it at a limit. PdfPig swallows some exceptions on its way up, so
/// that the first one is kept, and thrown again by whoever asks next.
/// </summary>
internal sealed class DocumentMeter(DocumentLimits limits, CancellationToken cancel)
{
    private const long Megabyte = 1L << 20;

    private LimitException? _beyond;
    private long _decoded;
    private long _glyphs;
    private long _rulings;

    public DocumentLimits Limits { get; } = limits;

    public long StreamBytes => Limits.StreamMegabytes * Megabyte;

    /// <exception cref="LimitException">A limit was reached before.</exception>
    /// <exception cref="OperationCanceledException">The caller wants no more of it.</exception>
    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (_beyond is not null)
        {
            throw _beyond;
        }
    }

    public void CountFile(long bytes) => Demand(bytes <= Limits.FileMegabytes * Megabyte, "file-mb");

    public void CountPages(int pages) => Demand(pages <= Limits.Pages, "pages");

    public void CountObjects(long objects) => Demand(objects <= Limits.Objects, "objects");

    public void CountStream(long bytes)
    {
        Demand(bytes <= StreamBytes, "stream-mb");
        Demand((_decoded += bytes) <= Limits.DecodedMegabytes * Megabyte, "decoded-mb");
        Check();
    }

    public void CountPage(int glyphs, int rulings)
    {
        Demand((_glyphs += glyphs) <= Limits.Glyphs, "glyphs");
        Demand((_rulings += rulings) <= Limits.Rulings, "rulings");
    }

    private void Demand(bool within, string name)
    {
        if (!within)
        {
            _beyond ??= LimitException.Of(Limits, name);
            throw _beyond;
        }
    }
}
