using System.Collections.Immutable;

namespace Ingest.Core.Amounts;

/// <summary>Looks at the whole folded text of a cell; fills the reading and says yes if the text has its form.</summary>
internal delegate bool AmountForm(ReadOnlySpan<char> text, ref AmountReading reading);

/// <summary>One form in which a value is printed.</summary>
public sealed record AmountRule
{
    internal AmountRule(string name, string meaning, AmountForm form, params string[] examples)
    {
        Name = name;
        Meaning = meaning;
        Form = form;
        Examples = [.. examples];
    }

    /// <summary>Stored with each fact that it read.</summary>
    public string Name { get; }

    /// <summary>What is printed, and how it is read; shown where a value is explained.</summary>
    public string Meaning { get; }

    /// <summary>Recognises and reads it.</summary>
    internal AmountForm Form { get; }

    /// <summary>Cell text → number (state in angle brackets where there is none). The tests run them all.</summary>
    public ImmutableArray<string> Examples { get; }
}

/// <summary>Every number format there is. To add one, add a row with its examples; the first row that says yes wins.</summary>
public static class AmountRules
{
    public static readonly ImmutableArray<AmountRule> All =
    [
        new("blank", "nothing is printed", AmountForms.Blank, "→<Blank>"),
        new("plain", "digits without grouping; full-width digits, spaces between digits and a line break inside the number are folded", AmountForms.Plain,
            "13214710.41→13214710.41", "0→0", "0.00→0.00", ".50→0.50", ".00→0.00", "7→7", "12145480. 25→12145480.25",
            "１３２１４７１０．４１→13214710.41", "376936.6\n0→376936.60", "ꎱꎲꎮꎳꎴ→12.34", "2010399→2010399"),
        new("grouped", "digits in groups of three, whatever comma or space stands between them", AmountForms.Grouped,
            "13,214,710.41→13214710.41", "13, 214, 710. 41→13214710.41", "１３，２１４，７１０．４１→13214710.41",
            "13，214,710．41→13214710.41", "376,936.6\n0→376936.60", "1,671→1671", "13\u00A0,214→13214"),
        new("dash", "a dash or slash in place of a number", AmountForms.Dash, "-→<Dash>", "--→<Dash>", "—→<Dash>", "——→<Dash>", "－→<Dash>", "------→<Dash>", "/→<Dash>", "\\→<Dash>", "…→<Dash>", "...→<Dash>", "......→<Dash>", "-%→<Dash>", "--%（基数为0，不可比）→<Dash>"),
        new("signed", "a sign before the number; △ and ▲ are minus signs", AmountForms.Signed,
            "-5→-5", "－5→-5", "—5→-5", "−1,234.50→-1234.50", "△1,234.50→-1234.50", "▲ 5→-5", "- 16, 626. 66→-16626.66", "+425.5→425.5", "-0.00→0.00"),
        new("brackets", "brackets around the number are a minus sign", AmountForms.Bracketed, "(1,234.50)→-1234.50", "（1,234.50）→-1234.50", "( 0.38 )→-0.38"),
        new("percent", "per cent, kept as printed", AmountForms.Percent, "8%→8", "-5.17%→-5.17", "1,055.4%→1055.4", "１００％→100", "(8.5%)→-8.5", "0.00%→0.00"),
        new("noted", "a mark beside the number that points to a note: a star before it, a circled figure before or behind it", AmountForms.Noted,
            "*8.2%→8.2", "547,331 ①→547331", "②1,234.50→1234.50", "*-5→-5", "①5→5", "5⑳→5"),
        new("permille", "per mille, kept as printed", AmountForms.Permille, "5‰→5", "1,005.5‰→1005.5"),
        new("wide-point", "。 or · as the decimal point, where it can be nothing else", AmountForms.WidePoint, "376936。60→376936.60", "376,936·60→376936.60"),
        new("currency", "a currency sign before the number", AmountForms.Currency, "￥1,234.00→1234.00", "¥5→5"),
        new("money", "the number brings its own unit of money", AmountForms.Money, "1321.47万元→1321.47", "1321.47 万元→1321.47", "-5亿元→-5", "8,880,800.00元→8880800.00"),
        new("comparison", "a bound of a goal: ≥, ≤, >, <, = before the number", AmountForms.Compared,
            "≥240次→240", "≤10→10", "≧95%→95", "＞90%→90", ">=73→73", "＝100.00(%)→100.00", "≤5‰→5", "≥2(‰)→2", "≥1700㎡→1700", "≤500万元/项目→500", "≥5年→5"),
        new("range", "two bounds; the lower one is the number", AmountForms.Range, "90%≤x≤100%→90", "10%-13%→10", "3-5天→3", "2~3→2", "1.5至2天→1.5", "90.5<n<91→90.5", "5~5.0→5", "0.00000000000000000000001~10000000000000000000000→0.00000000000000000000001"),
        new("measured", "the number brings a unit that is no money", AmountForms.Measured, "240次→240", "3个→3", "1,200平方米→1200", "4一二三四五六七八→4"),
        new("none", "无: the publisher says that there is none", AmountForms.None, "无→<None>", "无。→<None>", "暂无→<None>", "（无）→<None>"),
        new("not-applicable", "a sign or words that say no value is wanted", AmountForms.NotApplicable, "×→<NotApplicable>", "╳→<NotApplicable>", "✕→<NotApplicable>", "*→<NotApplicable>", "**→<NotApplicable>", "***→<NotApplicable>",
            "不适用→<NotApplicable>", "N/A→<NotApplicable>", "n/a→<NotApplicable>", "NA→<NotApplicable>"),
    ];

