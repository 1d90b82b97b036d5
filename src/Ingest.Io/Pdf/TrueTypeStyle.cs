using System.Buffers.Binary;

namespace Ingest.Io.Pdf;

/// <summary>What a TrueType program says of its style, read while it passes.</summary>
internal sealed class TrueTypeStyle
{
    private const int DirectoryStart = 12;
    private const int DirectoryEntry = 16;
    private const int MostTables = 64;
    private const int HeadLength = 54;
    private const int MacStyle = 44;

    private static readonly uint Head = Tag("head");
    private static readonly uint Glyphs = Tag("glyf");

    // What PdfPig demands of a program that has its outlines in the form of TrueType.
    private static readonly uint[] Demanded = [Head, Tag("hhea"), Tag("maxp"), Tag("loca"), Glyphs];

    private readonly byte[] _directory = new byte[DirectoryStart + MostTables * DirectoryEntry];
    private readonly byte[] _style = new byte[2];
    private long _length;
    private long _styleAt = long.MaxValue;
    private long _mostEnd;
    private readonly HashSet<uint> _missing = [.. Demanded];

    /// <summary>Null where PdfPig could not read the program, or before its end.</summary>
    public bool? IsBold => _missing.Count == 0 && _mostEnd <= _length ? (_style[1] & 1) != 0 : null;

    /// <summary>The next part of the program.</summary>
    public void Add(long start, ReadOnlySpan<byte> bytes)
    {
        Copy(bytes, start, _directory, 0);
        if (_length < _directory.Length && start + bytes.Length >= _directory.Length)
        {
            ReadDirectory();
            if (_styleAt < start)
            {
                _directory.AsSpan((int)Math.Min(_styleAt, _directory.Length - _style.Length), _style.Length).CopyTo(_style);
            }
        }

        Copy(bytes, start, _style, _styleAt);
        _length = start + bytes.Length;
    }

    private static void Copy(ReadOnlySpan<byte> bytes, long start, byte[] target, long at)
    {
        long from = Math.Max(start, at), to = Math.Min(start + bytes.Length, at < long.MaxValue - target.Length ? at + target.Length : at);
        if (from < to)
        {
            bytes[(int)(from - start)..(int)(to - start)].CopyTo(target.AsSpan((int)(from - at)));
        }
    }

    private void ReadDirectory()
    {
        var tables = BinaryPrimitives.ReadUInt16BigEndian(_directory.AsSpan(4));
        if (BinaryPrimitives.ReadUInt32BigEndian(_directory) is not (0x0001_0000 or 0x7472_7565) || tables > MostTables)
        {
            return;
        }

        for (var i = 0; i < tables; i++)
        {
            var entry = _directory.AsSpan(DirectoryStart + i * DirectoryEntry, DirectoryEntry);
            var tag = BinaryPrimitives.ReadUInt32BigEndian(entry);
            long start = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            if (!_missing.Contains(tag) || (length == 0 && tag != Glyphs) || (tag == Head && length < HeadLength))
            {
                continue;
            }

            _missing.Remove(tag);
            _mostEnd = Math.Max(_mostEnd, start + length);
            _styleAt = tag == Head ? start + MacStyle : _styleAt;
        }
    }

    private static uint Tag(string name) => (uint)((name[0] << 24) | (name[1] << 16) | (name[2] << 8) | name[3]);
}
