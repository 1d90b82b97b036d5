using System.Globalization;

namespace Ingest.Cli;

/// <summary>The file of <c>--out</c>: which format its name asks for, and what is said when it is written.</summary>
internal static class OutputFile
{
    /// <summary>The format asked for by name or by extension.</summary>
    /// <param name="path">Null for standard output.</param>
    /// <param name="given">The format that was named; null for none.</param>
    /// <param name="usual">Where neither name nor extension says one.</param>
    /// <param name="formats">The formats that are files, by extension.</param>
    /// <exception cref="UsageException">The two contradict each other, or nothing of that extension is written.</exception>
    public static string Format(string? path, string? given, string usual, IReadOnlyDictionary<string, string> formats)
    {
        var extension = Extension(path);
        var named = formats.GetValueOrDefault(extension);
        if (given is null)
        {
            return extension.Length == 0 ? usual : named ?? throw new UsageException(
                $"{path}: nothing that ends in {extension} is written; the end of the name can be {string.Join(", ", formats.Keys)}, or name the --format.");
        }

        return named is null || named == given ? given : throw new UsageException($"--format {given} and a file that ends in {extension} contradict each other.");
    }

    /// <summary>Refuses a name that ends otherwise; "" is wanted of a folder.</summary>
    public static void Demand(string? path, string wanted)
    {
        if (Extension(path) is { Length: > 0 } extension && extension != wanted)
        {
            throw new UsageException($"{path}: what is written is {(wanted.Length == 0 ? "a folder" : wanted[1..])}, nothing that ends in {extension}.");
        }
    }

    /// <summary>What was written, how much of it, and where: to standard error, as results alone go to standard output.</summary>
    public static void Tell(Terminal terminal, string what, string? path)
    {
        if (path is not null)
        {
            terminal.Error.WriteLine($"{what}{Size(path)}; {path}");
        }
    }

    public static string Megabytes(long bytes) => bytes < 100_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0.0} MB");

    private static string Size(string path) => File.Exists(path) && !IsDevice(path) ? ", " + Megabytes(new FileInfo(path).Length)
        : Directory.Exists(path) ? ", " + Megabytes(new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length))
        : "";

    private static string Extension(string? path) => path is null || IsDevice(path) ? "" : Path.GetExtension(path).ToLowerInvariant();

    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);
}
