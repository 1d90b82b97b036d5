using Ingest.Core;
using Ingest.Core.Amounts;
using Ingest.Core.Model;
using Ingest.Core.Text;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Golden;

/// <summary>
/// Small documents, each of one thing that was read wrongly once, with their right readings. Of most all is demanded: every
/// cell, and nothing in doubt. Of the rest, until they are read, that nothing wrong passes in silence.
/// </summary>
public class BugTests
{
    /// <summary>Not read right yet, and what they wait for. What is read right leaves the list: the test fails until then.</summary>
    private static readonly Dictionary<string, string> Later = new(StringComparer.Ordinal)
    {
        ["22-changed-budget-is-a-level"] = "变动预算数, which is a budget and no change",
        ["24-title-without-biao"] = "titles that do not end in 表",
    };

    public static TheoryData<string> Names() => [.. Directory.GetFiles(Repository.Fixture("bugs"), "*.pdf").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_right_or_waits_and_says_nothing_wrong_in_silence(string name)
    {
        var document = Read(name);
        var expected = Expected(name);
        var faults = Faults(document, expected);
        if (Later.ContainsKey(name))
        {
            Assert.NotEmpty(faults);
            Assert.Empty(document.Facts.Where(f => f.Amount is not null && !IsRight(f, expected) && !IsFlagged(f, document)).Select(f => $"{f.Line.Code}{f.Line.Label} {f.Column.Path} {f.Shown}"));
            Assert.True(document.Facts.Length == 0 || document.Anomalies.Any(a => a.Code.Severity == Severity.Lost) || Figures(expected) == document.Facts.Count(f => f.Number is not null), "figures are lost in silence");
        }
        else
        {
            Assert.Empty(faults);
        }
    }

    [Fact]
    public void What_waits_is_there() => Assert.All(Later.Keys, k => Assert.True(File.Exists(Repository.Fixture($"bugs/{k}.pdf"))));

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

    private static int Figures(string[][] expected) => expected.Skip(1).Sum(r => r.Skip(1).Count(t => AmountReader.Read(t).Number is not null));

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

    /// <summary>Whether the right reading has this figure in a row of this name or code, in a column of this header.</summary>
    private static bool IsRight(Fact fact, string[][] expected)
    {
        for (var c = 0; c < expected[0].Length; c++)
        {
            if (fact.Column.Path == Folding.Label(expected[0][c])
                && expected.Skip(1).Any(row => row[c] == fact.Shown && row.Any(t => t.Length > 0 && Folding.Label(t) == (fact.Line.Code.Length > 0 ? fact.Line.Code : fact.Line.Label))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFlagged(Fact fact, ParsedDocument document) =>
        fact.Status == FactStatus.Doubtful || document.Anomalies.Any(a => a.Code.Severity != Severity.Note && a.Where.Table == fact.Where.Table
            && (a.Where.Row < 0 || (a.Where.Row == fact.Where.Row && (a.Where.Column < 0 || a.Where.Column == fact.Where.Column))));
}
