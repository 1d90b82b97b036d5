using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Which lines are heads and feet that pages repeat, so that no table without rulings takes them in.</summary>
public class RunningHeadTests
{
    /// <summary>What is left of each page: its texts, parted by bars.</summary>
    private static string[] Left(params PageContent[] pages)
    {
        var heads = RunningHeads.Of(pages);
        return [.. pages.Select(page => string.Join('|', heads.Without(page.Number, Sheet.Pieces([.. page.Glyphs], page.Rulings))
            .Select(p => string.Concat(page.Glyphs.Skip(p.Start).Take(p.Length).Select(static g => g.Text))).Where(static t => !string.IsNullOrWhiteSpace(t))))];
    }

    private static PageContent[] Pages(int count, Func<int, string> drawing, double top = 30) => [.. Enumerable.Range(1, count).Select(n => AsciiPage.Draw(drawing(n), n, top: top))];

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(3, 2, false)]
    [InlineData(6, 3, true)]
    [InlineData(7, 3, false)]
    public void Three_pages_have_a_head_and_half_of_all(int pages, int with, bool isHead) =>
        Assert.Equal(isHead ? "正文" : "某局预算|正文", Left(Pages(pages, n => (n <= with ? "某局预算" : "甲乙丙丁戊己庚"[n - 1] + "章") + "\n正文" + "甲乙丙丁戊己庚"[n - 1]))[0][..^1]);

    [Fact]
    public void A_head_on_more_than_half_of_the_pages_leaves_those_that_have_another_line() =>
        Assert.Equal(["正文", "正文", "正文", "附录|正文"], Left(Pages(4, static n => (n < 4 ? "某局预算" : "附录") + "\n正文")));

    /// <summary>Digits of a head count up; its words are the same, and stand as high, in one text.</summary>
    [Theory]
    [InlineData("第1页", "第2页", "第3页", "正文")]
    [InlineData("第 1 页", "第 12 页", "第 3 页", "正文")]
    [InlineData("第1页", "第1章", "第1节", "第1页|正文")]
    [InlineData("某局      预算", "某局      预算", "某局      预算", "某局|预算|正文")]
    [InlineData("某局   预算", "某局   预算", "某局   预算", "正文")]
    public void A_head_is_one_text_with_the_same_words(string first, string second, string third, string left) =>
        Assert.Equal(left, Left([AsciiPage.Draw(first + "\n正文", 1, top: 30), AsciiPage.Draw(second + "\n正文", 2, top: 30), AsciiPage.Draw(third + "\n正文", 3, top: 30)])[0]);

    [Theory]
    [InlineData(20, "")]
    [InlineData(79, "")]
    [InlineData(90, "某局预算")]
    [InlineData(734, "某局预算")]
    [InlineData(745, "")]
    [InlineData(810, "")]
    public void Heads_and_feet_stand_in_the_margins(double top, string left) => Assert.Equal(left, Left(Pages(4, static _ => "某局预算", top))[0]);

    [Theory]
    [InlineData(30, "正文")]
    [InlineData(770, "某局预算")]
    public void The_outermost_line_alone_is_one(double top, string left) => Assert.Equal(left, Left(Pages(4, static _ => "某局预算\n正文", top))[0]);

    [Fact]
    public void Where_pages_have_it_at_other_heights_it_is_none() => Assert.Equal("某局预算", Left([.. Enumerable.Range(1, 4).Select(static n => AsciiPage.Draw("某局预算", n, top: 10 * n))])[0]);

    /// <summary>Turned signs further out are no line; the order in which signs were drawn says nothing.</summary>
    [Fact]
    public void Turned_text_beyond_a_head_hides_it_not()
    {
        var pages = Pages(4, static _ => "某局预算\n正文");
        var turned = pages[0].Glyphs[0] with { Text = "密", Baseline = 12, Box = new Box(300, 2, 311, 13), Rotation = TextRotation.Clockwise };
        Assert.Equal("正文", Left([.. pages.Select(p => p with { Glyphs = [.. p.Glyphs.Skip(2), .. p.Glyphs.Take(2)] })])[1]);
        Assert.Equal("正文|密", Left([.. pages.Select(p => p with { Glyphs = [.. p.Glyphs, turned] })])[1]);
    }

    /// <summary>A ruling below the head alone: not as wide as another one, not met by one, and nothing between.</summary>
    [Theory]
    [InlineData("某局预算\n==============================\n正文", true)]
    [InlineData("某局预算\n==============================\n正文\n==========", true)]
    [InlineData("某局预算\n==============================\n正文\n==============================", false)]
    [InlineData("某局预算\n+----------------------------+\n|正文                        |\n+----------------------------+", false)]
    [InlineData("某局预算\n\n\n==============================\n正文", true)]
    [InlineData("某局预算\n\n表一\n==============================\n正文", false)]
    public void The_ruling_of_a_head_is_as_wide_as_no_other(string drawing, bool isOfHead)
    {
        var pages = Pages(3, _ => drawing);
        Assert.Equal(pages[0].Rulings.Length - (isOfHead ? 1 : 0), RunningHeads.Of(pages).Without(pages[0]).Length);
    }

    [Fact]
    public void The_ruling_of_a_foot_stands_above_it()
    {
        var pages = Pages(3, static n => "正文\n=========\n" + n, top: 770);
        Assert.Empty(RunningHeads.Of(pages).Without(pages[0]));
    }

    /// <summary>However far below the head, what many pages draw at one place is no part of the table that it touches on one of them, but where that ends with it at both sides.</summary>
    [Theory]
    [InlineData(4, -100, -20, true)]
    [InlineData(2, -100, -20, false)]
    [InlineData(4, -100, 20, true)]
    [InlineData(4, -7, 0, false)]
    [InlineData(4, -9, 0, true)]
    public void A_ruling_of_many_pages_may_touch_a_table(int pages, double from, double to, bool isOfHead)
    {
        var table = AsciiPage.Draw("""
            某局预算


                        +------+---------+
                        | 项目 |  金额   |
                        +------+---------+
                        | 合计 |    3.00 |
                        +------+---------+
            """, 1, top: 30);
        var (top, left, right) = table.Rulings.Where(static r => r.Direction == RulingDirection.Horizontal).Min(static r => (r.Position, r.Start, r.End));
        var ruling = new Ruling(RulingDirection.Horizontal, top - 0.5, left + from, to == 0 ? right : left + to, 0.5f);
        PageContent[] all = [table, .. Enumerable.Range(2, 5).Select(n => AsciiPage.Draw("某局预算\n\n\n\n正文", n, top: 30))];
        all = [.. all.Select((p, n) => n < pages ? p with { Rulings = p.Rulings.Add(ruling) } : p)];
        Assert.Equal(isOfHead, !RunningHeads.Of(all).Without(all[0]).Contains(ruling));
    }
}
