using System.Collections.Frozen;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>Counts of the overview, gathered document by document; nothing of a document itself is kept.</summary>
internal sealed class SiteTotals
{
    private const int MostLookedAt = 15;

    private const int MostKept = 600;

    /// <summary>What the failure of an identity is reported as: only there are found and expected amounts.</summary>
    private static readonly FrozenSet<AnomalyCode> Sums = IdentityCatalog.All.Values.Select(i => i.Failure).ToFrozenSet();

    /// <summary>Whether a city has a page: where a body of it is known.</summary>
    public Func<string, bool> HasPage { get; init; } = static _ => false;

    public int Documents { get; private set; }

    public long Pages { get; private set; }

    public long Tables { get; private set; }

    public long TypedTables { get; private set; }

    public long Facts { get; private set; }

    public long Amounts { get; private set; }

    public long Verified { get; private set; }

    public long Doubtful { get; private set; }

    /// <summary>By state: clean, doubt, lost, failed.</summary>
    public SortedDictionary<string, int> States { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<(string City, int Year), (int Documents, int Lossy)> Coverage { get; } = [];

    public SortedDictionary<(int Year, string State), int> Years { get; } = [];

    public SortedDictionary<string, (AnomalyCode Code, int Count, int Documents)> Codes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, (int Lost, int Doubts, int Documents)> Kinds { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, (int Lost, int Doubts, int Documents)> Cities { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, (int Lost, int Doubts, int Documents)> Producers { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, (int Passed, int Failed, int Unverifiable)> Identities { get; } = new(StringComparer.Ordinal);

    /// <summary>Cells that sums contradict, the most 元 first; what copies of a document say alike is one, with their number.</summary>
    public IEnumerable<(decimal Yuan, SiteEntry Entry, int Number, int Copies)> LookFirst =>
        _lookFirst.Values.OrderByDescending(l => l.Yuan).ThenBy(l => l.Order).Select(l => (l.Yuan, l.Entry, l.Number, l.Copies)).Take(MostLookedAt);

    private readonly Dictionary<string, (decimal Yuan, SiteEntry Entry, int Number, int Copies, int Order)> _lookFirst = new(StringComparer.Ordinal);

    public void Add(SiteEntry entry)
    {
        var c = entry.Counts;
        Documents++;
        Pages += c.Pages;
        Tables += c.Tables;
        TypedTables += c.TypedTables;
        Facts += c.Facts;
        Amounts += c.Amounts;
        Verified += c.Verified;
        Doubtful += c.Doubtful;
        States[entry.State] = States.GetValueOrDefault(entry.State) + 1;
        var year = entry.Identity.FiscalYear ?? 0;
        Years[(year, entry.State)] = Years.GetValueOrDefault((year, entry.State)) + 1;
        var cell = Coverage.GetValueOrDefault((entry.City, year));
        Coverage[(entry.City, year)] = (cell.Documents + 1, cell.Lossy + (entry.State is "lost" or "failed" ? 1 : 0));
        Count(Cities, entry.City, c.Lost, c.Doubts);
        Count(Producers, Family(entry.Producer), c.Lost, c.Doubts);
        foreach (var (identity, passed, failed, unverifiable) in entry.Identities)
        {
            var sum = Identities.GetValueOrDefault(identity);
            Identities[identity] = (sum.Passed + passed, sum.Failed + failed, sum.Unverifiable + unverifiable);
        }

        AddAnomalies(entry);
    }

    private void AddAnomalies(SiteEntry entry)
    {
        foreach (var alike in entry.Anomalies.GroupBy(a => a.Code.Id, StringComparer.Ordinal))
        {
            var sum = Codes.GetValueOrDefault(alike.Key);
            Codes[alike.Key] = (alike.First().Code, sum.Count + alike.Count(), sum.Documents + 1);
        }

        foreach (var kind in entry.Anomalies.Where(a => a.TableKind.Length > 0).GroupBy(a => a.TableKind, StringComparer.Ordinal))
        {
            Count(Kinds, kind.Key, kind.Count(a => a.Code.Severity == Severity.Lost), kind.Count(a => a.Code.Severity == Severity.Doubt));
        }

        for (var i = 0; i < entry.Anomalies.Length; i++)
        {
            var anomaly = entry.Anomalies[i];
            if (anomaly is { Origin: not Origin.Extraction, Code.Severity: Severity.Doubt, Where.Table: > 0, Where.Column: >= 0 } && Sums.Contains(anomaly.Code) && entry.YuanOf(i + 1) is > 0 and var yuan)
            {
                LookAt(yuan, entry, i + 1);
            }
        }
    }

    private void LookAt(decimal yuan, SiteEntry entry, int number)
    {
        var (a, of) = (entry.Anomalies[number - 1], entry.Identity);
        var key = string.Join('\u001f', of.RegionCode, entry.Body, of.FiscalYear, of.Phase, a.Code.Id, a.TableKind, a.Label, a.ColumnPath, yuan.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _lookFirst[key] = _lookFirst.TryGetValue(key, out var known) ? known with { Copies = known.Copies + 1 } : (yuan, entry, number, 1, _lookFirst.Count);
        if (_lookFirst.Count > MostKept)
        {
            // What many documents say is dropped before what much money is about.
            foreach (var (least, _) in _lookFirst.OrderByDescending(l => l.Value.Yuan).Skip(MostKept / 2).ToList())
            {
                _lookFirst.Remove(least);
            }
        }
    }

    private static void Count(SortedDictionary<string, (int Lost, int Doubts, int Documents)> sums, string key, int lost, int doubts)
    {
        var sum = sums.GetValueOrDefault(key);
        sums[key] = (sum.Lost + lost, sum.Doubts + doubts, sum.Documents + 1);
    }

    /// <summary>Programs without their versions: <c>Microsoft® Word 2016</c> and <c>… 2019</c> are one.</summary>
    private static string Family(string producer)
    {
        var end = producer.AsSpan().IndexOfAnyInRange('0', '9');
        return (end > 0 ? producer[..end] : producer).TrimEnd(' ', '-', '.', 'v', 'V', '(', '/', ',');
    }
}
