using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Ingest.Core.Reports;
using Ingest.Io.Archive;

namespace Ingest.Cli;

/// <summary>What a load came to, for people and for programs.</summary>
internal static class LoadSummary
{
    public static string Text(LoadOutcome outcome, TimeSpan time, string database)
    {
        var rate = outcome.Pages == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {outcome.Pages / Math.Max(0.001, time.TotalSeconds):N0} pages/s");
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{Plural.Of(outcome.Files, "file")}: {outcome.Added:N0} loaded ({Plural.Of(outcome.Pages, "page")}), {outcome.Unchanged:N0} known already, {outcome.Failed:N0} failed, {outcome.Lossy:N0} with losses; {time.TotalSeconds:0.0} s{rate}; {database}");
        return outcome.Ignored.Count == 0 ? text : text + "\nnot read: " + string.Join(", ", outcome.Ignored.Select(Ignored));
    }

    private static string Ignored(KeyValuePair<string, int> kind) => string.Create(
        CultureInfo.InvariantCulture, $"{kind.Value:N0} {(kind.Key.Length == 0 ? "without extension" : kind.Key)}");

    public static ReadOnlySpan<byte> Json(LoadOutcome outcome, TimeSpan time)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("files"u8, outcome.Files);
            json.WriteNumber("added"u8, outcome.Added);
            json.WriteNumber("unchanged"u8, outcome.Unchanged);
            json.WriteNumber("failed"u8, outcome.Failed);
            json.WriteNumber("lossy"u8, outcome.Lossy);
            json.WriteNumber("pages"u8, outcome.Pages);
            json.WriteStartObject("ignored"u8);
            foreach (var (extension, count) in outcome.Ignored)
            {
                json.WriteNumber(extension, count);
            }

            json.WriteEndObject();
            json.WriteNumber("seconds"u8, Math.Round(time.TotalSeconds, 3));
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }
}
