using Ingest.Core.Model;

namespace Ingest.Core.Budget;

/// <summary>
/// Headers whose characters are those of two known headers, each in its order, but mixed (政府性一般公共预基算金预算): two columns
/// fell into one, and which of them a figure belongs to cannot be told.
/// </summary>
internal static class MixedHeaders
{
    private static readonly string[] Known =
    [
        "一般公共预算", "一般公共预算拨款", "一般公共预算财政拨款", "政府性基金预算", "政府性基金预算拨款", "政府性基金预算财政拨款", "国有资本经营预算", "国有资本经营预算拨款", "国有资本经营预算财政拨款",
        "财政专户管理资金", "单位资金", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", "基本支出", "项目支出", "人员经费", "公用经费",
        "上缴上级支出", "对附属单位补助支出", "事业单位经营支出", "上年结转", "小计", "合计",
    ];

    public static bool IsMixed(BudgetColumn column)
    {
        var leaf = column.Path.AsSpan(column.Path.LastIndexOf('/') + 1);
        foreach (var first in Known)
        {
            foreach (var second in Known)
            {
                // one behind the other is a header of two lines, and one word may hold the other
                if (first.Length + second.Length == leaf.Length && !IsPlain(leaf, first, second) && IsShuffle(leaf, first, second))
                    return true;
            }
        }
        return false;
    }

    private static bool IsPlain(ReadOnlySpan<char> text, string first, string second) =>
        (text.StartsWith(first) && text.EndsWith(second)) || (text.StartsWith(second) && text.EndsWith(first));

    /// <summary>Whether the text is made of all characters of both, each in its order.</summary>
    private static bool IsShuffle(ReadOnlySpan<char> text, string first, string second)
    {
        Span<bool> reach = stackalloc bool[second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
        {
            for (var j = 0; j <= second.Length; j++)
            {
                reach[j] = (i == 0 && j == 0) || (i > 0 && reach[j] && text[i + j - 1] == first[i - 1]) || (j > 0 && reach[j - 1] && text[i + j - 1] == second[j - 1]);
            }
        }
        return reach[second.Length];
    }
}
