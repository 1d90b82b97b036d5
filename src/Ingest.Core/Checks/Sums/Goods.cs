using Ingest.Core.Amounts;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Sums;

/// <summary>Lists of goods and services: quantity × price = amount on each line, no price in totals, parts within the whole.</summary>
internal sealed class Goods
{
    private readonly TableView view;
    private readonly Ledger ledger;
    private readonly Records records;
    private readonly List<(int Quantity, int Price, int Amount)> triples;

    public Goods(TableView view, Ledger ledger, Records records)
    {
        this.view = view;
        this.ledger = ledger;
        this.records = records;
        triples = [.. Triples()];
    }

    /// <summary>S10.qxp: the products, as equations on the amounts.</summary>
    public void Multiply()
    {
        foreach (var (row, _) in Lines().Where(l => !l.IsParent))
        {
            foreach (var (quantity, price, amount) in triples)
            {
                Product(view.At(row.Row, quantity), view.At(row.Row, price), view.At(row.Row, amount));
            }
        }
    }

    /// <summary>No price in totals, and parts within the whole; nothing more is said of cells that are suspected already.</summary>
    public void Compare(IReadOnlySet<int> suspected)
    {
        int whole = Headlines.Column(view, Sum), sme = Headlines.Column(view, Sme), micro = Headlines.Column(view, Micro);
        foreach (var (row, isParent) in Lines())
        {
            foreach (var (quantity, price, amount) in isParent ? triples : [])
            {
                if (!IsLine(row, quantity, price, amount))
                {
                    NoPrice(view.At(row.Row, price));
                }
            }

            Within(row.Row, sme, whole, suspected);
            Within(row.Row, micro, sme >= 0 ? sme : whole, suspected);
        }
    }

    private IEnumerable<(BudgetRow Row, bool IsParent)> Lines()
    {
        var rows = view.Table.Rows;
        var parents = rows.Where(r => r.Share == RowShare.Addend).Select(r => r.Parent).ToHashSet();
        return rows.Select((r, i) => (r, r.IsTotal || parents.Contains(i)));
    }

    /// <summary>What a column of a list of goods counts; by its header where it has no key, because several are alike. "" for anything else.</summary>
    public static string Measure(BudgetColumn column)
    {
        if (column.Key is not null)
        {
            return column.Key;
        }

        var leaf = column.Path[(column.Path.LastIndexOf('/') + 1)..];
        return leaf.Contains("单价", StringComparison.Ordinal) ? UnitPrice
            : leaf.Contains("金额", StringComparison.Ordinal) && column.Path.Contains('/', StringComparison.Ordinal) ? Sum
            : leaf.Contains("数量", StringComparison.Ordinal) && column.Path.Contains('/', StringComparison.Ordinal) ? Quantity : "";
    }

    /// <summary>Columns that belong together: the only ones of the table, or those under the same header.</summary>
    private IEnumerable<(int Quantity, int Price, int Amount)> Triples()
    {
        var columns = view.Columns.Where(c => Measure(c) is Quantity or UnitPrice or Sum).ToList();
        if (columns.Count == 3)
        {
            return Triple(columns);
        }

        return columns.GroupBy(c => c.Path.LastIndexOf('/') is >= 0 and var i ? c.Path[..i] : "").OrderBy(g => g.First().Index).SelectMany(g => Triple([.. g]));
    }

    private static IEnumerable<(int Quantity, int Price, int Amount)> Triple(List<BudgetColumn> columns)
    {
        int Index(string key) => columns.Count(c => Measure(c) == key) == 1 ? columns.First(c => Measure(c) == key).Index : -1;
        int quantity = Index(Quantity), price = Index(UnitPrice), amount = Index(Sum);
        return quantity >= 0 && price >= 0 && amount >= 0 ? [(quantity, price, amount)] : [];
    }

    /// <summary>The row is no total, whatever stands below it: its amount is its quantity times its price.</summary>
    private bool IsLine(BudgetRow row, int quantity, int price, int amount) =>
        !row.IsTotal && view.At(row.Row, quantity) is >= 0 and var q && view.At(row.Row, price) is >= 0 and var p && view.At(row.Row, amount) is >= 0 and var a
        && view.Operands.Facts[q].Number is { Decimals: 0 } count && count.Units > 0 && view.Operands.Fen(p) != 0 && view.Operands.Fen(p) * count.Units == view.Operands.Fen(a);

