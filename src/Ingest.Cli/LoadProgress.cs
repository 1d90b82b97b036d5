using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;
using Spectre.Console;

namespace Ingest.Cli;

/// <summary>
/// Tells how a load goes: on a terminal a bar with rate, time left and the document at hand; anywhere else nothing.
/// Troubles are told, one line a file, in both cases.
/// </summary>
internal sealed class LoadProgress : LoadWatcher, IDisposable
{
    private readonly Terminal _terminal;
    private readonly Verbosity _verbosity;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Thread? _bar;
    private readonly IAnsiConsole? _console;
    private int _done;
    private int _total;
    private string _at = "";

    public LoadProgress(Terminal terminal, IReadOnlyList<string> paths, Verbosity verbosity)
    {
        _terminal = terminal;
        _verbosity = verbosity;
        if (verbosity != Verbosity.Quiet && terminal is { ErrorIsTerminal: true, OutputIsTerminal: true })
        {
            _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
            _bar = new Thread(() => Draw(paths)) { IsBackground = true };
            _bar.Start();
        }
    }

    public override void Begin(FileRecord file) => Volatile.Write(ref _at, file.Name);

    public override void Known(int files) => Interlocked.Add(ref _done, files);

    public override void Done(LoadedFile file)
    {
        Interlocked.Increment(ref _done);
        if (file.Lost.Count == 0 && _verbosity != Verbosity.Detailed)
        {
            return;
        }

        var line = file.Lost.Count > 0 ? $"{file.File.Path}: {Trouble(file.Lost)}" : Detail(file);
        lock (_lock)
        {
            if (_console is not null)
            {
                _console.WriteLine(line);
            }
            else
            {
                _terminal.Error.WriteLine(line);
            }
        }
    }

    /// <summary>Name and counts, in columns whatever the script of the name.</summary>
    private static string Detail(LoadedFile file) => DisplayWidth.Fit(file.File.Name, 48) + (file.Counts is { } c
        ? string.Create(CultureInfo.InvariantCulture, $" {c.Pages,5:N0} pages {c.Tables,4:N0} tables {c.Facts,7:N0} facts {c.Verified,7:N0} verified {c.Doubtful,5:N0} doubtful")
        : " known already");

    /// <summary>The first loss in full, the others in numbers.</summary>
    private static string Trouble(IReadOnlyList<Anomaly> lost)
    {
        var first = lost[0];
        var page = first.Where.Area.Page > 0 ? string.Create(CultureInfo.InvariantCulture, $" on page {first.Where.Area.Page}") : "";
        var more = lost.Count > 1 ? $" (and {Plural.Of(lost.Count - 1, "more loss")})" : "";
        return $"{first.Code.Id}{page}: {(first.Message.Length > 0 ? first.Message : first.Code.Meaning)}{more}";
    }

    private void Draw(IReadOnlyList<string> paths)
    {
        var counter = new Thread(() => Volatile.Write(ref _total, PathCount.Of(paths))) { IsBackground = true };
        counter.Start();
        _console!.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(
                new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var start = DateTime.UtcNow;
                var task = context.AddTask("searching", maxValue: 1);
                do
                {
                    var done = Volatile.Read(ref _done);
                    var total = Math.Max(Volatile.Read(ref _total), done);
                    task.IsIndeterminate = Volatile.Read(ref _total) == 0;
                    task.MaxValue = Math.Max(1, total);
                    task.Value = done;
                    var rate = done / Math.Max(0.001, (DateTime.UtcNow - start).TotalSeconds);
                    task.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture,
                        $"{done:N0}/{total:N0}  {rate:0.0}/s  {DisplayWidth.Fit(Volatile.Read(ref _at), Math.Max(10, _terminal.Width - 64))}"));
                }
                while (!_ended.Token.WaitHandle.WaitOne(150));
            });
    }

    public void Dispose()
    {
        _ended.Cancel();
        _bar?.Join();
        _ended.Dispose();
    }
}
