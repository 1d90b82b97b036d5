using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Tests.Metamorphic;

namespace Ingest.Benchmarks;

/// <summary>What is read of some pages of one document after a change, as text: the pages, the grids, their facts and what is said of them.</summary>
internal static class MetamorphicText
{
    /// <param name="change">A name of <see cref="Changes"/>; "" for the pages as they are.</param>
    /// <param name="pages">Numbers; the tables that touch one of them are told.</param>
    public static int Run(string file, string change, int[] pages, bool facts, double scale)
    {
        var reading = PdfPigPageReader.Read(File.ReadAllBytes(file), null, CancellationToken.None);
        var changed = change.Length == 0 ? reading.Pages : [.. reading.Pages.Select(Changes.Named(change).Apply)];
        var parsed = DocumentParser.Parse(new SourceDocument("", Path.GetFileName(file), 0), changed, reading.Anomalies);
        foreach (var page in changed.Where(p => scale > 0 && pages.Contains(p.Number)))
        {
            PageText.Draw(page, scale);
        }

        foreach (var table in parsed.Tables.Where(t => t.Source.Pages.Any(p => pages.Contains(p))))
        {
            Console.WriteLine($"== {table.Kind} {table.Title} pages {string.Join(',', table.Source.Pages)}: {table.Source.Rows}x{table.Source.Columns}");
            PageText.Draw(table.Source);
            foreach (var line in table.Source.Notes)
                Console.WriteLine($"   below, page {line.Area.Page}: {line.Text}");
        }

        foreach (var fact in parsed.Facts.Where(f => facts && f.Amount is not null && pages.Contains(f.Where.Area.Page)))
        {
            Console.WriteLine($"   {fact.Status,-10} {fact.Placing,-8} {Saying.Of(fact)}");
        }

        foreach (var anomaly in parsed.Anomalies.Where(a => pages.Contains(a.Where.Area.Page)))
        {
            Console.WriteLine($"   {anomaly.Code.Severity} {anomaly.Code.Id} [{anomaly.Where.Row},{anomaly.Where.Column}] {anomaly.Label} | {anomaly.ColumnPath}: {anomaly.Message}");
        }

        return 0;
    }
}
