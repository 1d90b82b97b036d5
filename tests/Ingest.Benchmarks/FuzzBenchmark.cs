using System.Globalization;
using System.Text;
using Ingest.Core.Reports;
using Ingest.Tests.Fuzz;
using Ingest.Tests.Metamorphic;

namespace Ingest.Benchmarks;

/// <summary>Documents drawn at random in random dress, whose grids and facts are known: how many come out right, by the values of each axis.</summary>
internal static class FuzzBenchmark
{
    private const string Header = "                             documents  tables  grids right %   facts    kept %  doubted %  changed %  changed & verified  lost in silence";

    /// <param name="axis">Part of the name of the axes to tell of; "" for all.</param>
    /// <param name="rightGrids">Whether only the facts of tables with the right grid count.</param>
    /// <param name="output">Folder for the first documents that come out wrong, as SVG with their truth; "" for none.</param>
    public static int Run(int count, int seed, bool heldBack, string axis, int jobs, int show, string output, bool rightGrids)
    {
        FactComparison Facts(FuzzOutcome outcome) => rightGrids ? outcome.InRightGrids : outcome.Facts;
        var sums = new Dictionary<(string Axis, string Value), Sum>();
        var total = new Sum();
        var wrongs = new Dictionary<string, int>(StringComparer.Ordinal);
        var shown = new SortedDictionary<int, string>();
        var grids = new List<string>();
        var gate = new Lock();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, number =>
        {
            var fuzz = FuzzCase.Of(seed, number);
            if (fuzz.Dress.IsHeldBack != heldBack)
            {
                return;
            }

            var outcome = fuzz.Run();
            lock (gate)
            {
                total.Add(outcome, Facts(outcome));
                foreach (var (table, difference) in outcome.Differences)
                {
                    grids.Add(string.Create(CultureInfo.InvariantCulture, $"GRID\t{number}\t{table.Kind}\t{difference}\t{fuzz}"));
                }

                foreach (var at in fuzz.Dress.Axes().Where(a => a.Axis.Contains(axis, StringComparison.OrdinalIgnoreCase)))
                {
                    sums.TryAdd(at, new Sum());
                    sums[at].Add(outcome, Facts(outcome));
                }

                foreach (var sort in Facts(outcome).Wrongs.Select(w => w[..w.IndexOf(':', StringComparison.Ordinal)]))
                {
                    wrongs[sort] = wrongs.GetValueOrDefault(sort) + 1;
                }

                if (show > 0 && Facts(outcome).Wrongs.Count > 0 && (shown.Count < show || shown.Keys.Max() > number))
                {
                    shown[number] = Tell(fuzz, outcome, Facts(outcome));
                }
            }
        });

