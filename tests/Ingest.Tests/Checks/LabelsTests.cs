using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What the name of a row says of its place.</summary>
public class LabelsTests
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>Rows are numbered in four styles, each with marks of its own; what is read is the number and the bare name.</summary>
    [Fact]
    public void A_number_in_front_is_read_in_every_style()
    {
        for (var n = 1; n < 200; n++)
        {
            foreach (var (rank, shown) in Numbered(n))
            {
                Assert.Equal((rank, "公共安全"), Labels.Ordinal(shown + "公共安全"));
                Assert.Equal(n, Labels.Number(shown + "公共安全"));
            }
        }

        Assert.Equal((22, 31), (Labels.Number("廿二、其他"), Labels.Number("卅一、其他")));
        Assert.Equal((5, "其他"), Labels.Ordinal("①其他"));
        Assert.Equal((5, "其他"), Labels.Ordinal("⑳其他"));
        Assert.Equal(0, Labels.Number("①其他"));
    }

    /// <summary>Figures and numerals that begin a name, years and codes are no numbers of rows.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("一般公共服务")]
    [InlineData("三公经费")]
    [InlineData("2023年")]
    [InlineData("12")]
    [InlineData("十")]
    [InlineData("(一")]
    [InlineData("(一、其他")]
    [InlineData("一)其他")]
    [InlineData("(其他)")]
    [InlineData("、其他")]
    [InlineData("201039.其他")]
    [InlineData("⑴其他")]
    public void What_only_looks_like_a_number_is_part_of_the_name(string label)
    {
        Assert.Equal((0, label), Labels.Ordinal(label));
        Assert.Equal(0, Labels.Number(label));
    }

    [Fact]
    public void Of_five_figures_a_number_may_be_and_marks_behind_it_are_no_name()
    {
        Assert.Equal((3, "其他"), Labels.Ordinal("20103.其他"));
        Assert.Equal((1, "其他"), Labels.Ordinal("一、.其他"));
        Assert.Equal((1, ""), Labels.Ordinal("一、"));
    }

    [Theory]
    [InlineData("其中:(一)出国费", true, "(一)出国费")]
    [InlineData("其中：会议费", true, "会议费")]
    [InlineData("#会议费", true, "会议费")]
    [InlineData("会议费", false, "会议费")]
    [InlineData("会议费其中", false, "会议费其中")]
    public void A_row_may_say_that_it_is_contained_in_another(string label, bool part, string name)
    {
        Assert.Equal(part, Labels.IsPart(label));
        Assert.Equal(name, Labels.WithoutPart(label));
    }

    [Theory]
    [InlineData("总计", true, false)]
    [InlineData("收入总计", true, false)]
    [InlineData("总合计", true, true)]
    [InlineData("本年支出合计", false, true)]
    [InlineData("小计", false, true)]
    [InlineData("合计数", false, false)]
    [InlineData("总计划", false, false)]
    public void Totals_close_what_stands_above_them(string label, bool grand, bool sub) =>
        Assert.Equal((grand, sub), (Labels.IsGrandTotal(label), Labels.IsSubtotal(label)));

    /// <summary>In a table of codes the total has a running number in the place of a code, or neither number nor name.</summary>
    [Theory]
    [InlineData("合计", "1", true, true)]
    [InlineData("总计", "", true, true)]
    [InlineData("合计", "201", false, false)]
    [InlineData("支出合计", "1", false, false)]
    [InlineData("", "", false, true)]
    [InlineData("", "1", false, false)]
    [InlineData("会议费", "", false, false)]
    public void A_row_says_that_it_is_a_total(string label, string code, bool plain, bool coded)
    {
        Assert.Equal(plain, Labels.SaysTotal(Row(label, code), coded: false));
        Assert.Equal(coded, Labels.SaysTotal(Row(label, code), coded: true));
        Assert.True(Labels.SaysTotal(Row(label, code) with { IsTotal = true }, coded: false));
    }

    private static IEnumerable<(int Rank, string Shown)> Numbered(int n)
    {
        var chinese = Chinese(n);
        return [(1, chinese + "、"), (1, chinese + "."), (1, chinese + "："), (2, $"({chinese})"), (2, $"（{chinese}）"), (3, n + "."), (3, n + "、"), (3, n + "，"), (4, $"({n})")];
    }

    private static string Chinese(int n) =>
        (n >= 100 ? "一百" : "") + (n % 100 / 10) switch { 0 => n >= 100 && n % 10 > 0 ? "〇" : "", 1 when n < 100 => "十", var tens => Digits[tens - 1] + "十" }
        + (n % 10 == 0 ? "" : Digits[(n % 10) - 1]);

    private static BudgetRow Row(string label, string code) => new(0, 0, "", code, label, 0, IsTotal: false, IsLeaf: false);
}
