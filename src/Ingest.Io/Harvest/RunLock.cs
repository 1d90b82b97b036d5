using System.Globalization;

namespace Ingest.Io.Harvest;

/// <summary>
/// One run at a time over a database. The lock is the operating system's, on a file beside the database: it ends with the
/// process, however that ends. Who holds it (process, since when) stands in a second file, for people only: a locked file
/// cannot be read.
/// </summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    public static string PathOf(string database) => database + ".lock";

    /// <param name="holder">Who holds it, if null is returned.</param>
    public static RunLock? TryTake(string database, DateTimeOffset now, out string holder)
    {
        var path = PathOf(database);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        holder = "";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(path + ".txt", string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} since {Times.Text(now)}\n"));
            return new RunLock(file);
        }
        catch (IOException) when (File.Exists(path))
        {
            holder = Holder(path);
            return null;
        }
    }

    /// <summary>Who is at work on a database now; null if nobody is. Writes nothing.</summary>
    public static string? HolderOf(string database)
    {
        var path = PathOf(database);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return Holder(path);
        }
        catch (UnauthorizedAccessException)
        {
            // Of somebody else: nobody can tell.
            return null;
        }
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path + ".txt").TrimEnd();
        }
        catch (IOException)
        {
            return "another process";
        }
    }

    public void Dispose() => _file.Dispose();
}
