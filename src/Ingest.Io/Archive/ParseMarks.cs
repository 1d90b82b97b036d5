namespace Ingest.Io.Archive;

/// <summary>
/// What is being parsed, on the disk: a file beside the database for each document, named by its hash and locked as long as the
/// process lives. A mark that nobody holds is of a document during which a process ended, by its own fault or not; such a
/// document is parsed in a process of its own. Safe for many threads and processes.
/// </summary>
internal sealed class ParseMarks
{
    private const int HashDigits = 64;

    private readonly string _folder;
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    private ParseMarks(string folder) => _folder = folder;

    /// <summary>Those of a database file; what earlier processes left behind is found now.</summary>
    public static ParseMarks Beside(string database)
    {
        var marks = new ParseMarks(database + "-parsing");
        if (Directory.Exists(marks._folder))
        {
            foreach (var path in Directory.EnumerateFiles(marks._folder).Where(p => Path.GetFileName(p) is { Length: HashDigits } name && name.All(char.IsAsciiHexDigit)))
            {
                if (TryHold(path, FileMode.Open) is { } handle)
                {
                    handle.Dispose();
                    marks._left.Add(Path.GetFileName(path));
                }
            }
        }

        return marks;
    }

    /// <summary>Whether a process ended while it parsed this content.</summary>
    public bool IsSuspect(string sha256) => _left.Contains(sha256);

    /// <returns>To be disposed when the document is parsed, whatever came of it.</returns>
    public IDisposable Set(string sha256)
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, sha256);
        return new Mark(path, TryHold(path, FileMode.OpenOrCreate));
    }

    /// <summary>Leaves nothing behind where nothing is left to tell.</summary>
    /// <param name="isStored">Whether a content is: the process may have been killed when its document was stored already.</param>
    public void TidyUp(Func<string, bool> isStored)
    {
        try
        {
            foreach (var sha256 in _left.Where(isStored))
            {
                new Mark(Path.Combine(_folder, sha256), TryHold(Path.Combine(_folder, sha256), FileMode.Open)).Dispose();
            }

            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder);
            }
        }
        catch (IOException)
        {
            // Marks are in it: of another load, or of documents that this one did not come upon.
        }
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle? TryHold(string path, FileMode mode)
    {
        try
        {
            return File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Another process parses the same content, or the folder went with the end of another load.
            return null;
        }
    }

    private sealed class Mark(string path, Microsoft.Win32.SafeHandles.SafeFileHandle? handle) : IDisposable
    {
        public void Dispose()
        {
            if (handle is not null)
            {
                File.Delete(path);
                handle.Dispose();
            }
        }
    }
}
