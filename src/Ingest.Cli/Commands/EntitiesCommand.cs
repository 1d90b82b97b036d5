using System.CommandLine;
using System.Globalization;
using Ingest.Core.Entities;
using Ingest.Core.Reports;
using Ingest.Core.Text;
using Ingest.Io.Entities;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The bodies of the database, and the file that merges, renames and classifies them.</summary>
internal static class EntitiesCommand
{
    private const int NameWidth = 36;

    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var json = new Option<bool>("--json") { Description = "The same as JSON." };
        var function = new Option<string?>("--function") { Description = "Only bodies of this function: petitions or 信访, data or 数据 …; none for those whose function is not known.", HelpName = "NAME" };
        var template = new Option<bool>("--template") { Description = "Prints a file to begin with: every body as a comment. Keep it as DATABASE.entities.yaml." };
        var apply = new Option<bool>("--apply") { Description = "Applies DATABASE.entities.yaml now; each load does so too." };
        var similar = new Option<bool>("--similar") { Description = "Bodies that may be one: a title in the name, a missing division, a new name of the same function; as lines for the file." };
        var mapping = new Option<string?>("--mapping") { Description = "Writes which document belongs to which body, as CSV.", HelpName = "FILE" };
        var command = new ExampleCommand(
            "entities", "The bodies of the database with their names, years and functions; merged, renamed and classified by a small file beside it.",
            "ingest entities --db out/ingest.sqlite --function petitions\ningest entities --template >out/ingest.entities.yaml\ningest entities --apply\ningest entities --mapping bodies.csv")
        { db, json, function, template, apply, similar, mapping };
        command.SetAction(parsed =>
        {
            var wanted = FunctionOf(parsed.GetValue(function));
            int List(Database database) => Show(
                terminal, [.. EntityList.Read(database).Where(e => wanted is null || e.Function == wanted)], parsed.GetValue(json), parsed.GetValue(template));
            if (parsed.GetValue(similar))
            {
                return DatabaseFile.Read(parsed.GetRequiredValue(db), database => ShowSimilar(terminal, EntityList.Read(database)));
            }

            if (parsed.GetValue(apply))
            {
                return DatabaseFile.Change(parsed.GetRequiredValue(db), database =>
                {
                    Apply(terminal, database);
                    return List(database);
                });
            }

            return DatabaseFile.Read(parsed.GetRequiredValue(db), database => parsed.GetValue(mapping) is { } file ? WriteMapping(terminal, database, file) : List(database));
        });
        return command;
    }

    private static string? FunctionOf(string? said) => said switch
    {
        null => null,
        "none" => "",
        _ => EntityFunctions.All.FirstOrDefault(f => f.Id == said || f.Name == said)?.Id
            ?? throw new UsageException($"there is no function {said}{NearNames.Hint(said, EntityFunctions.All.SelectMany(f => new[] { f.Id, f.Name }))}"),
    };

    private static void Apply(Terminal terminal, Database database)
    {
        var file = EntityFile.PathFor(database.Path);
        if (!File.Exists(file))
        {
            terminal.Error.WriteLine($"there is no {file}: what an earlier one said is undone");
        }

        var outcome = EntityRules.Apply(database);
        using (var across = new CrossChecker(database))
        {
            across.Run(terminal.Cancel);
        }

        terminal.Error.WriteLine($"{file}: {Plural.Of(outcome.Rules, "body", "bodies")} spoken of, {Plural.Of(outcome.Moved, "name")} moved");
        if (outcome.Unknown.Count > 0)
        {
            terminal.Error.WriteLine($"not in the database: {string.Join(", ", outcome.Unknown)}");
        }
    }

    private static int ShowSimilar(Terminal terminal, IReadOnlyList<ListedEntity> list)
    {
        var found = EntitySuggestions.Of(list);
        terminal.WriteText(null, output =>
        {
            foreach (var suggestion in found)
            {
                output.WriteLine(suggestion.Line);
            }
        });
        terminal.Error.WriteLine($"{Plural.Of(found.Count, "pair")} of bodies may be one; only a person can tell");
        return ExitCodes.Clean;
    }

    private static int WriteMapping(Terminal terminal, Database database, string file)
    {
        OutputFile.Demand(file, ".csv");
        long rows = 0;
        terminal.WriteText(file, output => rows = EntityList.WriteMapping(database, new CsvExport(output, defused: true)));
        OutputFile.Tell(terminal, Plural.Of(rows, "document"), file);
        return ExitCodes.Clean;
    }

    private static int Show(Terminal terminal, List<ListedEntity> list, bool json, bool template)
    {
        if (template)
        {
            terminal.WriteText(null, output => output.Write(EntityList.Template(list)));
        }
        else if (json)
        {
            terminal.Write(null, output => StatusJson.Write(output, writer =>
            {
                writer.WriteStartArray("entities"u8);
                foreach (var entity in list)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name"u8, entity.Name);
                    writer.WriteString("region_code"u8, entity.Region);
                    writer.WriteString("function"u8, entity.Function);
                    writer.WriteNumber("documents"u8, entity.Documents);
                    writer.WriteStartArray("names"u8);
                    foreach (var name in entity.Names)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("name"u8, name.Name);
                        writer.WriteString("years"u8, ListedEntity.Span(name.From, name.To));
                        writer.WriteNumber("documents"u8, name.Documents);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }));
        }
        else
        {
            terminal.WriteText(null, output => list.ForEach(e => output.WriteLine(Line(e))));
            terminal.Error.WriteLine(Plural.Of(list.Count, "body", "bodies"));
        }

        return ExitCodes.Clean;
    }

    private static string Line(ListedEntity entity)
    {
        var names = entity.Names.Where(n => n.Name != entity.Name).Select(n => $"{n.Name} {ListedEntity.Span(n.From, n.To)}".TrimEnd()).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{entity.Region,-6}  {DisplayWidth.Fit(entity.Name, NameWidth)}  {(entity.Function.Length == 0 ? "?" : entity.Function),-22} {entity.Years,-9} {entity.Documents,4:N0}")
            + (names.Count == 0 ? "" : "  also " + string.Join(", ", names));
    }
}
