using System.Security.Cryptography;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Io.Pictures;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>Makes a parsed document of bytes.</summary>
public delegate ParsedDocument Parse(SourceDocument source, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

/// <summary>The part of a load that runs in parallel, one for each thread: bytes to records. What ended a process before is parsed in one of its own.</summary>
internal sealed class DocumentWork(
    KnownContents contents, ParseMarks marks, BoundedParser parser, LoadOptions options, string database, long run) : IDisposable
{
    private ParseProcess? _process;

    public static Parse Parser(DocumentLimits limits, IPictureReader? pictures = null) => (source, bytes, cancel) =>
    {
        var reading = PdfPigPageReader.Read(bytes, onlyPages: null, cancel, limits, pictures);
        var document = DocumentParser.Parse(source with { Creator = reading.Creator, Producer = reading.Producer }, reading.Pages, reading.Anomalies);
        return document.Tables.Sum(t => (long)t.Source.Cells.Length) <= limits.Cells ? document : throw LimitException.Of(limits, "cells");
    };

    public Work Do(Found.Document found, CancellationToken cancel)
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
        using var mark = marks.Set(sha256);
        return options.Worker is { } worker && (options.Isolate || marks.IsSuspect(sha256))
            ? Apart(worker, file, source, bytes, cancel)
            : Try(file, source, bytes, parser, options.DocumentLimits, cancel);
    }

    /// <summary>Whatever the document holds, the answer is work to store.</summary>
    /// <exception cref="OperationCanceledException">The caller wants no more of it.</exception>
    /// <exception cref="OutOfMemoryException">It takes too much memory.</exception>
    public static Work.Parsed Try(
        FileRecord file, SourceDocument source, ReadOnlyMemory<byte> bytes, BoundedParser parser, DocumentLimits limits, CancellationToken cancel)
    {
        try
        {
            var document = parser.Parse(source, bytes, cancel);
            return new Work.Parsed(file, document with { Anomalies = [.. document.Anomalies.Select(a => Dated(a, limits))] }, DocumentParser.Version);
        }
        catch (LimitException e)
        {
            return Refused(file, source, e.Message, e.Chinese, limits);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return Broken(file, source, e);
        }
    }

    /// <summary>In a process that may end. A process that others used before is not to blame a document for: it gets one of its own then.</summary>
    private Work Apart(WorkerCommand worker, FileRecord file, SourceDocument source, byte[] bytes, CancellationToken cancel)
    {
        if (options.Isolate && !marks.IsSuspect(source.Sha256))
        {
            _process = _process is { IsAlive: true } ? _process : ParseProcess.Start(worker, database, options.DocumentLimits);
            if (_process.Parse(source, bytes, run, cancel) is null)
            {
                return new Work.StoredApart(file);
            }

            _process.Dispose();
            _process = null;
        }

        using var alone = ParseProcess.Start(worker, database, options.DocumentLimits);
        return alone.Parse(source, bytes, run, cancel) is { } end
            ? Refused(file, source, "parsed in a process of its own, " + end, "在单独进程中解析时：" + end, options.DocumentLimits)
            : new Work.StoredApart(file);
    }

    // A refusal holds as long as the limits that it names.
    private static Anomaly Dated(Anomaly anomaly, DocumentLimits limits) =>
        anomaly.Code == AnomalyCodes.DocumentRefused ? anomaly with { Expected = limits.ToString() } : anomaly;

    private static Work.Parsed Refused(FileRecord file, SourceDocument source, string why, string chinese, DocumentLimits limits) => new(
        file, Nothing(source, Dated(Anomalies.Of(AnomalyCodes.DocumentRefused, why, chinese), limits) with { Origin = Origin.Publisher }), DocumentParser.Version);

    /// <summary>A fault of ours ends one document, not a load that may have run for hours.</summary>
    public static Work.Parsed Broken(FileRecord file, SourceDocument source, Exception e)
    {
        var where = e.TargetSite is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        var fault = $"{e.GetType().Name}{where}: {e.Message}";
        return new Work.Parsed(
            file, Nothing(source, Anomalies.Of(AnomalyCodes.InternalError, fault, "程序出错：" + fault) with { Origin = Origin.Extraction }), 0);
    }

    private static ParsedDocument Nothing(SourceDocument source, Anomaly why) => new(source, DocumentIdentity.Unknown, [], [], [], [], [], [why]);

    public void Dispose() => _process?.Dispose();
}
