using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Narrative;

/// <summary>
/// Reads the figures that the explanations state: amounts, changes, growth rates and shares, each with the words it is
/// said of, and numbers of people. Precise rather than complete: a figure whose subject is not clear is left out, because a false subject
/// would raise a false alarm against the tables.
/// </summary>
public static class NarrativeReader
{
    public static ImmutableArray<NarrativeFact> Read(FoundTables found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var reading = new NarrativeReading();
        var paragraphs = NarrativeParagraphs.Of(found.Lines);
        foreach (var paragraph in paragraphs)
        {
            reading.Add(paragraph);
        }

        var facts = reading.Facts.ToBuilder();
        var group = facts.Count > 0 ? facts[^1].Group : 0;
        foreach (var paragraph in paragraphs)
        {
            NarrativeCounts.Read(paragraph, ref group, facts);
        }

        return facts.ToImmutable();
    }
}
