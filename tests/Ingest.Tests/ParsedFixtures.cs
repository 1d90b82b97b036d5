using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests;

/// <summary>The bundled documents, each parsed once for all tests that ask for it.</summary>
internal static class ParsedFixtures
{
    private static readonly ConcurrentDictionary<string, Lazy<ParsedDocument>> Parsed = new(StringComparer.Ordinal);

    /// <summary>The document <c>fixtures/documents/NAME.pdf</c>, read and parsed.</summary>
    public static ParsedDocument Parse(string name) => Parsed.GetOrAdd(name, n => new(() =>
    {
        var bytes = File.ReadAllBytes(Repository.Fixture($"documents/{n}.pdf"));
        var reading = PdfPigPageReader.Read(bytes, null, TestContext.Current.CancellationToken);
        var source = new SourceDocument(Convert.ToHexStringLower(SHA256.HashData(bytes)), n + ".pdf", bytes.Length);
        return DocumentParser.Parse(source, reading.Pages, reading.Anomalies);
    })).Value;
}
