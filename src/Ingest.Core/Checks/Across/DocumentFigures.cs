using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>What other documents of the same entity can be compared with: amounts of typed tables and stated figures.</summary>
/// <param name="Figures">In reading order.</param>
/// <param name="HasTables">Some table of it is typed.</param>
public sealed record DocumentFigures(
    string Sha256, string Name, DocumentIdentity Identity, ImmutableArray<TableFigure> Figures, ImmutableArray<NarrativeFact> Narrative, bool HasTables);

/// <summary>An amount with what it is said of.</summary>
/// <param name="Shown">As printed.</param>
/// <param name="Trusted">Read with confidence: else a comparison is unverifiable.</param>
public sealed record TableFigure(
    CellRef Where, string Kind, BudgetColumn Column, BudgetRow Line, string Shown, Unit? Unit, Amount Amount, bool Trusted)
{
    /// <summary>Of tables of governments: of the whole division, of its own level or by its parts; "" if the title does not say.</summary>
    public string Level { get; init; } = "";
}

/// <summary>What a comparison with another document gave.</summary>
/// <param name="Sha256">The document that makes the statement.</param>
/// <param name="Other">The document that it is compared with.</param>
public sealed record CrossCheck(string Sha256, string Other, Check Check);

/// <param name="Sha256">The document that makes the statement.</param>
/// <param name="Other">The document that it is compared with.</param>
public sealed record CrossAnomaly(string Sha256, string Other, Anomaly Anomaly);
