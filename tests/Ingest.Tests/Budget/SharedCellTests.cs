using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Cells that a figure shares with the header above it or with the name beside it, because no ruling parts them.</summary>
public class SharedCellTests
{
    /// <summary>The same with lines (/) and gaps (two spaces) in the raw text.</summary>
    private static RawTable Drawn(string drawing, string caption, int headerRows) => DrawnTable.Of(drawing, caption) is var table
        ? table with { HeaderRows = headerRows, Cells = [.. table.Cells.Select(static c => c with { Text = c.Text.Replace("/", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal), Raw = c.Text.Replace('/', '\n') })] } : table;

    private static Parsed<System.Collections.Immutable.ImmutableArray<BudgetTable>> Typed(RawTable table) => DrawnTable.Type(table);

    /// <summary>The lowest cells all end with a figure, or the mark of none. The numbers of columns and years are of the header.</summary>
    [Theory]
    [InlineData("合计/39100 | 因公出国(境)费/700 | 公务接待费/—", "391000000.00 7000000.00")]
    [InlineData("合计/39100 | 因公出国(境)费/700 | 公务/接待费", "")]
    [InlineData("合计/1 | 因公出国(境)费/2 | 公务接待费/3", "")]
    [InlineData("合计/2024 | 因公出国(境)费/2024 | 公务接待费/2024", "")]
    public void Figures_that_end_all_cells_of_the_header_are_the_first_row(string header, string amounts)
    {
        var typed = Typed(Drawn(header, "“三公”经费支出表\n单位:万元", 1));
        Assert.Equal(amounts, string.Join(' ', FactMaker.Make(typed.Value).Value.Where(static f => f.Amount is not null).Select(static f => f.Amount!.Value.ToYuan())));
        Assert.Equal(header.Contains("39100", StringComparison.Ordinal) && amounts.Length == 0, typed.Anomalies.Any(static a => a.Code == AnomalyCodes.UnreadTable));
    }

    private const string Joined = "科目名称//教育支出 | 合计/9.00 | 基本支出/6.00 | 项目支出/3.00";

    /// <summary>The row below a header on both pages; where a column of figures does not show it, nothing is parted.</summary>
    [Theory]
    [InlineData(Joined, "科目名称//科学技术支出 | 合计/9.00 | 基本支出/6.00 | 项目支出/3.00", "教育支出 公共安全支出 科学技术支出")]
    [InlineData(Joined, "科学技术支出 | 9.00 | 6.00 | 3.00", "教育支出 公共安全支出 科学技术支出")]
    [InlineData("科目名称//教育支出 | 合计/9.00 | 基本支出 | 项目支出/3.00", "科学技术支出 | 9.00 | 6.00 | 3.00", "公共安全支出 科学技术支出")]
    [InlineData("科目名称 | 合计/1 | 基本支出/2 | 项目支出/3", "科学技术支出 | 9.00 | 6.00 | 3.00", "公共安全支出 科学技术支出")]
    public void The_first_row_below_a_header_is_parted_from_it_on_each_page(string header, string again, string labels)
    {
        var table = Assert.Single(Typed(Drawn($"""
            {header}
            公共安全支出 | 9.00 | 6.00 | 3.00
            {again}
            """, "支出总表\n单位:元", 1)).Value);
        Assert.Equal(labels, string.Join(' ', table.Rows.Select(static r => r.Label)));
        Assert.Equal(header == Joined, FactMaker.Make([table]).Value.All(static f => f.Placing == Placing.Sure && f.Amount is not null));
    }

    /// <summary>Other rows part the two columns; one of them alone may be an accident.</summary>
    [Theory]
    [InlineData("市级财政 | 4.00", 3)]
    [InlineData("市级财政 4.00{1,2}", 1)]
    public void A_name_and_a_figure_in_one_cell_are_parted_as_other_rows_are(string row, int figures) => Assert.Equal(figures, FactMaker.Make(Typed(Drawn($"""
        项目名称 | 某专项资金{"{1,2}"}
        项目资金情况(万元){"{3,1}"} | 中央财政 | 2.00
        {row}
        自筹(其他)  6.00{"{1,2}"}
        绩效指标 | 指标名称 | 指标值
        """, "项目支出绩效目标表", 0)).Value).Value.Count(static f => f.Amount is not null));

    [Theory]
    [InlineData("科目名称教育支出", Placing.Unsure)]
    [InlineData("科目名称", Placing.Sure)]
    public void A_name_that_begins_with_its_header_is_doubted(string name, Placing placing) => Assert.Equal(placing, DrawnTable.Facts($"""
        科目名称 | 合计 | 基本支出 | 项目支出
        公共安全支出 | 9.00 | 6.00 | 3.00
        {name} | 9.00 | 6.00 | 3.00
        """, "支出总表\n单位:元").Last().Placing);

    /// <summary>Where the header parts names and figures, each row of a half that is one cell is parted too, if figures stand behind gaps.</summary>
    [Theory]
    [InlineData("教育支出  9.00{1,2}", "支出总计  9.00{1,2}", 2)]
    [InlineData("教育支出  9{1,2}", "支出总计  9{1,2}", 2)]
    [InlineData("教育支出  9.00{1,2}", "支出总计 | 9.00", 1)]
    [InlineData("教育支出  9.00  8.00{1,2}", "支出总计  9.00{1,2}", 0)]
    public void Names_and_figures_in_one_cell_are_parted_where_their_headers_are(string first, string last, int figures)
    {
        var typed = Typed(Drawn($"""
            收入{"{1,2}"} | 支出{"{1,2}"}
            项目 | 本年预算 | 项目 | 本年预算
            财政拨款收入 | 9.00 | {first}
            上年结转 |  | 年终结转{"{1,2}"}
            收入总计 | 9.00 | {last}
            """, "收支总表\n单位:元", 2));
        var made = FactMaker.Make(typed.Value);
        Assert.Equal(figures, made.Value.Count(static f => f.Column.Path == "支出/本年预算" && f.Amount is { Fen: 900 }));
        Assert.Equal(figures < 2, made.Anomalies.Concat(typed.Anomalies).Any(static a => a.Code.Severity == Severity.Lost));
    }
}
