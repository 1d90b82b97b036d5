using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Amounts;

/// <summary>Reads the text of one cell. Every text gets exactly one reading: a number, a state without number, or a refusal.</summary>
public static class AmountReader
{
    /// <param name="cellText">As <see cref="Folding.CellText"/> gives it; raw text with line breaks is taken too.</param>
    public static AmountReading Read(string cellText)
    {
        ArgumentNullException.ThrowIfNull(cellText);
        return ReadFolded(Folding.CellText(cellText));
    }

    /// <summary>The same for a part of a text that is folded and joined already. Allocates nothing.</summary>
    public static AmountReading ReadFolded(ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        var reading = default(AmountReading);
        foreach (var rule in AmountRules.All)
        {
            if (rule.Form(text, ref reading))
            {
                return reading with { Rule = rule.Name };
            }
        }

        return new AmountReading(ValueState.Unreadable, null, NumberShape.None, "", Refusals.Explain(text));
    }
}
