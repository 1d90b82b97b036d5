using System.Collections.Immutable;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Across;

/// <summary>The same figure in two tables of one budget.</summary>
internal static class CrossTables
{
    private const string Summary = "revenue_expenditure_summary";
    private const string RevenueTable = "revenue_summary";
    private const string FinalRevenue = "revenue";
    private const string ExpenditureTable = "expenditure_summary";
    private const string FinalExpenditure = "expenditure";
    private const string Fiscal = "fiscal_appropriation_summary";
    private const string GeneralPublicTable = "general_public_budget_expenditure";
    private const string BasicTable = "general_public_budget_basic_expenditure";
    private const string FundTable = "government_fund_expenditure";
    private const string CapitalTable = "state_capital_expenditure";
    private const string ProjectTable = "project_expenditure";

    private static readonly ImmutableArray<string> FundNames = ["一般公共预算", "政府性基金", "国有资本经营"];

    public static void Evaluate(TableSet set, Ledger ledger)
    {
        var revenue = set[RevenueTable] ?? set[FinalRevenue];
        var expenditure = set[ExpenditureTable] ?? set[FinalExpenditure];
        if (set[Summary] is { } summary)
        {
            Income(summary, revenue, ledger);
            Spending(summary, expenditure, ledger);
            Appropriation(summary, set[Fiscal], ledger);
        }

        if (set[Fiscal] is { } fiscal)
        {
            FundTables(set, fiscal, ledger);
        }

        BasicAndProject(set, expenditure, ledger);
        CodesAcross.Evaluate([revenue, expenditure, set["fiscal_appropriation_expenditure"], set[GeneralPublicTable]], ledger);
        CodesAcross.Evaluate([set["fiscal_appropriation_basic_expenditure"], set[BasicTable]], ledger);
    }

    /// <summary>X1: the revenue table totals the year's income, with the carry-over where it has columns for it.</summary>
    private static void Income(TableView summary, TableView? revenue, Ledger ledger)
    {
        if (revenue is null)
        {
            return;
        }

        var all = revenue.Columns.Any(c => c.Key is { } key && (key.StartsWith(Carryover, StringComparison.Ordinal) || key == NonFiscalSurplus));
        var side = IncomeKey(summary);
        var left = all ? Headlines.Named(summary, side, Labels.IsGrandTotal) : Headlines.Named(summary, side, n => n is "本年收入合计");
        Equal(ledger, IdentityCatalog.IncomeAcross, summary, left, revenue, Headlines.Total(revenue, Total));
    }

    /// <summary>X2: the year's expenditure, as a whole and class by class.</summary>
    private static void Spending(TableView summary, TableView? expenditure, Ledger ledger)
    {
        if (expenditure is null)
        {
            return;
        }

        const string Side = Expenditure + "." + Total;
        Equal(ledger, IdentityCatalog.SpendingAcross, summary, Headlines.Named(summary, Side, n => n is "本年支出合计"), expenditure, Headlines.Total(expenditure, Total));
        ClassesByName(summary, Side, expenditure, IdentityCatalog.SpendingAcross, ledger);
    }

    /// <summary>X3: the funds among the income are the year's income of the appropriation table.</summary>
    private static void Appropriation(TableView summary, TableView? fiscal, Ledger ledger)
    {
        if (fiscal is null)
        {
            return;
        }

        var side = IncomeKey(summary);
        var funds = FundNames.Select(f => Headlines.Named(summary, side, n => n.StartsWith(f, StringComparison.Ordinal))).ToArray();
        // without rows for the carry-over the funds hold it
        var carried = summary.Table.Rows.Any(r => r.Label.Contains("结转", StringComparison.Ordinal));
        var total = Headlines.Named(fiscal, IncomeKey(fiscal), n => carried ? n is "本年收入" or "本年收入合计" : n is "收入总计" or "收入合计" or "总计" or "合计");
        var spending = Expenditure + "." + Total;
        ClassesByName(summary, fiscal, spending, ledger);
        for (var i = 0; i < funds.Length && carried; i++)
        {
            Equal(ledger, IdentityCatalog.AppropriationAcross, summary, funds[i], fiscal, FirstFund(fiscal, FundNames[i]));
        }

        if (total >= 0 && funds[0] >= 0 && !funds.Contains(-2))
        {
            ledger.Add(IdentityCatalog.AppropriationAcross, fiscal, [total], [.. funds.Where(f => f >= 0)], summary.Whole);
        }
    }

    /// <summary>X4: each fund's expenditure is the total of its table.</summary>
    private static void FundTables(TableSet set, TableView fiscal, Ledger ledger)
    {
        foreach (var (fund, table) in new[] { (GeneralPublic, GeneralPublicTable), (GovernmentFund, FundTable), (StateCapital, CapitalTable) })
        {
            if (set[table] is { } view)
            {
                var left = Headlines.Named(fiscal, Expenditure + "." + fund, n => n is "本年支出" or "本年支出合计");
                Equal(ledger, IdentityCatalog.FundsAcross, fiscal, left, view, Headlines.Total(view, Total));
                if (fund == GeneralPublic)
                {
                    ClassesByName(fiscal, Expenditure + "." + fund, view, IdentityCatalog.FundsAcross, ledger);
                }
            }
        }
    }

