namespace Ingest.Io.Harvest;

/// <summary>Manners and bounds of the requests. The defaults are meant for government portals at night.</summary>
public sealed record PoliteSettings
{
    /// <summary>The word that robots.txt files address us by.</summary>
    public const string Product = "Ingest";

    /// <summary>Where a webmaster can complain: an address of mail or a page.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Says who asks, and how to reach them.</summary>
    public string UserAgent => Contact.Length == 0
        ? $"{Product}/1.0 (collects published government budgets)"
        : $"{Product}/1.0 (collects published government budgets; +{Contact})";

    /// <summary>In place of the delay of every portal; null to keep theirs. robots.txt may ask for more.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The most by which a delay is lengthened at random, as a part of it.</summary>
    public double Jitter { get; init; } = 0.25;

    /// <summary>What a Crawl-delay may ask for; a host that wants more is asked at this pace.</summary>
    public TimeSpan LongestCrawlDelay { get; init; } = TimeSpan.FromMinutes(2);

    public int Retries { get; init; } = 3;

    /// <summary>Before the first retry; doubled for each further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A Retry-After up to this is waited for; a longer one suspends the host until then.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest time that a host is suspended for, whatever it asks.</summary>
    public TimeSpan LongestSuspension { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Requests in a row that failed after all their retries, before a host is left alone.</summary>
    public int FailuresToSuspend { get; init; } = 5;

    /// <summary>The first suspension; doubled each time that the host fails again after it.</summary>
    public TimeSpan Suspension { get; init; } = TimeSpan.FromMinutes(10);

    public int Redirects { get; init; } = 8;

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Without a single byte of the body.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes a second; a body that comes slower, over a whole <see cref="RateWindow"/>, is given up, and gone on with by the next try.</summary>
    public int SlowestRate { get; init; } = 1024;

    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one portal in a run; what is not had by then is left to the next one.</summary>
    public TimeSpan LongestVisit { get; init; } = TimeSpan.FromHours(4);

    /// <summary>For all portals of a run together.</summary>
    public TimeSpan LongestNight { get; init; } = TimeSpan.FromHours(10);

    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long robots.txt is taken as known.</summary>
    public TimeSpan RobotsAge { get; init; } = TimeSpan.FromHours(24);
}