    /// <summary>What must never become a number, with the reason that is given. The tests run them all.</summary>
    public static readonly ImmutableArray<(string Text, string Reason)> Refused =
    [
        ("12.345.67", Refusals.Separators), ("1,23,456", Refusals.Separators), ("13,2147,10.41", Refusals.Separators), ("1.234,50", Refusals.Separators),
        ("12.", Refusals.Separators), ("。50", Refusals.Separators), ("12,34", Refusals.Separators), ("1,2345", Refusals.Separators), ("1,2340", Refusals.Separators), ("1,2349", Refusals.Separators), ("0,123", Refusals.Separators), ("24,458.4312,000.00", Refusals.Separators),
        ("1O8,000", Refusals.Letters), ("l8342655.18", Refusals.Letters), ("45*,142.33", Refusals.Letters), ("1,234*", Refusals.Letters), ("42010722121T000000100", Refusals.Letters),
        ("--5", Refusals.Signs), ("△-5", Refusals.Signs), ("(-5)", Refusals.Signs), ("5-", Refusals.Signs), ("(5", Refusals.Signs), ("——5", Refusals.Signs), ("8%%", Refusals.Signs),
        ("2-3", Refusals.Signs), ("1-2-3", Refusals.Signs), ("-------", Refusals.Text), ("--%（基数为5）", Refusals.Text), ("-)", Refusals.Signs), ("-(", Refusals.Signs), ("0-", Refusals.Signs), ("8%)", Refusals.Signs), ("(8%", Refusals.Signs),
        ("100\n200", Refusals.Gap), ("12.50 13.60", Refusals.Gap), ("1200 425.1200", Refusals.Gap), ("512  400  112", Refusals.Gap), ("4\n\n3,500", Refusals.Gap), ("-\n756.18", Refusals.Gap), ("—\n5", Refusals.Gap), ("5 1, 226. 95", Refusals.Gap),
        ("007", Refusals.Code), ("027-86868686", Refusals.Code), ("0271", Refusals.Code),
        ("1234567890123456789012345", Refusals.TooLong), (new string('9', 80), Refusals.TooLong),
        ("2023-01-30", Refusals.Date), ("2023年1月30日", Refusals.Date), ("2023.1.30", Refusals.Date), ("2023年", Refusals.Date),
        ("一般公共服务支出", Refusals.Text), ("24,458.43二、财政专户管理资金", Refusals.Text), ("≥", Refusals.Text), ("1、办公费", Refusals.Text), ("①", Refusals.Text),
        ("A%", Refusals.Text), ("5一二三四五六七八九", Refusals.Text), ("1,23次", Refusals.Text), ("1.2.3次", Refusals.Text), ("1.2.0次", Refusals.Text), ("1.2,9次", Refusals.Text), ("≥007", Refusals.Text), ("2-1.5天", Refusals.Text),
        ("10³", Refusals.Letters), ("5‰，且≤500万元/项目", Refusals.Text), ("%", Refusals.Signs), ("3%5%", Refusals.Signs),
    ];
}
