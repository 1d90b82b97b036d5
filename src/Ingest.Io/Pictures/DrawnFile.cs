namespace Ingest.Io.Pictures;

/// <summary>The bytes of a document as a file that another program can read; made when it is first asked for, gone at the end.</summary>
internal sealed class DrawnFile(ReadOnlyMemory<byte> bytes) : IDisposable
{
    private readonly Lock _lock = new();
    private string? _path;

    public string Path
    {
        get
        {
            lock (_lock)
            {
                if (_path is null)
                {
                    var path = System.IO.Path.GetTempFileName();
                    using var file = File.OpenWrite(path);
                    file.Write(bytes.Span);
                    _path = path;
                }

                return _path;
            }
        }
    }

    public void Dispose()
    {
        if (_path is { } path)
        {
            File.Delete(path);
        }
    }
}
