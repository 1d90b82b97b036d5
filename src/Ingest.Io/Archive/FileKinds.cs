using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Io.Archive;

/// <summary>What stands at a path, links followed.</summary>
/// <param name="IsRegular">A file with bytes that end; no pipe, device or socket, which may never answer.</param>
/// <param name="Identity">The same for every path that leads to it; "" where the system does not tell.</param>
internal readonly record struct FileKindOf(bool IsRegular, bool IsFolder, string Identity);

/// <summary>Asks Linux itself, because .NET tells neither pipes from files nor names that are no UTF-8. Elsewhere, what .NET tells.</summary>
internal static class FileKinds
{
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7FF;
    private const int FieldBytes = 256;
    private const int TypeMask = 0xF000, Regular = 0x8000, Folder = 0x4000;

    /// <summary>Null where nothing is.</summary>
    public static FileKindOf? Of(string path) => OperatingSystem.IsLinux()
        ? Of(Encoding.UTF8.GetBytes(path))
        : File.Exists(path) ? new FileKindOf(true, false, "") : Directory.Exists(path) ? new FileKindOf(false, true, "") : null;

    /// <param name="path">The bytes of the name, as the file system has them.</param>
    public static FileKindOf? Of(ReadOnlySpan<byte> path)
    {
        // struct statx is laid out alike on every machine.
        var fields = new byte[FieldBytes];
        try
        {
            if (Ask(CurrentFolder, [.. path, 0], 0, BasicFields, fields) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            var text = Encoding.UTF8.GetString(path);
            return File.Exists(text) ? new FileKindOf(true, false, "") : Directory.Exists(text) ? new FileKindOf(false, true, "") : null;
        }

        var type = BinaryPrimitives.ReadUInt16LittleEndian(fields.AsSpan(28)) & TypeMask;
        return new FileKindOf(type == Regular, type == Folder, Convert.ToHexString(fields.AsSpan(32, 8)) + Convert.ToHexString(fields.AsSpan(136, 8)));
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Ask(int folder, byte[] path, int flags, uint mask, byte[] fields);
}
