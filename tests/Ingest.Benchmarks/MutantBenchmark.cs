using System.Globalization;
using System.Text.Json;

namespace Ingest.Benchmarks;

/// <summary>
/// What became of the mutants of a run: killed of tried for each room, and those that live. Reads the report format of
/// the mutation testing elements (schema 2: files → mutants with <c>status</c>, <c>location</c>, <c>static</c>).
/// </summary>
/// <remarks>
/// Mutants in what is initialised once (tables of words, of examples) are counted apart: all mutants are tried in one
/// process, which has read its tables before the mutant is switched on. So are those that do not compile: of a member that
/// declares a variable in a condition the tool can often try none.
/// </remarks>
internal static class MutantBenchmark
{
    private const string Rooms = "/Ingest.Core/";

    public static int Run(string report, bool list)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(report));
        var lives = json.RootElement.GetProperty("files").EnumerateObject()
            .SelectMany(f => f.Value.GetProperty("mutants").EnumerateArray().Select(m => new Life(Place(f.Name), f.Value.GetProperty("source").GetString()!, m)))
            .Where(l => l.Tried || l.Fails)
            .ToList();
        Console.WriteLine("room                   killed   by time   tried   score   in tables read once   not compiled");
        foreach (var room in lives.GroupBy(l => l.Room, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            Tell(room.Key, room);
        }

        Tell("all", lives);
        foreach (var file in lives.Where(l => list && l.Tried && !l.InTable && !l.Killed).GroupBy(l => l.File, StringComparer.Ordinal))
        {
            Console.WriteLine($"\n{file.Key}");
            foreach (var life in file)
            {
                Console.WriteLine("  " + life.Told);
            }
        }

        return 0;
    }

    private static void Tell(string room, IEnumerable<Life> lives)
    {
        var tried = lives.Where(l => l.Tried && !l.InTable).ToList();
        var killed = tried.Count(l => l.Killed);
        var slow = tried.Count(l => l.IsSlow);
        var (inTables, failing) = (lives.Count(l => l.Tried && l.InTable), lives.Count(l => l.Fails));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{room,-20}{killed,9}{slow,10}{tried.Count,8}{100.0 * killed / Math.Max(1, tried.Count),7:0.0}%{inTables,22}{failing,15}"));
    }

    private static string Place(string file) =>
        file.LastIndexOf(Rooms, StringComparison.Ordinal) is >= 0 and var at ? file[(at + Rooms.Length)..] : file;

    private sealed record Life(string File, string Source, JsonElement Mutant)
    {
        public bool Killed => Status is "Killed" or "Timeout";

        /// <summary>Killed because its tests did not end: on a busy machine they may only have been slow.</summary>
        public bool IsSlow => Status is "Timeout";

        public bool Tried => Killed || Status is "Survived" or "NoCoverage";

        public bool Fails => Status is "CompileError";

        public string Room => File[..Math.Max(0, File.LastIndexOf('/'))];

        public bool InTable => Mutant.TryGetProperty("static", out var isStatic) && isStatic.ValueKind == JsonValueKind.True;

        public string Told
        {
            get
            {
                var start = Mutant.GetProperty("location").GetProperty("start");
                var (line, column) = (start.GetProperty("line").GetInt32(), start.GetProperty("column").GetInt32());
                var replacement = Mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ");
                return $"{line}:{column} {Source.Split('\n')[line - 1].Trim()}  →  {replacement}{(Status is "NoCoverage" ? "  (no test reaches it)" : "")}";
            }
        }

        private string Status => Mutant.GetProperty("status").GetString()!;
    }
}
