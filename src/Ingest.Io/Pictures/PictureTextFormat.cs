using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Ingest.Core.Model;

namespace Ingest.Io.Pictures;

/// <summary>What was read on a page as bytes: a hash, then all of it, packed. What is damaged in any way is nothing.</summary>
internal static class PictureTextFormat
{
    /// <summary>Raise it when the bytes mean something else.</summary>
    private const int Format = 1;

    public static byte[] Write(PictureText text)
    {
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest)))
        {
            writer.Write(Format);
            writer.Write(text.Glyphs.Length);
            foreach (var glyph in text.Glyphs)
            {
                writer.Write(glyph.Text);
                Write(writer, [glyph.Box.Left, glyph.Box.Top, glyph.Box.Right, glyph.Box.Bottom, glyph.Baseline, glyph.PointSize]);
                writer.Write((byte)glyph.Rotation);
                writer.Write((byte)glyph.Flags);
                writer.Write(glyph.Sequence);
            }

            writer.Write(text.Rulings.Length);
            foreach (var ruling in text.Rulings)
            {
                writer.Write((byte)ruling.Direction);
                Write(writer, [ruling.Position, ruling.Start, ruling.End, ruling.Thickness]);
            }
        }

        var bytes = packed.ToArray();
        return [.. SHA256.HashData(bytes), .. bytes];
    }

    public static PictureText? Read(byte[] bytes)
    {
        if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes), CompressionMode.Decompress));
        if (reader.ReadInt32() != Format)
        {
            return null;
        }

        var glyphs = ImmutableArray.CreateBuilder<Glyph>(reader.ReadInt32());
        for (var i = 0; i < glyphs.Capacity; i++)
        {
            var text = reader.ReadString();
            var box = Box(reader);
            glyphs.Add(new Glyph(text, box, (float)reader.ReadDouble(), (float)reader.ReadDouble(), (TextRotation)reader.ReadByte(), (GlyphFlags)reader.ReadByte(), reader.ReadInt32()));
        }

        var rulings = ImmutableArray.CreateBuilder<Ruling>(reader.ReadInt32());
        for (var i = 0; i < rulings.Capacity; i++)
        {
            rulings.Add(new Ruling((RulingDirection)reader.ReadByte(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), (float)reader.ReadDouble()));
        }

        return new PictureText(glyphs.MoveToImmutable(), rulings.MoveToImmutable(), null);
    }

    private static Box Box(BinaryReader reader) => new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());

    private static void Write(BinaryWriter writer, ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }
}
