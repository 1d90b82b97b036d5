using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Explanations;

/// <summary>A figure of the tables that a sentence may speak of.</summary>
/// <param name="Slack">Twice the rounding in it, in 分.</param>
/// <param name="Fact">The fact it is; -1 for a sum over rows.</param>
/// <param name="Corrected">It is not what is printed, but what would close the sums.</param>
/// <param name="Blank">Nothing is printed: a sentence that says 0 is right, and no other is wrong by it.</param>
internal readonly record struct Figure(Int128 Fen, Int128 Slack, int Fact, bool Corrected = false, bool Blank = false);

/// <summary>
/// The figures of all tables by what they are: the totals by concept (基本支出, “三公”经费 …), every other row by its name.
/// One concept has several figures, as the funds and budgets of a document differ; a sentence must agree with one of them.
/// </summary>
internal sealed class FigureBook
{
    private readonly Dictionary<string, List<Figure>> byConcept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Figure>> byLabel = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Figure>> priorByConcept = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TableView> views;
    private readonly string lastYear;

    public FigureBook(ImmutableArray<TableView> views, int? fiscalYear)
    {
        this.views = views;
        lastYear = fiscalYear is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year - 1}年") : "?";
        foreach (var view in views)
        {
            foreach (var block in view.Blocks)
            {
                var total = view.TotalRow(block[0].Block)?.Row ?? -1;
                foreach (var row in block)
                {
                    AddRow(view, row, row.Row == total || row.IsTotal);
                }
            }

            AddKinds(view, ImmutableDictionary<int, Int128>.Empty);
        }
    }

    /// <summary>Adds what would close the sums for cells that they refute: a sentence that says so is right.</summary>
    public void Correct(IEnumerable<(int Fact, Int128 Correction)> corrections)
    {
        var byFact = corrections.GroupBy(c => c.Fact).ToDictionary(g => g.Key, g => g.First().Correction);
        foreach (var view in byFact.Count > 0 ? views : [])
        {
            foreach (var (index, correction) in byFact.OrderBy(c => c.Key))
            {
                var fact = view.Operands.Facts[index];
                if (fact.Where.Table == view.Table.Ordinal)
                {
                    var total = fact.Line.IsTotal || view.TotalRow(fact.Line.Block)?.Row == fact.Line.Row;
                    AddFigure(view, fact.Column, fact.Line, Bare(fact.Line.Label), total, new Figure(view.Operands.Fen(index) + correction, view.Operands.Slack(index), index, true));
                }
            }

            AddKinds(view, byFact);
        }
    }

    /// <summary>The table that should print the concept, or for a name of a row any table, may not have been read whole.</summary>
    public bool MayLack(string? concept, Gaps gaps) => concept is null ? gaps.Any : Concepts.Homes(concept).Any(k => gaps.MayHide(k, views));

    public IReadOnlyList<Figure> OfConcept(string concept) => Printed(byConcept.GetValueOrDefault(concept));

    /// <summary>Last year's figures, of tables and forms that print them beside this year's.</summary>
    public IReadOnlyList<Figure> PriorOfConcept(string concept) => Printed(priorByConcept.GetValueOrDefault(concept));

    public IReadOnlyList<Figure> OfLabel(string label) => Printed(byLabel.GetValueOrDefault(Bare(label)));

    /// <summary>A table that was read whole leaves a cell of the concept, or for a name of a row one of the row, blank.</summary>
    public bool IsBlank(string? concept, string label) => (concept is null ? byLabel.GetValueOrDefault(Bare(label)) : byConcept.GetValueOrDefault(concept))?.Exists(static f => f.Blank) == true;

    private static List<Figure> Printed(List<Figure>? figures) => figures?.FindAll(static f => !f.Blank) ?? [];

    /// <summary>A name without ordinal and without the level in brackets: 教育支出(类) → 教育支出.</summary>
    public static string Bare(string label)
    {
        var name = Labels.Ordinal(label).Name;
        foreach (var level in (ReadOnlySpan<string>)["(类)", "(款)", "(项)", "科目"])
        {
            name = name.Replace(level, "", StringComparison.Ordinal);
        }

        return name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
    }

    private void AddRow(TableView view, BudgetRow row, bool total)
    {
        var name = Bare(row.Label);
        foreach (var column in view.Columns)
        {
            if (column.Block != row.Block || column.Role != ColumnRole.Money || view.At(row.Row, column.Index) is not (>= 0 and var fact)
                || view.Operands.Kind(fact) is not ((OperandKind.Printed or OperandKind.Blank) and var kind) || (kind == OperandKind.Blank && !view.Whole))
            {
                continue;
            }

            AddFigure(view, column, row, name, total, new Figure(view.Operands.Fen(fact), view.Operands.Slack(fact), fact, Blank: kind == OperandKind.Blank));
        }
    }

    private void AddFigure(TableView view, BudgetColumn column, BudgetRow row, string name, bool total, Figure figure)
    {
        if (Prior(view, column) is { } now)
        {
            AddPrior(view, now, name, total, figure);
            return;
        }

        if (total || view.Kind.EndsWith("three_public_expenses", StringComparison.Ordinal))
        {
            foreach (var concept in Concepts.OfColumn(view.Kind, column))
            {
                Add(byConcept, concept, figure);
            }
        }

        if (Concepts.OfRow(view.Kind, name) is { } named)
        {
            Add(byConcept, named, figure);
        }

        if (name.Length >= 3 && !row.IsTotal && !total)
        {
            Add(byLabel, name, figure);
        }
    }

    /// <summary>A column of last year as that of this year; null for any other.</summary>
    private BudgetColumn? Prior(TableView view, BudgetColumn column)
    {
        const string Word = ColumnKeys.Prior + ".";
        if (column.Key is { } key && key.IndexOf(Word, StringComparison.Ordinal) is >= 0 and var at)
        {
            return column with { Key = key.Remove(at, Word.Length) };
        }

        return FormSums.IsForm(view.Kind) && column.Path.Contains(lastYear, StringComparison.Ordinal) ? column : null;
    }

    private void AddPrior(TableView view, BudgetColumn now, string name, bool total, Figure figure)
    {
        IEnumerable<string> concepts = FormSums.IsForm(view.Kind)
            ? (name[(name.LastIndexOf('/') + 1)..] switch { "合计" => [Concepts.Whole], "基本支出" => [Basic], "项目支出" => [Project], "财政拨款" => [Concepts.Fiscal], _ => [] })
            : total ? Concepts.OfColumn(view.Kind, now) : Concepts.OfRow(view.Kind, name) is { } row ? [row] : [];
        foreach (var concept in concepts)
        {
            Add(priorByConcept, concept, figure);
        }
    }

    /// <summary>Goods, works and services of the procurement table, by the letter of the article's code.</summary>
    private void AddKinds(TableView view, IReadOnlyDictionary<int, Int128> corrections)
    {
        var amount = view.Kind == "government_procurement" ? Headlines.Column(view, Sum) : -1;
        if (amount < 0)
        {
            return;
        }

        var letters = new Dictionary<int, char>();
        foreach (var cell in view.Table.Source.Cells)
        {
            if (Letter(cell.Text) is not '\0' and var letter)
            {
                letters.TryAdd(cell.Row, letter);
            }
        }

        var sums = new Dictionary<char, (Int128 Fen, Int128 Slack)> { ['A'] = default, ['B'] = default, ['C'] = default };
        foreach (var (row, letter) in letters)
        {
            if (view.At(row, amount) is >= 0 and var fact)
            {
                sums[letter] = (sums[letter].Fen + view.Operands.Fen(fact) + corrections.GetValueOrDefault(fact), sums[letter].Slack + view.Operands.Slack(fact));
            }
        }

        foreach (var (letter, sum) in letters.Count > 0 ? sums : [])
        {
            Add(byConcept, letter switch { 'A' => Concepts.Goods, 'B' => Concepts.Works, _ => Concepts.Services }, new Figure(sum.Fen, sum.Slack, -1, corrections.Count > 0));
        }
    }

    /// <summary>[A05040101]复印纸 and A05040101-复印纸 are goods.</summary>
    private static char Letter(string text)
    {
        var i = text.StartsWith('[') ? 1 : 0;
        return text.Length > i + 3 && text[i] is 'A' or 'B' or 'C' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) ? text[i] : '\0';
    }

    private static void Add(Dictionary<string, List<Figure>> book, string key, Figure figure)
    {
        if (!book.TryGetValue(key, out var list))
        {
            book.Add(key, list = []);
        }

        list.Add(figure);
    }
}
