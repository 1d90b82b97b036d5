using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>What looks like a table and is none. Nothing of it is lost: its text stays in the lines of the page.</summary>
public class NoTableTests
{
    private static void IsNone(PageContent page, string kept)
    {
        var found = TableFinder.Find([page]);
        Assert.True(found.Tables.IsEmpty, string.Join("\n---\n", found.Tables.Select(Shown.Of)));
        Assert.Contains(found.Lines, l => l.Text.Contains(kept, StringComparison.Ordinal));
    }

    /// <summary>Level bars over the years, in a frame, with ticks at both axes and the figures in the bars.</summary>
    [Fact]
    public void A_chart_with_level_bars_is_none()
    {
        var page = AsciiPage.Draw("""

                     2001        30.5             49.0           20.4

                     2005          29.7             48.6         21.7

                     2010             28.7             46.3      25.0

                        0%  10%   20%   30%   40%   50%   60%   70%
            """);
        var rulings = new List<Ruling>();
        double left = 190, right = 460;
        for (var i = 0; i < 3; i++)
        {
            double top = 70 + 24 * i, bottom = top + 14;
            var cuts = new[] { left, 270 + 11 * i, 390 - 7 * i, right };
            foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
                AddBox(rulings, from, top, to, bottom);
        }
        AddBox(rulings, left, 60, right, 150);
        for (var x = left; x <= right + 1; x += (right - left) / 7)
            rulings.Add(new Ruling(RulingDirection.Vertical, x, 150, 153, 0.2f));
        IsNone(page with { Rulings = [.. rulings] }, "48.6");
        IsNone((page with { Rulings = [.. rulings] }).Framed(100, 55, 520, 170), "48.6");
    }

    [Fact]
    public void Contents_with_an_ellipsis_before_the_page_are_none() => IsNone(AsciiPage.Draw("""
        一、一般公共预算草案                          ……        1

        （一）2025年一般公共预算执行情况表

        1 2025年全市一般公共预算收入执行情况表        ……       12

        2 2025年全市各区一般公共预算收入执行情况表    ……       14

        3 2025年全市一般公共预算支出执行情况表        ……       15

        4 2025年全市各区一般公共预算支出执行情况表    ……       22
        """), "各区");

    [Fact]
    public void A_curve_between_axes_with_ticks_and_lines_of_a_grid_is_none()
    {
        var page = AsciiPage.Draw("""
            450
                             312
            300                           280
                    180
            150

              0
                 2019   2020   2021   2022   2023
            """);
        var rulings = new List<Ruling>();
        AddBox(rulings, 90, 60, 300, 150);
        foreach (var y in new[] { 66.0, 94, 122, 150 })
        {
            rulings.Add(new Ruling(RulingDirection.Horizontal, y, 86, 90, 0.5f));
            rulings.Add(new Ruling(RulingDirection.Horizontal, y, 90, 300, 0.3f));
        }
        for (var x = 111; x < 300; x += 42)
            rulings.Add(new Ruling(RulingDirection.Vertical, x, 150, 154, 0.5f));
        IsNone(page with { Rulings = [.. rulings] }, "2021");
    }

    [Fact]
    public void Standing_bars_on_lines_of_a_grid_are_none()
    {
        var page = AsciiPage.Draw("""
            600

            450      512
                               431
            300                          338

            150

              0
                    2021      2022      2023
            """);
        var rulings = Enumerable.Range(0, 5).Select(i => new Ruling(RulingDirection.Horizontal, 66 + 24 * i, 86, 320, 0.3f));
        IsNone(page with { Rulings = [.. rulings] }, "431");
    }

    [Fact]
    public void A_table_of_contents_with_dotted_leaders_is_none()
    {
        IsNone(AsciiPage.Draw("""
                             目  录

            第一部分  某某市教育局概况 .................. 1
              一、部门职责 .............................. 1
              二、机构设置 .............................. 3
            第二部分  2024 年部门预算表 ................. 4
              一、收支总表 .............................. 4
              二、收入总表 .............................. 5
              三、支出总表 .............................. 6
            第三部分  情况说明 .......................... 15
            """), "机构设置");
        IsNone(AsciiPage.Draw("""
            目录

            一、收支总表……………………………………… 4
            二、收入总表……………………………………… 5
            三、支出总表……………………………………… 6
            四、财政拨款收支总表………………………… 8
            """), "收入总表");
    }

    [Fact]
    public void A_letterhead_is_none()
    {
        IsNone(AsciiPage.Draw("""
                          某某市教育局文件

            某教发〔2024〕12 号              签发人：张三
            ------------------------------------------------

                     关于公开 2024 年部门预算的通知

            各区县教育局：
                根据《预算法》和《信息公开条例》的规定，
            现将我局 2024 年部门预算予以公开。

                                      某某市教育局
                                    2024 年 2 月 8 日

            ------------------------------------------------
            抄送：市财政局                2024 年 2 月 8 日印发
            ------------------------------------------------
            """), "关于公开");
    }

    [Fact]
    public void Fields_to_fill_in_over_lines_are_none()
    {
        IsNone(AsciiPage.Draw("""
            Name of the body    ------------------------------

            Address             ------------------------------

            Signed by           --------------   Date --------

            """), "Signed by");
    }

    [Fact]
    public void A_framed_paragraph_with_figures_is_none()
    {
        IsNone(AsciiPage.Draw("""
            +----------------------------------------------+
            | In 2006 the agency spent 12.5 of the budget, |
            | in 2007 it spent 14.8, and 3 of 50 states    |
            | reported no figures at all for the 2 years.  |
            +----------------------------------------------+
            """), "agency");
    }

    private static void AddBox(List<Ruling> rulings, double left, double top, double right, double bottom)
    {
        foreach (var y in (double[])[top, bottom])
            rulings.Add(new Ruling(RulingDirection.Horizontal, y, left, right, 0.5f));
        foreach (var x in (double[])[left, right])
            rulings.Add(new Ruling(RulingDirection.Vertical, x, top, bottom, 0.5f));
    }

    /// <summary>The sides of columns below a group, drawn from the line above the group as dots that stand out of it.</summary>
    [Fact]
    public void Strokes_in_line_with_the_sides_of_columns_are_no_ticks()
    {
        var page = AsciiPage.Draw("""
            +--------+------------------------------------------------------+
            |        |                      本年支出                        |
            | 项目   +----------+----------+----------+----------+----------+
            |        | 基本支出 | 项目支出 | 上年结转 | 其他支出 | 结余     |
            +--------+----------+----------+----------+----------+----------+
            | 合计   |   123.45 |     6.00 |     1.00 |     2.00 |     3.00 |
            +--------+----------+----------+----------+----------+----------+
            """);
        var top = page.Rulings.Where(Strokes.IsVertical).Min(static r => r.Start);
        var sides = page.Rulings.Where(r => Strokes.IsVertical(r) && r.Start > top + 5).ToArray();
        Assert.Equal(4, sides.Length);
        Assert.Equal("""
            项目 2x1 | 本年支出 1x5
            基本支出 | 项目支出 | 上年结转 | 其他支出 | 结余
            合计 | 123.45 | 6.00 | 1.00 | 2.00 | 3.00
            """, Shown.Of(page with { Rulings = [.. page.Rulings, .. sides.Select(r => r with { Start = top - 2, End = top + 2 })] }));
    }
}
