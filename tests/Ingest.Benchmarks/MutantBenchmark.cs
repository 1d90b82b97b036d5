using System.Globalization;
using System.Text.Json;

namespace Ingest.Benchmarks;

/// <summary>
/// What became of the mutants of a run: killed of tried for each room, and those that live. Reads the report format of
/// the mutation testing elements (schema 2: files → mutants with <c>status</c>, <c>location</c>, <c>static</c>).
/// </summary>
/// <remarks>
/// Mutants in what is initialised once (tables of words, of examples) are counted apart: all mutants are tried in one
/// process, which has read its tables before the mutant is switched on.
/// </remarks>
internal static class MutantBenchmark
{
    private const string Rooms = "/Ingest.Core/";

    public static int Run(string report, bool list)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(report));
        var lives = json.RootElement.GetProperty("files").EnumerateObject()
            .SelectMany(f => f.Value.GetProperty("mutants").EnumerateArray().Select(m => new Life(Place(f.Name), f.Value.GetProperty("source").GetString()!, m)))
            .Where(l => l.Tried)
            .ToList();
        Console.WriteLine("room              killed   tried   score   in tables read once");
        foreach (var room in lives.GroupBy(l => l.File[..Math.Max(0, l.File.IndexOf('/', StringComparison.Ordinal))], StringComparer.Ordinal))
        {
            var tried = room.Where(l => !l.InTable).ToList();
            var killed = tried.Count(l => l.Killed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{room.Key,-16}{killed,8}{tried.Count,8}{100.0 * killed / Math.Max(1, tried.Count),7:0.0}%{room.Count() - tried.Count,8}"));
        }

        foreach (var file in lives.Where(l => list && !l.InTable && !l.Killed).GroupBy(l => l.File, StringComparer.Ordinal))
        {
            Console.WriteLine($"\n{file.Key}");
            foreach (var life in file)
            {
                Console.WriteLine("  " + life.Told);
            }
        }

        return 0;
    }

    private static string Place(string file) =>
        file.LastIndexOf(Rooms, StringComparison.Ordinal) is >= 0 and var at ? file[(at + Rooms.Length)..] : file;

    private sealed record Life(string File, string Source, JsonElement Mutant)
    {
        public bool Killed => Status is "Killed" or "Timeout";

        public bool Tried => Killed || Status is "Survived" or "NoCoverage";

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
