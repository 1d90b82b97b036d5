using System.Text.Json;
using System.Xml.Linq;

namespace Ingest.Tests.Cli;

public sealed class TablesCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Pdf => _folder.Write("a b.pdf", TinyPdf.Of(
        TinyPdf.Table([["Item", "Sum", "Note"], ["Alpha", "1,234.50", ""], ["Beta", "7", "x"]]),
        TinyPdf.Table([["One", "Two"], ["3", "4"]])));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_lists_every_cell_of_the_grid_with_its_page_and_box()
    {
        var run = CommandLine.Run("tables", Pdf);

        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal(["file", "sha256", "pages", "tables"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("a b.pdf", root.GetProperty("file").GetString());
        Assert.Equal(2, root.GetProperty("pages").GetInt32());
        var table = root.GetProperty("tables")[0];
        Assert.Equal(
            ["ordinal", "kind", "title", "unit", "pages", "rows", "columns", "header_rows", "cells"],
            table.EnumerateObject().Select(p => p.Name));
        Assert.Equal((3, 3), (table.GetProperty("rows").GetInt32(), table.GetProperty("columns").GetInt32()));
        var cells = table.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(9, cells.Count);
        Assert.Contains(cells, c => c.GetProperty("text").GetString() == "");
        var sum = cells.Single(c => c.GetProperty("row").GetInt32() == 1 && c.GetProperty("col").GetInt32() == 1);
        Assert.Equal("1,234.50", sum.GetProperty("text").GetString());
        Assert.Equal(1, sum.GetProperty("page").GetInt32());
        Assert.Equal([130.0, 60.0, 220.0, 80.0], sum.GetProperty("bbox").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public void Only_the_pages_asked_for_are_read()
    {
        var run = CommandLine.Run("tables", Pdf, "--pages", "2");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("pages").GetInt32());
        var table = Assert.Single(json.RootElement.GetProperty("tables").EnumerateArray());
        Assert.Equal([2], table.GetProperty("pages").EnumerateArray().Select(p => p.GetInt32()));
    }

    [Fact]
    public void Why_tells_the_kind_and_the_grid_of_each_table_and_belongs_to_text()
    {
        Assert.Contains("grid: rulings part all of its cells", CommandLine.Run("tables", Pdf, "--format", "text", "--why").Output, StringComparison.Ordinal);
        var run = CommandLine.Run("tables", Pdf, "--why");
        Assert.Equal(2, run.Code);
        Assert.Contains("--why is told with --format text only", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "Alpha,\"1,234.50\",\n")]
    [InlineData("text", "Alpha │ 1,234.50")]
    [InlineData("html", ">Alpha</td>")]
    public void Other_formats_hold_the_same_cells(string format, string expected)
    {
        var run = CommandLine.Run("tables", Pdf, "--format", format);

        Assert.Equal(0, run.Code);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        if (format == "html")
        {
            Assert.NotNull(XDocument.Parse(run.Output.Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)).Root);
        }
    }

    [Theory]
    [InlineData("3-1")]
    [InlineData("0")]
    [InlineData("x")]
    [InlineData("3")]
    public void A_page_list_that_makes_no_sense_is_a_usage_error(string pages)
    {
        var run = CommandLine.Run("tables", Pdf, "--pages", pages);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.Contains(pages, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        var missing = CommandLine.Run("tables", _folder.File("nothing.pdf"));
        var folder = CommandLine.Run("tables", _folder.Path);

        Assert.Equal((1, 1), (missing.Code, folder.Code));
        Assert.Contains("nothing.pdf", missing.Error, StringComparison.Ordinal);
        Assert.Contains("is a folder", folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_that_is_no_pdf_gives_an_empty_list_a_message_and_code_1()
    {
        var run = CommandLine.Run("tables", _folder.Write("page.pdf", "<!DOCTYPE html><html><body>404</body></html>"u8));

        Assert.Equal(1, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Empty(json.RootElement.GetProperty("tables").EnumerateArray());
        Assert.Contains("page.pdf", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
