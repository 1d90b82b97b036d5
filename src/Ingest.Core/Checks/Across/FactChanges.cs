using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

public enum FactChangeKind : byte
{
    /// <summary>The same place says something else.</summary>
    Restated,

    /// <summary>Only the later document has it.</summary>
    Added,

    /// <summary>Only the earlier document has it.</summary>
    Removed,
}

/// <summary>A figure that differs between two versions of a document.</summary>
/// <param name="Label">The row, with the rows above it in its tree, outermost first, joined by /.</param>
/// <param name="Old">Null when it was added.</param>
/// <param name="New">Null when it was removed.</param>
public sealed record FactChange(FactChangeKind Kind, string TableKind, string Code, string Label, string ColumnPath, Fact? Old, Fact? New);

/// <summary>
/// Compares the facts of two versions of a document by what they are said of: kind of table, code, labels from the top of
/// the tree, canonical column. Places on the page do not count, so that a moved table is no change; neither does the unit,
/// so that a table reprinted in 万元 only restates what differs by more than the coarser step explains.
/// </summary>
public static class FactChanges
{
    /// <returns>In the order of the later document, what was removed after it.</returns>
    public static ImmutableArray<FactChange> Between(ParsedDocument earlier, ParsedDocument later)
    {
        var before = Keyed(earlier);
        var left = before.ToDictionary(f => f.Key, f => f.Fact);
        var changes = ImmutableArray.CreateBuilder<FactChange>();
        foreach (var (key, fact) in Keyed(later))
        {
            if (!left.Remove(key, out var old))
            {
                if (SaysSomething(fact))
                {
                    changes.Add(Change(FactChangeKind.Added, key, null, fact));
                }
            }
            else if (!Same(old, fact))
            {
                changes.Add(Change(FactChangeKind.Restated, key, old, fact));
            }
        }

        foreach (var (key, fact) in before)
        {
            if (left.ContainsKey(key) && SaysSomething(fact))
            {
                changes.Add(Change(FactChangeKind.Removed, key, fact, null));
            }
        }

        return changes.ToImmutable();
    }

    private static FactChange Change(FactChangeKind kind, FactKey key, Fact? old, Fact? now)
    {
        var fact = now ?? old!;
        return new FactChange(kind, fact.Kind, fact.Line.Code, key.Labels, fact.Column.Path, old, now);
    }

    private static bool SaysSomething(Fact fact) => fact.State is not ValueState.Blank;

    private static bool Same(Fact a, Fact b)
    {
        if (a.Amount is { } x && b.Amount is { } y)
        {
            // A coarser print of the same amount lies within half of its step.
            var apart = Int128.Abs((Int128)x.Fen - y.Fen);
            return apart == 0 || (x.StepFen != y.StepFen && apart * 2 <= Math.Max(x.StepFen, y.StepFen));
        }

        return a.State == b.State && (a.Amount is null) == (b.Amount is null)
            && (a.State is not (ValueState.Value or ValueState.Unreadable) || string.Equals(a.Shown, b.Shown, StringComparison.Ordinal) || SameNumber(a, b));
    }

    private static bool SameNumber(Fact a, Fact b) => a.Number is { } x && b.Number is { } y && x == y;

    /// <summary>Rows that cannot be told apart otherwise are told by their order.</summary>
    private static List<(FactKey Key, Fact Fact)> Keyed(ParsedDocument document)
    {
        var labels = document.Tables.ToDictionary(t => t.Ordinal, LabelPaths);
        var seen = new Dictionary<FactKey, int>();
        var keyed = new List<(FactKey, Fact)>(document.Facts.Length);
        foreach (var fact in document.Facts)
        {
            var path = labels[fact.Where.Table].GetValueOrDefault((fact.Line.Row, fact.Line.Block), fact.Line.Label);
            var key = new FactKey(
                fact.Kind, fact.Line.CodeScheme, fact.Line.Code, path, fact.Column.Key ?? fact.Column.Path, fact.Column.Block, 0);
            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            keyed.Add((key with { Times = times }, fact));
        }

        return keyed;
    }

    private static Dictionary<(int Row, int Block), string> LabelPaths(BudgetTable table)
    {
        var paths = new Dictionary<(int, int), string>();
        foreach (var block in table.Rows.GroupBy(r => r.Block))
        {
            var above = new List<(int Depth, string Label)>();
            foreach (var row in block.OrderBy(r => r.Row))
            {
                above.RemoveAll(a => row.Depth < 0 || a.Depth >= row.Depth);
                above.Add((row.Depth, row.Label));
                paths[(row.Row, row.Block)] = string.Join('/', above.Select(a => a.Label));
            }
        }

        return paths;
    }

    private readonly record struct FactKey(string Kind, string Scheme, string Code, string Labels, string Column, int Block, int Times);

    /// <summary>What a fact says, for people: the exact amount in 元, or the cell as shown.</summary>
    public static string Show(Fact? fact) => fact switch
    {
        null => "",
        { Amount: { } amount } => amount.ToYuan(),
        { State: ValueState.Blank } => "blank",
        _ => fact.Shown,
    };
}
