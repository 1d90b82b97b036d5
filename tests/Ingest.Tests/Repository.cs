namespace Ingest.Tests;

/// <summary>Files of the repository that tests compare with or rewrite.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>What people read first, and what they look things up in.</summary>
    public static string Readme => Path.Combine(Root, "README.md");

    public static string Reference => Path.Combine(Root, "src/REFERENCE.md");

    public static bool UpdateGolden => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static string Fixture(string path) => Path.Combine(Root, "fixtures", path);

    /// <summary>Compares with a golden file of <c>fixtures</c>, or rewrites it when UPDATE_GOLDEN is 1.</summary>
    public static void AssertGolden(string path, string actual)
    {
        if (UpdateGolden)
        {
            File.WriteAllText(Fixture(path), actual);
        }

        Assert.Equal(File.ReadAllText(Fixture(path)), actual);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ingest.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        }

        return folder;
    }
}
