using UglyToad.PdfPig.Core;

namespace Ingest.Io.Pdf;

/// <summary>The bytes of one string operand, read over and over with the same reader.</summary>
internal sealed class CodeBytes : IInputBytes
{
    private ReadOnlyMemory<byte> _bytes;
    private int _next;

    public long CurrentOffset => _next;

    public byte CurrentByte { get; private set; }

    public long Length => _bytes.Length;

    public CodeBytes Over(ReadOnlyMemory<byte> bytes)
    {
        (_bytes, _next, CurrentByte) = (bytes, 0, 0);
        return this;
    }

    public bool MoveNext()
    {
        if (_next >= _bytes.Length)
        {
            return false;
        }

        CurrentByte = _bytes.Span[_next++];
        return true;
    }

    /// <summary>The current byte and the next one as a number; moves to that.</summary>
    /// <returns>False where there is no next one.</returns>
    public bool TryReadPair(out int pair)
    {
        pair = CurrentByte << 8;
        if (!MoveNext())
        {
            return false;
        }

        pair |= CurrentByte;
        return true;
    }

    public byte? Peek() => _next < _bytes.Length ? _bytes.Span[_next] : null;

    public bool IsAtEnd() => _next >= _bytes.Length;

    public void Seek(long position)
    {
        _next = (int)Math.Clamp(position, 0, _bytes.Length);
        CurrentByte = _next > 0 ? _bytes.Span[_next - 1] : (byte)0;
    }

    public int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _bytes.Length - _next);
        _bytes.Span.Slice(_next, count).CopyTo(buffer);
        _next += count;
        if (count > 0)
        {
            CurrentByte = buffer[count - 1];
        }

        return count;
    }

    public void Dispose()
    {
    }
}
