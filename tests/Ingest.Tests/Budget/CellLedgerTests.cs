using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class CellLedgerTests
{
    private const string Table = """
        序号{2,1} | 科目编码{2,1} | 科目名称{2,1} | 合计{2,1} | 基本支出{1,2} | 备注{2,1}
        人员经费 | 公用经费
        1 |  | 合计 | 5.00 | 3.00 | 2.00 |
        2 | 201 | 一般公共服务支出 | 5.00 |  | — | 其中1.50为上年结转
        说明:本表金额转换为万元时,因四舍五入可能存在尾差。{1,7}
        """;

    [Fact]
    public void Accounts_for_every_cell()
    {
        var table = DrawnTable.One(Table, "一般公共预算支出表\n单位:万元");
        var uses = CellLedger.Of(table).Zip(table.Source.Cells).ToLookup(p => p.First, p => p.Second.Text);
        Assert.Equal(["合计", "201", "一般公共服务支出"], uses[CellUse.Name]);
        Assert.Equal(["5.00", "3.00", "2.00", "5.00", "—"], uses[CellUse.Fact]);
        Assert.Equal(["1", "2", "其中1.50为上年结转", "说明:本表金额转换为万元时,因四舍五入可能存在尾差。"], uses[CellUse.Ignored]);
        Assert.Equal(8, uses[CellUse.Header].Count());
        Assert.Empty(uses[CellUse.Unplaced]);
        Assert.Equal(table.Source.Cells.Length, uses.Sum(u => u.Count()));
    }

    [Fact]
    public void Facts_are_the_cells_that_the_ledger_calls_facts()
    {
        var table = DrawnTable.One(Table, "一般公共预算支出表\n单位:万元");
        var cells = CellLedger.Of(table).Zip(table.Source.Cells).Where(p => p.First == CellUse.Fact).Select(p => (p.Second.Row, p.Second.Column));
        Assert.Equal(cells, FactMaker.Make([table]).Value.Where(f => f.Shown.Length > 0).Select(f => (f.Where.Row, f.Where.Column)));
    }

    [Fact]
    public void Reports_figures_that_stand_among_names()
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
            205 | 10,756.00 | 5.00 | 3.00 | 2.00
            """, "支出总表\n单位:万元")]);
        var anomaly = Assert.Single(made.Anomalies);
        Assert.Equal((AnomalyCodes.UnplacedFigures, "10,756.00"), (anomaly.Code, anomaly.Found));
    }

    /// <summary>The name of the total may stand over the number of its line, its code and its name.</summary>
    [Theory]
    [InlineData("总计{1,3}", "总计")]
    [InlineData("1 |  | ", "合计")]
    public void A_total_over_all_columns_of_names_has_that_name(string first, string label) => Assert.Equal(label, DrawnTable.One(
        Table.Replace("1 |  | 合计", first, StringComparison.Ordinal), "一般公共预算支出表\n单位:万元").Rows[0].Label);
}
