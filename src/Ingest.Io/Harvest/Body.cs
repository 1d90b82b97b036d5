using System.Security.Cryptography;
using System.Text;

namespace Ingest.Io.Harvest;

/// <summary>Where the bytes of an answer go. A body is written from the start, or goes on where an earlier one was cut.</summary>
internal abstract class Body
{
    /// <summary>Bytes of an earlier, cut transfer of the same content.</summary>
    public virtual long Have => 0;

    /// <summary>What the server must still have for the rest to fit, as If-Range takes it.</summary>
    public virtual string? ResumeIf => null;

    /// <param name="resumeIf">Null where the server offers no ranges, or nothing that tells versions apart.</param>
    public abstract Stream Begin(string? resumeIf);

    public virtual Stream GoOn() => throw new InvalidOperationException("There is nothing to go on with.");

    /// <summary>What was received is of no use.</summary>
    public abstract void Discard();
}

/// <summary>A page.</summary>
internal sealed class MemoryBody : Body
{
    private MemoryStream _content = new();

    public ReadOnlyMemory<byte> Bytes => _content.GetBuffer().AsMemory(0, (int)_content.Length);

    public override Stream Begin(string? resumeIf)
    {
        _content = new MemoryStream();
        return new Open(_content);
    }

    public override void Discard() => _content = new MemoryStream();

    /// <summary>Stays readable when it is closed.</summary>
    private sealed class Open(MemoryStream content) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => content.Length;

        public override long Position { get => content.Position; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => content.Write(buffer, offset, count);
    }
}

/// <summary>
/// A file on its way. It lies beside the store under a name made of its address, with the validator of its content in a
/// second file, so that also the next run can go on with it.
/// </summary>
internal sealed class FileBody : Body
{
    private readonly string _tag;

    public FileBody(string folder, Uri url)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri))) + ".part");
        _tag = Path + ".tag";
    }

    public string Path { get; }

    public override long Have => ResumeIf is null ? 0 : new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    public override string? ResumeIf => File.Exists(_tag) ? File.ReadAllText(_tag) : null;

    public override Stream Begin(string? resumeIf)
    {
        // The old bytes go before the new tag comes, or a kill in between would join two contents.
        File.Delete(_tag);
        var file = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        if (resumeIf is not null)
        {
            File.WriteAllText(_tag, resumeIf);
        }

        return file;
    }

    public override Stream GoOn() => new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 16);

    public override void Discard()
    {
        File.Delete(_tag);
        File.Delete(Path);
    }
}
