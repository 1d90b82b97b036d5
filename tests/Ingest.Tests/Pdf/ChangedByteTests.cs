using System.Collections.Immutable;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>A byte of a compressed stream that a disk or a line has changed.</summary>
public class ChangedByteTests
{
    private const int Trials = 24;

    /// <summary>Tries bytes spread over all streams of a bundled document, each with another bit.</summary>
    [Theory]
    [InlineData("doc0005")]
    [InlineData("doc0018")]
    public void Never_changes_an_amount_silently(string name)
    {
        var bytes = File.ReadAllBytes(Repository.Fixture($"documents/{name}.pdf"));
        var whole = Amounts(Parse(bytes));
        var places = StreamBytes(bytes);
        Assert.NotEmpty(places);
        var noticed = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var changed = (byte[])bytes.Clone();
            changed[places[(int)((long)places.Count * trial / Trials)]] ^= (byte)(1 << (trial % 8));

            var document = Parse(changed);

            noticed += document.Anomalies.Any(a => a.Code == AnomalyCodes.ChecksumMismatch) ? 1 : 0;
            var silent = document.Facts.Where(f => f.Status != FactStatus.Doubtful && f.Amount is not null).Select(Key).Except(whole, StringComparer.Ordinal);
            Assert.Empty(silent);
        }

        Assert.True(noticed > Trials / 2, $"only {noticed} of {Trials} changes were noticed");
    }

    [Fact]
    public void Documents_as_published_match_their_checksums()
    {
        foreach (var file in Directory.GetFiles(Repository.Fixture("documents"), "*.pdf"))
        {
            var reading = PdfPigPageReader.Read(File.ReadAllBytes(file), null, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(reading.Anomalies, a => a.Code == AnomalyCodes.ChecksumMismatch);
        }
    }

    [Fact]
    public void The_checksum_is_that_of_RFC_1950() => Assert.Equal(0x11E60398u, ZLibText.Adler32("Wikipedia"u8));

    private static ParsedDocument Parse(byte[] bytes)
    {
        var reading = PdfPigPageReader.Read(bytes, null, TestContext.Current.CancellationToken);
        return DocumentParser.Parse(new SourceDocument("", "x.pdf", bytes.Length), reading.Pages, reading.Anomalies);
    }

    private static ImmutableHashSet<string> Amounts(ParsedDocument document) =>
        [.. document.Facts.Where(f => f.Amount is not null).Select(Key)];

    private static string Key(Fact fact) => $"{fact.Kind} {fact.Line.Code} {fact.Line.Label} {fact.Column.Path} {fact.Amount?.Fen}";

    private static List<int> StreamBytes(ReadOnlySpan<byte> bytes)
    {
        var places = new List<int>();
        for (var at = 0; ;)
        {
            var start = bytes[at..].IndexOf("stream\n"u8);
            var end = start < 0 ? -1 : bytes[(at + start)..].IndexOf("endstream"u8);
            if (end < 0)
            {
                return places;
            }

            places.AddRange(Enumerable.Range(at + start + 7, Math.Max(0, end - 7)));
            at += start + end + 9;
        }
    }
}
