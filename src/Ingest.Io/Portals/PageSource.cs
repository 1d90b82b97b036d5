namespace Ingest.Io.Portals;

/// <summary>Gives the pages of a portal. Manners (delays, robots, retries, hosts of redirects) are its affair.</summary>
public interface IPageSource
{
    /// <summary>
    /// Fetches a page; never throws for what the network or the server does. A page that has not changed (304) is given
    /// with the bytes that were stored, as if it had been sent.
    /// </summary>
    Task<PageFetch> GetAsync(PageRequest request, CancellationToken cancel);
}

/// <summary>A page to get.</summary>
/// <param name="Post">The body to send, for lists that answer to POST only; null to ask with GET.</param>
/// <param name="Detail">A page below the listing: one that has not changed for long need not be asked for every night.</param>
public sealed record PageRequest(Uri Url, string? Post = null, bool Detail = false)
{
    /// <summary>What <see cref="Post"/> is: JSON where it looks like that, else the fields of a form.</summary>
    public string ContentType => Post is ['{' or '[', ..] ? "application/json" : "application/x-www-form-urlencoded";

    /// <summary>Equal for what gives the same page: the same address answers differently to other bodies.</summary>
    public string Key => Post is null ? Url.AbsoluteUri : $"{Url.AbsoluteUri}\n{Post}";
}

/// <summary>Why a page could not be had.</summary>
public enum FetchFailure
{
    None,

    /// <summary>robots.txt forbids the address.</summary>
    Robots,

    /// <summary>The address, or a redirect, leaves the allowed hosts.</summary>
    RefusedHost,

    /// <summary>404 or 410.</summary>
    Gone,

    /// <summary>401, 403, 412, 429 or a challenge: the server does not want us now.</summary>
    Refused,

    /// <summary>Larger than the portal's limit.</summary>
    TooLarge,

    /// <summary>The certificate does not verify.</summary>
    Certificate,

    /// <summary>No answer in time, also after retries.</summary>
    TimedOut,

    /// <summary>Anything else: no connection, 5xx, a truncated body.</summary>
    Failed,

    /// <summary>Not asked, because the host failed too often before.</summary>
    HostSuspended,
}

/// <summary>The answer to one request: a body, or the reason why there is none.</summary>
/// <param name="Url">As asked.</param>
/// <param name="FinalUrl">After redirects; relative links are resolved against it.</param>
/// <param name="Status">Of the last answer; null where none came.</param>
/// <param name="ContentType">The header, with its charset; "" if missing.</param>
/// <param name="Reason">For people; "" if there is a body.</param>
public sealed record PageFetch(Uri Url, Uri FinalUrl, int? Status, string ContentType, ReadOnlyMemory<byte> Bytes, FetchFailure Failure, string Reason)
{
    public bool HasBody => Failure == FetchFailure.None;

    public static PageFetch Of(Uri url, ReadOnlyMemory<byte> bytes, string contentType = "", Uri? finalUrl = null, int status = 200) =>
        new(url, finalUrl ?? url, status, contentType, bytes, FetchFailure.None, "");

    public static PageFetch Failed(Uri url, FetchFailure failure, string reason, int? status = null) =>
        new(url, url, status, "", default, failure, reason);
}
