using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Sqlite;

/// <summary>Documents with pages that are pictures are read again by what reads them better.</summary>
public class PictureVersionTests
{
    private static int Known(string code, string readBy, string installed)
    {
        using var folder = new TempFolder();
        using var database = Database.Open(folder.File("x.sqlite"));
        var document = Samples.Document() with
        {
            Anomalies = [new Anomaly(AnomalyCodes.All[code], new CellRef(new PageBox(2, default)), "", "", "", "", readBy, "the page is a picture", Origin.Publisher)],
            CheckAnomalies = 0,
        };
        using (var writer = new DocumentWriter(database))
        {
            writer.Replace(document, parserVersion: 5, runId: null);
        }

        var known = 0;
        DocumentList.ReadHashes(database, 5, new DocumentLimits().ToString(), installed, (_, _) => known++);
        return known;
    }

    [Theory]
    [InlineData("scanned-page", "", "new/1", 0)]
    [InlineData("ocr-text", "", "new/1", 0)]
    [InlineData("untrusted-text", "old/1", "new/1", 0)]
    [InlineData("picture-read", "old/1", "new/1", 0)]
    [InlineData("picture-read", "new/1", "new/1", 1)]
    [InlineData("scanned-page", "new/1", "new/1", 1)]
    [InlineData("pdf-damaged", "", "new/1", 1)]
    public void A_document_is_known_unless_another_reader_would_read_its_pictures(string code, string readBy, string installed, int known) =>
        Assert.Equal(known, Known(code, readBy, installed));

    [Theory]
    [InlineData("scanned-page", "")]
    [InlineData("picture-read", "old/1")]
    public void Without_a_reader_what_is_stored_stays(string code, string readBy) => Assert.Equal(1, Known(code, readBy, ""));
}
