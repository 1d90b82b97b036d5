using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>What a fact counts for in a sum.</summary>
internal enum OperandKind : byte
{
    /// <summary>A printed amount, zero and the signs for zero included.</summary>
    Printed,
    /// <summary>Nothing printed: counts as 0 where the whole table was read.</summary>
    Blank,
    /// <summary>Not read, not read with confidence, or without a unit.</summary>
    Unknown,
}

/// <summary>The facts of a document as plain arrays, so that thousands of sums touch no record.</summary>
internal sealed class Operands
{
    private readonly long[] fen;
    private readonly long[] step;
    private readonly OperandKind[] kind;
    private readonly bool[] rounded;
    private readonly long[] coarser;

    public Operands(ImmutableArray<Fact> facts)
    {
        Facts = facts;
        fen = new long[facts.Length];
        step = new long[facts.Length];
        kind = new OperandKind[facts.Length];
        rounded = new bool[facts.Length];
        coarser = new long[facts.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            if (fact.Amount is { } amount)
            {
                fen[i] = amount.Fen;
                step[i] = Math.Max(1, amount.StepFen);
            }

            else if (fact is { Column.Role: ColumnRole.Quantity, Number: { Decimals: <= 2 } number } && Int128.Abs(number.Units) < 1_000_000_000_000)
            {
                fen[i] = (long)number.Units * (number.Decimals switch { 0 => 100, 1 => 10, _ => 1 });
                step[i] = 1;
            }

            else if (fact is { Column.Role: ColumnRole.Money, Number: { Decimals: <= 12 } fine, Unit: { } unit } && Int128.Abs(fine.Units) < 1_000_000_000_000_000)
            {
                // finer than 0.01 元: no amount, but good enough for sums
                var scale = PowerOfTen.Of(fine.Decimals);
                fen[i] = (long)(((2 * fine.Units * unit.Fen) + (scale * Int128.Sign(fine.Units))) / (2 * scale));
                step[i] = 1;
                rounded[i] = true;
            }

            kind[i] = fact.State switch
            {
                ValueState.Value or ValueState.Zero => step[i] == 0 ? OperandKind.Unknown : OperandKind.Printed,
                ValueState.Unreadable => OperandKind.Unknown,
                ValueState.Dash or ValueState.None => OperandKind.Printed,
                _ => OperandKind.Blank,
            };
        }
    }

    public ImmutableArray<Fact> Facts { get; }

    /// <summary>An amount in 分; a quantity in hundredths.</summary>
    public long Fen(int fact) => fen[fact];

    public OperandKind Kind(int fact) => kind[fact];

    public bool IsPrinted(int fact) => kind[fact] == OperandKind.Printed;

    /// <summary>Twice the most by which rounding can have moved the amount: 0 for exact 分 and for zeros.</summary>
    public long Slack(int fact) => rounded[fact] ? 1 : fen[fact] == 0 || Math.Max(step[fact], coarser[fact]) <= 1 ? 0 : Math.Max(step[fact], coarser[fact]);

    public long Step(int fact) => step[fact];

    /// <summary>Where trailing zeros are dropped in print, 60 beside 12.34 means 60.00: the column's step is then the step.</summary>
    public void Refine(int fact, long columnStep)
    {
        if (step[fact] > columnStep)
        {
            step[fact] = columnStep;
        }
    }

    /// <summary>The amount was rounded to a coarser step than it is printed to.</summary>
    public void Coarsen(int fact, long roundedTo) => coarser[fact] = roundedTo;

    public void Distrust(int fact) => kind[fact] = OperandKind.Unknown;
}
