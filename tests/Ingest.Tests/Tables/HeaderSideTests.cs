using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Headers at another side of their columns than the texts below: which of the gaps between two headers is the border.</summary>
public class HeaderSideTests
{
    /// <summary>Names end below their own header, which stands at the right; the gap behind the texts of the second column is wider. A total in one cell for both stands across the border.</summary>
    [Theory]
    [InlineData("                                                    6.00      6.00", "|  | 6.00 | 6.00")]
    [InlineData("                   合计数                           6.00      6.00", "合计数 1x2 | 6.00 | 6.00")]
    public void A_border_leaves_no_two_texts_of_a_line_together(string total, string shown)
    {
        string[] names = ["设备维护", "驻村补助", "办公购置", "设施养护", "系统运行", "房屋修缮", "巡查经费", "会议培训", "专项补助"];
        var rows = string.Join('\n', names.Select(static n => $"{n}及其他支出      县民政局                      1.00      1.00"));
        var lines = Shown.Of(AsciiPage.Draw($"            项目名称                  项目单位      合计  财政拨款\n{total}\n{rows}")).Split('\n');
        Assert.Equal(["项目名称 | 项目单位 | 合计 | 财政拨款", shown, .. names.Select(static n => $"{n}及其他支出 | 县民政局 | 1.00 | 1.00")], lines);
    }

    /// <summary>Characters spread over a cell are one text; two of two characters each are two.</summary>
    [Theory]
    [InlineData("合        计", "合计 |  | 9.00")]
    [InlineData("合计    总计", "合计 | 总计 | 9.00")]
    public void A_border_parts_no_spread_characters(string total, string shown) => Assert.Equal(shown, Shown.Of(AsciiPage.Draw($"""
        采购品目          专项名称        总计
        {total}                     9.00
        一、货物          设备购置        4.00
        二、服务          系统运行        5.00
        """)).Split('\n')[1]);

    /// <summary>Of eight rows three hold a second text: it has a column. Two may run over, which another reading doubts.</summary>
    [Theory]
    [InlineData(3, "设备维护及其他支出 | 县民政局 | 1.00 | 1.00", false)]
    [InlineData(2, "设备维护及其他支出县民政局 |  | 1.00 | 1.00", true)]
    public void Enough_rows_with_two_texts_tell_where_the_border_is(int rows, string shown, bool isDoubted)
    {
        string[] names = ["设备维护", "驻村补助", "办公购置", "设施养护", "系统运行", "房屋修缮", "巡查经费", "会议培训"];
        var body = string.Join('\n', names.Select((n, i) => $"{n}及其他支出      {(i < rows ? "县民政局" : "        ")}                      1.00      1.00"));
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw($"            项目名称                  项目单位      合计  财政拨款\n{body}")]).Tables);
        Assert.Equal((shown, isDoubted), (Shown.Row(table, 1), table.Rivals.Any(static r => r.Differing.Any(static p => p.Row == 1))));
    }
}
