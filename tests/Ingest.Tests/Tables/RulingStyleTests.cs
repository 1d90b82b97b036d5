using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>The ways in which producers draw one and the same ruling.</summary>
public class RulingStyleTests
{
    private const string Ruled = """
        +--------+---------------------+
        | 项目   | 本年支出            |
        |        +----------+----------+
        |        | 基本支出 | 项目支出 |
        +--------+----------+----------+
        | 合计   |   123.45 |     6.00 |
        +--------+----------+----------+
        | 教育   |    23.45 |     1.00 |
        +--------+----------+----------+
        """;

    private const string RuledGrid = """
        项目 2x1 | 本年支出 1x2
        基本支出 | 项目支出
        合计 | 123.45 | 6.00
        教育 | 23.45 | 1.00
        """;

    private const string Lines = """
        =====================================================
                                     本年支出
         科目编码   科目名称      =======================
                                  基本支出     项目支出
        =====================================================
         201        一般公共服务    1,234.50         6.00
         20103      政府办公厅         34.50         6.00
         2010301    行政运行           34.50
        =====================================================
        """;

    private const string LinesGrid = """
        科目编码 2x1 | 科目名称 2x1 | 本年支出 1x2
        基本支出 | 项目支出
        201 | 一般公共服务 | 1,234.50 | 6.00
        20103 | 政府办公厅 | 34.50 | 6.00
        2010301 | 行政运行 | 34.50 |
        """;

