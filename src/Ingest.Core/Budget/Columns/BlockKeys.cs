using System.Collections.Immutable;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>Finds the side of each half and keys its value columns; no key stands twice in a half.</summary>
internal static class BlockKeys
{
    public static string?[] Of(TableColumn[] columns, int[] blocks, TableKind kind, ImmutableArray<BudgetRow> rows, int year)
    {
        var keys = new string?[columns.Length];
        var last = columns.Length == 0 ? -1 : blocks[^1];
        var context = Context(columns, kind, year);
        for (var block = 0; block <= last; block++)
        {
            var side = Side(columns, blocks, block, last, kind, rows);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var overall = kind.Vocabulary == ColumnVocabulary.ThreePublic && ThreePublicWords.HasOverall(columns);
            foreach (var column in columns)
            {
                if (blocks[column.Index] != block || !column.IsValue)
                    continue;
                var key = ColumnKeyer.Key(column.Parts, side, context);
                // a table without header words for its only figures: they are the total
                if (key is null && column.Parts.Length == 0 && last == 0 && CountValues(columns) == 1)
                    key = ColumnKeys.Total;
                if (overall && key is not null)
                    key = ThreePublicWords.WithOverall(key, column.Parts);
                if (key is not null && seen.Add(key))
                    keys[column.Index] = key;
            }
        }
        return keys;
    }

    private static KeyContext Context(TableColumn[] columns, TableKind kind, int year)
    {
        int latest = 0, groups = 0;
        bool grand = false, settled = false;
        foreach (var column in columns)
        {
            foreach (var part in column.Parts)
                latest = Math.Max(latest, Words.YearIn(part));
            if (!column.IsValue)
                continue;
            grand |= column.Parts.Length == 1 && Words.IsTotal(column.Leaf) && !Words.Has(column.Leaf, "本年") && !Words.Has(column.Leaf, "小计");
            grand |= column.Parts.Length > 1 && Words.IsTotal(column.Leaf) && !Words.Has(column.Parts[^2], "本年") && !Words.Has(column.Parts[^2], "结转") && !Words.Has(column.Parts[^2], "拨款");
            settled |= column.Mentions("决算数");
            groups++;
        }
        // a header may name a later year than the document's (年终); the document's year is surer
        var own = year == 0 || (latest > 0 && latest < year && !AnyOf(columns, year)) ? latest : year;
        if (kind.Vocabulary != ColumnVocabulary.Government)
            return new KeyContext(kind.Vocabulary, kind.Phase, own, grand && groups > 1, settled);
        var states = columns.Where(static c => c.IsValue).Select(c => GovernmentWords.IsSettled(c, own)).ToList();
        return new KeyContext(kind.Vocabulary, kind.Phase, own, grand && groups > 1, states.Exists(static s => s.Current), states.Exists(static s => s.Prior));
    }

    private static bool AnyOf(TableColumn[] columns, int year)
    {
        foreach (var column in columns)
        {
            foreach (var part in column.Parts)
            {
                if (Words.YearIn(part) == year || Words.Has(part, "本年") || Words.Has(part, "当年"))
                    return true;
            }
        }
        return false;
    }

    private static int CountValues(TableColumn[] columns)
    {
        var count = 0;
        foreach (var column in columns)
            count += column.IsValue ? 1 : 0;
        return count;
    }

    private static string Side(TableColumn[] columns, int[] blocks, int block, int last, TableKind kind, ImmutableArray<BudgetRow> rows)
    {
        if (kind.Layout == TableLayout.TwoSided && (last > 0 || kind.Vocabulary == ColumnVocabulary.TwoSided))
        {
            foreach (var column in columns)
            {
                if (blocks[column.Index] != block || column.Parts.Length == 0)
                    continue;
                var income = Words.Has(column.Parts[0], "收入");
                var expenditure = Words.Has(column.Parts[0], "支出");
                if (income != expenditure)
                    return income ? ColumnKeys.Income : ColumnKeys.Expenditure;
            }
            return block > 0 ? ColumnKeys.Expenditure : last == 0 && IsStacked(rows) ? "" : ColumnKeys.Income;
        }
        return last > 0 && kind.Vocabulary == ColumnVocabulary.Economic ? EconomicSide(columns, blocks, block, rows) : "";
    }

    /// <summary>Both sides stand in one list: its columns are of neither.</summary>
    private static bool IsStacked(ImmutableArray<BudgetRow> rows)
    {
        bool income = false, expenditure = false;
        foreach (var row in rows)
        {
            income |= Words.Has(row.Label, "收入") && !Words.Has(row.Label, "支出");
            expenditure |= Words.Has(row.Label, "支出") && !Words.Has(row.Label, "收入");
        }
        return income && expenditure;
    }

    /// <summary>Of a folded table of basic expenditure: by the group's header, else by the codes (301, 303 are personnel).</summary>
    private static string EconomicSide(TableColumn[] columns, int[] blocks, int block, ImmutableArray<BudgetRow> rows)
    {
        foreach (var column in columns)
        {
            if (blocks[column.Index] != block)
                continue;
            // the key then says it already
            if (column.Mentions("人员") != column.Mentions("公用"))
                return column.Mentions("人员") ? ColumnKeys.Personnel : ColumnKeys.Operating;
        }
        int personnel = 0, operating = 0;
        foreach (var row in rows)
        {
            if (row.Block != block || row.Code.Length < 3)
                continue;
            if (row.Code.StartsWith("301", StringComparison.Ordinal) || row.Code.StartsWith("303", StringComparison.Ordinal))
                personnel++;
            else
                operating++;
        }
        return personnel + operating == 0 ? "" : personnel >= operating ? ColumnKeys.Personnel : ColumnKeys.Operating;
    }
}
