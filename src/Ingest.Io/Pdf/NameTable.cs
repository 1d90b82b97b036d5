using System.Text;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>Names as they stand in content streams, as PdfPig knows them from dictionaries.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, NameToken> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameToken>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NameTable() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="raw">Behind the slash, #xx still in it.</param>
    public NameToken Of(ReadOnlySpan<byte> raw)
    {
        Span<char> buffer = stackalloc char[128];
        var chars = raw.Length <= buffer.Length ? buffer[..raw.Length] : new char[raw.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            chars[i] = (char)raw[i];
        }

        if (!_lookup.TryGetValue(chars, out var name))
        {
            name = NameToken.Create(Decode(raw));
            _lookup[chars] = name;
        }

        return name;
    }

    private static string Decode(ReadOnlySpan<byte> raw)
    {
        var bytes = new List<byte>(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                bytes.Add(Convert.ToByte(Encoding.ASCII.GetString(raw.Slice(i + 1, 2)), 16));
                i += 2;
            }
            else
            {
                bytes.Add(raw[i]);
            }
        }

        var decoded = bytes.ToArray();
        return System.Text.Unicode.Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : Encoding.Latin1.GetString(decoded);
    }
}
