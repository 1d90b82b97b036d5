using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class FactMakerTests
{
    private const string Caption = "支出总表\n单位:万元";

    [Fact]
    public void Keeps_blank_zero_dash_and_none_apart()
    {
        var facts = DrawnTable.Facts(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出
            201 | 一般公共服务支出 | 1,234.56 |  | 0.00 | — | 无
            """, Caption);
        Assert.Equal([ValueState.Value, ValueState.Blank, ValueState.Zero, ValueState.Dash, ValueState.None], facts.Select(f => f.State));
        Assert.Equal("12345600.00", facts[0].Amount?.ToYuan());
        Assert.Equal("0.00", facts[2].Amount?.ToYuan());
        Assert.All(facts.Where(f => f.State is ValueState.Blank or ValueState.Dash or ValueState.None), f => Assert.Null(f.Amount));
    }

    [Fact]
    public void Makes_an_anomaly_of_a_text_that_is_no_number()
    {
        var table = DrawnTable.One(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 45*,142.33 | 1.00 | 2.00
            """, Caption);
        var made = FactMaker.Make([table]);
        var anomaly = Assert.Single(made.Anomalies);
        Assert.Equal((AnomalyCodes.UnreadableNumber, "45*,142.33"), (anomaly.Code, anomaly.Found));
        Assert.Equal((ValueState.Unreadable, null, "45*,142.33"), (made.Value[0].State, made.Value[0].Amount, made.Value[0].Shown));
    }

    [Fact]
    public void Refuses_amounts_of_cells_whose_text_is_not_trusted()
    {
        var raw = DrawnTable.Of(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 5.00 | 1.00 | 2.00
            """, Caption);
        raw = raw with { Cells = [.. raw.Cells.Select(c => c with { Untrusted = c.Text == "5.00" })] };
        var made = FactMaker.Make(DrawnTable.Type(raw).Value);
        Assert.Equal(AnomalyCodes.UntrustedText, Assert.Single(made.Anomalies).Code);
        Assert.Equal([true, false, false], made.Value.Select(f => f.Amount is null));
    }

    [Fact]
    public void Notes_an_amount_finer_than_a_fen_and_gives_none()
    {
        var table = DrawnTable.One(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 923.7296 | 1.00 | 2.00
            """, "支出总表\n单位:元");
        var made = FactMaker.Make([table]);
        Assert.Equal(AnomalyCodes.SubFenDigits, Assert.Single(made.Anomalies).Code);
        Assert.Null(made.Value[0].Amount);
        Assert.NotNull(made.Value[0].Number);
    }

    [Fact]
    public void Names_a_first_row_of_bare_figures_the_total()
    {
        var facts = DrawnTable.Facts(
            """
            项目编码{2,1} | 项目名称{2,1} | 合计{2,1} | 本年拨款{1,2} | 单位资金{2,1}
            一般公共预算 | 政府性基金预算
             |  | 8,880,800.00 | 8,880,800.00 | 0.00 | 0.00
            42010722121T000000100 | 政务网平台运行经费 | 4,350,000.00 | 4,350,000.00 | 0.00 | 0.00
            """, "项目支出表\n单位:元");
        Assert.Equal("8880800.00", facts.Amount("合计", "本年拨款/一般公共预算"));
        Assert.Equal("4350000.00", facts.Amount("42010722121T000000100", "合计"));
        Assert.Equal("project", facts.Last().Line.CodeScheme);
    }

    [Fact]
    public void Takes_a_unit_in_a_header_for_its_column()
    {
        var facts = DrawnTable.Facts(
            """
            单位代码 | 单位名称 | 采购品目 | 采购数量 | 单价(元) | 计量单位 | 采购金额(万元)
            121001 | 某中心本级 | [A05040101]复印纸 | 100 | 150 | 箱 | 1.5
            """, "政府采购预算表\n单位:万元");
        Assert.Equal("150.00", facts.Amount("121001", "单价(元)"));
        Assert.Equal("15000.00", facts.Amount("121001", "采购金额(万元)"));
        Assert.Equal(ColumnRole.Quantity, facts[0].Column.Role);
    }
}
