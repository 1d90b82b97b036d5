using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class PlaceholderTests
{
    private static IEnumerable<Anomaly> Of(string text) =>
        DrawnTable.Type(text, DrawnTable.Of("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00", "支出总表\n单位:元")).Anomalies.Where(a => a.Code == AnomalyCodes.Placeholder);

    [Theory]
    [InlineData("根据本部门使用的其他专用名词补充解释。")]
    [InlineData("(七)根据本单位实际情况自行补充")]
    [InlineData("2023年收入预算XX万元")]
    [InlineData("比上年增加××万元")]
    public void Notes_what_was_left_of_the_form(string text) => Assert.Single(Of(text));

    [Theory]
    [InlineData("根据本部门职责,2023年收入预算5万元。")]
    [InlineData("根据工作需要补充人员")]
    [InlineData("其他专用名词解释")]
    public void Says_nothing_of_plain_sentences(string text) => Assert.Empty(Of(text));

    [Fact]
    public void Notes_a_number_where_a_unit_of_measure_belongs()
    {
        var typed = DrawnTable.Type(DrawnTable.Of(
            """
            单位代码 | 单位名称 | 采购品目 | 采购数量 | 单价(元) | 计量单位 | 采购金额
            121001 | 某局 | [A05040101]复印纸 | 2 | 5000.00 | 0 | 10000.00
            121001 | 某局 | [A02010108]便携式计算机 | 1 | 6000.00 | 台 | 6000.00
            """, "政府采购预算表\n单位:元"));
        Assert.Equal(("0", "计量单位"), Assert.Single(typed.Anomalies, a => a.Code == AnomalyCodes.Placeholder) is var a ? (a.Found, a.ColumnPath) : default);
    }

    [Fact]
    public void Gives_a_figure_back_to_the_cell_that_a_long_name_ran_into()
    {
        var facts = DrawnTable.Facts(
            """
            项目 | 预算数 | 项目 | 预算数
            一、一般公共预算拨款收入 | 9.00 | 一、一般公共服务支出 | 2.00
            二、政府性基金预算拨款收入 | 0.00 | 十九、自然资源海洋气象等支出7.00 |
            收入总计 | 9.00 | 支出总计 | 9.00
            """, "收支总表\n单位:元");
        Assert.Equal("7.00", Assert.Single(facts, f => f.Line.Label == "十九、自然资源海洋气象等支出").Amount?.ToYuan());
    }
}
