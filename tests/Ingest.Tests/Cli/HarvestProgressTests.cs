using Ingest.Cli;
using Ingest.Io.Portals;
using Ingest.Tests.Harvest;
using Ingest.Tests.Portals;

namespace Ingest.Tests.Cli;

public sealed class HarvestProgressTests : IDisposable
{
    private static readonly Portal Portal = CrawlerTests.Simple("http://x.gov.cn/");

    private readonly JumpingClock _clock = new();
    private readonly StringWriter _said = new() { NewLine = "\n" };

    public void Dispose() => _said.Dispose();

    [Fact]
    public void A_line_now_and_then_tells_files_bytes_time_and_the_time_left()
    {
        var progress = Begun(known: 10);
        for (var file = 1; file <= 4; file++)
        {
            progress.Found(Portal);
            _clock.Advance(TimeSpan.FromSeconds(4));
            progress.Fetched(Portal, new Uri($"http://x.gov.cn/{file}.pdf"), file == 1 ? "new" : "unchanged", "", 1_000_000);
        }

        Assert.Equal(
            """
            harvest: 1 portal of 1, 2 files asked for, 1 new or changed, 2.0 MB, 0:00:08, about 0:00:32 left; x: /2.pdf
            harvest: 1 portal of 1, 4 files asked for, 1 new or changed, 4.0 MB, 0:00:16, about 0:00:24 left; x: /4.pdf

            """, _said.ToString().Replace($"; {Portal.Name}:", "; x:", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_knows_the_time_left_of_a_first_visit()
    {
        var progress = Begun(known: 0);
        progress.Found(Portal);
        _clock.Advance(TimeSpan.FromSeconds(6));
        progress.Fetched(Portal, new Uri("http://x.gov.cn/1.pdf"), "new", "", 5);

        Assert.Contains("0:00:06; ", _said.ToString(), StringComparison.Ordinal);
    }

    private HarvestProgress Begun(int known)
    {
        var progress = new HarvestProgress(new Terminal(Stream.Null, _said, OutputIsTerminal: false, ErrorIsTerminal: true, Width: 100, CancellationToken.None), 1, _clock);
        progress.Begun(Portal, known);
        return progress;
    }
}
