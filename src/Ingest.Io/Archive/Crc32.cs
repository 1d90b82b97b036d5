using System.Buffers.Binary;

namespace Ingest.Io.Archive;

/// <summary>The checksum of ZIP entries and of the chunks of a PNG (ISO 3309, reflected polynomial EDB88320), eight bytes at a step.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB8_8320;
    private const int Step = 8;

    private static readonly uint[] Table = Make();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[0x700 | (int)(low & 0xFF)] ^ table[0x600 | (int)(low >> 8 & 0xFF)] ^ table[0x500 | (int)(low >> 16 & 0xFF)] ^ table[0x400 | (int)(low >> 24)]
                ^ table[0x300 | (int)(high & 0xFF)] ^ table[0x200 | (int)(high >> 8 & 0xFF)] ^ table[0x100 | (int)(high >> 16 & 0xFF)] ^ table[(int)(high >> 24)];
        }

        foreach (var b in bytes)
        {
            crc = table[(int)((crc ^ b) & 0xFF)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] Make()
    {
        var table = new uint[Step * 256];
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
        {
            table[i] = table[(int)(table[i - 256] & 0xFF)] ^ (table[i - 256] >> 8);
        }

        return table;
    }
}
