using System.Globalization;

namespace Ingest.Core.Reports;

/// <summary>Numbers of things as people say them: 1 file, 2 files, 1,024 entries.</summary>
public static class Plural
{
    public static string Of(long count, string one) => Of(count, one, Many(one));

    public static string Of(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    private static string Many(string one) => one switch
    {
        _ when one.EndsWith("ss", StringComparison.Ordinal) => one + "es",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => one[..^1] + "ies",
        _ => one + "s",
    };
}
