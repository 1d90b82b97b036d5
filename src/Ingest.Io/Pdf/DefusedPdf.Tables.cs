using System.Buffers.Text;

namespace Ingest.Io.Pdf;

/// <summary>Cross-reference streams: their fields, and how many entries they promise.</summary>
internal static partial class DefusedPdf
{
    // The arrays /W and /Index of cross-reference streams; fonts have a /W too, but are no streams.
    private static void FindTables(ReadOnlySpan<byte> file, int maximalObjects, List<Range> blanks)
    {
        foreach (var key in (string[])["/W", "/#57", "/Index"])
        {
            var name = System.Text.Encoding.ASCII.GetBytes(key);
            for (int at = 0, next; (next = file[at..].IndexOf(name)) >= 0;)
            {
                var start = at + next;
                at = start + name.Length;
                var array = SkipSpace(file, at);
                if (array >= file.Length || file[array] != '[')
                {
                    continue;
                }

                var length = file[array..Math.Min(file.Length, array + Reach)].IndexOf((byte)']');
                var end = length < 0 ? Math.Min(file.Length, array + Reach) : array + length;
                var inside = file[(array + 1)..end];
                if (inside.IndexOf((byte)'[') < 0 && !IsSound(inside, isIndex: name.Length > 4, maximalObjects) && IsInStream(file, end))
                {
                    blanks.Add(start..end);
                }
            }
        }
    }

    // The /Size of a cross-reference stream counts where it has no /Index.
    private static void FindSizes(ReadOnlySpan<byte> file, int maximalObjects, List<Range> blanks)
    {
        for (int at = 0, next; (next = file[at..].IndexOf("/Size"u8)) >= 0;)
        {
            var start = at + next;
            at = start + 5;
            var number = SkipSpace(file, at);
            if (number < file.Length && Digits.Contains(file[number]))
            {
                var length = file[number..].IndexOfAnyExcept(Digits);
                var end = length < 0 ? file.Length : number + length;
                if ((!Utf8Parser.TryParse(file[number..end], out long size, out _) || size > maximalObjects) && IsInStream(file, end))
                {
                    blanks.Add(start..end);
                }
            }
        }
    }

    private static bool IsSound(ReadOnlySpan<byte> numbers, bool isIndex, int maximalObjects)
    {
        // the letters may stand in the data of a stream, which is none of our business
        for (var at = SkipSpace(numbers, 0); at < numbers.Length; at = SkipSpace(numbers, at + 1))
        {
            if (!OfNumbers.Contains(numbers[at]))
            {
                return true;
            }
        }

        long sum = 0;
        var count = 0;
        for (var at = SkipSpace(numbers, 0); at < numbers.Length; at = SkipSpace(numbers, at))
        {
            if (!Utf8Parser.TryParse(numbers[at..], out long value, out var used) || value < 0 || (!isIndex && value > WidestField))
            {
                return false;
            }

            at += used;
            if (at < numbers.Length && !IsSpace(numbers[at]) && numbers[at] != '%')
            {
                return false;
            }

            // /Index has pairs: the first number, and how many.
            sum = Math.Min(int.MaxValue, sum + (count++ % 2 == 1 ? Math.Min(value, int.MaxValue) : 0));
        }

        return !isIndex || sum <= maximalObjects;
    }

    // The dictionary of a stream is followed by "stream" before its object ends.
    private static bool IsInStream(ReadOnlySpan<byte> file, int from)
    {
        var rest = file[from..Math.Min(file.Length, from + Reach)];
        var stream = rest.IndexOf("stream"u8);
        var end = rest.IndexOf("endobj"u8);
        return stream >= 0 && (end < 0 || stream < end);
    }
}
