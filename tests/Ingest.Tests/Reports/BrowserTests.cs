namespace Ingest.Tests.Reports;

/// <summary>The report as a reader has it: opened from disk in Chromium. Where there is none, the tests say so; the files are tested in <see cref="HtmlReportTests"/>.</summary>
public sealed class BrowserTests(ReportFixture report, ITestOutputHelper output) : IClassFixture<ReportFixture>
{
    private const string Filtered = """
        new Promise(done => {
          const form = document.querySelector('form.filters');
          new MutationObserver(() => done([...document.querySelectorAll('#list tbody tr')].map(r => r.innerText.replace(/\s+/g, ' ')).join('\n')))
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

    [Theory]
    [InlineData(400, false)]
    [InlineData(400, true)]
    [InlineData(1280, false)]
    public async Task No_page_is_wider_than_the_screen_and_its_text_stands_out_from_its_ground(int width, bool dark)
    {
        var pages = Directory.GetFiles(report.Folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (Browser.Path is null)
        {
            output.WriteLine("Chromium is not installed: the report was not tried in a browser.");
            Assert.Contains("prefers-color-scheme: dark", await File.ReadAllTextAsync(Path.Combine(report.Folder, "assets/report.css"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            return;
        }

        using var browser = await Browser.Start();
        await browser.Look(width, dark);
        foreach (var page in pages)
        {
            await browser.Open(page);
            var wide = await browser.Evaluate("(d => d.scrollWidth - d.clientWidth)(document.documentElement)");
            Assert.True(wide == "0", $"{page} is {wide} wider than {width}");
            var faint = await browser.Evaluate(Contrast);
            Assert.True(faint.Length == 0, $"{page}: {faint}");
        }

        await browser.Open(report.SeedPage);
        var box = $"document.querySelector('#a{report.WrongOne} .crop .suspect').getBoundingClientRect()";
        var frame = $"document.querySelector('#a{report.WrongOne} .frame').getBoundingClientRect()";
        Assert.Equal("true", await browser.Evaluate($"(document.querySelector('#a{report.WrongOne}').scrollIntoView(), {box}.left >= {frame}.left && {box}.right <= {frame}.right)"));
    }

    [Fact]
    public async Task Heads_of_columns_sort_severities_by_rank_and_money_as_numbers()
    {
        if (Browser.Path is null)
        {
            output.WriteLine("Chromium is not installed: the report was not tried in a browser.");
            Assert.Contains("aria-sort", await File.ReadAllTextAsync(Path.Combine(report.Folder, "assets/report.js"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            return;
        }

        using var browser = await Browser.Start();
        await browser.Open(Path.Combine(report.Folder, "anomalies-1.html"));
        var severities = (await browser.Evaluate(Sorted(0, 0))).Split('\n').Select(s => "note doubt lost".Split(' ').ToList().FindIndex(s.Contains)).ToList();
        Assert.Equal(severities.OrderDescending(), severities);
        Assert.True(severities.Distinct().Count() >= 2);

        var money = (await browser.Evaluate(Sorted(8, 8))).Split('\n').Select(m => m.Length == 0 ? -1 : decimal.Parse(m, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(money.OrderDescending(), money);
        Assert.True(money[0] > 0);
        Assert.Equal("descending", await browser.Evaluate("document.querySelectorAll('#list thead th')[8].getAttribute('aria-sort')"));
        Assert.Empty(browser.Errors);
    }

    /// <summary>Presses the head of a column, and gives that of another in the order that comes of it.</summary>
    private static string Sorted(int column, int read) => $$"""
        new Promise(done => {
          const form = document.querySelector('form.filters');
          new MutationObserver((_, me) => { me.disconnect(); done([...document.querySelectorAll('#list tbody tr')].map(r => r.cells[{{read}}].innerText.trim()).join('\n')); })
            .observe(form, { attributes: true, attributeFilter: ['data-done'] });
          document.querySelectorAll('#list thead .sort')[{{column}}].click();
        })
        """;

    /// <summary>Texts whose contrast to what lies behind them is less than 4.5.</summary>
    private const string Contrast = """
        (() => {
          const rgb = c => (c.match(/[\d.]+/g) || []).map(Number);
          const light = c => { const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length && c[3] !== 0) return c; } return [255, 255, 255]; };
          const found = new Set();
          for (const e of document.querySelectorAll('main *, header *, footer *')) {
            if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.getClientRects().length) continue;
            const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
            if ((a + .05) / (b + .05) < 4.5) found.add(e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 20));
          }
          return [...found].slice(0, 5).join(' | ');
        })()
        """;
}
