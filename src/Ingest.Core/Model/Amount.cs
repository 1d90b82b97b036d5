using System.Globalization;

namespace Ingest.Core.Model;

/// <summary>An exact amount of money in 分 (0.01 元) and the step it was printed to, also in 分 (1 000 000 for whole 万元).</summary>
/// <param name="StepFen">At least 1. Half of it is the most by which rounding can have moved the amount.</param>
public readonly record struct Amount(long Fen, long StepFen)
{
    /// <summary>The amount in 元, always with two decimals, e.g. <c>13214710.41</c>.</summary>
    public string ToYuan()
    {
        var fen = (Int128)Fen;
        var sign = fen < 0 ? "-" : "";
        fen = Int128.Abs(fen);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{fen / 100}.{(int)(fen % 100):00}");
    }
}

/// <summary>What stands in a value cell. The states are never mixed up: a blank is not a zero.</summary>
public enum ValueState : byte
{
    Value,
    Blank,
    /// <summary>A printed number that is zero.</summary>
    Zero,
    /// <summary>-, —, / and the like.</summary>
    Dash,
    /// <summary>无</summary>
    None,
    Unreadable,
    /// <summary>×, **, 不适用: the form says that nothing belongs here.</summary>
    NotApplicable,
}

/// <summary>The unit in which amounts of a table are printed.</summary>
/// <param name="Label">As shown: 元, 千元, 万元, 百万元, 亿元.</param>
/// <param name="Fen">分 in one unit: 100 for 元, 1 000 000 for 万元.</param>
public sealed record Unit(string Label, long Fen)
{
    public static readonly Unit Yuan = new("元", 100);
    public static readonly Unit Thousand = new("千元", 100_000);
    public static readonly Unit TenThousand = new("万元", 1_000_000);
    public static readonly Unit Million = new("百万元", 100_000_000);
    public static readonly Unit HundredMillion = new("亿元", 10_000_000_000);
}

/// <summary>How the unit of a table became known.</summary>
public enum UnitSource : byte
{
    Unknown,
    /// <summary>A line of its own above the table or in its title.</summary>
    Own,
    /// <summary>In the header of the column or of a block of the table.</summary>
    Header,
    /// <summary>From the other tables of the document.</summary>
    Siblings,
    /// <summary>From the size of the amounts against the narrative or a sibling table.</summary>
    Magnitude,
}
