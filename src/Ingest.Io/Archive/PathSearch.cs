using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>
/// Goes through files, folders (all levels, ordinal order), ZIP archives and lists, and gives out one document after the
/// other without holding more than one of them. What cannot be read is given out too, never thrown.
/// </summary>
public sealed class PathSearch
{
    private static readonly byte[] PdfMark = "%PDF-"u8.ToArray();

    private readonly ArchiveLimits _limits;
    private readonly Func<FileRecord, bool> _isArchiveKnown;

    /// <param name="isArchiveKnown">Told path, size and time of an archive: need it not be opened?</param>
    public PathSearch(ArchiveLimits limits, Func<FileRecord, bool> isArchiveKnown)
    {
        _limits = limits;
        _isArchiveKnown = isArchiveKnown;
    }

    /// <param name="paths">As a person gives them; <c>@list.txt</c> names a file with a path on each line.</param>
    public IEnumerable<Found> Search(IEnumerable<string> paths) => paths.SelectMany(path =>
        path.Length > 1 && path[0] == '@' && !File.Exists(path)
            ? PathList.Read(path[1..], out var problem) is { } list ? list.SelectMany(Named) : [problem!]
            : Named(path));

    /// <summary>Files of the store are what their bytes say, and are called what their publisher calls them.</summary>
    public IEnumerable<Found> Search(IEnumerable<StoredFile> files) => files.SelectMany(file =>
        file.IsArchive ? Zip(file.Path, file.Name) : [Readable(file.Path, file.Name)]);

    /// <summary>A path that somebody named is a document whatever it is called, unless it is a folder or an archive.</summary>
    private IEnumerable<Found> Named(string path)
    {
        path = Path.GetFullPath(path);
        return Directory.Exists(path)
            ? Folder(path, [])
            : IsZip(path) ? Zip(path) : [Readable(path)];
    }

    private IEnumerable<Found> Folder(string path, HashSet<string> above)
    {
        // A link that leads back up would never end.
        var real = RealPath(path);
        if (!above.Add(real))
        {
            yield break;
        }

        string[] entries = [];
        Anomaly? problem = null;
        try
        {
            entries = Directory.GetFileSystemEntries(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = Anomalies.Unreadable(e.Message);
        }

        if (problem is not null)
        {
            yield return new Found.Unreadable(Records.Unread(path), problem);
        }

        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var found in Directory.Exists(entry) ? Folder(entry, above) : InFolder(entry))
            {
                yield return found;
            }
        }

        above.Remove(real);
    }

    private IEnumerable<Found> InFolder(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return extension switch
        {
            ".pdf" => [Readable(path)],
            ".zip" => Zip(path),
            _ => [LooksLikePdf(path) ? Readable(path) : new Found.Ignored(path, extension)],
        };
    }

    /// <param name="name">Null for the last part of the path.</param>
    private static Found Readable(string path, string? name = null)
    {
        try
        {
            var record = Records.Of(path, FileState.Document);
            return new Found.Document(name is null ? record : record with { Name = name }, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Found.Unreadable(Records.Unread(path), Anomalies.Unreadable(e.Message));
        }
    }

    private IEnumerable<Found> Zip(string path, string? name = null)
    {
        var file = Readable(path, name);
        if (file is not Found.Document { File: var record })
        {
            return [file];
        }

        record = record with { State = FileState.Archive };
        return _isArchiveKnown(record) ? [new Found.KnownArchive(record)] : new ZipSearch(_limits).Search(record);
    }

    /// <summary>Portals store PDFs under names that say nothing; their first bytes do.</summary>
    private static bool LooksLikePdf(string path)
    {
        try
        {
            Span<byte> start = stackalloc byte[1024];
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].IndexOf(PdfMark) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsZip(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            Span<byte> start = stackalloc byte[4];
            return string.Equals(Path.GetExtension(path), ".zip", StringComparison.OrdinalIgnoreCase)
                && file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start[..2].SequenceEqual("PK"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string RealPath(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        }
        catch (IOException)
        {
            return folder;
        }
    }
}
