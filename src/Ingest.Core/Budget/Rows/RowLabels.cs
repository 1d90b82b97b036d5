namespace Ingest.Core.Budget.Rows;

/// <summary>Reads the names of rows: ordinals in front of them, totals, level of an ordinal.</summary>
internal static class RowLabels
{
    private const string Numerals = "一二三四五六七八九十廿卅百零〇";

    /// <summary>合计, 总计, 本年收入合计, “三公”经费合计, 支出总计 …; never 小计, which belongs to a group.</summary>
    public static bool IsTotal(string label)
    {
        var name = WithoutOrdinal(label).Trim(":*");
        return name.EndsWith("合计", StringComparison.Ordinal) || name.EndsWith("总计", StringComparison.Ordinal) || name is "共计" or "合计数" or "总计数"
            || name.StartsWith("合计(", StringComparison.Ordinal) || name.StartsWith("总计(", StringComparison.Ordinal);
    }

    public static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    public static bool HasOrdinal(string label) => OrdinalLength(label, out _) > 0;

    public static ReadOnlySpan<char> WithoutOrdinal(string label) => label.AsSpan(OrdinalLength(label, out _));

    /// <summary>1 for 一、, 2 for (一), 3 for 1、, 4 for (1), 5 for ①; 0 for none.</summary>
    public static int OrdinalLevel(string label)
    {
        _ = OrdinalLength(label, out var level);
        return level;
    }

    private static int OrdinalLength(string label, out int level)
    {
        level = 0;
        if (label.Length < 2)
            return 0;
        if (label[0] is >= '①' and <= '⑳')
        {
            level = 5;
            return 1;
        }
        var bracket = label[0] is '(' or '（';
        var start = bracket ? 1 : 0;
        var end = start;
        while (end < label.Length && IsNumeral(label[end]))
            end++;
        var arabic = end == start;
        while (arabic && end < label.Length && char.IsAsciiDigit(label[end]))
            end++;
        if (end == start || end - start > 4 || end >= label.Length)
            return 0;
        var mark = label[end];
        if (bracket ? mark is not (')' or '）') : mark is not ('、' or '.' or '．' or ',' or '，'))
            return 0;
        // 1.5 is a figure
        if (!bracket && arabic && mark is '.' or ',' && end + 1 < label.Length && char.IsAsciiDigit(label[end + 1]))
            return 0;
        level = (bracket, arabic) switch { (false, false) => 1, (true, false) => 2, (false, true) => 3, _ => 4 };
        end++;
        if (bracket && end < label.Length && label[end] is '、' or '.')
            end++;
        return end;
    }
}
