using Ingest.Core.Tables.Bodies;

namespace Ingest.Core.Tables.Ruled;

/// <summary>The room between the rulings of cells and their text, which tells whether a line was broken for want of room.</summary>
internal static class Padding
{
    /// <summary>More on one side is room that was not needed, in points; word processors leave 5.4.</summary>
    private const double Most = 6;

    /// <summary>Width of a digit, and of one in full width, in ems.</summary>
    private const double Digit = 0.6, WideDigit = 1;

    /// <summary>So many of a hundred texts run into the padding: closing marks hang over, words are set tight.</summary>
    private const int Beyond = 10;

    /// <summary>The least room beside nearly all texts within their columns, of both sides together, in points.</summary>
    public static double Of(double[] xs, IEnumerable<(double Left, double Right)> texts)
    {
        List<double> left = [], right = [];
        foreach (var text in texts)
        {
            var column = Placement.Find(xs, (text.Left + text.Right) / 2);
            if (text.Left < xs[column] || text.Right > xs[column + 1])
                continue;
            left.Add(Math.Min(Most, text.Left - xs[column]));
            right.Add(Math.Min(Most, xs[column + 1] - text.Right));
        }
        if (left.Count == 0)
            return 0;
        left.Sort();
        right.Sort();
        return left[left.Count * Beyond / 100] + right[right.Count * Beyond / 100];
    }

    /// <summary>Whether a figure may have been broken for want of room: what it leaves of its column is the padding and less than one digit.</summary>
    /// <param name="left">What the figure leaves of the width of its column, in points.</param>
    /// <param name="isWide">Its digits are in full width.</param>
    public static bool IsFull(double left, double size, double padding, bool isWide) => left <= Math.Max(Weights.RoomOfFigures * size, padding + (isWide ? WideDigit : Digit) * size);
}
