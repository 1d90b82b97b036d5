using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Io.Archive;

/// <summary>A piece of a load that one process does by itself.</summary>
/// <param name="Unit">From 1, as the line in the plan.</param>
/// <param name="Key">16 hexadecimal digits that follow from what is to be read and from the parser: the same work has the same key in every plan.</param>
/// <param name="Parser">The version of the parser that it was planned for.</param>
/// <param name="Limits">Of each document, as <c>DocumentLimits</c> writes them.</param>
/// <param name="Pages">About how many it has to read.</param>
public sealed record PlanUnit(int Unit, string Key, int Parser, string Limits, long Pages, IReadOnlyList<PlanItem> Items);

/// <summary>One content to read.</summary>
/// <param name="Sha256">Of its bytes when it was planned; "" for a path of which nothing can be read.</param>
/// <param name="Paths">Where it lies; the same bytes under several names are one item.</param>
public sealed record PlanItem(PlanKind Kind, string Sha256, long Pages, IReadOnlyList<string> Paths);

public enum PlanKind : byte
{
    Document,

    /// <summary>A ZIP archive, read as a whole.</summary>
    Archive,

    /// <summary>Nothing can be read there, which the load remembers.</summary>
    Unreadable,
}

/// <summary>A plan is a text file with a unit on each line, as JSON, so that <c>wc -l</c> counts and <c>xargs</c> deals them out.</summary>
public static class Plan
{
    /// <summary>Names in Chinese stay readable.</summary>
    private static readonly PlanJson Json = new(new JsonSerializerOptions(PlanJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(TextWriter text, IEnumerable<PlanUnit> units)
    {
        foreach (var unit in units)
        {
            text.Write(JsonSerializer.Serialize(unit, Json.PlanUnit));
            text.Write('\n');
        }
    }

    /// <exception cref="InvalidDataException">It is no plan.</exception>
    public static IEnumerable<PlanUnit> Read(string path)
    {
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            PlanUnit? unit;
            try
            {
                unit = JsonSerializer.Deserialize(text, Json.PlanUnit);
            }
            catch (JsonException)
            {
                unit = null;
            }

            yield return unit is { Items: not null, Limits: not null, Key.Length: > 0 } && unit.Unit == line
                ? unit
                : throw new InvalidDataException(FormattableString.Invariant($"{path} is no plan: line {line} is not unit {line}. Make one with: ingest plan PATH --out {path}"));
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlanUnit))]
internal sealed partial class PlanJson : JsonSerializerContext;
