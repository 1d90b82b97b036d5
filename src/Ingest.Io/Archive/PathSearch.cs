using System.Text;
using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>
/// Goes through files, folders (all levels, ordinal order, each of them once), ZIP archives and lists, and gives out one
/// document after the other without holding more than one of them. What cannot be read is given out too, never thrown.
/// </summary>
public sealed class PathSearch
{
    private static readonly byte[] PdfMark = "%PDF-"u8.ToArray();

    private readonly ArchiveLimits _limits;
    private readonly Func<FileRecord, bool> _isArchiveKnown;

    // Folders, whatever path leads to them: links that fan out would lead to one of them a million times.
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

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
            ? Folder(path)
            : IsZip(path) ? Zip(path) : [Readable(path)];
    }

    private IEnumerable<Found> Folder(string path)
    {
        if (!_visited.Add(FileKinds.Of(path) is { Identity.Length: > 0 } kind ? kind.Identity : RealPath(path)))
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
        foreach (var entry in entries.Where(e => !RawNames.IsOdd(e)))
        {
            foreach (var found in Directory.Exists(entry) ? Folder(entry) : InFolder(entry))
            {
                yield return found;
            }
        }

        if (entries.Any(RawNames.IsOdd))
        {
            foreach (var found in RawNames.In(Encoding.UTF8.GetBytes(path)).SelectMany(Raw))
            {
                yield return found;
            }
        }
    }

    /// <summary>Files and folders whose names are no UTF-8, and what lies in them.</summary>
    private IEnumerable<Found> Raw(byte[] path)
    {
        var told = RawNames.Told(path);
        var name = RawNames.NameOf(path);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        switch (FileKinds.Of(path))
        {
            case { IsFolder: true } folder:
                return _visited.Add(folder.Identity) ? RawNames.AllIn(path).SelectMany(Raw) : [];
            case { IsRegular: true } when extension is ".pdf":
                return [RawFile(path, told, name)];
            case { IsRegular: true } when extension is ".zip":
                return [new Found.Unreadable(Records.Unread(told) with { Name = name }, Anomalies.Unreadable("the name of the archive is no UTF-8: rename it"))];
            default:
                return [new Found.Ignored(told, extension)];
        }
    }

    private static Found RawFile(byte[] path, string told, string name)
    {
        try
        {
            var bytes = RawNames.Read(path);
            return new Found.Document(new FileRecord(told, name, null, FileState.Document, bytes.Length, 0, null), bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OverflowException)
        {
            return new Found.Unreadable(Records.Unread(told) with { Name = name }, Anomalies.Unreadable(e.Message));
        }
    }

    private IEnumerable<Found> InFolder(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return extension switch
        {
            ".pdf" => [Readable(path)],
            ".zip" => IsZip(path) || !LooksLikePdf(path) ? Zip(path) : [Readable(path)],
            _ => [LooksLikePdf(path) ? Readable(path) : new Found.Ignored(path, extension)],
        };
    }

    /// <param name="name">Null for the last part of the path.</param>
    private static Found Readable(string path, string? name = null)
    {
        try
        {
            if (FileKinds.Of(path) is { IsRegular: false })
            {
                return new Found.Unreadable(Records.Unread(path), Anomalies.Unreadable("it is no regular file, but a pipe, a device or the like"));
            }

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
        if (FileKinds.Of(path) is not { IsRegular: true })
        {
            return false;
        }

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
        if (FileKinds.Of(path) is not { IsRegular: true })
        {
            return false;
        }

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
