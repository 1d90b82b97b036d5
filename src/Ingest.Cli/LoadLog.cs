using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Core.Reports;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Cli;

/// <summary>Writes each file that is done as one line of JSON, and passes everything on.</summary>
internal sealed class LoadLog(LoadWatcher inner, TextWriter log, Func<DateTimeOffset> now) : LoadWatcher
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    public override void Begin(FileRecord file) => inner.Begin(file);

    public override void Known(int files)
    {
        inner.Known(files);
        Write("known", json => json.WriteNumber("files"u8, files));
    }

    public override void Done(LoadedFile file)
    {
        inner.Done(file);
        Write("file", json =>
        {
            json.WriteString("path"u8, file.File.Path);
            json.WriteString("result"u8, file.Result switch { LoadResult.Added => "added", LoadResult.Unchanged => "unchanged", _ => "failed" });
            json.WriteString("sha256"u8, file.File.Sha256);
            if (file.Counts is { } counts)
            {
                json.WriteNumber("pages"u8, counts.Pages);
                json.WriteNumber("tables"u8, counts.Tables);
                json.WriteNumber("facts"u8, counts.Facts);
                json.WriteNumber("verified"u8, counts.Verified);
                json.WriteNumber("doubtful"u8, counts.Doubtful);
            }

            json.WriteStartArray("lost"u8);
            foreach (var anomaly in file.Lost)
            {
                json.WriteStartObject();
                json.WriteString("code"u8, anomaly.Code.Id);
                json.WriteString("severity"u8, Words.Of(anomaly.Code.Severity));
                json.WriteNumber("page"u8, anomaly.Where.Area.Page);
                json.WriteString("message"u8, anomaly.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private void Write(string what, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("at"u8, now().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("event"u8, what);
            members(json);
            json.WriteEndObject();
        }

        lock (_lock)
        {
            log.Write(Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n");
            log.Flush();
        }
    }
}
