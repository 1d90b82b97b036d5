using Ingest.Core.Budget.Rows;

namespace Ingest.Tests.Budget;

/// <summary>What the places where names begin say of their levels, and when they say nothing.</summary>
public class IndentsTests
{
    private static string Depths(params (string Label, float Indent)[] names) =>
        Indents.Of([.. names.Select((n, i) => new RowName(i, "", n.Label, "", true, n.Indent))], n => n.Label.EndsWith("合计", StringComparison.Ordinal)) is { } depths ? string.Concat(depths) : "";

    [Fact]
    public void One_space_is_a_level() =>
        Assert.Equal("1122", Depths(("一般公共服务支出", 0.2f), ("教育支出", 0.2f), ("普通教育", 0.7f), ("职业教育支出", 0.7f)));

    [Fact]
    public void Names_around_one_middle_have_no_levels() =>
        Assert.Equal("", Depths(("哈尔滨市", 2.2f), ("黑河市", 2.7f), ("齐齐哈尔市", 1.7f), ("伊春市", 2.7f), ("大庆市", 2.7f)));

    [Fact]
    public void One_name_among_many_that_is_a_little_off_is_of_their_level()
    {
        var names = Enumerable.Range(0, 24).Select(i => ($"项目支出{new string('甲', i % 5)}", i % 4 == 0 ? 0.2f : 2.2f)).ToArray();
        names[9].Item2 = 1.75f;
        names[13].Item2 = 2.65f;
        Assert.Equal("122212221222122212221222", Depths(names));
    }

    /// <summary>Few heads stand one space further out than their many parts; one alone may be off by mistake.</summary>
    [Theory]
    [InlineData(12, "122222222222122222222222")]
    [InlineData(-1, "")]
    public void Names_that_begin_where_the_first_one_does_are_heads(int second, string depths)
    {
        var names = Enumerable.Range(0, 24).Select(i => ($"转移支付{new string('甲', i % 5)}", i == 0 || i == second ? 0.7f : 1.2f)).ToArray();
        Assert.Equal(depths, Depths(names));
    }

    [Fact]
    public void Names_that_begin_anywhere_have_no_levels() =>
        Assert.Equal("", Depths(("甲项目", 0.2f), ("乙项目支出", 0.55f), ("丙项目", 0.9f), ("丁", 1.25f)));

    /// <summary>The sum below stands further out, which makes the first rows no parts of something.</summary>
    [Fact]
    public void What_stands_further_out_than_the_first_name_leaves_the_levels_of_the_others() =>
        Assert.Equal("122121", Depths(("利润收入", 1.2f), ("石油企业利润收入", 2.2f), ("其他利润收入", 2.2f), ("股利收入", 1.2f), ("国有控股公司股利", 2.2f), ("国有资本经营收入", 0.2f)));

    [Fact]
    public void A_first_name_in_the_middle_of_its_cell_tells_of_no_level() =>
        Assert.Equal("", Depths(("项目名称", 4.2f), ("会议费", 0.2f), ("培训费支出", 0.2f), ("其他支出", 0.2f)));

    /// <summary>Things bought stand in a column of their own, right of the projects that they are bought for.</summary>
    [Theory]
    [InlineData(RowName.Borrowed, "")]
    [InlineData(0.0f, "121212")]
    public void Names_in_several_columns_have_no_levels(float indent, string depths) =>
        Assert.Equal(depths, Depths(("货物", indent), ("办公设备购置费", 0.6f), ("台式计算机", indent), ("综合管理费", 0.6f), ("物业管理服务", indent), ("会议经费", 0.6f)));
}
