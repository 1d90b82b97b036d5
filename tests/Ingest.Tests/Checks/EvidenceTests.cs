using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class EvidenceTests
{
    private static FactStatus[] StatusOf(CheckOutcome outcome, int table = 1) => [.. outcome.Facts.Where(f => f.Where.Table == table).Select(f => f.Status)];

    private static Sheet Expenditure(params string[] rows) => new("expenditure_summary", "code|label|total|basic|project", rows);

    [Fact]
    public void Two_equal_cells_of_a_row_verify_neither_but_the_zero_beside_them() => Assert.Equal(
        [FactStatus.Unverified, FactStatus.Unverified, FactStatus.Verified], StatusOf(Sheet.Check(Expenditure("2010101|甲|100.00|100.00|0.00"))));

    /// <summary>Two zeros may have been cut by the same border.</summary>
    [Theory]
    [InlineData("2010101|甲|0.00|0.00|0.00", FactStatus.Verified)]
    [InlineData("2010101|甲|0.00|0.00|", FactStatus.Unverified)]
    public void Zeros_of_which_two_others_make_the_sum_are_verified(string row, FactStatus status) =>
        Assert.All(Sheet.Check(Expenditure(row)).Facts.Where(f => f.Shown.Length > 0), f => Assert.Equal(status, f.Status));

    [Fact]
    public void Equal_cells_down_a_column_verify_neither() =>
        Assert.All(StatusOf(Sheet.Check(new Sheet("expenditure_summary", "code|label|total", "201|甲|100.00", "20101|乙|100.00"))), s => Assert.Equal(FactStatus.Unverified, s));

    [Fact]
    public void What_is_proved_of_one_of_two_equal_cells_is_proved_of_the_other() =>
        Assert.All(StatusOf(Sheet.Check(Expenditure("|合计|100.00|100.00|0.00", "201|甲|60.00|60.00|0.00", "208|乙|40.00|40.00|0.00"))), s => Assert.Equal(FactStatus.Verified, s));

    [Theory]
    [InlineData("10.00", FactStatus.Verified)]
    [InlineData("10.01", FactStatus.Unverified)]
    public void A_sum_that_would_hold_for_the_next_step_too_proves_nothing(string total, FactStatus status)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", $"2010101|甲|{total}|6.00|4.00") { Unit = Unit.TenThousand });
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks).Result);
        Assert.All(outcome.Facts, f => Assert.Equal(status, f.Status));
    }

    [Fact]
    public void The_same_figure_in_another_table_verifies_both()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total", "2010101|甲|123.45"), new Sheet("general_public_budget_expenditure", "code|label|total", "2010101|甲|123.45"));
        Assert.Equal([FactStatus.Verified, FactStatus.Verified], outcome.Facts.Select(f => f.Status));
    }

    [Fact]
    public void Another_row_of_the_same_amount_in_another_table_is_no_copy()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total", "2010101|甲|123.45"), new Sheet("general_public_budget_expenditure", "code|label|total", "2010199|乙|123.45"));
        Assert.All(outcome.Facts, f => Assert.Equal(FactStatus.Unverified, f.Status));
    }

    [Fact]
    public void A_copy_does_not_outweigh_a_sum_that_fails()
    {
        var outcome = Sheet.Check(
            new Sheet("general_public_budget_expenditure", "code|label|total", "|合计|100.00", "201|甲|50.00", "208|乙|49.00"),
            new Sheet("fiscal_appropriation_expenditure", "code|label|total", "201|甲|50.00"));
        Assert.Equal(FactStatus.Unverified, Assert.Single(outcome.Facts, f => f.Where.Table == 1 && f.Line.Code == "201").Status);
    }

    [Fact]
    public void What_is_in_doubt_for_its_place_is_not_verified_by_any_sum()
    {
        var document = Sheet.Document(Expenditure("2010101|甲|100.00|60.00|40.00"));
        var facts = document.Facts.SetItem(1, document.Facts[1] with { Status = FactStatus.Doubtful });
        var outcome = Checker.Check(DocumentIdentity.Unknown, document.Tables, facts, [], []);
        Assert.Equal([FactStatus.Verified, FactStatus.Doubtful, FactStatus.Verified], outcome.Facts.Select(f => f.Status));
    }

    [Theory]
    [InlineData("1|2|3|6", FactStatus.Verified)]
    [InlineData("1|1|3|3", FactStatus.Unverified)]
    public void A_product_by_one_is_a_copy_of_the_price(string line, FactStatus status)
    {
        var cells = line.Split('|');
        var outcome = Sheet.Check(new Sheet("government_procurement", "label|quantity|unit_price|amount", $"纸|{cells[1]}|{cells[2]}|{cells[3]}"));
        Assert.Equal(status, Assert.Single(outcome.Facts, f => f.Column.Key == "amount").Status);
    }
}
