using System.IO.Compression;
using System.Security.Cryptography;

namespace Ingest.Io.Archive;

/// <summary>Gets the bytes of a document again from where they were seen, also out of archives within archives.</summary>
public static class StoredBytes
{
    private const string Separator = "!/";

    /// <param name="paths">As <c>files.path</c> has them: <c>archive!/entry</c> inside an archive.</param>
    /// <returns>Null when none of the paths holds these very bytes any more.</returns>
    public static byte[]? Find(IEnumerable<string> paths, string sha256)
    {
        foreach (var path in paths)
        {
            try
            {
                var bytes = Read(path);
                if (bytes is not null && string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), sha256, StringComparison.Ordinal))
                {
                    return bytes;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
            {
                // Gone, locked or changed: the next path may do.
            }
        }

        return null;
    }

    private static byte[]? Read(string path)
    {
        if (FileKinds.Of(path) is { IsRegular: true })
        {
            return File.ReadAllBytes(path);
        }

        if (RawNames.Untold(path) is { } raw && FileKinds.Of(raw) is { IsRegular: true })
        {
            return RawNames.Read(raw);
        }

        var parts = path.Split(Separator);
        if (parts.Length < 2 || !File.Exists(parts[0]))
        {
            return null;
        }

        var limits = new ArchiveLimits();
        byte[]? content = null;
        Stream stream = new FileStream(parts[0], FileMode.Open, FileAccess.Read, FileShare.Read);
        foreach (var part in parts.Skip(1))
        {
            using var packed = stream;
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: false, new ZipNames());
            var entry = ZipEntries.Named(zip).FirstOrDefault(e => string.Equals(e.Name, part, StringComparison.Ordinal)).Entry;
            if (entry is null || entry.Length > limits.EntryBytes)
            {
                return null;
            }

            using var unpacked = new MemoryStream();
            using (var inner = entry.Open())
            {
                inner.CopyTo(unpacked);
            }

            content = unpacked.ToArray();
            stream = new MemoryStream(content, writable: false);
        }

        stream.Dispose();
        return content;
    }
}
