namespace Ingest.Core.Model;

/// <summary>
/// Canonical names of value columns, stable over cities and years. A key is a measure, with prefixes for what it is
/// measured over, in this order: <c>side.</c> (two-sided tables) <c>period.</c> <c>group.</c> measure; for example
/// <c>expenditure.prior.general_public</c>, <c>budget.car.purchase</c>, <c>carryover.subtotal</c>.
/// </summary>
public static class ColumnKeys
{
    // sides of two-sided tables
    public const string Income = "income";
    public const string Expenditure = "expenditure";
    public const string Personnel = "personnel";
    public const string Operating = "operating";

    // periods
    public const string Prior = "prior";
    public const string Change = "change";
    public const string Budget = "budget";
    public const string AdjustedBudget = "adjusted_budget";
    public const string Final = "final";

    // groups
    public const string Current = "current";
    public const string Carryover = "carryover";

    // measures: expenditure
    public const string Total = "total";
    public const string Subtotal = "subtotal";
    public const string Basic = "basic";
    public const string BasicPersonnel = "basic.personnel";
    public const string BasicOperating = "basic.operating";
    public const string Project = "project";
    public const string Business = "business";
    public const string RemittedUp = "remitted_up";
    public const string SubsidyDown = "subsidy_down";

    // measures: fund sources
    public const string FiscalAppropriation = "fiscal_appropriation";
    public const string GeneralPublic = "general_public";
    public const string GovernmentFund = "government_fund";
    public const string StateCapital = "state_capital";
    public const string SpecialAccount = "special_account";
    public const string Undertaking = "undertaking";
    public const string BusinessIncome = "business_income";
    public const string FromSuperior = "from_superior";
    public const string FromAffiliate = "from_affiliate";
    public const string Other = "other";
    public const string UnitFunds = "unit_funds";

    /// <summary>Of 财政专户拨款, what is not 教育收费.</summary>
    public const string SpecialOther = "special_other";

    /// <summary>上年实户资金余额: what a unit has left on its own account.</summary>
    public const string UnitBalance = "unit_balance";
    public const string NonFiscalSurplus = "non_fiscal_surplus";

    // measures: three public expenses
    public const string Abroad = "abroad";
    public const string Car = "car";
    public const string CarPurchase = "car.purchase";
    public const string CarOperation = "car.operation";
    public const string Reception = "reception";
    public const string Meeting = "meeting";
    public const string Training = "training";
    public const string AgencyOperation = "agency_operation";

    /// <summary>The three with meetings, training or running costs, where a table sums them up; <see cref="Total"/> is the three alone.</summary>
    public const string Overall = "overall";

    // measures: balances of fund and final-account tables
    public const string OpeningBalance = "opening_balance";
    public const string Revenue = "revenue";
    public const string ClosingBalance = "closing_balance";

    // measures: procurement and assets
    public const string Quantity = "quantity";
    public const string UnitPrice = "unit_price";
    public const string Sum = "amount";
    public const string Sme = "sme";
    public const string Micro = "micro";

    /// <summary>What of an expenditure is procured: the group of <see cref="Sum"/>, <see cref="Sme"/> and <see cref="Micro"/> in tables of other kinds.</summary>
    public const string Procured = "procurement";

    public const string Rate = "rate";

    // measures: budgets of governments
    /// <summary>One figure in per cent of another, where the header does not say which.</summary>
    public const string Ratio = "ratio";
    public const string RatioToPrior = "ratio.prior";
    public const string RatioToBudget = "ratio.budget";
    public const string DebtLimit = "debt_limit";
    public const string DebtBalance = "debt_balance";

    // kinds of debt, behind the two
    public const string GeneralDebt = "general";
    public const string SpecialDebt = "special";

    // measures: funds of social insurance
    public const string PensionEnterprise = "pension.enterprise";
    public const string PensionInstitution = "pension.institution";
    public const string PensionResident = "pension.resident";
    public const string MedicalEmployee = "medical.employee";
    public const string MedicalResident = "medical.resident";
    public const string WorkInjury = "work_injury";
    public const string Unemployment = "unemployment";
    public const string Maternity = "maternity";
}
