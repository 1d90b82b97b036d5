using System.Collections.Concurrent;
using System.Globalization;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Text;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Styles;

/// <summary>
/// Budgets of departments and governments in styles drawn at random, typeset by seven producers, whose amounts are all known. Each has been read in
/// full: every amount is a fact of its row and column, and there are no others. Their fonts are left out, which no reading needs.
/// </summary>
public class StyleTests
{
    private const string Folder = "styles";

    /// <summary>Read once: what tries one change after the other parses them each time.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<PdfReading>> Readings = new(StringComparer.Ordinal);

    public static TheoryData<string> Documents => new(Directory.GetFiles(Repository.Fixture(Folder), "*.pdf").Select(static f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_amount_is_a_fact_of_its_row_and_column_and_there_are_no_others(string name)
    {
        var facts = Parse(name).Facts.Where(static f => f.Amount is not null)
            .Select(static f => string.Join(" | ", f.Kind, Row(f), f.Column.Path, f.Amount!.Value.ToYuan())).ToList();
        var known = Known(name);
        Assert.Equal("", string.Join('\n', Less(known, facts).Select(static f => "missing " + f).Concat(Less(facts, known).Select(static f => "not there " + f))));
    }

    private static ParsedDocument Parse(string name)
    {
        var reading = Readings.GetOrAdd(name, static n => new(() => PdfPigPageReader.Read(File.ReadAllBytes(Repository.Fixture($"{Folder}/{n}.pdf")), null, CancellationToken.None))).Value;
        return DocumentParser.Parse(new SourceDocument("", name + ".pdf", 0), reading.Pages, reading.Anomalies);
    }

    /// <summary>A row is known by its code, or by its name where it has none; the total may have neither.</summary>
    private static string Row(Fact fact) => fact.Line.Code.Length > 0 ? fact.Line.Code : fact.Line.Label.Length > 0 ? fact.Line.Label : "合计";

    /// <summary>Lines of row, column and amount in yuan below those of their kind.</summary>
    private static List<string> Known(string name)
    {
        var known = new List<string>();
        var kind = "";
        foreach (var line in File.ReadLines(Repository.Fixture($"{Folder}/{name}.tsv")))
        {
            if (line[0] == '@')
            {
                kind = line[1..];
                continue;
            }

            var parts = line.Split('\t');
            known.Add(string.Join(" | ", kind, Folding.Label(parts[0]), Folding.Label(parts[1]), decimal.Parse(parts[2], CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture)));
        }

        return known;
    }

    private static IEnumerable<string> Less(List<string> these, List<string> those)
    {
        var left = those.CountBy(static f => f).ToDictionary();
        foreach (var fact in these)
        {
            if (left.TryGetValue(fact, out var count) && count > 0)
                left[fact] = count - 1;
            else
                yield return fact;
        }
    }
}
