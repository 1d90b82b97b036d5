using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ingest.Io.Portals;

/// <summary>A mapping of a portal file: values by key, and what is wrong with them by file and line.</summary>
internal sealed class YamlSection
{
    private readonly string _file;
    private readonly string _path;
    private readonly YamlMappingNode _node;

    public YamlSection(string file, string path, YamlMappingNode node)
    {
        (_file, _path, _node) = (file, path, node);
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!PortalKeys.IsKnown(path + name))
            {
                var near = PortalKeys.Near(path + name);
                throw Problem(key, $"unknown key '{path}{name}'" + (near is null ? "" : $"; is '{near}' meant?"));
            }
        }
    }

    public PortalException Problem(YamlNode node, string what) => Problem(_file, node.Start, what);

    /// <summary>Blames the value of a key, or the section where the key is missing.</summary>
    public PortalException Problem(string key, string what) => Problem(Find(key) ?? _node, $"{_path}{key}: {what}");

    public static PortalException Problem(string file, Mark at, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{at.Line}: {what}"));

    public bool Has(string key) => Find(key) is not null;

    public string Required(string key) => Find(key) is null ? throw Problem(_node, $"'{_path}{key}' is missing") : Text(key, "");

    public string Text(string key, string otherwise) => Find(key) switch
    {
        null => otherwise,
        YamlScalarNode { Value: { Length: > 0 } value } => value.Trim(),
        var node => throw Problem(node, $"'{_path}{key}' must be a text"),
    };

    public int Whole(string key, int otherwise, int least, int most)
    {
        if (!Has(key))
        {
            return otherwise;
        }

        return int.TryParse(Text(key, ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Problem(key, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
    }

    public bool Flag(string key, bool otherwise) => Text(key, otherwise ? "true" : "false") switch
    {
        "true" => true,
        "false" => false,
        _ => throw Problem(key, "must be true or false"),
    };

    public Regex? Pattern(string key, Regex? otherwise)
    {
        if (!Has(key))
        {
            return otherwise;
        }

        try
        {
            // Without backtracking: a pattern of a portal file cannot hang a night.
            return new Regex(Text(key, ""), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Problem(key, $"is no regular expression that can be used: {e.Message}");
        }
    }

    /// <summary>One text, or a list of them.</summary>
    public ImmutableArray<(string Value, YamlNode Node)> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { Length: > 0 } value } node:
                return [(value.Trim(), node)];
            case YamlSequenceNode list:
                return [.. list.Children.Select(n => n is YamlScalarNode { Value: { Length: > 0 } value } ? (value.Trim(), n) : throw Problem(n, $"'{_path}{key}' holds texts"))];
            case var node:
                throw Problem(node, $"'{_path}{key}' must be a text or a list of texts");
        }
    }

    public YamlSection? Section(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode node => new YamlSection(_file, $"{_path}{key}.", node),
        var node => throw Problem(node, $"'{_path}{key}' must have keys of its own"),
    };

    public IEnumerable<YamlSection> Sections(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(n => n is YamlMappingNode entry
            ? new YamlSection(_file, $"{_path}{key}.", entry)
            : throw Problem(n, $"'{_path}{key}' must be a list of entries with keys")),
        var node => throw Problem(node, $"'{_path}{key}' must be a list"),
    };

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
