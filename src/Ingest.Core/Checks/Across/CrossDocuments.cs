using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Explanations;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>
/// Identities between the documents of one entity: last year's columns and changes against last year's own document, the
/// budget column of final accounts against the budget, a unit against its department. Pure: documents in, findings out.
/// </summary>
public static class CrossDocuments
{
    private static readonly ImmutableArray<string> OtherBasis = ["不含", "剔除", "扣除", "同口径", "可比"];

    private static readonly ImmutableArray<string> WordsOfAccounts = ["决算", "执行", "完成", "快报", "实际", "实绩"];

    /// <param name="documents">Of one entity, one for each year, phase and scope.</param>
    public static (ImmutableArray<CrossCheck> Checks, ImmutableArray<CrossAnomaly> Anomalies) Compare(ImmutableArray<DocumentFigures> documents)
    {
        var findings = new CrossFindings();
        var indexes = documents.ToDictionary(d => d, d => new FigureIndex(d));
        foreach (var document in documents)
        {
            if (document.Identity.FiscalYear is not { } year)
            {
                continue;
            }

            DocumentFigures? Of(int other, string phase, string scope) =>
                documents.FirstOrDefault(d => d.Identity.FiscalYear == other && d.Identity.Phase == phase && d.Identity.Scope == scope);

            var identity = document.Identity;
            DocumentFigures? Before(string said) => Of(year - 1, IsOfAccounts(said) ? "final" : identity.Phase, identity.Scope);

            ComparePrior(document, Before, indexes, findings);
            CompareSentences(document, year, Before, indexes, findings);
            if (identity.Phase == "final" && Of(year, "budget", identity.Scope) is { } budget)
            {
                CompareBudget(document, indexes[budget], findings);
            }

            if (identity.Scope == "department" && Of(year, identity.Phase, "unit") is { } unit)
            {
                CompareUnit(unit, indexes[unit], indexes[document], findings);
            }
        }

        return findings.Done();
    }

    /// <summary>Y2: what a department's tables print for a unit is the total of that unit's own document.</summary>
    /// <param name="rows">Of the department's tables: the totals printed for the unit.</param>
    public static (ImmutableArray<CrossCheck> Checks, ImmutableArray<CrossAnomaly> Anomalies) CompareUnitRows(
        DocumentFigures department, ImmutableArray<TableFigure> rows, DocumentFigures unit)
    {
        var findings = new CrossFindings();
        var index = new FigureIndex(unit);
        foreach (var row in rows)
        {
            if (PeriodOf(row.Column.Key).Length == 0 && index.Total(row.Kind, Measure(row.Column.Key)) is { } own)
            {
                findings.Equal(IdentityCatalog.UnitAcross, department, row, unit, own);
            }
        }

        return findings.Done();
    }

    private static void ComparePrior(DocumentFigures document, Func<string, DocumentFigures?> before, Dictionary<DocumentFigures, FigureIndex> indexes, CrossFindings findings)
    {
        foreach (var figure in document.Figures)
        {
            if (PeriodOf(figure.Column.Key) == ColumnKeys.Prior && !HasOtherBasis(figure.Column.Path) && before(figure.Column.Path) is { } own
                && indexes[own].Find(KindIn(figure.Kind, own), figure) is { } same)
            {
                findings.Equal(IdentityCatalog.PriorYear, document, figure, own, same);
            }
        }
    }

    /// <summary>Last year's figures were made comparable: they are no copy of last year's document.</summary>
    private static bool HasOtherBasis(string header) => OtherBasis.Any(w => header.Contains(w, StringComparison.Ordinal));

    private static void CompareBudget(DocumentFigures document, FigureIndex budget, CrossFindings findings)
    {
        foreach (var figure in document.Figures)
        {
            if (PeriodOf(figure.Column.Key) == ColumnKeys.Budget && budget.Find(KindIn(figure.Kind, budget.Document), figure) is { } same)
            {
                findings.Equal(IdentityCatalog.BudgetAcross, document, figure, budget.Document, same);
            }
        }
    }

