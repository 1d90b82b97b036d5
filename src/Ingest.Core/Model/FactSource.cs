namespace Ingest.Core.Model;

/// <summary>Where the characters of a figure come from, and so what it takes to believe it.</summary>
public enum FactSource : byte
{
    /// <summary>From the text of the document.</summary>
    Text,
    /// <summary>Recognised on a picture of the page, and the invisible layer of text that the page carries says the same.</summary>
    Layer,
    /// <summary>Recognised on a picture of the page: one digit may look like another, hence only a sum confirms it.</summary>
    Picture,
    /// <summary>Recognised, but not for sure, or the invisible layer says another figure: in doubt whatever the sums say.</summary>
    Unsure,
}
