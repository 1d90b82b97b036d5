using Ingest.Core.Amounts;

namespace Ingest.Tests.Amounts;

public class UnitsTests
{
    [Theory]
    [InlineData("单位:万元", "万元")]
    [InlineData("单位: 元", "元")]
    [InlineData("金额单位:百万元", "百万元")]
    [InlineData("部门公开表2 单位:千元", "千元")]
    [InlineData("编制单位:某某局 单位:万元", "万元")]
    [InlineData("(单位:人民币万元)", "万元")]
    [InlineData("单位:亿元、%", "亿元")]
    [InlineData("单位∶元", "元")]
    [InlineData("(万元)", "万元")]
    [InlineData("收支总表(单位:元)", "元")]
    [InlineData("单位:元氏县财政局", null)]
    [InlineData("单位名称:元", null)]
    [InlineData("单位:美元", null)]
    [InlineData("单位:台", null)]
    [InlineData("单位:元/台", null)]
    [InlineData("单位:万元以上", "万元")]
    [InlineData("货币单位为元", "元")]
    [InlineData("(单位:万元", "万元")]
    [InlineData("收支总表(万元", "万元")]
    [InlineData("()(万元)", "万元")]
    [InlineData("单位:", null)]
    [InlineData("单位 万元", null)]
    [InlineData("公务接待费0.5万元", null)]
    public void Finds_the_unit_above_a_table(string line, string? label) => Assert.Equal(label, Units.Named(line)?.Label);

    [Theory]
    [InlineData("金额(万元)", "万元")]
    [InlineData("预算数(单位:元)", "元")]
    [InlineData("单价(元/台)", "元")]
    [InlineData("万元", "万元")]
    [InlineData("金额(含税)(元)", "元")]
    [InlineData("数量(台)", null)]
    [InlineData("计量单位", null)]
    public void Finds_the_unit_in_a_header(string header, string? label) => Assert.Equal(label, Units.Named(header)?.Label);

    [Theory]
    [InlineData("841,579.924856", "万元", "8415799248.56", 1)]
    [InlineData("0.000001", "万元", "0.01", 1)]
    [InlineData("1321.47", "万元", "13214700.00", 10_000)]
    [InlineData("13214710.41", "元", "13214710.41", 1)]
    [InlineData("5", "亿元", "500000000.00", 10_000_000_000)]
    [InlineData("-0.38", "万元", "-3800.00", 10_000)]
    [InlineData("92233720368547758.07", "元", "92233720368547758.07", 1)]
    [InlineData("-92233720368547758.07", "元", "-92233720368547758.07", 1)]
    public void An_amount_is_exact_and_knows_its_step(string shown, string unit, string yuan, long step)
    {
        var amount = Units.ToAmount(AmountReader.Read(shown).Number!.Value, Units.Named(unit)!, out var fit);
        Assert.Equal((AmountFit.Exact, yuan, step), (fit, amount!.Value.ToYuan(), amount.Value.StepFen));
    }

    [Theory]
    [InlineData("1.005", "元", AmountFit.SubFen)]
    [InlineData("92233720368547758.08", "元", AmountFit.TooLarge)]
    [InlineData("-92233720368547758.08", "元", AmountFit.TooLarge)]
    [InlineData("99999999999999999999", "元", AmountFit.TooLarge)]
    public void What_does_not_fit_is_never_rounded(string shown, string unit, AmountFit expected)
    {
        Assert.Null(Units.ToAmount(AmountReader.Read(shown).Number!.Value, Units.Named(unit)!, out var fit));
        Assert.Equal(expected, fit);
    }
}
