using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Pdf;
using Ingest.Io.Pictures;

namespace Ingest.Cli;

/// <summary>One PDF read and parsed for a command that needs no database.</summary>
/// <param name="Pages">As read; what <c>draw</c> draws.</param>
/// <param name="PageCount">Of the whole file, also when only some pages were read.</param>
internal sealed record DocumentFile(ParsedDocument Document, ImmutableArray<PageContent> Pages, int PageCount)
{
    /// <param name="only">Null for all pages.</param>
    /// <returns>Null when the file cannot be read; the reason is said.</returns>
    public static DocumentFile? Open(string path, ImmutableSortedSet<int>? only, Terminal terminal)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(Directory.Exists(path)
                ? $"ingest: {path} is a folder; one PDF is wanted"
                : $"ingest: {path} cannot be read: {e.Message}");
            return null;
        }

        var reading = PdfPigPageReader.Read(bytes, only, terminal.Cancel, pictures: PictureReaders.Installed);
        if (only is not null && reading.PageCount > 0 && only.Max > reading.PageCount)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{path} has {Plural.Of(reading.PageCount, "page")}; there is no page {only.Max}"));
        }

        var source = new SourceDocument(Convert.ToHexStringLower(SHA256.HashData(bytes)), Path.GetFileName(path), bytes.Length);
        return new DocumentFile(DocumentParser.Parse(source, reading.Pages, reading.Anomalies), reading.Pages, reading.PageCount);
    }

    /// <summary>Says what was lost, one line each, and gives the exit code that follows.</summary>
    public int Conclude(Terminal terminal)
    {
        var lost = 0;
        foreach (var anomaly in Document.Anomalies)
        {
            if (anomaly.Code.Severity == Severity.Lost)
            {
                lost++;
                var page = anomaly.Where.Area.Page;
                var place = page > 0 ? string.Create(CultureInfo.InvariantCulture, $", page {page}") : "";
                terminal.Error.WriteLine($"{Document.Source.Name}{place}: {anomaly.Code.Id}: {anomaly.Message}");
            }
        }

        return lost > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
