namespace Ingest.Io.Export;

/// <summary>What the values of an exported column are.</summary>
public enum FieldType : byte
{
    /// <summary>Codes and hashes too: they are no numbers.</summary>
    Text,
    Integer,
    /// <summary>0 or 1.</summary>
    Flag,
    /// <summary>Money in 元, exact, two decimals.</summary>
    Money,
    /// <summary>A place on the page, in points.</summary>
    Points,
    /// <summary>Another number with decimals.</summary>
    Real,
}

/// <summary>Where an exported value comes from; it decides under which terms it may be used.</summary>
public enum FieldOrigin : byte
{
    /// <summary>As the published document prints it, or where in it.</summary>
    Document,
    /// <summary>Made by this program from what the document prints.</summary>
    Derived,
    /// <summary>From a national standard (GB/T 2260, classification of accounts).</summary>
    Standard,
}

/// <summary>A column of an export. The name is a contract with other programs.</summary>
/// <param name="Unit">元, pt or "".</param>
public sealed record ExportField(string Name, FieldType Type, FieldOrigin Origin, string Unit, string Description);
