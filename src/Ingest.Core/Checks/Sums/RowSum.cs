using System.Collections.Immutable;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Sums;

/// <summary>
/// A total column equals the sum of part columns, in each row. Keys are without side and period: the rule is tried for
/// each side and period that the table has.
/// </summary>
/// <param name="Closing">Key of the closing column.</param>
/// <param name="Parts">Addends; each the first of its alternatives whose columns exist. At least two addends must exist.</param>
/// <param name="Kinds">Ids of the table kinds the rule is meant for, without <c>final_</c>; empty for any.</param>
internal sealed record RowSum(Identity Identity, string Closing, ImmutableArray<RowPart> Parts, ImmutableArray<string> Kinds, bool AllowOne = false)
{
    private static readonly RowPart CurrentSources = new([Current + "." + Subtotal], Current);
    private static readonly RowPart CarryoverSources = new([Carryover + "." + Subtotal], Carryover);

    /// <summary>基本支出 may have no 小计, only 人员支出 and 公用支出.</summary>
    private static readonly RowPart BasicParts = new([Basic], Basic);

    /// <summary>The rules, in the order in which they are tried; a total column is closed by the first that fits it.</summary>
    public static readonly ImmutableArray<RowSum> All =
    [
        new(IdentityCatalog.ProjectRow, Total, [CurrentSources, CarryoverSources, Key(SpecialAccount), Key(SpecialOther), Key(UnitFunds), Key(Undertaking), Key(Other)], ["project_expenditure"]),
        // sources beside the group of 财政拨款 count one by one, unless 单位资金 holds them
        new(IdentityCatalog.RevenueRow, Total,
            [CurrentSources, CarryoverSources, Key(NonFiscalSurplus), Key(UnitBalance), Key(UnitFunds), Key(SpecialAccount), Key(SpecialOther), Own(Undertaking), Own(BusinessIncome), Own(FromSuperior), Own(FromAffiliate), Own(Other)], []),
        new(IdentityCatalog.RevenueGroup, Current + "." + Subtotal, [new([], Current)], [], AllowOne: true),
        new(IdentityCatalog.RevenueGroup, Carryover + "." + Subtotal, [new([], Carryover)], [], AllowOne: true),
        new(IdentityCatalog.RevenueGroup, Current + "." + FiscalAppropriation,
            [Key(Current + "." + GeneralPublic), Key(Current + "." + GovernmentFund), Key(Current + "." + StateCapital)], []),
        new(IdentityCatalog.RevenueGroup, FiscalAppropriation, [Key(GeneralPublic), Key(GovernmentFund), Key(StateCapital)], []),
        new(IdentityCatalog.ProcurementRow, Sum,
            [Key(FiscalAppropriation), Fund(GeneralPublic), Fund(GovernmentFund), Fund(StateCapital), Key(SpecialAccount), Key(Undertaking), Key(FromSuperior),
                Key(FromAffiliate), Key(BusinessIncome), Key(UnitFunds), Key(NonFiscalSurplus), Key(Other), Key(Carryover + "." + Subtotal)],
            ["government_procurement", "purchased_services"]),
        new(IdentityCatalog.GeneralPublicRow, Total, [BasicParts, Key(Project)], ["general_public_budget_expenditure", "government_fund_expenditure", "state_capital_expenditure",
            "general_public_budget_expenditure_economic", "government_fund", "state_capital"]),
        new(IdentityCatalog.ExpenditureRow, Total, [BasicParts, Key(Project), Key(Business), Key(RemittedUp), Key(SubsidyDown)], []),
        new(IdentityCatalog.FundRow, Total, [Key(GeneralPublic), Key(GovernmentFund), Key(StateCapital)], ["fiscal_appropriation_summary", "revenue_expenditure_summary"]),
        new(IdentityCatalog.BasicRow, Basic, [Key(BasicPersonnel), Key(BasicOperating)], []),
        new(IdentityCatalog.EconomicRow, Total, [Key(Personnel), Key(Operating)], []),
        new(IdentityCatalog.CarRow, Car, [Key(CarPurchase), Key(CarOperation)], []),
        new(IdentityCatalog.ThreePublicRow, Total, [Key(Abroad), Key(Car), Key(Reception)], []),
        new(IdentityCatalog.ThreePublicAll, Overall, [Key(Total), Key(Meeting), Key(Training)], []),
        new(IdentityCatalog.InsuranceRow, Total,
            [Key(PensionEnterprise), Key(PensionInstitution), Key(PensionResident), Key(MedicalEmployee), Key(MedicalResident), Key(WorkInjury), Key(Unemployment), Key(Maternity)],
            ["gov_social_insurance_revenue", "gov_social_insurance_expenditure", "gov_social_insurance_balance"]),
        new(IdentityCatalog.DebtRow, DebtLimit, [Key(DebtLimit + "." + GeneralDebt), Key(DebtLimit + "." + SpecialDebt)], []),
        new(IdentityCatalog.DebtRow, DebtBalance, [Key(DebtBalance + "." + GeneralDebt), Key(DebtBalance + "." + SpecialDebt)], []),
        new(IdentityCatalog.FundBalance, ClosingBalance, [Key(OpeningBalance), Key(Revenue), new([Total], "", Subtract: true)], []),
    ];

    private static RowPart Key(string key) => new([key], "");

    private static RowPart Own(string key) => new([key], "", Unless: UnitFunds);

    /// <summary>A fund, where 财政拨款 has no column of its own that holds all of them.</summary>
    private static RowPart Fund(string key) => new([key], "", Unless: FiscalAppropriation);
}

/// <summary>One addend of a <see cref="RowSum"/>.</summary>
/// <param name="Keys">The first of these that the table has.</param>
/// <param name="Group">Else all columns directly in this group; "" for none.</param>
/// <param name="Unless">No addend where the table has this column.</param>
internal sealed record RowPart(ImmutableArray<string> Keys, string Group, bool Subtract = false, string Unless = "");
