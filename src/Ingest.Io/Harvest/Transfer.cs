using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Ingest.Io.Portals;

namespace Ingest.Io.Harvest;

/// <summary>
/// The body of one answer, from the wire to where it goes, within its limits of size and time. A body that is cut, or has
/// another length than it states, is never taken as whole; what came of it is kept where the server offers ranges.
/// </summary>
internal sealed class Transfer(PoliteSettings settings, FetchRequest request, Uri url, HttpResponseMessage response, Body body, long from)
{
    public static Validators ValidatorsOf(HttpResponseMessage response) => new(
        First(response.Headers.NonValidated, "ETag"), First(response.Content.Headers.NonValidated, "Last-Modified"));

    /// <param name="cancel">Also ends it when the whole body takes too long.</param>
    public async Task<Exchange.Result> ReceiveAsync(CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        var content = response.Content.Headers;
        if (status == (int)HttpStatusCode.RequestedRangeNotSatisfiable || (status == (int)HttpStatusCode.PartialContent && !Fits()))
        {
            body.Discard();
            return Failed(FetchFailure.Failed, "the rest of a cut file does not fit to its beginning", transient: true);
        }

        var goesOn = status == (int)HttpStatusCode.PartialContent;
        var start = goesOn ? from : 0;
        var declared = content.ContentLength is { } length ? start + length : (long?)null;
        if (declared > request.MostBytes)
        {
            return TooLarge();
        }

        var packed = First(content.NonValidated, "Content-Encoding") is { } encoding && encoding.Contains("gzip", StringComparison.OrdinalIgnoreCase);
        var validators = ValidatorsOf(response);
        var ranges = !packed && !string.Equals(First(response.Headers.NonValidated, "Accept-Ranges"), "none", StringComparison.OrdinalIgnoreCase);
        long total;
        await using (var target = goesOn ? body.GoOn() : body.Begin(ranges ? validators.ForRange : null))
        {
            if (goesOn)
            {
                request.Counts.Resume();
            }

            total = await CopyAsync(target, packed, start, cancel).ConfigureAwait(false);
        }

        if (total < 0)
        {
            body.Discard();
            return TooLarge();
        }

        return !packed && declared is { } stated && stated != total
            ? Failed(FetchFailure.Failed, string.Create(CultureInfo.InvariantCulture, $"the answer has {total} bytes, {stated} were announced"), transient: true)
            : new Exchange.Result(new FetchAnswer(request.Url, url, status, FetchFailure.None, "")
            {
                Validators = validators,
                ContentType = First(content.NonValidated, "Content-Type") ?? "",
                ContentDisposition = First(content.NonValidated, "Content-Disposition") ?? "",
                Bytes = total,
                LengthKnown = declared is not null || response.Headers.TransferEncodingChunked == true,
            });
    }

    /// <returns>All bytes of the body, or -1 if there are too many.</returns>
    private async Task<long> CopyAsync(Stream target, bool packed, long start, CancellationToken cancel)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stall.CancelAfter(settings.StallTimeout);
        await using var wire = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        await using var source = packed ? new GZipStream(wire, CompressionMode.Decompress) : wire;
        var buffer = new byte[1 << 15];
        var total = start;
        var (since, before) = (Stopwatch.GetTimestamp(), total);
        while (true)
        {
            stall.CancelAfter(settings.StallTimeout);
            var read = await source.ReadAsync(buffer, stall.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return total;
            }

            request.Counts.Received(read);
            total += read;
            if (Stopwatch.GetElapsedTime(since) is var time && time >= settings.RateWindow)
            {
                if (total - before < settings.SlowestRate * time.TotalSeconds)
                {
                    throw new TooSlowException(string.Create(CultureInfo.InvariantCulture, $"the answer comes slower than {settings.SlowestRate} bytes a second"));
                }

                (since, before) = (Stopwatch.GetTimestamp(), total);
            }

            if (total > request.MostBytes)
            {
                return -1;
            }

            // Straight to the file: also what came before a kill can be gone on with.
            await target.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
        }
    }

    private bool Fits() => response.Content.Headers.ContentRange is { From: { } first } && first == from && from > 0
        && string.Equals(ValidatorsOf(response).ForRange ?? body.ResumeIf, body.ResumeIf, StringComparison.Ordinal);

    private Exchange.Result TooLarge() => Failed(
        FetchFailure.TooLarge, string.Create(CultureInfo.InvariantCulture, $"it is larger than {request.MostBytes} bytes"), transient: false);

    private Exchange.Result Failed(FetchFailure failure, string reason, bool transient) =>
        new(FetchAnswer.Failed(request.Url, url, failure, reason, (int)response.StatusCode), Transient: transient);

    private static string? First(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}

/// <summary>A server that trickles would hold a visit for ever.</summary>
internal sealed class TooSlowException(string message) : Exception(message);