        Console.WriteLine($"{total.Documents} documents, {(heldBack ? "dresses held back" : "dresses of the fit")}, seed {seed}");
        Console.WriteLine(Header);
        Console.WriteLine(total.Line("all"));
        foreach (var group in sums.GroupBy(s => s.Key.Axis).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var (at, sum) in group.OrderBy(s => s.Value.Share))
            {
                Console.WriteLine(sum.Line($"{at.Axis} {at.Value}"));
            }
        }

        foreach (var line in show > 0 ? grids : [])
        {
            Console.WriteLine(line);
        }

        foreach (var sort in wrongs.OrderByDescending(w => w.Value))
        {
            Console.WriteLine($"{sort.Value,8} x {sort.Key}");
        }

        foreach (var (number, text) in shown.Take(show))
        {
            Console.WriteLine($"\n#{number} {text}");
        }

        if (output.Length > 0)
        {
            foreach (var number in shown.Keys.Take(show))
            {
                Write(output, number, FuzzCase.Of(seed, number));
            }
        }

        return 0;
    }

    /// <summary>Each value of each axis alone, everything else plain: what a look costs by itself.</summary>
    public static int Alone(int count, int seed, int show)
    {
        Console.WriteLine(Header);
        for (var axis = 0; axis < Dress.Sizes.Length; axis++)
        {
            for (var value = axis == 0 ? 0 : 1; value < Dress.Sizes[axis]; value++)
            {
                var sum = new Sum();
                var wrongs = new List<string>();
                var name = FuzzCase.Of(seed, 0).InPlain(axis, value).Dress.Axes().ElementAt(axis);
                for (var number = 0; number < count; number++)
                {
                    var outcome = FuzzCase.Of(seed, number).InPlain(axis, value).Run();
                    sum.Add(outcome, outcome.Facts);
                    wrongs.AddRange(outcome.Facts.Wrongs.Select(w => $"    #{number} {w}"));
                }

                Console.WriteLine(string.Join('\n', wrongs.Take(show).Prepend(sum.Line($"{name.Axis} {name.Value}"))));
            }
        }

        return 0;
    }

    /// <summary>One case alone, told and drawn.</summary>
    /// <param name="shrink">Whether to look for a plainer one that is as bad first.</param>
    public static int Show(int seed, int number, bool shrink, string output, bool rightGrids)
    {
        FactComparison Facts(FuzzOutcome outcome) => rightGrids ? outcome.InRightGrids : outcome.Facts;
        var fuzz = FuzzCase.Of(seed, number);
        if (shrink)
        {
            // What is worst about it must stay.
            var bad = Facts(fuzz.Run());
            Func<FactComparison, int> worst = bad.Verified > 0 ? f => f.Verified : bad.Lost > 0 ? f => f.Lost : bad.Changed > 0 ? f => f.Changed : f => f.Doubted;
            fuzz = fuzz.Shrunk(c => worst(Facts(c.Run())) > 0);
        }

        var shown = fuzz.Run();
        Console.WriteLine(Tell(fuzz, shown, Facts(shown)));
        if (output.Length > 0)
        {
            Write(output, number, fuzz);
        }

        return 0;
    }

    private static string Tell(FuzzCase fuzz, FuzzOutcome outcome, FactComparison facts) =>
        $"{fuzz}\n    grids {outcome.Grids} of {outcome.Tables.Count}; {MetamorphicBenchmark.Line("", facts).Trim()}\n    {string.Join("\n    ", facts.Wrongs.Take(6).Concat(Anomalies(outcome)))}";

    /// <summary>What the document is said to be wrong in, the most frequent first.</summary>
    private static IEnumerable<string> Anomalies(FuzzOutcome outcome) => outcome.Parsed.Anomalies
        .GroupBy(a => (a.Code.Id, a.TableKind)).OrderByDescending(g => g.Count()).Take(4).Select(g => $"{g.Count()} x {g.Key.Id} {g.Key.TableKind}: {g.First().Message}");

    private static void Write(string folder, int number, FuzzCase fuzz)
    {
        Directory.CreateDirectory(folder);
        var outcome = fuzz.Run();
        foreach (var page in outcome.Pages.Where(p => p.Number > 1))
        {
            File.WriteAllText(Path.Combine(folder, $"{number}-{page.Number}.svg"), PageSvg.Write(page, outcome.Parsed));
        }

        var truth = new StringBuilder(Tell(fuzz, outcome, outcome.Facts)).Append('\n');
        foreach (var table in outcome.Tables)
        {
            truth.Append(CultureInfo.InvariantCulture, $"\n{table.Kind} {table.Title}: {table.Rows} rows, {table.Columns} columns\n");
            foreach (var row in table.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key))
            {
                truth.AppendJoin(" | ", row.OrderBy(c => c.Column).Select(c => $"{c.Column}:{c.Text}{(c is { RowSpan: 1, ColumnSpan: 1 } ? "" : $" {c.RowSpan}x{c.ColumnSpan}")}")).Append('\n');
            }
        }

        truth.Append('\n').AppendJoin('\n', outcome.Parsed.Anomalies.Select(a => $"{a.Code.Id} {a.TableKind} {a.Label} {a.ColumnPath} {a.Found} {a.Message}")).Append('\n');
        File.WriteAllText(Path.Combine(folder, $"{number}.txt"), truth.ToString());
    }

    private sealed class Sum
    {
        private FactComparison _facts = FactComparison.None;
        private int _tables, _grids;

        public int Documents { get; private set; }

        public double Share => _tables == 0 ? 1 : (double)_grids / _tables;

        public void Add(FuzzOutcome outcome, FactComparison facts)
        {
            Documents++;
            _tables += outcome.Tables.Count;
            _grids += outcome.Grids;
            _facts += facts with { Wrongs = [] };
        }

        public string Line(string name) => string.Create(
            CultureInfo.InvariantCulture, $"{name,-28} {Documents,9} {_tables,7} {100 * Share,14:0.00} {MetamorphicBenchmark.Line("", _facts)[31..]}");
    }
}
