using System.Diagnostics;
using Ingest.Tests.Harvest;

namespace Ingest.Benchmarks;

/// <summary>
/// Two nights against a portal that is served here: everything is new in the first; in the second a corrected document
/// appears under its old address. The program itself runs as an operator would run it.
/// </summary>
internal static class Demo
{
    /// <param name="program">ingest.dll.</param>
    /// <param name="documents">A folder of PDFs to publish.</param>
    /// <param name="output">Where database, store and reports go; emptied before.</param>
    public static async Task<int> RunAsync(string program, string documents, string output)
    {
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        await using var server = await TestPortal.StartAsync();
        DemoPortal.Publish(server, documents);
        DemoPortal.Describe(server, Path.Combine(output, "portals"));
        Console.WriteLine($"A portal is served at {server.Root}: a list in GBK over two pages, detail pages, {DemoPortal.Files(documents)} PDFs.\n");

        var first = Night(program, output, "First night: everything is new");
        DemoPortal.Correct(server);
        var second = Night(program, output, "Second night: one document was corrected under its old address");
        Console.WriteLine($"database  {Path.Combine(output, "ingest.sqlite")}\nreports   {Path.Combine(output, "runs")}\nto look   {Path.Combine(output, "report", "index.html")}");
        return first <= 1 ? second <= 1 ? 0 : second : first;
    }

    private static int Night(string program, string output, string title)
    {
        Console.WriteLine($"== {title}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
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
        process.WaitForExit();
        Console.WriteLine($"exit code {process.ExitCode}\n");
        return process.ExitCode;
    }
}
