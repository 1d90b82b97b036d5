using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ingest.Io.Archive;

/// <summary>
/// The results of units, each a small database of the usual schema: <c>KEY-pVERSION-HASH.bundle</c>, named by what was to be
/// read, by the parser, and by its own bytes, so that a cut or changed one is told by its name.
/// </summary>
public static partial class Bundles
{
    public const string Pattern = "*.bundle";

    /// <summary>Who works touches the mark before each document, and no document may take so long.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    public static string NameOf(PlanUnit unit, string file)
    {
        using var bytes = File.OpenRead(file);
        return string.Create(CultureInfo.InvariantCulture, $"{unit.Key}-p{unit.Parser}-{Hash(bytes)}.bundle");
    }

    /// <summary>The results of a unit; more than one if it was done twice.</summary>
    public static IEnumerable<string> Of(PlanUnit unit, string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, string.Create(CultureInfo.InvariantCulture, $"{unit.Key}-p{unit.Parser}-*.bundle"))
        : [];

    /// <summary>Stands in the folder while a unit is being done; left behind by a process that was killed.</summary>
    public static string MarkOf(PlanUnit unit, string folder) => Path.Combine(folder, unit.Key + ".running");

    public static UnitState StateOf(PlanUnit unit, string folder, DateTime now)
    {
        if (Of(unit, folder).Any())
        {
            return UnitState.Done;
        }

        var mark = new FileInfo(MarkOf(unit, folder));
        return !mark.Exists ? UnitState.Waiting : now - mark.LastWriteTimeUtc < Silence ? UnitState.Running : UnitState.Lost;
    }

    /// <summary>Why a file is no result that can be merged; null if it can.</summary>
    public static string? Problem(string file, int parser)
    {
        var name = Name().Match(Path.GetFileName(file));
        if (!name.Success)
        {
            return "its name is not that of a bundle";
        }

        var version = name.Groups["version"].Value;
        if (version != parser.ToString(CultureInfo.InvariantCulture))
        {
            return string.Create(CultureInfo.InvariantCulture, $"it was made by version {version} of the parser, this is version {parser}");
        }

        using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Hash(bytes) == name.Groups["hash"].Value ? null : "it is cut or changed: its bytes are not those that its name tells";
    }

    private static string Hash(Stream bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    [GeneratedRegex("^(?<key>[0-9a-f]{16})-p(?<version>[0-9]{1,9})-(?<hash>[0-9a-f]{16})\\.bundle$", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}

public enum UnitState : byte
{
    Waiting,
    Running,

    /// <summary>Begun, and nothing was heard of it for long: it has to be done again.</summary>
    Lost,
    Done,
}
