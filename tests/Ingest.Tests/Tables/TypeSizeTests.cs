using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>What gaps and distances mean depends on the size of the type: years set apart from their word, lines of a header, rows in larger type than their figures.</summary>
public class TypeSizeTests
{
    /// <summary>One place of the drawing is 0.33 ems of 18 pt type, and 0.5 of 12 pt type.</summary>
    [Theory]
    [InlineData("2017 年完", "2018 年完", 18, "预算科目 | 2017年完成数 | 2018年完成数")]
    [InlineData("2017年完 ", "2018年完 ", 12, "预算科目 | 2017年完成数 | 2018年完成数")]
    [InlineData("2017 件完", "2018 件完", 18, "预算科目 | 2017件完 | 2018件完\n| 成数 | 成数")]
    [InlineData("3017 年完", "3018 年完", 18, "预算科目 | 3017年完 | 3018年完\n| 成数 | 成数")]
    public void A_year_set_apart_from_its_word_is_no_figure_of_a_row(string first, string second, double size, string header) => Assert.StartsWith(header + "\n", Shown.Of(AsciiPage.Draw($"""
        +------------+-----------+-----------+
        |            | {first} | {second} |
        |  预算科目  |           |           |
        |            |  成数     |  成数     |
        +------------+-----------+-----------+
        |  合计      |     19.00 |     22.00 |
        +------------+-----------+-----------+
        |  人大      |     12.00 |     15.00 |
        |            |           |           |
        |  政协      |      7.00 |      7.00 |
        +------------+-----------+-----------+
        """, size: size)) + "\n", StringComparison.Ordinal);

    [Theory]
    [InlineData("％", "完成预算%")]
    [InlineData("±%", "完成预算±%")]
    public void Signs_without_a_digit_are_the_last_line_of_a_header(string sign, string name) => Assert.Contains(name + "\n", Shown.Of(AsciiPage.Draw($"""
        ======================================
                     |           | 完成预算
          预算科目   |   决算数  |   {sign}
        ======================================
          合计       |     19.00 |     22.00
          人大       |     12.00 |     15.00
          政协       |      7.00 |      7.00
        ======================================
        """)), StringComparison.Ordinal);

    /// <summary>Rows 24 pt apart are 2.2 ems of their labels, but 2.7 of their figures.</summary>
    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void Rows_are_as_far_apart_for_labels_as_for_figures_in_smaller_type(double figures)
    {
        const string drawing = """
            +--------------------------+----------+
            | 项目                     |   预算数 |
            +--------------------------+----------+
            | 教育支出                 |    19.00 |
            |                          |          |
            | 科技支出                 |    12.00 |
            |                          |          |
            | 地方政府一般债务还本费   |          |
            |                          |          |
            | 转移性支出               |     7.00 |
            |                          |          |
            | 支出总计                 |    38.00 |
            +--------------------------+----------+
            """;
        PageContent labels = AsciiPage.Draw(drawing), amounts = AsciiPage.Draw(drawing, size: figures);
        var page = labels with { Glyphs = [.. labels.Glyphs.Where(static g => g.Box.Left < 220), .. amounts.Glyphs.Where(static g => g.Box.Left >= 220)] };
        Assert.Contains("\n地方政府一般债务还本费 |\n转移性支出 | 7.00\n", Shown.Of(page), StringComparison.Ordinal);
    }

    /// <summary>Lines 24 pt apart, where no figures tell how far apart rows are: 2.2 ems, and 2.7 of smaller type.</summary>
    [Theory]
    [InlineData(11, "地方政府一般债务还本支出转移性支出")]
    [InlineData(9, "转移性支出")]
    public void A_full_line_goes_on_below_unless_that_is_too_far(double size, string label) => Assert.Contains($"\n{label} | 7.00", Shown.Of(AsciiPage.Draw("""
        +--------------------------+----------+
        | 项目                     |   预算数 |
        +--------------------------+----------+
        | 教育支出                 |    19.00 |
        |                          |          |
        | 地方政府一般债务还本支出 |          |
        |                          |          |
        | 转移性支出               |     7.00 |
        |                          |          |
        | 其他支出                 |          |
        |                          |          |
        | 支出总计                 |    26.00 |
        +--------------------------+----------+
        """, size: size)), StringComparison.Ordinal);

