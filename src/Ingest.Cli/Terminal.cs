using System.Text;

namespace Ingest.Cli;

/// <summary>Where a command speaks. What a program would read goes to <see cref="Output"/>, all else to <see cref="Error"/>.</summary>
/// <param name="Output">Raw bytes, UTF-8 without a mark.</param>
/// <param name="OutputIsTerminal">Somebody reads it: colours are allowed.</param>
/// <param name="ErrorIsTerminal">Progress bars are allowed.</param>
/// <param name="Width">Columns of the terminal; 100 where there is none.</param>
internal sealed record Terminal(Stream Output, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal, int Width, CancellationToken Cancel)
{
    /// <summary>Asks a question that yes or no answers; null where nobody is there to be asked.</summary>
    public Func<string, bool>? Ask { get; init; }

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Terminal OfConsole(CancellationToken cancel) => new(
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        Console.IsOutputRedirected ? 100 : Math.Max(40, Console.WindowWidth),
        cancel)
    {
        Ask = Console.IsInputRedirected || Console.IsErrorRedirected ? null : static question =>
        {
            Console.Error.Write(question + " [y/N] ");
            return Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "是";
        },
    };

    /// <summary>Writes text to <paramref name="path"/>, or to standard output where it is null.</summary>
    public void WriteText(string? path, Action<TextWriter> write) => Write(path, stream =>
    {
        using var text = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };
        write(text);
    });

    /// <summary>Writes bytes to <paramref name="path"/>, or to standard output where it is null. A file appears whole or not at all.</summary>
    public void Write(string? path, Action<Stream> write)
    {
        if (path is null)
        {
            var buffered = new BufferedStream(Output, 1 << 16);
            write(buffered);
            buffered.Flush();
            return;
        }

        // A device cannot be renamed over.
        if (path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }

        var partial = path + ".partial";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
            {
                write(file);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
