using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

/// <summary>Words in a group of columns of figures: the last line of a header that went to the first row.</summary>
public class NamesAmidFiguresTests
{
    [Theory]
    [InlineData("公务用车", "购置费", Placing.Unsure)]
    [InlineData("公务用车购置费", "", Placing.Sure)]
    [InlineData("备注", "购置费", Placing.Sure)]
    public void A_table_whose_names_stand_amid_a_group_of_figures_is_in_doubt(string header, string rest, Placing placing)
    {
        var table = DrawnTable.One("""
            “三公”经费合计{2,1} | 因公出国(境)费{2,1} | 公务用车购置及运行费{1,3} | 公务接待费{2,1}
            小计 | {header} | 公务用车运行费
            53057.06 | 32875.29 | 5074.14 | {rest} | 5074.14 | 15107.63
            """.Replace("{header}", header, StringComparison.Ordinal).Replace("{rest}", rest, StringComparison.Ordinal), "一般公共预算“三公”经费支出表\n单位:元");
        Assert.Equal(placing, FactMaker.Make([table]).Value.Where(static f => f.Amount is not null).Max(static f => f.Placing));
    }
}
