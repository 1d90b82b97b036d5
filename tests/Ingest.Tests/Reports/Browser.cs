using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.Tests.Reports;

/// <summary>A headless Chromium with one page, driven through the DevTools protocol (https://chromedevtools.github.io/devtools-protocol).</summary>
internal sealed class Browser : IDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly Lazy<string?> Working = new(() => Places.Where(File.Exists).FirstOrDefault(Answers));

    private readonly Process _process;
    private readonly TempFolder _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private Task _said = Task.CompletedTask;
    private string? _session;
    private int _last;

    private Browser(Process process, TempFolder profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>Where it is installed; null if it is not, or if what is there only asks for an installation.</summary>
    public static string? Path => Working.Value;

    private static bool Answers(string path)
    {
        using var asked = Process.Start(new ProcessStartInfo(path, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        asked.StandardOutput.ReadToEnd();
        asked.WaitForExit();
        return asked.ExitCode == 0;
    }

    /// <summary>What the page asked for: addresses.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors of the console and of scripts.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<Browser> Start()
    {
        var profile = new TempFolder();
        var start = new ProcessStartInfo(Path!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var flag in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-port=0", "--lang=en-US", "--user-data-dir=" + profile.Path, "about:blank"])
        {
            start.ArgumentList.Add(flag);
        }

        var browser = new Browser(Process.Start(start)!, profile);
        try
        {
            await browser.Attach();
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    private async Task Attach()
    {
        const string Listening = "DevTools listening on ";
        string? line;
        while ((line = await _process.StandardError.ReadLineAsync(_limit.Token)) is not null && !line.StartsWith(Listening, StringComparison.Ordinal))
        {
        }

        // What it goes on to say must not fill its pipes.
        _said = Task.WhenAll(_process.StandardError.ReadToEndAsync(), _process.StandardOutput.ReadToEndAsync());
        await _socket.ConnectAsync(new Uri(line![Listening.Length..]), _limit.Token);
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await Send("Target.attachToTarget", new JsonObject { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true });
        _session = attached["sessionId"]!.GetValue<string>();
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await Send(domain + ".enable", []);
        }
    }

    /// <summary>Opens a file from disk and waits until it is loaded.</summary>
    public async Task Open(string file, string fragment = "")
    {
        // A change of the fragment alone would load nothing.
        await Navigate("about:blank");
        await Navigate(new Uri(file).AbsoluteUri + fragment);
    }

    private async Task Navigate(string address)
    {
        await Send("Page.navigate", new JsonObject { ["url"] = address });
        await Receive(m => m["method"]?.GetValue<string>() == "Page.loadEventFired");
    }

    /// <summary>As on a screen so wide, and as somebody who likes it dark.</summary>
    public async Task Look(int width, bool dark)
    {
        await Send("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await Send("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });
    }

    /// <summary>The value of an expression, which may be a promise, as text.</summary>
    public async Task<string> Evaluate(string expression)
    {
        var answer = await Send("Runtime.evaluate", new JsonObject { ["expression"] = $"(async () => String(await ({expression})))()", ["awaitPromise"] = true });
        return answer["result"]!["value"]?.GetValue<string>() ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>Role and name of everything that a screen reader meets.</summary>
    public async Task<List<(string Role, string Name)>> Accessible()
    {
        var tree = await Send("Accessibility.getFullAXTree", []);
        return [.. tree["nodes"]!.AsArray().Where(n => !n!["ignored"]!.GetValue<bool>())
            .Select(n => (n!["role"]!["value"]!.GetValue<string>(), n["name"]?["value"]?.GetValue<string>() ?? ""))];
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters)
    {
        var id = ++_last;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, _limit.Token);
        var answer = await Receive(m => m["id"]?.GetValue<int>() == id);
        return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    private async Task<JsonNode> Receive(Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            var buffer = new ArrayBufferWriter<byte>();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.GetMemory(1 << 16), _limit.Token);
                buffer.Advance(part.Count);
            }
            while (!part.EndOfMessage);
            var message = JsonNode.Parse(buffer.WrittenSpan)!;
            Note(message);
            if (wanted(message))
            {
                return message;
            }
        }
    }

    private void Note(JsonNode message)
    {
        switch (message["method"]?.GetValue<string>())
        {
            case "Network.requestWillBeSent":
                Requests.Add(message["params"]!["request"]!["url"]!.GetValue<string>());
                break;
            case "Runtime.exceptionThrown":
            case "Log.entryAdded" when message["params"]!["entry"]!["level"]!.GetValue<string>() == "error":
                Errors.Add(message.ToJsonString());
                break;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _said.Wait();
        _process.Dispose();
        _limit.Dispose();
        _profile.Dispose();
    }
}
