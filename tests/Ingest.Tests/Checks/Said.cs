using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What a text says, as it is read: amounts in 万元 and rates in per cent.</summary>
internal static class Said
{
    public static NarrativeFact Amount(string subject, string shown, int group = 1, string metric = "amount", string context = "")
    {
        var (value, decimals) = Read(shown.TrimEnd('万', '元'));
        var power = (long)Math.Pow(10, decimals);
        return new NarrativeFact(
            new CellRef(default), metric, subject, "", shown, Unit.TenThousand, new Amount((long)(value * 1_000_000), 1_000_000 / power), new PrintedNumber((Int128)(value * power), decimals), group, context);
    }

    public static NarrativeFact Rate(string metric, string subject, string shown, int group = 1)
    {
        var (value, decimals) = Read(shown.TrimEnd('%'));
        return new NarrativeFact(new CellRef(default), metric, subject, "", shown, null, null, new PrintedNumber((Int128)(value * (decimal)Math.Pow(10, decimals)), decimals), group);
    }

    /// <summary>
    /// Sentences end with 。, what they say is parted by ; and has a subject, a figure and what it stands under. A figure is an amount, with Δ
    /// before it a change and with &lt; that of the year before; a share in per cent, or with ↑ a growth.
    /// </summary>
    public static NarrativeFact[] Of(string text) => [.. text.Split('。').SelectMany((sentence, i) => sentence.Split(';').Select(s => Of(s.Split(' '), i + 1)))];

    private static NarrativeFact Of(string[] words, int group)
    {
        var figure = words[1].TrimStart('Δ', '<', '↑');
        var said = figure.EndsWith('%') ? Rate(words[1][0] == '↑' ? "growth_rate" : "share", words[0], figure, group)
            : Amount(words[0], figure + "万元", group, words[1][0] switch { 'Δ' => "change_amount", '<' => "prior_amount", _ => "amount" });
        return said with { Context = words.Length > 2 ? "三/" + words[2] : "" };
    }

    private static (decimal Value, int Decimals) Read(string number) => (
        decimal.Parse(number, CultureInfo.InvariantCulture),
        number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
}
