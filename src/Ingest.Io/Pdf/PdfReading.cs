using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>What a PDF holds, as far as it could be read.</summary>
/// <param name="Pages">The pages that were asked for, in page order; an unreadable page is there with what could be read of it.</param>
/// <param name="PageCount">Pages of the whole document, also when only some were asked for.</param>
/// <param name="Anomalies">What concerns the file as a whole; a page carries its own.</param>
/// <param name="Creator">The program that wrote the document, as the PDF says; "" if it does not.</param>
/// <param name="Producer">The program that made the PDF of it.</param>
public sealed record PdfReading(ImmutableArray<PageContent> Pages, int PageCount, ImmutableArray<Anomaly> Anomalies, string Creator = "", string Producer = "");
