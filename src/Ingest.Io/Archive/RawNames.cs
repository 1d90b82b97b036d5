using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Io.Archive;

/// <summary>
/// Files whose names are no UTF-8, as archives packed on a Chinese Windows leave them on Linux: .NET shows them and cannot open
/// them. Their paths are told with the odd bytes as <c>\xD4\xA4</c>, their names as the code page 936 has them.
/// </summary>
internal static class RawNames
{
    private const int NameOffset = 19;
    private const int ReadOnly = 0, NonBlocking = 0x800, CloseOnExec = 0x80000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether .NET has put something else for what it could not decode.</summary>
    public static bool IsOdd(string path) => OperatingSystem.IsLinux() && path.Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>The paths, in bytes, of all entries of a folder whose names are no UTF-8; ordinal order.</summary>
    public static IReadOnlyList<byte[]> In(ReadOnlySpan<byte> folder) => Entries(folder, oddOnly: true);

    /// <summary>The paths, in bytes, of all entries of a folder.</summary>
    public static IReadOnlyList<byte[]> AllIn(ReadOnlySpan<byte> folder) => Entries(folder, oddOnly: false);

    /// <summary>The path for people and for the database.</summary>
    public static string Told(ReadOnlySpan<byte> path)
    {
        var text = new StringBuilder();
        while (!path.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(path, out var rune, out var length);
            text.Append(status == System.Buffers.OperationStatus.Done ? rune.ToString() : string.Concat(path[..length].ToArray().Select(b =>
                string.Create(CultureInfo.InvariantCulture, $"\\x{b:X2}"))));
            path = path[length..];
        }

        return text.ToString();
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(ReadOnlySpan<byte> path) => new ZipNames().GetString(path[(path.LastIndexOf((byte)'/') + 1)..].ToArray());

    /// <summary>The bytes of a path that was <see cref="Told"/>; null where it has none that are odd.</summary>
    public static byte[]? Untold(string path)
    {
        if (!OperatingSystem.IsLinux() || !path.Contains("\\x", StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = new List<byte>();
        for (var i = 0; i < path.Length; i++)
        {
            if (path.AsSpan(i).StartsWith("\\x") && i + 4 <= path.Length && byte.TryParse(path.AsSpan(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var odd))
            {
                bytes.Add(odd);
                i += 3;
            }
            else
            {
                var pair = char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(path, i, pair));
                i += pair - 1;
            }
        }

        return [.. bytes];
    }

    /// <exception cref="IOException">It cannot be read, or is too long.</exception>
    public static byte[] Read(ReadOnlySpan<byte> path)
    {
        var descriptor = Open([.. path, 0], ReadOnly | NonBlocking | CloseOnExec);
        if (descriptor < 0)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"the file cannot be opened (error {Marshal.GetLastPInvokeError()})"));
        }

        using var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: true);
        using var file = new FileStream(handle, FileAccess.Read, 1);
        var bytes = new byte[checked((int)Math.Min(file.Length, Array.MaxLength))];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static List<byte[]> Entries(ReadOnlySpan<byte> folder, bool oddOnly)
    {
        var found = new List<byte[]>();
        var listing = OpenFolder([.. folder, 0]);
        if (listing == 0)
        {
            return found;
        }

        try
        {
            for (nint entry; (entry = ReadFolder(listing)) != 0;)
            {
                var name = NameAt(entry + NameOffset);
                if (name is not ([(byte)'.'] or [(byte)'.', (byte)'.']) && !(oddOnly && IsUtf8(name)))
                {
                    found.Add([.. folder, (byte)'/', .. name]);
                }
            }
        }
        finally
        {
            _ = CloseFolder(listing);
        }

        found.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
        return found;
    }

    private static byte[] NameAt(nint at)
    {
        var length = 0;
        while (Marshal.ReadByte(at, length) != 0)
        {
            length++;
        }

        var name = new byte[length];
        Marshal.Copy(at, name, 0, length);
        return name;
    }

    private static bool IsUtf8(byte[] name)
    {
        try
        {
            Strict.GetCharCount(name);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "opendir")]
    private static extern nint OpenFolder(byte[] path);

    [DllImport("libc", EntryPoint = "readdir")]
    private static extern nint ReadFolder(nint folder);

    [DllImport("libc", EntryPoint = "closedir")]
    private static extern int CloseFolder(nint folder);
}
