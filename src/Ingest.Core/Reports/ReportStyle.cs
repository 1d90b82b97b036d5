using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>Colours of a terminal, as ANSI escape sequences, or none.</summary>
public sealed class ReportStyle
{
    public static readonly ReportStyle Plain = new(false);
    public static readonly ReportStyle Coloured = new(true);

    private const string End = "\e[0m";

    private readonly bool _colours;

    private ReportStyle(bool colours) => _colours = colours;

    public string Heading(string text) => _colours ? $"\e[1m{text}{End}" : text;

    public string Of(Severity severity, string text) => !_colours ? text : severity switch
    {
        Severity.Lost => $"\e[31m{text}{End}",
        Severity.Doubt => $"\e[33m{text}{End}",
        _ => $"\e[2m{text}{End}",
    };
}
