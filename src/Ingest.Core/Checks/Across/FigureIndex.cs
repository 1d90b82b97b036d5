using System.Collections.Immutable;
using Ingest.Core.Checks.Explanations;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>The figures of one document for its own year, by table, row and measure. Rows that come twice are left out.</summary>
internal sealed class FigureIndex
{
    /// <summary>Tables whose total is the whole of an entity.</summary>
    public static readonly ImmutableArray<string> Wholes = ["revenue_summary", "expenditure_summary", "final_revenue", "final_expenditure"];

    private readonly Dictionary<(string Kind, string Row, string Measure), TableFigure?> _byRow = [];
    private readonly Dictionary<string, List<TableFigure>> _byConcept = new(StringComparer.Ordinal);

    public FigureIndex(DocumentFigures document)
    {
        Document = document;
        foreach (var figure in document.Figures)
        {
            if (figure.Column.Key is null || !IsOwn(CrossDocuments.PeriodOf(figure.Column.Key), document.Identity.Phase) || IsOfTheYearBefore(figure.Column.Path, document.Identity))
            {
                continue;
            }

            var key = (figure.Kind + figure.Level, RowKey(figure.Line), CrossDocuments.Measure(figure.Column.Key));
            if (!_byRow.TryAdd(key, figure))
            {
                _byRow[key] = null;
            }

            foreach (var concept in ConceptsOf(figure))
            {
                if (!_byConcept.TryGetValue(concept, out var list))
                {
                    _byConcept.Add(concept, list = []);
                }

                list.Add(figure);
            }
        }
    }

    public DocumentFigures Document { get; }

    /// <summary>The same row of the same table: 全省 and 省本级 have tables of one kind.</summary>
    public TableFigure? Find(string kind, TableFigure figure) => _byRow.GetValueOrDefault((kind + figure.Level, RowKey(figure.Line), CrossDocuments.Measure(figure.Column.Key)));

    public TableFigure? Total(string kind, string measure) => _byRow.GetValueOrDefault((kind, "", measure));

    public IReadOnlyList<TableFigure> OfConcept(string concept) => _byConcept.GetValueOrDefault(concept) ?? [];

    /// <summary>A budget's own figures stand in columns without period, those of final accounts may stand under 决算数.</summary>
    private static bool IsOwn(string period, string phase) => period.Length == 0 || (phase == "final" && period == ColumnKeys.Final);

    /// <summary>2018年完成数 in a budget for 2019: how the year before went is told in a table of its own, whose columns are all of that year.</summary>
    private static bool IsOfTheYearBefore(string header, DocumentIdentity identity) =>
        identity.Phase == "budget" && CrossDocuments.IsOfAccounts(header) && Budget.Columns.Words.YearIn(header) is > 0 and var year && year != identity.FiscalYear;

    private static string RowKey(BudgetRow line) =>
        line.IsTotal ? line.Label is "" or "合计" or "总计" ? "" : IsClosing(line.Label) ? line.Label : ""
        : line.Code.Length > 0 ? line.CodeScheme + ":" + line.Code
        : "=" + FigureBook.Bare(line.Label);

    /// <summary>Sides of two-sided tables have several totals, told apart by name.</summary>
    private static bool IsClosing(string label) => label.Contains("收入", StringComparison.Ordinal) || label.Contains("支出", StringComparison.Ordinal);

    private static IEnumerable<string> ConceptsOf(TableFigure figure)
    {
        if (figure.Line.IsTotal)
        {
            foreach (var concept in Concepts.OfColumn(figure.Kind, figure.Column))
            {
                yield return concept;
            }
        }

        if (Concepts.OfRow(figure.Kind, FigureBook.Bare(figure.Line.Label)) is { } named)
        {
            yield return named;
        }
    }
}
