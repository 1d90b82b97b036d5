using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>A rule of accounting that a document must keep.</summary>
/// <param name="Id">Stable: other programs rely on it.</param>
/// <param name="Formula">In words, the closing side first.</param>
/// <param name="Failure">What its failure is reported as.</param>
public sealed record Identity(string Id, string Formula, AnomalyCode Failure);
