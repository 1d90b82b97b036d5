using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks;

/// <summary>
/// What most budgets keep to and no rule demands: insurance contributions by economic and by functional code, the classes of
/// personnel and of operating costs, the three public expenses against basic expenditure. Where local practice differs, the
/// identity does not apply; only items larger than the three public expenses that hold them are a doubt.
/// </summary>
internal static class Practices
{
    private const string BasicTable = "general_public_budget_basic_expenditure";

    private static readonly (string Economic, string[] Functions)[] Contributions =
    [
        ("30108", ["2080505"]), ("30109", ["2080506"]), ("30110", ["2101101", "2101102"]), ("30111", ["2101103"]), ("30112", ["2101199"]), ("30113", ["2210201"]),
    ];

    private static readonly (string Economic, string Word, string Key)[] Items =
    [
        ("30212", "出国", Abroad), ("30217", "接待", Reception), ("30231", "用车", CarOperation), ("31013", "用车", CarPurchase),
    ];

    public static void Evaluate(TableSet set, IReadOnlySet<TableView> unsure, Records records)
    {
        if (set[BasicTable] is not { } basic || unsure.Contains(basic))
        {
            return;
        }

        Split(basic, records);
        if (set["general_public_budget_expenditure"] is { } general && !unsure.Contains(general))
        {
            Contribute(basic, general, records);
        }

        if (set["three_public_expenses"] is { } three && !unsure.Contains(three))
        {
            Cap(basic, three, records);
        }
    }

    /// <summary>S6.split: 301 and 303 are no operating costs, 302 and 310 no personnel.</summary>
    private static void Split(TableView basic, Records records)
    {
        int personnel = Headlines.Column(basic, Personnel), operating = Headlines.Column(basic, Operating);
        foreach (var row in personnel < 0 || operating < 0 ? [] : basic.Table.Rows.Where(r => r.CodeScheme == "department_economic"))
        {
            var column = row.Code[..Math.Min(3, row.Code.Length)] switch { "301" or "303" => operating, "302" or "310" => personnel, _ => -1 };
            if (column >= 0 && basic.At(row.Row, column) is >= 0 and var fact && basic.Operands.IsPrinted(fact))
            {
                records.Add(IdentityCatalog.EconomicSplit, basic, [fact], basic.Operands.Fen(fact), 0, 0, basic.Operands.Fen(fact) == 0 ? CheckResult.Pass : CheckResult.NotApplicable);
            }
        }
    }

    /// <summary>X8: contributions by economic code are the functions that they are paid under.</summary>
    private static void Contribute(TableView basic, TableView general, Records records)
    {
        int left = Headlines.Column(basic, Total), right = Headlines.Column(general, Basic);
        foreach (var (economic, functions) in left < 0 || right < 0 ? [] : Contributions)
        {
            var fact = Only(basic, economic, left);
            var parts = functions.Select(f => Only(general, f, right)).Where(f => f >= 0).ToArray();
            if (fact < 0 || parts.Length == 0)
            {
                continue;
            }

            var operands = basic.Operands;
            var sum = parts.Aggregate((Int128)0, (s, f) => s + operands.Fen(f));
            var slack = parts.Aggregate((Int128)operands.Slack(fact), (s, f) => s + operands.Slack(f));
            records.Add(
                IdentityCatalog.Contributions, basic, [fact, .. parts], operands.Fen(fact), sum, slack,
                Int128.Abs(operands.Fen(fact) - sum) * 2 <= slack ? CheckResult.Pass : CheckResult.NotApplicable);
        }
    }

    /// <summary>S7.cap: what basic expenditure holds of an item is no more than the item.</summary>
    private static void Cap(TableView basic, TableView three, Records records)
    {
        var column = Headlines.Column(basic, Total);
        var operands = basic.Operands;
        foreach (var (economic, word, key) in column < 0 ? [] : Items)
        {
            int part = Only(basic, economic, column), whole = Headlines.Total(three, key);
            // some use the codes for other things
            if (part < 0 || whole < 0 || !operands.IsPrinted(whole) || !operands.Facts[part].Line.Label.Contains(word, StringComparison.Ordinal))
            {
                continue;
            }

            var slack = operands.Slack(part) + Math.Max(operands.Slack(whole), operands.Step(whole));
            var holds = ((Int128)operands.Fen(part) - operands.Fen(whole)) * 2 <= slack;
            records.Add(IdentityCatalog.ThreePublicCap, basic, [part, whole], operands.Fen(part), operands.Fen(whole), slack, holds ? CheckResult.Pass : CheckResult.Fail);
            if (!holds)
            {
                var fact = operands.Facts[part];
                records.Anomalies.Add(new Anomaly(
                    AnomalyCodes.PartExceedsWhole, fact.Where, basic.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                    $"{fact.Shown} is more than the {operands.Facts[whole].Shown} that the table of the three public expenses has for it")
                {
                    Chinese = $"{fact.Shown} 大于“三公”经费表中该项的 {operands.Facts[whole].Shown}",
                });
            }
        }
    }

    /// <summary>The printed figure of the only row of that code; -1 if there is none or several.</summary>
    private static int Only(TableView view, string code, int column)
    {
        var rows = view.Table.Rows.Where(r => r.Code == code).ToList();
        return rows.Count == 1 && view.At(rows[0].Row, column) is >= 0 and var fact && view.Operands.IsPrinted(fact) ? fact : -1;
    }
}
