using System.Reflection;
using System.Runtime.Loader;

namespace Ingest.Io.Pictures;

/// <summary>Finds what reads pictures: an assembly in a folder beside the program, with models and native code that most people do not need.</summary>
public static class PictureReaders
{
    /// <summary>The command that fetches and builds it.</summary>
    public const string Setup = "./run.sh ocr-setup";

    /// <summary>Names another folder than <see cref="Folder"/> beside the program.</summary>
    public const string Variable = "INGEST_OCR";

    /// <summary>Names the folder that keeps what was read, if another one than the user's; empty: nothing is kept.</summary>
    public const string CacheVariable = "INGEST_CACHE";

    private const string Folder = "ocr", Models = "models", Library = "Ingest.Ocr", Reader = "Ingest.Ocr.PictureReader";

    private static readonly Lazy<IPictureReader?> Found = new(() => Load(DefaultFolder()));

    private static readonly Lazy<IPictureReader?> Cached = new(() => Found.Value is { } reader && CacheFolder() is { Length: > 0 } folder
        ? new CachedReader(reader, reader.GetType().Module.ModuleVersionId.ToString(), folder) : Found.Value);

    /// <summary>What is installed; null if nothing is. What it read once it does not read again.</summary>
    public static IPictureReader? Installed => Cached.Value;

    /// <summary>The same without a memory.</summary>
    public static IPictureReader? Forgetful => Found.Value;

    /// <summary>What pages that are pictures are read with; "" if nothing reads them.</summary>
    public static string VersionOf(IPictureReader? reader) => reader is null ? "" : PageRenderer.Installed is { } renderer ? $"{reader.Version} {renderer.Name}" : reader.Version;

    /// <summary>The reader in a folder; null if there is none.</summary>
    /// <exception cref="IOException">There is one that does not work.</exception>
    public static IPictureReader? Load(string folder)
    {
        var library = Path.Combine(Path.GetFullPath(folder), Library + ".dll");
        if (!File.Exists(library))
        {
            return null;
        }

        try
        {
            var type = new Parts(library).LoadFromAssemblyPath(library).GetType(Reader, throwOnError: true)!;
            return (IPictureReader)Activator.CreateInstance(type, Path.Combine(folder, Models))!;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var fault = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw new IOException($"what reads pictures of pages does not work: {fault.Message}; {Setup} sets it up anew, and without {folder} all else works", fault);
        }
    }

    private static string DefaultFolder() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, Folder);

    private static string CacheFolder()
    {
        if (Environment.GetEnvironmentVariable(CacheVariable) is { } named)
        {
            return named;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set ? set : home.Length == 0 ? "" : Path.Combine(home, ".cache");
        return caches.Length == 0 ? "" : Path.Combine(caches, "ingest", "pictures");
    }

    /// <summary>Its own packages come from its folder; what the program has, from the program.</summary>
    private sealed class Parts(string library) : AssemblyLoadContext(Library)
    {
        private readonly AssemblyDependencyResolver _resolver = new(library);

        protected override Assembly? Load(AssemblyName name) => _resolver.ResolveAssemblyToPath(name) is { } path ? LoadFromAssemblyPath(path) : null;

        protected override IntPtr LoadUnmanagedDll(string name) =>
            _resolver.ResolveUnmanagedDllToPath(name) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
