using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>A document that is worth a look.</summary>
public readonly record struct WorstDocument(string Name, int Lost, int Doubts);

/// <summary>What a database holds, as a table for a terminal: columns stand below each other whatever the script of their texts.</summary>
public static class SummaryTable
{
    /// <summary>Codes of anomalies that are listed, the worst first.</summary>
    private const int MostCodes = 12;

    private const int Gap = 2;

    /// <param name="worst">The worst first.</param>
    /// <param name="width">Columns of the terminal; what does not fit is cut, with ….</param>
    public static string Of(Summary summary, ImmutableArray<WorstDocument> worst, int width)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var c = summary.Counts;
        var text = new StringBuilder();
        Write(text, width, [
            Row("documents", summary.Documents, ("read whole", summary.Documents - summary.Lossy), ("with losses", summary.Lossy - summary.Failed), ("not readable", summary.Failed)),
            Row("tables", c.Tables, ("of a known kind", c.TypedTables), ("unknown", c.Tables - c.TypedTables)),
            Row("figures", c.Facts, ("verified", c.Verified), ("unverified", c.Facts - c.Verified - c.Doubtful), ("doubtful", c.Doubtful)),
            Row("identities", c.Passed + c.NotPassed, ("hold", c.Passed), ("fail", c.NotPassed), ("not evaluated", c.Unverifiable)),
            Row("anomalies", c.Lost + c.Doubts + c.Notes, ("lost", c.Lost), ("doubt", c.Doubts), ("note", c.Notes)),
        ]);
        var codes = summary.Codes.OrderByDescending(k => Words.ToSeverity(k.Severity)).ThenByDescending(k => k.Count).ThenBy(k => k.Code, StringComparer.Ordinal).ToList();
        Write(text, width, [.. codes.Take(MostCodes).Select(k => (string[])[
            k.Severity, Number(k.Count), k.Code, AnomalyCodes.All.TryGetValue(k.Code, out var code) ? code.Meaning : ""])]);
        text.Append(codes.Count > MostCodes ? string.Create(CultureInfo.InvariantCulture, $"and {codes.Count - MostCodes} further codes\n") : "");
        Write(text, width, [.. worst.Select(d => (string[])[d.Name, Number(d.Lost), "lost", Number(d.Doubts), "in doubt"])]);
        return text.ToString();
    }

    private static string[] Row(string name, int count, params ReadOnlySpan<(string Name, int Count)> parts)
    {
        var said = new StringBuilder();
        foreach (var part in parts)
        {
            said.Append(said.Length == 0 ? "" : " · ").Append(Number(part.Count)).Append(' ').Append(part.Name);
        }

        return [name, Number(count), said.ToString()];
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One block of rows, each column as wide as its widest text; the widest gives way where the line would not fit.</summary>
    private static void Write(StringBuilder text, int width, ImmutableArray<string[]> rows)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => DisplayWidth.Of(r[i]))).ToArray();
        var figures = Enumerable.Range(0, widths.Length).Select(i => rows.All(r => r[i].All(c => char.IsAsciiDigit(c) || c == ','))).ToArray();
        var widest = Array.IndexOf(widths, widths.Max());
        var over = widths.Sum() + (Gap * (widths.Length - 1)) - width;
        widths[widest] = over > 0 ? Math.Max(8, widths[widest] - over) : widths[widest];
        text.Append(text.Length == 0 ? "" : "\n");
        foreach (var row in rows)
        {
            var line = string.Join(new string(' ', Gap), row.Select((cell, i) => DisplayWidth.Fit(cell, widths[i], right: figures[i])));
            text.Append(line.TrimEnd()).Append('\n');
        }
    }
}
