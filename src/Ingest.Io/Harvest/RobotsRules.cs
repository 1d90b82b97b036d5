using System.Globalization;
using System.Text;

namespace Ingest.Io.Harvest;

/// <summary>
/// robots.txt by RFC 9309: the groups that name us, joined, else those for *; the longest pattern that matches decides,
/// Allow before Disallow; * is any text, $ the end. Crawl-delay, which the RFC does not know, is honoured too.
/// </summary>
public sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([], null);

    public static readonly RobotsRules DisallowAll = new([("/", false)], null);

    /// <summary>More than the RFC demands; what follows is not read.</summary>
    private const int MostCharacters = 512 * 1024;

    private readonly List<(string Pattern, bool Allow)> _rules;

    private RobotsRules(List<(string Pattern, bool Allow)> rules, TimeSpan? crawlDelay)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
    }

    public TimeSpan? CrawlDelay { get; }

    /// <param name="product">The word by which we are addressed.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var own = new Group();
        var others = new Group();
        Group[] current = [];
        var naming = false;
        foreach (var line in text[..Math.Min(text.Length, MostCharacters)].TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var parts = (comment < 0 ? line : line[..comment]).Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            switch (parts[0].ToLowerInvariant())
            {
                case "user-agent":
                    // Several names in a row open one group.
                    current = [.. naming ? current : [], .. Addressed(parts[1], product, own, others)];
                    naming = true;
                    break;
                case "allow" or "disallow":
                    naming = false;
                    Array.ForEach(current, g => g.Add(parts[1], parts[0].StartsWith('a') || parts[0].StartsWith('A')));
                    break;
                case "crawl-delay":
                    naming = false;
                    Array.ForEach(current, g => g.Delay(parts[1]));
                    break;
                default:
                    // Sitemap and the like end no group.
                    break;
            }
        }

        var chosen = own.Named ? own : others;
        return new RobotsRules(chosen.Rules, chosen.CrawlDelay);
    }

    public bool Allows(Uri url)
    {
        var path = Normal(url.PathAndQuery);
        if (string.Equals(path, "/robots.txt", StringComparison.Ordinal))
        {
            return true;
        }

        var (longest, allow) = (-1, true);
        foreach (var (pattern, permits) in _rules)
        {
            if (pattern.Length >= longest && Matches(pattern, path) && (pattern.Length > longest || permits))
            {
                (longest, allow) = (pattern.Length, permits);
            }
        }

        return allow;
    }

    private static Group[] Addressed(string name, string product, Group own, Group others)
    {
        if (string.Equals(name, "*", StringComparison.Ordinal))
        {
            return [others];
        }

        // A version behind the name does not matter.
        var word = new string([.. name.TakeWhile(c => char.IsAsciiLetter(c) || c is '_' or '-')]);
        if (!string.Equals(word, product, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        own.Named = true;
        return [own];
    }

    /// <summary>Greedy with one place to go back to: linear but for a factor of the pattern's length.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        int p = 0, s = 0, star = -1, from = 0;
        while (true)
        {
            if (p == end && (!anchored || s == path.Length))
            {
                return true;
            }

            if (p < end && pattern[p] == '*')
            {
                star = ++p;
                from = s;
            }
            else if (p < end && s < path.Length && pattern[p] == path[s])
            {
                p++;
                s++;
            }
            else if (star >= 0 && from < path.Length)
            {
                p = star;
                s = ++from;
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>%-escapes of plain characters are undone, other characters are escaped as UTF-8, hexadecimal digits are capitals.</summary>
    private static string Normal(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var b in Encoding.UTF8.GetBytes(path).AsSpan())
        {
            _ = b is > 0x20 and < 0x7F ? text.Append((char)b) : text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '%' && byte.TryParse(text.ToString(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                var plain = char.IsAsciiLetterOrDigit((char)code) || (char)code is '-' or '.' or '_' or '~';
                _ = plain
                    ? text.Remove(i, 3).Insert(i, (char)code)
                    : text.Remove(i, 3).Insert(i, string.Create(CultureInfo.InvariantCulture, $"%{code:X2}"));
            }
        }

        return text.ToString();
    }

    private sealed class Group
    {
        public List<(string, bool)> Rules { get; } = [];

        public bool Named { get; set; }

        public TimeSpan? CrawlDelay { get; private set; }

        /// <summary>An empty pattern says nothing.</summary>
        public void Add(string pattern, bool allow)
        {
            if (pattern.Length > 0)
            {
                Rules.Add((Normal(pattern), allow));
            }
        }

        public void Delay(string seconds)
        {
            if (double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e6)
            {
                CrawlDelay = TimeSpan.FromSeconds(Math.Max(value, CrawlDelay?.TotalSeconds ?? 0));
            }
        }
    }
}
