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

    private readonly List<string> _problems;

    /// <param name="problems">Takes what is wrong, so that all of it is told at once.</param>
    public YamlSection(string file, string path, YamlMappingNode node, List<string> problems)
    {
        (_file, _path, _node, _problems) = (file, path, node, problems);
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!PortalKeys.IsKnown(path + name))
            {
                var near = PortalKeys.Near(path + name);
                Wrong(key, $"unknown key '{path}{name}'" + (near is null ? "" : $"; is '{near}' meant?"), 0);
            }
        }
    }

    /// <summary>Remembers a problem, and goes on with another value.</summary>
    public T Wrong<T>(YamlNode node, string what, T otherwise)
    {
        _problems.AddRange(Problem(_file, node.Start, what).Problems);
        return otherwise;
    }

    /// <summary>Blames the value of a key, or the section where the key is missing.</summary>
    public T Wrong<T>(string key, string what, T otherwise) => Wrong(Find(key) ?? _node, $"{_path}{key}: {what}", otherwise);

    public static PortalException Problem(string file, Mark at, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{at.Line}: {what}"));

    public bool Has(string key) => Find(key) is not null;

    public string Required(string key) => Find(key) is null ? Wrong(_node, $"'{_path}{key}' is missing", "") : Text(key, "");

    public string Text(string key, string otherwise) => Find(key) switch
    {
        null => otherwise,
        YamlScalarNode { Value: { Length: > 0 } value } => value.Trim(),
        var node => Wrong(node, $"'{_path}{key}' must be a text", otherwise),
    };

    public int Whole(string key, int otherwise, int least, int most)
    {
        if (!Has(key))
        {
            return otherwise;
        }

        return int.TryParse(Text(key, ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Wrong(key, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"), otherwise);
    }

    public bool Flag(string key, bool otherwise) => Text(key, otherwise ? "true" : "false") switch
    {
        "true" => true,
        "false" => false,
        _ => Wrong(key, "must be true or false", otherwise),
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
            return Wrong(key, $"is no regular expression that can be used: {e.Message}", otherwise);
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
                return [.. list.Children.Select(n => n is YamlScalarNode { Value: { Length: > 0 } value } ? (value.Trim(), n) : Wrong(n, $"'{_path}{key}' holds texts", ("", n)))];
            case var node:
                return Wrong<ImmutableArray<(string, YamlNode)>>(node, $"'{_path}{key}' must be a text or a list of texts", []);
        }
    }

    public YamlSection? Section(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode node => new YamlSection(_file, $"{_path}{key}.", node, _problems),
        var node => Wrong<YamlSection?>(node, $"'{_path}{key}' must have keys of its own", null),
    };

    public IEnumerable<YamlSection> Sections(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children
            .Select(n => n is YamlMappingNode entry
                ? new YamlSection(_file, $"{_path}{key}.", entry, _problems)
                : Wrong<YamlSection?>(n, $"'{_path}{key}' must be a list of entries with keys", null))
            .OfType<YamlSection>(),
        var node => Wrong<IEnumerable<YamlSection>>(node, $"'{_path}{key}' must be a list", []),
    };

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
