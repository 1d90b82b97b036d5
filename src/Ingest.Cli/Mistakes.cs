using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Ingest.Core.Text;

namespace Ingest.Cli;

/// <summary>What is wrong with a command line, in words for people.</summary>
internal static partial class Mistakes
{
    /// <summary>One message each; empty where the command line can be.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> args)
    {
        // An option that nobody knows would be taken for one more path, and its value for another.
        var unknown = Unknown(parsed, args).ToList();
        return unknown.Count > 0 ? unknown
            : parsed is { Errors.Count: > 0, Action: not { ClearsParseErrors: true } } ? [.. parsed.Errors.Select(e => Plain(e, parsed)).Distinct(StringComparer.Ordinal)]
            : [.. Empty(parsed)];
    }

    /// <summary>"" names nothing anywhere: it is a variable of a shell that was never set.</summary>
    private static IEnumerable<string> Empty(ParseResult parsed) =>
        parsed.CommandResult.Children
            .Where(c => c.Tokens.Any(t => t.Value.Length == 0))
            .Select(c => $"{(c is OptionResult option ? option.Option.Name : ((ArgumentResult)c).Argument.Name)} is empty.");

    private static IEnumerable<string> Unknown(ParseResult parsed, IReadOnlyList<string> args)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive)).ToList();
        var before = args.TakeWhile(a => a != "--").ToHashSet(StringComparer.Ordinal);
        var words = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens.Select(t => t.Value)).Concat(parsed.UnmatchedTokens);
        return words.Where(w => w.Length > 1 && w[0] == '-' && before.Contains(w)).Select(w =>
        {
            var name = w.Split('=', ':')[0];
            return $"there is no option {name}{NearNames.Hint(name, options.SelectMany(o => o.Aliases.Prepend(o.Name)).Where(n => n.StartsWith("--", StringComparison.Ordinal) == name.StartsWith("--", StringComparison.Ordinal)), 1)}";
        }).Distinct(StringComparer.Ordinal);
    }

    private static string Plain(ParseError error, ParseResult parsed)
    {
        if (Conversion().Match(error.Message) is { Success: true } conversion)
        {
            var name = conversion.Groups["of"].Value;
            var option = parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == name || o.Aliases.Contains(name));
            return $"{(error.SymbolResult is ArgumentResult argument ? argument.Argument.Name : name)} wants {Wanted(option, conversion.Groups["type"].Value)}, not '{conversion.Groups["value"].Value}'.";
        }

        return error.SymbolResult is CommandResult { Command: { Subcommands.Count: > 0 } group } && parsed.UnmatchedTokens is [var word, ..]
            ? $"there is no command {word}{NearNames.Hint(word, group.Subcommands.Where(c => !c.Hidden).Select(c => c.Name), 1)}"
            : error.Message;
    }

    private static string Wanted(Option? option, string type) =>
        type.Contains("Int", StringComparison.Ordinal) ? "a whole number"
        : type.Contains("Double", StringComparison.Ordinal) || type.Contains("Decimal", StringComparison.Ordinal) ? "a number"
        : option?.HelpName is { Length: > 0 } choices ? choices.Replace("|", " or ", StringComparison.Ordinal)
        : "something else";

    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for (?:option|command) '(?<of>.*)' as expected type '(?<type>.*)'\\.", RegexOptions.Singleline)]
    private static partial Regex Conversion();
}
