using System.Collections.Concurrent;
using System.Diagnostics;
using Ingest.Core.Reports;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;

namespace Ingest.Cli;

/// <summary>On a terminal a line now and then: portals at work, files asked for, time. Anywhere else nothing.</summary>
internal sealed class HarvestProgress(Terminal terminal, int portals) : HarvestWatcher
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _told;
    private int _new;

    public static HarvestWatcher Of(Terminal terminal, int portals) => terminal.ErrorIsTerminal ? new HarvestProgress(terminal, portals) : Silent;

    public override void Fetched(Portal portal, Uri url, string what, string reason)
    {
        _files.AddOrUpdate(portal.Name, 1, static (_, n) => n + 1);
        lock (_lock)
        {
            _new += what is "new" or "changed" ? 1 : 0;
            if (_clock.Elapsed - _told > Every)
            {
                _told = _clock.Elapsed;
                terminal.Error.WriteLine($"harvest: {Plural.Of(_files.Count, "portal")} of {portals}, {Plural.Of(_files.Values.Sum(), "file")} asked for, {_new} new or changed, {_clock.Elapsed:h\\:mm\\:ss}; {portal.Name}: {url.AbsolutePath}");
            }
        }
    }

    public override void Trouble(Portal portal, VisitTrouble trouble)
    {
    }
}
