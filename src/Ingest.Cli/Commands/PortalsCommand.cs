using System.CommandLine;
using System.Globalization;
using Ingest.Core.Reports;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The portals that are known, and what one of them would yield.</summary>
internal static class PortalsCommand
{
    public static Command Create(Terminal terminal) => new ExampleCommand(
        "portals", "The portals that are known, and what one of them would yield.", "ingest portals list\ningest portals check ningbo")
    {
        List(terminal),
        Check(terminal),
    };

    private static ExampleCommand List(Terminal terminal)
    {
        var settings = new HarvestSettings();
        var json = new Option<bool>("--json") { Description = "The same as JSON." };
        var command = new ExampleCommand("list", "The portals of the bundled catalogue and of your own folder.", "ingest portals list --portals portals/") { settings.Portals, json };
        command.SetAction(parsed =>
        {
            var portals = HarvestSettings.Chosen(parsed.GetValue(settings.Portals), []);
            if (parsed.GetValue(json))
            {
                terminal.Write(null, output => StatusJson.Write(output, writer =>
                {
                    writer.WriteStartArray("portals"u8);
                    foreach (var portal in portals)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("name"u8, portal.Name);
                        writer.WriteString("title"u8, portal.Title);
                        writer.WriteString("region"u8, portal.Region);
                        writer.WriteString("archetype"u8, PortalKeys.Word(portal.Archetype));
                        writer.WriteString("start"u8, portal.Start[0].OriginalString);
                        writer.WriteBoolean("verified"u8, portal.Verified);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }));
            }
            else
            {
                terminal.WriteText(null, output =>
                {
                    foreach (var portal in portals)
                    {
                        output.WriteLine($"{portal.Name,-20} {portal.Region} {PortalKeys.Word(portal.Archetype),-10} {(portal.Verified ? "verified    " : "not verified")} {portal.Title}");
                    }
                });
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static ExampleCommand Check(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The portal." };
        var sample = new Option<int>("--sample") { Description = "How many files are shown.", HelpName = "N", DefaultValueFactory = _ => 3 };
        var settings = new HarvestSettings();
        var command = new ExampleCommand("check", "Visits the listings of a portal and shows what it would yield; fetches no file, stores nothing.", "ingest portals check ningbo --sample 3")
        { name, sample, settings.Portals, settings.Delay, settings.Contact };
        command.SetAction(parsed =>
        {
            var portal = HarvestSettings.Chosen(parsed.GetValue(settings.Portals), [parsed.GetRequiredValue(name)])[0];
            var manners = new PoliteSettings { Contact = parsed.GetRequiredValue(settings.Contact), Delay = parsed.GetValue(settings.Delay) is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
            using var http = new PoliteHttp(manners, new HostsInMemory(), TimeProvider.System);
            var end = ShowAsync(terminal, portal, http, parsed.GetValue(sample)).GetAwaiter().GetResult();
            return end.ListingPages == 0 || end.Entries == 0 ? ExitCodes.NothingFetched : end.Complete ? ExitCodes.Clean : ExitCodes.Incomplete;
        });
        return command;
    }

    private static async Task<CrawlEnd> ShowAsync(Terminal terminal, Portal portal, PoliteHttp http, int sample)
    {
        List<string> lines = [];
        var shown = 0;
        CrawlEnd? end = null;
        await foreach (var item in PortalCheck.Visit(portal, http, CoverageStore.Today(DateTimeOffset.UtcNow), terminal.Cancel))
        {
            switch (item)
            {
                case FoundAttachment file when shown++ < sample:
                    lines.Add($"{FileNames.Decide(file.LinkText, "", file.Url, []).Display}\n  of “{file.EntryTitle}” {file.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n  {file.Url.AbsoluteUri}");
                    break;
                case CrawlTrouble trouble:
                    lines.Add($"! {trouble.Where.AbsoluteUri}: {trouble.Reason}. {trouble.Meaning}");
                    break;
                case CrawlEnd last:
                    end = last;
                    break;
            }
        }

        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{portal.Name}: {Plural.Of(end!.Found, "file")} of {Plural.Of(end.Entries, "entry")}{(end.Told is { } told ? $" (the portal tells of {told:N0})" : "")} on {end.ListingPages:N0} listing and {end.DetailPages:N0} detail pages; {(end.Complete ? "seen to its end" : "NOT seen to its end")}"));
        terminal.WriteText(null, output => lines.ForEach(output.WriteLine));
        return end;
    }
}
