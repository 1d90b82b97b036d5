using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Model;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>Stores parsed documents, each in one transaction that replaces whatever was stored of the same content.</summary>
public sealed class DocumentWriter : IDisposable
{
    private readonly Database _database;
    private readonly TableWriter _tables;
    private readonly CheckWriter _checks;
    private readonly IndicatorStore _indicators;
    private readonly EntityStore _entities;
    private readonly ProjectStore _projects;
    private readonly Statement _find, _delete, _document, _page, _narrative, _counts, _reopen;

    public DocumentWriter(Database database)
    {
        _database = database;
        var connection = database.Connection;
        _tables = new TableWriter(connection);
        _checks = new CheckWriter(connection);
        _indicators = new IndicatorStore(connection);
        _entities = new EntityStore(connection);
        _projects = new ProjectStore(connection);
        _find = new Statement(connection, "SELECT id, entity_id FROM documents WHERE sha256 = ?");
        _delete = new Statement(connection, "DELETE FROM documents WHERE id = ?");
        _document = Insert.Into(connection, "documents",
            "id, sha256, name, bytes, state, parser_version, run_id, entity, region_code, fiscal_year, phase, scope, reasons," +
            "pages, tables, typed_tables, facts, amounts, verified, doubtful, passed, not_passed, unverifiable, lost, doubts, notes, creator, producer, entity_id, entity_code");
        _page = Insert.Into(connection, "pages", "document_id, number, width, height, glyphs, rulings, images, trusted");
        _narrative = Insert.Into(connection, "narrative_facts",
            "document_id, ordinal, metric, subject, sentence, context, sentence_group, shown, unit, unit_fen, amount_fen, step_fen, number, page, x0, y0, x1, y1");
        _counts = new Statement(connection, """
            UPDATE documents SET verified = ?, doubtful = ?, passed = ?, not_passed = ?, unverifiable = ?, lost = ?, doubts = ?, notes = ? WHERE id = ?
            """);
        _reopen = new Statement(connection, "UPDATE entities SET compared = 0 WHERE id = (SELECT entity_id FROM documents WHERE id = ?)");
    }

    /// <param name="parserVersion">Of the work stored; 0 to have it done again by the next load.</param>
    /// <returns>What a summary counts.</returns>
    public DocumentCounts Replace(ParsedDocument document, int parserVersion, long? runId)
    {
        var counts = DocumentCounts.Of(document);
        _database.InTransaction(() => Store(document, counts, parserVersion, runId));
        return counts;
    }

    /// <summary>Puts the outcome of running the checks again in place of the former one; nothing else changes.</summary>
    public DocumentCounts ReplaceChecks(long id, ParsedDocument document)
    {
        var counts = DocumentCounts.Of(document);
        _database.InTransaction(() =>
        {
            _checks.Clear(id);
            _tables.SetStatuses(id, document.Facts);
            _checks.Write(id, document, checksOnly: true);
            _counts.Add(counts.Verified).Add(counts.Doubtful).Add(counts.Passed).Add(counts.NotPassed).Add(counts.Unverifiable)
                .Add(counts.Lost).Add(counts.Doubts).Add(counts.Notes).Add(id).Run();
            _reopen.Add(id).Run();
        });
        return counts;
    }

    private void Store(ParsedDocument document, DocumentCounts counts, int parserVersion, long? runId)
    {
        var (id, formerEntity) = Forget(document.Source.Sha256);
        var entity = _entities.Find(document.Identity);
        WriteDocument(id, document, counts, parserVersion, runId, entity);
        id ??= SQLitePCL.raw.sqlite3_last_insert_rowid(_database.Connection.Handle);
        foreach (var page in document.Pages)
        {
            _page.Add(id).Add(page.Number).Add(Exact.Hundredths(page.Width)).Add(Exact.Hundredths(page.Height))
                .Add(page.Glyphs).Add(page.Rulings).Add(page.Images).Add(page.Trusted).Run();
        }

        _tables.Write(id.Value, document);
        _indicators.Write(id.Value, document);
        _projects.Write(id.Value, document);
        WriteNarrative(id.Value, document.Narrative);
        _checks.Write(id.Value, document, checksOnly: false);
        foreach (var changed in new[] { formerEntity, entity }.OfType<long>().Distinct())
        {
            _entities.Refresh(changed);
        }
    }

    /// <summary>Deletes what is stored of this content; its number is used again.</summary>
    private (long? Id, long? Entity) Forget(string sha256)
    {
        long? id = _find.Add(sha256).Step() ? _find.Long(0) : null;
        long? entity = id is null || _find.IsNull(1) ? null : _find.Long(1);
        _find.Reset();
        if (id is { } known)
        {
            _delete.Add(known).Run();
        }

        return (id, entity);
    }

    private void WriteDocument(long? id, ParsedDocument document, DocumentCounts counts, int parserVersion, long? runId, long? entity)
    {
        var source = document.Source;
        var identity = document.Identity;
        _document.Add(id).Add(source.Sha256).Add(source.Name).Add(source.Bytes).Add(counts.Failed ? "failed" : "parsed")
            .Add(parserVersion).Add(runId)
            .Add(identity.Entity).Add(identity.RegionCode).Add(identity.FiscalYear).Add(identity.Phase).Add(identity.Scope)
            .Add(string.Join('\n', identity.Reasons))
            .Add(counts.Pages).Add(counts.Tables).Add(counts.TypedTables).Add(counts.Facts).Add(counts.Amounts)
            .Add(counts.Verified).Add(counts.Doubtful).Add(counts.Passed).Add(counts.NotPassed).Add(counts.Unverifiable)
            .Add(counts.Lost).Add(counts.Doubts).Add(counts.Notes).Add(source.Creator).Add(source.Producer)
            .Add(entity).Add(EntityKeys.CodeOf(identity, document.Tables)).Run();
    }

    private void WriteNarrative(long id, ImmutableArray<NarrativeFact> narrative)
    {
        for (var i = 0; i < narrative.Length; i++)
        {
            var fact = narrative[i];
            _narrative.Add(id).Add(i).Add(fact.Metric).Add(fact.Subject).Add(fact.Sentence).Add(fact.Context).Add(fact.Group).Add(fact.Shown)
                .Add(fact.Unit).Add(fact.Amount?.Fen).Add(fact.Amount?.StepFen).Add(Exact.Text(fact.Number)).Add(fact.Where.Area).Run();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (IDisposable[])[_tables, _checks, _indicators, _entities, _projects, _find, _delete, _document, _page, _narrative, _counts, _reopen])
        {
            statement.Dispose();
        }
    }
}
