using System.Globalization;
using System.IO.Compression;
using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>Gives out the documents of one ZIP archive, and of archives within it.</summary>
/// <remarks>Sizes that an archive states may lie: what counts is what comes out.</remarks>
internal sealed class ZipSearch(ArchiveLimits limits)
{
    private long _total;

    public IEnumerable<Found> Search(FileRecord archive)
    {
        var whole = true;
        FileStream? stream = null;
        Anomaly? problem = null;
        try
        {
            stream = new FileStream(archive.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = Anomalies.Unreadable(e.Message);
        }

        if (stream is not null)
        {
            using (stream)
            {
                foreach (var found in Entries(stream, archive, archive.Path, depth: 1))
                {
                    // An archive with a part that could not be read is tried again by the next load.
                    whole &= found is not Found.Unreadable;
                    yield return found;
                }
            }
        }
        else
        {
            yield return new Found.Unreadable(archive with { State = FileState.Unreadable }, problem!);
        }

        if (whole && problem is null)
        {
            yield return new Found.ArchiveEnd(archive);
        }
    }

    private IEnumerable<Found> Entries(Stream stream, FileRecord outermost, string path, int depth)
    {
        if (Open(stream, out var why) is not { } zip)
        {
            yield return new Found.Unreadable(
                depth == 1 ? outermost with { State = FileState.Unreadable } : Record(outermost, path, Path.GetFileName(path)) with { State = FileState.Unreadable },
                Anomalies.Refused(why));
            yield break;
        }

        using (zip)
        {
            foreach (var (name, entry) in ZipEntries.Named(zip))
            {
                foreach (var found in Entry(entry, $"{path}!/{name}", outermost, depth))
                {
                    yield return found;
                }
            }
        }
    }

    private IEnumerable<Found> Entry(ZipArchiveEntry entry, string inner, FileRecord outermost, int depth)
    {
        var name = entry.FullName.Replace('\\', '/').TrimEnd('/');
        name = name[(name.LastIndexOf('/') + 1)..];
        var extension = Path.GetExtension(name).ToLowerInvariant();

        // Folders, and the shadow files that macOS packs.
        if (entry.FullName.EndsWith('/') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
        {
            return [];
        }

        if (extension is not (".pdf" or ".zip"))
        {
            return [new Found.Ignored(inner, extension)];
        }

        var record = Record(outermost, inner, name);
        if (Refusal(entry, extension, depth) is { } refusal)
        {
            return [new Found.Unreadable(record, Anomalies.Refused(refusal))];
        }

        var content = Unpack(entry, out var why);
        if (content is null)
        {
            return [new Found.Unreadable(record, Anomalies.Refused(why))];
        }

        record = record with { State = FileState.Document, Bytes = content.Length, Modified = entry.LastWriteTime.DateTime.Ticks };
        return extension == ".zip" && !(content is not [(byte)'P', (byte)'K', ..] && Pdf.FileKind.FindPdfHeader(content) >= 0)
            ? Entries(new MemoryStream(content, writable: false), outermost, inner, depth + 1)
            : [new Found.Document(record, content)];
    }

    private string? Refusal(ZipArchiveEntry entry, string extension, int depth)
    {
        if (extension == ".zip" && depth >= limits.Depth)
        {
            return string.Create(CultureInfo.InvariantCulture, $"archives within archives are read to a depth of {limits.Depth}");
        }

        if (entry.IsEncrypted)
        {
            return "the entry is encrypted";
        }

        if (entry.Length > limits.EntryBytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the entry has {entry.Length} bytes, more than {limits.EntryBytes}");
        }

        if (_total >= limits.TotalBytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the archive holds more than {limits.TotalBytes} bytes");
        }

        return entry.Length > limits.RatioFromBytes && entry.Length / limits.Ratio > entry.CompressedLength
            ? string.Create(CultureInfo.InvariantCulture, $"the entry unpacks to over {limits.Ratio} times its size")
            : null;
    }

    private byte[]? Unpack(ZipArchiveEntry entry, out string why)
    {
        why = "";
        try
        {
            using var packed = entry.Open();
            using var content = new MemoryStream((int)Math.Min(entry.Length, limits.EntryBytes));
            var most = Math.Min(limits.EntryBytes, limits.TotalBytes - _total);
            var buffer = new byte[1 << 16];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if (content.Length + read > most)
                {
                    why = "the entry unpacks to more than it states or than is allowed";
                    return null;
                }

                content.Write(buffer, 0, read);
            }

            _total += content.Length;
            if (Crc32.Of(content.GetBuffer().AsSpan(0, (int)content.Length)) != entry.Crc32)
            {
                why = "the entry does not match its checksum";
                return null;
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException)
        {
            why = $"the entry cannot be unpacked: {e.Message}";
            return null;
        }
    }

    private static ZipArchive? Open(Stream stream, out string why)
    {
        try
        {
            why = "";
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, new ZipNames());
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            why = $"it is no readable ZIP archive: {e.Message}";
            return null;
        }
    }

    private static FileRecord Record(FileRecord outermost, string path, string name) =>
        new(path, name, outermost.Path, FileState.Unreadable, 0, 0, null);
}