    [Theory]
    [InlineData(11, 0.4)]
    [InlineData(11, 0.8)]
    [InlineData(9, 0.4)]
    [InlineData(8, 0)]
    [InlineData(11.8, 0.4)]
    public void An_unsteady_hand_and_type_of_another_size_give_the_same_grid(double size, double jitter)
    {
        for (var page = 1; page <= 5; page++)
        {
            Assert.Equal(RuledGrid, Shown.Of(AsciiPage.Draw(Ruled, page, size: size, jitter: jitter)));
            Assert.Equal(LinesGrid, Shown.Of(AsciiPage.Draw(Lines, page, size: size, jitter: jitter)));
        }
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(6, 3)]
    [InlineData(0.6, 1.2)]
    [InlineData(1, 3)]
    [InlineData(8, 6)]
    public void Dashes_and_dots_in_line_are_one_ruling(double on, double off)
    {
        Assert.Equal(RuledGrid, Shown.Of(AsciiPage.Draw(Ruled).Dashed(on, off)));
        Assert.Equal(LinesGrid, Shown.Of(AsciiPage.Draw(Lines).Dashed(on, off)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(3)]
    public void Double_lines_give_no_rows_and_columns_of_their_own(double apart)
    {
        Assert.Equal(RuledGrid, Shown.Of(AsciiPage.Draw(Ruled).Doubled(apart)));
        Assert.Equal(LinesGrid, Shown.Of(AsciiPage.Draw(Lines).Doubled(apart)));
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_second_frame_or_a_second_line_below_the_header_gives_none_either(double apart)
    {
        var ruled = AsciiPage.Draw(Ruled);
        double left = ruled.Rulings.Min(r => r.Start), right = ruled.Rulings.Where(r => !Strokes.IsVertical(r)).Max(r => r.End);
        double top = ruled.Rulings.Where(Strokes.IsVertical).Min(r => r.Start), bottom = ruled.Rulings.Where(Strokes.IsVertical).Max(r => r.End);

        Assert.Equal(RuledGrid, Shown.Of(ruled.Framed(left - apart, top - apart, right + apart, bottom + apart)));
        Assert.Equal(RuledGrid, Shown.Of(ruled.Doubled(apart, r => r.Position > top + 30 && r.Position < bottom - 30)));
        Assert.Equal(LinesGrid, Shown.Of(AsciiPage.Draw(Lines).Doubled(apart, r => r.Length > 200)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(-1.5)]
    public void Rulings_may_overshoot_or_stop_short_at_corners_and_crossings(double by)
    {
        Assert.Equal(RuledGrid, Shown.Of(AsciiPage.Draw(Ruled).Longer(by)));
        Assert.Equal(RuledGrid, Shown.Of(AsciiPage.Draw(Ruled).LongerParts(by)));
    }

    /// <summary>Further than rulings snap, in small type.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Beyond_the_last_crossing_is_no_column(double by) => Assert.Equal(RuledGrid, Shown.Of(AsciiPage.Draw(Ruled).Longer(by)));

    [Fact]
    public void An_outer_frame_alone_leaves_rows_and_columns_to_the_text()
    {
        Assert.Equal("""
            科目编码 | 科目名称 | 基本支出 | 项目支出
            201 | 一般公共服务 | 1,234.50 | 6.00
            20103 | 政府办公厅 | 34.50 | 6.00
            2010301 | 行政运行 | 34.50 |
            """, Shown.Of(AsciiPage.Draw("""
            +-----------------------------------------------------+
            | 科目编码   科目名称        基本支出     项目支出    |
            | 201        一般公共服务    1,234.50         6.00    |
            | 20103      政府办公厅         34.50         6.00    |
            | 2010301    行政运行           34.50                 |
            +-----------------------------------------------------+
            """)));
    }

    [Fact]
    public void A_frame_and_a_line_below_the_header_leave_the_columns_to_the_text()
    {
        Assert.Equal("""
            科目编码 | 科目名称 | 基本支出 | 项目支出
            201 | 一般公共服务 | 1,234.50 | 6.00
            20103 | 政府办公厅 | 34.50 | 6.00
            2010301 | 行政运行 | 34.50 |
            """, Shown.Of(AsciiPage.Draw("""
            +-----------------------------------------------------+
            | 科目编码   科目名称        基本支出     项目支出    |
            +-----------------------------------------------------+
            | 201        一般公共服务    1,234.50         6.00    |
            | 20103      政府办公厅         34.50         6.00    |
            | 2010301    行政运行           34.50                 |
            +-----------------------------------------------------+
            """)));
    }

    [Fact]
    public void A_border_around_the_whole_page_is_decoration()
    {
        var ruled = AsciiPage.Draw(Ruled);
        Assert.Equal(RuledGrid, Shown.Of(ruled.Framed(20, 20, ruled.Width - 20, 820)));
        Assert.Equal(RuledGrid, Shown.Of(ruled.Framed(20, 20, ruled.Width - 20, 820).Framed(23, 23, ruled.Width - 23, 817)));
        var lines = AsciiPage.Draw(Lines);
        Assert.Equal(LinesGrid, Shown.Of(lines.Framed(20, 20, lines.Width - 20, 820)));
    }

    [Fact]
    public void A_box_round_the_heading_and_lines_below_it_are_no_rows()
    {
        var found = TableFinder.Find([AsciiPage.Draw("""
            +------------------------------+
            |      部门支出总表            |
            +------------------------------+

            +--------+----------+----------+
            | 项目   | 基本支出 | 项目支出 |
            +--------+----------+----------+
            | 合计   |   123.45 |     6.00 |
            +--------+----------+----------+
            """)]);
        var table = Assert.Single(found.Tables);
        Assert.Equal("项目 | 基本支出 | 项目支出\n合计 | 123.45 | 6.00", Shown.Of(table));
        Assert.Equal("部门支出总表", table.Caption[^1].Text);

        found = TableFinder.Find([AsciiPage.Draw("""
                      部门支出总表
            --------------------------------

            +--------+----------+----------+
            | 项目   | 基本支出 | 项目支出 |
            +--------+----------+----------+
            | 合计   |   123.45 |     6.00 |
            +--------+----------+----------+
            """)]);
        table = Assert.Single(found.Tables);
        Assert.Equal("项目 | 基本支出 | 项目支出\n合计 | 123.45 | 6.00", Shown.Of(table));
        Assert.Equal("部门支出总表", table.Caption[^1].Text);
    }

    /// <summary>A ruling below every second row closes no table; below a table of three lines stands none of its rows.</summary>
    [Fact]
    public void Rows_below_the_last_ruling_between_groups_of_rows()
    {
        const string Grouped = """
            =====================================
             编码      名称              合计
            =====================================
             201       一般公共          9.50
             20103     政府办公          9.50
            =====================================
             205       教育支出          4.00
             20502     普通教育          4.00
            =====================================
             208       社会保障          1.50
             20805     养老支出          1.50
            """;

        Assert.EndsWith("205 | 教育支出 | 4.00\n20502 | 普通教育 | 4.00\n208 | 社会保障 | 1.50\n20805 | 养老支出 | 1.50", Shown.Of(AsciiPage.Draw(Grouped)), StringComparison.Ordinal);
        Assert.EndsWith("20805 | 养老支出 | 1.50", Shown.Of(AsciiPage.Draw(Grouped + "\n\n             注：208不含离休      0.50")), StringComparison.Ordinal);
        Assert.EndsWith("205 | 教育支出 | 4.00\n20502 | 普通教育 | 4.00", Shown.Of(AsciiPage.Draw("""
            =====================================
             编码      名称              合计
            =====================================
             201       一般公共          9.50
             20103     政府办公          9.50
             205       教育支出          4.00
             20502     普通教育          4.00
            =====================================
             制表      某某              3.20
            """)), StringComparison.Ordinal);

        // nor below a closing line that is doubled
        var doubled = AsciiPage.Draw(Grouped.Split("20502")[0] + "=====================================\n 制表      某某              3.20");
        var closing = doubled.Rulings.Where(r => r.Direction == RulingDirection.Horizontal).MaxBy(r => r.Position);
        Assert.EndsWith("205 | 教育支出 | 4.00", Shown.Of(doubled with { Rulings = [.. doubled.Rulings.Where(r => r.Position < 100 || r == closing), closing with { Position = closing.Position + 1.5 }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_below_the_head_and_above_the_foot_of_a_page_are_no_table()
    {
        var page = AsciiPage.Draw("""
            某某市教育局                 2024 年部门预算
            ---------------------------------------------

            一、部门基本情况。本部门共有下属单位 12 个，
            其中行政单位 3 个，事业单位 9 个。年末在职人
            员 340 人。

            ---------------------------------------------
                              — 4 —
            """);
        Assert.Empty(TableFinder.Find([page]).Tables);
    }

    [Fact]
    public void Fills_behind_every_other_row_need_no_rulings()
    {
        var page = AsciiPage.Draw("""
            科目编码   科目名称        基本支出     项目支出
            201        一般公共服务    1,234.50         6.00
            20103      政府办公厅         34.50         6.00
            2010301    行政运行           34.50
            2010302    管理事务                         5.00
            """);
        var right = page.Width - 50;
        var zebra = page with
        {
            Shades = [new Shade(new Box(55, 59, right, 72), 0.4f), new Shade(new Box(55, 84, right, 96), 0.9f), new Shade(new Box(55, 108, right, 120), 0.9f)],
        };
        Assert.Equal("""
            科目编码 | 科目名称 | 基本支出 | 项目支出
            201 | 一般公共服务 | 1,234.50 | 6.00
            20103 | 政府办公厅 | 34.50 | 6.00
            2010301 | 行政运行 | 34.50 |
            2010302 | 管理事务 |  | 5.00
            """, Shown.Of(zebra));
    }

    /// <summary>Dots stand in even steps along a line, as the ticks of an axis do, but are as thick as they are long.</summary>
    [Fact]
    public void Square_dots_are_no_ticks()
    {
        var page = AsciiPage.Draw(Ruled);
        var dots = page.Rulings.SelectMany(r => Enumerable.Range(0, (int)(r.Length / 3)).SelectMany(i => Dot(r.Direction, r.Position, r.Start + 3 * i)));
        Assert.Equal(RuledGrid, Shown.Of(page with { Rulings = [.. dots] }));

        static Ruling[] Dot(RulingDirection direction, double position, double from)
        {
            var (x, y) = direction == RulingDirection.Horizontal ? (from, position) : (position, from);
            return [new(RulingDirection.Horizontal, y, x, x + 1.5, 1.5f), new(RulingDirection.Vertical, x, y, y + 1.5, 1.5f)];
        }
    }
}
