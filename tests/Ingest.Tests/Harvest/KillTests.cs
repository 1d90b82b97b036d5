using System.Diagnostics;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Harvest;

/// <summary>The program itself, killed (SIGKILL) at each boundary of its stages, against one portal.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly string Documents = Repository.Fixture("documents");

    private readonly TempFolder _folder = new();
    private TestPortal _portal = null!;

    private string Db => _folder.File("x.sqlite");

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        foreach (var name in (string[])["doc0001", "doc0005", "seed-calc"])
        {
            File.Copy(Path.Combine(Documents, name + ".pdf"), _folder.File(name + ".pdf"));
        }

        DemoPortal.Publish(_portal, _folder.Path);
        DemoPortal.Describe(_portal, _folder.File("portals"));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "ingest.dll"), "run", "--source", DemoPortal.Name, "--portals", _folder.File("portals"),
            "--store", _folder.File("store"), "--db", Db, "--reports", _folder.File("runs"), "--report", _folder.File("report"), "--delay", "0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private async Task KillWhen(Task reached)
    {
        using var process = Start();
        if (await Task.WhenAny(reached, process.WaitForExitAsync(TestContext.Current.CancellationToken)) != reached)
        {
            Assert.Fail($"it ended before: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}{await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        }

        await Kill(process);
    }

    private async Task KillAtStage(string stage)
    {
        using var process = Start();
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == $"{stage} …")
            {
                await Kill(process);
                return;
            }
        }

        Assert.Fail($"the stage {stage} was not reached");
    }

    private static async Task Kill(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        // 0 or 1: it came to its end before the signal did.
        Assert.True(process.ExitCode is 137 or 0 or 1);
    }

    /// <returns>Its summary.</returns>
    private async Task<string> RunToTheEnd()
    {
        using var process = Start();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode is 0 or 1, await error);
        return await output;
    }

    /// <summary>Half of a file, then silence.</summary>
    private Task HalfOf(string path, byte[] bytes)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _portal.On(path, async context =>
        {
            context.Response.ContentLength = bytes.Length;
            context.Response.Headers.ETag = "\"x\"";
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        return reached.Task;
    }

    [Fact]
    public async Task Killed_at_every_boundary_nothing_is_lost_doubled_or_fetched_twice()
    {
        await KillWhen(_portal.Hold("/robots.txt"));
        await KillWhen(_portal.Hold("/zfxxgk/doc0005.html"));
        await KillWhen(_portal.Hold("/zfxxgk/files/doc0005.pdf"));
        await KillWhen(_portal.Hold("/zfxxgk/index_1.html"));
        var whole = await File.ReadAllBytesAsync(_folder.File("seed-calc.pdf"), TestContext.Current.CancellationToken);
        await KillWhen(HalfOf("/zfxxgk/files/seed-calc.pdf", whole));
        _portal.File("/zfxxgk/files/seed-calc.pdf", whole);
        foreach (var stage in (string[])["load", "compare", "coverage", "report"])
        {
            await KillAtStage(stage);
        }

        await RunToTheEnd();
        DemoPortal.Correct(_portal);
        await KillAtStage("load");
        Assert.Contains("100.00 → 130.50", await RunToTheEnd(), StringComparison.Ordinal);

        Assert.True(File.Exists(_folder.File("report/index.html")));
        using var database = Database.Open(Db);
        Assert.Equal((5, 5), (database.Number("SELECT count(*) FROM contents"), database.Number("SELECT count(*) FROM documents WHERE state = 'parsed'")));
        Assert.Equal((4, 5), (database.Number("SELECT count(*) FROM publications WHERE sha256 IS NOT NULL"), database.Number("SELECT count(*) FROM versions")));
        Assert.Equal(5, database.Number("SELECT count(*) FROM fetches"));
        Assert.Equal(0, database.Number("SELECT count(*) FROM documents d WHERE d.facts <> (SELECT count(*) FROM facts f JOIN tables t ON t.id = f.table_id WHERE t.document_id = d.id)"));

        // A whole body was sent once for each content, whatever happened in between.
        var sent = _portal.Log.Where(a => a.Path.EndsWith(".pdf", StringComparison.Ordinal) && a.Status == 200 && a.Finished).GroupBy(a => a.Path).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Equal(1, sent["/zfxxgk/files/doc0001.pdf"]);
        Assert.Equal(1, sent["/zfxxgk/files/doc0005.pdf"]);
        Assert.Equal(1, sent["/zfxxgk/files/seed-calc.pdf"]);
        Assert.Equal(2, sent["/zfxxgk/files/zz-corrected.pdf"]);
    }
}
