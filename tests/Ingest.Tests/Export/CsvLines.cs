using System.Text;

namespace Ingest.Tests.Export;

/// <summary>Reads comma-separated values as RFC 4180 has them.</summary>
internal static class CsvLines
{
    public static List<string[]> Of(string text)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[i++]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                line.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        return lines;
    }
}
