using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using Ingest.Io.Portals;

namespace Ingest.Io.Harvest;

/// <summary>One request and its answer; knows HTTP, and nothing of manners.</summary>
internal sealed class Exchange : IDisposable
{
    public const string TimeIsUp = "the time of this visit is used up";

    private readonly PoliteSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _verifying;
    private readonly Lazy<HttpMessageInvoker> _trusting;

    public Exchange(PoliteSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _clock = clock;
        _verifying = Client(verify: true);
        _trusting = new Lazy<HttpMessageInvoker>(() => Client(verify: false));
    }

    /// <param name="Redirect">Where the server sends us; then there is no answer.</param>
    /// <param name="KeepsPost">It wants the body there once more (307, 308).</param>
    /// <param name="Transient">Another try might go better.</param>
    /// <param name="RetryAfter">How long the server wants to be left alone.</param>
    internal sealed record Result(FetchAnswer? Answer, Uri? Redirect = null, bool Transient = false, TimeSpan? RetryAfter = null, bool KeepsPost = false);

    public async Task<Result> SendAsync(FetchRequest request, Uri url, Body body, CancellationToken cancel)
    {
        var left = request.Deadline - _clock.GetUtcNow() ?? TimeSpan.MaxValue;
        if (left <= TimeSpan.Zero)
        {
            return new Result(FetchAnswer.Failed(request.Url, url, FetchFailure.TimedOut, TimeIsUp));
        }

        request.Counts.Request();
        var from = body.Have;
        using var message = Message(request, url, body, from);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_settings.HeadersTimeout);
        try
        {
            var client = request.VerifyTls ? _verifying : _trusting.Value;
            using var response = await client.SendAsync(message, limit.Token).ConfigureAwait(false);
            limit.CancelAfter(left < _settings.BodyTimeout ? left : _settings.BodyTimeout);
            return Refused(request, url, response) ?? await new Transfer(_settings, request, url, response, body, from).ReceiveAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Try(FetchFailure.TimedOut, "no answer in time");
        }
        catch (TooSlowException e)
        {
            return Try(FetchFailure.TimedOut, e.Message);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException inner)
        {
            return new Result(FetchAnswer.Failed(request.Url, url, FetchFailure.Certificate, $"the certificate does not verify: {inner.Message}"));
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or InvalidDataException)
        {
            return Try(FetchFailure.Failed, e is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } ? "the answer was cut off" : e.Message);
        }

        Result Try(FetchFailure failure, string reason) => new(FetchAnswer.Failed(request.Url, url, failure, reason), Transient: true);
    }

    private HttpRequestMessage Message(FetchRequest request, Uri url, Body body, long from)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        message.Headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", request.Compressed ? "gzip" : "identity");
        if (request.Post is { } post)
        {
            message.Method = HttpMethod.Post;
            message.Content = new StringContent(post, Encoding.UTF8, request.ContentType);
            return message;
        }

        if (from > 0)
        {
            message.Headers.Range = new RangeHeaderValue(from, null);
            message.Headers.TryAddWithoutValidation("If-Range", body.ResumeIf);
            return message;
        }

        if (request.Known.ETag is { } tag)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (request.Known.LastModified is { } date)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return message;
    }

    /// <summary>The answers that have no body for us; null if it has one.</summary>
    private Result? Refused(FetchRequest request, Uri url, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        Result Failed(FetchFailure failure, bool transient = false) => new(
            FetchAnswer.Failed(request.Url, url, failure, string.Create(CultureInfo.InvariantCulture, $"the server answers {status} {response.ReasonPhrase}").TrimEnd(), status),
            null, transient, transient ? RetryAfter(response) : null);

        switch (status)
        {
            case 200 or 206:
                return null;
            case 304:
                request.Counts.Unchanged();
                return new Result(new FetchAnswer(request.Url, url, status, FetchFailure.None, "")
                {
                    NotModified = true,
                    Validators = Transfer.ValidatorsOf(response),
                });
            case 301 or 302 or 303 or 307 or 308 when response.Headers.Location is { } location:
                return Target(url, location) is { } target ? new Result(null, target, KeepsPost: status is 307 or 308) : Failed(FetchFailure.RefusedHost);
            case 404 or 410:
                return Failed(FetchFailure.Gone);
            case 416:
                return null;
            case 429:
                request.Counts.TooMany();
                return Failed(FetchFailure.Refused, transient: true);
            case 408 or 425 or >= 500:
                return Failed(FetchFailure.Failed, transient: true);
            case >= 400:
                return Failed(FetchFailure.Refused);
            default:
                return Failed(FetchFailure.Failed);
        }
    }

    /// <summary>A Location may hold raw UTF-8 bytes, which arrive as Latin-1.</summary>
    private static Uri? Target(Uri url, Uri location) =>
        Uri.TryCreate(url, Utf8(location.OriginalString), out var target) && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
            ? new UriBuilder(target) { Fragment = "" }.Uri
            : null;

    private static string Utf8(string text)
    {
        if (text.All(char.IsAscii) || text.Any(c => c > 0xFF))
        {
            return text;
        }

        var bytes = Encoding.Latin1.GetBytes(text);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : string.Concat(bytes.Select(b =>
            b < 0x80 ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } time && time < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private HttpMessageInvoker Client(bool verify)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = _settings.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        };
        if (!verify)
        {
            handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        }

        return new HttpMessageInvoker(handler);
    }

    public void Dispose()
    {
        _verifying.Dispose();
        if (_trusting.IsValueCreated)
        {
            _trusting.Value.Dispose();
        }
    }
}
