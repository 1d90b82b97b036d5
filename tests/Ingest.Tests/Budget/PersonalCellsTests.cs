using Ingest.Core.Budget.Facts;

namespace Ingest.Tests.Budget;

public class PersonalCellsTests
{
    [Fact]
    public void What_stands_beside_the_words_for_persons_and_telephones_of_a_form_is_personal()
    {
        Assert.Equal(
            ["汪竹林", "68865157", "朱顺超", "罗曦", "027-68865438"],
            Personal(
                """
                部门名称 | 大数据中心{1,5}
                填报人 | 汪竹林{1,2} | 联系电话: | 68865157{1,2}
                项目负责人 | 朱顺超 | 联系人 | 罗曦 | 电 话 | 027-68865438
                项目名称 | 电话呼叫中心{1,5}
                绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值{1,2}
                绩效指标 | 产出指标 | 数量指标 | 巡查次数 | ≥240次{1,2}
                """, "项目支出绩效目标表"));
    }

    [Fact]
    public void A_text_that_brings_the_word_and_the_answer_is_personal_in_any_table()
    {
        Assert.Equal(
            ["填报人:汪竹林"],
            Personal(
                """
                科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
                201 | 一般公共服务支出 | 5.00 | 1.00 | 4.00
                填报人:汪竹林 | 单位:元 |  |  | 
                """, "支出总表\n单位:元"));
    }

    [Fact]
    public void In_a_list_of_goods_a_telephone_is_a_thing_to_buy()
    {
        Assert.Empty(Personal(
            """
            采购项目 | 采购品目 | 数量 | 单价 | 金额
            电话 | 电话 | 2 | 100.00 | 200.00
            传真 | 电话 | 1 | 100.00 | 100.00
            """, "政府采购预算表\n单位:元"));
    }

    [Theory]
    [InlineData("填报人:汪竹林 联系电话:68865157", true)]
    [InlineData("联系电话：68865157", true)]
    [InlineData("填报人:", false)]
    [InlineData("单位:万元", false)]
    [InlineData("填报单位:财政局", false)]
    public void Lines_are_told_by_their_beginning(string line, bool personal) => Assert.Equal(personal, PersonalCells.Answer(line));

    private static IEnumerable<string> Personal(string drawing, string caption)
    {
        var table = DrawnTable.One(drawing, caption);
        return PersonalCells.Find([table]).Select(w => table.Source.Cells.Single(c => c.Row == w.Row && c.Column == w.Column).Text);
    }
}
