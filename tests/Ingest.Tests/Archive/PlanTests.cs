using System.Diagnostics;
using Ingest.Core;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Ingest.Tests.Archive;

/// <summary>A load in pieces: planned, done by processes that know nothing of each other, merged.</summary>
public sealed class PlanTests(FixtureDatabase fixtures) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string PlanFile => _folder.File("plan.txt");

    private string Folder => _folder.File("bundles");

    private string Db => _folder.File("merged.sqlite");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_planned_worked_and_merged_is_what_a_load_makes_to_the_byte()
    {
        Assert.Equal(0, CommandLine.Run("plan", Repository.Fixture("documents"), "--db", Db, "--out", PlanFile, "--pages", "60").Code);
        var units = Plan.Read(PlanFile).ToList();
        Assert.True(units.Count >= 3);
        Assert.All(units, u => Assert.Equal(0, CommandLine.Run("work", "--plan", PlanFile, "--unit", $"{u.Unit}", "--out", Folder).Code));
        Assert.False(File.Exists(Db));

        var merged = CommandLine.Run("merge", Folder, "--db", Db);

        Assert.Equal((0, true), (merged.Code, merged.Error.Contains("refused: 0; documents added: 14, known already: 0", StringComparison.Ordinal)));
        AssertEqualExports();
        using (var database = Database.OpenForReading(Db))
        {
            Assert.Equal("ok", FixtureDatabase.Rows(database, "PRAGMA integrity_check", out _)[0][0]);
            Assert.Empty(FixtureDatabase.Rows(database, "PRAGMA foreign_key_check", out _));
        }

        // Nothing is left to do, whoever asks.
        var again = CommandLine.Run("plan", Repository.Fixture("documents"), "--db", Db, "--out", PlanFile);
        Assert.Contains("units: 0,", again.Error, StringComparison.Ordinal);
        Assert.Contains("0 loaded (0 pages), 14 known already", CommandLine.Run("load", Repository.Fixture("documents"), "--db", Db).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_constraints_that_a_merge_does_not_look_up_hold_again_behind_it()
    {
        Copy("doc0005.pdf");
        CommandLine.Run("plan", _folder.File("in"), "--db", Db, "--out", PlanFile);
        CommandLine.Run("work", "--plan", PlanFile, "--unit", "1", "--out", Folder);
        using var database = Database.Open(Db);

        Assert.Equal(1, new Merger(database).Run(Folder, CancellationToken.None).Added);

        Assert.Throws<SqliteException>(() => database.Execute("UPDATE facts SET state = 'guessed'"));
        Assert.Throws<SqliteException>(() => database.Execute("UPDATE facts SET line = -1"));
    }

    [Fact]
    public void Whoever_is_killed_is_replaced_and_what_is_done_twice_counts_once()
    {
        Copy("doc0005.pdf", "doc0024.pdf", "years-2023-budget.pdf", "years-2023-final.pdf");
        CommandLine.Run("plan", _folder.File("in"), "--db", Db, "--out", PlanFile, "--pages", "12");
        var units = Plan.Read(PlanFile).ToList();
        var mark = Bundles.MarkOf(units[0], Folder);
        using (var killed = Start("work", "--plan", PlanFile, "--unit", "1", "--out", Folder))
        {
            Assert.True(SpinWait.SpinUntil(() => File.Exists(mark), TimeSpan.FromMinutes(2)));
            killed.Kill();
            killed.WaitForExit();
        }

        Assert.True(File.Exists(mark));
        Assert.Empty(Directory.GetFiles(Folder, Bundles.Pattern));
        Assert.Equal(UnitState.Lost, Bundles.StateOf(units[0], Folder, DateTime.UtcNow.AddHours(1)));

        using (var workers = Process.Start(new ProcessStartInfo("/bin/sh", ["-c",
            $"seq $(wc -l <'{PlanFile}') | xargs -P 2 -n 1 dotnet '{Program}' work --plan '{PlanFile}' --out '{Folder}' --unit"]) { RedirectStandardError = true })!)
        {
            var said = workers.StandardError.ReadToEnd();
            workers.WaitForExit();
            Assert.True(workers.ExitCode == 0, said);
        }

        Assert.Equal($"done {units.Count}, running 0, lost 0, waiting 0\n", CommandLine.Run("plan", "--status", "--out", PlanFile, "--bundles", Folder).Output);
        var twice = _folder.File("twice");
        CommandLine.Run("work", "--plan", PlanFile, "--unit", "2", "--out", twice);
        foreach (var bundle in Directory.GetFiles(twice, Bundles.Pattern))
        {
            File.Copy(bundle, Path.Combine(Folder, Path.GetFileName(bundle)), overwrite: true);
        }

        Assert.Equal(0, CommandLine.Run("merge", Folder, "--db", Db).Code);
        Assert.Contains("documents added: 0,", CommandLine.Run("merge", Folder, "--db", Db).Error, StringComparison.Ordinal);
        CommandLine.Run("load", _folder.File("in"), "--db", _folder.File("loaded.sqlite"), "--quiet");
        AssertEqualExports(_folder.File("loaded.sqlite"));
    }

    [Fact]
    public void Bundles_that_are_cut_changed_foreign_or_of_another_version_are_refused_by_name_and_the_others_merged()
    {
        for (var i = 0; i < 4; i++)
        {
            _folder.Write($"in/{i}.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", $"{i}"]])));
        }

        CommandLine.Run("plan", _folder.File("in"), "--db", Db, "--out", PlanFile, "--pages", "1");
        var units = Plan.Read(PlanFile).ToList();
        Assert.Equal(4, units.Count);
        Assert.All(units, u => CommandLine.Run("work", "--plan", PlanFile, "--unit", $"{u.Unit}", "--out", Folder));
        var (cut, changed, old) = (Of(0), Of(1), Of(2));
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..20000]);
        var bytes = File.ReadAllBytes(changed);
        bytes[^9]++;
        File.WriteAllBytes(changed, bytes);
        var older = old.Replace($"-p{DocumentParser.Version}-", $"-p{DocumentParser.Version - 1}-", StringComparison.Ordinal);
        File.Move(old, older);
        var foreign = _folder.Write("bundles/other.bundle", "SQLite format 3\0"u8.ToArray());

        var merged = CommandLine.Run("merge", Folder, "--db", Db);

        Assert.Equal(1, merged.Code);
        Assert.All(new[] { cut, changed, older, foreign }, f => Assert.Contains("refused " + f, merged.Error, StringComparison.Ordinal));
        Assert.Contains("bundles: 1, refused: 4; documents added: 1,", merged.Error, StringComparison.Ordinal);
        Assert.Equal(5, Directory.GetFiles(Folder, Bundles.Pattern).Length);

        // They are no results for who works, either: their units are done again.
        Assert.All(units, u => CommandLine.Run("work", "--plan", PlanFile, "--unit", $"{u.Unit}", "--out", Folder));
        Assert.Contains("documents added: 3, known already: 1", CommandLine.Run("merge", Folder, "--db", Db).Error, StringComparison.Ordinal);

        string Of(int unit) => Bundles.Of(units[unit], Folder).Single();
    }

    [Fact]
    public void Each_content_is_listed_once_with_all_its_names_and_units_are_about_equal()
    {
        for (var i = 0; i < 40; i++)
        {
            _folder.Write($"in/{i:00}.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", $"{i}"]])));
        }

        File.Copy(_folder.File("in/07.pdf"), _folder.File("in/copy.pdf"));
        _folder.Write("in/more.zip", ZipFiles.Of([("z.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", "z"]])))]));
        CommandLine.Run("plan", _folder.File("in"), "--db", Db, "--out", PlanFile, "--pages", "8");

        var units = Plan.Read(PlanFile).ToList();
        var items = units.SelectMany(u => u.Items).ToList();
        Assert.Equal(41, items.Count);
        Assert.Equal(41, items.DistinctBy(i => i.Sha256).Count());
        Assert.Equal(["07.pdf", "copy.pdf"], Assert.Single(items, i => i.Paths.Count > 1).Paths.Select(p => Path.GetFileName(p)));
        Assert.Equal(PlanKind.Archive, items[^1].Kind);
        Assert.All(units, u => Assert.InRange(u.Pages, 6, 9));
        Assert.Equal(units.Count, File.ReadAllText(PlanFile).Count(c => c == '\n'));
        Assert.Equal(units.Count, units.DistinctBy(u => u.Key).Count());
    }

    [Theory]
    [InlineData("work --unit 1 --array-task", 2)]
    [InlineData("work", 2)]
    [InlineData("plan", 2)]
    [InlineData("plan x.pdf --status", 2)]
    [InlineData("plan --status --out none.txt", 3)]
    [InlineData("merge none", 2)]
    public void What_cannot_be_is_said(string line, int code) => Assert.Equal(code, CommandLine.Run(line.Split(' ')).Code);

    [Fact]
    public void The_script_for_Slurm_requeues_takes_one_core_and_merges_behind_the_units()
    {
        _folder.Write("in/a.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", "1"]])));
        CommandLine.Run("plan", _folder.File("in"), "--db", Db, "--out", PlanFile);

        var script = CommandLine.Run("plan", "--slurm", "--out", PlanFile, "--bundles", Folder, "--db", Db).Output;

        foreach (var part in (string[])["--array=1-1\n", "--requeue", "--cpus-per-task=1", "--mem=", "work --plan '" + PlanFile + "' --array-task", "afterany:$units", "merge '" + Folder + "' --db '" + Db + "'"])
        {
            Assert.Contains(part, script, StringComparison.Ordinal);
        }
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "ingest.dll");

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardError = true })!;

    private void Copy(params string[] names)
    {
        Directory.CreateDirectory(_folder.File("in"));
        foreach (var name in names)
        {
            File.Copy(Repository.Fixture("documents/" + name), _folder.File("in/" + name));
        }
    }

    private void AssertEqualExports(string? loaded = null)
    {
        foreach (var what in (string[])["facts", "cells", "tables", "anomalies", "checks", "coverage", "narrative", "indicators"])
        {
            var expected = CommandLine.Run("export", what, "--db", loaded ?? fixtures.Path, "--format", "csv").Output;
            Assert.Equal(expected, CommandLine.Run("export", what, "--db", Db, "--format", "csv").Output);
        }
    }
}
