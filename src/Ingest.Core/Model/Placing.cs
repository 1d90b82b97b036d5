namespace Ingest.Core.Model;

/// <summary>How sure it is what row and column a figure belongs to, before any identity is tried.</summary>
public enum Placing : byte
{
    Sure,
    /// <summary>Its row, column or unit may mean something else: it takes part in sums, but is doubtful whatever they give.</summary>
    Unsure,
    /// <summary>It may belong to another row or column: it can neither confirm a sum nor refute it.</summary>
    Unknown,
}
