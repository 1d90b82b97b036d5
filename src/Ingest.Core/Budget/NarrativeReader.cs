using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Budget;

/// <summary>
/// Reads the figures that the explanations state: amounts, changes, growth rates and shares, each with the words it is
/// said of. Precise rather than complete: a figure whose subject is not clear is left out, because a false subject
/// would raise a false alarm against the tables.
/// </summary>
public static class NarrativeReader
{
    public static ImmutableArray<NarrativeFact> Read(FoundTables found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var reading = new NarrativeReading();
        foreach (var paragraph in NarrativeParagraphs.Of(found.Lines))
        {
            reading.Add(paragraph);
        }

        return reading.Facts;
    }
}
