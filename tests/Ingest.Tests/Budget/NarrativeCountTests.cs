using Ingest.Core.Budget.Narrative;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Numbers of people in sentences, with what they are parts of.</summary>
public class NarrativeCountTests
{
    [Fact]
    public void Parts_in_brackets_belong_to_the_number_before_the_brackets() => AssertCounts(
        "某中心总编制人数21人,其中:事业编制21人(其中:参照公务员法管理0人)。离退休人员1人,其中:离休0人,退休1人。",
        "1 某中心总编制人数 21", "1 某中心总编制人数/事业编制 21", "1 事业编制/参照公务员法管理 0", "2 离退休人员 1", "2 离退休人员/离休 0", "2 离退休人员/退休 1");

    [Fact]
    public void Parts_may_be_joined_and_a_part_may_have_parts() => AssertCounts(
        "2023年末,在职人员30名,其中行政20名、事业10名,离退休人员9人,其中离休1人,退休8人。",
        "1 在职人员 30", "1 在职人员/行政 20", "1 在职人员/事业 10", "1 在职人员/离退休人员 9", "1 离退休人员/离休 1", "1 离退休人员/退休 8");

    [Fact]
    public void Visits_ranks_and_rates_are_no_people() => AssertCounts("接待300人次,培训费550元/人,全市第1名以上,资金1.5人,第3名。");

    private static void AssertCounts(string text, params string[] expected)
    {
        var line = new TextLine(new PageBox(1, new Box(0, 0, 500, 10)), text, 10);
        var facts = NarrativeReader.Read(new FoundTables([], [line])).Where(f => f.Metric == "count").ToList();
        Assert.Equal(expected, facts.Select(f => $"{f.Group} {(f.Context.Length > 0 ? f.Context + "/" : "")}{f.Subject} {f.Number.Units}"));
        Assert.All(facts, f => Assert.Null(f.Amount));
    }
}
