using System.Buffers;

namespace Ingest.Core.Reports;

/// <summary>Comma-separated values after RFC 4180, lines ended by \n.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>The field as it stands in a line: quoted where it must be.</summary>
    public static string Field(string text) =>
        text.AsSpan().ContainsAny(Special) ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;

    public static string Line(params IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\n";
}
