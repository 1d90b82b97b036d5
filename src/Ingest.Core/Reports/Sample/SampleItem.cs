using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Reports.Site;

namespace Ingest.Core.Reports.Sample;

/// <summary>A fact to be checked by eye: what is claimed of it, beside the crop of its page.</summary>
public sealed record SampleItem(
    string Fact, string Status, string Document, int Page, string Entity, string Year, string Phase, string Table, string Code, string Label, string Column, string Shown,
    string Unit, string Yuan, string Crop)
{
    /// <summary>The columns of the file of marks; the last two are for the person who checks.</summary>
    public static readonly ImmutableArray<string> Columns =
        ["fact", "status", "document", "page", "entity", "fiscal_year", "phase", "table_name", "code", "label", "column_path", "shown", "unit", "amount_yuan", "mark", "remark"];

    public ImmutableArray<string> Row =>
    [
        Fact, Status, Document, Page.ToString(CultureInfo.InvariantCulture), Entity, Year, Phase, Table, Code, Label, Column, Shown, Unit, Yuan, "", "",
    ];

    /// <returns>Null where the cell holds no amount.</returns>
    public static SampleItem? Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        if (explanation.Fact is not { Amount: { } amount } fact)
        {
            return null;
        }

        var identity = explanation.Site.Document.Identity;
        return new SampleItem(
            explanation.Site.FactId(explanation.Where), Words.Of(fact.Status), explanation.Site.Name, explanation.Cell.Area.Page, identity.Entity,
            identity.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "", identity.Phase, TableHeading.Of(explanation.Table), fact.Line.Code, fact.Line.Label,
            fact.Column.Path, explanation.Cell.Text, fact.Unit?.Label ?? "", Money.Grouped(amount.ToYuan()), explanation.ToCrop());
    }
}
