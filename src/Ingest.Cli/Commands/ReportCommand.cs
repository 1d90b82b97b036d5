using System.CommandLine;
using System.Globalization;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The anomalies of all documents, for people or as JSON.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var format = new Option<string>("--format", "-f") { Description = "text: for reading; json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var severity = new Option<string>("--severity")
        {
            Description = "The least severity to report: lost (a number or table could not be read), doubt (figures contradict each other), note.",
            DefaultValueFactory = _ => "doubt",
        };
        severity.AcceptOnlyFromAmong("lost", "doubt", "note");
        var file = new Option<string?>("--out", "-o") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };
        var command = new ExampleCommand(
            "report", "The anomaly report: by document, the worst first.", "ingest report --db out/ingest.sqlite --severity lost")
        { db, format, severity, file };
        command.SetAction(parsed => DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
        {
            var least = Words.ToSeverity(parsed.GetRequiredValue(severity));
            var path = parsed.GetValue(file);
            if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
            {
                terminal.Write(path, output => WriteJson(output, database, least, terminal.Cancel));
            }
            else
            {
                var style = path is null && terminal.OutputIsTerminal ? ReportStyle.Coloured : ReportStyle.Plain;
                terminal.WriteText(path, output => WriteText(output, database, least, style, terminal.Cancel));
            }

            return ExitCodes.Clean;
        }));
        return command;
    }

    private static void WriteText(TextWriter output, Database database, Severity least, ReportStyle style, CancellationToken cancel)
    {
        var documents = 0;
        foreach (var document in ReportRows.Read(database, least))
        {
            cancel.ThrowIfCancellationRequested();
            output.WriteLine(AnomalyReport.Text(document, style));
            documents++;
        }

        var summary = Summaries.Read(database, DocumentParser.Version);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} of {summary.Documents:N0} documents with anomalies of severity {Words.Of(least)} or worse"));
        foreach (var (code, severity, count) in summary.Codes.Where(c => Words.ToSeverity(c.Severity) >= least))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,7:N0}  {style.Of(Words.ToSeverity(severity), severity),-5}  {code}"));
        }
    }

    private static void WriteJson(Stream output, Database database, Severity least, CancellationToken cancel) => StatusJson.Write(output, json =>
    {
        json.WriteStartObject("summary"u8);
        StatusJson.WriteSummary(json, Summaries.Read(database, DocumentParser.Version));
        json.WriteEndObject();
        json.WriteStartArray("documents"u8);
        foreach (var document in ReportRows.Read(database, least))
        {
            cancel.ThrowIfCancellationRequested();
            AnomalyReport.WriteJson(json, document);
        }

        json.WriteEndArray();
    });
}
