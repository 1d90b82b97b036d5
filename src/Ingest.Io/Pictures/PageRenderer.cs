using System.Diagnostics;
using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Io.Pictures;

/// <summary>
/// An outside program that draws pages, for those whose fonts or pictures are not read here: <c>pdftoppm</c> of Poppler or
/// <c>mutool</c> of MuPDF, whichever is on the PATH. Nothing depends on it.
/// </summary>
internal sealed class PageRenderer
{
    /// <summary>Named to people where none is installed.</summary>
    public const string Wanted = "pdftoppm (poppler-utils) or mutool (mupdf-tools)";

    /// <summary>Enough for the smallest type that is printed.</summary>
    private const int PixelsPerInch = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Lazy<PageRenderer?> Found = new(() => Find(Environment.GetEnvironmentVariable("PATH") ?? ""));

    private readonly string _program;

    private PageRenderer(string program) => _program = program;

    /// <summary>Null if none is installed.</summary>
    public static PageRenderer? Installed => Found.Value;

    public string Name => Path.GetFileNameWithoutExtension(_program);

    /// <summary>The first of the two in the folders of a path.</summary>
    public static PageRenderer? Find(string path)
    {
        foreach (var name in (string[])["pdftoppm", "mutool"])
        {
            foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            {
                var file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
                if (File.Exists(file))
                {
                    return new PageRenderer(file);
                }
            }
        }

        return null;
    }

    /// <summary>One page of a file as one picture in grey.</summary>
    /// <exception cref="InvalidDataException">The program could not draw it.</exception>
    public PagePictures Draw(string file, int page, double width, double height, CancellationToken cancel)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var resolution = PixelsPerInch.ToString(CultureInfo.InvariantCulture);
        string[] arguments = Name == "mutool"
            ? ["draw", "-q", "-r", resolution, "-c", "gray", "-F", "pgm", "-o", "-", file, number]
            : ["-gray", "-cropbox", "-r", resolution, "-f", number, "-l", number, file];
        using var process = Process.Start(new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })
            ?? throw new InvalidDataException($"{Name} does not start");
        using var stop = cancel.Register(() => Kill(process));
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancel);
        using var picture = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(picture, cancel);
        if (!process.WaitForExit(Patience) || !reading.Wait(Patience, cancel))
        {
            Kill(process);
            throw new InvalidDataException($"{Name} takes too long");
        }

        cancel.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw new InvalidDataException($"{Name}: {errors.GetAwaiter().GetResult().Trim()}");
        }

        var (columns, rows, data) = GreyMap(picture.GetBuffer().AsMemory(0, (int)picture.Length));
        return new PagePictures(page, width, height, [new PlacedPicture(columns, rows, PictureCoding.Grey, data, new PicturePlace(width, 0, 0, height, 0, 0), new Box(0, 0, width, height))]);
    }

    /// <summary>A portable grey map: P5, width, height, 255, parted by white space, then a byte a pixel.</summary>
    internal static (int Width, int Height, ReadOnlyMemory<byte> Data) GreyMap(ReadOnlyMemory<byte> file)
    {
        var at = 0;
        var words = new string[4];
        for (var w = 0; w < words.Length; w++)
        {
            while (at < file.Length && char.IsWhiteSpace((char)file.Span[at]))
            {
                at++;
            }

            var start = at;
            while (at < file.Length && !char.IsWhiteSpace((char)file.Span[at]))
            {
                at++;
            }

            words[w] = System.Text.Encoding.ASCII.GetString(file.Span[start..at]);
        }

        return words[0] == "P5" && words[3] == "255" && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var height) && (long)width * height <= file.Length - at - 1 && width > 0 && height > 0
            ? (width, height, file.Slice(at + 1, width * height))
            : throw new InvalidDataException("what was drawn is no grey map");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }
}