    /// <summary>X5 and X6: basic expenditure equals its table by economic codes, project expenditure the list of projects.</summary>
    private static void BasicAndProject(TableSet set, TableView? expenditure, Ledger ledger)
    {
        if (set[GeneralPublicTable] is { } general && set[BasicTable] is { } basic)
        {
            foreach (var (left, right) in new[] { (Basic, Total), (BasicPersonnel, Personnel), (BasicOperating, Operating), (BasicPersonnel, Personnel + "." + Total), (BasicOperating, Operating + "." + Total) })
            {
                Equal(ledger, IdentityCatalog.BasicAcross, general, Headlines.Total(general, left), basic, Headlines.Total(basic, right));
            }

            int personnel = Headlines.Total(basic, Personnel + "." + Total), operating = Headlines.Total(basic, Operating + "." + Total);
            if (personnel >= 0 && operating >= 0 && Headlines.Total(general, Basic) is >= 0 and var whole)
            {
                ledger.Add(IdentityCatalog.BasicAcross, general, [whole], [personnel, operating], basic.Whole);
            }
        }

        if (set[ProjectTable] is { } projects)
        {
            if (expenditure is not null)
            {
                int project = Headlines.Total(expenditure, Project), business = Headlines.Total(expenditure, Business), listed = Headlines.Total(projects, Total);
                var operands = expenditure.Operands;
                if (project >= 0 && business >= 0 && listed >= 0 && operands.Fen(business) > 0
                    && Int128.Abs((Int128)operands.Fen(listed) - operands.Fen(project) - operands.Fen(business)) * 2 <= operands.Slack(listed) + operands.Slack(project) + operands.Slack(business))
                {
                    // what a unit spends on its business may be listed as a project
                    ledger.Add(IdentityCatalog.ProjectsAcross, projects, [listed], [project, business], expenditure.Whole);
                }
                else
                {
                    Equal(ledger, IdentityCatalog.ProjectsAcross, expenditure, project, projects, listed);
                }
            }
        }
    }

    private static string IncomeKey(TableView view) => ColumnKeys.Income + "." + Total;

    /// <summary>The classes of a two-sided table have names only; in a table with codes the rows of three digits have the same.</summary>
    private static void ClassesByName(TableView named, string key, TableView coded, Identity identity, Ledger ledger)
    {
        int left = Headlines.Column(named, key), right = Headlines.Column(coded, Total);
        if (left < 0 || right < 0)
        {
            return;
        }

        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in coded.Table.Rows.Where(r => r.CodeScheme == "functional" && r.Code.Length == 3))
        {
            if (!classes.TryAdd(Bare(row.Label), view(coded, row, right)))
            {
                return; // classes that come again belong to several units
            }
        }

        var block = named.Columns.First(c => c.Index == left).Block;
        foreach (var row in named.Table.Rows.Where(r => r.Block == block && Labels.Ordinal(r.Label).Rank > 0))
        {
            if (classes.TryGetValue(Bare(Labels.Ordinal(row.Label).Name), out var fact))
            {
                Equal(ledger, identity, named, named.At(row.Row, left), coded, fact);
            }
        }

        static int view(TableView v, BudgetRow row, int column) => v.At(row.Row, column);
    }

    /// <summary>The row of a fund in the section of the year's income, which comes before that of the carry-over.</summary>
    private static int FirstFund(TableView fiscal, string name)
    {
        var column = Headlines.Column(fiscal, IncomeKey(fiscal));
        if (column < 0)
        {
            return -1;
        }

        var block = fiscal.Columns.First(c => c.Index == column).Block;
        var row = fiscal.Table.Rows.Where(r => r.Block == block).TakeWhile(r => !r.Label.Contains("结转", StringComparison.Ordinal))
            .FirstOrDefault(r => Labels.Ordinal(r.Label) is var (rank, bare) && rank > 0 && bare.StartsWith(name, StringComparison.Ordinal));
        return row is null ? -1 : fiscal.At(row.Row, column);
    }

    /// <summary>Where the year's expenditure is all from appropriations, each class is the same in both tables.</summary>
    private static void ClassesByName(TableView summary, TableView fiscal, string key, Ledger ledger)
    {
        int left = Headlines.Column(summary, key), right = Headlines.Column(fiscal, key);
        int all = Headlines.Named(summary, key, n => n is "本年支出合计"), granted = Headlines.Named(fiscal, key, n => n is "本年支出" or "本年支出合计");
        if (left < 0 || right < 0 || all < 0 || granted < 0 || summary.Operands.Fen(all) != fiscal.Operands.Fen(granted))
        {
            return;
        }

        var rows = new Dictionary<string, BudgetRow>(StringComparer.Ordinal);
        var block = fiscal.Columns.First(c => c.Index == right).Block;
        foreach (var row in fiscal.Table.Rows.Where(r => r.Block == block && Labels.Ordinal(r.Label).Rank > 0))
        {
            rows.TryAdd(Bare(Labels.Ordinal(row.Label).Name), row);
        }

        block = summary.Columns.First(c => c.Index == left).Block;
        foreach (var row in summary.Table.Rows.Where(r => r.Block == block && Labels.Ordinal(r.Label).Rank > 0))
        {
            if (rows.Remove(Bare(Labels.Ordinal(row.Label).Name), out var same))
            {
                Equal(ledger, IdentityCatalog.AppropriationAcross, summary, summary.At(row.Row, left), fiscal, fiscal.At(same.Row, right));
            }
        }
    }

    private static string Bare(string name) => name.EndsWith("支出", StringComparison.Ordinal) ? name[..^2] : name;

    public static void Equal(Ledger ledger, Identity identity, TableView leftView, int left, TableView rightView, int right)
    {
        if (left >= 0 && right >= 0 && leftView.Operands.Kind(left) != OperandKind.Blank && rightView.Operands.Kind(right) != OperandKind.Blank)
        {
            ledger.Add(identity, leftView, [left], [right], rightView.Whole);
        }
    }
}
