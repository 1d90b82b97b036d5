using System.Globalization;

namespace Ingest.Io.Harvest;

/// <summary>Times as the database holds them: UTC, ISO 8601, whole seconds; texts in order of time are in order.</summary>
internal static class Times
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? time) => time is { } some ? Text(some) : null;

    public static DateTimeOffset? Parse(string? text) =>
        text is null ? null : DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
