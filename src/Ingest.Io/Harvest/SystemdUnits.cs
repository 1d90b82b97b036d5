using System.Globalization;

namespace Ingest.Io.Harvest;

/// <summary>A service and a timer for machines that have systemd: the same times, and a missed run is made up for too.</summary>
public static class SystemdUnits
{
    /// <param name="cron">Five fields, numbers or * only: the two notations differ in the rest.</param>
    /// <param name="program">How this program is called, and after it the arguments of <c>ingest run</c>.</param>
    /// <param name="user">Who runs it.</param>
    /// <param name="folder">Where it runs.</param>
    public static bool TryOf(string cron, string zone, IEnumerable<string> program, string user, string folder, out string units)
    {
        units = "";
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5 || !fields.All(f => f == "*" || (f.Length <= 2 && f.All(char.IsAsciiDigit))) || Day(fields[4]) is not { } day)
        {
            return false;
        }

        var when = $"{day}*-{Two(fields[3])}-{Two(fields[2])} {Two(fields[1])}:{Two(fields[0])}:00 {zone}";
        units = $"""
            # /etc/systemd/system/ingest.service
            [Unit]
            Description=Harvest and check published budgets
            Wants=network-online.target
            After=network-online.target

            [Service]
            Type=oneshot
            User={user}
            WorkingDirectory={folder.Replace("%", "%%", StringComparison.Ordinal)}
            ExecStart={string.Join(' ', program.Select(Quoted))}
            # 1: finished, but some documents or listings were not read whole; the run report tells which. 4 and 5 count as failures.
            SuccessExitStatus=1

            # /etc/systemd/system/ingest.timer
            [Unit]
            Description=Every night

            [Timer]
            OnCalendar={when}
            Persistent=true

            [Install]
            WantedBy=timers.target

            """;
        return true;
    }

    /// <summary>systemd fills in % and $, and reads \ and quotes as a shell does.</summary>
    private static string Quoted(string argument)
    {
        var text = argument.Replace("%", "%%", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal);
        return text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || "-_./:@%$,=+".Contains(c, StringComparison.Ordinal)) ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string Two(string field) => field == "*" ? field : int.Parse(field, CultureInfo.InvariantCulture).ToString("00", CultureInfo.InvariantCulture);

    private static string? Day(string field)
    {
        string[] names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        return field == "*" ? "" : int.Parse(field, CultureInfo.InvariantCulture) is var n && n < names.Length ? names[n] + " " : null;
    }
}
