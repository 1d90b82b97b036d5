using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Ingest.Tests.Fuzz;

internal enum Rulings { Full, Rows, Columns, ThreeLines, Header, Frame, None }

internal enum Shading { None, Header, Zebra }

internal enum Side { Right, Left, Middle }

internal enum Height { Middle, Top, Bottom }

internal enum CodeStyle { OneColumn, ThreeColumns, Bracketed, Dashed, Spaced, Behind, None }

internal enum NumberStyle { Comma, Plain, SpacedComma, FullWidth, SpacedThousands }

internal enum Step { Yuan2, TenThousand2, TenThousand4, TenThousand6, Yuan0 }

internal enum Paging { Fits, Repeated, Bare, CutRows }

internal enum Foot { None, Dashes, Plain, Words, NearTable }

internal enum Emission { Lines, Glyphs, Apart }

internal enum Mark { None, Straight, Slanted }

internal enum UnitPlace { Right, Left, Title, Header, Note }

internal enum Face { Song, Helvetica, Mono, Narrow }

/// <summary>
/// The look of a document, one value of each axis; the first value of each is the plainest. Lengths in points.
/// </summary>
/// <param name="Gutter">White between the widest texts of two neighbouring columns.</param>
/// <param name="Pitch">White above and below the text of a row.</param>
/// <param name="Label">Most ems of a name before it is wrapped.</param>
/// <param name="Depth">Levels of the deepest header.</param>
/// <param name="Zero">What stands for nothing; "" for a blank cell.</param>
/// <param name="Minus">What stands before a negative figure, or both brackets.</param>
/// <param name="Indents">Names are indented by their depth.</param>
/// <param name="Grouped">Code and name stand under a common header.</param>
/// <param name="GroupLines">Three-line tables have a line below each group of the header.</param>
/// <param name="Spread">Words of two characters are spread over their cell.</param>
/// <param name="Wrapped">Figures are wrapped where the columns are ruled.</param>
/// <param name="Merged">The total row has one cell for code and name, the unit of projects one for all.</param>
/// <param name="Stacked">Tables follow each other on a page.</param>
/// <param name="Share">A column of per cent behind the money.</param>
/// <param name="LeftHeads">Headers stand at the left edge of their columns.</param>
internal sealed record Dress(
    Rulings Rulings, Shading Shading, double Gutter, double Pitch, double Size, Face Face, Side Figures, Side Names, Height Lines, int Label, int Depth,
    CodeStyle Code, NumberStyle Number, Step Step, string Zero, string Minus, UnitPlace Unit, Paging Paging, Foot Foot, Emission Emission, Mark Mark,
    bool TotalBelow, bool Indents, bool Grouped, bool GroupLines, bool Spread, bool Wrapped, bool Merged, bool Stacked, bool Sequence, bool Remark, bool Numbers,
    bool RunningHead, bool Share, bool LeftHeads)
{
    private static readonly ImmutableArray<PropertyInfo> Properties =
        [.. typeof(Dress).GetConstructors()[0].GetParameters().Select(p => typeof(Dress).GetProperty(p.Name!)!)];

    /// <summary>How many values each axis has, in the order of <see cref="Of"/>.</summary>
    public static readonly ImmutableArray<int> Sizes =
    [
        7, 3, 5, 4, 4, 4, 3, 2, 3, 4, 4, 7, 5, 5, 9, 8, 5, 4, 5, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    ];

    public bool HasColumnRulings => Rulings is Rulings.Full or Rulings.Columns;

    /// <summary>
    /// White between columns, in points: the gutter, but where no ruling parts the columns at least what a reader needs: figures more
    /// between than within; without decimals, or set in the middle, a little.
    /// </summary>
    public double White => Math.Max(Gutter, HasColumnRulings ? 0
        : Number is NumberStyle.SpacedComma or NumberStyle.SpacedThousands ? 0.8 * Size
        : Step == Step.Yuan0 ? 4 : Figures == Side.Middle ? 2 : 0);

    /// <summary>
    /// Looks of which one in five combinations of rulings, gutter, code, alignment and depth is never used to fit a weight: only to
    /// measure. The hash is a fixed one, so that the split never moves.
    /// </summary>
    public bool IsHeldBack
    {
        get
        {
            var hash = 42u;
            foreach (var part in (int[])[(int)Rulings, (int)Gutter, (int)Code, (int)Figures, Depth])
            {
                hash = unchecked((hash ^ (uint)part) * 16777619u);
                hash ^= hash >> 13;
            }

            return hash % 5 == 0;
        }
    }

    /// <summary>The look with these values of the axes, counted from 0.</summary>
    public static Dress Of(IReadOnlyList<int> at)
    {
        var i = 0;
        return new Dress(
            Pick(Enum.GetValues<Rulings>()), Pick(Enum.GetValues<Shading>()), Pick([6.0, 10, 4, 2, 1]), Pick([3.0, 5, 1.5, 0.8]), Pick([9.0, 10.5, 7.5, 12]),
            Pick(Enum.GetValues<Face>()), Pick(Enum.GetValues<Side>()), Pick([Side.Left, Side.Middle]), Pick(Enum.GetValues<Height>()), Pick([30, 14, 9, 6]),
            Pick([2, 1, 3, 4]), Pick(Enum.GetValues<CodeStyle>()), Pick(Enum.GetValues<NumberStyle>()), Pick(Enum.GetValues<Step>()),
            Pick(["0.00", "", "0", "-", "—", "/", "－", "——", "无"]), Pick(["-", "－", "—", "−", "()", "（）", "△", "▲"]), Pick(Enum.GetValues<UnitPlace>()),
            Pick(Enum.GetValues<Paging>()), Pick(Enum.GetValues<Foot>()), Pick(Enum.GetValues<Emission>()), Pick(Enum.GetValues<Mark>()),
            Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes(), Yes());

        T Pick<T>(T[] values) => values[at[i++]];

        bool Yes() => Pick([false, true]);
    }

    /// <summary>Each axis with its value, for reports.</summary>
    public IEnumerable<(string Axis, string Value)> Axes() => Properties.Select(p => (p.Name, string.Create(CultureInfo.InvariantCulture, $"{p.GetValue(this)}")));
}
