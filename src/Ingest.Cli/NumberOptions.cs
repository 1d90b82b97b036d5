using System.CommandLine;
using System.Globalization;

namespace Ingest.Cli;

/// <summary>Options that want a number within bounds.</summary>
internal static class NumberOptions
{
    /// <summary>Refuses a number that does not fit. What is no number is told by the parser.</summary>
    public static void Demand(this Option option, Func<decimal, bool> fits, string wanted) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token, ..] && decimal.TryParse(token.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && !fits(number))
        {
            result.AddError($"{option.Name} wants {wanted}.");
        }
    });
}
