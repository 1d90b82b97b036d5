using System.Diagnostics;

namespace Ingest.Tests.Harvest;

/// <summary>
/// Two nights against a portal that is served here: everything is new in the first; in the second a corrected document
/// appears under its old address. The program itself runs as an operator would run it.
/// </summary>
internal static class Demo
{
    /// <param name="program">ingest.dll.</param>
    /// <param name="documents">A folder of PDFs to publish.</param>
    /// <param name="output">Where database, store and reports go; emptied before.</param>
    /// <param name="told">What happens, for people.</param>
    public static async Task<int> RunAsync(string program, string documents, string output, TextWriter told)
    {
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        await using var server = await TestPortal.StartAsync();
        DemoPortal.Publish(server, documents);
        DemoPortal.Describe(server, Path.Combine(output, "portals"));
        await told.WriteLineAsync($"A portal is served at {server.Root}: a list in GBK over two pages, detail pages, {DemoPortal.Files(documents)} PDFs.\n");

        var first = await NightAsync(program, output, told, "First night: everything is new");
        DemoPortal.Correct(server);
        var second = await NightAsync(program, output, told, "Second night: one document was corrected under its old address");
        await told.WriteLineAsync($"database  {Path.Combine(output, "ingest.sqlite")}\nreports   {Path.Combine(output, "runs")}\nto look   {Path.Combine(output, "report", "index.html")}");
        return first <= 1 ? second <= 1 ? 0 : second : first;
    }

    private static async Task<int> NightAsync(string program, string output, TextWriter told, string title)
    {
        await told.WriteLineAsync($"== {title}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            program, "run", "--source", DemoPortal.Name, "--portals", Path.Combine(output, "portals"), "--store", Path.Combine(output, "store"),
            "--db", Path.Combine(output, "ingest.sqlite"), "--reports", Path.Combine(output, "runs"),
            "--report", Path.Combine(output, "report"), "--delay", "0.05",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await told.WriteLineAsync($"{said[1]}{said[0]}exit code {process.ExitCode}\n");
        return process.ExitCode;
    }
}
