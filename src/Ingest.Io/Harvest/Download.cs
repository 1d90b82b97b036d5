using Ingest.Io.Archive;
using Ingest.Io.Pdf;

namespace Ingest.Io.Harvest;

/// <summary>A file that was fetched, and what it is by its bytes.</summary>
/// <param name="Kind">pdf, zip, not_read; null where it is no file but a web page.</param>
/// <param name="Format">In words: "a Word document (docx)".</param>
/// <param name="HeadBytes">Its first bytes.</param>
internal sealed record Arrived(FetchAnswer Answer, string? Kind = null, string Format = "", string Sha256 = "", byte[]? HeadBytes = null)
{
    public ReadOnlySpan<byte> Head => HeadBytes;
}

/// <summary>Brings one file beside the store and looks at it.</summary>
internal sealed class Download(FileStore store, string source, PoliteHttp http, FetchRequest request)
{
    private const int HeadBytes = 1 << 16;
    private const int TailBytes = 2048;

    private readonly FileBody _body = new(Path.Combine(store.Parts, source), request.Url);

    public async Task<Arrived> RunAsync(CancellationToken cancel)
    {
        var arrived = await OnceAsync(cancel).ConfigureAwait(false);
        if (!arrived.Answer.HasBody || arrived.Kind is not "pdf" || arrived.Answer.LengthKnown || HasEndMark())
        {
            return arrived;
        }

        // Nobody said how long it is, and its end is missing: only if it comes out the same twice, it is so at the publisher.
        Discard();
        var again = await OnceAsync(cancel).ConfigureAwait(false);
        if (!again.Answer.HasBody || string.Equals(again.Sha256, arrived.Sha256, StringComparison.Ordinal) || HasEndMark())
        {
            return again;
        }

        Discard();
        return new Arrived(FetchAnswer.Failed(request.Url, again.Answer.FinalUrl, Portals.FetchFailure.Failed, "the file was cut off, twice at different places", again.Answer.Status));
    }

    /// <summary>Moves it into the store; it is on the disk then.</summary>
    public void Keep(string sha256)
    {
        store.Take(_body.Path, sha256);
        _body.Discard();
    }

    public void Discard() => _body.Discard();

    private async Task<Arrived> OnceAsync(CancellationToken cancel)
    {
        var answer = await http.GetAsync(request, _body, cancel).ConfigureAwait(false);
        if (!answer.HasBody)
        {
            return new Arrived(answer);
        }

        var head = Head();
        var format = FileKind.FindPdfHeader(head) >= 0 ? "a PDF" : FileKind.Describe(head).English;
        var kind = format switch
        {
            "a PDF" => "pdf",
            "a ZIP archive" => "zip",
            "an HTML page" or "an XML file" or "a JSON text" or "empty" or "nothing but zeros" => null,
            _ => "not_read",
        };
        if (kind is null)
        {
            Discard();
            return new Arrived(answer, null, format);
        }

        return new Arrived(answer, kind, format, FileStore.HashOf(_body.Path), head);
    }

    private byte[] Head()
    {
        using var file = new FileStream(_body.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var head = new byte[(int)Math.Min(HeadBytes, file.Length)];
        file.ReadExactly(head);
        return head;
    }

    private bool HasEndMark()
    {
        using var file = new FileStream(_body.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var tail = new byte[(int)Math.Min(TailBytes, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf("%%EOF"u8) >= 0;
    }
}
