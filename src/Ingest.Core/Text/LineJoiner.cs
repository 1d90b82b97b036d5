namespace Ingest.Core.Text;

/// <summary>
/// Joins the lines and runs of a cell. The white space between two characters stays (as one space) only between Latin
/// words, and between two numbers that are not clearly one: then the reader of amounts refuses the cell, because
/// <c>100⏎200</c> may be two rows that fell into one cell. Two spaces, or an empty line, say that a reader sees two things.
/// </summary>
internal static class LineJoiner
{
    /// <param name="folded">Lines separated by \n; the only other white space is the space.</param>
    /// <param name="fullLines">Every line but the last is full.</param>
    public static string Join(string folded, bool fullLines)
    {
        var text = folded.AsSpan();
        if (text.IndexOfAny(' ', '\n') < 0)
        {
            return folded;
        }

        var buffer = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var n = 0;
        var lastPiece = 0;
        for (var i = 0; i < text.Length;)
        {
            var gap = i;
            int spaces = 0, breaks = 0;
            while (i < text.Length && text[i] is ' ' or '\n')
            {
                (spaces, breaks) = text[i++] == '\n' ? (0, breaks + 1) : (spaces + 1, breaks);
            }

            if (i == text.Length)
            {
                break;
            }

            if (i > gap && n > 0 && KeepsSpace(buffer[..n], lastPiece, text[i..], breaks > 0, breaks > 1 || (breaks == 0 && spaces > 1), breaks > 0 && fullLines))
            {
                buffer[n++] = ' ';
            }

            var start = i;
            while (i < text.Length && text[i] is not (' ' or '\n'))
            {
                buffer[n++] = text[i++];
            }

            lastPiece = i - start;
        }

        return text.SequenceEqual(buffer[..n]) ? folded : new string(buffer[..n]);
    }

    private static bool KeepsSpace(ReadOnlySpan<char> before, int lastPiece, ReadOnlySpan<char> after, bool broken, bool apart, bool full)
    {
        var left = before[^1];
        var right = after[0];
        var leftToken = before[(before.LastIndexOf(' ') + 1)..];
        if (IsWide(left) || IsWide(right))
        {
            // a dash or triangle on a line of its own is no sign of the number below it
            return broken && leftToken.Length == 1 && left is '—' or '△' or '▲' && char.IsAsciiDigit(right);
        }

        var end = after.IndexOfAny(' ', '\n');
        var rightToken = end < 0 ? after : after[..end];
        if (broken && leftToken[0] == '[' && !leftToken.Contains(']'))
        {
            return false; // a code in brackets, broken inside them
        }

        if (IsNumeric(leftToken, true) && IsNumeric(rightToken, false))
        {
            return apart || !NumberGaps.IsOneNumber(Tail(leftToken), lastPiece, after, broken, full);
        }

        // A code broken over two lines (42010722121T | 000000100) is no pair of words.
        return apart || !broken || !char.IsAsciiLetterOrDigit(left) || !char.IsAsciiLetterOrDigit(right)
            || IsWord(leftToken) || IsWord(rightToken);
    }

    /// <summary>Chinese characters and their punctuation: no space belongs beside them.</summary>
    private static bool IsWide(char c) => c >= '\u2E80' || c is '“' or '”' or '‘' or '’' or '—' or '…' or '×' or '△' or '▲' or '□' or '√';

    /// <summary>Whether the digits, signs and separators at the near end of a token stand free of letters.</summary>
    private static bool IsNumeric(ReadOnlySpan<char> token, bool atEnd)
    {
        var run = atEnd ? Tail(token) : token[..(token.Length - Rest(token))];
        if (run.IsEmpty)
        {
            return false;
        }

        var beyond = token.Length - run.Length;
        return beyond == 0 || !char.IsAsciiLetter(atEnd ? token[beyond - 1] : token[run.Length]);
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> token)
    {
        var start = token.Length;
        while (start > 0 && NumberGaps.IsPart(token[start - 1]))
        {
            start--;
        }

        return token[start..];
    }

    private static int Rest(ReadOnlySpan<char> token)
    {
        var n = 0;
        while (n < token.Length && NumberGaps.IsPart(token[n]))
        {
            n++;
        }

        return token.Length - n;
    }

    private static bool IsWord(ReadOnlySpan<char> token)
    {
        var letters = 0;
        foreach (var c in token)
        {
            if (char.IsAsciiDigit(c))
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2;
    }
}
