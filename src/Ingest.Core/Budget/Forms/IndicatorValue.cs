using System.Buffers;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>What a goal says: <c>≥240次</c>, <c>90%≤x≤100%</c>, <c>不少于3次</c>, <c>90%以上</c>, or words.</summary>
internal readonly record struct IndicatorValue(string Relation, PrintedNumber? Number, PrintedNumber? Upper, string Unit)
{
    private const int LongestUnit = 8;
    private const int LongestUnitInName = 4;

    /// <summary>Words of comparison before the number; longer ones first.</summary>
    private static readonly (string Words, string Sign)[] Before =
    [
        ("大于或等于", "≥"), ("大于等于", "≥"), ("小于或等于", "≤"), ("小于等于", "≤"), ("不少于", "≥"), ("不低于", "≥"), ("不小于", "≥"), ("至少", "≥"),
        ("不超过", "≤"), ("不高于", "≤"), ("不大于", "≤"), ("不多于", "≤"), ("大于", ">"), ("高于", ">"), ("超过", ">"), ("多于", ">"),
        ("小于", "<"), ("低于", "<"), ("少于", "<"), ("等于", "="), ("》", ">"), ("《", "<"), ("〉", ">"), ("〈", "<"),
    ];

    /// <summary>Words behind it; 以上 and 以下 include the number itself.</summary>
    private static readonly (string Words, string Sign)[] Behind =
        [("及以上", "≥"), ("或以上", "≥"), ("以上", "≥"), ("及以下", "≤"), ("或以下", "≤"), ("以下", "≤"), ("及以内", "≤"), ("以内", "≤"), ("之内", "≤")];

    /// <summary>What no measure word holds: then the text says more than a number.</summary>
    private static readonly SearchValues<char> NoMeasure = SearchValues.Create("0123456789前后内底到达起止至余多约及和与的左右.,;:、。,!\"“”《》()+-=<>≥≤×");

    /// <param name="text">The value, folded and without white space.</param>
    /// <param name="sign">What stands in the column of relations, "" if there is none.</param>
    /// <param name="unit">What stands in the column of measure words, "" if there is none.</param>
    /// <param name="name">Of the indicator: its measure word may stand in brackets at the end.</param>
    public static IndicatorValue Read(string text, string sign, string unit, string name)
    {
        var read = Parse(WithSign(text));
        if (read.Number is null)
            return read;
        if (sign.Contains("定性", StringComparison.Ordinal))
            return new IndicatorValue(IndicatorRelations.Words, null, null, "");
        var relation = read.Relation.Length > 0 ? read.Relation : RelationOf(sign);
        if (relation is null)
            return new IndicatorValue(IndicatorRelations.Words, null, null, "");
        return read with { Relation = relation, Unit = read.Unit.Length > 0 ? read.Unit : unit.Length > 0 ? unit : UnitInName(name) };
    }

    private static IndicatorValue Parse(string text)
    {
        var reading = AmountReader.ReadFolded(text);
        if (reading.State is ValueState.Blank or ValueState.Dash or ValueState.None or ValueState.NotApplicable)
            return new IndicatorValue(IndicatorRelations.Nothing, null, null, "");
        if (reading.Shape == NumberShape.Range)
            return new IndicatorValue(IndicatorRelations.Range, reading.Number, reading.Upper, UnitBehind(text) ?? "");
        var relation = RelationOf(text.AsSpan(0, SignLength(text)).ToString()) ?? "";
        if (reading.Number is { } number && reading.Shape is NumberShape.Plain or NumberShape.Percent or NumberShape.Permille or NumberShape.Money)
            return new IndicatorValue(relation, reading.Number, null, UnitBehind(text) ?? "");
        var start = SignLength(text);
        var length = NumberScanner.Scan(text.AsSpan(start), out number, out var style);
        if (length > 0 && (style & NumberStyle.LeadingZero) == 0 && MeasureWord(text[(start + length)..], number, relation.Length > 0) is { } unit)
            return new IndicatorValue(relation, number, null, unit);
        return new IndicatorValue(IndicatorRelations.Words, null, null, "");
    }

    /// <summary>Words of comparison become signs if a number follows them.</summary>
    private static string WithSign(string text)
    {
        foreach (var (words, sign) in Before)
        {
            if (text.StartsWith(words, StringComparison.Ordinal) && text.Length > words.Length && char.IsAsciiDigit(text[words.Length]))
                return sign + text[words.Length..];
        }
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
            return text;
        foreach (var (words, sign) in Behind)
        {
            if (text.EndsWith(words, StringComparison.Ordinal))
                return sign + text[..^words.Length];
        }
        return text;
    }

    private static int SignLength(string text)
    {
        var length = 0;
        while (length < text.Length && text[length] is '≥' or '≧' or '⩾' or '≤' or '≦' or '⩽' or '>' or '<' or '=')
            length++;
        return length;
    }

    /// <summary>Null for what is no sign.</summary>
    private static string? RelationOf(string sign) => sign switch
    {
        "" => IndicatorRelations.Bare,
        "≥" or "≧" or "⩾" or ">=" or "≥=" => IndicatorRelations.AtLeast,
        "≤" or "≦" or "⩽" or "<=" or "≤=" => IndicatorRelations.AtMost,
        ">" => IndicatorRelations.MoreThan,
        "<" => IndicatorRelations.LessThan,
        "=" or "==" => IndicatorRelations.Equal,
        _ => null,
    };

    /// <summary>What follows the last digit: %, 次, (平方米).</summary>
    private static string? UnitBehind(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]))
            end--;
        return WithoutBrackets(text[end..]);
    }

    /// <summary>The text as a measure word; null if it is more than that. A year is no measure, two years are; 12月 is a month, ≤2日 are days.</summary>
    private static string? MeasureWord(string rest, PrintedNumber number, bool related)
    {
        var word = WithoutBrackets(rest);
        if (word.Length > LongestUnit || word.AsSpan().ContainsAny(NoMeasure))
            return null;
        if (word.Length > 0 && word[0] is '月' or '日' or '号' && !(related && word is "月" or "日"))
            return null;
        return word.StartsWith('年') && number.Units >= 1000 ? null : word;
    }

    private static string WithoutBrackets(string text) => text.Length > 2 && text[0] == '(' && text[^1] == ')' ? text[1..^1] : text;

    private static string UnitInName(string name)
    {
        if (name.Length < 4 || name[^1] != ')')
            return "";
        var open = name.LastIndexOf('(');
        var word = open > 0 ? name[(open + 1)..^1] : "";
        return word.Length <= LongestUnitInName && !word.AsSpan().ContainsAny(NoMeasure) ? word : "";
    }
}
