using System.Collections.Immutable;

namespace Ingest.Core.Model;

public enum CheckResult : byte
{
    Pass,
    Fail,
    NotApplicable,
    /// <summary>Some cell was not read with confidence: neither pass nor fail.</summary>
    Unverifiable,
}

/// <summary>One identity evaluated at one place.</summary>
/// <param name="Identity">Id of the identity catalogue, e.g. <c>S3.row</c>.</param>
/// <param name="Left">Left side in 元 as text, e.g. <c>13214710.41</c>.</param>
/// <param name="Tolerance">In 元: what rounding of the printed steps allows.</param>
/// <param name="Cells">The cells that take part, the left side first.</param>
public sealed record Check(
    string Identity, string TableKind, int TableOrdinal, int Row, string ColumnPath, string Left, string Right, string Tolerance,
    CheckResult Result, ImmutableArray<CellRef> Cells);
