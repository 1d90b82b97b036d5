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

    private static (decimal Value, int Decimals) Read(string number) => (
        decimal.Parse(number, CultureInfo.InvariantCulture),
        number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
}
