using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Tests.Tables;

namespace Ingest.Tests.Reports;

/// <summary>Another reading of a grid is drawn, told and doubted.</summary>
public class RivalReportTests
{
    private static readonly PageContent Page = AsciiPage.Draw("""
        +------------------+-----------+----------+----------+
        | 名称             | 单位      | 预算数   | 决算数   |
        +------------------+-----------+----------+----------+
          甲乙丙     统计局                 11.20     13.40
          甲乙丁     统计局                 21.20     23.40
          甲乙戊     统计局                 31.20     33.40
        +----------------------------------------------------+
        """);

    private static readonly ParsedDocument Parsed = DocumentParser.Parse(new SourceDocument("", "rival.pdf", 0), [Page], []);

    private static string Rivals(ParsedDocument document)
    {
        var svg = PageSvg.Write(Page, document);
        var start = svg.IndexOf("<g id=\"rivals\">", StringComparison.Ordinal);
        return svg[start..svg.IndexOf("</g>", start, StringComparison.Ordinal)];
    }

    [Fact]
    public void Its_cells_are_drawn_in_a_layer_of_their_own()
    {
        var rival = Assert.Single(Assert.Single(Parsed.Tables).Source.Rivals);
        Assert.Equal(rival.Cells.Length, Rivals(Parsed).Split("<rect").Length - 1);
        Assert.DoesNotContain("<rect", Rivals(Parsed with { Tables = [.. Parsed.Tables.Select(t => t with { Source = t.Source with { Rivals = [] } })] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_tells_it()
    {
        var lines = new List<string>();
        TablesText.Write(Parsed, lines.Add, why: true);
        Assert.Contains(lines, static l => l.Contains("rival on page 1: without the rulings that part the header alone", StringComparison.Ordinal));
    }
}