    private void NoPrice(int price)
    {
        if (price >= 0 && view.Operands.Fen(price) != 0)
        {
            var fact = view.Operands.Facts[price];
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.MeaninglessTotal, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                $"{fact.Shown} stands under {fact.Column.Path} in a total row: prices of unlike things have no sum", Origin.Publisher)
            {
                Chinese = $"{fact.Shown} 出现在合计行的“{fact.Column.Path}”列：不同物品的单价不应求和",
            });
            records.Doubt(price);
        }
    }

    private void Product(int quantity, int price, int amount)
    {
        if (quantity < 0 || price < 0 || amount < 0)
        {
            return;
        }

        var operands = view.Operands;
        if (operands.Facts[quantity].Number is not { } count || count.Units <= 0 || count.Decimals > 12 || !operands.IsPrinted(price) || !operands.IsPrinted(amount) || operands.Fen(price) == 0)
        {
            return;
        }

        var scale = PowerOfTen.Of(count.Decimals);
        var product = operands.Fen(price) * count.Units / scale;
        ledger.AddProduct(IdentityCatalog.Product, view, amount, price, quantity, product, operands.Slack(price) * count.Units / scale);
    }

    /// <summary>A product that fails although sums confirm the amount: the price is at fault.</summary>
    public static Anomaly Explain(in Equation equation, ReadOnlySpan<int> terms, Ledger ledger, Records records)
    {
        int amount = terms[0], price = terms[1], quantity = terms[2];
        var (view, operands) = (equation.View, equation.View.Operands);
        var confirmed = ledger.Confirms(amount);
        var named = operands.Facts[confirmed ? price : amount];
        var count = operands.Facts[quantity].Number!.Value;
        var closing = confirmed ? operands.Fen(amount) * PowerOfTen.Of(count.Decimals) / count.Units : equation.Right;
        var expected = AmountPrint.Like(closing, named.Unit, view.ColumnStep(named.Where.Column), view.Grouped);
        records.Doubt(confirmed ? price : amount);
        return new Anomaly(
            AnomalyCodes.QuantityTimesPrice, named.Where, view.Kind, Findings.Name(named), named.Column.Path, named.Shown, expected,
            $"{operands.Facts[quantity].Shown} × {operands.Facts[price].Shown} is not {operands.Facts[amount].Shown}", confirmed ? Origin.Publisher : Origin.Unknown)
        {
            Chinese = $"{operands.Facts[quantity].Shown} × {operands.Facts[price].Shown} 不等于 {operands.Facts[amount].Shown}",
        };
    }

    private void Within(int row, int partColumn, int wholeColumn, IReadOnlySet<int> suspected)
    {
        if (partColumn < 0 || wholeColumn < 0)
        {
            return;
        }

        int part = view.At(row, partColumn), whole = view.At(row, wholeColumn);
        var operands = view.Operands;
        if (part < 0 || whole < 0 || !operands.IsPrinted(part) || !operands.IsPrinted(whole) || (operands.Fen(part) == 0 && operands.Fen(whole) == 0))
        {
            return;
        }

        var slack = operands.Slack(part) + operands.Slack(whole);
        var holds = ((Int128)operands.Fen(part) - operands.Fen(whole)) * 2 <= slack;
        records.Add(IdentityCatalog.Within, view, [part, whole], operands.Fen(part), operands.Fen(whole), slack, holds ? CheckResult.Pass : CheckResult.Fail);
        if (!holds && !suspected.Contains(part) && !suspected.Contains(whole))
        {
            var fact = operands.Facts[part];
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.PartExceedsWhole, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                $"{fact.Shown} is more than {operands.Facts[whole].Shown} under {operands.Facts[whole].Column.Path}, of which it is a part", Origin.Publisher)
            {
                Chinese = $"{fact.Shown} 大于其所属的“{operands.Facts[whole].Column.Path}” {operands.Facts[whole].Shown}",
            });
            records.Doubt(part);
        }
    }
}
