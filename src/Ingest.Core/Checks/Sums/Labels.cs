using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>What the name of a row says of its place in a sum.</summary>
internal static class Labels
{
    private const string Numerals = "一二三四五六七八九十百廿卅〇";

    /// <summary>其中: the row is contained in another one and no addend.</summary>
    public static bool IsPart(string label) => label.StartsWith("其中", StringComparison.Ordinal) || label.StartsWith("#", StringComparison.Ordinal);

    /// <summary>附:税务征收: the whole once more, otherwise divided.</summary>
    public static bool IsAppended(string label) => label.StartsWith("附:", StringComparison.Ordinal);

    /// <summary>其中:(一)出国费 → (一)出国费.</summary>
    public static string WithoutPart(string label) => label.TrimStart('其', '中', ':', '：', '#');

    /// <summary>Money of other years or set aside: such rows stand beside the numbered ones, not below them.</summary>
    public static bool IsCarryOver(string label) => label.Contains("结转", StringComparison.Ordinal) || label.Contains("结余", StringComparison.Ordinal)
        || label.Contains("弥补", StringComparison.Ordinal) || label.Contains("上缴上级", StringComparison.Ordinal) || label.Contains("附属单位", StringComparison.Ordinal)
        || label.Contains("上级补助", StringComparison.Ordinal) || label.Contains("资金余额", StringComparison.Ordinal);

    /// <summary>
    /// Rank of the ordinal in front: 1 for 一、 2 for (一) 3 for 1. 4 for (1) 5 for ①, 0 for none; and the name without it.
    /// </summary>
    public static (int Rank, string Name) Ordinal(string label)
    {
        if (label.Length == 0)
        {
            return (0, label);
        }

        var bracket = label[0] is '(' or '（';
        var i = bracket ? 1 : 0;
        var start = i;
        while (i < label.Length && Numerals.Contains(label[i], StringComparison.Ordinal))
        {
            i++;
        }

        var chinese = i > start;
        if (!chinese)
        {
            while (i < label.Length && char.IsAsciiDigit(label[i]))
            {
                i++;
            }
        }

        if (i == start)
        {
            return label[0] is >= '①' and <= '⑳' ? (5, label[1..]) : (0, label);
        }

        if (i >= label.Length)
        {
            return (0, label);
        }

        var closed = bracket ? label[i] is ')' or '）' : label[i] is '、' or '.' or '．' or ',' or '，' or ':' or '：';
        if (!closed || i - start > 5)
        {
            return (0, label);
        }

        var name = label[(i + 1)..].TrimStart('、', '.', '．');
        return ((chinese, bracket) switch { (true, false) => 1, (true, true) => 2, (false, false) => 3, _ => 4 }, name);
    }

    /// <summary>The number of 十二、, (三), 4. or 廿一、 in front; 0 if there is none.</summary>
    public static int Number(string label)
    {
        var (rank, name) = Ordinal(label);
        var number = 0;
        foreach (var c in rank is > 0 and < 5 ? label.AsSpan(0, label.Length - name.Length) : [])
        {
            number = c switch
            {
                >= '0' and <= '9' => (number * 10) + c - '0',
                '十' => (number / 100 * 100) + (Math.Max(1, number % 100) * 10),
                '廿' => 20,
                '卅' => 30,
                '百' => Math.Max(1, number) * 100,
                _ => Numerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and < 9 and var i ? number + i + 1 : number,
            };
        }

        return number;
    }

    /// <summary>收入总计, 支出总计, 总计: closes a side.</summary>
    public static bool IsGrandTotal(string label) => label.EndsWith("总计", StringComparison.Ordinal) || label is "总合计";

    /// <summary>本年收入合计, 合计, 小计: closes what stands above it.</summary>
    public static bool IsSubtotal(string label) =>
        label.EndsWith("合计", StringComparison.Ordinal) || label.EndsWith("小计", StringComparison.Ordinal);

    /// <summary>Whether a row says of itself that it is a total. In a table of codes a total may carry a running number, or no name at all.</summary>
    public static bool SaysTotal(BudgetRow row, bool coded) => row.IsTotal || (row.Code.Length == 0 && IsSubtotal(row.Label))
        || (row.Code.Length <= 1 && row.Label is "合计" or "总计") || (coded && row.Code.Length == 0 && row.Label.Length == 0);
}
