using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Harvest;

/// <summary>One request as the portal got it.</summary>
/// <param name="Finished">The client was still there at the end.</param>
internal sealed record Asked(string Path, string UserAgent, string IfNoneMatch, string Range, int Status, bool Finished);

/// <summary>
/// A portal served in process on loopback: pages in any encoding, files with validators and ranges, and every mischief of
/// real portals. Paths are with their query.
/// </summary>
internal sealed class TestPortal : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);

    private TestPortal(WebApplication server) => _server = server;

    public Uri Root { get; private set; } = null!;

    public ConcurrentQueue<Asked> Log { get; } = new();

    /// <summary>The paths asked for, robots.txt aside.</summary>
    public string[] Paths => [.. Log.Select(a => a.Path).Where(p => p != "/robots.txt")];

    /// <param name="badCertificate">Served over TLS with a certificate that nobody has signed.</param>
    public static async Task<TestPortal> StartAsync(bool badCertificate = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (badCertificate)
                {
                    listen.UseHttps(SelfSigned());
                }
            });
        });
        var server = builder.Build();
        var portal = new TestPortal(server);
        server.Run(portal.AnswerAsync);
        await server.StartAsync();
        portal.Root = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return portal;
    }

    public Uri At(string path) => new(Root, path);

    public void On(string path, RequestDelegate answer) => _pages[path] = answer;

    public void Status(string path, int status, params (string Name, string Value)[] headers) => On(path, context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    });

    public void Page(string path, string html, string charset = "utf-8")
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset) is { } encoding ? encoding.GetBytes(html) : Encoding.UTF8.GetBytes(html);
        File(path, bytes, contentType: "text/html; charset=" + charset);
    }

    /// <summary>A file with ETag, 304 and ranges, as good servers send it.</summary>
    public void File(string path, byte[] bytes, bool validators = true, string contentType = "application/pdf") => On(path, async context =>
    {
        var tag = '"' + Convert.ToHexStringLower(SHA256.HashData(bytes))[..16] + '"';
        var response = context.Response;
        if (validators)
        {
            response.Headers.ETag = tag;
            response.Headers.AcceptRanges = "bytes";
        }

        if (validators && context.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = 304;
            return;
        }

        var from = 0;
        if (validators && context.Request.Headers.Range.ToString() is { Length: > 0 } range && context.Request.Headers.IfRange == tag)
        {
            from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
            response.StatusCode = 206;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{bytes.Length - 1}/{bytes.Length}");
        }

        response.ContentType = contentType;
        response.ContentLength = bytes.Length - from;
        await response.Body.WriteAsync(bytes.AsMemory(from));
    });

    /// <summary>Bytes without any word on how many they are: only the end of the connection ends them.</summary>
    public void Bare(string path, Func<byte[]> bytes) => On(path, context =>
    {
        context.Response.Headers.TransferEncoding = "identity";
        return context.Response.Body.WriteAsync(bytes()).AsTask();
    });

    /// <summary>The first answers end after some bytes, whatever length they announced; then comes what was there before.</summary>
    public void CutOff(string path, int after, int times = 1)
    {
        var whole = _pages[path];
        var left = times;
        On(path, async context =>
        {
            if (Interlocked.Decrement(ref left) < 0)
            {
                await whole(context);
                return;
            }

            var kept = new MemoryStream();
            var wire = context.Response.Body;
            context.Response.Body = kept;
            await whole(context);
            context.Response.Body = wire;
            await wire.WriteAsync(kept.GetBuffer().AsMemory(0, after));

            // The server closes a connection whose answer came out too short.
        });
    }

    /// <summary>
    /// Keeps the next request for a path waiting for ever (until the client goes away).
    /// </summary>
    /// <returns>Ends when the request is there.</returns>
    public Task Hold(string path)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = _pages.GetValueOrDefault(path);
        On(path, async context =>
        {
            if (!reached.TrySetResult())
            {
                if (before is null)
                {
                    context.Response.StatusCode = 404;
                    return;
                }

                await before(context);
                return;
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        return reached.Task;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value + context.Request.QueryString.Value;
        try
        {
            if (_pages.TryGetValue(path, out var answer))
            {
                await answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        }
        finally
        {
            Log.Enqueue(new Asked(
                path, context.Request.Headers.UserAgent.ToString(), context.Request.Headers.IfNoneMatch.ToString(),
                context.Request.Headers.Range.ToString(), context.Response.StatusCode, !context.RequestAborted.IsCancellationRequested));
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
