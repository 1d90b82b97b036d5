using Ingest.Ocr.Pixels;

namespace Ingest.Ocr.Reading;

/// <summary>
/// Puts in separators that a scan left no ink of: where a figure leaves as much room between two digits as around its other
/// separators, and only a group of three or the decimals can begin there.
/// </summary>
internal static class LostMarks
{
    /// <summary>The room of a separator is like that of the others of its figure, within these shares.</summary>
    private const double LeastRoom = 0.85, MostRoom = 1.3;

    private const int Group = 3, Decimals = 2;

    /// <param name="signs">The signs of a piece with their ink; what was lost is put in.</param>
    public static void PutIn(List<(PixelBox Box, Sign Sign)> signs)
    {
        for (int start = 0, end; start < signs.Count; start = end + 1)
        {
            for (end = start; end < signs.Count && IsOfFigure(signs[end].Sign); end++)
            {
            }

            end += PutIn(signs, start, end);
        }
    }

    /// <returns>How many were put in.</returns>
    private static int PutIn(List<(PixelBox Box, Sign Sign)> signs, int start, int end)
    {
        var rooms = new List<double>();
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (Signs.IsSmall(signs[i].Sign.Text) && Signs.IsDigit(signs[i - 1].Sign.Text) && Signs.IsDigit(signs[i + 1].Sign.Text))
            {
                rooms.Add(signs[i + 1].Box.Left - signs[i - 1].Box.Right);
            }
        }

        var put = 0;
        for (var i = start + 1; i < end + put && rooms.Count > 0; i++)
        {
            var (before, behind) = (signs[i - 1], signs[i]);
            double room = behind.Box.Left - before.Box.Right;
            if (room < LeastRoom * rooms.Min() || room > MostRoom * rooms.Max() || Mark(signs, start, i, end + put) is not { } text)
            {
                continue;
            }

            int foot = Math.Max(before.Box.Bottom, behind.Box.Bottom), at = (before.Box.Right + behind.Box.Left) / 2;
            signs.Insert(i, (new PixelBox(at, foot - 1, at + 1, foot), new Sign(text, at, 1)));
            put++;
        }

        return put;
    }

    /// <returns>What must stand before a digit; null where nothing must.</returns>
    private static string? Mark(List<(PixelBox Box, Sign Sign)> signs, int start, int at, int end)
    {
        int before = 0, behind = 0;
        for (; at - before > start && Signs.IsDigit(signs[at - before - 1].Sign.Text); before++)
        {
        }

        for (; at + behind < end && Signs.IsDigit(signs[at + behind].Sign.Text); behind++)
        {
        }

        var isWholeBefore = before == Group || (before is > 0 and < Group && at - before == start);
        return !isWholeBefore ? null : behind == Group ? "," : behind == Decimals && at + behind == end ? "." : null;
    }

    private static bool IsOfFigure(Sign sign) => Signs.IsDigit(sign.Text) || Signs.IsSmall(sign.Text);
}
