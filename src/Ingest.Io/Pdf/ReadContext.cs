using UglyToad.PdfPig.Logging;

namespace Ingest.Io.Pdf;

/// <summary>
/// What the pages of one document share. It travels as PdfPig's log, the only thing of ours that PdfPig hands on to the
/// page factory it makes. Its errors are kept: they tell of streams that could not be decoded, which leave no other trace.
/// </summary>
internal sealed class ReadContext : ILog
{
    public ReadContext(DocumentMeter meter, Pictures.PicturePages pictures)
    {
        (Meter, Pictures) = (meter, pictures);
        var lean = new LeanFonts();
        (Fonts, FontSpans) = (new DocumentFonts(lean), new FontSpans(lean));
    }

    public DocumentMeter Meter { get; }

    public DocumentFonts Fonts { get; }

    public FontSpans FontSpans { get; }

    public Pictures.PicturePages Pictures { get; }

    public PageCanvas Canvas { get; } = new();

    public PageComposer Composer { get; } = new();

    public Operands Operands { get; } = new();

    public CodeBytes Codes { get; } = new();

    public NameTable Names { get; } = new();

    /// <summary>How many streams were not what their producer compressed.</summary>
    public int ChangedStreams { get; private set; }

    private string? _error;

    /// <summary>The first error since the last call; null if there was none.</summary>
    public string? TakeErrors()
    {
        var error = _error;
        _error = null;
        return error;
    }

    public void CountChangedStream() => ChangedStreams++;

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message)
    {
    }

    public void Error(string message) => _error ??= message;

    public void Error(string message, Exception ex) => _error ??= message + " " + ex.Message;
}
