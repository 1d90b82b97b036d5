using System.IO.Compression;

namespace Ingest.Io.Archive;

/// <summary>How many documents there may be below some paths: quick, for a progress bar, not exact.</summary>
public static class PathCount
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    public static int Of(IEnumerable<string> paths) => paths.Sum(Count);

    private static int Count(string path)
    {
        try
        {
            if (path.StartsWith('@') && !File.Exists(path))
            {
                return PathList.Read(path[1..], out _)?.Sum(Count) ?? 1;
            }

            return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", All).Sum(Weight) : Math.Max(1, Weight(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 1;
        }
    }

    private static int Weight(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".pdf" => 1,
        ".zip" => FileKinds.Of(file) is { IsRegular: true } ? Entries(file) : 1,
        _ => 0,
    };

    private static int Entries(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            return zip.Entries.Count(e => e.FullName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return 1;
        }
    }
}
