using System.Collections.Immutable;
using Ingest.Core.Model;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Stores performance forms with their indicators, and reads them back.</summary>
internal sealed class IndicatorStore : IDisposable
{
    private readonly Statement _form, _indicator, _forms, _indicators;

    public IndicatorStore(SqliteConnection connection)
    {
        _form = new Statement(connection, """
            INSERT INTO forms (document_id, form, table_id, first_row, last_row, project, project_code, year)
            VALUES (?1, ?2, (SELECT id FROM tables WHERE document_id = ?1 AND ordinal = ?3), ?4, ?5, ?6, ?7, ?8)
            """);
        _indicator = Insert.Into(connection, "indicators",
            "document_id, ordinal, form, row, col, goal, level1, level2, name, period, year, shown, relation, value, upper, unit, standard, weight, page, x0, y0, x1, y1");
        _forms = new Statement(connection, """
            SELECT t.ordinal, f.first_row, f.last_row, f.project, f.project_code, f.year
            FROM forms f JOIN tables t ON t.id = f.table_id WHERE f.document_id = ? ORDER BY f.form
            """);
        _indicators = new Statement(connection, """
            SELECT form, row, col, goal, level1, level2, name, period, year, shown, relation, value, upper, unit, standard, weight, page, x0, y0, x1, y1
            FROM indicators WHERE document_id = ? ORDER BY ordinal
            """);
    }

    public void Write(long documentId, ParsedDocument document)
    {
        for (var i = 0; i < document.Forms.Length; i++)
        {
            var form = document.Forms[i];
            _form.Add(documentId).Add(i).Add(form.Table).Add(form.FirstRow).Add(form.LastRow).Add(form.Project).Add(form.ProjectCode).Add(form.Year).Run();
        }

        for (var i = 0; i < document.Indicators.Length; i++)
        {
            var indicator = document.Indicators[i];
            _indicator.Add(documentId).Add(i).Add(indicator.Form).Add(indicator.Where.Row).Add(indicator.Where.Column)
                .Add(indicator.Goal).Add(indicator.Level1).Add(indicator.Level2).Add(indicator.Name).Add(indicator.Period).Add(indicator.Year)
                .Add(indicator.Shown).Add(indicator.Relation).Add(Text(indicator.Value)).Add(Text(indicator.Upper)).Add(indicator.Unit)
                .Add(indicator.Standard).Add(Text(indicator.Weight)).Add(indicator.Where.Area).Run();
        }
    }

    public ParsedDocument Read(long documentId, ParsedDocument document)
    {
        var forms = ImmutableArray.CreateBuilder<PerformanceForm>();
        var row = _forms.Add(documentId);
        while (row.Step())
        {
            forms.Add(new PerformanceForm(row.Int(0), row.Int(1), row.Int(2), row.Text(3), row.Text(4), row.IsNull(5) ? null : row.Int(5)));
        }

        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        row = _indicators.Add(documentId);
        while (row.Step())
        {
            indicators.Add(new Indicator(
                new CellRef(Exact.PageBox(row, 16), forms[row.Int(0)].Table, row.Int(1), row.Int(2)), row.Int(0), row.Text(3), row.Text(4), row.Text(5), row.Text(6),
                row.Text(7), row.IsNull(8) ? null : row.Int(8), row.Text(9), row.Text(10), Number(row, 11), Number(row, 12), row.Text(13), row.Text(14), Number(row, 15)));
        }

        return document with { Forms = forms.ToImmutable(), Indicators = indicators.ToImmutable() };
    }

    private static string? Text(PrintedNumber? number) => number is { } some ? Exact.Text(some) : null;

    private static PrintedNumber? Number(Statement row, int column) => row.IsNull(column) ? null : Exact.Number(row.Text(column));

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_form, _indicator, _forms, _indicators])
        {
            statement.Dispose();
        }
    }
}
