using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Entities;
using Ingest.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ingest.Io.Entities;

/// <summary>A body as a person names it: by any name that its documents print, and its division where that is not enough.</summary>
/// <param name="Region">Six digits; none where its documents tell no division; "" where the name alone is enough.</param>
/// <param name="Line">Of the file, for messages.</param>
public sealed record EntityName(string Name, string Region, int Line)
{
    public const string NoRegion = "none";

    /// <summary>Whether documents that print this name and division are meant.</summary>
    public bool Means(string name, string region) => name == Name && (Region.Length == 0 || region == (Region == NoRegion ? "" : Region));
}

/// <summary>What a person says of a body.</summary>
/// <param name="With">Others that are the same body.</param>
/// <param name="Name">What to call it; "" for the name of its latest document.</param>
/// <param name="Function">What it is for; "" for what its name tells.</param>
public sealed record EntityEntry(EntityName Entity, ImmutableArray<EntityName> With, string Name, string Function);

/// <summary>The file of a person about the bodies of a database says something that cannot be; one line for each problem.</summary>
public sealed class EntityFileException(IEnumerable<string> problems) : Exception(string.Join('\n', problems));

/// <summary>
/// <c>x.entities.yaml</c> beside <c>x.sqlite</c>: which bodies are one, what they are called and what they are for. It is
/// applied at each load, and what is taken out of it is undone by the next.
/// </summary>
public static class EntityFile
{
    private const int DigitsOfRegion = 6;
    private const int DeepestNesting = 8;

    private static readonly string[] Keys = ["entity", "region", "with", "name", "function"];

    /// <summary>Where it is kept.</summary>
    public static string PathFor(string database) => Path.ChangeExtension(database, null) + ".entities.yaml";

    /// <returns>Nothing where there is no file.</returns>
    /// <exception cref="EntityFileException">It holds what cannot be; all of it is told at once.</exception>
    public static ImmutableArray<EntityEntry> Read(string path) => File.Exists(path) ? Parse(path, File.ReadAllText(path)) : [];

    internal static ImmutableArray<EntityEntry> Parse(string path, string text)
    {
        var yaml = new YamlStream();
        try
        {
            DemandShallow(path, text);
            yaml.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new EntityFileException([Place(path, e.Start) + $"is no YAML: {e.InnerException?.Message ?? e.Message}"]);
        }

        if (yaml.Documents.Count == 0)
        {
            return [];
        }

        var problems = new List<string>();
        var entries = yaml.Documents[0].RootNode is YamlSequenceNode list
            ? list.Children.Select(n => Entry(path, n, problems)).OfType<EntityEntry>().ToImmutableArray()
            : Wrong(problems, path, yaml.Documents[0].RootNode, "the file is a list of bodies: - entity: NAME", ImmutableArray<EntityEntry>.Empty);
        return problems.Count == 0 ? entries : throw new EntityFileException(problems);
    }

    // The library builds nodes by recursion: a hundred thousand brackets would overflow the stack.
    private static void DemandShallow(string path, string text)
    {
        var depth = 0;
        for (var events = new Parser(new StringReader(text)); events.MoveNext();)
        {
            depth += events.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new EntityFileException([Place(path, events.Current.Start) + "is nested too deep"]);
            }
        }
    }

    private static EntityEntry? Entry(string path, YamlNode node, List<string> problems)
    {
        if (node is not YamlMappingNode map)
        {
            return Wrong<EntityEntry?>(problems, path, node, "a body is an entry with keys: entity, region, with, name, function", null);
        }

        foreach (var key in map.Children.Keys.Where(k => !Keys.Contains((k as YamlScalarNode)?.Value, StringComparer.Ordinal)))
        {
            Wrong(problems, path, key, $"unknown key '{key}'{NearNames.Hint(key.ToString(), Keys, 1)}", 0);
        }

        var entity = Text("entity");
        if (entity.Length == 0)
        {
            return Wrong<EntityEntry?>(problems, path, map, "'entity' is missing: any name that documents print", null);
        }

        var function = FunctionOf(Text("function"));
        var with = (Find("with") switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Children],
            var one => (YamlNode[])[one],
        }).Select(n => Named(n, problems, path)).OfType<EntityName>().ToImmutableArray();
        return new EntityEntry(new EntityName(entity, Region(Text("region"), map), (int)map.Start.Line), with, Text("name"), function);

        YamlNode? Find(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

        string Text(string key) => Find(key) switch
        {
            null => "",
            YamlScalarNode { Value: { Length: > 0 } value } => value.Trim(),
            var other => Wrong(problems, path, other, $"{key}: must be a text", ""),
        };

        string Region(string region, YamlNode at) => region.Length == 0 || IsRegion(region) ? region
            : Wrong(problems, path, at, $"region: '{region}' must be six digits in quotes, as in GB/T 2260, or none", "");

        string FunctionOf(string said) => said.Length == 0 ? ""
            : EntityFunctions.All.FirstOrDefault(f => f.Id == said || f.Name == said)?.Id
              ?? Wrong(problems, path, Find("function")!, $"function: '{said}' is not known{NearNames.Hint(said, EntityFunctions.All.SelectMany(f => new[] { f.Id, f.Name }))}", "");
    }

    /// <summary>NAME, or NAME and its division: 某局 420107, 某局 none.</summary>
    private static EntityName? Named(YamlNode node, List<string> problems, string path)
    {
        if (node is not YamlScalarNode { Value: { Length: > 0 } text })
        {
            return Wrong<EntityName?>(problems, path, node, "with: holds names", null);
        }

        var at = text.LastIndexOf(' ');
        return at > 0 && IsRegion(text[(at + 1)..])
            ? new EntityName(text[..at].Trim(), text[(at + 1)..], (int)node.Start.Line)
            : new EntityName(text.Trim(), "", (int)node.Start.Line);
    }

    private static bool IsRegion(string text) => text == EntityName.NoRegion || text.Length == DigitsOfRegion && text.All(char.IsAsciiDigit);

    private static T Wrong<T>(List<string> problems, string path, YamlNode node, string what, T otherwise)
    {
        problems.Add(Place(path, node.Start) + what);
        return otherwise;
    }

    private static string Place(string path, Mark at) => string.Create(CultureInfo.InvariantCulture, $"{path}:{at.Line}: ");
}
