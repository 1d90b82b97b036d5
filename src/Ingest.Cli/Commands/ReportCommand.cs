using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Report;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The anomalies of all documents, for people or as JSON.</summary>
internal static class ReportCommand
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal) { [".txt"] = "text", [".json"] = "json" };

    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var format = new Option<string?>("--format", "-f") { Description = "Default: what the name of the file says, else text. text: for reading; json; html: a folder of pages that open from disk, with every anomaly beside its place on the page." };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var severity = new Option<string>("--severity")
        {
            Description = "The least severity to report: lost (a number or table could not be read), doubt (figures contradict each other), note.",
            DefaultValueFactory = _ => "doubt",
        };
        severity.AcceptOnlyFromAmong("lost", "doubt", "note");
        var file = new Option<string?>("--out", "-o") { Description = "The file to write; the folder for html. Default: standard output.", HelpName = "PATH" };
        var personal = new Option<bool>("--include-personal") { Description = "Show the names and telephone numbers of persons that forms hold. Default: they are blanked, on the crops of pages too." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Documents made ready at a time, for html. Default: one for each processor.", HelpName = "N" };
        var command = new ExampleCommand(
            "report", "The anomaly report: by document, the worst first.", "ingest report --db out/ingest.sqlite --severity lost\ningest report --db out/ingest.sqlite --format html --out out/report")
        { db, format, severity, file, personal, jobs };
        command.SetAction(parsed => DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
        {
            var least = Words.ToSeverity(parsed.GetRequiredValue(severity));
            var path = parsed.GetValue(file);
            var form = OutputFile.Format(path, parsed.GetValue(format), "text", Formats);
            if (form == "html")
            {
                OutputFile.Demand(path, "");
                WriteHtml(terminal, database, path ?? throw new UsageException("--format html needs --out: the folder of the report."), parsed.GetValue(personal), parsed.GetValue(jobs));
            }
            else if (form == "json")
            {
                terminal.Write(path, output => WriteJson(output, database, least, terminal.Cancel));
                OutputFile.Tell(terminal, "report", path);
            }
            else
            {
                var style = path is null && terminal.OutputIsTerminal ? ReportStyle.Coloured : ReportStyle.Plain;
                terminal.WriteText(path, output => WriteText(output, database, least, style, terminal.Cancel));
                OutputFile.Tell(terminal, "report", path);
            }

            return ExitCodes.Clean;
        }));
        return command;
    }

    private static void WriteHtml(Terminal terminal, Database database, string folder, bool personal, int jobs)
    {
        var clock = Stopwatch.StartNew();
        var (done, told) = (0, TimeSpan.Zero);
        var outcome = ReportFolder.Write(database, folder, personal, jobs > 0 ? Math.Min(jobs, 64) : Math.Min(64, Environment.ProcessorCount), Done, terminal.Cancel);
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Plural.Of(outcome.Documents, "document")} in {Plural.Of(outcome.Files, "file")}, {outcome.Bytes / 1e6:0.0} MB, {clock.Elapsed.TotalSeconds:0.0} s; open {Path.Combine(folder, "index.html")}"));

        // Minutes of silence look like a hang; a file or a pipe needs no progress.
        void Done(string name)
        {
            done++;
            if (terminal.ErrorIsTerminal && clock.Elapsed - told > TellEvery)
            {
                told = clock.Elapsed;
                terminal.Error.WriteLine($"{Plural.Of(done, "document")} …");
            }
        }
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
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} of {Plural.Of(summary.Documents, "document")} with anomalies of severity {Words.Of(least)} or worse"));
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
