using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Rows;

/// <summary>Codes in the texts of cells: <c>2010399</c>, <c>[2010399]名称</c>, <c>2080501-名称</c>, <c>名称（2010399）</c>.</summary>
internal static class CodeText
{
    public const string Functional = "functional";
    public const string DepartmentEconomic = "department_economic";
    public const string GovernmentEconomic = "government_economic";
    public const string Unit = "unit";
    public const string Project = "project";
    public const string Procurement = "procurement";

    /// <summary>Of what governments take in: 101 税收收入, 103 非税收入, 110 转移性收入.</summary>
    public const string Revenue = "revenue";

    private const int ProjectLength = 21;

    /// <summary>Takes a code off the front of a text, or one of a classification off its end; the code is "" if there is none.</summary>
    /// <param name="text">Folded, without white space.</param>
    public static (string Code, string Name) Split(string text)
    {
        // 2[20306]国防动员: the number of the row ran into it
        var number = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (number is > 0 and <= 3 && text[number] is '[' or '【' or '〔' && Split(text[number..]) is { Code.Length: >= 3 } behind)
            return behind;
        var bracket = text.Length > 2 && text[0] is '[' or '【' or '〔' ? 1 : 0;
        var end = bracket;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (end > 0 && char.IsAsciiLetterUpper(text[end]))))
            end++;
        // a project code may hold letters, the others may not
        var code = text.AsSpan(bracket, end - bracket);
        if (code.ContainsAnyExceptInRange('0', '9') && !IsProject(code))
        {
            end = bracket;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            code = text.AsSpan(bracket, end - bracket);
        }
        if (code.Length == 0)
            return Behind(text);
        if (end == text.Length)
            return bracket == 0 ? (text, "") : ("", text);
        if (bracket == 1)
            return text[end] is ']' or '】' or '〕' && code.Length >= 2 ? (code.ToString(), text[(end + 1)..]) : ("", text);
        var dash = text[end] == '_' || Dashes.Is(text[end]);
        // a department has three digits; the name of a project may begin with a digit: 12345热线
        if (dash && (IsPlausible(code) || code.Length == 3) && end + 1 < text.Length && (!char.IsAsciiDigit(text[end + 1]) || code.Length == ProjectLength && code.ContainsAnyInRange('A', 'Z')))
            return (code.ToString(), text[(end + 1)..]);
        // the name follows at once; that of a department or unit too, of which there may be a number: 100所小学, or which is called by one: 120急救中心
        var counts = text[end] is '年' or '月' or '、' or '个' or '元' or '万' or '名' or '人' or '项' or '届' or '号' or '次' or '辆' or '周' or '所' or '家' || code is "110" or "119" or "120" or "122";
        return text[end] >= 0x2E80 && !counts && (IsPlausible(code) && code.Length != 6 || code.Length is 3 or 6 && IsUnit(text[end..])) ? (code.ToString(), text[end..]) : ("", text);
    }

    /// <summary>名称（2010399）: digits in brackets behind a name; without brackets, or of three digits, where the code is known to have that name.</summary>
    private static (string Code, string Name) Behind(string text)
    {
        var end = text.Length > 0 && text[^1] is ')' or ']' or '】' or '〕' ? text.Length - 1 : text.Length;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        var bracketed = end < text.Length && start > 0 && text[start - 1] is '(' or '[' or '【' or '〔';
        var (code, name) = (text[start..end], text[..(bracketed ? start - 1 : start)]);
        // 某某局(321001): departments have three digits, units six or nine
        if (bracketed && code.Length is 3 or 6 or 9 && IsUnit(name))
            return (code, name);
        return SchemeOf(code) is { Length: > 0 } scheme && name.Length > 0 && bracketed == end < text.Length
            && ((bracketed && code.Length > 3) || CodeCatalog.Names(scheme, code).Contains(name)) ? (code, name) : ("", text);
    }

    /// <summary>某局, 某局本级, 某局(机关)</summary>
    public static bool IsUnit(string name) => NameClaims.IsBody(name) || name.AsSpan().TrimEnd(')') is var end && (end.EndsWith("本级") || end.EndsWith("机关"));

    /// <summary>Whether the digits could be a code of some scheme by length and first digits.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> code) =>
        IsProject(code) || code.Length == 6 || code.Length == 9 || SchemeOf(code).Length > 0;

    /// <summary>The scheme of a code by its digits alone, "" if open (three digits may be a unit too).</summary>
    public static string SchemeOf(ReadOnlySpan<char> code) => (code.Length, code.Length > 0 ? code[0] : ' ') switch
    {
        _ when IsProject(code) => Project,
        (3 or 5 or 7, '2') => Functional,
        (3 or 5, '3') => DepartmentEconomic,
        (3 or 5, '5') => GovernmentEconomic,
        (3 or 5 or 7, '1') when code.StartsWith("101") || code.StartsWith("102") || code.StartsWith("103") || code.StartsWith("105") || code.StartsWith("110") => Revenue,
        _ => "",
    };

    /// <summary>Six digits of the division, two of the year, thirteen of letters and digits.</summary>
    public static bool IsProject(ReadOnlySpan<char> code)
    {
        if (code.Length is < ProjectLength - 1 or > ProjectLength + 1)
            return false;
        for (var i = 0; i < code.Length; i++)
        {
            if (!char.IsAsciiDigit(code[i]) && (i < 8 || !char.IsAsciiLetterUpper(code[i])))
                return false;
        }
        return true;
    }
}
