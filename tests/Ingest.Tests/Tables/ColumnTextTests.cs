namespace Ingest.Tests.Tables;

/// <summary>How wide gaps are, and how many lines have them, where texts without rulings stand in columns.</summary>
public class ColumnTextTests
{
    private static string Moved(string drawing, double by)
    {
        // the third column of three, moved towards the second
        var page = AsciiPage.Draw(drawing, size: 12);
        var border = page.Glyphs.Where(static g => g.Text == "乙").Min(static g => g.Box.Left);
        return Shown.Of(page with { Glyphs = [.. page.Glyphs.Select(g => g.Box.Left < border - 1 ? g : g with { Box = new(g.Box.Left - by, g.Box.Top, g.Box.Right - by, g.Box.Bottom) })] });
    }

    /// <summary>Between words of two columns stands an em at least, whatever rows there are.</summary>
    [Theory]
    [InlineData(0, "项目 | 甲甲 | 乙乙 | 金额")]
    [InlineData(9, "项目 | 甲甲 | 乙乙 | 金额")]
    [InlineData(24, "项目 | 甲甲乙乙 | 金额")]
    public void Words_side_by_side_are_columns_where_a_gap_parts_them(double by, string header) => Assert.Equal(header, Moved("""
        项目         甲甲    乙乙        金额

        统计         春春    乙夏       12.50

        普查         秋秋    乙冬       10.00

        调查         东东    乙西        2.50
        """, by).Split('\n')[0]);

    /// <summary>续表 with or without brackets, and a unit, are said of the whole table.</summary>
    [Theory]
    [InlineData("续表")]
    [InlineData("（续表 2）")]
    [InlineData("单位：万元")]
    [InlineData("金额单位:元")]
    public void A_word_of_the_whole_table_is_no_header(string line) => Assert.Equal("项目 | 预算数 | 执行数", Shown.Of(AsciiPage.Draw($"""
                           {line}
        项目              预算数    执行数
        公共服务          533.00    433.00
        社会保障          433.00    333.00
        农林水            233.00    133.00
        """)).Split('\n')[0]);
}
