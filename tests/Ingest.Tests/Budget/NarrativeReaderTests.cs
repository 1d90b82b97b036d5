using Ingest.Core.Budget.Narrative;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class NarrativeReaderTests
{
    [Fact]
    public void A_sentence_states_an_amount_its_change_and_its_growth()
    {
        AssertFacts(
            ["2023年部门收支总预算1321.47万元。比2022年预算增加107.47万元,增长8%,主要原因是新增项目50万元。"],
            "amount|2023年部门收支总预算|13214700.00",
            "change_amount|2023年部门收支总预算|1074700.00",
            "growth_rate|2023年部门收支总预算|8");
        Assert.Single(Read("2023年部门收支总预算1321.47万元。比2022年预算增加107.47万元,增长8%。").Select(f => f.Group).Distinct());
    }

    [Theory]
    [InlineData("300万元,下降23.08%", "收入预算", "-3000000.00", "-23.08")]
    [InlineData("300万元,下降75%", "上年结转", "-3000000.00", "-75")]
    public void A_change_behind_a_list_is_that_of_the_head_where_its_rate_follows_from_the_head(string change, string subject, string amount, string rate) => AssertFacts(
        [$"收入预算1000万元,其中:一般公共预算拨款900万元,上年结转100万元,较上年减少{change}。"],
        "amount|收入预算|10000000.00",
        "amount|一般公共预算拨款|9000000.00",
        "amount|上年结转|1000000.00",
        $"change_amount|{subject}|{amount}",
        $"growth_rate|{subject}|{rate}");

    [Fact]
    public void A_rate_of_what_is_left_after_a_deduction_is_not_that_of_the_change_before_it() => AssertFacts(
        ["支出预算100万元,比上年减少126万元,减幅55.76%,扣除中央基建后比上年增幅20.26%。"],
        "amount|支出预算|1000000.00",
        "change_amount|支出预算|-1260000.00",
        "growth_rate|支出预算|-55.76");

    [Fact]
    public void A_decrease_is_negative() => AssertFacts(
        ["卫生健康支出(类)支出151.65万元,主要用于职工医疗保障支出。与上年相比减少15.57万元,减少9.31%。"],
        "amount|卫生健康支出(类)支出|1516500.00",
        "change_amount|卫生健康支出(类)支出|-155700.00",
        "growth_rate|卫生健康支出(类)支出|-9.31");

    [Fact]
    public void Parts_know_their_whole_and_shares_their_part()
    {
        var facts = AssertFacts(
            ["2023年部门支出预算1321.47万元,其中:基本支出433.39万元,占32.8%;项目支出888.08万元,占总支出的67.2%。"],
            "amount|2023年部门支出预算|13214700.00",
            "amount|基本支出|4333900.00",
            "share|基本支出|32.8",
            "amount|项目支出|8880800.00",
            "share|项目支出|67.2");
        Assert.Equal(["", "2023年部门支出预算", "2023年部门支出预算", "2023年部门支出预算", "2023年部门支出预算/总支出"], facts.Select(f => f.Context));
    }

    [Fact]
    public void Parts_joined_by_an_enumeration_comma_are_told_apart_but_names_with_one_stay_whole() => AssertFacts(
        ["2025年部门收、支总计5243.39万元。收入包括:一般公共预算财政拨款5243.39万元、政府性基金预算财政拨款0万元。"],
        "amount|2025年部门收、支总计|52433900.00",
        "amount|一般公共预算财政拨款|52433900.00",
        "amount|政府性基金预算财政拨款|0.00");

    [Fact]
    public void A_list_belongs_to_the_statement_and_heading_above_it()
    {
        var facts = AssertFacts(
            [
                "二、一般公共预算支出安排情况",
                "2023年一般公共预算支出预算1321.47万元。具体安排情况如下:",
                "(一)基本支出433.39万元,主要用于人员经费、公用经费。",
                "(二)项目支出888.08万元。其中:",
                "其他政府办公厅(室)及相关机构事务支出(项)88.08万元,主要用于:",
                "三、政府性基金预算支出安排情况",
                "2023年政府性基金预算支出192.7万元。",
            ],
            "amount|2023年一般公共预算支出预算|13214700.00",
            "amount|基本支出|4333900.00",
            "amount|项目支出|8880800.00",
            "amount|其他政府办公厅(室)及相关机构事务支出(项)|880800.00",
            "amount|2023年政府性基金预算支出|1927000.00");
        Assert.Equal("一般公共预算支出安排情况/2023年一般公共预算支出预算/项目支出", facts[3].Context);
        Assert.Equal("政府性基金预算支出安排情况", facts[4].Context);
    }

    [Fact]
    public void A_change_is_said_of_the_amount_that_its_words_name() => AssertFacts(
        ["2026年度财政拨款收、支总预算106,228万元。与上年相比,财政拨款收、支总计各减少48,676.98万元,下降31.42%。"],
        "amount|2026年度财政拨款收、支总预算|1062280000.00",
        "change_amount|2026年度财政拨款收、支总预算|-486769800.00",
        "growth_rate|2026年度财政拨款收、支总预算|-31.42");

    [Fact]
    public void Final_accounts_name_the_row_in_a_sentence_before()
    {
        var facts = AssertFacts(
            ["1.公共安全支出(类)公安(款)行政运行(项)。年初预算为1115.48万元,支出决算为1092.80万元,完成年初预算的97.97%。"],
            "budget_amount|年初预算|11154800.00",
            "amount|支出决算|10928000.00",
            "completion_rate|支出决算|97.97");
        Assert.All(facts, f => Assert.Equal("公共安全支出(类)公安(款)行政运行(项)", f.Context));
    }

    [Fact]
    public void Brackets_behind_an_amount_hold_its_parts_and_what_follows_them_is_said_of_it_again()
    {
        var facts = AssertFacts(
            ["“三公”经费8万元,其中:公务用车购置及运行费6.7万元(购置费0.7万元,比上年增加0.1万元;运行费6万元),比上年减少2万元;公务接待费1.3万元。"],
            "amount|“三公”经费|80000.00",
            "amount|公务用车购置及运行费|67000.00",
            "amount|购置费|7000.00",
            "change_amount|购置费|1000.00",
            "amount|运行费|60000.00",
            "change_amount|公务用车购置及运行费|-20000.00",
            "amount|公务接待费|13000.00");
        Assert.Equal("“三公”经费/公务用车购置及运行费", facts[4].Context);
        Assert.Equal("“三公”经费", facts[6].Context);
    }

    [Fact]
    public void What_a_change_is_measured_from_is_no_amount_of_this_year() => AssertFacts(
        ["2023年“三公”经费预算20万元,比2022年预算25万元减少5万元。"],
        "amount|2023年“三公”经费预算|200000.00",
        "prior_amount|2023年“三公”经费预算|250000.00",
        "change_amount|2023年“三公”经费预算|-50000.00");

    [Theory]
    [InlineData("单位价值100万元以上的设备2台(套),单价50万元(含)以上的通用设备0台。")]
    [InlineData("按照每人500元/年的标准执行,不超过3万元。")]
    [InlineData("主要原因是一是人员减少20万元;二是项目增加5万元,增长3%。")]
    [InlineData("收入和支出分别为100万元、200万元。")]
    [InlineData("比上年增加(减少)5万元。")]
    [InlineData("比上年减少-20万元。")]
    [InlineData("由上年的30万元调整到20万元。")]
    [InlineData("预计5-10万元。")]
    public void What_is_no_figure_of_the_budget_or_not_clear_is_left_out(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_sentence_without_subject_after_a_list_of_parts_is_left_out() => AssertFacts(
        ["支出预算100万元,其中:基本支出40万元。比上年增加7万元。"],
        "amount|支出预算|1000000.00",
        "amount|基本支出|400000.00");

    [Fact]
    public void Lines_are_joined_over_page_breaks_without_heads_feet_and_page_numbers()
    {
        var lines = new List<TextLine>();
        for (var page = 1; page <= 3; page++)
        {
            lines.Add(Line(page, 0, 200, 400, "某某局2023年度部门预算公开"));
            lines.Add(page == 2
                ? Line(page, 1, 60, 200, "61万元,占32.8%。")
                : Line(page, 1, 84, 540, page == 1 ? "2023年某某局一般公共预算拨款安排的基本支出共计433." : "没有别的。"));
            lines.Add(Line(page, 2, 84, 540, "这一段和数字没有关系,只是为了让页面上有一行完整的正文而已,写到这里为止"));
            lines.Add(Line(page, 40, 280, 310, $"— {page} —"));
        }

        // The first page ends with the broken sentence.
        (lines[1], lines[2]) = (lines[2] with { Area = lines[1].Area }, lines[1] with { Area = lines[2].Area });
        var facts = NarrativeReader.Read(new FoundTables([], [.. lines]));
        Assert.Equal(["2023年某某局一般公共预算拨款安排的基本支出|4336100.00", "2023年某某局一般公共预算拨款安排的基本支出|"], facts.Select(f => $"{f.Subject}|{f.Amount?.ToYuan()}"));
        Assert.Equal((1, 2), (facts[0].Where.Area.Page, facts[1].Where.Area.Page));
    }

    private static List<NarrativeFact> AssertFacts(string[] paragraphs, params string[] expected)
    {
        var facts = Read(paragraphs);
        Assert.Equal(expected, facts.Select(f => $"{f.Metric}|{f.Subject}|{f.Amount?.ToYuan() ?? Amounts.AmountRulesTests.Print(f.Number)}"));
        return facts;
    }

    /// <summary>Sets each paragraph in lines of 40 characters, the first indented by two.</summary>
    private static List<NarrativeFact> Read(params string[] paragraphs)
    {
        var lines = new List<TextLine>();
        foreach (var paragraph in paragraphs)
        {
            for (var start = 0; start < paragraph.Length;)
            {
                var room = start == 0 ? 38 : 40;
                var length = Math.Min(room, paragraph.Length - start);
                var left = start == 0 ? 84 : 60;
                lines.Add(Line(1, lines.Count, left, left + 12 * length, paragraph.Substring(start, length)));
                start += length;
            }
        }

        // A full line, so that the right margin is known.
        lines.Add(Line(1, lines.Count + 3, 60, 540, "。"));
        return [.. NarrativeReader.Read(new FoundTables([], [.. lines]))];
    }

    private static TextLine Line(int page, int row, double left, double right, string text) =>
        new(new PageBox(page, new Box(left, 80 + 18 * row, right, 92 + 18 * row)), text, 12);

    /// <summary>No change follows from any amount: it stays with the part that it is said of.</summary>
    [Fact]
    public void No_change_at_all_is_that_of_the_part() => AssertFacts(
        ["“三公”经费4.8万元,比上年减少1万元,下降17.2%,其中:因公出国(境)费0万元,比上年增加0万元,增长0%。"],
        "amount|“三公”经费|48000.00",
        "change_amount|“三公”经费|-10000.00",
        "growth_rate|“三公”经费|-17.2",
        "amount|因公出国(境)费|0.00",
        "change_amount|因公出国(境)费|0.00",
        "growth_rate|因公出国(境)费|0");

    [Fact]
    public void A_rate_behind_a_change_with_a_name_is_of_that_name() => AssertFacts(
        ["“三公”经费支出12521万元,较上年增加143万元,增长1.2%。其中:公务接待费减少945万元,下降40.6%。"],
        "amount|“三公”经费支出|125210000.00",
        "change_amount|“三公”经费支出|1430000.00",
        "growth_rate|“三公”经费支出|1.2",
        "change_amount|公务接待费|-9450000.00",
        "growth_rate|公务接待费|-40.6");

    /// <summary>达到 says how much it is, 增加到 where a change ends.</summary>
    [Fact]
    public void What_a_sum_has_come_to_is_its_amount() => AssertFacts(
        ["均衡性转移支付达到303.6万元,增加32.5万元,增长12%;工资增加到5万元。"],
        "amount|均衡性转移支付|3036000.00",
        "change_amount|均衡性转移支付|325000.00",
        "growth_rate|均衡性转移支付|12");

    [Fact]
    public void Revenue_behind_a_list_of_revenues_is_all_of_it() => AssertFacts(
        ["本单位收入预算68632.12万元,其中:财政拨款68632.12万元,事业收入0万元。收入较去年减少1316.82万元,下降1.88%。"],
        "amount|本单位收入预算|686321200.00",
        "amount|财政拨款|686321200.00",
        "amount|事业收入|0.00",
        "change_amount|本单位收入预算|-13168200.00",
        "growth_rate|本单位收入预算|-1.88");

    /// <summary>Where first lines are set in, a line that is not goes on, though the one before it is not quite full.</summary>
    [Theory]
    [InlineData(84, "政府性基金拨款支出预算")]
    [InlineData(60, "拨款支出预算")]
    public void A_line_that_is_not_set_in_goes_on_where_first_lines_are(double first, string subject)
    {
        TextLine[] lines =
        [
            Line(1, 0, first, 540, "收入预算18976.76万元,其中:财政拨款收入18976.76万元,事业收入"), Line(1, 1, 60, 120, "为0.00万元。"),
            Line(1, 2, first, 540, "支出预算18976.76万元,其中:财政拨款支出18976.76万元,事业支出"), Line(1, 3, 60, 120, "为0.00万元。"),
            Line(1, 4, first, 500, "财政拨款支出预算中,一般公共预算支出12.00万元;政府性基金"), Line(1, 5, 60, 480, "拨款支出预算7.00万元,与上年预算持平。"),
        ];
        Assert.Contains(subject, NarrativeReader.Read(new FoundTables([], [.. lines])).Select(f => f.Subject));
    }
}