    [Fact]
    public void Figures_between_the_words_of_a_cell_are_no_rows() => Assert.Equal("""
        项目 | 预算数 | 建设内容
        扩建 | 52.00 | 规划用地512亩,建筑面积77.50亩,其中地上77.30亩,附属用房。1.配套综合管线23千米,绿化、道路、围墙、购置设备等。
        改造 | 19.00 | 水表
        """, Shown.Of(AsciiPage.Draw("""
        +----------+----------+---------------------+
        | 项目     |   预算数 | 建设内容            |
        +----------+----------+---------------------+
        |          |          | 规划用地 512 亩，建 |
        |          |          | 筑面积 77.50 亩，其 |
        |          |          | 中地上 77.30 亩，   |
        | 扩建     |    52.00 | 附属用房。          |
        |          |          | 1.配套综合管线 23   |
        |          |          | 千米，绿化、道路、  |
        |          |          | 围墙、购置设备等。  |
        +----------+----------+---------------------+
        | 改造     |    19.00 | 水表                |
        +----------+----------+---------------------+
        """)));

    /// <summary>Two columns that no ruling parts, one ruled row for all: the next label stands one em behind the figure.</summary>
    [Fact]
    public void Figures_before_the_labels_of_the_next_column_are_rows() => Assert.EndsWith("""
        一、收入 | 149.50 | 一、支出 | 149.50
        (一)拨款 | 124.85 | (一)教育 | 100.00
        (二)基金 | 24.65 | (二)科技 | 49.50
        """, Shown.Of(AsciiPage.Draw("""
        +----------+----------------------------+
        | 项目     |    金额   项目        金额 |
        +----------+----------------------------+
        | 一、收入 |  149.50  一、支出  149.50  |
        | (一)拨款 |  124.85  (一)教育  100.00  |
        | (二)基金 |   24.65  (二)科技   49.50  |
        +----------+----------------------------+
        """)), StringComparison.Ordinal);

    /// <summary>The rest of a ruled row stands on the next page, and a text of the report below it.</summary>
    [Theory]
    [InlineData("本单位机关运行经费 24.60 万元，比上年减少 3.40 万元。\n其中车辆 17 辆，运行费 16.20 万元，购置费 0.00 万元。\n")]
    [InlineData("  二、科技支出        12.00    支持培训 24 次\n  三、文化支出         7.00    举办演出 16 场\n")]
    public void A_text_below_the_rest_of_a_row_is_no_part_of_its_table(string below)
    {
        var isText = below.StartsWith('本');
        var first = AsciiPage.Draw("""
            +------------------+----------+----------------------+
            | 项目             |   预算数 | 绩效目标             |
            +------------------+----------+----------------------+
            | 一、教育支出     |    19.00 | 保持收费站联网收费功 |
            +------------------+----------+----------------------+
            """, top: 700);
        var second = AsciiPage.Draw("""
            +------------------+----------+----------------------+
            |                  |          | 能，保障运营管理，方 |
            |                  |          | 便群众出行。         |
            +------------------+----------+----------------------+

            """ + below, number: 2);
        var texts = Ingest.Core.Tables.TableFinder.Find([first, second]).Tables.SelectMany(static t => t.Cells).Select(static c => c.Text).ToList();
        Assert.Equal(isText, !texts.Exists(static t => t.Contains("16", StringComparison.Ordinal)));
    }

    /// <summary>Names in type a quarter larger than that of the rows are their header, and a title alone on its line is none.</summary>
    [Theory]
    [InlineData("项目            合计     基本支出     项目支出", "项目 | 合计 | 基本支出 | 项目支出\n教育")]
    [InlineData("                  支出情况", "教")]
    public void Larger_type_above_the_rows_is_their_header_where_names_stand_side_by_side(string above, string start)
    {
        var rows = AsciiPage.Draw("""


            教育             12.00        10.00         2.00
            科技             22.00        20.00         2.00
            农业             32.00        30.00         2.00
            卫生             42.00        40.00         2.00
            """, size: 8.8);
        var header = AsciiPage.Draw(above);
        var page = rows with { Glyphs = [.. header.Glyphs, .. rows.Glyphs.Select(g => g with { Box = g.Box with { Top = g.Box.Top + 16, Bottom = g.Box.Bottom + 16 }, Baseline = g.Baseline + 16, Sequence = g.Sequence + 10_000 })] };
        Assert.StartsWith(start, Shown.Of(page), StringComparison.Ordinal);
    }
}
