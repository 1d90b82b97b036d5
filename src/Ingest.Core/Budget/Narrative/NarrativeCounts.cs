using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Narrative;

/// <summary>
/// Numbers of people in sentences: 编制21人,其中:事业编制21人(其中:参照公务员法管理0人)。Each is a fact of metric
/// <c>count</c>; what stands behind 其中 has the subject of its whole as context and shares its group.
/// </summary>
internal static class NarrativeCounts
{
    private const int LongestSubject = 24;

    /// <param name="group">Of the last sentence with amounts; the groups of counts follow it.</param>
    public static void Read(NarrativeParagraph paragraph, ref int group, ImmutableArray<NarrativeFact>.Builder facts)
    {
        var text = paragraph.Text;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '。' or ';')
            {
                Sentence(paragraph, start, i, ref group, facts);
                start = i + 1;
            }
        }
    }

    /// <summary>A whole of which parts may follow, and how deep in brackets it stands.</summary>
    private readonly record struct Whole(string Subject, int Depth, int Group);

    private static void Sentence(NarrativeParagraph paragraph, int from, int to, ref int group, ImmutableArray<NarrativeFact>.Builder facts)
    {
        var text = paragraph.Text;
        var sentence = text[from..to];
        var wholes = new Stack<Whole>();
        Whole? last = null;
        int depth = 0, after = from;
        for (var i = from; i < to; i++)
        {
            if (text[i] == '(')
            {
                depth++;
            }
            else if (text[i] == ')')
            {
                depth = Math.Max(0, depth - 1);
                while (wholes.Count > 0 && wholes.Peek().Depth > depth)
                {
                    wholes.Pop();
                }
            }
            else if (i + 1 < to && text[i] == '其' && text[i + 1] == '中' && last is { } whole)
            {
                wholes.Push(whole with { Depth = depth });
                after = i + 2;
            }
            else if (char.IsAsciiDigit(text[i]))
            {
                var end = i;
                while (end < to && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                if (IsCount(text, i, end, to) && Subject(text, after, i) is { Length: > 1 } subject)
                {
                    group += wholes.Count == 0 ? 1 : 0;
                    var context = wholes.Count > 0 ? wholes.Peek().Subject : "";
                    var own = wholes.Count > 0 ? wholes.Peek().Group : group;
                    facts.Add(new NarrativeFact(
                        new CellRef(paragraph.AreaAt(i)), "count", subject, sentence, text[i..(end + 1)], null, null,
                        new PrintedNumber(Int128.Parse(text.AsSpan(i, end - i), CultureInfo.InvariantCulture), 0), own, context));
                    last = new Whole(subject, depth, own);
                }

                i = end;
                after = end + 1;
            }
        }
    }

    /// <summary>人 or 名 behind the digits, but no 人次, 人民 or 人/天.</summary>
    private static bool IsCount(string text, int start, int end, int to) =>
        end < to && end - start < 7 && text[end] is '人' or '名' && (start == 0 || text[start - 1] is not ('.' or ',' or '-' or '第'))
        && (end + 1 >= to || text[end + 1] is ',' or '、' or '(' or ')' or ':' or '和' or '及');

    /// <summary>The words in front, back to the last mark.</summary>
    private static string Subject(string text, int from, int to)
    {
        var at = to;
        while (at > from && text[at - 1] is not (',' or '、' or '(' or ')' or ':' or ';' or '。'))
        {
            at--;
        }

        var subject = text[at..to].TrimEnd('为', '共', '有', '是', '计');
        return subject.Length <= LongestSubject ? subject : "";
    }
}
