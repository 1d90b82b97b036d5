namespace Ingest.Ocr.Reading;

/// <summary>A character that was recognised.</summary>
/// <param name="X">Where it is in the crop, in its pixels: about its middle.</param>
/// <param name="Sure">How sure the model is, 0 to 1.</param>
/// <param name="Other">What it would be otherwise, where that is not unlikely.</param>
internal readonly record struct Sign(string Text, double X, float Sure, string? Other = null);
