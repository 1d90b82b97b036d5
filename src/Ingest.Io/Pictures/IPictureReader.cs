using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Io.Pictures;

/// <summary>Reads the writing on pages that are pictures. What does so is large and optional: <see cref="PictureReaders"/> finds it.</summary>
public interface IPictureReader
{
    /// <summary>Names the models and the program: the same version reads the same picture in the same way.</summary>
    string Version { get; }

    /// <summary>May be called by several threads.</summary>
    /// <returns>Whatever the pictures hold, an answer.</returns>
    PictureText Read(PagePictures page, CancellationToken cancel);

    /// <summary>The page as it is printed, laid level as it was for reading: the boxes of what was read fit it.</summary>
    /// <param name="turned">How the text that was read on it is turned.</param>
    /// <exception cref="InvalidDataException">A picture cannot be decoded.</exception>
    GreyPage Draw(PagePictures page, TextRotation turned);
}

/// <summary>What is written on a page that is a picture, in points of the page.</summary>
/// <param name="Failure">Why it could not be read; null if it could.</param>
public sealed record PictureText(ImmutableArray<Glyph> Glyphs, ImmutableArray<Ruling> Rulings, string? Failure);

/// <summary>The pictures of a page, in the order they are painted.</summary>
/// <param name="Number">Of the page, from 1.</param>
public sealed record PagePictures(int Number, double Width, double Height, ImmutableArray<PlacedPicture> Pictures);

/// <summary>A page in grey: a byte a pixel, 0 black, 255 white, rows from top to bottom.</summary>
public sealed record GreyPage(int Width, int Height, ReadOnlyMemory<byte> Pixels);

/// <summary>How the pixels of a picture are told.</summary>
public enum PictureCoding : byte
{
    /// <summary>A byte a pixel.</summary>
    Grey,
    /// <summary>Three bytes a pixel: red, green, blue.</summary>
    Rgb,
    /// <summary>A whole JPEG file.</summary>
    Jpeg,
}

/// <summary>Where a picture lies: x = A·u + C·v + E and y = B·u + D·v + F for u from its left to its right edge and v from its top to its bottom, 0 to 1.</summary>
public readonly record struct PicturePlace(double A, double B, double C, double D, double E, double F);

/// <summary>A picture and its place on the page.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Area">The box around it on the page.</param>
public sealed record PlacedPicture(int Width, int Height, PictureCoding Coding, ReadOnlyMemory<byte> Data, PicturePlace ToPage, Box Area);
