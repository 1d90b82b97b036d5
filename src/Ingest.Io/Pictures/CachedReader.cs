using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Io.Pictures;

/// <summary>
/// Keeps what was read, one file for each page under the hash of its pictures and of the program that read them: a page costs seconds, and the same
/// archive is loaded again when the parser changes. Whatever is wrong with the folder, pages are read.
/// </summary>
/// <param name="program">Tells builds of the reader apart that have one version.</param>
internal sealed class CachedReader(IPictureReader reader, string program, string folder) : IPictureReader
{
    public string Version => reader.Version;

    public PictureText Read(PagePictures page, CancellationToken cancel)
    {
        var path = Path.Combine(folder, Key(page) + ".page");
        if (Kept(path) is { } kept)
        {
            return kept;
        }

        var text = reader.Read(page, cancel);
        if (text.Failure is null)
        {
            Keep(path, text);
        }

        return text;
    }

    public GreyPage Draw(PagePictures page, TextRotation turned) => reader.Draw(page, turned);

    private string Key(PagePictures page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{reader.Version}\n{program}\n"));
        Append(hash, [page.Width, page.Height]);
        foreach (var picture in page.Pictures)
        {
            var (place, area) = (picture.ToPage, picture.Area);
            Append(hash, [picture.Width, picture.Height, (int)picture.Coding, picture.Data.Length,
                place.A, place.B, place.C, place.D, place.E, place.F, area.Left, area.Top, area.Right, area.Bottom]);
            hash.AppendData(picture.Data.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, double[] numbers)
    {
        var bytes = new byte[sizeof(double) * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(sizeof(double) * i), numbers[i]);
        }

        hash.AppendData(bytes);
    }

    private static PictureText? Kept(string path)
    {
        try
        {
            return File.Exists(path) ? PictureTextFormat.Read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (IsOfFolder(e))
        {
            return null;
        }
    }

    private static void Keep(string path, PictureText text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // whoever reads it sees the whole of it or nothing
            var part = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
            File.WriteAllBytes(part, PictureTextFormat.Write(text));
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (IsOfFolder(e))
        {
            // it is read again next time
        }
    }

    private static bool IsOfFolder(Exception e) => e is IOException or UnauthorizedAccessException;
}
