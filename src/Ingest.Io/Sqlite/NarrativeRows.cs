using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Io.Sqlite;

/// <summary>Stated figures as rows.</summary>
internal static class NarrativeRows
{
    public const string Select = """
        SELECT metric, subject, sentence, shown, sentence_group, number, amount_fen, step_fen, unit, unit_fen, page, x0, y0, x1, y1, context
        FROM narrative_facts WHERE document_id = ? ORDER BY ordinal
        """;

    public static ImmutableArray<NarrativeFact> Read(Statement row)
    {
        var facts = ImmutableArray.CreateBuilder<NarrativeFact>();
        while (row.Step())
        {
            facts.Add(new NarrativeFact(
                new CellRef(Exact.PageBox(row, 10)), row.Text(0), row.Text(1), row.Text(2), row.Text(3), Exact.Unit(row, 8),
                row.IsNull(6) ? null : new Amount(row.Long(6), row.Long(7)), Exact.Number(row.Text(5)), row.Int(4), row.Text(15)));
        }

        return facts.ToImmutable();
    }
}
