using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Core.Model;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Reports;

public sealed class HtmlReportTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_link_leads_to_a_file_and_an_anchor_of_the_report()
    {
        var pages = Directory.GetFiles(report.Folder, "*.html", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllText);
        var broken = new List<string>();
        foreach (var (file, html) in pages)
        {
            foreach (Match link in Regex.Matches(html, "(?:href|src)=\"([^\"]+)\""))
            {
                var target = link.Groups[1].Value;
                if (target is "data:," || target.Contains("-1.html#", StringComparison.Ordinal))
                {
                    // an icon that is none; a filter of a list
                    continue;
                }

                var parts = target.Split('#');
                var path = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
                if (!File.Exists(path) || (parts.Length > 1 && !pages[path].Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal)))
                {
                    broken.Add($"{Path.GetFileName(file)}: {target}");
                }
            }
        }

        Assert.True(pages.Count > 5);
        Assert.Empty(broken);
    }

    [Fact]
    public void Nothing_is_fetched_from_anywhere()
    {
        foreach (var file in Directory.GetFiles(report.Folder, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.DoesNotMatch("https?://|@import|url\\(|fetch\\(|XMLHttpRequest", text);
        }
    }

    [Fact]
    public void Every_page_forbids_what_does_not_come_with_the_report()
    {
        foreach (var file in Directory.GetFiles(report.Folder, "*.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(file);
            Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' file:", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]* src=)", html);
        }
    }

    [Fact]
    public void Names_of_files_are_escaped_wherever_they_stand()
    {
        foreach (var file in Directory.GetFiles(report.Folder, "*.html", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("<img", File.ReadAllText(file), StringComparison.Ordinal);
        }

        Assert.Contains("&lt;img src=x", File.ReadAllText(Path.Combine(report.Folder, "documents-1.html")), StringComparison.Ordinal);
        Assert.Contains("\\u003Cimg", File.ReadAllText(Path.Combine(report.Folder, "data/documents-1.js")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrong_subtotal_of_the_seed_is_highlighted_on_its_page_and_its_identity_written_out()
    {
        var html = File.ReadAllText(report.SeedPage);
        var article = Regex.Match(html, $"<article class=\"anomaly doubt\" id=\"a{report.WrongOne}\".*?</article>", RegexOptions.Singleline).Value;
        var crop = XElement.Parse(Regex.Match(article, "<svg .*</svg>\n(?=</div><figcaption>)", RegexOptions.Singleline).Value);
        var suspect = Assert.Single(crop.Descendants(Svg + "rect"), r => r.Attribute("class")?.Value == "suspect");
        double At(string name) => double.Parse(suspect.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
        var inside = crop.Descendants(Svg + "text").Where(t => t.Attribute("x")!.Value.Split(' ') is var xs
            && double.Parse(xs[0], System.Globalization.CultureInfo.InvariantCulture) is var x && x >= At("x") && x <= At("x") + At("width")
            && double.Parse(t.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture) is var y && y >= At("y") && y <= At("y") + At("height"));

        Assert.Equal("13214710.00", string.Concat(inside.Select(t => t.Value)));
        Assert.Contains(crop.Descendants(Svg + "rect"), r => r.Attribute("class")?.Value == "part");
        Assert.Contains("<strong class=\"expected\">13214710.41</strong>", article, StringComparison.Ordinal);
        Assert.Contains("<span class=\"n\">13,214,710.00</span> ≠ <span class=\"n\">13,214,710.41</span>", article, StringComparison.Ordinal);
        Assert.Contains("<span class=\"n\">-0.41</span>", article, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_keeps_its_spans_and_shows_status_and_the_way_to_its_anomaly()
    {
        var html = File.ReadAllText(Path.Combine(Path.GetDirectoryName(report.SeedPage)!, "tables-1.html"));

        Assert.Matches("<th scope=\"colgroup\" colspan=\"1\\d\">本年收入</th>|<th scope=\"colgroup\" colspan=\"\\d\">本年收入</th>", html);
        Assert.Contains($"<td id=\"t2r2c3\" class=\"n d x\"><a href=\"index.html#a{report.WrongOne}\">13214710.00</a></td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n v\">13214710.41</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_that_are_printed_in_another_unit_stand_in_yuan_beside()
    {
        var pages = Directory.GetFiles(report.Folder, "tables-*.html", SearchOption.AllDirectories).Select(File.ReadAllText);

        Assert.Contains(pages, p => p.Contains("<span class=\"s\">347.31</span><span class=\"y\">3,473,100.00</span>", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_speaks_both_languages_and_has_its_landmarks()
    {
        foreach (var file in Directory.GetFiles(report.Folder, "*.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(file);
            Assert.Equal(Regex.Count(html, "class=\"en\""), Regex.Count(html, "class=\"zh\""));
            Assert.Matches("<a class=\"skip\" href=\"#main\">.*<header.*<nav .*<main id=\"main\">.*<footer>", html.ReplaceLineEndings(" "));
            Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "<caption"));
        }
    }

    [Fact]
    public void Without_its_pdf_a_document_is_drawn_from_the_stored_cells_and_says_so()
    {
        using var folder = new TempFolder();
        var pdf = folder.Write("a.pdf", File.ReadAllBytes(Repository.Fixture("documents/seed-calc.pdf")));
        CommandLine.Run("load", pdf, "--db", folder.File("x.sqlite"), "--quiet");
        File.Delete(pdf);

        Assert.Equal(0, CommandLine.Run("report", "--db", folder.File("x.sqlite"), "--format", "html", "--out", folder.File("r")).Code);
        var html = File.ReadAllText(Directory.GetFiles(folder.File("r"), "index.html", SearchOption.AllDirectories).Single(f => f.Contains("/d/", StringComparison.Ordinal)));
        Assert.Contains("class=\"fallback\"", html, StringComparison.Ordinal);
        Assert.Contains(">13214710.00</text>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(".svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_things_is_left_alone()
    {
        using var folder = new TempFolder();
        var other = folder.Write("r/thesis.html", "mine"u8);
        var run = CommandLine.Run("report", "--db", report.Db, "--format", "html", "--out", folder.File("r"));

        Assert.Equal(3, run.Code);
        Assert.Equal("mine", File.ReadAllText(other));
        Assert.Equal(2, CommandLine.Run("report", "--db", report.Db, "--format", "html").Code);
    }
}
