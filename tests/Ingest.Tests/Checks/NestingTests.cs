using System.Globalization;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class NestingTests
{
    private static CheckOutcome Check(params string[] rows) => Sheet.Check(new Sheet("project_expenditure", "label|total|current.general_public", rows));

    [Fact]
    public void Rows_followed_by_what_makes_them_up_are_their_parents()
    {
        var outcome = Check("合计|9.00|9.00", "本级|6.00|6.00", "会议|2.00|2.00", "印刷|4.00|4.00", "下属中心|3.00|3.00", "维修|3.00|3.00");
        Assert.Equal(["9.00", "6.00", "3.00"], outcome.Checks.Where(c => c.ColumnPath == "total").Select(c => c.Left));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Fact]
    public void The_other_columns_check_the_levels_that_one_column_showed()
    {
        var outcome = Check("合计|9.00|9.00", "本级|6.00|6.00", "会议|2.00|2.00", "印刷|4.00|1.00", "下属中心|3.00|3.00", "维修|3.00|3.00");
        Assert.Equal("6.00", Assert.Single(outcome.Checks, c => c.Result == CheckResult.Fail).Left);
    }

    [Fact]
    public void A_list_that_closes_on_one_level_has_one()
    {
        var outcome = Check("合计|6.00|", "会议|3.00|", "印刷|1.00|", "维修|2.00|");
        Assert.Equal("6.00", Assert.Single(outcome.Checks).Left);
    }

    [Fact]
    public void Of_levels_that_cannot_be_told_no_sum_is_demanded()
    {
        var outcome = Check("合计|9.00|", "本级|9.00|", "会议|2.00|", "印刷|4.00|", "维修|7.00|");
        Assert.Equal(CheckResult.NotApplicable, Assert.Single(outcome.Checks).Result);
        Assert.DoesNotContain(outcome.Anomalies, a => a.Code == AnomalyCodes.ColumnSum);
    }

    [Fact]
    public void A_list_that_falls_short_of_its_total_fails()
    {
        Assert.Equal(CheckResult.Fail, Assert.Single(Check("合计|9.00|", "会议|2.00|", "印刷|4.00|").Checks).Result);
    }

    private static string Parents(CheckOutcome outcome) =>
        string.Join(' ', outcome.Facts.Where(f => f.Where.Column == 1).Select(f => f.Line.Parent));

    /// <summary>Nothing was spent of the third: its figure in the other column says where it stands.</summary>
    [Theory]
    [InlineData("政策补贴|19|0", "-1 0 1 1 0 4")]
    [InlineData("政策补贴|15|0", "-1 0 0 0 0 0")]
    public void A_row_that_is_nothing_in_one_column_is_placed_by_the_other(string last, string parents) => Assert.Equal(parents, Parents(Sheet.Check(new Sheet(
        "gov_state_capital_expenditure", "label|adjusted_budget.total|total", "合计|119|60", "资本金注入|100|60", "结构调整|30|20", "其他注入|70|40", "补贴|19|0", last))));

    [Fact]
    public void Figures_below_zero_are_placed_too() => Assert.Equal("-1 0 1 0 3 3 -1", Parents(Sheet.Check(new Sheet(
        "gov_state_capital_local_expenditure", "label|total", "经营预算支出|56", "改革成本支出|-44", "社会化管理补助|-44", "资本金注入|100", "结构调整|30", "其他注入|70", "经营预算支出|56"))));

    /// <summary>The figures of one column are told of by another one where the first does not close.</summary>
    [Theory]
    [InlineData("3.00", "-1 0 1 1 0 4 4")]
    [InlineData("4.00", "-1 0 0 0 0 0 0")]
    public void Levels_are_those_of_the_column_that_closes(string part, string parents) => Assert.Equal(parents, Parents(Check(
        "合计|15.00|15.50", "本级|6.00|6.00", "会议|2.00|2.00", "印刷|4.00|4.00", "中心|9.00|9.00", $"维修|{part}|3.00", "差旅|6.00|6.20")));

    /// <summary>3.00 is by chance what the next two rows make: the whole list tells better.</summary>
    [Fact]
    public void What_closes_by_chance_gives_way_to_what_closes_the_list()
    {
        var outcome = Sheet.Check(new Sheet("government_procurement", "label|total", "合计|33.00", "货物|20.00", ">某局|20.00", ">>办公家具|2.00", ">>办公家具|3.00", ">>>定额|1.50", ">>>定额|1.50", ">>>定额|12.00", "服务|13.00", ">某局|13.00", ">>专项|8.00", ">>专项|5.00"));
        Assert.Equal("-1 0 1 2 2 2 2 2 0 8 9 9", Parents(outcome));
    }

    /// <summary>Lines of one and the same figure, as of quantities, by the dozen.</summary>
    [Fact]
    public void Many_rows_alike_are_told_apart_by_the_nearest_sums()
    {
        string[] units = [.. Enumerable.Range(2, 12).SelectMany(n => (string[])[$"单位{n}|{n}.00", .. Enumerable.Repeat("服务|1.00", n)])];
        var outcome = Sheet.Check(new Sheet("government_procurement", "label|total", ["合计|90.00", "全额|90.00", .. units]));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
        Assert.Equal(90, outcome.Facts.Count(f => f.Line.IsLeaf));
    }

    /// <summary>Lists of two and three levels without any sign, exact or rounded to 万元, with returned money and with columns in which a part has nothing.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Levels_are_told_by_amounts_alone(int columns, bool rounded)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var rows = new List<(int Parent, long[] Fen)>();
            Part(rows, -1, random, columns, 3);
            var shown = rows.Select((r, i) => $"行{i}|{string.Join('|', r.Fen.Select(f => Print(f, rounded)))}").ToArray();
            var outcome = Sheet.Check(new Sheet("project_expenditure", "label|" + string.Join('|', ((string[])["total", "current.general_public", "undertaking"])[..columns]),
                ["合计" + shown[0][shown[0].IndexOf('|', StringComparison.Ordinal)..], .. shown[1..]]) { Unit = rounded ? Unit.TenThousand : Unit.Yuan });
            Assert.Equal(string.Join(' ', rows.Select(r => r.Parent)), string.Join(' ', outcome.Facts.Where(f => f.Where.Column == 1).Select(f => f.Line.Parent)));
            Assert.All(outcome.Checks.Where(c => c.Identity == "S9.tree"), c => Assert.Equal(CheckResult.Pass, c.Result));
        }
    }

    private static long[] Part(List<(int Parent, long[] Fen)> rows, int parent, Random random, int columns, int levels)
    {
        var (at, fen) = (rows.Count, new long[columns]);
        rows.Add((parent, fen));
        for (var n = levels == 3 ? 3 : random.Next(4) * Math.Sign(levels); n > 0; n--)
        {
            var part = Part(rows, at, random, columns, levels - 1);
            for (var c = 0; c < columns; c++)
            {
                fen[c] += part[c];
            }
        }

        for (var c = 0; c < columns && rows.Count == at + 1; c++)
        {
            fen[c] = c > 0 && random.Next(4) == 0 ? 0 : random.NextInt64(2_000_000, 900_000_000) * (random.Next(12) == 0 ? -1 : 1);
        }

        return fen;
    }

    private static string Print(long fen, bool rounded) => rounded ? (Math.Round(fen / 10_000m, MidpointRounding.AwayFromZero) / 100).ToString("0.00", CultureInfo.InvariantCulture) : (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
