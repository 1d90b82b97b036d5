using System.Collections.Immutable;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks;

/// <summary>Lists of goods and services: quantity × price = amount on each line, no price in totals, parts within the whole.</summary>
internal sealed class Goods(TableView view, Ledger ledger, Records records)
{
    public void Evaluate()
    {
        foreach (var block in view.Blocks)
        {
            var tree = RowTree.Of(block, _ => false, r => Figures.Column(view, Sum) is >= 0 and var c && view.At(r.Row, c) is >= 0 and var f ? (view.Operands.Fen(f), view.Operands.Slack(f)) : default, goods: true);
            var parents = tree.Parents.Where(p => p >= 0).ToHashSet();
            parents.UnionWith(tree.Totals);
            foreach (var (quantity, price, amount) in Triples())
            {
                for (var i = 0; i < block.Length; i++)
                {
                    if (parents.Contains(i))
                    {
                        NoPrice(view.At(block[i].Row, price));
                    }
                    else
                    {
                        Product(view.At(block[i].Row, quantity), view.At(block[i].Row, price), view.At(block[i].Row, amount));
                    }
                }
            }

            int whole = Figures.Column(view, Sum), sme = Figures.Column(view, Sme), micro = Figures.Column(view, Micro);
            foreach (var row in block)
            {
                Within(row.Row, sme, whole);
                Within(row.Row, micro, sme >= 0 ? sme : whole);
            }
        }
    }

    /// <summary>Columns that belong together: the only ones of the table, or those under the same header.</summary>
    private IEnumerable<(int Quantity, int Price, int Amount)> Triples()
    {
        var columns = view.Columns.Where(c => c.Key is Quantity or UnitPrice or Sum).ToList();
        if (columns.Count == 3)
        {
            return Triple(columns);
        }

        return columns.GroupBy(c => c.Path.LastIndexOf('/') is >= 0 and var i ? c.Path[..i] : "").OrderBy(g => g.First().Index).SelectMany(g => Triple([.. g]));
    }

    private static IEnumerable<(int Quantity, int Price, int Amount)> Triple(List<BudgetColumn> columns)
    {
        int Index(string key) => columns.Count(c => c.Key == key) == 1 ? columns.First(c => c.Key == key).Index : -1;
        int quantity = Index(Quantity), price = Index(UnitPrice), amount = Index(Sum);
        return quantity >= 0 && price >= 0 && amount >= 0 ? [(quantity, price, amount)] : [];
    }

    private void NoPrice(int price)
    {
        if (price >= 0 && view.Operands.Fen(price) != 0)
        {
            var fact = view.Operands.Facts[price];
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.MeaninglessTotal, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                $"{fact.Shown} stands under {fact.Column.Path} in a total row: prices of unlike things have no sum", Origin.Publisher));
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
        Int128 left = (Int128)operands.Fen(amount) * scale, right = operands.Fen(price) * count.Units;
        var slack = (operands.Slack(amount) * scale) + (operands.Slack(price) * count.Units);
        var holds = Int128.Abs(left - right) * 2 <= slack;
        records.Add(IdentityCatalog.Product, view, [amount, quantity, price], left / scale, right / scale, slack / scale, holds ? CheckResult.Pass : CheckResult.Fail);
        if (!holds)
        {
            NameFactor(count, price, amount, right / scale);
        }
    }

    /// <summary>The amount is what sums confirm; where they do, the price is at fault.</summary>
    private void NameFactor(PrintedNumber count, int price, int amount, Int128 product)
    {
        var operands = view.Operands;
        var confirmed = ledger.Confirms(amount);
        var named = operands.Facts[confirmed ? price : amount];
        var closing = confirmed ? operands.Fen(amount) * PowerOfTen.Of(count.Decimals) / count.Units : product;
        var expected = AmountPrint.Like(closing, named.Unit, view.ColumnStep(named.Where.Column), view.Grouped);
        records.Anomalies.Add(new Anomaly(
            AnomalyCodes.QuantityTimesPrice, named.Where, view.Kind, Findings.Name(named), named.Column.Path, named.Shown, expected,
            $"quantity × {operands.Facts[price].Shown} is not {operands.Facts[amount].Shown}", confirmed ? Origin.Publisher : Origin.Unknown));
        records.Doubt(confirmed ? price : amount);
    }

    private void Within(int row, int partColumn, int wholeColumn)
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
        if (!holds)
        {
            var fact = operands.Facts[part];
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.PartExceedsWhole, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                $"{fact.Shown} is more than {operands.Facts[whole].Shown} under {operands.Facts[whole].Column.Path}, of which it is a part", Origin.Publisher));
            records.Doubt(part);
        }
    }
}
