using System.CommandLine;
using System.Globalization;
using Ingest.Core.Reports;
using Ingest.Core.Reports.Sample;
using Ingest.Io.Export;
using Ingest.Io.Sample;

namespace Ingest.Cli.Commands;

/// <summary>A sample of facts to be checked by eye, and the error rate that follows from the marks.</summary>
internal static class SampleCommand
{
    private const int UsualCount = 200, MostCount = 5000;
    private const string Sheet = "sample.html", Marks = "marks.csv";

    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var count = new Option<int>("--count", "-n") { Description = "How many facts. 200 without an error say: less than 2 % are wrong.", HelpName = "N", DefaultValueFactory = _ => UsualCount };
        count.Demand(n => n is >= 1 and <= MostCount, "a number from 1 to 5000");
        var seed = new Option<int>("--seed") { Description = "Another number gives another sample; the same number the same one.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--out", "-o") { Description = "The folder for sample.html, with a crop of the page beside each fact, and marks.csv.", HelpName = "DIR", DefaultValueFactory = _ => "out/sample" };
        var marks = new Option<string?>("--marks") { Description = "Instead of drawing: computes error rate and interval from a file of marks (right, wrong, unsure in the column mark).", HelpName = "FILE" };
        var filters = new ExportFilterOptions();
        var command = new ExampleCommand(
            "sample", "Draws facts at random for checking by eye, and computes the error rate with its interval from the marks.",
            "ingest sample --count 200 --region 4201 --out sample\ningest sample --marks sample/marks.csv")
        { db, count, seed, folder, marks };
        filters.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(marks) is { } file)
            {
                return Rate(terminal, file);
            }

            var filter = filters.Read(parsed);
            var into = parsed.GetRequiredValue(folder);
            Refuse(into);
            return DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
            {
                var (items, of) = FactSample.Draw(database, filter, parsed.GetValue(count), parsed.GetValue(seed), terminal.Cancel);
                if (items.Count == 0)
                {
                    throw new NotThereException("no fact fits the filters");
                }

                var name = string.Create(CultureInfo.InvariantCulture, $"{items[0].Fact}-{items.Count}-{parsed.GetValue(seed)}");
                terminal.WriteText(Path.Combine(into, Sheet), output => output.Write(SampleSheet.Write(name, items)));
                terminal.WriteText(Path.Combine(into, Marks), output =>
                {
                    // The mark at its head has spreadsheets read it as UTF-8.
                    output.Write('\uFEFF');
                    foreach (var row in items.Select(i => i.Row).Prepend(SampleItem.Columns))
                    {
                        output.Write(Csv.Line(row.Select(CsvExport.Defused)));
                    }
                });
                terminal.Error.WriteLine($"{Plural.Of(items.Count, "fact")} of {of.ToString("N0", CultureInfo.InvariantCulture)}; open {Path.Combine(into, Sheet)}, save the marks, then: ingest sample --marks {Path.Combine(into, Marks)}");
                return ExitCodes.Clean;
            });
        });
        return command;
    }

    /// <summary>Marks are a day's work: no sample is written over one that somebody has begun to mark.</summary>
    private static void Refuse(string folder)
    {
        var file = Path.Combine(folder, Marks);
        if (File.Exists(file) && Read(file).Any(r => r.Mark.Length > 0))
        {
            throw new UsageException($"{file} holds marks already; name another folder.");
        }
    }

    private static int Rate(Terminal terminal, string file)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {file}.");
        }

        var outcome = SampleMarks.Of(Read(file), out var problem) ?? throw new UsageException($"{file}: {problem}.");
        terminal.WriteText(null, output => output.Write(outcome.ToText()));
        return ExitCodes.Clean;
    }

    private static List<(string Fact, string Status, string Mark, string Remark)> Read(string file)
    {
        var lines = Csv.Read(File.ReadAllText(file).TrimStart('\uFEFF'));
        var head = lines.Count > 0 ? lines[0] : [];
        int Column(string name) => head.IndexOf(name) is >= 0 and var at ? at : throw new UsageException($"{file} has no column {name}: it is no file of marks.");
        var (fact, status, mark, remark) = (Column("fact"), Column("status"), Column("mark"), head.IndexOf("remark"));
        return [.. lines.Skip(1).Where(l => l.Count > mark).Select(l => (l[fact], l[status], l[mark].Trim(), remark >= 0 && l.Count > remark ? l[remark] : ""))];
    }
}
