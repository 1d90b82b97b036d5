using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Core.Model;
using Ingest.Io.Archive;
using Ingest.Io.Pdf;
using Ingest.Tests.Harvest;

namespace Ingest.Tests.Hostile;

/// <summary>What became of a mutant.</summary>
internal enum MutantOutcome
{
    /// <summary>The very facts, with their states.</summary>
    Same,

    /// <summary>Facts are gone or doubted, or the document is flagged.</summary>
    Told,

    /// <summary>Facts are gone, and no anomaly says so.</summary>
    LostInSilence,

    /// <summary>An amount that no fact had before, verified, in a document without an anomaly that it did not have before.</summary>
    ChangedAndVerified,

    /// <summary>Refused by name of a limit.</summary>
    Refused,

    /// <summary>An exception of ours.</summary>
    Fault,
}

/// <summary>A document and what is known of it, to hold its mutants against.</summary>
internal sealed class MutantSource
{
    private readonly HashSet<string> _amounts;
    private readonly HashSet<string> _anomalies;
    private readonly List<string> _facts;

    public MutantSource(string name, byte[] bytes)
    {
        (Name, Bytes) = (name, bytes);
        var document = Parse(bytes);
        _amounts = AmountsOf(document, _ => true);
        _facts = FactsOf(document);
        _anomalies = AnomaliesOf(document);
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public int Facts => _facts.Count;

    /// <summary>Made-up budgets, as they are written and with packed streams: small, and every amount in two sums or more.</summary>
    public static IReadOnlyList<MutantSource> Small()
    {
        var plain = BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 1234.56m, 0m), ("2080505", "养老保险缴费支出", 200.00m, 51.25m), ("2210201", "住房公积金", 98.70m, 3.04m));
        return [new MutantSource("plain", plain), new MutantSource("packed", Pack(plain))];
    }

    public static ParsedDocument Parse(byte[] bytes) =>
        DocumentWork.Parser(new DocumentLimits())(new SourceDocument(new string('0', 64), "x.pdf", bytes.Length), bytes, CancellationToken.None);

    public (MutantOutcome Outcome, string Detail) Judge(byte[] mutant)
    {
        ParsedDocument document;
        try
        {
            document = Parse(mutant);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e is LimitException ? (MutantOutcome.Refused, e.Message) : (MutantOutcome.Fault, e.ToString());
        }

        if (document.Anomalies.Any(a => a.Code == AnomalyCodes.DocumentRefused))
        {
            return (MutantOutcome.Refused, document.Anomalies[0].Message);
        }

        var news = AnomaliesOf(document);
        news.ExceptWith(_anomalies);
        var changed = AmountsOf(document, f => f.Status == FactStatus.Verified);
        changed.ExceptWith(_amounts);
        return changed.Count > 0 && news.Count == 0 ? (MutantOutcome.ChangedAndVerified, string.Join(' ', changed))
            : FactsOf(document).SequenceEqual(_facts, StringComparer.Ordinal) ? (MutantOutcome.Same, "")
            : document.Facts.Length < Facts && news.Count == 0 ? (MutantOutcome.LostInSilence, $"{document.Facts.Length} of {Facts} facts")
            : (MutantOutcome.Told, "");
    }

    private static HashSet<string> AmountsOf(ParsedDocument document, Func<Fact, bool> which) =>
        document.Facts.Where(f => f.Amount is not null && which(f)).Select(f => f.Amount!.Value.Fen.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> AnomaliesOf(ParsedDocument document) => document.Anomalies.Select(a => $"{a.Code.Id} {a.Label} {a.ColumnPath}").ToHashSet(StringComparer.Ordinal);

    private static List<string> FactsOf(ParsedDocument document) => [.. document.Facts.Select(f => $"{f.Where} {f.Amount} {f.Status}")];

    /// <summary>Packs the content streams of a PDF drawn in a test.</summary>
    private static byte[] Pack(byte[] pdf)
    {
        var text = Regex.Replace(Encoding.Latin1.GetString(pdf), @"<<  /Length \d+ >>\nstream\n(.*?)\nendstream", match =>
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                zlib.Write(Encoding.Latin1.GetBytes(match.Groups[1].Value));
            }

            var bytes = packed.ToArray();
            return $"<< /Filter /FlateDecode /Length {bytes.Length} >>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";
        }, RegexOptions.Singleline);

        // Objects have moved: the table is written anew.
        var body = text[..text.LastIndexOf("xref\n0 ", StringComparison.Ordinal)];
        var places = Regex.Matches(body, @"^(\d+) 0 obj$", RegexOptions.Multiline).ToDictionary(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), m => m.Index);
        var table = string.Concat(places.OrderBy(p => p.Key).Select(p => $"{p.Value:0000000000} 00000 n \n"));
        return Encoding.Latin1.GetBytes($"{body}xref\n0 {places.Count + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{body.Length}\n%%EOF\n");
    }
}
