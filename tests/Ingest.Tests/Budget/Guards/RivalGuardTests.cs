using Ingest.Core.Budget.Facts;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

public class RivalGuardTests
{
    private const string Drawn = """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
        208 | 社会保障和就业支出 | 5.00 | 4.00 | 1.00
        """;

    private static string Make(params CellPlace[] differing)
    {
        var table = DrawnTable.Of(Drawn, "一般公共预算支出表\n单位:元") with { Rivals = [new RivalGrid(1, "MoreWraps", [], [.. differing])] };
        var facts = FactMaker.Make(DrawnTable.Type(table).Value);
        return $"{string.Join(' ', facts.Value.Select(static f => f.Placing))}, {facts.Anomalies.Count(static a => a.Code == AnomalyCodes.GridUncertain)}";
    }

    [Fact]
    public void Figures_of_the_row_and_of_the_column_whose_text_has_another_place_in_a_rival_are_doubtful_and_no_others()
    {
        Assert.Equal("Sure Sure Sure Unsure Unsure Unsure, 1", Make(new CellPlace(2, 1)));
        Assert.Equal("Sure Unsure Sure Sure Unsure Sure, 1", Make(new CellPlace(0, 3)));
    }

    [Fact]
    public void Codes_that_spaces_part_are_no_doubt() => Assert.Equal("Sure Sure Sure Sure Sure Sure, 0", Make(new CellPlace(1, 0), new CellPlace(2, 0)));
}
