using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Tables without header and title below the columns of a typed one.</summary>
public class ContinuationTests
{
    private const string First = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n204 | 公共安全支出 | 9.00 | 6.00 | 3.00\n205 | 教育支出 | 6.00 | 4.00 | 2.00";

    /// <summary>Codes of a list that the table has none of are those of another one, whose header was lost; rows without codes may be of any.</summary>
    [Theory]
    [InlineData("20502 | 普通教育 | 6.00 | 4.00 | 2.00\n30201 | 办公费 | 1.00 | 1.00 | 0.00", true)]
    [InlineData("30113 | 住房公积金 | 3.00 | 2.00 | 1.00\n30201 | 办公费 | 1.00 | 1.00 | 0.00", false)]
    [InlineData(" | 其他 | 6.00 | 4.00 | 2.00\n | 结转 | 1.00 | 1.00 | 0.00", true)]
    public void Codes_of_another_list_are_of_another_table(string rows, bool goesOn)
    {
        var typed = DrawnTable.Type(DrawnTable.Of(First, "一般公共预算支出表\n单位:元"), DrawnTable.Of(rows, ordinal: 2));
        Assert.Equal(goesOn ? typed.Value[0].Kind : null, typed.Value[1].Kind);
        Assert.Equal(!goesOn, typed.Anomalies.Any(static a => a.Code == AnomalyCodes.UnreadTable));
    }

    /// <summary>A part with the same title has the headers above, in their order where its columns stand aside; with as many columns only.</summary>
    [Theory]
    [InlineData("一般公共预算支出表(续)", 25, "20502 | 普通教育 | 6.00 | 4.00 | 2.00", "合计 基本支出 项目支出")]
    [InlineData("一般公共预算支出表", 0, "20502 | 普通教育 | 6.00 | 4.00 | 2.00", "合计 基本支出 项目支出")]
    [InlineData("一般公共预算支出表(续)", 25, "20502 | 普通教育 | 6.00 | 4.00", "")]
    [InlineData("一般公共预算支出表(续)", 60, "20502 | 普通教育 | 6.00 | 4.00 | 2.00", "")]
    public void A_part_under_the_same_title_keeps_the_headers(string title, double aside, string row, string paths)
    {
        var next = DrawnTable.Of(row, title, 2);
        next = next with { Cells = [.. next.Cells.Select(c => c with { Area = c.Area with { Box = c.Area.Box with { Left = c.Area.Box.Left - aside, Right = c.Area.Box.Right - aside } } })] };
        var typed = DrawnTable.Type(DrawnTable.Of(First, "一般公共预算支出表\n单位:元"), next);
        Assert.Equal(paths, string.Join(' ', typed.Value[1].Columns.Where(static c => c.Role == ColumnRole.Money).Select(static c => c.Path)).Trim());
    }

    /// <summary>The title of another table below the rows above tells that what follows is that one; their own title, printed again, does not.</summary>
    [Theory]
    [InlineData("项目支出绩效目标表", false)]
    [InlineData("一般公共预算支出表", true)]
    [InlineData("本年安排的支出", true)]
    public void Behind_the_title_of_another_table_nothing_goes_on(string line, bool goesOn) => Assert.Equal(goesOn, DrawnTable.Type(
        DrawnTable.Of(First, "一般公共预算支出表\n单位:元", notes: line), DrawnTable.Of("206 | 科学技术支出 | 6.00 | 4.00 | 2.00", ordinal: 2)).Value[1].Kind is not null);
}
