namespace Ingest.Tests.Tables;

/// <summary>Few rows of a table, the last ones on a page of their own or the only ones below a header: too few to show its columns.</summary>
public class LastRowsTests
{
    private const string Coded = """
        ===========================================================
        科目              合计      基本支出    项目支出    占比
        ===========================================================
        210卫生         302.90        302.90        0.00    0.86
        ===========================================================
        212城乡         316.00        200.00      116.00    9.24
        ===========================================================
        213农林         716.00        600.00      116.00    8.24
        ===========================================================
        """;

    /// <summary>A code stands alone on the line of its figures, and is digits in the column of names; there the names of the page before begin with codes. Where they are words, a figure below them is of other columns.</summary>
    [Theory]
    [InlineData("210", "212", "213", "2210 | 726.90 | 726.90 |  | 2.07\n住房 |  |  |  |")]
    [InlineData("", "", "", "2210 | 726.90 | 726.90 | 2.07")]
    public void Codes_alone_on_the_line_of_their_figures_stand_in_the_column_of_names(string first, string second, string third, string expected) => Assert.EndsWith(expected, Shown.Of(
        AsciiPage.Draw(Coded.Replace("210", first, StringComparison.Ordinal).Replace("212", second, StringComparison.Ordinal).Replace("213", third, StringComparison.Ordinal)), AsciiPage.Draw($"""
        ===========================================================
        2210            726.90        726.90                2.07
        {(first.Length > 0 ? "住房" : "")}
        ===========================================================
        """, 2)), StringComparison.Ordinal);

    /// <summary>A column of dashes holds figures too.</summary>
    [Theory]
    [InlineData("—", "合计 | 19.00 | 9.00 |  | 4.00")]
    [InlineData("略", "合计 | 19.00 | 9.00 | 4.00")]
    public void A_figure_may_stand_below_dashes_and_not_below_words(string mark, string expected) => Assert.EndsWith(expected, Shown.Of(AsciiPage.Draw($"""
        =====================================================
        科目          合计       人员       公用      其他
        =====================================================
        教育          7.00       6.00       1.00       {mark}
        =====================================================
        卫生          8.00       6.00       2.00       {mark}
        =====================================================
        农林          9.00       6.00       3.00       {mark}
        =====================================================
        """), AsciiPage.Draw("""
        =====================================================
        合计         19.00       9.00                  4.00
        =====================================================
        """, 2)), StringComparison.Ordinal);

    /// <summary>A ruling between two columns tells no side: the rows of the second page begin further in.</summary>
    [Fact]
    public void Rulings_between_columns_alone_tell_no_side() => Assert.Single(Ingest.Core.Tables.TableFinder.Find([AsciiPage.Draw("""
        收入                金额      支出                      金额

        财政拨款收入        8.00      教育支出                  8.00

        其他收入            2.00      卫生支出                  1.00

        事业收入            1.00      住房保障支出              1.00

        上年结转            1.00      年末结转                  2.00
        """), AsciiPage.Draw("""
              总计   |     12.00      总计                     12.00
                     |
        """, 2)]).Tables);

    /// <summary>Figures side by side in the one row below a ruled header stand in its columns; words there are a note.</summary>
    [Theory]
    [InlineData("      8.00      2.00      6.00", "合计 | 购置费 | 运行费\n8.00 | 2.00 | 6.00")]
    [InlineData("    填表人    负责人      日期", "合计 | 购置费 | 运行费\n填表人负责人日期 1x3")]
    public void One_row_without_rulings_below_a_ruled_header_has_its_columns(string row, string expected) => Assert.Equal(expected, Shown.Of(AsciiPage.Draw($"""
        +----------+---------+---------+
        |   合计   | 购置费  | 运行费  |
        +----------+---------+---------+
        |{row} |
        +------------------------------+
        """)));

    /// <summary>Rows without figures end a page in the pitch of those above; what stands further below does not.</summary>
    [Theory]
    [InlineData("", "债务付息\n合计 | 9.00 | 9.00")]
    [InlineData("\n", "其他支出 | 1.00 | 1.00\n---\n合计 | 9.00 | 9.00")]
    public void Rows_without_figures_at_the_foot_of_a_page_belong_to_its_table(string gap, string expected) => Assert.EndsWith(expected, Shown.Of(AsciiPage.Draw($"""
        项目                  合计         拨款

        教育支出              7.00         7.00

        卫生支出              1.00         1.00

        其他支出              1.00         1.00
        {gap}
        债务付息
        """), AsciiPage.Draw("""
        合计                  9.00         9.00
        """, 2)).Replace(" |  | ", "", StringComparison.Ordinal).Replace(" |  |\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>A note in the pitch of the rows ends its table, and is of no header below it.</summary>
    [Theory]
    [InlineData("注：按万元计", "其他支出 | 1.00 | 1.00\n---\n项目 | 合计 | 拨款\n")]
    [InlineData("债务付息", "其他支出 | 1.00 | 1.00\n债务付息 |  |\n")]
    public void A_note_stands_between_two_tables(string line, string expected) => Assert.Contains(expected, Shown.Of(AsciiPage.Draw($"""
        项目                  合计         拨款

        教育支出              7.00         7.00

        其他支出              1.00         1.00

        {line}

        项目                  合计         拨款

        教育支出              9.00         9.00

        其他支出              2.00         2.00
        """)), StringComparison.Ordinal);

    /// <summary>The names stand in the middle of their column, which is that of the table.</summary>
    [Fact]
    public void A_name_in_the_middle_of_the_column_of_names_is_no_title() => Assert.Single(Ingest.Core.Tables.TableFinder.Find([AsciiPage.Draw("""
        ===============================================
        金额    收入         支出           金额   备注
        ===============================================
        8.00  财政拨款     教育支出         8.00
        ===============================================
        1.00    结转       卫生支出         1.00
        ===============================================

                         交通运输支出

        ===============================================

                          资源勘探支出

        ===============================================
        9.00    总计         总计           9.00
        ===============================================
        """)]).Tables);

    /// <summary>Six figures of the document write their thousands so, none of its tables as many; one without the space, or two certain ones in a cell, leave all as they are.</summary>
    [Theory]
    [InlineData("2 545.60", "12345.60")]
    [InlineData("8.00", "12 345.60")]
    [InlineData("2 545.60", "12 345.60", "12345.60")]
    [InlineData("2 545.60", "12 345.60", "7.00 8.00")]
    public void All_tables_of_a_document_tell_how_it_writes_thousands(string last, string expected, string other = "")
    {
        string[] pages = [Page("12 345.60", "5 345.60", ""), Page("2 345.60", "1 345.60", ""), Page("2 345.60", last, other)];
        Assert.StartsWith($"人员 | {expected} | 0.00", Shown.Of([.. pages.Select(static (page, i) => AsciiPage.Draw(page, i + 1))]), StringComparison.Ordinal);

        static string Page(string first, string second, string third) => $"""
            +-------+--------------+--------------+--------------+
            | 人员  | {first,12} |         0.00 | {third,12} |
            +-------+--------------+--------------+--------------+
            | 公用  |         0.00 | {second,12} |              |
            +-------+--------------+--------------+--------------+
            """;
    }
}
