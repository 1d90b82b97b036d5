namespace Ingest.Core.Text;

/// <summary>
/// Decides whether two pieces of digits with a gap or a line break between them are one printed number. When in doubt
/// they are not: a number split in two is refused by the reader and reported, two numbers run together would be wrong
/// in silence. Breaks as in <c>376,936.6⏎0</c> were seen in narrow cells, gaps as in <c>13, 214, 710. 41</c> in text
/// that came from character recognition. What stands further apart than that never comes here.
/// </summary>
internal static class NumberGaps
{
    public static bool IsPart(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+' or '%' or '(' or ')' or '‰' or '−';

    /// <param name="left">What was joined so far, from its last kept space; ends in a part of a number.</param>
    /// <param name="lastPiece">Length of its last piece, before joining.</param>
    /// <param name="after">From the next piece to the end of the cell.</param>
    /// <param name="broken">The gap is a line break.</param>
    /// <param name="full">The line before the break has no room for one more figure.</param>
    public static bool IsOneNumber(ReadOnlySpan<char> left, int lastPiece, ReadOnlySpan<char> after, bool broken, bool full)
    {
        var first = left[^1];
        var next = after[0];
        if (next is ',' or '.' or '%' or '‰' or ')')
        {
            return first is not (')' or '%' or '‰');
        }

        if (!char.IsAsciiDigit(next))
        {
            return false;
        }

        if (first is ',' or '.' or '-' or '−' or '+' or '(')
        {
            // a sign is never parted from its number by a line break: a dash on a line of its own is a value
            return !broken || left.Length > 1 || first is not ('-' or '−' or '+');
        }

        if (!char.IsAsciiDigit(first))
        {
            return false;
        }

        var right = after[..NumberLength(after)];
        return broken ? full && IsOverflow(left, lastPiece, right, after) || Completes(left, right)
            : IsLetterSpaced(left, lastPiece, after) || IsGrouped(left, lastPiece, after) || LacksDigits(left, right);
    }

    /// <summary>
    /// What did not fit on a full line is shorter than the line (or as long, when more follows). Two numbers with a point
    /// each are two. A number with two decimals is whole: only a table that prints more can say that digits follow.
    /// </summary>
    private static bool IsOverflow(ReadOnlySpan<char> left, int lastPiece, ReadOnlySpan<char> right, ReadOnlySpan<char> after)
    {
        var room = lastPiece <= 2 || right.Length < after.Length && after[right.Length] == '\n' ? lastPiece : lastPiece - 1;
        var point = left.LastIndexOf('.');
        return right.Length <= room && (point < 0 || !right.Contains('.') && left.Length - point - 1 != 2);
    }

    /// <summary>Whether the piece before a line break is a torso that the piece behind it makes whole.</summary>
    private static bool Completes(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var point = left.LastIndexOf('.');
        if (point >= 0)
        {
            // Printed decimals are two (元, 万元) or six (万元 exact to 分); two are whole already.
            var decimals = left.Length - point - 1;
            return right.IndexOfAny('.', ',') < 0 && (decimals == 1 ? right.Length == 1 : decimals is >= 3 and <= 5 && decimals + right.Length == 6);
        }

        if (left.Contains(','))
        {
            return LacksDigits(left, right);
        }

        var rightPoint = right.IndexOf('.');
        return rightPoint >= 0 && !right.Contains(',') && right.Length - rightPoint == 3 && right.Length <= left.Length / 2 + 1;
    }

    /// <summary>13,21 | 4,710.41: the last group lacks exactly the digits that the right piece begins with.</summary>
    private static bool LacksDigits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var comma = left.LastIndexOf(',');
        var missing = comma < 0 ? 0 : 3 - (left.Length - comma - 1);
        return missing > 0 && LeadingDigits(right) == missing;
    }

    /// <summary>Each digit drawn for itself: <c>1 3 2 1 . 4 7</c>. Two lone digits may be two numbers.</summary>
    private static bool IsLetterSpaced(ReadOnlySpan<char> left, int lastPiece, ReadOnlySpan<char> after)
    {
        if (lastPiece != 1)
        {
            return false;
        }

        var pieces = 0;
        var i = 0;
        while (i < after.Length && IsPart(after[i]))
        {
            if (i + 1 < after.Length && IsPart(after[i + 1]))
            {
                return false;
            }

            pieces++;
            i += 2;
        }

        return left.Length + pieces >= 3;
    }

    /// <summary>
    /// Thousands set apart by spaces, at least three groups: <c>13 214 710.41</c>. Two groups may be two numbers. The first
    /// group has one to three digits, each that was joined to it three.
    /// </summary>
    private static bool IsGrouped(ReadOnlySpan<char> left, int lastPiece, ReadOnlySpan<char> after)
    {
        var start = left.Length;
        while (start > 0 && char.IsAsciiDigit(left[start - 1]))
        {
            start--;
        }

        var digits = left.Length - start;
        if (start > 0 && left[start - 1] is '.' or ',' || digits > 3 && lastPiece != 3)
        {
            return false;
        }

        var groups = 1 + (digits - 1) / 3;
        var i = 0;
        while (true)
        {
            var lead = LeadingDigits(after[i..]);
            if (lead != 3)
            {
                return false;
            }

            groups++;
            i += lead;
            if (i + 1 < after.Length && after[i] == ' ' && char.IsAsciiDigit(after[i + 1]))
            {
                i++;
                continue;
            }

            return groups >= 3 && (i == after.Length || after[i] is '.' or ' ' or ')' or '%');
        }
    }

    private static int LeadingDigits(ReadOnlySpan<char> s)
    {
        var n = 0;
        while (n < s.Length && char.IsAsciiDigit(s[n]))
        {
            n++;
        }

        return n;
    }

    private static int NumberLength(ReadOnlySpan<char> s)
    {
        var n = 0;
        while (n < s.Length && (char.IsAsciiDigit(s[n]) || s[n] is '.' or ','))
        {
            n++;
        }

        return n;
    }
}
