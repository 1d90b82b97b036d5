namespace Ingest.Tests.Reports;

/// <summary>The report as a reader has it: opened from disk in Chromium. Where there is none, the tests say so; the files are tested in <see cref="HtmlReportTests"/>.</summary>
public sealed class BrowserTests(ReportFixture report, ITestOutputHelper output) : IClassFixture<ReportFixture>
{
    private const string Filtered = """
        new Promise(done => {
          const form = document.querySelector('form.filters');
          new MutationObserver(() => done([...document.querySelectorAll('#list tbody tr')].map(r => r.innerText).join('\n')))
            .observe(form, { attributes: true, attributeFilter: ['data-done'] });
          form.elements.q.value = '小计';
          form.elements.code.value = 'row-sum';
          form.dispatchEvent(new Event('input'));
        })
        """;

    [Fact]
    public async Task In_a_browser_filters_work_the_suspect_is_highlighted_and_nothing_leaves_the_disk()
    {
        if (Browser.Path is null)
        {
            output.WriteLine("Chromium is not installed: the report was not tried in a browser.");
            Assert.True(File.Exists(report.SeedPage));
            return;
        }

        using var browser = await Browser.Start();
        await browser.Open(Path.Combine(report.Folder, "index.html"));
        Assert.Equal("3", await browser.Evaluate("document.querySelector('.numbers b').innerText"));

        await browser.Open(Path.Combine(report.Folder, "anomalies-1.html"));
        var rows = (await browser.Evaluate(Filtered)).Split('\n');
        Assert.Equal(3, rows.Length);
        Assert.All(rows, r => Assert.Contains("13214710.41", r, StringComparison.Ordinal));

        await browser.Open(report.SeedPage);
        Assert.Equal("rgb(179, 38, 30)", await browser.Evaluate($"getComputedStyle(document.querySelector('#a{report.WrongOne} .crop .suspect')).stroke"));
        Assert.Equal("true", await browser.Evaluate($"document.querySelector('#a{report.WrongOne} .crop .suspect').getBoundingClientRect().width > 20"));
        await browser.Evaluate("document.getElementById('language-zh').click()");
        Assert.StartsWith("异常", await browser.Evaluate("document.querySelector('#anomalies').innerText"), StringComparison.Ordinal);

        Assert.Empty(browser.Errors);
        Assert.All(browser.Requests, r => Assert.Matches("^(file:|data:|about:)", r));
    }

    [Fact]
    public async Task A_link_from_the_overview_opens_the_list_already_filtered()
    {
        if (Browser.Path is null)
        {
            output.WriteLine("Chromium is not installed: the report was not tried in a browser.");
            Assert.Contains("documents-1.html#state=failed", await File.ReadAllTextAsync(Path.Combine(report.Folder, "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            return;
        }

        using var browser = await Browser.Start();
        await browser.Open(Path.Combine(report.Folder, "documents-1.html"), "#state=failed");
        var row = await browser.Evaluate("""
            new Promise(done => {
              const form = document.querySelector('form.filters');
              const rows = () => [...document.querySelectorAll('#list tbody tr')].map(r => r.innerText).join('\n');
              if (form.dataset.done) done(rows());
              else new MutationObserver(() => done(rows())).observe(form, { attributes: true });
            })
            """);

        Assert.StartsWith("<img src=x onerror=alert(1)>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", row, StringComparison.Ordinal);
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task A_screen_reader_is_told_the_name_of_every_control_table_and_picture()
    {
        string[] pages = [Path.Combine(report.Folder, "index.html"), Path.Combine(report.Folder, "anomalies-1.html"), report.SeedPage];
        if (Browser.Path is null)
        {
            output.WriteLine("Chromium is not installed: the report was not tried in a browser.");
            Assert.All(pages, p => Assert.Contains("aria-label", File.ReadAllText(p), StringComparison.Ordinal));
            return;
        }

        string[] named = ["link", "button", "searchbox", "combobox", "radio", "image", "table", "navigation", "region", "search", "columnheader", "rowheader"];
        using var browser = await Browser.Start();
        foreach (var page in pages)
        {
            await browser.Open(page);
            var met = (await browser.Accessible()).Where(n => named.Contains(n.Role, StringComparer.Ordinal)).ToList();

            Assert.Contains(met, n => n.Role == "table");
            Assert.DoesNotContain(met, n => n.Name.Length == 0);
        }
    }
}
