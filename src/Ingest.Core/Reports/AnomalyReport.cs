using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>A document, or a file that is none, and what is wrong with it.</summary>
/// <param name="Sha256">"" for a file that could not be read.</param>
/// <param name="Anomalies">At least one.</param>
public sealed record ReportedDocument(string Name, string Sha256, DocumentIdentity Identity, ImmutableArray<Anomaly> Anomalies);

/// <summary>The anomaly report, one document after the other.</summary>
public static class AnomalyReport
{
    /// <summary>Equal anomalies beyond this number are counted, not shown.</summary>
    private const int ShownOfOneCode = 8;

    /// <summary>The document's name, who and when, and its anomalies, the worst first.</summary>
    /// <param name="style">Colours for a terminal; <see cref="ReportStyle.Plain"/> for a file.</param>
    public static string Text(ReportedDocument document, ReportStyle style)
    {
        var text = new StringBuilder();
        var identity = document.Identity;
        var year = identity.FiscalYear is { } some ? some.ToString(CultureInfo.InvariantCulture) : "";
        var who = string.Join(' ', new[] { identity.Entity, year, identity.Phase }.Where(w => w.Length > 0));
        text.Append(style.Heading(document.Name)).Append(who.Length > 0 ? "  " + who : "").Append('\n');
        foreach (var code in document.Anomalies
            .GroupBy(a => a.Code)
            .OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Id, StringComparer.Ordinal))
        {
            AppendCode(text, code.Key, [.. code], style);
        }

        return text.ToString();
    }

    private static void AppendCode(StringBuilder text, AnomalyCode code, ImmutableArray<Anomaly> anomalies, ReportStyle style)
    {
        var count = anomalies.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" × {anomalies.Length}") : "";
        text.Append("  ").Append(style.Of(code.Severity, Words.Of(code.Severity))).Append(' ').Append(code.Id).Append(count);
        text.Append(code.Meaning.Length > 0 ? "  " + code.Meaning : "").Append('\n');
        foreach (var anomaly in anomalies.Take(ShownOfOneCode))
        {
            text.Append("    ").Append(DisplayWidth.Fit(Place(anomaly), 22)).Append(' ').Append(What(anomaly)).Append('\n');
        }

        if (anomalies.Length > ShownOfOneCode)
        {
            text.Append(CultureInfo.InvariantCulture, $"    … and {anomalies.Length - ShownOfOneCode} more\n");
        }
    }

    private static string Place(Anomaly anomaly)
    {
        var where = anomaly.Where;
        var page = where.Area.Page > 0 ? string.Create(CultureInfo.InvariantCulture, $"p.{where.Area.Page}") : "";
        var table = where.Table > 0 ? string.Create(CultureInfo.InvariantCulture, $" table {where.Table}") : "";
        var cell = where.Table > 0 && where.Row >= 0 && where.Column >= 0
            ? string.Create(CultureInfo.InvariantCulture, $" r{where.Row} c{where.Column}")
            : "";
        return page + table + cell;
    }

    private static string What(Anomaly anomaly)
    {
        var name = string.Join(" · ", new[] { anomaly.Label, anomaly.ColumnPath }.Where(n => n.Length > 0));
        var values = anomaly switch
        {
            { Found.Length: > 0, Expected.Length: > 0 } => $"{anomaly.Found}, expected {anomaly.Expected}",
            { Found.Length: > 0 } => anomaly.Found,
            _ => "",
        };
        var origin = anomaly.Origin == Origin.Unknown ? "" : $"({Words.Of(anomaly.Origin)})";
        return string.Join("  ", new[] { name, values, anomaly.Message, origin }.Where(p => p.Length > 0));
    }

    /// <summary>One object: the document and all its anomalies.</summary>
    public static void WriteJson(Utf8JsonWriter json, ReportedDocument document)
    {
        json.WriteStartObject();
        json.WriteString("document"u8, document.Name);
        json.WriteString("sha256"u8, document.Sha256);
        json.WriteString("entity"u8, document.Identity.Entity);
        if (document.Identity.FiscalYear is { } year)
        {
            json.WriteNumber("fiscal_year"u8, year);
        }
        else
        {
            json.WriteNull("fiscal_year"u8);
        }

        json.WriteString("phase"u8, document.Identity.Phase);
        json.WriteStartArray("anomalies"u8);
        foreach (var anomaly in document.Anomalies)
        {
            WriteJson(json, anomaly);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, Anomaly anomaly)
    {
        var where = anomaly.Where;
        json.WriteStartObject();
        json.WriteString("code"u8, anomaly.Code.Id);
        json.WriteString("severity"u8, Words.Of(anomaly.Code.Severity));
        json.WriteString("origin"u8, Words.Of(anomaly.Origin));
        json.WriteString("table_kind"u8, anomaly.TableKind);
        Number(json, "table_ordinal"u8, where.Table > 0, where.Table);
        Number(json, "page"u8, where.Area.Page > 0, where.Area.Page);
        Number(json, "row"u8, where.Table > 0 && where.Row >= 0, where.Row);
        Number(json, "col"u8, where.Table > 0 && where.Column >= 0, where.Column);
        json.WriteString("label"u8, anomaly.Label);
        json.WriteString("column_path"u8, anomaly.ColumnPath);
        json.WriteString("found"u8, anomaly.Found);
        json.WriteString("expected"u8, anomaly.Expected);
        json.WriteString("message"u8, anomaly.Message);
        json.WriteString("message_zh"u8, anomaly.Chinese);
        if (where.Area.Page > 0 && where.Area.Box != default)
        {
            TablesJson.WriteBox(json, where.Area.Box);
        }
        else
        {
            json.WriteNull("bbox"u8);
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool known, int value)
    {
        if (known)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
