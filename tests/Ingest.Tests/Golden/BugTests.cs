using Ingest.Core;
using Ingest.Core.Amounts;
using Ingest.Core.Model;
using Ingest.Core.Text;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Golden;

/// <summary>
/// Small documents, each of one thing that was read wrongly once, with their right readings: every cell, and nothing in doubt.
/// </summary>
public class BugTests
{
    public static TheoryData<string> Names() => [.. Directory.GetFiles(Repository.Fixture("bugs"), "*.pdf").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_right(string name) => Assert.Empty(Faults(Read(name), Expected(name)));

    private static ParsedDocument Read(string name)
    {
        var reading = PdfPigPageReader.Read(File.ReadAllBytes(Repository.Fixture($"bugs/{name}.pdf")), null, TestContext.Current.CancellationToken);
        return DocumentParser.Parse(new SourceDocument("", name + ".pdf", 0), reading.Pages, reading.Anomalies);
    }

    /// <summary>The rows of the table; the first one is the header. Lines that begin with # explain.</summary>
    private static string[][] Expected(string name)
    {
        var lines = File.ReadAllLines(Repository.Fixture($"bugs/{name}.expected.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToArray();
        return [.. lines.Select(l => l.Concat(Enumerable.Repeat("", lines[0].Length - l.Length)).Select(t => Folding.CellText(t)).ToArray())];
    }

    private static List<string> Faults(ParsedDocument document, string[][] expected)
    {
        List<string> faults = [.. document.Anomalies.Where(a => a.Code.Severity != Severity.Note && a.Code != AnomalyCodes.IdentityUnknown).Select(a => $"{a.Code.Id}: {a.Message}")];
        if (document.Tables is not [{ Kind: not null, Unit: not null } table])
        {
            return [.. faults, $"{document.Tables.Length} tables, kind {document.Tables.FirstOrDefault()?.Kind}, unit {document.Tables.FirstOrDefault()?.Unit?.Label}"];
        }

        var cells = table.Source.Cells.ToDictionary(c => (c.Row, c.Column), c => c.Text);
        for (var r = 0; r < expected.Length; r++)
        {
            for (var c = 0; c < expected[r].Length; c++)
            {
                var text = cells.GetValueOrDefault((r, c), "");
                if (text != expected[r][c])
                {
                    faults.Add($"row {r}, column {c}: {text} instead of {expected[r][c]}");
                }
                else if (r > 0 && AmountReader.Read(text).Number is { } number && !document.Facts.Any(f => f.Where.Row == r && f.Where.Column == c && f.Number == number && f.Status != FactStatus.Doubtful)
                    && table.Columns.Any(k => k.Index == c && k.Role is ColumnRole.Money or ColumnRole.Percent or ColumnRole.Quantity))
                {
                    faults.Add($"row {r}, column {c}: {text} is no fact");
                }
            }
        }

        if (table.Source.Rows != expected.Length)
        {
            faults.Add($"{table.Source.Rows} rows instead of {expected.Length}");
        }

        return faults;
    }
}
