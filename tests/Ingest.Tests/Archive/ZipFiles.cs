using System.IO.Compression;
using System.Text;

namespace Ingest.Tests.Archive;

internal static class ZipFiles
{
    /// <param name="names">In which entry names are written; UTF-8 is marked as such, others are not.</param>
    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> entries, Encoding? names = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
