using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Reports.Site;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Reports;

/// <summary>Names and telephone numbers of persons are neither written nor drawn.</summary>
public class PersonalReportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Personal_cells_are_blank_in_tables_and_on_crops_unless_asked_for(bool show)
    {
        var site = Site(show);
        var files = DocumentPages.Write(site).ToList();
        var all = string.Concat(files.Select(f => f.Text));

        Assert.Contains(files, f => f.Path.EndsWith("page-2.svg", StringComparison.Ordinal));
        Assert.Equal(show, all.Contains("汪竹林", StringComparison.Ordinal));
        Assert.Equal(show, all.Contains("68865157", StringComparison.Ordinal));
        Assert.Contains("机房", all, StringComparison.Ordinal);
    }

    /// <summary>Page 2: a personal cell, a line outside of tables with a name and a telephone, a harmless line.</summary>
    private static SiteDocument Site(bool show)
    {
        var sample = Samples.Document();
        var table = sample.Tables[1];
        var cell = table.Source.Cells[0] with { Text = "汪竹林", Raw = "汪竹林" };
        var doubt = new Anomaly(AnomalyCodes.UnreadableNumber, new CellRef(cell.Area, 2, 0, 0), "", "联系人", "", "汪竹林", "", "汪竹林 is no number");
        var document = sample with
        {
            Tables = [sample.Tables[0], table with { Source = table.Source with { Cells = [cell] } }],
            Anomalies = [.. sample.Anomalies, doubt],
        };
        ImmutableArray<Glyph> glyphs = [.. Line("汪竹林", 4, 12), .. Line("填报人：汪竹林", 60, 200), .. Line("电话：68865157", 300, 200), .. Line("机房", 60, 230)];
        var page = new PageContent(2, 841.92, 595.32, glyphs, [], [], [], []);
        return new SiteDocument(document, "a.pdf", [], 1, ImmutableDictionary<int, PageContent>.Empty.Add(2, page), show);
    }

    private static IEnumerable<Glyph> Line(string text, double x, double y) => text.Select((c, i) => new Glyph(
        c.ToString(), new Box(x + (i * 9), y - 9, x + ((i + 1) * 9), y), (float)y, 9, TextRotation.Upright, GlyphFlags.None));
}
