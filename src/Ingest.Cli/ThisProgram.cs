namespace Ingest.Cli;

/// <summary>How this program is called from elsewhere.</summary>
internal static class ThisProgram
{
    /// <summary>The program, or the program that runs it and its file; absolute paths.</summary>
    public static IReadOnlyList<string> Line =>
        Environment.ProcessPath is not { } path ? ["ingest"]
        : string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase) ? [path, typeof(ThisProgram).Assembly.Location]
        : [path];
}
