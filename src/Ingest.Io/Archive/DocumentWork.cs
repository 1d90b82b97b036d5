using System.Security.Cryptography;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>Makes a parsed document of bytes.</summary>
public delegate ParsedDocument Parse(SourceDocument source, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

/// <summary>The part of a load that runs in parallel: bytes to records.</summary>
internal static class DocumentWork
{
    public static ParsedDocument ReadAndParse(SourceDocument source, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var reading = PdfPigPageReader.Read(bytes, onlyPages: null, cancel);
        return DocumentParser.Parse(source with { Creator = reading.Creator, Producer = reading.Producer }, reading.Pages, reading.Anomalies);
    }

    public static Work Do(Found.Document found, KnownContents contents, Parse parse, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = found.Content ?? File.ReadAllBytes(found.File.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Work.Unreadable(found.File with { State = FileState.Unreadable }, Anomalies.Unreadable(e.Message));
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var file = found.File with { Sha256 = sha256 };
        if (!contents.Take(sha256))
        {
            return new Work.Known(file, contents.IsLossy(sha256), IsNews: true);
        }

        var source = new SourceDocument(sha256, file.Name, bytes.Length);
        try
        {
            return new Work.Parsed(file, parse(source, bytes, cancel), DocumentParser.Version);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Broken(file, source, e);
        }
    }

    /// <summary>A fault of ours ends one document, not a load that may have run for hours.</summary>
    public static Work.Parsed Broken(FileRecord file, SourceDocument source, Exception e)
    {
        var where = e.TargetSite is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        var fault = $"{e.GetType().Name}{where}: {e.Message}";
        var anomaly = Anomalies.Of(AnomalyCodes.InternalError, fault, "程序出错：" + fault) with { Origin = Origin.Extraction };
        return new Work.Parsed(file, new ParsedDocument(source, DocumentIdentity.Unknown, [], [], [], [], [], [anomaly]), 0);
    }
}
