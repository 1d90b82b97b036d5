using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Core.Checks.Across;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>Everything that a nightly run has to say, for programs: one JSON file for each run.</summary>
/// <param name="Command">harvest or run.</param>
/// <param name="Load">Null where nothing was loaded.</param>
public sealed record RunReport(string Command, DateTimeOffset StartedAt, HarvestOutcome Harvest, LoadOutcome? Load, IReadOnlyList<Restatement> Restated)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>In order, with the time that each took.</summary>
    public List<(string Stage, TimeSpan Time)> Stages { get; } = [];

    /// <summary>Null where nothing was loaded: what a document is, only its content says.</summary>
    public CoverageOutcome? Coverage { get; init; }

    /// <summary>Null where nothing was loaded.</summary>
    public NewAnomalies? Anomalies { get; init; }

    public int ExitCode { get; set; }

    public IEnumerable<(Restatement Of, FactChange Change)> Changes => Restated.SelectMany(r => r.Changes.Select(c => (r, c.Change)));

    /// <summary>The stages in the database.</summary>
    public void Store(Database database) => database.InTransaction(() =>
    {
        using var row = Insert.Into(database.Connection, "run_stages", "run_id, ordinal, stage, duration_ms");
        for (var i = 0; i < Stages.Count; i++)
        {
            row.Add(Harvest.Run).Add(i).Add(Stages[i].Stage).Add((long)Stages[i].Time.TotalMilliseconds).Run();
        }
    });

    public void Write(Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("command"u8, Command);
            json.WriteNumber("run"u8, Harvest.Run);
            json.WriteString("started_at"u8, Times.Text(StartedAt));
            json.WriteNumber("exit_code"u8, ExitCode);
            json.WriteStartArray("stages"u8);
            foreach (var (stage, time) in Stages)
            {
                json.WriteStartObject();
                json.WriteString("stage"u8, stage);
                json.WriteNumber("seconds"u8, Math.Round(time.TotalSeconds, 3));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("total"u8);
            WriteCounts(json, Harvest.Sum, Harvest.Sum);
            json.WriteEndObject();
            json.WriteStartArray("sources"u8);
            foreach (var visit in Harvest.Visits)
            {
                WriteVisit(json, visit);
            }

            json.WriteEndArray();
            WriteLoad(json);
            WriteRestated(json);
            Anomalies?.WriteJson(json);
            Coverage?.WriteJson(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteVisit(Utf8JsonWriter json, VisitOutcome visit)
    {
        json.WriteStartObject();
        json.WriteString("source"u8, visit.Portal.Name);
        json.WriteString("title"u8, visit.Portal.Title);
        json.WriteBoolean("complete"u8, visit.Complete);
        json.WriteBoolean("tls_verified"u8, visit.Portal.VerifyTls);
        json.WriteNumber("listing_pages"u8, visit.End?.ListingPages ?? 0);
        json.WriteNumber("detail_pages"u8, visit.End?.DetailPages ?? 0);
        json.WriteNumber("entries"u8, visit.End?.Entries ?? 0);
        if (visit.End?.Told is { } told)
        {
            json.WriteNumber("entries_told"u8, told);
        }

        WriteCounts(json, count => count(visit), count => count(visit.Traffic));
        json.WriteNumber("seconds"u8, Math.Round(visit.Duration.TotalSeconds, 3));
        json.WriteStartArray("troubles"u8);
        foreach (var trouble in visit.Troubles)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, trouble.Kind);
            json.WriteString("url"u8, trouble.Url);
            json.WriteString("reason"u8, trouble.Reason);
            json.WriteString("meaning"u8, trouble.Meaning);
            json.WriteBoolean("alarm"u8, trouble.Alarm);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Func<Func<VisitOutcome, int>, int> visits, Func<Func<TrafficCounts, long>, long> traffic)
    {
        json.WriteNumber("found"u8, visits(v => v.Found));
        json.WriteNumber("new"u8, visits(v => v.Added));
        json.WriteNumber("changed"u8, visits(v => v.Changed));
        json.WriteNumber("unchanged"u8, visits(v => v.Unchanged));
        json.WriteNumber("done_before"u8, visits(v => v.DoneBefore));
        json.WriteNumber("rested"u8, visits(v => v.Rested));
        json.WriteNumber("given_up"u8, visits(v => v.GivenUp));
        json.WriteNumber("failed"u8, visits(v => v.Failed));
        json.WriteNumber("not_a_file"u8, visits(v => v.NotAFile));
        json.WriteNumber("not_read"u8, visits(v => v.NotRead));
        json.WriteNumber("requests"u8, traffic(t => t.Requests));
        json.WriteNumber("bytes"u8, traffic(t => t.Bytes));
        json.WriteNumber("not_modified_304"u8, traffic(t => t.NotModified));
        json.WriteNumber("rate_limited_429"u8, traffic(t => t.RateLimited));
        json.WriteNumber("given_up_429"u8, traffic(t => t.GivenUp));
        json.WriteNumber("retries"u8, traffic(t => t.Retries));
        json.WriteNumber("redirects"u8, traffic(t => t.Redirects));
        json.WriteNumber("resumed"u8, traffic(t => t.Resumed));
        json.WriteNumber("robots_refused"u8, traffic(t => t.RobotsRefused));
        json.WriteNumber("host_suspended"u8, traffic(t => t.HostSuspended));
        json.WriteNumber("waited_seconds"u8, Math.Round(traffic(t => t.Waited.Ticks) / (double)TimeSpan.TicksPerSecond, 3));
    }

    private void WriteLoad(Utf8JsonWriter json)
    {
        if (Load is not null)
        {
            json.WriteStartObject("load"u8);
            json.WriteNumber("added"u8, Load.Added);
            json.WriteNumber("unchanged"u8, Load.Unchanged);
            json.WriteNumber("failed"u8, Load.Failed);
            json.WriteNumber("lossy"u8, Load.Lossy);
            json.WriteNumber("pages"u8, Load.Pages);
            json.WriteEndObject();
        }
    }

    private void WriteRestated(Utf8JsonWriter json)
    {
        json.WriteStartArray("other_documents"u8);
        foreach (var (of, other) in Restated.SelectMany(r => r.Others.Select(o => (r, o))))
        {
            json.WriteStartObject();
            json.WriteString("url"u8, of.Url);
            json.WriteString("name"u8, of.Name);
            json.WriteNumber("version"u8, of.Number);
            json.WriteString("before"u8, other.Before);
            json.WriteString("now"u8, other.Now);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("restated"u8);
        foreach (var (of, change) in Changes)
        {
            json.WriteStartObject();
            json.WriteString("url"u8, of.Url);
            json.WriteString("name"u8, of.Name);
            json.WriteNumber("version"u8, of.Number);
            json.WriteString("change"u8, Restatements.Word(change.Kind));
            json.WriteString("table_kind"u8, change.TableKind);
            json.WriteString("code"u8, change.Code);
            json.WriteString("label"u8, change.Label);
            json.WriteString("column_path"u8, change.ColumnPath);
            json.WriteString("old"u8, change.Old is null ? null : FactChanges.Show(change.Old));
            json.WriteString("new"u8, change.New is null ? null : FactChanges.Show(change.New));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
