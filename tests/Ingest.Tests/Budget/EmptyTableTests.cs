using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Tables that are published though there is nothing to tell.</summary>
public class EmptyTableTests
{
    /// <summary>无 or a dash in the place of the first name says that there are no rows: the column is that of names all the same.</summary>
    [Theory]
    [InlineData("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n | 无 | | |\n | | | |", "政府性基金预算支出表\n单位:万元")]
    [InlineData("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n | — | | |", "国有资本经营预算支出表\n单位:万元")]
    [InlineData("科目 | 合计 | 基本支出 | 项目支出\n无 | | |", "政府性基金预算支出表\n单位:万元")]
    public void A_mark_of_nothing_below_the_header_of_names_is_no_figure(string table, string caption)
    {
        var typed = DrawnTable.One(table, caption);
        Assert.Equal(["合计", "基本支出", "项目支出"], typed.Columns.Where(static c => c.Role == ColumnRole.Money).Select(static c => c.Path));
        Assert.Empty(FactMaker.Make([typed]).Anomalies);
    }

    /// <summary>A figure below it is one, whose header is wrong.</summary>
    [Fact]
    public void A_figure_below_the_header_of_names_is_in_doubt() =>
        Assert.Contains(FactMaker.Make([DrawnTable.One("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 5.00 | 3.00 | 2.00 | 1.00\n202 | — | 3.00 | 2.00 | 1.00", "政府性基金预算支出表\n单位:万元")]).Anomalies, static a => a.Code == AnomalyCodes.HeaderUnsure);
}
