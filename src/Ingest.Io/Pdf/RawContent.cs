using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace Ingest.Io.Pdf;

/// <summary>
/// Stands in for PdfPig's content parser and hands the decoded bytes through. Its own makes an object of every operator,
/// under a lock that all threads share.
/// </summary>
internal sealed class RawContentParser : IPageContentParser
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        var bytes = new byte[inputBytes.Length];
        inputBytes.Seek(0);
        var read = 0;
        for (int n; read < bytes.Length && (n = inputBytes.Read(bytes.AsSpan(read))) > 0; read += n)
        {
        }

        return [new RawContent(bytes.AsMemory(0, read))];
    }
}

/// <summary>A whole content stream, dressed as one operation.</summary>
internal sealed class RawContent(ReadOnlyMemory<byte> bytes) : IGraphicsStateOperation
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public string Operator => "";

    public void Write(Stream stream) => throw new NotSupportedException("content is read here, never written");

    public void Run(IOperationContext operationContext) => throw new NotSupportedException("content is read by our own interpreter");
}
