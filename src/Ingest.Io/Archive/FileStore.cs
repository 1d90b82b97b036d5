using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ingest.Io.Archive;

/// <summary>
/// Files by the SHA-256 of their bytes: <c>ab/cdef…</c>. A file appears whole or not at all, and is on the disk when
/// <see cref="Take"/> returns; only then may a database row speak of it. Safe for several processes.
/// </summary>
public sealed class FileStore
{
    public FileStore(string root)
    {
        Root = Path.GetFullPath(root);
        Parts = Path.Combine(Root, "parts");
        Pages = Path.Combine(Root, "pages");
    }

    public string Root { get; }

    /// <summary>Transfers that are not finished.</summary>
    public string Parts { get; }

    /// <summary>Pages of portals, by the hash of their address; replaced when they change.</summary>
    public string Pages { get; }

    public string PathOf(string sha256) => Path.Combine(Root, sha256[..2], sha256[2..]);

    public bool Has(string sha256, long bytes) => new FileInfo(PathOf(sha256)) is { Exists: true } file && file.Length == bytes;

    public static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Moves a finished file of the same disk into the store.</summary>
    public void Take(string path, string sha256)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            file.Flush(flushToDisk: true);
        }

        var target = PathOf(sha256);
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            Directories.Flush(Root);
        }

        // Equal bytes replace each other: a file that a dying disk has damaged is healed.
        File.Move(path, target, overwrite: true);
        Directories.Flush(folder);
    }
}

/// <summary>The names in a folder are data of their own, which a power cut can lose.</summary>
internal static class Directories
{
    private const int ReadOnly = 0;

    /// <summary>Brings the names of a folder onto the disk; Windows does so by itself.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"{folder} cannot be opened to be brought onto the disk ({Marshal.GetLastPInvokeError()})");
        }

        try
        {
            // A file system without this call (some network mounts) has no better to offer.
            _ = FSync(handle);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
