using UglyToad.PdfPig.Logging;

namespace Ingest.Io.Pdf;

/// <summary>
/// What the pages of one document share. It travels as PdfPig's log, the only thing of ours that PdfPig hands on to the
/// page factory it makes. The log itself says nothing that is not seen otherwise.
/// </summary>
internal sealed class ReadContext(CancellationToken cancel) : ILog
{
    public CancellationToken Cancel { get; } = cancel;

    public PageCanvas Canvas { get; } = new();

    public PageComposer Composer { get; } = new();

    public DocumentFonts Fonts { get; } = new();

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message)
    {
    }

    public void Error(string message)
    {
    }

    public void Error(string message, Exception ex)
    {
    }
}
