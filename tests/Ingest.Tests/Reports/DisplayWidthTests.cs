using Ingest.Core.Reports;

namespace Ingest.Tests.Reports;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("支出总表", 8)]
    [InlineData("（元）", 6)]
    [InlineData("—", 1)]
    [InlineData("𠮷", 2)]
    public void Chinese_takes_two_columns(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Theory]
    [InlineData("支出总表", 5, "支出…")]
    [InlineData("支出总表", 6, "支出… ")]
    [InlineData("支出", 6, "支出  ")]
    [InlineData("abc", 3, "abc")]
    public void Text_is_cut_or_padded_to_the_very_width(string text, int width, string fitted)
    {
        Assert.Equal(fitted, DisplayWidth.Fit(text, width));
        Assert.Equal(width, DisplayWidth.Of(DisplayWidth.Fit(text, width)));
    }
}
