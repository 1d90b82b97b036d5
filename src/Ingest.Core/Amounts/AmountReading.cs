using Ingest.Core.Model;

namespace Ingest.Core.Amounts;

/// <summary>What form the number of a cell has.</summary>
public enum NumberShape : byte
{
    /// <summary>No number.</summary>
    None,
    /// <summary>A bare number.</summary>
    Plain,
    /// <summary>8%: the number is what stands before the sign.</summary>
    Percent,
    /// <summary>5‰: the number is what stands before the sign.</summary>
    Permille,
    /// <summary>1321.47万元: money that brings its own unit.</summary>
    Money,
    /// <summary>240次: a number with a measure word, which is no money.</summary>
    Measured,
    /// <summary>≥240次</summary>
    Comparison,
    /// <summary>90%≤x≤100%, 3-5天</summary>
    Range,
}

/// <summary>How a value relates to the number of an indicator.</summary>
public enum Comparison : byte
{
    None,
    Equal,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// <summary>What the text of a cell says. A cell that holds text which is no number is Unreadable with a refusal; it never gets a number.</summary>
/// <param name="Number">Signed, exact, as printed; the lower bound of a range; null unless the state is Value or Zero.</param>
/// <param name="Rule">Name of the row of <see cref="AmountRules"/> that read it; "" when refused.</param>
/// <param name="Refusal">Why it is no number; null when it was read.</param>
/// <param name="Unit">For <see cref="NumberShape.Money"/>.</param>
/// <param name="Upper">For <see cref="NumberShape.Range"/>.</param>
/// <param name="Comparison">For <see cref="NumberShape.Comparison"/>, and for the upper bound of a range.</param>
public readonly record struct AmountReading(
    ValueState State,
    PrintedNumber? Number,
    NumberShape Shape,
    string Rule,
    string? Refusal = null,
    Unit? Unit = null,
    PrintedNumber? Upper = null,
    Comparison Comparison = Comparison.None)
{
    internal static AmountReading Of(PrintedNumber number, NumberShape shape) =>
        new(number.Units == 0 ? ValueState.Zero : ValueState.Value, number, shape, "");

    internal static AmountReading Of(ValueState state) => new(state, null, NumberShape.None, "");
}
