using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core.Checks.Coverage;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>The ledger of the portals of a run, and whether it passes the gate.</summary>
/// <param name="Required">Per cent of what was due that must have come; null for no gate.</param>
public sealed record CoverageOutcome(DateOnly AsOf, ImmutableArray<CoverageRow> Rows, decimal? Required)
{
    private const int HolesShown = 20;

    public CoverageTotals Totals { get; } = CoverageTotals.Of(Rows);

    /// <summary>The gate forbids to go on as if all was well.</summary>
    public bool Forbidden => Required is { } percent && !Totals.Reaches(percent);

    private IEnumerable<CoverageRow> Holes => Rows.Where(r => r.State == CoverageState.Hole);

    public void WriteText(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var open = Totals.Open > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {Totals.Open:N0} more are expected in the season that goes on") : "";
        var gate = Required is { } percent ? string.Create(CultureInfo.InvariantCulture, $"; {percent:0.#}% are required: {(Forbidden ? "NOT reached" : "reached")}") : "";
        text.AppendLine(CultureInfo.InvariantCulture, $"coverage: {Totals.Text}{gate}{open}");
        foreach (var by in Holes.GroupBy(h => h.Reason).OrderBy(g => g.Key))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {by.Count(),5:N0} {CoverageWords.Of(by.Key)}");
        }

        foreach (var hole in Holes.Take(HolesShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  {hole.Source}: {hole.Body}, {hole.Phase} of {hole.Year}: {CoverageWords.Of(hole.Reason)}: {hole.Message}{(hole.Url.Length > 0 ? $" ({hole.Url})" : "")}");
        }

        if (Totals.Holes > HolesShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {Totals.Holes - HolesShown:N0} more, in the run report");
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("coverage"u8);
        json.WriteString("as_of"u8, AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("due"u8, Totals.Due);
        json.WriteNumber("got"u8, Totals.Got);
        json.WriteNumber("open"u8, Totals.Open);
        if (Totals.Percent is { } percent)
        {
            json.WriteNumber("percent"u8, percent);
        }

        if (Required is { } required)
        {
            json.WriteNumber("required_percent"u8, required);
            json.WriteBoolean("reached"u8, !Forbidden);
        }

        json.WriteStartArray("holes"u8);
        foreach (var hole in Holes)
        {
            json.WriteStartObject();
            json.WriteString("source"u8, hole.Source);
            json.WriteString("body"u8, hole.Body);
            json.WriteString("region_code"u8, hole.RegionCode);
            json.WriteNumber("fiscal_year"u8, hole.Year);
            json.WriteString("phase"u8, hole.Phase);
            json.WriteString("expected_by"u8, CoverageWords.Of(hole.ExpectedBy));
            json.WriteString("due_on"u8, hole.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("reason"u8, CoverageWords.Of(hole.Reason));
            json.WriteString("message"u8, hole.Message);
            json.WriteString("url"u8, hole.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
