using System.Globalization;
using Ingest.Core.Reports;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;

namespace Ingest.Cli;

/// <summary>
/// On a terminal a line now and then: portals at work, files, bytes, time, and the time left where all portals were visited before.
/// Anywhere else nothing.
/// </summary>
internal sealed class HarvestProgress(Terminal terminal, int portals, TimeProvider clock) : HarvestWatcher
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (int Known, int Found)> _files = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _begun = clock.GetUtcNow();
    private readonly Lock _lock = new();
    private TimeSpan _told;
    private int _asked;
    private int _new;
    private long _bytes;

    public static HarvestWatcher Of(Terminal terminal, int portals) => terminal.ErrorIsTerminal ? new HarvestProgress(terminal, portals, TimeProvider.System) : Silent;

    public override void Begun(Portal portal, int known)
    {
        lock (_lock)
        {
            _files[portal.Name] = (known, 0);
        }
    }

    public override void Found(Portal portal)
    {
        lock (_lock)
        {
            var (known, found) = _files[portal.Name];
            _files[portal.Name] = (known, found + 1);
        }
    }

    public override void Fetched(Portal portal, Uri url, string what, string reason, long bytes)
    {
        lock (_lock)
        {
            _asked++;
            _bytes += bytes;
            _new += what is "new" or "changed" ? 1 : 0;
            var took = clock.GetUtcNow() - _begun;
            if (took - _told > Every)
            {
                _told = took;
                terminal.Error.WriteLine($"harvest: {Plural.Of(_files.Count, "portal")} of {portals}, {Plural.Of(_asked, "file")} asked for, {_new} new or changed, {OutputFile.Megabytes(_bytes)}, {took:h\\:mm\\:ss}{Left(took)}; {portal.Name}: {url.AbsolutePath}");
            }
        }
    }

    // By what the portals listed before; unknown while one is visited for the first time or waits for its turn.
    private string Left(TimeSpan took)
    {
        var found = _files.Values.Sum(f => f.Found);
        var left = _files.Values.Sum(f => Math.Max(0, f.Known - f.Found));
        return _files.Count < portals || found == 0 || _files.Values.Any(f => f.Known == 0) ? ""
            : string.Create(CultureInfo.InvariantCulture, $", about {took * ((double)left / found):h\\:mm\\:ss} left");
    }

    public override void Trouble(Portal portal, VisitTrouble trouble)
    {
    }
}