    /// <summary>N4: what a sentence says this year grew from is a total of last year's document.</summary>
    private static void CompareSentences(
        DocumentFigures document, int year, Func<string, DocumentFigures?> before, Dictionary<DocumentFigures, FigureIndex> indexes, CrossFindings findings)
    {
        foreach (var group in document.Narrative.GroupBy(n => (n.Group, n.Subject)))
        {
            if (BaseOf(group) is not { } stated || ConceptOf(stated.Fact.Subject, year) is not { } concept || before(stated.Fact.Sentence) is not { } own)
            {
                continue;
            }

            var figures = indexes[own].OfConcept(concept);
            if (figures.Count > 0)
            {
                findings.Stated(document, stated.Fact, stated.Fen, stated.Slack, own, figures);
            }
        }
    }

    /// <summary>The whole of a unit is no more than the whole of the department that contains it.</summary>
    private static void CompareUnit(DocumentFigures unit, FigureIndex part, FigureIndex whole, CrossFindings findings)
    {
        foreach (var kind in FigureIndex.Wholes)
        {
            if (part.Total(kind, ColumnKeys.Total) is { } own && whole.Total(kind, ColumnKeys.Total) is { } all)
            {
                findings.Within(unit, own, whole.Document, all);
            }
        }
    }

    /// <summary>The figure of the year before that a group of statements implies, with twice its rounding.</summary>
    private static (NarrativeFact Fact, Int128 Fen, Int128 Slack)? BaseOf(IEnumerable<NarrativeFact> group)
    {
        NarrativeFact? amount = null, change = null, prior = null;
        foreach (var fact in group)
        {
            amount ??= fact.Metric == "amount" ? fact : null;
            change ??= fact.Metric == "change_amount" ? fact : null;
            prior ??= fact.Metric == "prior_amount" ? fact : null;
        }

        if (prior?.Amount is { } before)
        {
            return (prior, before.Fen, Sentences.Step(before));
        }

        return amount?.Amount is { } now && change?.Amount is { } by
            ? (change, (Int128)now.Fen - by.Fen, Sentences.Step(now) + Sentences.Step(by))
            : null;
    }

    /// <summary>The concept of a subject that may begin with the entity and the year: 江苏省人民检察院2018年度收入、支出预算总计.</summary>
    private static string? ConceptOf(string subject, int year)
    {
        var mark = year.ToString(CultureInfo.InvariantCulture) + "年";
        var at = subject.IndexOf(mark, StringComparison.Ordinal);
        return Concepts.OfSubject(at < 0 ? subject : subject[(at + mark.Length)..].TrimStart('度'));
    }

    /// <summary>Said of what was spent, not of what was planned.</summary>
    internal static bool IsOfAccounts(string said) => WordsOfAccounts.Any(w => said.Contains(w, StringComparison.Ordinal));

    /// <summary>The kind of the same table in a document of another phase.</summary>
    private static string KindIn(string kind, DocumentFigures document)
    {
        var isFinal = kind.StartsWith("final_", StringComparison.Ordinal);
        return isFinal == (document.Identity.Phase == "final") ? kind
            : Budget.Kinds.KindCatalog.Find(kind)?.Counterpart is { Length: > 0 } other ? other
            : Budget.Kinds.KindCatalog.All.FirstOrDefault(k => k.Counterpart == kind)?.Id ?? kind;
    }

    internal static string PeriodOf(string? key) => key?.Split('.').FirstOrDefault(IsPeriod) ?? "";

    /// <summary>The column's meaning without its period.</summary>
    internal static string Measure(string? key) => key is null ? "" : string.Join('.', key.Split('.').Where(p => !IsPeriod(p)));

    private static bool IsPeriod(string part) =>
        part is ColumnKeys.Prior or ColumnKeys.Change or ColumnKeys.Budget or ColumnKeys.AdjustedBudget or ColumnKeys.Final;
}
