using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Checks.Across;
using Ingest.Io.Entities;

namespace Ingest.Io.Sqlite;

/// <summary>
/// Runs the identities between documents, for entities whose documents have changed, each in one transaction. What is
/// open stands in <c>entities.compared</c>, so that a run that is killed is made good by the next.
/// </summary>
public sealed class CrossChecker : IDisposable
{
    private readonly Database _database;
    private readonly FigureReader _figures;
    private readonly CrossStore _store;
    private readonly DocumentReader _documents;
    private readonly Statement _open, _ofEntity, _unit;

    public CrossChecker(Database database)
    {
        _database = database;
        var connection = database.Connection;
        _figures = new FigureReader(connection);
        _store = new CrossStore(connection);
        _documents = new DocumentReader(database);
        _open = new Statement(connection, "SELECT id, region_code FROM entities WHERE compared = 0 ORDER BY region_code, key");
        // The best of its year, phase and scope comes first.
        _ofEntity = new Statement(connection, """
            SELECT id, fiscal_year, phase, scope, typed_tables FROM documents WHERE entity_id = ?
            ORDER BY fiscal_year, phase, scope, typed_tables = 0, verified - doubtful DESC, sha256 DESC
            """);
        _unit = new Statement(connection, """
            SELECT d.id FROM entities e JOIN documents d ON d.entity_id = e.id
            WHERE e.region_code = ? AND e.key = ? AND d.fiscal_year = ? AND d.phase = ? AND d.scope = 'unit' AND d.typed_tables > 0
            ORDER BY d.verified - d.doubtful DESC, d.sha256 DESC LIMIT 1
            """);
    }

    /// <summary>Compares what is open; entities that were compared already are not touched.</summary>
    /// <returns>How many entities were compared.</returns>
    public int Run(CancellationToken cancel)
    {
        // Who they are, before they are compared with their own.
        EntityRules.Apply(_database);
        _store.ReopenDepartments();
        var open = new List<(long Id, string Region)>();
        while (_open.Step())
        {
            open.Add((_open.Long(0), _open.Text(1)));
        }

        foreach (var (id, region) in open)
        {
            cancel.ThrowIfCancellationRequested();
            _database.InTransaction(() => Compare(id, region));
        }

        return open.Count;
    }

    private void Compare(long entity, string region)
    {
        var documents = Documents(entity);
        _store.Clear(documents.Select(d => d.Id));
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var chosen = documents.DistinctBy(d => (d.Year, d.Phase, d.Scope)).Concat(documents.Where(d => !d.HasTables)).Distinct().ToList();
        if (chosen.Count > 1)
        {
            var figures = chosen.Select(d => (d.Id, Figures: _figures.Read(d.Id))).ToList();
            figures.ForEach(f => ids[f.Figures.Sha256] = f.Id);
            Write(CrossDocuments.Compare([.. figures.Select(f => f.Figures)]), ids);
            CompareSiblings(chosen, ids);
        }

        CompareUnits(chosen, region);
        _store.Settle(entity, documents.Select(d => d.Id));
    }

    /// <summary>Explanations in one file, tables in another.</summary>
    private void CompareSiblings(List<Candidate> documents, Dictionary<string, long> ids)
    {
        foreach (var explanations in documents.Where(d => !d.HasTables))
        {
            if (documents.Find(d => d.HasTables && d.Year == explanations.Year && (d.Phase == explanations.Phase || explanations.Phase.Length == 0)) is { } tables)
            {
                Write(Siblings.Compare(_documents.Read(explanations.Id), _documents.Read(tables.Id)), ids);
            }
        }
    }

    /// <summary>The rows that a department's tables have for units whose own documents are there.</summary>
    private void CompareUnits(List<Candidate> documents, string region)
    {
        foreach (var document in documents.Where(d => d is { Scope: "department", HasTables: true, Year: not null }))
        {
            var rows = _figures.Units(document.Id);
            foreach (var unit in rows.GroupBy(r => EntityKeys.Of(r.Line.Label, region), StringComparer.Ordinal))
            {
                if (unit.Key.Length > 0 && Unit(region, unit.Key, document) is { } id)
                {
                    var (department, own) = (_figures.Read(document.Id), _figures.Read(id));
                    Write(CrossDocuments.CompareUnitRows(department, [.. unit], own), new Dictionary<string, long>(StringComparer.Ordinal) { [department.Sha256] = document.Id });
                }
            }
        }
    }

    private long? Unit(string region, string key, Candidate department)
    {
        _unit.Add(region).Add(key).Add(department.Year).Add(department.Phase);
        if (!_unit.Step())
        {
            return null;
        }

        var id = _unit.Long(0);
        _unit.Reset();
        return id;
    }

    private void Write((ImmutableArray<CrossCheck> Checks, ImmutableArray<CrossAnomaly> Anomalies) found, Dictionary<string, long> ids)
    {
        foreach (var check in found.Checks)
        {
            _store.Write(ids[check.Sha256], check);
        }

        foreach (var anomaly in found.Anomalies)
        {
            _store.Write(ids[anomaly.Sha256], anomaly);
        }
    }

    private List<Candidate> Documents(long entity)
    {
        var documents = new List<Candidate>();
        _ofEntity.Add(entity);
        while (_ofEntity.Step())
        {
            documents.Add(new Candidate(_ofEntity.Long(0), _ofEntity.IsNull(1) ? null : _ofEntity.Int(1), _ofEntity.Text(2), _ofEntity.Text(3), _ofEntity.Int(4) > 0));
        }

        return documents;
    }

    public void Dispose()
    {
        foreach (var part in (IDisposable[])[_figures, _store, _documents, _open, _ofEntity, _unit])
        {
            part.Dispose();
        }
    }

    private sealed record Candidate(long Id, int? Year, string Phase, string Scope, bool HasTables);
}
