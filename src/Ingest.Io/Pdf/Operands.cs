namespace Ingest.Io.Pdf;

internal enum OperandKind : byte
{
    Number,
    Name,
    Text,
    ArrayStart,
    ArrayEnd,
    /// <summary>true, false, null, dictionaries: of no use here but for their number.</summary>
    Other,
}

/// <param name="Start">Of a name: in the content, behind the slash; of a text: in <see cref="Operands.Bytes"/>.</param>
internal readonly record struct Operand(OperandKind Kind, double Number, int Start = 0, int Length = 0);

/// <summary>The operands in front of an operator. The buffers serve all operators of a document.</summary>
internal sealed class Operands
{
    private Operand[] _items = new Operand[256];
    private byte[] _bytes = new byte[1024];
    private int _byteCount;

    public int Count { get; private set; }

    public ReadOnlySpan<Operand> Items => _items.AsSpan(0, Count);

    /// <summary>The decoded bytes of all texts.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _byteCount);

    public void Clear() => (Count, _byteCount) = (0, 0);

    /// <summary>Forgets what came after so many operands.</summary>
    public void Drop(int count) => Count = count;

    public void Add(Operand operand)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        _items[Count++] = operand;
    }

    public void AddByte(byte value)
    {
        if (_byteCount == _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _byteCount);
        }

        _bytes[_byteCount++] = value;
    }

    public int ByteCount => _byteCount;

    /// <summary>The number at a place counted from the last operand (1), 0 where there is none.</summary>
    public double FromEnd(int place) => place <= Count && _items[Count - place].Kind == OperandKind.Number ? _items[Count - place].Number : 0;
}
