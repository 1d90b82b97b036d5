namespace Ingest.Core.Budget.Documents;

/// <summary>Which part of a government's money a table shows, by its title: that of the whole division, of its own level, or by its parts.</summary>
public static class GovernmentLevels
{
    public const string Whole = "whole", Own = "own", Parts = "parts";

    private static readonly string[] Owns = ["本级", "省级", "市级", "县级", "区级", "州级", "盟级", "旗级", "镇级"];
    private static readonly string[] OfParts = ["分地区", "分市", "分县", "分区", "各地", "各市", "各县", "各区", "各州", "各旗"];

    /// <returns>"" if the title does not say.</returns>
    public static string Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (HasAny(title, OfParts))
            return Parts;
        if (HasAny(title, Owns))
            return Own;
        return title.IndexOf('全', StringComparison.Ordinal) is var at and >= 0 && at + 1 < title.Length && "国省市县区州盟旗镇乡".Contains(title[at + 1], StringComparison.Ordinal) ? Whole : "";
    }

    private static bool HasAny(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal));
}
