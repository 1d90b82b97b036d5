namespace Ingest.Core.Model;

public enum Severity : byte
{
    Note,
    /// <summary>An identity fails, or a value contradicts another.</summary>
    Doubt,
    /// <summary>A number or table could not be read.</summary>
    Lost,
}

public enum Origin : byte
{
    Unknown,
    /// <summary>The document itself says so.</summary>
    Publisher,
    /// <summary>Our reading is to blame.</summary>
    Extraction,
}

/// <summary>Something that a person should know of. <see cref="Code"/> is one of <see cref="AnomalyCodes"/>.</summary>
/// <param name="TableKind">"" where it concerns no table.</param>
/// <param name="Found">What stands there, as shown.</param>
/// <param name="Expected">What should stand there, "" where that is not known.</param>
public sealed record Anomaly(
    AnomalyCode Code,
    CellRef Where,
    string TableKind,
    string Label,
    string ColumnPath,
    string Found,
    string Expected,
    string Message,
    Origin Origin = Origin.Unknown)
{
    /// <summary><see cref="Message"/> in Chinese, made of the same parts; "" where a version before stored none.</summary>
    public string Chinese { get; init; } = "";
}

/// <param name="Id">Stable, in kebab case: other programs rely on it.</param>
public sealed record AnomalyCode(string Id, Severity Severity, string Meaning);
