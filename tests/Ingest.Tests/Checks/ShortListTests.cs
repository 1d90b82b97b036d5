using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Tables of one column from whose many lists rows are left out here and there: no figure of these is to blame.</summary>
public class ShortListTests
{
    /// <summary>Five lists of twenty-five lack a row: nobody makes so many slips. Fewer may be slips, more a table that was read wrongly, and so may lists that make too much.</summary>
    [Theory]
    [InlineData(25, 5, 1, CheckResult.Unverifiable)]
    [InlineData(25, 4, 1, CheckResult.Fail)]
    [InlineData(24, 5, 1, CheckResult.Fail)]
    [InlineData(30, 5, 1, CheckResult.Unverifiable)]
    [InlineData(25, 5, -1, CheckResult.Fail)]
    public void Many_lists_that_fall_short_lack_rows(int lists, int wrong, int off, CheckResult result)
    {
        string[] rows = [.. Enumerable.Range(1, lists - 1).SelectMany(n => (string[])
            [$"类{n}|{(100 * n) + 7 + (n <= wrong ? (n * n) + 3 : 0) * off}.00", $">项{n}甲|{60 * n}.00", $">项{n}乙|{(40 * n) + 7}.00"])];
        var whole = Enumerable.Range(1, lists - 1).Sum(n => (100 * n) + 7 + (n <= wrong ? (n * n) + 3 : 0) * off);
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total", [.. rows, $"合计|{whole}.00"]));
        Assert.Equal((lists, wrong), (outcome.Checks.Length, outcome.Checks.Count(c => c.Result == result)));
        Assert.Equal(result == CheckResult.Fail ? 3 * wrong : 0, outcome.Facts.Count(f => f.Status == FactStatus.Doubtful));
        var told = Assert.Single(outcome.Anomalies);
        Assert.Equal(AnomalyCodes.ColumnSum, told.Code);
        Assert.Equal(result == CheckResult.Unverifiable, told.Message.StartsWith("5 sums", StringComparison.Ordinal) && told.Chinese.Contains("5 处", StringComparison.Ordinal));
    }
}
