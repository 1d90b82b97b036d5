using System.Xml.Linq;
using Ingest.Core.Reports;

namespace Ingest.Tests.Cli;

public sealed class DrawCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Pdf => _folder.Write("a.pdf", TinyPdf.Of("", TinyPdf.Table([["Item", "Sum"], ["A<B", "7"]])));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_is_drawn_in_layers_with_every_glyph_ruling_and_cell()
    {
        var run = CommandLine.Run("draw", Pdf, "2");

        Assert.Equal(0, run.Code);
        XNamespace ns = "http://www.w3.org/2000/svg";
        var svg = XDocument.Parse(run.Output).Root!;
        var layers = svg.Elements(ns + "g").ToDictionary(g => g.Attribute("id")!.Value);
        Assert.Equal(PageLayers.All, layers.Keys);
        Assert.Equal("ItemSumA<B7", string.Concat(layers["glyphs"].Elements(ns + "text").Select(t => t.Value)));
        Assert.Equal(6, layers["rulings"].Elements(ns + "path").Sum(p => p.Attribute("d")!.Value.Count(c => c == 'M')));
        Assert.Equal(4, layers["cells"].Elements(ns + "rect").Count());
        Assert.Equal("0 -18 400 318", svg.Attribute("viewBox")!.Value);
        Assert.Equal(PageLayers.All, svg.Elements(ns + "text").Select(t => t.Attribute("data-layer")!.Value));
    }

    [Fact]
    public void Only_the_layers_that_are_asked_for_are_drawn()
    {
        XNamespace ns = "http://www.w3.org/2000/svg";
        var svg = XDocument.Parse(CommandLine.Run("draw", Pdf, "2", "--layers", "glyphs, rulings").Output).Root!;

        Assert.Equal(["rulings", "glyphs"], svg.Elements(ns + "g").Select(g => g.Attribute("id")!.Value));
        Assert.Equal(2, CommandLine.Run("draw", Pdf, "2", "--layers", "glyphs,ghosts").Code);
    }

    [Fact]
    public void It_is_written_to_a_file_when_one_is_named()
    {
        var file = _folder.File("p.svg");

        Assert.Equal(0, CommandLine.Run("draw", Pdf, "1", "--out", file).Code);
        Assert.NotNull(XDocument.Load(file).Root);
    }

    [Theory]
    [InlineData("3", 2)]
    [InlineData("0", 2)]
    [InlineData("x", 2)]
    public void A_page_that_is_not_there_is_a_usage_error(string page, int code) => Assert.Equal(code, CommandLine.Run("draw", Pdf, page).Code);

    [Fact]
    public void What_is_no_pdf_is_told() => Assert.Equal(1, CommandLine.Run("draw", _folder.Write("x.pdf", "<html>"u8), "1").Code);
}
