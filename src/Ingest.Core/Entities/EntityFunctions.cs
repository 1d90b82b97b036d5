using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Documents;

namespace Ingest.Core.Entities;

/// <summary>What a department is for, the same over cities and years: 信访局, 信访办公室 and 人民来访接待中心 are all petitions.</summary>
/// <param name="Id">For data: petitions.</param>
/// <param name="Name">For people: 信访.</param>
public sealed record EntityFunction(string Id, string Name, ImmutableArray<FunctionWord> Words);

/// <summary>A word in the names of departments.</summary>
/// <param name="Since">The first year of such names; null where it is not bound to any.</param>
/// <param name="Weak">It tells the function only where no other word does.</param>
public sealed record FunctionWord(string Text, int? Since, int? Until, bool Weak);

/// <summary>The functions that are known, and which of them a name means.</summary>
public static class EntityFunctions
{
    public static ImmutableArray<EntityFunction> All { get; } = [.. EntityFunctionTable.Text.Split('\n').Select(Function)];

    private static readonly ImmutableArray<(string Word, string Id, bool Weak)> Words =
        [.. All.SelectMany(f => f.Words.Select(w => (w.Text, f.Id, w.Weak))).OrderByDescending(w => w.Text.Length)];

    /// <param name="name">As documents print it.</param>
    /// <param name="regionCode">Its division, whose name tells nothing: 公安县财政局 is finance.</param>
    /// <returns>The id; "" where no word is known.</returns>
    public static string Of(string name, string regionCode)
    {
        // 人民政府 would hold 民政, civil affairs.
        var key = EntityKeys.Of(name, regionCode).Replace("人民政府", "政府", StringComparison.Ordinal);
        return Longest(key, weak: false) is { Length: > 0 } id ? id : Longest(key, weak: true);
    }

    private static string Longest(string key, bool weak)
    {
        var (best, id, at) = (0, "", -1);
        foreach (var (word, function, _) in Words.Where(w => w.Weak == weak))
        {
            if (word.Length < best)
            {
                break;
            }

            // Of two words of one length the first names the department, the second a part or a duty of it.
            if (key.IndexOf(word, StringComparison.Ordinal) is >= 0 and var place && (word.Length > best || place < at))
            {
                (best, id, at) = (word.Length, function, place);
            }
        }

        return id;
    }

    public static bool IsKnown(string id) => All.Any(f => f.Id == id);

    private static EntityFunction Function(string line)
    {
        var parts = line.Split(' ');
        return new EntityFunction(parts[0], parts[1], [.. parts.Skip(2).Select(Word)]);
    }

    private static FunctionWord Word(string text)
    {
        var (word, years) = text.Split(':') is [var w, var y] ? (w, y.Split('-')) : (text, ["", ""]);
        return new FunctionWord(word.TrimStart('~'), Year(years[0]), Year(years[1]), word[0] == '~');
    }

    private static int? Year(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
