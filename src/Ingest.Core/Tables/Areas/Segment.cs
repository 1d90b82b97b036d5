namespace Ingest.Core.Tables.Areas;

/// <summary>A stretch of text on one line that belongs to one column: words or a figure.</summary>
/// <param name="Open">It ends with a separator: the figure may go on behind the gap (13, 214, 710. 41).</param>
/// <param name="Separator">Its last separator, . or , in any width; none where it has none.</param>
/// <param name="Digits">Digits behind that, or all.</param>
/// <param name="Lead">Digits before its first separator, or all.</param>
/// <param name="Numbered">It begins with the number of an item: 十四、, (2), 3.</param>
/// <param name="FirstWord">Width of its first word in Latin letters, which a line is never broken within; 0 where it has none.</param>
/// <param name="Nought">Its first digit is 0, which no number of a column begins with.</param>
/// <param name="Wide">It has digits in full width.</param>
/// <param name="Bracketed">Words that begin with a bracket and with no number of an item: (含再融资债券).</param>
internal readonly record struct Segment(
    double Left, double Right, double Top, double Bottom, double Baseline, double Size, bool Figure, bool Open, char Separator = ' ', int Digits = 0, int Lead = 0, bool Numbered = false, double FirstWord = 0, bool Nought = false, bool Wide = false, bool Bracketed = false)
{
    /// <summary>The separator of thousands that spaces part.</summary>
    public const char Space = '\u2009';

    public double Width => Right - Left;

    /// <summary>See <see cref="Sheets.Piece.MiddleY"/>.</summary>
    public double MiddleY => Baseline - 0.32 * Size;

    public double Center => (Left + Right) / 2;

    /// <summary>Whether some part of it stands over, or below, some part of another one.</summary>
    public bool IsOver(Segment other) => Left < other.Right && Right > other.Left;

    /// <summary>Digits behind the point; −1 where it has no digit.</summary>
    public int Decimals => Separator == ' ' && Digits == 0 ? -1 : Separator == '.' ? Digits : 0;

    /// <summary>A figure that is no year, no number of a column or of a line: with decimals, or of five digits and more.</summary>
    public bool IsAmount => Figure && (Decimals > 0 || Digits > 4);

    /// <summary>Whether its rest must stand elsewhere: behind a separator at its end, or behind a group of thousands too short (127,70).</summary>
    public bool IsTorso => Figure && (Open || (Separator is ',' or Space && Digits < 3));

    /// <summary>Whether this figure, below a torso, must be the rest of it; printed decimals are hardly ever one, unless nothing stands before their point.</summary>
    public bool Completes(Segment above) => above.IsTorso || (Separator == '.' && Lead == 0 && above.Decimals == 0) || (above.Decimals == 1 && Separator == ' ' && Digits == 1);

    /// <summary>This figure with what follows behind its separator.</summary>
    public Segment With(Segment rest) => this with
    {
        Right = rest.Right, Size = Math.Max(Size, rest.Size), Open = rest.Open,
        Separator = rest.Separator == ' ' ? Separator : rest.Separator, Digits = rest.Digits,
    };
}
