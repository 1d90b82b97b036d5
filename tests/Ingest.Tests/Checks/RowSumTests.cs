using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>
/// Which columns make a total column, kind by kind. A row of columns is the total, then its parts; one after <c>-</c> is taken off,
/// one after <c>~</c> is no part. Each figure is twice the one before it, so that no other choice of columns makes the total.
/// </summary>
public class RowSumTests
{
    [Theory]
    [InlineData("S2.row", "revenue_summary", "total|current.subtotal|carryover.subtotal|non_fiscal_surplus|unit_balance|special_account|special_other|undertaking|business_income|from_superior|from_affiliate|other")]
    [InlineData("S2.row", "revenue_summary", "total|current.subtotal|carryover.subtotal|unit_funds|~undertaking|~business_income|~from_superior|~from_affiliate|~other")]
    [InlineData("S2.row", "final_revenue", "total|current.general_public|current.government_fund|carryover.general_public|carryover.state_capital")]
    [InlineData("S2.sub", "revenue_summary", "current.subtotal|current.general_public|current.government_fund|current.other")]
    [InlineData("S2.sub", "revenue_summary", "current.subtotal|current.fiscal_appropriation|current.other|~current.general_public")]
    [InlineData("S2.sub", "revenue_summary", "current.subtotal|current.general_public")]
    [InlineData("S2.sub", "revenue_summary", "carryover.subtotal|carryover.general_public|carryover.other")]
    [InlineData("S2.sub", "revenue_summary", "carryover.subtotal|carryover.general_public")]
    [InlineData("S2.sub", "revenue_summary", "current.fiscal_appropriation|current.general_public|current.government_fund|current.state_capital")]
    [InlineData("S2.sub", "revenue_summary", "fiscal_appropriation|general_public|government_fund|state_capital")]
    [InlineData("S3.row", "expenditure_summary", "total|basic|project|business|remitted_up|subsidy_down|~basic.personnel")]
    [InlineData("S4.row", "fiscal_appropriation_summary", "expenditure.total|expenditure.general_public|expenditure.government_fund|expenditure.state_capital")]
    [InlineData("S4.row", "final_revenue_expenditure_summary", "income.total|income.general_public|income.government_fund|income.state_capital")]
    [InlineData("S5.row", "general_public_budget_expenditure", "total|basic|project")]
    [InlineData("S5.row", "general_public_budget_expenditure", "total|basic.personnel|basic.operating|project")]
    [InlineData("S5.row", "government_fund_expenditure", "total|basic|project")]
    [InlineData("S5.row", "state_capital_expenditure", "total|basic|project")]
    [InlineData("S5.row", "final_general_public_budget_expenditure_economic", "total|basic|project")]
    [InlineData("S5.row", "final_government_fund", "total|basic|project")]
    [InlineData("S5.row", "final_state_capital", "total|basic|project")]
    [InlineData("S5.basic", "general_public_budget_expenditure", "basic|basic.personnel|basic.operating")]
    [InlineData("S6.row", "general_public_budget_basic_expenditure", "total|personnel|operating")]
    [InlineData("S7.car", "three_public_expenses", "car|car.purchase|car.operation")]
    [InlineData("S7.sum", "three_public_expenses", "total|abroad|car|reception")]
    [InlineData("S7.all", "three_public_expenses", "overall|total|meeting|training")]
    [InlineData("S9.row", "project_expenditure", "total|current.subtotal|carryover.subtotal|special_account|special_other|unit_funds|undertaking|other")]
    [InlineData("S10.row", "government_procurement", "amount|fiscal_appropriation|special_account|undertaking|from_superior|from_affiliate|business_income|unit_funds|non_fiscal_surplus|other|carryover.subtotal|~general_public")]
    [InlineData("S10.row", "government_procurement", "amount|general_public|government_fund|state_capital")]
    [InlineData("S10.row", "purchased_services", "amount|general_public|government_fund|state_capital")]
    [InlineData("F2", "final_government_fund", "closing_balance|opening_balance|revenue|-total")]
    [InlineData("G.funds", "gov_social_insurance_revenue", "total|pension.enterprise|pension.institution|pension.resident|medical.employee|medical.resident|work_injury|unemployment|maternity")]
    [InlineData("G.funds", "gov_social_insurance_expenditure", "total|pension.enterprise|maternity")]
    [InlineData("G.funds", "gov_social_insurance_balance", "total|pension.enterprise|maternity")]
    [InlineData("G.debt", "gov_debt", "debt_limit|debt_limit.general|debt_limit.special")]
    [InlineData("G.debt", "gov_debt", "debt_balance|debt_balance.general|debt_balance.special")]
    public void The_parts_make_the_total_of_the_row(string identity, string kind, string columns)
    {
        var parts = columns.Split('|')[1..];
        var figures = parts.Select((_, i) => 1L << i).ToArray();
        var total = parts.Zip(figures, (p, f) => p[0] switch { '~' => 0, '-' => -f, _ => f }).Sum();

        var (result, anomalies) = Check(total);
        Assert.Equal((CheckResult.Pass, 0), (result, anomalies));
        (result, anomalies) = Check(total + 1000);
        Assert.Equal((CheckResult.Fail, 1), (result, anomalies));

        (CheckResult Result, int Anomalies) Check(long closing)
        {
            var amounts = figures.Prepend(closing).Select(f => f.ToString("0.00", CultureInfo.InvariantCulture));
            var outcome = Sheet.Check(new Sheet(kind, "label|" + columns.Replace("|~", "|", StringComparison.Ordinal).Replace("|-", "|", StringComparison.Ordinal), "甲项|" + string.Join('|', amounts)));
            return (Assert.Single(outcome.Checks, c => c.Identity == identity).Result, outcome.Anomalies.Count(a => a.Code == AnomalyCodes.RowSum));
        }
    }

    /// <summary>The funds make the total only where the table is about them.</summary>
    [Theory]
    [InlineData("expenditure_summary", "total|general_public|government_fund")]
    [InlineData("expenditure_summary", "total|pension.enterprise|maternity")]
    [InlineData("expenditure_summary", "amount|general_public|government_fund")]
    public void A_sum_that_is_of_another_kind_of_table_claims_nothing(string kind, string columns) =>
        Assert.Empty(Sheet.Check(new Sheet(kind, "label|" + columns, "甲项|9.00|1.00|2.00")).Checks);
}
